"""What lacks support among some statements: one meaning and one count for every section."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.render.wording import of_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.render.report.context import Context
    from argmap.render.view import Proposition


class Lacking(NamedTuple):
    """What has no support (`Outline.unsupported`), how many of which kinds, and how many others are not yet seen."""

    bare: tuple[Proposition, ...]
    unsupported: str
    unseen: str

    @property
    def words(self) -> str:
        """Both in a line; empty where there is nothing of either."""
        return ", ".join(filter(None, (self.unsupported, self.unseen)))


def lacking(context: Context, among: Iterable[Proposition]) -> Lacking:
    """Find what lacks support among some statements."""
    outline = context.analysis.assessment.outline
    those = tuple(among)
    bare = tuple(one for one in those if one.id in outline.unsupported)
    awaited = sum(one.id in outline.awaited for one in those)
    return Lacking(
        bare,
        f"{of_kinds(one.kind for one in bare)} without support" if bare else "",
        f"{awaited} not yet seen" if awaited else "",
    )
