"""The matrix in a scenario: what no longer counts, what is rated otherwise, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from argmap.matrix.absence import NOT_SEEN
from argmap.matrix.background import Background
from argmap.matrix.sheet import override, sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from argmap.matrix.sheet import Sheet
    from argmap.model import ArgumentMap, Matrix, Question, Scenario
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Assessed, Strengths

Fall = Literal["denied", "withdrawn", "no longer holds"]

_HOLDS = 0.5 + 1e-9  # a strength above this is some support


@dataclass(slots=True)
class Altered:
    """What a scenario makes of a map, as far as matrices go.

    Attributes:
        known: The map as the scenario has it.
        fallen: Statements that no longer count as rows, with the reason why.
        assumed: Statements that are taken as true.
        gone: Hypotheses that are denied, and the rivals of an assumed one that cannot be true beside it.
    """

    known: Background
    fallen: dict[str, Fall] = field(default_factory=dict)
    assumed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


def all_altered(before: Background, scenarios: Sequence[Scenario], ready: Prepared | None = None) -> list[Altered]:
    """Return the map in each scenario; how strong its statements are as it is is worked out once."""
    if not any(scenario.changes for scenario in scenarios):
        return [Altered(before) for _ in scenarios]
    from argmap.strength.engine import assess_prepared
    from argmap.strength.prepare import prepare

    ready = ready or prepare(before.map)
    assessed = assess_prepared(ready)
    return [
        _altered(before, scenario, ready, assessed) if scenario.changes else Altered(before) for scenario in scenarios
    ]


def _altered(before: Background, scenario: Scenario, ready: Prepared, assessed: Assessed) -> Altered:
    from argmap.strength.whatif import with_attributes  # most maps have no scenario

    put = {change.target: change.attributes for change in scenario.changes if change.action == "set"}
    known = Background(with_attributes(before.map, put), put) if put else before
    assumed = _with_restatements(before, scenario, "assume")
    denied = _with_restatements(before, scenario, "deny")
    withdrawn = {change.target for change in scenario.changes if change.action == "withdraw"}
    fallen: dict[str, Fall] = dict.fromkeys(_unfounded(scenario, ready, assessed), "no longer holds")
    fallen |= dict.fromkeys(_without(before, withdrawn), "withdrawn")
    fallen |= dict.fromkeys(sorted(denied), "denied")
    for name in assumed:
        fallen.pop(name, None)
    gone = denied | excluded_by(before.map, assumed)
    return Altered(known, fallen, frozenset(assumed), frozenset(gone - assumed))


def rows_of(made: Sheet, known: Background, change: Altered | None = None) -> tuple[str, ...]:
    """Return the rows that count: what was seen, or needs no seeing, and has not fallen."""
    fallen: Collection[str] = change.fallen if change is not None else ()
    assumed: Collection[str] = change.assumed if change is not None else ()
    return tuple(
        row for row in made.rows if row not in fallen and (row in assumed or known.word(row, "seen") != NOT_SEEN)
    )


def sheet_in(question: Question, matrices: Sequence[Matrix], scenario: Scenario, change: Altered) -> Sheet:
    """Return the ratings of a question as a scenario has them, without the hypotheses that are gone."""
    made = sheet(question, matrices)
    for matrix in scenario.matrices:
        if matrix.question == question.id:
            override(made, matrix)
    made.hypotheses = tuple(name for name in made.hypotheses if name not in change.gone)
    return made


def excluded_by(argument_map: ArgumentMap, assumed: Collection[str]) -> set[str]:
    """Return the hypotheses that cannot be true beside an assumed one."""
    found = {
        other
        for question in argument_map.questions
        if question.flag("exclusive") and not set(question.hypotheses).isdisjoint(assumed)
        for other in question.hypotheses
    }
    for relation in argument_map.relations:
        if relation.kind in {"excludes", "contradicts"}:
            found |= {relation.right} if relation.left in assumed else set()
            found |= {relation.left} if relation.right in assumed else set()
    return found


def _with_restatements(known: Background, scenario: Scenario, action: str) -> set[str]:
    targets = [change.target for change in scenario.changes if change.action == action]
    return {one.id for target in targets for one in known.members(target)}


def _without(known: Background, withdrawn: Collection[str]) -> Iterator[str]:
    """Give the statements that nothing is left of without these sources and voices."""
    same = known.found.sources.same
    gone = {same.get(name, name) for name in withdrawn}
    for name, members in known.classes.items() if gone else ():
        chains = [chain for one in members for chain in known.found.chains[one.id]]
        if chains and all(not gone.isdisjoint(chain) for chain in chains):
            yield name


def _unfounded(scenario: Scenario, ready: Prepared, before: Assessed) -> Iterator[str]:
    """Give the statements that had some support and have none left in the scenario.

    One that is itself graded otherwise weighs otherwise, and counts as it would with that grade in the map.
    """
    from argmap.strength.engine import assess_prepared
    from argmap.strength.whatif import changed

    after = assess_prepared(changed(ready, scenario.changes))
    documented = before.leading is before.documented
    now = after.documented if documented else after.granted
    graded = {change.target for change in scenario.changes if change.action == "set"}
    for name in before.leading.statements:
        if name not in graded and _holds(before.leading, name) and not _holds(now, name):
            yield name


def _holds(found: Strengths, name: str) -> bool:
    strength = found.statements[name].strength
    return strength is not None and strength > _HOLDS
