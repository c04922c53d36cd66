"""What a map holds of its documents: for a terminal, as JSON and as CSV."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from argmap.provenance.texts.coverage import runs
from argmap.render.terminal.columns import columns, cut, paragraph, wrap
from argmap.render.text import clean
from argmap.render.wording import counted, listed, name_of
from argmap.rounding import rounded
from argmap.sheet import sheet
from argmap.writing import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.assessment import Assessment
    from argmap.provenance.texts.coverage import Coverage, Part
    from argmap.provenance.texts.document import Documents

FORMAT = "argmap-coverage/1"
_COLUMNS = (
    "document", "place", "section", "state", "statements", "steps", "reason", "words", "line", "begins", "cited by",
    "sources", "untouched",
)  # fmt: skip
_MOST = 12  # dots in a row
_LEAST = 20  # columns for the words of a passage
_READ = "● a statement that cites the passage, ○ only steps cite it, - skipped."
_COPIED = "Untouched: a statement only holds a copy of it."
_TEXT_MISSING = "Its text is not at hand, so that paragraphs and notes are known only where the map names them."


def coverage_text(assessment: Assessment, room: int, strong: Callable[[str], str] = str) -> str:
    """Lay out what a map holds of its documents, for a terminal of so many columns."""
    if not assessment.coverage:
        return "This map cites no document.\n"
    blocks = [_document(each, assessment, room, strong) for each in assessment.coverage]
    read = f"{_READ} {_COPIED}" if any(each.untouched for each in assessment.coverage) else _READ
    return "\n\n".join([*blocks, paragraph(read, room)]) + "\n"


def coverage_csv(found: Sequence[Coverage]) -> str:
    """Return every paragraph and note as CSV, a line each."""
    rows = [
        (
            each.source.id, part.name, part.section, part.state, len(part.statements), part.steps, part.skipped or "",
            part.words or "", part.line or "", part.begins, " ".join(part.statements), " ".join(part.sources),
            " ".join(part.untouched),
        )
        for each in found
        for part in (*each.paragraphs, *each.notes)
    ]  # fmt: skip
    return sheet(_COLUMNS, rows)


def coverage_json(found: Sequence[Coverage], documents: Documents | None) -> str:
    """Return what a map holds of its documents as JSON."""
    data = {"format": FORMAT, "documents": [_object(each, documents) for each in found]}
    return json_text(data)


def checked_in_words(found: Coverage) -> str:
    """Say whether the map was verified against a document, and whether that still holds; "" where it was not."""
    if found.verified is None:
        return ""
    said = f"verified against its text on {found.verified.date}"
    return {
        "same": f"{said}, and the text at hand is the same",
        "changed": f"{said}, but the text at hand is another one",
        "map-changed": f"{said}; since then the map has changed",
    }.get(found.checked, said)


def _document(found: Coverage, assessment: Assessment, room: int, strong: Callable[[str], str]) -> str:
    names = ", ".join(map(clean, found.names))
    blocks = [
        "\n".join(
            [
                *map(strong, wrap(f"{names}: {clean(found.source.title)}", room)),
                *_facts(found, assessment.documents, room),
            ]
        )
    ]
    blocks += _paragraphs(found.paragraphs, room, strong)
    blocks += ["\n".join(_notes(found, room))] if found.notes else []
    if found.elsewhere:
        statements = assessment.map.by_id()
        names = listed((name_of(statements[name]) for name in found.elsewhere), most=8)
        blocks.append(paragraph(f"Cited as a whole, or by page, section, line or time: {names}.", room))
    return "\n\n".join(blocks)


def _facts(found: Coverage, documents: Documents | None, room: int) -> list[str]:
    facts = [_counts(found)]
    if found.document is not None:
        facts.append(f"Text: {clean(found.document.source.path)}{_agreement(found, documents)}.")
    else:
        facts.append(_TEXT_MISSING)
    if said := checked_in_words(found):
        facts.append(f"{said[0].upper()}{said[1:]}.")
    return [line for fact in facts for line in wrap(fact, room, "  ", "  ")]


def _counts(found: Coverage) -> str:
    total = len(found.paragraphs)
    if found.document is None:
        return f"{counted(total, 'paragraph')} named." if total else "No paragraph is named."
    parts = [f"{found.count('mapped')} mapped", f"{found.count('skipped')} skipped", f"{found.count('left')} left"]
    if found.untouched:
        parts.append(f"{found.untouched} of these untouched")
    text = f"{counted(total, 'paragraph')}: {', '.join(parts)}"
    if found.share is not None:
        text += f" ({_percent(found.share)} of what is not skipped)"
    if found.density is not None:
        text += f"; {rounded(found.density, 1)} statements per mapped paragraph"
    return f"{text}."


def _percent(share: float) -> str:
    """Put a share so that only all is 100% and only nothing 0%."""
    percent = int(rounded(share * 100, 0))
    return f"{min(99, max(1, percent)) if 0 < share < 1 else percent}%"


def _agreement(found: Coverage, documents: Documents | None) -> str:
    quotes = [quote for quote in documents.quotes if quote.document is found.document] if documents is not None else []
    quoted = [quote for quote in quotes if quote.citation.anchor is not None]
    if not quoted:
        return ""
    wrong = sum(quote.verdict != "found" for quote in quoted)
    if not wrong:
        return f"; {counted(len(quoted), 'quotation')}, found where {'it says' if len(quoted) == 1 else 'they say'}"
    return f"; of {counted(len(quoted), 'quotation')} {wrong} not found where {'it says' if wrong == 1 else 'they say'} (argmap check)"


def _paragraphs(parts: Sequence[Part], room: int, strong: Callable[[str], str]) -> list[str]:
    """Lay out the paragraphs, those under one heading together."""
    blocks = []
    for section, under in groupby(parts, key=lambda part: part.section):
        head = [strong(line) for line in wrap(clean(section), room)] if section else []
        blocks.append("\n".join([*head, *_aligned(list(under), parts, room)]))
    return blocks


def _aligned(parts: Sequence[Part], every: Sequence[Part], room: int) -> list[str]:
    """Lay out passages in the columns of all of them, whichever heading they stand under."""
    first = max(columns(part.name) for part in every)
    second = max(columns(_dots(part)) for part in every)
    lines = []
    for part in parts:
        dots = _dots(part)
        head = f"{part.name:<{first}}  {dots}{' ' * (second - columns(dots))}  "
        lines.append((head + cut(_words(part), max(_LEAST, room - first - second - 4))).rstrip())
    return lines


def _words(part: Part) -> str:
    begins = clean(part.opening)
    if part.state == "skipped":
        begins = f"[skipped{': ' + clean(part.skipped) if part.skipped else ''}] {begins}".strip()
    return begins


def _dots(part: Part) -> str:
    """Show how densely a passage is mapped: how many statements, with a dot for each; a hollow one for steps alone."""
    if part.state != "mapped":
        return "-" if part.state == "skipped" else "untouched" if part.untouched else "left"
    number = len(part.statements)
    return f"{number:>2} {'●' * min(number, _MOST) or '○'}"


def _notes(found: Coverage, room: int) -> list[str]:
    lines = []
    for state, what in (("mapped", "cited, or named by a source"), ("skipped", "skipped"), ("left", "left")):
        names = [part.name for part in found.notes if part.state == state]
        if names:
            lines += wrap(f"{counted(len(names), 'note')} {what}: {', '.join(runs(names))}", room, "", "  ")
    return lines


def _object(found: Coverage, documents: Documents | None) -> dict[str, Any]:
    quotes = [quote for quote in documents.quotes if quote.document is found.document] if documents is not None else []
    verdicts = ("found", "elsewhere", "missing", "no-place")
    return {
        "ids": list(found.names),
        "title": found.source.title,
        "text": found.document.source.path if found.document is not None else None,
        "verified": _verified(found),
        "paragraphs": [_part(part) for part in found.paragraphs],
        "notes": [_part(part) for part in found.notes],
        "elsewhere": list(found.elsewhere),
        "mapped": found.count("mapped"),
        "skipped": found.count("skipped"),
        "left": found.count("left") if found.document is not None else None,
        "untouched": found.untouched,
        "share": found.share,
        "density": found.density,
        "citations": {name: sum(quote.verdict == name for quote in quotes) for name in verdicts} if quotes else None,
    }


def _verified(found: Coverage) -> dict[str, str] | None:
    if found.verified is None:
        return None
    return {"date": found.verified.date, "text": found.verified.text, "map": found.verified.map, "state": found.checked}


def _part(part: Part) -> dict[str, Any]:
    return {
        "place": part.name,
        "section": part.section,
        "state": part.state,
        "statements": list(part.statements),
        "steps": part.steps,
        "sources": list(part.sources),
        "untouched": list(part.untouched),
        "skipped": part.skipped,
        "words": part.words or None,
        "line": part.line or None,
        "begins": part.begins,
    }
