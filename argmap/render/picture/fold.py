"""Which evidence is drawn inside the box of the one claim it bears on: a third fewer boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.picture.marks import marks

if TYPE_CHECKING:
    from argmap.model import Step
    from argmap.render.picture.excerpt import Excerpt
    from argmap.render.view import Proposition, View

_NOT_DRAWN = frozenset({"note", "tags"})
MOST = 8  # so many in one box; what is more is drawn on its own


def folded(view: View, excerpt: Excerpt) -> dict[str, list[Proposition]]:
    """Return, by the id of a proposition, the evidence of an excerpt that is folded into its box."""
    related = {view.home[name].id for r in view.relations for name in (r.left, r.right)}
    apart = related | excerpt.marked
    inside: dict[str, list[Proposition]] = {}
    for proposition in view.propositions:
        step = _only_use(view, proposition) if proposition.id in excerpt.propositions else None
        if step is None or proposition.id in apart or not _is_plain(view, step):
            continue
        host = view.home[step.target]
        if host.kind != "evidence" and host.id in excerpt.propositions and len(inside.get(host.id, ())) < MOST:
            inside.setdefault(host.id, []).append(proposition)
    return inside


def _only_use(view: View, proposition: Proposition) -> Step | None:
    """Return the one step that evidence is used in, if there is but one and nothing else touches the evidence."""
    alone = len(proposition.statements) == 1 and proposition.kind == "evidence"
    if not alone or marks(proposition, {}) or view.onto.get(proposition.id):
        return None
    uses = view.uses(proposition)
    return uses[0] if len(uses) == 1 else None


def _is_plain(view: View, step: Step) -> bool:
    """Tell whether a step is one premise for its conclusion, and an arrow would show nothing more of it."""
    silent = {attribute.key for attribute in step.attributes} <= _NOT_DRAWN
    agreed = all(citation.stance == "endorsed" for citation in step.citations)
    alone = len(step.premises) == 1 and not step.warrants and not view.undercuts(step)
    return step.kind == "support" and alone and silent and agreed
