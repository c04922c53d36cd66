"""Every construct of the language, and what it becomes in the map."""

from __future__ import annotations

import pytest

from argmap.model import Attribute, Cell, Check, Citation, Range, SourceRef
from tests.reading import analysis_of, codes_of, map_of

SOURCES = 'source essay "E"\nsource news "N" { noted: essay n6 n22-23 }\nvoice burton "B"\nvoice mayor "M"\n'


def test_a_statement_without_a_name_gets_an_id_of_its_own() -> None:
    the_map = map_of('claim "A." {\n    because "B." & "C."\n}\nclaim d "D."\n')
    assert [(s.id, s.kind, s.text, s.named) for s in the_map.statements] == [
        ("_1", "claim", "A.", False),
        ("_2", "claim", "B.", False),
        ("_3", "claim", "C.", False),
        ("d", "claim", "D.", True),
    ]
    (step,) = the_map.steps
    assert (step.id, step.kind, step.target, step.premises) == ("_s1", "support", "_1", ["_2", "_3"])


def test_a_bare_text_is_a_claim_and_after_since_an_assumption() -> None:
    the_map = map_of(
        'claim a "A." {\n    because "B."\n        since "C."\n        unless "D."\n    but evidence e "E."\n}\n'
    )
    assert [s.kind for s in the_map.statements] == ["claim", "claim", "assumption", "claim", "evidence"]
    support, undercut, attack = the_map.steps
    assert (support.premises, support.warrants) == (["_1"], ["_2"])
    assert (undercut.kind, undercut.target, undercut.premises) == ("undercut", support.id, ["_3"])
    assert (attack.kind, attack.target, attack.premises) == ("attack", "a", ["e"])


def test_a_statement_may_be_defined_where_it_is_used() -> None:
    the_map = map_of('claim a "A." {\n    because claim b "B." { because c  }\n}\nevidence c "C."\n')
    assert [(s.target, s.premises) for s in the_map.steps] == [("a", ["b"]), ("b", ["c"])]


def test_steps_have_names_blocks_and_tails() -> None:
    the_map = map_of(
        SOURCES
        + 'claim a "A." {\n    because "B." as birth {\n        scheme: sign\n        weight: strong\n        cite: essay par2\n'
        '        since "C."\n        unless "D." as alien {\n            weight: 0.5\n            unless "E."\n        }\n    }\n}\nbirth unless "F."\nalien unless "G."\nbirth since "H."\n'
    )
    birth, alien, inner, third, fourth = the_map.steps
    assert (birth.id, birth.word("scheme"), birth.word("weight")) == ("birth", "sign", "strong")
    assert birth.citations == [Citation("essay", locators=("par2",))]
    assert len(birth.warrants) == 2
    assert (alien.id, alien.target, alien.get("weight")) == ("alien", "birth", Attribute("weight", 0.5))
    assert [inner.target, third.target, fourth.target] == ["alien", "birth", "alien"]


def test_moves_outside_blocks_name_their_subject() -> None:
    the_map = map_of(
        'claim a "A."\nclaim b "B."\nclaim c "C."\na because b & c as both\na but "D."\nboth unless "E."\n'
    )
    assert [(s.kind, s.target) for s in the_map.steps] == [("support", "a"), ("attack", "a"), ("undercut", "both")]


def test_relations_join_two_statements() -> None:
    the_map = map_of(
        'claim a "A."\nclaim b "B."\na excludes b\na contradicts b\na entails b\na explains b "cause"\na contrasts b "why"\nclaim c "C."\nc restates a\n'
    )
    assert [(r.kind, r.left, r.right, r.reason) for r in the_map.relations] == [
        ("excludes", "a", "b", None),
        ("contradicts", "a", "b", None),
        ("entails", "a", "b", None),
        ("explains", "a", "b", "cause"),
        ("contrasts", "a", "b", "why"),
        ("restates", "c", "a", None),
    ]
    assert the_map.classes() == [[0, 2], [1]]


def test_a_citation_has_voices_places_stance_hedge_and_words() -> None:
    (statement,) = map_of(
        SOURCES
        + 'claim a "A." {\n    cite: essay par22\n    cite: burton > mayor in essay speculative par20-22 n6 conceded "might even"\n    cite: burton in essay parq\n}\n'
    ).statements
    assert statement.citations == [
        Citation("essay", (), ("par22",), "endorsed", "asserted"),
        Citation("essay", ("burton", "mayor"), ("par20-22", "n6"), "conceded", "speculative", "might even"),
        Citation("essay", ("burton",), ("parq",), "reported", "asserted"),
    ]
    assert statement.citations[1].paragraphs == ["20", "21", "22"]
    assert statement.citations[1].notes == [6]
    assert statement.citations[2].paragraphs == ["q"]


def test_every_kind_of_place_is_known() -> None:
    (statement,) = map_of(SOURCES + 'claim a "A." { cite: essay p7 p8-9 s4 l120 t00:12:30 n33-36 }\n').statements
    assert statement.citations[0].locators == ("p7", "p8-9", "s4", "l120", "t00:12:30", "n33-36")


def test_a_section_says_which_document_is_cited() -> None:
    the_map = map_of(
        SOURCES + 'section "One" of essay {\n    claim a "A." { cite: par1 rejected }\n    section "Two" {\n'
        '        claim b "B." { cite: burton in par2 endorsed }\n    }\n    section "Three" of news {\n        claim c "C." { cite: p3 }\n    }\n    claim d "D."\n}\nclaim e "E."\n'
    )
    assert [(s.title, s.source, s.parent) for s in the_map.sections] == [
        ("One", "essay", None),
        ("Two", None, 0),
        ("Three", "news", 0),
    ]
    assert [s.section for s in the_map.statements] == [0, 1, 2, 0, None]
    assert [c.source for s in the_map.statements for c in s.citations] == ["essay", "essay", "news"]


def test_attributes_have_their_types() -> None:
    (statement,) = map_of(
        SOURCES
        + 'evidence a "A." {\n    base: 0.6..0.8 "why"\n    credibility: 2\n    from: news p1\n    by: burton > mayor\n    checked: mary 2025-03-01 confirmed\n'
        '    tags: [one, two,\n           three]\n    seen: 2024-07\n    likelihood: 55%..80%\n    considered: none "everywhere"\n    note: "One."  note: "Two."\n}\n'
    ).statements
    assert statement.get("base") == Attribute("base", Range(0.6, 0.8), "why")
    assert statement.word("credibility") == "2"
    assert statement.places("from") == [SourceRef("news", ("p1",))]
    assert statement.names("by") == ("burton", "mayor")
    assert statement.all("checked")[0].value == Check("mary", "2025-03-01", "confirmed")
    assert statement.names("tags") == ("one", "two", "three")
    assert statement.range("likelihood") == Range(0.55, 0.8)
    assert [attribute.value for attribute in statement.all("note")] == ["One.", "Two."]


def test_long_texts_are_folded_to_paragraphs() -> None:
    (statement,) = map_of('claim """One\n    line,  and "more".\n\n  Second."""\n').statements
    assert statement.text == 'One line, and "more".\n\nSecond.'


def test_questions_list_their_answers() -> None:
    the_map = map_of(
        'question q "Who?" {\n    hypotheses: [x, y]\n    exclusive: yes\n}\nhypothesis x "X."\nhypothesis y "Y." { residual: yes }\n'
    )
    (question,) = the_map.questions
    assert (question.hypotheses, question.flag("exclusive"), question.flag("exhaustive")) == (("x", "y"), True, False)


def test_a_matrix_has_ratings_likelihoods_reasons_and_columns() -> None:
    the_map = map_of(
        'question q "Who?" { hypotheses: [x, y] }\nhypothesis x "X."\nhypothesis y "Y."\nevidence e "E."\nclaim f "F."\nvoice ann "Ann"\n'
        'matrix q {\n    |   | relevance:   | x       | y   |\n    | e | low "weak"     | N "either way" | II | "the row"\n    | f |      | 0.8 | 20% |\n}\nmatrix q by ann {\n    | | y |\n    | e | CC |\n    | f | |\n}\n'
    )
    first, second = the_map.matrices
    assert (first.question, first.rater, first.hypotheses, first.columns) == ("q", None, ("x", "y"), ("relevance",))
    assert first.rows[0].cells == [Cell("N", None, "either way"), Cell("II")]
    assert (first.rows[0].reason, first.rows[0].attributes) == ("the row", [Attribute("relevance", "low", "weak")])
    assert first.rows[1].cells == [Cell(None, Range(0.8, 0.8)), Cell(None, Range(0.2, 0.2))]
    assert (second.rater, [row.cells for row in second.rows]) == ("ann", [[Cell("CC")], [Cell()]])


def test_a_scenario_changes_inputs() -> None:
    (scenario,) = map_of(
        SOURCES
        + 'claim a "A." { because "B." as ab }\nclaim c "C."\nscenario "What if" {\n    assume a\n    deny c\n    withdraw news\n    set essay { reliability: E }\n    set ab { weight: weak }\n}\n'
    ).scenarios
    assert [(change.action, change.target) for change in scenario.changes] == [
        ("assume", "a"), ("deny", "c"), ("withdraw", "news"), ("set", "essay"), ("set", "ab"),
    ]  # fmt: skip
    assert scenario.changes[3].attributes == [Attribute("reliability", "E")]


TABLE = (
    'question q "Q?" { hypotheses: [x, y] }\nhypothesis x "X."\nhypothesis y "Y."\nevidence e-1 "E."\n'
    "matrix q {\n    |   | x | y |\n    | "
)


@pytest.mark.parametrize(
    ("row", "code", "column", "mend"),
    [
        ("---|:--:|---|", "L155", 5, "leave this line out"),
        ("e-1 | ++ | I |", "L158", 13, "| e-1 | CC | I |"),
        ("e-1 | C | -- |", "L158", 17, "| e-1 | C | II |"),
        ("e-1 | ? | I |", "L158", 13, "| e-1 | | I |"),
        ("e-1 | very inconsistent | I |", "L158", 13, "| e-1 | II | I |"),
        ("e-1 | c | I |", "L158", 13, "| e-1 | C | I |"),
        ("e-1 | C as it was | I |", "L158", 13, '| e-1 | C "as it was" | I |'),
        ("e-1 | C | I | as it was |", "L151", 21, '| e-1 | C | I | "as it was" |'),
        ("e-1 | C | I | C |", "L151", 21, "a reason for the whole row stands last and in quotes"),
        ("e-1 | C |", "L151", 15, "| e-1 | C | |"),
        ("e 1 | C | I |", "L155", 7, "| e-1 | C | I |"),
        ('"It rained." | C | I |', "L155", 7, 'evidence NAME "It rained."'),
        ("e-1 | 1.4 | I |", "L120", 13, "| e-1 | 1.4% | I |"),
        ("e-1 | 0.9..0.2 | I |", "L120", 13, "| e-1 | 0.2..0.9 | I |"),
    ],
)
def test_a_malformed_row_is_told_at_its_cell_with_a_mend(row: str, code: str, column: int, mend: str) -> None:
    text = f"{TABLE}{row}\n}}\n"
    assert codes_of(text) == [(code, 7, column)]
    (found,) = analysis_of(text).diagnostics
    assert mend in [one.text for one in found.mends]


def test_a_long_line_of_dashes_takes_no_time() -> None:
    assert codes_of(f"{TABLE}{'-' * 2000}x | C | I |\n}}\n") == [("L201", 7, 7)]


RATED = (
    'question q "Who?" { hypotheses: [x, y] }\nhypothesis x "X." { prior: 0.5 }\nhypothesis y "Y."\nevidence e "E."\nclaim f "F."\nvoice ann "Ann"\n'
    "matrix q {\n    |   | x | y |\n    | e | C | I |\n}\n"
)


def test_a_scenario_may_rate_otherwise() -> None:
    the_map = map_of(
        RATED
        + 'scenario "S" {\n    assume f\n    matrix q by ann {\n        | | relevance: | y |\n        | e | high | N "why" |\n'
        "        | f | | CC |\n    }\n    set x { prior: 0.2 }\n    set e { relevance: low }\n    matrix q {\n        | | x |\n        | e | |\n    }\n}\n"
    )
    (scenario,) = the_map.scenarios
    assert [change.target for change in scenario.changes] == ["f", "x", "e"]
    first, second = scenario.matrices
    assert (first.rater, first.hypotheses, first.rows[0].cells) == ("ann", ("y",), [Cell("N", None, "why")])
    assert first.rows[0].attributes == [Attribute("relevance", "high")]
    assert (second.rater, second.rows[0].cells) == (None, [Cell()])
    assert len(the_map.matrices) == 1  # they are no matrices of the map


def test_what_a_scenario_rates_is_checked_like_any_matrix() -> None:
    inside = (
        RATED
        + 'scenario "S" {\n    matrix q {\n        |   | x |\n        | e | CC | II |\n        | f | maybe |\n        | g | C |\n    }\n}\n'
    )
    assert codes_of(inside) == [("L151", 14, 20), ("L158", 15, 15), ("L201", 16, 11)]
    nothing = 'question q "Q?" { hypotheses: [x] }\nhypothesis x "X."\nscenario "S" {\n    matrix q {\n        | | x |\n        | x | C |\n    }\n}\n'
    assert codes_of(nothing) == [("L165", 4, 5)]
    assert codes_of(RATED + 'scenario "S" { set e { prior: 0.2 } }\n') == [("L140", 11, 24)]
    twice = (
        RATED
        + 'scenario "S" {\n    matrix q {\n        | | x |\n    }\n    matrix q {\n        | | x |\n        | e | I |\n    }\n}\n'
    )
    assert codes_of(twice) == [("L156", 15, 5)]


def test_allowances_are_comments() -> None:
    the_map = map_of('# argmap: allow S102, A306 the archive burnt down\nclaim "It says # argmap: allow S101 no."\n')
    assert [(one.code, one.reason) for one in the_map.allowances] == [
        ("S102", "the archive burnt down"),
        ("A306", "the archive burnt down"),
    ]


def test_imports_bring_names_with_or_without_a_prefix() -> None:
    the_map = map_of(
        'import "trade.argmap" as trade\nimport "ports.argmap"\nclaim a "A." { because trade.t1 & port & trade.deep.d }\n',
        trade='import "deep.argmap" as deep\nclaim t1 "T." { because "anonymous" }\n',
        ports='claim port "P." { because "other" }\n',
        deep='claim d "D."\n',
    )
    assert [file.prefix for file in the_map.files] == ["", "trade.", "trade.deep.", ""]
    assert [s.id for s in the_map.statements] == ["a", "trade.t1", "trade._1", "trade.deep.d", "port", "_1"]
    assert the_map.steps[0].premises == ["trade.t1", "port", "trade.deep.d"]


def test_a_file_imported_on_two_ways_is_one() -> None:
    the_map = map_of(
        'import "left.argmap" as left\nimport "right.argmap" as right\nclaim a "A." { because right.base.b }\n',
        left='import "base.argmap" as base\n',
        right='import "base.argmap" as base\nclaim r "R." { because base.b }\n',
        base='claim b "B."\n',
    )
    assert [s.id for s in the_map.statements] == ["a", "left.base.b", "right.r"]
    assert the_map.steps[0].premises == ["left.base.b"]


def test_names_are_of_any_script_and_compared_composed() -> None:
    the_map = map_of(
        "claim भारत “A”\n".replace("“", '"').replace("”", '"')
        + 'claim caf\u00e9 "B." { because भारत }\nclaim x "X." { because cafe\u0301 }\nclaim حجة "C."\nclaim 論点 "D."\n'
    )
    assert [s.premises for s in the_map.steps] == [["भारत"], ["caf\u00e9"]]


def test_nine_mistakes_give_nine_messages() -> None:
    text = (
        'source essay "E" { dat: 2025 }\n'  # 1
        'claim one "First." {\n'
        '    because "a" "b"\n'  # 2
        "    because “curly”\n"  # 3
        '    Because "big"\n'  # 4
        "    cite: essay par22 maybe\n"  # 5
        '    but "unclosed\n'  # 6
        "    because two & two\n"  # 7
        "}\n"
        'claim two "Second."\n'
        'claim one "Again."\n'  # 8
        "one contrasts two\n"  # 9
    )
    assert codes_of(text) == [
        ("L106", 1, 20), ("L110", 3, 17), ("L103", 4, 13), ("L108", 5, 5), ("L182", 6, 23),
        ("L101", 7, 9), ("L207", 8, 5), ("L202", 11, 7), ("L172", 12, 1),
    ]  # fmt: skip


def test_nine_mistakes_over_sections_tables_and_scenarios() -> None:
    text = (
        'section "One" of nobody {\n'  # 1
        '    claim a "A." {\n'
        "        because b c\n"  # 2
        "        weight: strong\n"  # 3
        "    }\n"
        "    }\n"
        "}\n"  # 4
        'question q "Q?" { hypotheses: h }\n'  # 5
        'hypothesis h "H."\nclaim b "B."\nclaim c "C."\n'
        "h excludes h\n"  # 6
        "matrix q {\n    | | h |\n    | b | maybe |\n    | c | C | C |\n}\n"  # 7, 8 (and the head: h answers nothing yet)
        'scenario "S" {\n    assume nothing-here\n}\n'  # 9
    )
    found = codes_of(text)
    expected = {("L201", 1, 18), ("L110", 3, 19), ("L140", 4, 9), ("L120", 8, 31), ("L171", 12, 1)}
    expected |= {("L158", 15, 11), ("L151", 16, 15), ("L201", 19, 12)}
    assert expected <= set(found)
    assert any(code == "L109" for code, *_ in found)


def test_an_allowance_without_its_colon_is_told_with_the_comment_mended() -> None:
    text = 'claim late "The train was late."   # argmap allow S102 the log burnt down\n# argmap allows comments\n'
    (found,) = analysis_of(text).diagnostics
    assert (found.code, found.mends[0].text) == ("L190", "# argmap: allow S102 the log burnt down")
