"""The sources and voices of a map: their grades, where what they carry begins, and what falls without them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.model import SourceDocument
from argmap.render.figures import NOT_ASSESSED, shown
from argmap.render.markup import plain, safe_url
from argmap.render.picture.boxes import shown_name
from argmap.render.places import locators
from argmap.render.report.context import source_anchor
from argmap.render.text import clean
from argmap.render.wording import listed
from argmap.rounding import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import SourceRef, Voice
    from argmap.render.markup import Html
    from argmap.render.report.context import Context
    from argmap.render.report.parts import Ref
    from argmap.strength.explaining.reliance import Effect, Reliance

_ABOUT = ("kind", "level", "author", "publisher", "date", "status")
_MOST = 4  # effects of a withdrawal that are told; more are counted
_CHAINS = 4


@dataclass(frozen=True, slots=True)
class Change:
    """What the withdrawal of a source does to one answer or main claim."""

    ref: Ref
    words: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source or voice: `url` is set only where it may become a link, `address` is what is written."""

    anchor: str
    name: str
    kind: str
    title: Html
    url: str
    address: str
    about: tuple[str, ...]
    reliability: str
    reason: str
    cited: int
    carries: int
    falls: tuple[Ref, ...]
    more_falls: int
    chains: tuple[str, ...]
    more_chains: int
    changes: tuple[Change, ...]
    more_changes: int
    circle: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources and voices, and as how many equal ones those count from which the evidence comes, if that differs."""

    rows: tuple[SourceRow, ...]
    evidence: int
    nominal: int
    effective: str
    origins: tuple[tuple[Ref, str], ...]
    more_origins: int
    weighed: bool

    def __bool__(self) -> bool:
        return bool(self.rows)


def sources(context: Context) -> Sources:
    """Gather the sources, then the voices, those that carry most first."""
    found = context.analysis.assessment.sourcing
    if found is None:
        things: list[SourceDocument | Voice] = [*context.analysis.map.sources, *context.analysis.map.voices]
        rows = tuple(_row(context, thing, None) for thing in things)
        return Sources(rows, 0, 0, "", (), 0, weighed=False)
    order = sorted(found.items, key=lambda one: (len(one.carries) == 0, -len(one.carries)))
    most = sorted(found.origins.items(), key=lambda pair: -pair[1])
    like = trimmed(found.effective, 1)
    return Sources(
        rows=tuple(_row(context, one.thing, one) for one in order),
        evidence=found.evidence,
        nominal=len(found.origins),
        effective="" if like == str(len(found.origins)) else like,
        origins=tuple((context.source(name), trimmed(part, 1)) for name, part in most[:8]),
        more_origins=max(0, len(most) - 8),
        weighed=True,
    )


def _row(context: Context, thing: SourceDocument | Voice, one: Reliance | None) -> SourceRow:
    address = clean(thing.word("url"))
    reliability = thing.get("reliability")
    cited = Counter(name for p in context.view.propositions for c in p.citations for name in (c.source, *c.voices))
    effects = _effects(one) if one else []
    falls = one.falls if one else ()
    chains = _chains(context, one) if one else []
    return SourceRow(
        anchor=source_anchor(thing.id),
        name=shown_name(thing.id),
        kind="source" if isinstance(thing, SourceDocument) else "voice",
        title=context.html(thing.title if isinstance(thing, SourceDocument) else thing.name),
        url=safe_url(address) or "",
        address=address,
        about=tuple(_about(thing)),
        reliability=clean(thing.word("reliability")),
        reason=plain(reliability.reason or "") if reliability else "",
        cited=cited[thing.id],
        carries=len(one.carries) if one else 0,
        falls=tuple(context.ref_to(name) for name in falls[:_MOST]),
        more_falls=max(0, len(falls) - _MOST),
        chains=tuple(chains[:_CHAINS]),
        more_chains=max(0, len(chains) - _CHAINS),
        changes=tuple(_change(context, *each) for each in effects[:_MOST]),
        more_changes=max(0, len(effects) - _MOST),
        circle=listed(map(clean, one.circle)) if one else "",
    )


def _about(thing: SourceDocument | Voice) -> Iterable[str]:
    yield from (plain(thing.word(key)) for key in _ABOUT if thing.word(key))
    if thing.word("role"):
        yield plain(thing.word("role"))
    if thing.flag("anonymous"):
        yield "anonymous"
    yield from (f"draws on {_place(place)}" for place in thing.places("derived-from"))
    yield from (f"cited in {_place(place)}" for place in thing.places("noted"))
    yield from (f"same as {clean(name)}" for name in thing.all_names("same-as"))


def _place(place: SourceRef) -> str:
    return " ".join(filter(None, (clean(place.source), locators(place.locators))))


def _chains(context: Context, one: Reliance) -> list[str]:
    """Return the chains by which what it carries came, each told once: `who said it → who passed it on → document`."""
    origins = context.analysis.assessment.origins
    if origins is None:
        return []
    name = origins.sources.same.get(one.thing.id, one.thing.id)
    found = Counter(
        chain for statement in one.carries for chain in origins.chains[statement] if name in chain and len(chain) > 1
    )
    called = context.called
    return [
        f"{' → '.join(called.get(link, clean(link)) for link in chain)} ({times})"
        for chain, times in found.most_common()
    ]


def _effects(one: Reliance) -> list[tuple[Effect, str]]:
    """Return what shows of its withdrawal: as documented, else on what is granted."""
    known = {effect.id for effect in one.documented}
    effects = [(effect, "") for effect in one.documented]
    effects += [(effect, ", granted") for effect in one.granted if effect.id not in known]
    return [each for each in effects if _figure(each[0].before) != _figure(each[0].after)]


def _change(context: Context, effect: Effect, reading: str) -> Change:
    return Change(context.ref_to(effect.id), f"{_figure(effect.before)} → {_figure(effect.after)}{reading}")


def _figure(value: float | None) -> str:
    return NOT_ASSESSED if value is None else shown(value)
