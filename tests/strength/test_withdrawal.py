"""What falls with a source, a voice or a statement: a tie is not the same as nothing left to go by."""

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Change
from argmap.provenance.origins import origins
from argmap.render.terminal.explanation import sentences
from argmap.render.terminal.explanation_json import as_json
from argmap.render.terminal.sourcing import sources_json, sources_text
from argmap.render.terminal.standing import rank_text
from argmap.render.wording import UNHEARD
from argmap.strength.engine import strengths_in
from argmap.strength.explaining.bench import Bench, benches
from argmap.strength.explaining.contests import compared
from argmap.strength.explaining.ranking import rankings
from argmap.strength.explaining.reliance import sourcing
from argmap.strength.explaining.telling import Told, tell, tell_shortly
from argmap.strength.whatif import changed
from tests.reading import map_of
from tests.strength.test_properties import Plan, plans

if TYPE_CHECKING:
    from argmap.vocabulary import StepKind

BRIDGE = """
source reg "Register" { reliability: B  date: 2020 }
claim x "The bridge is safe." {
    because evidence a "Ann measured it." { cite: reg p1  credibility: 2 }
    but evidence b "Ben saw it sway." { cite: reg p2  credibility: 2 }
}
"""
CAR = """
source costs "Household book" { reliability: B }
source timetable "Timetable" { reliability: A }
claim sell "Mira should sell her car." {
    because evidence dear "It cost 3,840." { cite: costs p3  credibility: 2 }
    but evidence mother "Her mother lives far away." { cite: costs p14  credibility: 2 } as far
}
far unless evidence shared "A shared car stands at the station." { cite: timetable p40  credibility: 2 }
"""


def told(text: str, name: str, room: int = 200) -> tuple[str, list[str], dict]:
    """Return what `sources` and `explain` say, and the JSON of `explain`."""
    the_map = map_of(text)
    both = benches(the_map)
    known = origins(the_map)
    target = both[0].network.node_of[name]
    pair = (tell(both[0], target, known), tell(both[1], target, known))
    return (
        sources_text(sourcing(both), room),
        sentences(*pair)["documented"],
        json.loads(as_json([pair]))["statements"][0],
    )


def test_one_source_for_both_sides_is_what_a_tie_hangs_on() -> None:
    table, lines, data = told(BRIDGE, "x")
    assert "- reg: 2 statements lose the only chain to a document; x .50 → not assessed" in table
    assert "no hypothesis or main claim moves" not in table
    assert "As documented x is .5000, for as much speaks for it as against it." in lines[0]
    assert any("it is not assessed without the source reg" in line for line in lines)
    found = data["documented"]
    assert (found["assessed"], found["strength"]) == (True, 0.5)
    assert [one["strength"] for one in found["withdrawals"] if one["id"] == "reg"] == [None]


def test_a_tie_is_told_as_a_tie_and_silence_as_silence() -> None:
    table, lines, data = told(CAR, "sell")
    withdrawn = next(line for line in lines if "source or voice" in line)
    assert ".5000 (as much speaks for it as against it) without the source timetable" in withdrawn
    assert "not assessed without the source costs" in withdrawn
    assert "sell .60 → .50" in table.partition("timetable: ")[2]
    assert "sell .60 → not assessed" in table
    by_id = {one["id"]: one["strength"] for one in data["documented"]["withdrawals"] if one["kind"] == "source"}
    assert by_id == {"timetable": pytest.approx(0.5), "costs": None}


HARRY = """
source reg "Register"
claim harry "Harry is a British subject." {
    because "Harry was born in Bermuda." since "Whoever is born in Bermuda is, as a rule, a British subject."
    but "He has become an American citizen." { but oath }
}
claim oath "He never took the oath." { CITE }
"""


def test_a_map_that_one_citation_empties_says_why() -> None:
    cited, bare = map_of(HARRY.replace("CITE", "cite: reg p1")), map_of(HARRY.replace("{ CITE }", ""))
    for the_map, said in ((cited, True), (bare, False)):
        both = benches(the_map)
        target = both[0].network.node_of["harry"]
        lines = sentences(tell_shortly(both[0], target, ()), tell_shortly(both[1], target, ()))["granted"]
        assert (UNHEARD in lines) is said
        found = rankings(both, 1)
        assert [one.unheard for ranking in found for one in ranking.standings] == [said]
        assert (UNHEARD in rank_text(found, the_map, 10_000)) is said


def test_assumptions_alone_move_nothing_and_that_is_said_where_it_is_why() -> None:
    text = """
    source costs
    claim greener { because less }
    assumption less
    claim sell {
        because greener
        because less
        because evidence dear { cite: costs p1  credibility: 2 } }
    """
    _, lines, _ = told(text, "greener")
    assert "because less rests on assumptions alone, and these move nothing." in lines[0]
    assert UNHEARD not in sentences(*_shortly(text, "greener"))["granted"]
    _, lines, _ = told(text, "sell")
    said = "2 further reasons add nothing. because less rests on assumptions alone, and these move nothing."
    assert said in lines[0]
    _, lines, _ = told(CAR, "sell")
    assert "assumptions alone" not in " ".join(lines)


def _shortly(text: str, name: str) -> tuple[Told, Told]:
    both = benches(map_of(text))
    target = both[0].network.node_of[name]
    return tell_shortly(both[0], target, ()), tell_shortly(both[1], target, ())


def test_an_input_whose_fall_leaves_nothing_is_said_to_leave_nothing() -> None:
    _, lines, data = told("source s\nclaim c { because evidence e { cite: s p1  credibility: 2 } }", "c")
    assert "at .1 it would be not assessed, at .95 " in lines[1]
    assert data["documented"]["swings"][0]["low"] is None


def test_an_end_of_a_swing_that_changes_nothing_is_left_out() -> None:
    text = """
    source log
    claim c {
        because evidence e { cite: log p1  credibility: 2 } as seen
    }
    seen unless "The clock was wrong."
    """
    _, lines, _ = told(text, "c")
    bare = next(line for line in lines if "What nothing backs yet" in line)
    assert "(now .5000): at .95 it would be " in bare
    assert "at .1 " not in bare


@st.composite
def quarrels(draw: st.DrawFn) -> Plan:
    """Draw evidence for and against a first claim, and a second that rests on the first; many are ties."""
    documents = st.lists(st.integers(0, 2), min_size=1, max_size=2, unique=True).map(tuple)
    sources: list[tuple[int, ...]] = [(), ()]
    steps: list[tuple[StepKind, int, tuple[int, ...], float]] = [("support", 1, (0,), 2.0)]
    for _ in range(draw(st.integers(1, 3))):
        known, weight = draw(documents), draw(st.sampled_from((1.0, 2.0)))
        for kind in draw(st.sampled_from((("support",), ("attack",), ("support", "attack"), ("support", "attack")))):
            steps.append((kind, draw(st.integers(0, 1)) if len(steps) > 4 else 0, (len(sources),), weight))
            sources.append(known)
    if draw(st.booleans()):
        steps.append(("undercut", draw(st.integers(0, len(steps) - 1)), (len(sources) - 1,), 4.0))
    return Plan((None,) * len(sources), (), tuple(steps), (), tuple(sources))


@settings(max_examples=80, deadline=None)
@given(plans(sourced=True) | quarrels(), st.booleans())
def test_every_change_of_assessment_is_told(plan: Plan, asserted: bool) -> None:  # noqa: FBT001 - drawn
    """By terminal and JSON alike, and as a map without the source has it."""
    the_map = plan.built().map
    both = benches(the_map)
    bench = both[1] if asserted else both[0]
    found = sourcing(both)
    text = " ".join(sources_text(found, 10_000).split())
    data = {one["id"]: one["withdrawn"] for one in json.loads(sources_json(found))["sources"]}
    known = origins(the_map)
    for source in the_map.sources:
        for name in _changing(the_map, bench, source.id):
            line = text.partition(f"- {source.id}: ")[2].partition(" - d")[0]
            assert f"{name} " in line, (source.id, name, text)
            assert "not assessed" in line
            written = next(one for one in data[source.id][bench.strengths.reading] if one["id"] == name)
            assert (written["before"] is None) != (written["after"] is None)
            one = tell(bench, bench.network.node_of[name], known)
            gone = next(one for one in one.withdrawals if one.name == source.id)
            assert gone.strengths[0] == written["after"]


def _changing(the_map: ArgumentMap, bench: Bench, source: str) -> list[str]:
    reading = bench.strengths.reading
    after = strengths_in(changed(bench.ready, [Change("withdraw", source)]), reading).statements
    before = strengths_in(bench.ready, reading).statements
    names = [bench.classes[number][0].id for number in compared(bench)]
    return [name for name in names if (before[name].strength is None) != (after[name].strength is None)]
