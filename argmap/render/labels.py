"""Writes Graphviz's HTML-like labels: a box with its header, text, folded evidence, sources and bar."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from argmap.render import theme as sizes
from argmap.render.figures import NOT_ASSESSED
from argmap.render.text import fit, right_to_left, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.render.picture import Box, Mark
    from argmap.render.theme import BoxStyle, Theme

PLAIN = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
_INSIDE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"'
_PILL_SIZE, _PILL_FRAME = 7, 12  # the size of a pill's letters, and what its frame adds to their width
_MOST_SOURCES = 4
_GAP = 8
_SPACE = "\N{NO-BREAK SPACE}"


def escape(text: str) -> str:
    r"""Escape a clean text for a label; Graphviz would put the name of the node in place of `\N`."""
    return html.escape(text).replace("\\", "\\\\")


def tooltip(text: str) -> str:
    """Escape a clean text for a tooltip, where Graphviz undoes every escape of a backslash: a lookalike stands in."""
    return html.escape(text).replace("\\", "\N{REVERSE SOLIDUS OPERATOR}")


def font(text: str, size: int, colour: str, *, bold: bool = False) -> str:
    """Write a clean text in a size and a colour; an empty one would be a fault in a label."""
    inner = f"<B>{escape(text)}</B>" if bold else escape(text)
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{inner}</FONT>' if text else ""


def box_label(box: Box, theme: Theme) -> str:
    """Write the label of a box, a table with rounded corners."""
    style = theme.boxes[box.kind]
    corners = "ROUNDED,DASHED" if box.dashed else "ROUNDED"
    start = (
        f'<TABLE BORDER="{style.thick}" COLOR="{style.border}" BGCOLOR="{style.fill}" STYLE="{corners}" '
        'CELLBORDER="0" CELLSPACING="0" CELLPADDING="4">'
    )
    return f"{start}{''.join(_rows(box, style, theme))}</TABLE>"


def fixed(cells: str, wide: int, high: int, more: str = PLAIN) -> str:
    """Write a table of one row that keeps its size where there is more room, at the left."""
    return f'<TABLE {more} ALIGN="LEFT" FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"><TR>{cells}</TR></TABLE>'


def _rows(box: Box, style: BoxStyle, theme: Theme) -> Iterator[str]:
    yield _header(box, box.name, style, theme)
    if box.marks:
        yield _row(_pills(box.marks, theme), 'CELLPADDING="1"')
    yield _row(_lines(box.text, sizes.TEXT_SIZE), f'WIDTH="{sizes.BOX_WIDTH}"', _side(box.text))
    small = _small_print(box, theme)
    if small:
        yield _row(small)
    for evidence in box.folded:
        yield _folded(evidence, theme)
    if box.filled is not None:
        yield _row(_bar(box.filled, theme))


def _row(content: str, more: str = "", side: str = "LEFT") -> str:
    extra = f" {more}" if more else ""
    return f'<TR><TD COLSPAN="2" ALIGN="{side}" BALIGN="{side}"{extra}>{content}</TD></TR>'


def _header(box: Box, name: str, style: BoxStyle, theme: Theme) -> str:
    """Write the first row: id and kind on the left, strength on the right.

    A bold space stands where nothing else is bold: Graphviz sets a line of one font lower than a mixed one.
    """
    size, assessed = sizes.SMALL_SIZE, box.figure not in {"", NOT_ASSESSED}
    kind = "" if name.startswith("+ ") else box.kind
    used = (width(kind) + width(box.figure, bold=assessed)) * size + 2 * _GAP
    shown = fit(name, (sizes.BAR_WIDTH - used) / size, bold=True)
    left = font(shown, size, style.header, bold=True) + font(_SPACE * 2 * bool(shown) + kind, size, style.header)
    left += "" if shown else font(_SPACE, size, style.header, bold=True)
    right = font(_SPACE, size, theme.grey, bold=True) + font(box.figure, size, theme.grey)
    if assessed:
        right = font(box.figure, size, theme.ink, bold=True)
    return f'<TR><TD ALIGN="LEFT">{left}</TD><TD ALIGN="RIGHT">{right if box.figure else ""}</TD></TR>'


def _lines(text: str, size: int) -> str:
    """Write a text broken into lines."""
    side = _side(text)
    lines = wrap(text, sizes.TEXT_ROOM / size)
    return "".join(f'{escape(line)}<BR ALIGN="{side}"/>' for line in lines)


def _side(text: str) -> str:
    return "RIGHT" if right_to_left(text) else "LEFT"


def _pills(marks: Sequence[Mark], theme: Theme) -> str:
    """Write the words on stance and firmness, each in a frame, and room to their right so that they do not stretch."""
    cells, used = [], 0.0
    for mark in marks:
        colour = theme.warning if mark.warns else theme.grey
        word = fit(mark.word, (sizes.BAR_WIDTH - _PILL_FRAME) / _PILL_SIZE)
        used += width(word, _PILL_SIZE) + _PILL_FRAME
        cells.append(
            f'<TD><TABLE BORDER="1" COLOR="{colour}" STYLE="ROUNDED" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">'
            f"<TR><TD>{font(f' {word} ', _PILL_SIZE, colour)}</TD></TR></TABLE></TD>"
        )
    rest = max(0, round(sizes.BAR_WIDTH - used))
    row = f'{"".join(cells)}<TD WIDTH="{rest}"></TD>'
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="2" CELLPADDING="0"><TR>{row}</TR></TABLE>'


def _small_print(box: Box, theme: Theme) -> str:
    """Write the lines under the text: what is missing, sources, then where else it stands."""
    notes = [" · ".join(box.notes)] if box.notes else []
    sources = [f"• {source}" for source in box.sources]
    if len(sources) > _MOST_SOURCES:
        sources[_MOST_SOURCES - 1 :] = [f"• and {len(sources) - _MOST_SOURCES + 1} more"]
    restated = [f"= {text}" for text in box.restated]
    return _small(notes, theme.warning) + _small(sources + restated, theme.grey)


def _small(lines: Sequence[str], colour: str) -> str:
    room = sizes.TEXT_ROOM / sizes.SMALL_SIZE
    broken = [part for line in lines for part in wrap(line, room, most=2)]
    text = "".join(f'{escape(line)}<BR ALIGN="LEFT"/>' for line in broken)
    return f'<FONT POINT-SIZE="{sizes.SMALL_SIZE}" COLOR="{colour}">{text}</FONT>' if text else ""


def _folded(box: Box, theme: Theme) -> str:
    """Write the row of evidence that is folded into a box: a small box of its own on a tinted ground."""
    style, size = theme.boxes[box.kind], sizes.SMALL_SIZE
    text = f'<FONT POINT-SIZE="{size}" COLOR="{style.header}">{_lines(box.text, size)}</FONT>'
    rows = [_header(box, f"+ {box.name or box.kind}", style, theme), _row(text, "", _side(box.text))]
    small = _small_print(box, theme)
    if small:
        rows.append(_row(small))
    table = f"<TABLE {_INSIDE}>{''.join(rows)}</TABLE>"
    return _row(table, f'BGCOLOR="{theme.folded}" CELLPADDING="3" ID="{box.id}" TOOLTIP="{tooltip(box.words)}"')


def _bar(filled: tuple[float, float], theme: Theme) -> str:
    """Write a strength as a bar: empty, filled, empty; of fixed size, so that it never stretches."""
    start, end = (round(part * sizes.BAR_WIDTH) for part in filled)
    end = max(end, start + 1) if start < sizes.BAR_WIDTH else end
    parts = ((start, theme.trough), (end - start, theme.bar), (sizes.BAR_WIDTH - end, theme.trough))
    cells = "".join(
        f'<TD WIDTH="{wide}" HEIGHT="{sizes.BAR_HEIGHT}" FIXEDSIZE="TRUE" BGCOLOR="{colour}"></TD>'
        for wide, colour in parts
        if wide > 0
    )
    return fixed(cells, sizes.BAR_WIDTH, sizes.BAR_HEIGHT)
