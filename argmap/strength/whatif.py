"""What a map comes to under other inputs: its scenarios, and the withdrawal of a source.

The map is compiled once, as it is written; the shares of origins stay those of the map, so that what a scenario changes
is what it says it changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from argmap.model import Entity, Range
from argmap.strength.bases import Base, bases
from argmap.strength.constants import CLIP_HIGH, CLIP_LOW
from argmap.strength.engine import strengths_in
from argmap.strength.hedges import cited_in, say_so, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argmap.model import ArgumentMap, Attribute, Change, Citation
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Reading, Strengths

Kind = TypeVar("Kind", bound=Entity)


def in_scenarios(ready: Prepared, reading: Reading, semantics: str | None = None) -> dict[str, Strengths]:
    """Return what a compiled map comes to in each of its scenarios, by title (the last of one title counts)."""
    return {one.title: strengths_in(changed(ready, one.changes), reading, semantics) for one in ready.map.scenarios}


def changed(ready: Prepared, changes: Sequence[Change]) -> Prepared:
    """Return a compiled map with other inputs; what names nothing in it changes nothing.

    `assume` holds a statement at .99 and `deny` at .01 before anything speaks for or against it; `withdraw` silences
    evidence of which nothing is left without a source or voice (its doubles go with it), and the document's own word;
    `set` replaces attributes.
    """
    put = {change.target: change.attributes for change in changes if change.action == "set"}
    gone = _with_doubles(ready, [change.target for change in changes if change.action == "withdraw"])
    the_map, classes, weights = ready.map, ready.classes, ready.weights
    if put:
        the_map = with_attributes(ready.map, put)
        place = {statement.id: statement for statement in the_map.statements}
        classes = [[place[statement.id] for statement in members] for members in ready.classes]
        weights = _weights(ready, the_map, cited_in(classes))
    unclipped = _held(ready, changes, bases(the_map, classes, gone, clip=False))
    given = [base.clipped for base in unclipped]
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


def _weights(ready: Prepared, the_map: ArgumentMap, cited: Mapping[str, Sequence[Citation]]) -> list[float]:
    weights = list(ready.network.weights)
    for step in the_map.steps:
        weights[ready.network.step_of[step.id]] = weight(step, cited)
    return weights


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
