"""What a map owes to each source and voice: what each carries, where it comes from, what falls without it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.provenance.origins import origins
from argmap.strength.explaining.bench import distinct
from argmap.strength.explaining.contests import compared
from argmap.strength.explaining.counts import origin_parts
from argmap.strength.explaining.withdrawal import apart, tells, without_sources

if TYPE_CHECKING:
    from argmap.model import SourceDocument, Voice
    from argmap.provenance.origins import Origins
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.withdrawal import Withdrawal

_SHOWS = 0.005


@dataclass(frozen=True, slots=True)
class Effect:
    """What withdrawing a source or voice does to one hypothesis or main claim (None: not assessed)."""

    id: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Reliance:
    """One source or voice.

    Attributes:
        thing: The source or voice.
        same: Other ids under which it stands in the map.
        roots: Where what it carries begins; itself among them where it is a root origin.
        carries: The statements that have a chain through it, by id.
        falls: Those of them that have no other.
        circle: Sources that draw on each other in a circle, it among them.
        documented: What its withdrawal does to hypotheses and main claims as documented, where it shows.
        granted: The same if assertions are granted.
    """

    thing: SourceDocument | Voice
    same: tuple[str, ...]
    roots: tuple[str, ...]
    carries: tuple[str, ...]
    falls: tuple[str, ...]
    circle: tuple[str, ...]
    documented: tuple[Effect, ...]
    granted: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Sourcing:
    """All sources and voices of a map, with what they come to.

    Attributes:
        items: The sources, then the voices, in the order of the map.
        origins: Each root origin of the map's evidence, with how many statements begin there (parts add up).
        evidence: How many statements of evidence have an origin.
        effective: As how many equal origins these count: 1 / sum of squared parts.
    """

    items: tuple[Reliance, ...]
    origins: dict[str, float]
    evidence: int
    effective: float


def sourcing(both: tuple[Bench, Bench]) -> Sourcing:
    """Work out what a map owes to its sources and voices; `both` are its two readings."""
    argument_map = both[0].map
    known = origins(argument_map)
    targets = compared(both[0])
    effects = [_effects(bench, targets, known) for bench in distinct(both)]
    things: list[SourceDocument | Voice] = [*argument_map.sources, *argument_map.voices]
    items = tuple(_reliance(thing, known, effects) for thing in things)
    evidence = [s.id for s in argument_map.statements if s.kind == "evidence" and known.roots.get(s.id)]
    parts = origin_parts(evidence, known)
    total = sum(parts.values())
    effective = total * total / sum(part * part for part in parts.values()) if parts else 0.0
    return Sourcing(items, parts, len(evidence), effective)


def _reliance(thing: SourceDocument | Voice, known: Origins, effects: list[dict[str, tuple[Effect, ...]]]) -> Reliance:
    one = known.sources.same.get(thing.id, thing.id)
    chains = {name: [chain for chain in found if one in chain] for name, found in known.chains.items()}
    carries = [name for name, found in chains.items() if found]
    heads = dict.fromkeys(chain[0] for found in chains.values() for chain in found)
    return Reliance(
        thing=thing,
        same=tuple(name for name, first in known.sources.same.items() if first == one and name != thing.id),
        roots=tuple(heads),
        carries=tuple(carries),
        falls=tuple(known.without(thing.id)),
        circle=next((circle for circle in known.sources.circles if one in circle), ()),
        documented=effects[0].get(one, ()),
        granted=effects[-1].get(one, ()),
    )


def _effects(bench: Bench, targets: list[int], known: Origins) -> dict[str, tuple[Effect, ...]]:
    return {one.name: _shown(bench, targets, one) for one in without_sources(bench, targets, known)}


def _shown(bench: Bench, targets: list[int], gone: Withdrawal) -> tuple[Effect, ...]:
    found = []
    for target, after in zip(targets, gone.strengths, strict=True):
        name = bench.classes[target][0].id
        before = bench.strengths.statements[name].strength
        if tells(before, after, _SHOWS):
            found.append(Effect(name, before, after))
    return tuple(sorted(found, key=lambda one: -apart(one.before, one.after)))
