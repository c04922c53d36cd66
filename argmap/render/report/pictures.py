"""The picture of a map as it stands in a report: finished, linked to the cards, and without a size of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.markup import Html
from argmap.render.picture.boxes import box_id, question_id
from argmap.render.picture.compose import picture_of
from argmap.render.picture.describe import describe
from argmap.render.picture.svg import finish, size
from argmap.render.report.context import context_of
from argmap.render.report.picture import Drawn
from argmap.render.report.slim import slim

if TYPE_CHECKING:
    from argmap.analysis import Analysis


def drawn(analysis: Analysis, svg: bytes | str, title: str | None) -> Drawn:
    """Make the picture of a whole map ready for the page."""
    context = context_of(analysis)
    links = {box_id(each): context.places[each.id] for each in context.view.propositions}
    links |= {question_id(each): context.places[each.id] for each in analysis.map.questions}
    shown = picture_of(analysis, title=title)
    finished = finish(svg, title=shown.title, description=describe(shown), links=links, inline=True, picture=shown)
    return Drawn(Html(slim(finished)), shown.title, *size(finished))
