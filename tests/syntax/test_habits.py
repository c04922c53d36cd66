"""What people bring along from elsewhere, and the mend that argmap offers: pasted, it is what they meant."""

from __future__ import annotations

import pytest

from tests.reading import analysis_of, codes_of

# One slip each: a line, its code, and the line of the first mend.
AT_THE_MARGIN = [
    ("// my first map", "L124", "# my first map"),
    ("/* my first map */", "L124", "# my first map"),
    ("<!-- my first map -->", "L124", "# my first map"),
    ('claim "A." // the claim', "L124", 'claim "A." # the claim'),
    ("* Teens sleep late", "L112", 'claim "Teens sleep late"'),
    ('- claim "A."', "L112", 'claim "A."'),
    ('2. claim "A."', "L112", 'claim "A."'),
    ("1) Teens sleep late", "L112", 'claim "Teens sleep late"'),
    ("[Late]: School should start later.", "L112", 'claim late "School should start later."'),
    ("<Sleep well>: Teens sleep late.", "L112", 'claim sleep-well "Teens sleep late."'),
    ("School should start later.", "L128", 'claim "School should start later."'),
    ('claim "A" because "B"', "L135", 'claim "A" { because "B" }'),
    ('claim "A" note: "x"', "L135", 'claim "A" { note: "x" }'),
    ('claim late: "A."', "L126", 'claim late "A."'),
    ('claim #1 "A."', "L126", 'claim 1 "A."'),
    ('claim: "A."', "L123", 'claim "A."'),
    ("claim: School starts late", "L123", 'claim "School starts late"'),
    ('"B." -> "A."', "L106", 'claim "A." { because "B." }'),
    ("b -> a", "L106", "a because b"),
    ("a <- b", "L106", "a because b"),
    ("b supports a", "L106", "a because b"),
    ("b attacks a", "L106", "a but b"),
    ('claim d "D." -> a', "L106", 'claim d "D."\na because d'),
    ('claim d "D." supports a', "L106", 'claim d "D."\na because d'),
    ("voice Mr Smith", "L128", 'voice mr-smith "Mr Smith"'),
    ('assume "Money is there."', "L118", 'assumption "Money is there."'),
    ("TODO: add more", "L117", "# TODO: add more"),
    ('behauptung "A."', "L106", 'claim "A."'),
    ('claim "He said "no" to me."', "L102", 'claim "He said “no” to me."'),
    ('source n "N" { date: 3 May 2024 }', "L120", 'source n "N" { date: 2024-05-03 }'),
    ('source n "N" { date: May 2024 }', "L120", 'source n "N" { date: 2024-05 }'),
    ('claim "A." { cite: s in v p3 }', "L203", 'claim "A." { cite: v in s p3 }'),
    ('claim "A." { cite: s page 3 }', "L182", 'claim "A." { cite: s p3 }'),
    ('claim "A." { confidence: medium }', "L120", 'claim "A." { confidence: moderate }'),
    ("claim « A. »", "L103", 'claim "A."'),
    ("claim `A.`", "L103", 'claim "A."'),
    ('claim School starts late."', "L128", 'claim "School starts late."'),
    ('claim "Teens sleep late.”', "L101", 'claim "Teens sleep late."'),
    ('C1: "A."', "L126", 'claim C1 "A."'),
    ("a exclude b", "L106", "a excludes b"),
    ('voice "Mr Smith"', "L114", 'voice mr-smith "Mr Smith"'),
    ('claim "A." { likelihood: very likely }', "L127", 'claim "A." { likelihood: very-likely }'),
    ('claim "A." { likelihood: "very likely" }', "L120", 'claim "A." { likelihood: very-likely }'),
    ('claim "A." { likelihood: ~60% }', "L120", 'claim "A." { likelihood: 60% }'),
    ('claim "A." { cite: s para 3 }', "L182", 'claim "A." { cite: s par3 }'),
    ('claim "A." { cite: s 12:30 }', "L182", 'claim "A." { cite: s t12:30 }'),
    ('claim "A." { source: s }', "L106", 'claim "A." { cite: s }'),
    ('source n "N" { year: 2020 }', "L106", 'source n "N" { date: 2020 }'),
    ('claim "A." { implicit: true }', "L120", 'claim "A." { implicit: yes }'),
    ('claim "A." { because if "B." }', "L106", 'claim "A." { because "B." }'),
    ('claim ("A.")', "L124", 'claim "A."'),
    ('source smith, 2020 "Smith"', "L105", 'source smith-2020 "Smith"'),
    ('source Smith et al. (2020) "Smith" { kind: book }', "L105", 'source Smith-et-al-2020 "Smith" { kind: book }'),
    ('**claim** "A."', "L124", 'claim "A."'),
    ('__claim__ c "A." {}', "L124", 'claim c "A." {}'),
    ("**Claim:** School starts late", "L124", 'claim "School starts late"'),
    ('source n "N", kind: news, date: 2024', "L135", 'source n "N" { kind: news  date: 2024 }'),
    ('source n "N" { kind: news, date: 2024, }', "L118", 'source n "N" { kind: news  date: 2024 }'),
    ('claim c "C.", because a', "L135", 'claim c "C." { because a }'),
]
IN_A_BLOCK = [
    ('because sleep "Teens sleep."', "L110", 'because claim sleep "Teens sleep."'),
    ('because sleep: "Teens sleep."', "L126", 'because claim sleep "Teens sleep."'),
    ('because "B." as { weight: high }', "L120", 'because "B." as { weight: strong }'),
    ('because "B." { since "C." }', "L130", 'because "B." as { since "C." }'),
    ('because "B." { unless "C." }', "L131", 'because "B." as { unless "C." }'),
    ('because: "B."', "L123", 'because "B."'),
    ('because "B." && "C."', "L110", 'because "B." & "C."'),
    ("- Buses cost more", "L112", 'but "Buses cost more"'),
    ('• "B."', "L112", 'because "B."'),
    ("+ <Sleep>: Teens sleep.", "L112", 'because claim sleep "Teens sleep."'),
    ('parce que "B."', "L106", 'because "B."'),
    ('aber "B."', "L106", 'but "B."'),
    ('evidence: "B."', "L123", 'because evidence "B."'),
    ("Buses cost more money.", "L128", 'because "Buses cost more money."'),
    ('because "B." as { scheme: expert }', "L120", 'because "B." as { scheme: expert-opinion }'),
    ('because "B." as { weight: very strong }', "L127", 'because "B." as { weight: strong }'),
    ('because ["B."]', "L124", 'because "B."'),
    ('because ("B.", "C.")', "L124", 'because "B." & "C."'),
    ("because (a & b)", "L124", "because a & b"),
    ('because of "B."', "L106", 'because "B."'),
    ('but also "B."', "L106", 'but "B."'),
    ('because "B." since if "C."', "L106", 'because "B." since "C."'),
    ('**But** "B."', "L124", 'but "B."'),
    ("because a weight strong", "L123", "because a as { weight: strong }"),
    ('because "B." cite s p3', "L123", 'because "B." { cite: s p3 }'),
    ('because "B.",', "L118", 'because "B."'),
    ("tags: [one, two],", "L118", "tags: [one, two]"),
]
AROUND = 'claim a "One."\nclaim b "Two."\nsource s "S"\nvoice v "V"\n'


@pytest.mark.parametrize(("line", "code", "mended"), AT_THE_MARGIN, ids=[line for line, _, _ in AT_THE_MARGIN])
def test_at_the_margin(line: str, code: str, mended: str) -> None:
    _holds(AROUND + "{}\n" + 'claim "Last."\n', line, code, mended)


@pytest.mark.parametrize(("line", "code", "mended"), IN_A_BLOCK, ids=[line for line, _, _ in IN_A_BLOCK])
def test_in_a_block(line: str, code: str, mended: str) -> None:
    _holds(AROUND + 'claim "Whole." {{\n    {}\n    because "Last."\n}}\n', line, code, mended)


def _holds(form: str, line: str, code: str, mended: str) -> None:
    found = analysis_of(form.format(line)).diagnostics
    assert [one.code for one in found] == [code]
    assert found[0].mends[0].text == mended
    assert codes_of(form.format(mended)) == []


def test_a_comment_of_several_lines_is_one_message() -> None:
    assert codes_of('/* my first map\n   by me */\nclaim "A."\n') == [("L124", 1, 1)]


def test_a_text_of_several_lines_in_single_quotes_is_one_message_and_is_read() -> None:
    analysis = analysis_of('claim late "School should start\nlater, for their sleep." {\n    because "B."\n}\n')
    assert [found.code for found in analysis.diagnostics] == ["L101"]
    assert analysis.diagnostics[0].mends[1].text == 'claim late "School should start later, for their sleep." {'
    assert [each.text for each in analysis.map.statements] == ["School should start later, for their sleep.", "B."]


def test_other_brackets_are_read_as_the_block_they_were_meant_for() -> None:
    for one, other in ("()", "[]"):
        analysis = analysis_of(f'claim "A." {one}\n    because "B."\n{other}\nclaim "C."\n')
        assert [found.code for found in analysis.diagnostics] == ["L124", "L124"]
        assert len(analysis.map.steps) == 1


def test_a_statement_that_is_nowhere_is_offered_as_a_line_of_its_own() -> None:
    (found,) = analysis_of('question q "Q?" { hypotheses: [a, b] }\nhypothesis a "A."\n').diagnostics
    assert found.mends[0].text == 'hypothesis b "…"'
    assert "in quotes" not in found.help


def test_a_text_in_the_block_of_its_statement_is_told_where_it_belongs() -> None:
    (found,) = analysis_of('evidence marks {\n    "Marks rose."\n    credibility: 2\n}\n').diagnostics
    assert (found.code, found.mends[0].text) == ("L111", 'evidence marks "Marks rose." {')


def test_a_number_in_brackets_is_no_list() -> None:
    assert all(code != "L112" for code, _, _ in codes_of('source lse "A paper" (2015) by two\n'))


def test_a_matrix_as_in_a_spreadsheet_is_told_with_its_bars() -> None:
    head = 'question q "Q?" { hypotheses: [a, b] }\nhypothesis a "A."\nhypothesis b "B."\nevidence e "E."\n'
    found = analysis_of(head + "matrix q {\n    , a, b\n    e, C, I\n}\n").diagnostics
    assert [one.mends[0].text for one in found if one.code == "L118"] == ["| | a | b |", "| e | C | I |"]
    (found_one,) = analysis_of(head + "matrix {\n    | | a | b |\n    | e | C | I |\n}\n").diagnostics
    assert (found_one.code, found_one.mends[0].text) == ("L114", "matrix q {")


def test_colons_before_blocks_are_one_message_each_and_the_blocks_are_read() -> None:
    analysis = analysis_of('claim a "A.":\n    because "B."\n    but "C."\nsource s "S":\n    kind: news\n')
    assert [found.code for found in analysis.diagnostics] == ["L135", "L135"]
    assert [found.mends[0].text for found in analysis.diagnostics] == ['claim a "A." {', 'source s "S" {']
    assert len(analysis.map.steps) == 2
    assert analysis.map.sources[0].get("kind") is not None


def test_what_stands_in_the_block_of_a_name_of_two_words_is_read() -> None:
    text = 'source Smith 2020 "S" {\n    date: 3.5.2024\n}\nclaim rents up "R." {\n    cite: Smith-2020 p3\n    because "B."\n}\n'
    analysis = analysis_of(text)
    assert [found.code for found in analysis.diagnostics] == ["L105", "L120", "L105"]
    assert [each.id for each in analysis.map.statements if each.named] == ["rents-up"]


def test_commas_in_one_block_are_told_line_by_line_and_can_only_be_meant_in_one_way() -> None:
    text = 'source s "S" { kind: news,\n    date: 2024, lang: en,\n}\n'
    found = analysis_of(text).diagnostics
    assert [one.code for one in found] == ["L118", "L118"]
    assert [one.mends[0].text for one in found] == ['source s "S" { kind: news', "date: 2024  lang: en"]
    assert all(one.mends[0].sure for one in found)


def test_many_texts_in_backticks_are_read_to_the_end() -> None:
    assert len(codes_of("claim `A.` {\n" + "    because `B.`\n" * 9 + "}\n")) >= 6
