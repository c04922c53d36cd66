"""Writes Graphviz's HTML-like labels: a box with its header, text, folded evidence, sources and bar."""

from __future__ import annotations

import html
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
    style = BOXES[box.kind]
    corners = "ROUNDED,DASHED" if box.dashed else "ROUNDED"
    thick = _MARKED if box.marked else style.thick
    start = (
        f'<TABLE BORDER="{thick}" COLOR="{theme[style.border]}" BGCOLOR="{theme.ground(box)}" STYLE="{corners}" '
        'CELLBORDER="0" CELLSPACING="0" CELLPADDING="4">'
    )
    return f"{start}{''.join(_rows(box, style, theme))}</TABLE>"


def fixed(cells: str, wide: int, high: int) -> str:
    """Write a table of one row that keeps its size where there is more room, at the left."""
    return f'<TABLE {PLAIN} ALIGN="LEFT" FIXEDSIZE="TRUE" WIDTH="{wide}" HEIGHT="{high}"><TR>{cells}</TR></TABLE>'


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
    size, colour, figure = sizes.SMALL_SIZE, theme[style.header], box.figure
    assessed = figure != NOT_ASSESSED
    kind = "" if name.startswith("+ ") else box.kind
    used = (width(kind) + width(figure, bold=assessed)) * size + 2 * _GAP
    room = (theme.bar - used) / size
    if width(name, bold=True) > room:  # the name of the import is the first to go
        name = name[: -len(box.name)] + box.name.rpartition(".")[2]
    shown = fit(name, room, bold=True)
    if shown:
        left = font(shown, size, colour, bold=True) + font(f"{_SPACE * 2}{kind}", size, colour)
    else:
        left = font(kind, size, colour) + font(_SPACE, size, colour, bold=True)
    if assessed:
        right = font(figure, size, theme["ink"], bold=True)
    else:
        right = font(_SPACE, size, theme["grey"], bold=True) + font(figure, size, theme["grey"])
    return f'<TR><TD ALIGN="LEFT">{left}</TD><TD ALIGN="RIGHT">{right}</TD></TR>'


def _lines(text: str, size: int, theme: Theme) -> str:
    """Write a text broken into lines."""
    return _broken(wrap(text, theme.room / size), _side(text))


def _broken(lines: Iterable[str], side: str = "LEFT") -> str:
    """Write clean lines, each with its end."""
    return escape("\n".join([*lines, ""])).replace("\n", f'<BR ALIGN="{side}"/>')


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
    lines = [f"• {source}" for source in box.sources]
    if len(lines) > _MOST_SOURCES:
        lines[_MOST_SOURCES - 1 :] = [f"• and {len(lines) - _MOST_SOURCES + 1} more"]
    lines += [f"= {text}" for text in box.restated]
    notes = _small([" · ".join(box.notes)], theme["warning"], theme) if box.notes else ""
    return notes + _small(lines, theme["grey"], theme) if lines else notes


def _small(lines: Sequence[str], colour: str, theme: Theme) -> str:
    room = theme.room / sizes.SMALL_SIZE
    text = _broken(part for line in lines for part in wrap(line, room, most=2))
    return f'<FONT POINT-SIZE="{sizes.SMALL_SIZE}" COLOR="{colour}">{text}</FONT>'


def _folded(box: Box, theme: Theme) -> str:
    """Write the row of evidence that is folded into a box: a small box of its own on a tinted ground."""
    style, size = BOXES[box.kind], sizes.SMALL_SIZE
    text = f'<FONT POINT-SIZE="{size}" COLOR="{theme[style.header]}">{_lines(box.text, size, theme)}</FONT>'
    rows = [_header(box, f"+ {box.name or box.kind}", style, theme), _row(text, "", _side(box.text))]
    small = _small_print(box, theme)
    if small:
        rows.append(_row(small))
    table = f"<TABLE {_INSIDE}>{''.join(rows)}</TABLE>"
    ground = theme.ground(box) if box.group else theme["folded"]
    return _row(table, f'BGCOLOR="{ground}" CELLPADDING="3" ID="{box.id}" TOOLTIP="{tooltip(box.words)}"')


def _bars(filled: tuple[float, float], span: tuple[float, float] | None, theme: Theme) -> str:
    """Write a strength as a bar, and how low and how high it may be as a thin line under it."""
    ground = f' BGCOLOR="{theme["trough"]}"'
    bar = _stretch(filled, sizes.BAR_HEIGHT, theme.bar, theme["bar"], ground)
    if span is None:
        return bar
    line = _stretch(span, sizes.RANGE_HEIGHT, theme.bar, theme["ink"])
    return f'<TABLE {PLAIN} ALIGN="LEFT"><TR><TD>{bar}</TD></TR><TR><TD>{line}</TD></TR></TABLE>'


def _stretch(part: tuple[float, float], high: int, room: int, colour: str, around: str = "") -> str:
    """Write from where to where something reaches, as cells that nothing stretches; it is never too short to be seen."""
    start = min(round(part[0] * room), room - 1)
    end = max(round(part[1] * room), start + 1)
    size = f'HEIGHT="{high}" FIXEDSIZE="TRUE"'
    before = f'<TD WIDTH="{start}" {size}{around}></TD>' if start else ""
    after = f'<TD WIDTH="{room - end}" {size}{around}></TD>' if end < room else ""
    return fixed(f'{before}<TD WIDTH="{end - start}" {size} BGCOLOR="{colour}"></TD>{after}', room, high)
