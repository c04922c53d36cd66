"""Rules on structure: circles, objections and their answers, questions of schemes, and what everything hangs on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.structure.bearing import feet
from argmap.model import ArgumentMap, Attribute, Range, Statement, Step
from argmap.outline import Outline
from argmap.provenance.grounds import Grounds
from argmap.provenance.origins import origins
from argmap.strength.engine import assess
from tests.checks.reading import found, lines, messages

# ---------------------------------------------------------------------------------------------------------- circles


def test_a_circle_is_told_once_by_its_shortest_way_with_what_else_belongs_to_it() -> None:
    text = """
    claim a "A." { because b }
    claim b "B." { because a  because c }
    claim c "C." { because b }
    claim d "D." { because a }
    """
    assert messages(text, "A301") == [
        "`a` because `b` because `a`: these reasons go round in a circle (`c` is part of it as well)"
    ]


def test_a_circle_closes_over_a_restatement_and_over_a_warrant() -> None:
    assert len(found('claim a "A." { because b }\nclaim b "B." { because c }\nclaim c "C."\nc restates a', "A301")) == 1
    assert (
        len(
            found('claim a "A." {\n    because b\n        since c\n}\nclaim b "B."\nclaim c "C." { because a }', "A301")
        )
        == 1
    )


def test_what_is_entailed_may_speak_for_what_entails_it() -> None:
    assert messages('claim a "A." { because b }\nclaim b "B."\na entails b', "A301") == []


def test_a_circle_that_a_document_turns_down_is_not_its_own() -> None:
    text = """
    source essay "Essay" {{ kind: article }}
    claim a "A." {{ because b as {{ cite: essay par1 {stance} }} }}
    claim b "B." {{ because a as {{ cite: essay par2 }} }}
    """
    assert len(found(text.format(stance="endorsed"), "A301")) == 1
    assert found(text.format(stance="rejected"), "A301") == []


@st.composite
def plain_maps(draw: Any, *, circles: bool) -> ArgumentMap:
    """Claims and supporting steps of one or two premises; without circles premises come later, the last are evidence."""
    size = draw(st.integers(2, 9))
    names = [f"c{number}" for number in range(size)]
    whole = ArgumentMap(statements=[Statement(id=name, kind="claim", text=name) for name in names])
    for number in range(draw(st.integers(1, 14))):
        target = draw(st.integers(0, size - 1 if circles else size - 2))
        others = [name for place, name in enumerate(names) if place != target and (circles or place > target)]
        premises = draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True))
        whole.steps.append(Step(id=f"_s{number}", kind="support", target=names[target], premises=premises))
    concluded = {step.target for step in whole.steps}
    for statement in whole.statements:
        if not circles and statement.id not in concluded:
            statement.kind = "evidence"
            statement.attributes.append(Attribute("base", Range(0.9, 0.9)))
    return whole


def as_text(whole: ArgumentMap) -> str:
    parts = [f'claim {each.id} "{each.text}"' for each in whole.statements]
    return "\n".join([*parts, *(f"{step.target} because {' & '.join(step.premises)}" for step in whole.steps)])


@given(plain_maps(circles=True))
def test_a_circle_is_found_just_where_a_walk_comes_back(whole: ArgumentMap) -> None:
    below: dict[str, set[str]] = {}
    for step in whole.steps:
        below.setdefault(step.target, set()).update(step.premises)

    def reached(name: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(below.get(name, ()))
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += below.get(one, ())
        return seen

    walks = {each.id: reached(each.id) for each in whole.statements}
    circles = {
        frozenset(other for other in walks[name] if name in walks[other]) for name in walks if name in walks[name]
    }
    told = found(as_text(whole), "A301")
    assert len(told) == len(circles)
    for each in told:
        way = [word.strip("`") for word in each.message.partition(":")[0].split(" because ")]
        assert way[0] == way[-1]
        assert all(second in below[first] for first, second in pairwise(way))


# ------------------------------------------------------------------------------------------- what everything hangs on


@given(plain_maps(circles=False))
def test_without_a_foot_nothing_speaks_and_without_another_something_does(whole: ArgumentMap) -> None:
    outline = Outline(whole)
    needed = feet(outline, Grounds(outline, origins(whole)))
    shared = {name for name, steps in outline.used.items() if len(steps) > 1}
    for name in outline.groups:
        if not outline.supports[name]:
            continue
        for other in shared - {name}:
            strength = assess(_silent(whole, other)).documented.statements[name].strength
            assert (other in needed[name].needed) == (strength is None or strength <= 0.5), (
                as_text(whole),
                name,
                other,
            )


def _silent(whole: ArgumentMap, name: str) -> ArgumentMap:
    """The map in which one statement is a bare claim."""
    statements = [Statement(id=name, kind="claim", text=name) if each.id == name else each for each in whole.statements]
    return replace(whole, statements=statements, steps=[step for step in whole.steps if step.target != name])


def test_a_witness_of_its_own_needs_no_foot() -> None:
    text = """
    source a "A" {{ kind: log }}
    source b "B" {{ kind: log }}
    voice ann "Ann"
    claim top "Top." {{ because left  because right }}
    claim left "Left." {{
        {more}
        because foot & "P." {{ cite: a p1 }}
    }}
    claim right "Right." {{ because foot & "Q." {{ cite: b p1 }} }}
    claim foot "Foot."
    """
    assert messages(text.format(more=""), "A313") == ["all reasons for `top` pass through `foot`"]
    assert messages(text.format(more="cite: ann in a p2 endorsed"), "A313") == []


# -------------------------------------------------------------------------------------------- objections and answers


@pytest.mark.parametrize(
    ("objection", "open_"),
    [
        ('but "No." ', True),
        ('but claim x "No." { but "Yes." }', False),
        ('but claim x "No." { cite: essay par2 conceded }', False),
        ('but claim x "No." { cite: essay par2 rejected }', False),
        ('but claim x "No." { cite: ann in essay par2 endorsed }', True),
        ('but claim x "No." { cite: ann in essay par2 endorsed } as { cite: essay par3 rejected }', False),
        ('but "No."\n            unless "It does not matter."', False),
        ('because "R."\n            unless "In some case."', False),  # an exception that nobody says holds
        ('because "R." as {\n            unless claim x "It holds." { by: analyst }\n        }', True),
        (
            'because "R." as {\n            unless claim x "It holds." {\n base: 0.7\n but "It does not."\n }\n        }',
            False,
        ),
    ],
)
def test_objections_are_answered_by_replies_concessions_and_undercuts(objection: str, *, open_: bool) -> None:
    text = f"""
    source essay "Essay" {{ kind: article }}
    voice ann "Ann"
    claim top "Top." {{
        cite: essay par1
        {objection}
    }}
    """
    assert len(found(text, "A307")) == open_


def test_a_view_that_is_only_reported_needs_neither_reasons_nor_replies() -> None:
    text = """
    source essay "Essay" { kind: article }
    voice ann "Ann"
    question q "What?" { hypotheses: [one, two] }
    hypothesis one "One." {
        cite: ann in essay par1 endorsed
        cite: essay par1 reported
        but "No."
    }
    hypothesis two "Two." { cite: essay par1 rejected }
    """
    assert messages(text, "A302", "A307", "A308", "A306") == []


def test_an_objection_anywhere_below_makes_a_case_two_sided() -> None:
    text = """
    claim top "Top." { because claim mid "Mid." { because claim low "Low." } }
    """
    assert len(found(text, "A308")) == 1
    assert messages(text + '\nlow but "No."', "A308") == []


def test_orphans_are_statements_without_any_tie() -> None:
    text = """
    claim a "A." { because b }
    claim b "B."
    claim c "C."
    claim d "D."
    claim e "E."
    d explains e
    """
    assert lines(text, "A306") == [4]
    assert lines('claim a "A."', "A306") == []


# ------------------------------------------------------------------------------------------------ contraries, schemes

CONTRARY = """
source essay "Essay" { kind: article }
source paper "Paper" { kind: article }
claim top "Top." { because mid  because right }
claim mid "Mid." { because left }
claim left "Left." { cite: essay par2 }
claim right "Right." { cite: essay par3 }
left excludes right
"""


def test_contraries_that_lead_to_one_conclusion_over_other_steps() -> None:
    assert messages(CONTRARY, "A309") == ["`top` is drawn both from `left` and `right`, which cannot both be true"]
    assert messages(CONTRARY.replace("essay par3", "paper par3"), "A309") == []  # two parties disagree


def test_answers_to_an_exclusive_question_are_contraries() -> None:
    text = """
    question q "What?" {{ hypotheses: [one, two]  exclusive: {exclusive} }}
    hypothesis one "One." {{ because "R." }}
    hypothesis two "Two." {{ because "S." }}
    claim top "Top." {{ because one  because two }}
    """
    assert len(found(text.format(exclusive="yes"), "A309")) == 1
    assert found(text.format(exclusive="no"), "A309") == []


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("", ["“Does the expert go by evidence?” and “Did the expert really say this, and in this sense?”"]),
        ('answers: evidence "she measured"', ["“Did the expert really say this, and in this sense?”"]),
        ('answers: evidence "she measured"  answers: said "yes"', []),
        ('answers: said "yes"\n            unless "She guessed." as { answers: evidence }', []),
        (
            'answers: said "yes"\n            unless "She was paid." as { answers: bias }',
            ["“Does the expert go by evidence?”"],
        ),
    ],
)
def test_critical_questions_are_open_until_they_are_answered(inside: str, told: list[str]) -> None:
    text = f"""
    claim safe "It is safe." {{
        because "The engineer says so." as {{
            scheme: expert-opinion
            {inside}
        }}
    }}
    """
    assert [message.partition("leaves open: ")[2] for message in messages(text, "A312")] == told


def test_quoted_words_answer_whether_they_were_said() -> None:
    text = """
    source report "Report" { kind: report }
    voice ann "Ann"
    claim safe "It is safe." {
        because claim word "Ann says so." { cite: ann in report p1 endorsed "quite safe" } as { scheme: position-to-know }
    }
    """
    assert messages(text, "A312") == []


def test_steps_of_one_scheme_to_one_conclusion_are_asked_together_and_a_missing_rule_comes_first() -> None:
    text = """
    claim all "All are white." {
        because "This one is." as one { scheme: example }
        because "That one is." as two { scheme: example }
    }
    claim rain "It will rain." { because "Swallows fly low." as low { scheme: sign } }
    """
    assert messages(text, "A312") == [
        "the steps `one` and `two` argue by `example` and leave open: “Is the example true and typical?”"
    ]
    assert messages(text, "A303") == [
        "the step `low` argues by `sign` without saying that “such a sign usually means this”"
    ]


# -------------------------------------------------------------------------------------------------------- opponents


@pytest.mark.parametrize(
    ("cites", "count"),
    [
        ("cite: union in essay par3 endorsed  cite: essay par3 rejected", 1),
        ("cite: union in essay par3 endorsed", 1),  # it holds what this is an objection to
        ('cite: union in essay par3 endorsed "not enough"', 0),
        ("cite: union in essay par3 n4 endorsed", 0),
        ("cite: union in essay par3 endorsed  from: paper", 0),
        ("cite: union in paper p3 endorsed", 0),  # the paper takes no side
        ("cite: union in paper p3 endorsed  cite: essay par3 rejected", 0),  # it is the paper that passes it on
        ("by: union", 0),  # the map's author takes no side either
    ],
)
def test_an_opponent_is_made_of_straw_only_by_whoever_speaks_against_it(cites: str, count: int) -> None:
    text = f"""
    source essay "Essay" {{ kind: article }}
    source paper "Paper" {{ kind: interview }}
    voice union "The union"
    claim shut "It should stay shut." {{
        cite: essay par1
        because "Staff need a day off." {{ cite: essay par2 }}
        but claim lazy "It is not enough." {{ {cites} }}
    }}
    """
    assert len(found(text, "A310")) == count


def test_what_the_maps_author_puts_down_to_an_opponent_is_asked_for_its_source() -> None:
    text = """
    source paper "Paper" {{ kind: article }}
    voice union "The union"
    claim shut "It should stay shut." {{
        because "Staff need a day off."
            unless claim enough "They have two." {{ by: union {more} }}
    }}
    """
    (finding,) = found(text.format(more=""), "A310")
    assert finding.message == (
        "`enough` is put down to The union, with none of their words and no place where they stand"
    )
    assert found(text.format(more=" from: paper"), "A310") == []


def test_an_unless_is_held_against_whoever_takes_the_step() -> None:
    text = """
    source essay "Essay" {{ kind: article }}
    source reply "Reply" {{ kind: article }}
    voice union "The union"
    claim shut "It should stay shut." {{
        cite: essay par1
        because "Staff need a day off." {{ cite: essay par2 }} as tired {{ {step} }}
            unless claim enough "They have two." {{ cite: union in {teller} par3 endorsed }}
    }}
    """
    for step, teller, told in [
        ("", "essay", True),
        ("", "reply", False),
        ("cite: essay par2", "essay", True),
        ("cite: reply par2", "essay", False),
        ("cite: reply par2", "reply", True),
    ]:
        assert bool(found(text.format(step=step, teller=teller), "A310")) == told, (step, teller)
