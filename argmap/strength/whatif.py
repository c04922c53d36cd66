"""What a map comes to under other inputs: its scenarios, and the withdrawal of a source.

The map is compiled once, as it is written; the shares of origins stay those of the map, so that what a scenario changes
is what it says it changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from argmap.model import Change, Entity, Range, Scenario
from argmap.strength.bases import Base, bases
from argmap.strength.constants import CLIP_HIGH, CLIP_LOW
from argmap.strength.engine import assess_prepared
from argmap.strength.hedges import cited_in, say_so, weight
from argmap.strength.prepare import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model import ArgumentMap, Attribute
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Assessed

Kind = TypeVar("Kind", bound=Entity)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What falls with a source or a voice.

    Attributes:
        silenced: Ids of the evidence of which nothing is left: every chain to it passes through what is withdrawn.
        before: What the map comes to as it is.
        after: What it comes to without.
    """

    silenced: tuple[str, ...]
    before: Assessed
    after: Assessed


def assess_scenario(argument_map: ArgumentMap, scenario: Scenario, semantics: str | None = None) -> Assessed:
    """Return what a map comes to in one of its scenarios.

    `assume` holds a statement at .99 and `deny` at .01 before anything speaks for or against it; `withdraw` silences
    evidence that nothing is left of, and the document's own word; `set` replaces attributes.

    Args:
        argument_map: The map.
        scenario: What is changed.
        semantics: The name of a semantics; without it that of the map.
    """
    return assess_prepared(changed(prepare(argument_map), scenario.changes), semantics)


def in_scenarios(ready: Prepared, semantics: str | None = None) -> dict[str, Assessed]:
    """Return what a compiled map comes to in each of its scenarios, by title (the last of one title counts)."""
    return {one.title: assess_prepared(changed(ready, one.changes), semantics) for one in ready.map.scenarios}


def withdrawal(argument_map: ArgumentMap, name: str, semantics: str | None = None) -> Withdrawal:
    """Return what falls if a source or a voice, or any other origin, is withdrawn.

    Args:
        argument_map: The map.
        name: The id of a source or voice; its doubles go with it.
        semantics: The name of a semantics; without it that of the map.
    """
    ready = prepare(argument_map)
    gone = set(ready.witnesses.found.without(name))
    silenced = tuple(s.id for s in argument_map.statements if s.kind == "evidence" and s.id in gone)
    after = changed(ready, [Change("withdraw", name)])
    return Withdrawal(silenced, assess_prepared(ready, semantics), assess_prepared(after, semantics))


def changed(ready: Prepared, changes: Sequence[Change]) -> Prepared:
    """Return a compiled map with other inputs; what names nothing in it changes nothing."""
    put = {change.target: change.attributes for change in changes if change.action == "set"}
    gone = _with_doubles(ready, [change.target for change in changes if change.action == "withdraw"])
    the_map = with_attributes(ready.map, put)
    place = {statement.id: statement for statement in the_map.statements}
    classes = [[place[statement.id] for statement in members] for members in ready.classes]
    unclipped = _held(ready, changes, bases(the_map, classes, gone, clip=False))
    given = [base.clipped for base in unclipped]
    cited = cited_in(classes)
    weights = list(ready.network.weights)
    for step in the_map.steps:
        weights[ready.network.step_of[step.id]] = weight(step, cited)
    return replace(
        ready,
        map=the_map,
        classes=classes,
        given=given,
        unclipped=unclipped,
        spoken=say_so(the_map, classes, given, gone),
        weights=weights,
        counted_alike=(None, None),
    )


def _held(ready: Prepared, changes: Sequence[Change], given: list[Base]) -> list[Base]:
    """Put the bases of what is assumed, denied or given a base: they count for all that restates it."""
    held = {"assume": Range(CLIP_HIGH, CLIP_HIGH), "deny": Range(CLIP_LOW, CLIP_LOW)}
    for change in changes:
        node = ready.network.node_of.get(change.target)
        written = [a.value for a in change.attributes if a.key == "base" and isinstance(a.value, Range)]
        limits = held.get(change.action, written[0] if written else None)
        if node is not None and limits is not None:
            given[node] = Base.of(limits)
    return given


def _with_doubles(ready: Prepared, names: Iterable[str]) -> set[str]:
    same = ready.witnesses.found.sources.same
    gone = {same.get(name, name) for name in names}
    return gone | {name for name, first in same.items() if first in gone}


def with_attributes(argument_map: ArgumentMap, put: Mapping[str, Sequence[Attribute]]) -> ArgumentMap:
    """Return a map in which these things have these attributes instead of their own of the same keys."""
    return replace(
        argument_map,
        statements=_put(argument_map.statements, put),
        steps=_put(argument_map.steps, put),
        sources=_put(argument_map.sources, put),
        voices=_put(argument_map.voices, put),
    )


def _put(things: Sequence[Kind], put: Mapping[str, Sequence[Attribute]]) -> list[Kind]:
    return [replace(one, attributes=_merged(one, put[one.id])) if one.id in put else one for one in things]


def _merged(thing: Entity, new: Sequence[Attribute]) -> list[Attribute]:
    keys = {attribute.key for attribute in new}
    return [*new, *(attribute for attribute in thing.attributes if attribute.key not in keys)]
