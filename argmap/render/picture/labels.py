"""Writes Graphviz's HTML-like labels: a box with its header, text, folded evidence, sources and bar."""

from __future__ import annotations

import html
from functools import lru_cache
from typing import TYPE_CHECKING

from argmap.render.figures import NOT_ASSESSED
from argmap.render.picture import theme as sizes
from argmap.render.picture.theme import BOXES
from argmap.render.text import fit, right_to_left, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argmap.render.picture.parts import Box, Mark
    from argmap.render.picture.theme import BoxStyle, Theme

PLAIN = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
_INSIDE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"'
_PILL_FRAME = 12  # what the frame of a pill adds to the width of its letters
_MOST_SOURCES = 4
_GAP = 8
_MARKED = 4  # how thick the border of a box that stands out is
_SPACE = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=4096)
def escape(text: str) -> str:
    r"""Escape a clean text for a label; Graphviz would put the name of the node in place of `\N`."""
    return html.escape(text).replace("\\", "\\\\")


@lru_cache(maxsize=4096)
def tooltip(text: str) -> str:
    """Escape a clean text for a tooltip, where Graphviz undoes every escape of a backslash: a lookalike stands in."""
    return html.escape(text).replace("\\", "\N{REVERSE SOLIDUS OPERATOR}")


def font(text: str, size: int, colour: str, *, bold: bool = False) -> str:
    """Write a clean text in a size and a colour; an empty one would be a fault in a label."""
    inner = f"<B>{escape(text)}</B>" if bold else escape(text)
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{inner}</FONT>' if text else ""


def box_label(box: Box, theme: Theme) -> str:
    """Write the label of a box, a table with rounded corners."""
    style = BOXES[box.kind]
    corners = "ROUNDED,DASHED" if box.dashed else "ROUNDED"
    thick = _MARKED if box.marked else style.thick
    start = (
        f'<TABLE BORDER="{thick}" COLOR="{theme[style.border]}" BGCOLOR="{theme.ground(box)}" STYLE="{corners}" '
        'CELLBORDER="0" CELLSPACING="0" CELLPADDING="4">'
    )
    return f"{start}{''.join(_rows(box, style, theme))}</TABLE>"


def fixed(cells: str, wide: int, high: int, more: str = PLAIN) -> str:
    """Write a table of one row that keeps its size where there is more room, at the left."""
    return f'<TABLE {more} ALIGN="LEFT" FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"><TR>{cells}</TR></TABLE>'


def cells(parts: Iterable[tuple[int, str]], high: int) -> str:
    """Write cells of fixed size, each a width and a colour (or none), that nothing stretches."""
    return "".join(
        f'<TD WIDTH="{wide}" HEIGHT="{high}" FIXEDSIZE="TRUE"{_ground(colour)}></TD>'
        for wide, colour in parts
        if wide > 0
    )


def _ground(colour: str) -> str:
    return f' BGCOLOR="{colour}"' if colour else ""


def _rows(box: Box, style: BoxStyle, theme: Theme) -> Iterator[str]:
    yield _header(box, box.name, style, theme)
    if box.marks:
        yield _row(_pills(box.marks, theme), 'CELLPADDING="1"')
    yield _row(_lines(box.text, sizes.TEXT_SIZE, theme), f'WIDTH="{theme.box}"', _side(box.text))
    small = _small_print(box, theme)
    if small:
        yield _row(small)
    for evidence in box.folded:
        yield _folded(evidence, theme)
    if box.filled is not None:
        yield _row(_bars(box.filled, box.span, theme))
    if box.hidden:
        yield _row(font(f"+ {box.hidden}", sizes.SMALL_SIZE, theme[style.header], bold=True))


def _row(content: str, more: str = "", side: str = "LEFT") -> str:
    extra = f" {more}" if more else ""
    return f'<TR><TD COLSPAN="2" ALIGN="{side}" BALIGN="{side}"{extra}>{content}</TD></TR>'


def _header(box: Box, name: str, style: BoxStyle, theme: Theme) -> str:
    """Write the first row: id and kind on the left, strength on the right.

    A bold space stands where nothing else is bold: Graphviz sets a line of one font lower than a mixed one.
    """
    size, assessed = sizes.SMALL_SIZE, box.figure not in {"", NOT_ASSESSED}
    colour, grey = theme[style.header], theme["grey"]
    kind = "" if name.startswith("+ ") else box.kind
    used = (width(kind) + width(box.figure, bold=assessed)) * size + 2 * _GAP
    shown = fit(name, (theme.bar - used) / size, bold=True)
    left = font(shown, size, colour, bold=True) + font(_SPACE * 2 * bool(shown) + kind, size, colour)
    left += "" if shown else font(_SPACE, size, colour, bold=True)
    right = font(_SPACE, size, grey, bold=True) + font(box.figure, size, grey)
    if assessed:
        right = font(box.figure, size, theme["ink"], bold=True)
    return f'<TR><TD ALIGN="LEFT">{left}</TD><TD ALIGN="RIGHT">{right if box.figure else ""}</TD></TR>'


def _lines(text: str, size: int, theme: Theme) -> str:
    """Write a text broken into lines."""
    side = _side(text)
    lines = wrap(text, theme.room / size)
    return "".join(f'{escape(line)}<BR ALIGN="{side}"/>' for line in lines)


def _side(text: str) -> str:
    return "RIGHT" if right_to_left(text) else "LEFT"


def _pills(marks: Sequence[Mark], theme: Theme) -> str:
    """Write the words on stance and firmness, each in a frame, and room to their right so that they do not stretch."""
    row, used = [], 0.0
    for mark in marks:
        colour = theme["warning" if mark.warns else "grey"]
        word = fit(mark.word, (theme.bar - _PILL_FRAME) / sizes.SMALL_SIZE)
        used += width(word, sizes.SMALL_SIZE) + _PILL_FRAME
        row.append(
            f'<TD><TABLE BORDER="1" COLOR="{colour}" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
            f"<TR><TD>{font(f' {word} ', sizes.SMALL_SIZE, colour)}</TD></TR></TABLE></TD>"
        )
    rest = max(0, round(theme.bar - used))
    return (
        '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="0">'
        f'<TR>{"".join(row)}<TD WIDTH="{rest}"></TD></TR></TABLE>'
    )


def _small_print(box: Box, theme: Theme) -> str:
    """Write the lines under the text: what is missing, sources, then where else it stands."""
    notes = [" · ".join(box.notes)] if box.notes else []
    sources = [f"• {source}" for source in box.sources]
    if len(sources) > _MOST_SOURCES:
        sources[_MOST_SOURCES - 1 :] = [f"• and {len(sources) - _MOST_SOURCES + 1} more"]
    restated = [f"= {text}" for text in box.restated]
    return _small(notes, theme["warning"], theme) + _small(sources + restated, theme["grey"], theme)


def _small(lines: Sequence[str], colour: str, theme: Theme) -> str:
    broken = [part for line in lines for part in wrap(line, theme.room / sizes.SMALL_SIZE, most=2)]
    text = "".join(f'{escape(line)}<BR ALIGN="LEFT"/>' for line in broken)
    return f'<FONT POINT-SIZE="{sizes.SMALL_SIZE}" COLOR="{colour}">{text}</FONT>' if text else ""


def _folded(box: Box, theme: Theme) -> str:
    """Write the row of evidence that is folded into a box: a small box of its own on a tinted ground."""
    style, size = BOXES[box.kind], sizes.SMALL_SIZE
    text = f'<FONT POINT-SIZE="{size}" COLOR="{theme[style.header]}">{_lines(box.text, size, theme)}</FONT>'
    rows = [_header(box, f"+ {box.name or box.kind}", style, theme), _row(text, "", _side(box.text))]
    small = _small_print(box, theme)
    if small:
        rows.append(_row(small))
    table = f"<TABLE {_INSIDE}>{''.join(rows)}</TABLE>"
    return _row(table, f'BGCOLOR="{theme["folded"]}" CELLPADDING="3" ID="{box.id}" TOOLTIP="{tooltip(box.words)}"')


def _bars(filled: tuple[float, float], span: tuple[float, float] | None, theme: Theme) -> str:
    if span is None:
        return _bar(filled, theme)
    lines = "".join(f"<TR><TD>{line}</TD></TR>" for line in (_bar(filled, theme), _range(span, theme)))
    return f'<TABLE {PLAIN} ALIGN="LEFT">{lines}</TABLE>'


def _bar(filled: tuple[float, float], theme: Theme) -> str:
    """Write a strength as a bar: empty, filled, empty."""
    start, end = _places(filled, theme)
    parts = ((start, theme["trough"]), (end - start, theme["bar"]), (theme.bar - end, theme["trough"]))
    return fixed(cells(parts, sizes.BAR_HEIGHT), theme.bar, sizes.BAR_HEIGHT)


def _range(span: tuple[float, float], theme: Theme) -> str:
    """Write how low and how high a strength may be, as a thin line under its bar."""
    start, end = _places(span, theme)
    parts = ((start, ""), (end - start, theme["ink"]), (theme.bar - end, ""))
    return fixed(cells(parts, sizes.RANGE_HEIGHT), theme.bar, sizes.RANGE_HEIGHT)


def _places(part: tuple[float, float], theme: Theme) -> tuple[int, int]:
    """Return where a stretch of a bar begins and ends; it is never too short to be seen."""
    start, end = (round(share * theme.bar) for share in part)
    return min(start, theme.bar - 1), max(end, min(start, theme.bar - 1) + 1)
