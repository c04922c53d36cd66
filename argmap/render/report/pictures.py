"""The pictures of a map as they stand in a report: finished, linked to the cards, and without a size of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.render.markup import Html
from argmap.render.picture.bearing import bearing
from argmap.render.picture.boxes import box_id, mention, question_id
from argmap.render.picture.compose import picture_of
from argmap.render.picture.describe import describe
from argmap.render.picture.excerpt import unreached
from argmap.render.picture.svg import finish, size
from argmap.render.report.picture import Drawn
from argmap.render.report.slim import slim
from argmap.render.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.render.report.context import Context
    from argmap.render.report.division import Part
    from argmap.render.report.sheets import Sheet
    from argmap.render.view import View

_ID = re.compile(r'(<\w+) id="[^"]*"')
_NAMED = re.compile(r' aria-labelledby="[^"]*"')
_MOST_NAMED = 5


def drawn(context: Context, svg: bytes | str, title: str | None) -> Drawn:
    """Make the picture of a whole map ready for the page."""
    shown = picture_of(context.analysis, title=title)
    described = describe(shown)
    finished = finish(svg, title=shown.title, description=described, links=_links(context), inline=True, picture=shown)
    return Drawn(Html(slim(finished)), shown.title, *size(finished))


def on_paper(context: Context, sheets: Sequence[Sheet]) -> list[Drawn]:
    """Make the pictures for paper ready for the page."""
    links, teller = _links(context), _Teller(context.view, sheets)
    return [
        _sheet(sheet, title, teller.caption(number), number, links)
        for number, (sheet, title) in enumerate(zip(sheets, _titles(sheets), strict=True), 1)
    ]


def _sheet(sheet: Sheet, title: str, caption: str, number: int, links: dict[str, str]) -> Drawn:
    finished = finish(sheet.svg, title=title, links=links, inline=True)
    chapter = sheet.part.chapter if sheet.part else ""
    return Drawn(Html(_nameless(slim(finished))), title, *size(finished), caption, number, chapter)


def _links(context: Context) -> dict[str, str]:
    """Return where each box leads to, as far as the page has such a place."""
    named = {each.id: box_id(each) for each in context.view.propositions}
    named |= {each.id: question_id(each) for each in context.analysis.map.questions}
    return {box: context.places[name] for name, box in named.items() if name in context.places}


def _nameless(svg: str) -> str:
    """Take the ids away, which the picture of the whole has already: the script finds boxes by them."""
    return _ID.sub(r"\1", _NAMED.sub("", svg, count=1))


def _titles(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Name the pictures; those of the same name are counted: `Hong Kong (1 of 2)`."""
    names = [sheet.part.title if sheet.part else "Overview" for sheet in sheets]
    for number, name in enumerate(names):
        same = names.count(name)
        yield f"{name} ({names[: number + 1].count(name)} of {same})" if same > 1 else name


class _Teller:
    """Says of each picture what it shows, how much it leaves out, and in which other pictures that is."""

    def __init__(self, view: View, sheets: Sequence[Sheet]) -> None:
        self._view = view
        self._sheets = sheets
        self._below = bearing(view).below
        self._chapters: dict[str, set[str]] = {}
        for sheet in sheets:
            if sheet.part:
                self._chapters.setdefault(sheet.part.chapter, set()).update(sheet.part.own)

    def caption(self, number: int) -> str:
        """Tell a picture by its number, from 1 on."""
        sheet = self._sheets[number - 1]
        total = len(self._view.propositions)
        left = total - len(sheet.excerpt.propositions)
        if sheet.part is None:
            return self._of_overview(sheet, left, total)
        further = listed(self._further(number), most=_MOST_NAMED)
        more = f" There is more below {further}." if further else ""
        return f"{self._of_part(sheet, sheet.part)}; {left} of the map’s {total} are not in it.{more}"

    def _of_overview(self, sheet: Sheet, left: int, total: int) -> str:
        apart = unreached(self._view, sheet.excerpt)
        tied = f", but for {apart} that are not tied to them" if apart else ""
        where = " All are in the pictures that follow." if self._chapters else ""
        return (
            f"Answers and main claims, and what bears on them most: {total - left} of {total} statements. "
            f"The other {left} are counted at the boxes above or below which they stand{tied}.{where}"
        )

    def _of_part(self, sheet: Sheet, part: Part) -> str:
        whole, own = len(self._chapters[part.chapter]), len(part.own)
        others = len(sheet.excerpt.propositions) - own
        share = counted(own, "statement") if own == whole else f"{own} of the {whole} statements"
        return f"{share} in this part" + (f", with {others} from elsewhere" if others else "")

    def _further(self, number: int) -> Iterator[str]:
        """Name the statements of a picture of which another shows what bears on them."""
        here = self._sheets[number - 1]
        for name in here.part.own if here.part else ():
            unseen = set(self._below[name]) - here.excerpt.propositions
            where = [
                str(other)
                for other, sheet in enumerate(self._sheets, 1)
                if sheet.part and name in sheet.part.own and not unseen.isdisjoint(sheet.part.own)
            ]
            if where:
                yield f"{mention(self._view.home[name])} (picture{'s' * (len(where) > 1)} {listed(where)})"
