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
    ('argument "C." {}', "L106", 'claim "C." {}'),
    ('claim "A." (s, pp. 3-5)', "L118", 'claim "A." { cite: s p3-5 }'),
    ('claim "A." [s]', "L118", 'claim "A." { cite: s }'),
    ('a because "B." (strong)', "L118", 'a because "B." as { weight: strong }'),
    ("evidence prints: Fingerprints on the door", "L126", 'evidence prints "Fingerprints on the door"'),
    ("source: Smith 2020", "L123", 'source smith-2020 "Smith 2020"'),
    ('claim "A." { cites: s p3 }', "L106", 'claim "A." { cite: s p3 }'),
    ("-- my first map", "L124", "# my first map"),
    ("; my first map", "L124", "# my first map"),
    ("% my first map", "L124", "# my first map"),
    ('claim "A." -- the claim', "L124", 'claim "A." # the claim'),
    ("a <-> b", "L106", "a excludes b"),
    ("a != b", "L106", "a excludes b"),
    ("a: because b", "L126", "a because b"),
    ("a because b { weight: strong }", "L141", "a because b as { weight: strong }"),
    ('claim (c) "C."', "L124", 'claim c "C."'),
    ('claim ""A.""', "L102", 'claim "A."'),
    ('claim "A." because { }', "L118", 'claim "A." { }'),
    ('hypotheses h "H."', "L106", 'hypothesis h "H."'),
    ('question "Why so?" { exclusive: yes }', "L114", 'question why-so "Why so?" { exclusive: yes }'),
    ('source n "N" { reliability: A1 }', "L120", 'source n "N" { reliability: A }'),
    ('scenario "S" { assume: a }', "L123", 'scenario "S" { assume a }'),
    ('reasons "C."', "L106", 'b because "C."'),
    ('sleep "Teens sleep."', "L106", 'claim sleep "Teens sleep."'),
    ("a implies b", "L106", "b because a"),
    ("if a then b", "L106", "b because a"),
    ("a however b", "L106", "a but b"),
    ("a causes b", "L106", "a explains b"),
    ('a contrasts b because "Not the same."', "L118", 'a contrasts b "Not the same."'),
    ("A excludes b", "L201", "a excludes b"),
    ('claim "A.";', "L124", 'claim "A."'),
    ('claim "A." { cite: s, p. 3 }', "L182", 'claim "A." { cite: s p3 }'),
    ('claim "A." { cite: s page 3, para 4 conceded "no" }', "L182", 'claim "A." { cite: s p3 par4 conceded "no" }'),
    ('claim "A." { cite: v in s pp. 3–5 }', "L182", 'claim "A." { cite: v in s p3-5 }'),
    ('claim "A." { cite: "s" p3 }', "L120", 'claim "A." { cite: s p3 }'),
    ('claim "A." { credibility: high }', "L120", 'claim "A." { credibility: 2 }'),
    ('source n "N" { reliability: B+ }', "L120", 'source n "N" { reliability: B }'),
    ('hypothesis h "H." { prior: 70 percent }', "L120", 'hypothesis h "H." { prior: 70% }'),
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
    ('objections "C."', "L106", 'but "C."'),
    ('because { "B." }', "L124", 'because "B."'),
    ('because "B." (source: s)', "L118", 'because "B." { cite: s }'),
    ('because "B.", and "C."', "L110", 'because "B." & "C."'),
    ('because "They nurse their young.”', "L101", 'because "They nurse their young."'),
    ('but ""They look like fish."" { because "B." }', "L102", 'but "They look like fish." { because "B." }'),
    ('reasons: "B."', "L106", 'because "B."'),
    ("reason: Teens sleep", "L106", 'because "Teens sleep"'),
    ("because: Teens sleep", "L123", 'because "Teens sleep"'),
    ("evidence: marks rose", "L123", 'because evidence "marks rose"'),
    ('sleep "Teens sleep."', "L106", 'because claim sleep "Teens sleep."'),
    ("because a and b", "L110", "because a & b"),
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


def mends_of(text: str) -> list[tuple[str, list[str]]]:
    """Return code and mends of everything that is wrong with a text."""
    return [(found.code, [mend.text for mend in found.mends]) for found in analysis_of(text).diagnostics]


def test_a_conclusion_is_shown_with_what_stands_above_it() -> None:
    named = 'claim a "Men are mortal."\nclaim b "He is a man."\nTherefore "He is mortal."\n'
    assert mends_of(named) == [("L106", ['claim "He is mortal." { because a & b }'])]
    bare = 'claim "Men are mortal."\nclaim "He is a man."\nso "He is mortal."\n'
    as_map = 'claim "He is mortal." { because "Men are mortal." & "He is a man." }'
    (found,) = analysis_of(bare).diagnostics
    assert (found.mends[0].text, found.mends[0].when) == (as_map, "in place of lines 1 to 3")
    assert codes_of(as_map) == []


def test_reasons_joined_by_and_outside_a_block() -> None:
    text = 'claim a "A."\nclaim b "B."\nclaim c "C."\na because b and c\n'
    assert mends_of(text) == [("L110", ["a because b & c"])]


def test_a_dash_may_be_a_bullet() -> None:
    assert mends_of('claim "A." {\n    - "B."\n}\n') == [("L112", ['but "B."', 'because "B."'])]


def test_names_of_sources_and_voices_in_several_words_are_found() -> None:
    head = 'source Smith-2020 "S"\nsource daily-news "D"\nvoice john-smith "J"\n'
    for line, better in (
        ("cite: Smith 2020, p. 3", "cite: Smith-2020 p3"),
        ("cite: smith (2020), pp. 3-5", "cite: Smith-2020 p3-5"),
        ("cite: daily news", "cite: daily-news"),
        ('cite: "Daily News" p3', "cite: daily-news p3"),
        ("cite: john smith in daily news p 3", "cite: john-smith in daily-news p3"),
        ("by: John Smith", "by: john-smith"),
    ):
        assert mends_of(f'{head}claim "A." {{ {line} }}\n') == [("L105", [f'claim "A." {{ {better} }}'])]
        assert codes_of(f'{head}claim "A." {{ {better} }}\n') == []


def test_a_source_in_several_words_that_is_nowhere_is_shown_as_a_line() -> None:
    ((code, mends),) = mends_of('claim "A." { cite: Jones 2019, p. 3 }\n')
    assert (code, mends) == ("L105", ['claim "A." { cite: Jones-2019 p3 }', 'source Jones-2019 "Jones 2019"'])
    assert codes_of("\n".join(mends)) == []


def test_places_in_the_section_of_a_document_are_read_as_they_were_meant() -> None:
    text = 'source s "S"\nsection "One" of s {{\n    claim "A." {{ cite: {} }}\n}}\n'
    assert mends_of(text.format("page 3, conceded")) == [("L182", ['claim "A." { cite: p3 conceded }'])]
    assert codes_of(text.format('"some words"')) == []


def test_the_hypotheses_of_a_question_are_shown_in_its_block() -> None:
    (found, *_) = mends_of('question q "Q?"\nhypotheses: [a]\nhypothesis a "A."\n')
    assert found == ("L117", ["question q … { hypotheses: [a] }"])


def test_a_row_rated_as_elsewhere_is_one_message() -> None:
    head = 'question q "Q?" { hypotheses: [a, b] }\nhypothesis a "A."\nhypothesis b "B."\nevidence e "E."\n'
    form = head.replace("{", "{{").replace("}", "}}") + "matrix q {{\n    |   | a | b |\n    {}\n}}\n"
    assert mends_of(form.format("| e | ++ | - |")) == [("L158", ["| e | CC | I |"])]
    assert codes_of(form.format("| e | CC | I |")) == []
    ((_, mends),) = mends_of(form.format('| e | very inconsistent | ? | "why" |'))
    assert codes_of(form.format(mends[0])) == []


def test_a_file_of_headings_is_told_that_they_are_comments() -> None:
    (found,) = analysis_of("# Claim\n## Reason\n").diagnostics
    assert found.code == "L160"
    assert "comments" in found.message


def test_a_name_given_twice_is_not_told_as_a_circle() -> None:
    assert codes_of('claim a "A."\nclaim a "B." { because a }\n') == [("L202", 2, 7)]


def test_what_an_attribute_cuts_off_from_its_step_is_told_so() -> None:
    text = 'claim "A." {\n    because "B." as b\n        scheme: expert-opinion\n        unless "C."\n}\n'
    cut = ("L131", ["move it up, right below line 2"])
    assert mends_of(text) == [("L129", ["as b { scheme: expert-opinion }"]), cut]


def test_a_name_on_the_line_after_a_fault_is_looked_up() -> None:
    assert codes_of('claim one "A."\nxyz abc def\nOne excludes one\n')[-1] == ("L201", 3, 1)


def test_words_in_other_languages_stand_before_their_quotes_too() -> None:
    (found,) = analysis_of('claim "A." {\n    weil „Es regnet.“\n}\n').diagnostics
    assert (found.code, found.mends[0].text) == ("L106", "because „Es regnet.“")


def test_a_question_without_a_name_gets_that_of_its_matrix() -> None:
    text = 'question "Q?" { hypotheses: [a] }\nhypothesis a "A."\nevidence e "E."\nmatrix cause {\n    | | a |\n    | e | C |\n}\n'
    assert mends_of(text) == [("L114", ['question cause "Q?" { hypotheses: [a] }'])]


def test_a_heading_in_the_first_cell_of_a_matrix_is_taken_out_and_the_rest_is_read() -> None:
    head = 'question q "Q?" { hypotheses: [a] }\nhypothesis a "A."\nevidence e "E."\nmatrix q {\n'
    text = head + "    | item | a |\n    | e    | ? |\n}\n"
    assert mends_of(text) == [("L152", ["|      | a |"]), ("L158", ["| e    | |"])]


def test_the_title_of_a_map_is_shown_as_its_line() -> None:
    assert mends_of('title: "Sundays"\nclaim "A."\n') == [("L117", ['map "Sundays"'])]


def test_a_source_in_brackets_gets_a_name_of_one_word() -> None:
    assert mends_of('claim "A." (see Smith et al. 2020, p. 3)\n') == [
        ("L118", ['claim "A." { cite: Smith-et-al-2020 p3 }'])
    ]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ('section "One"\n    claim "A."\nsection "Two"\n    claim "B."\nclaim "C."\n', 3),
        ('section "One"\nclaim "A."\nsection "Two"\nclaim "B."\n', 2),
        ('claim "A." unless "B."\nclaim "C."\n', 2),
    ],
)
def test_a_block_that_was_not_opened_ends_where_its_lines_do(text: str, statements: int) -> None:
    analysis = analysis_of(text)
    assert {found.code for found in analysis.diagnostics} == {"L135"}
    assert len(analysis.map.statements) == statements


def test_a_long_name_before_a_text_is_a_name() -> None:
    text = 'source Smith 2020 "B"\nclaim global warming now "The climate is warming."\n'
    assert mends_of(text) == [
        ("L105", ['source Smith-2020 "B"']),
        ("L105", ['claim global-warming-now "The climate is warming."']),
    ]
