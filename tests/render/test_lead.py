"""The line over the answers says how firm a lead is; sections below say once what holds of many."""

from argmap.analysis import Analysis
from argmap.assessment import EVERYTHING
from argmap.checks.settings import Settings
from argmap.pipeline import analyse
from argmap.render.report.context import context_of
from argmap.render.report.documents import documents
from argmap.render.report.findings import findings
from argmap.render.report.hanging import hanging
from argmap.render.report.hypotheses import hypotheses
from argmap.render.report.judgements import judgements

CASE = """
source log "The log" { date: 2025-03-02  reliability: A }
source notes "The notes" { date: 2025-03-02  reliability: A }
question cause "Why?" { hypotheses: [ann, bob]  exclusive: yes }
hypothesis ann "Ann did." { because key because seen }
hypothesis bob "Bob did." { because coat }
evidence key "She had the key." { cite: log  credibility: 1 }
evidence seen "She was seen." { cite: notes  credibility: 1 }
evidence coat "His coat hung there." { cite: log  credibility: 3 }
"""
FIRM = "matrix cause {\n| | ann | bob |\n| key | CC | II |\n| seen | CC | II |\n}\n"
THIN = "matrix cause {\n| | ann | bob |\n| key | C | I |\n| seen | N | N |\n}\n"


def analysed(text: str) -> Analysis:
    return analyse("main.argmap", lambda _: text.encode(), needs=EVERYTHING)


def line(text: str) -> str:
    verdict = judgements(context_of(analysed(text)))[0].verdict
    assert verdict
    return verdict.line


def points(text: str) -> dict[str, str]:
    (_, matrix) = judgements(context_of(analysed(text)))[0].groups
    return {
        one.label: " ".join([one.text, *(f"{item.ref.text} {item.words}" for item in one.items)])
        for one in matrix.points
    }


def test_a_firm_lead_is_told_with_all_that_would_not_end_it() -> None:
    assert (
        line(CASE + FIRM) == "ann leads, by strength and in the matrix; no single row or step in one cell would end it."
    )
    assert (
        points(CASE + FIRM)["Fragility"]
        == "4 steps of cells bring bob level by all but bits; 7 steps of cells put bob ahead by bits"
    )


def test_a_lead_that_hangs_on_a_row_says_so_in_the_same_breath() -> None:
    assert (
        line(CASE + THIN) == "ann leads, by strength and in the matrix; a single row or step in one cell would end it."
    )
    assert (
        points(CASE + THIN)["Linchpins"]
        == "without it others lead or tie: key (ann and bob tie by all rules that vote)"
    )


def test_a_scenario_that_ends_a_lead_is_on_the_first_screen() -> None:
    text = (
        CASE
        + FIRM
        + 'scenario "the key was his" { matrix cause {\n| | ann | bob |\n| key | II | CC |\n| seen | II | CC |\n} }\n'
    )
    assert line(text).endswith("a single scenario would end it.")
    assert points(text)["Scenarios"] == "1 of 1 change who leads: “the key was his” (bob leads by all rules that vote)"


def test_a_scenario_in_which_another_answer_is_strongest_ends_the_lead_too() -> None:
    text = CASE + FIRM + 'scenario "the witnesses are not believed" { deny key deny seen }\n'
    assert "scenario" in line(text)


def test_what_is_against_a_claim_is_not_what_it_rests_on() -> None:
    text = """
    claim move "We should move." { because light but dear but far }
    evidence light "The rooms are light." { base: 0.8 }
    evidence dear "The rent is high." { base: 0.7 }
    claim far "It is far from everything."
    """
    context = context_of(analysed(text))
    (ranking,) = context.analysis.assessment.rankings or ()
    told = {one.label: [item.ref.text for item in one.items] for one in hanging(context, ranking)}
    assert told["move rests most on"] == ["light"]
    assert told["Most against it"] == ["dear"]
    assert told["Not backed yet, but would move it"] == ["far"]


def test_a_row_that_does_not_count_is_known_by_its_cells() -> None:
    text = CASE + 'claim later "She confesses." { seen: no }\n' + FIRM.replace("}", "| later | C | I |\n}")
    (block,) = hypotheses(context_of(analysed(text)))
    assert [row.name for row in block.rows if not row.counted] == ["later"]


def test_findings_of_one_kind_with_other_mends_each_show_their_own() -> None:
    text = """
    claim a "It will be dry." { because b as one { scheme: abduction } }
    claim c "Go." { because d as two { scheme: analogy } }
    evidence b "The sky is red." { by: analyst }
    evidence d "They went." { by: analyst }
    """
    found = analyse("main.argmap", lambda _: text.encode(), needs=EVERYTHING, checks=Settings())
    groups = {group.code: group for group in findings(context_of(found))}
    group = groups["A312"]
    helps = {str(item.help) for item in group.items}
    assert group.help is None
    assert len(helps) == len(group.items) == 2
    same = next(group for code, group in groups.items() if code != "A312")
    assert same.help is not None
    assert all(item.help is None for item in same.items)


def test_documents_that_share_nothing_are_named_once() -> None:
    each = "".join(
        f'source {s} "{s}"\n' + "".join(f'claim {s}{n} "{s} {n}." {{ cite: {s} p{n} }}\n' for n in (1, 2))
        for s in "uvw"
    )
    told = documents(context_of(analysed(each)))
    assert told.pairs == ()
    assert told.apart == ("u and v", "u and w", "v and w")
    shared = documents(context_of(analysed(each + 'claim both "Both." { cite: u p3 cite: v p3 }\n')))
    assert [(pair.first, pair.second) for pair in shared.pairs] == [("u", "v")]
    assert shared.apart == ("u and w", "v and w")
