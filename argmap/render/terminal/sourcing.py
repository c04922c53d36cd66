"""Sources and voices as a table, with what falls without them; as CSV; as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.model import SourceDocument
from argmap.render.figures import shown_or_not
from argmap.render.markup import plain
from argmap.render.places import locators
from argmap.render.terminal.columns import paragraph, table, wrap
from argmap.render.text import clean
from argmap.render.wording import counted, equal_ones, listed
from argmap.rounding import trimmed
from argmap.sheet import sheet
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import SourceRef, Voice
    from argmap.strength.explaining.reliance import Effect, Reliance, Sourcing

FORMAT = "argmap-sources/1"
HEADS = ("", "kind", "date", "grade", "cited in", "begins with", "carries", "alone")
_MOST = 3
READ = (
    "Carries: statements with a chain through it; alone: those with no other. Begins with: root origins of what it "
    "carries. Grade: reliability as given, A to F. Withdrawn: evidence without any chain falls silent, and so does what "
    "a withdrawn document says on its own word; what then becomes of hypotheses and main claims, as documented, or if "
    "assertions are granted where only that shows."
)


def sources_text(found: Sourcing, room: int, strong: Callable[[str], str] = str) -> str:
    """Lay out the sources and voices of a map for a terminal of so many columns."""
    if not found.items:
        return "This map names no sources and no voices.\n"
    blocks = ["\n".join(table(HEADS, [_row(one) for one in found.items], room, strong))]
    circles = dict.fromkeys(one.circle for one in found.items if one.circle)
    blocks += [
        paragraph(f"Circular sourcing: {listed(map(clean, circle))} draw on each other.", room) for circle in circles
    ]
    falling = [one for one in found.items if one.carries]
    lines = [line for one in falling if _moves(one) for line in _withdrawn(one, room)]
    idle = [clean(one.thing.id) for one in falling if not _moves(one)]
    if idle:
        lines += wrap(f"no hypothesis or main claim moves without {listed(idle, 'or')}", room, "- ", "  ")
    if lines:
        blocks.append("\n".join([strong("Withdrawn, one at a time:"), *lines]))
    blocks += [paragraph(_total(found), room), paragraph(READ, room)]
    return "\n\n".join(blocks) + "\n"


def sources_csv(found: Sourcing) -> str:
    """Return the sources and voices as CSV, one a line; lists within a field are divided by spaces."""
    names = ("id", "is", "title", "kind", "date", "reliability", "noted", "roots", "carries", "falls", "circle")
    objects = map(_object, found.items)
    rows = ([" ".join(one[name]) if isinstance(one[name], list) else one[name] for name in names] for one in objects)
    return sheet(names, rows)


def sources_json(found: Sourcing) -> str:
    """Return the sources and voices as JSON."""
    origins = {"nominal": len(found.origins), "effective": found.effective, "parts": found.origins}
    data = {
        "format": FORMAT,
        "evidence": found.evidence,
        "origins": origins,
        "sources": [_object(one) for one in found.items],
    }
    return json_text(data)


def _row(one: Reliance) -> list[str]:
    thing = one.thing
    roots = ["itself" if root == thing.id else clean(root) for root in one.roots]
    return [
        clean(thing.id),
        clean(thing.word("kind")) or "source" if isinstance(thing, SourceDocument) else "voice",
        clean(thing.word("date")),
        clean(thing.word("reliability")),
        "; ".join(map(_place, thing.places("noted"))),
        listed(roots, most=_MOST),
        str(len(one.carries)),
        str(len(one.falls)),
    ]


def _moves(one: Reliance) -> bool:
    return any(shown_or_not(effect.before) != shown_or_not(effect.after) for effect in (*one.documented, *one.granted))


def _withdrawn(one: Reliance, room: int) -> list[str]:
    texts = (
        [f"{counted(len(one.falls), 'statement loses', 'statements lose')} the only chain to a document"]
        if one.falls
        else []
    )
    known = {effect.id for effect in one.documented}
    effects = [(effect, "") for effect in one.documented]
    effects += [(effect, ", granted") for effect in one.granted if effect.id not in known]
    texts += [_effect(*each) for each in effects if shown_or_not(each[0].before) != shown_or_not(each[0].after)]
    return wrap(f"{clean(one.thing.id)}: {'; '.join(texts)}", room, "- ", "  ")


def _effect(effect: Effect, reading: str) -> str:
    return f"{clean(effect.id)} {shown_or_not(effect.before)} → {shown_or_not(effect.after)}{reading}"


def _total(found: Sourcing) -> str:
    if not found.origins:
        return "No evidence of this map has an origin."
    most = sorted(found.origins.items(), key=lambda pair: -pair[1])
    first = listed((f"{clean(name)} ({trimmed(part, 1)})" for name, part in most), most=_MOST)
    begin = "begins" if found.evidence == 1 else "begin"
    text = f"{counted(found.evidence, 'statement')} of evidence {begin} in {counted(len(found.origins), 'root origin')}: {first}."
    like = equal_ones(len(found.origins), found.effective).partition(", like ")[2]
    return f"{text} Since some have more of it than others, they count like {like} equal ones." if like else text


def _place(place: SourceRef) -> str:
    return " ".join(filter(None, (clean(place.source), locators(place.locators))))


def _object(one: Reliance) -> dict[str, Any]:
    thing = one.thing
    return {
        "id": thing.id,
        "is": "source" if isinstance(thing, SourceDocument) else "voice",
        "title": plain(_title(thing)),
        "kind": thing.word("kind"),
        "date": thing.word("date"),
        "reliability": thing.word("reliability"),
        "noted": [_place(place) for place in thing.places("noted")],
        "same": list(one.same),
        "roots": list(one.roots),
        "carries": list(one.carries),
        "falls": list(one.falls),
        "circle": list(one.circle),
        "withdrawn": {"documented": _changes(one.documented), "granted": _changes(one.granted)},
    }


def _title(thing: SourceDocument | Voice) -> str:
    return thing.title if isinstance(thing, SourceDocument) else thing.name


def _changes(effects: Sequence[Effect]) -> list[dict[str, Any]]:
    return [{"id": one.id, "before": one.before, "after": one.after} for one in effects]
