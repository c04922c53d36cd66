"""What of a map a picture shows: all of it, or the part around a statement, a section, the main claims, a path.

Each of these is a function from a map to an excerpt. What an excerpt leaves out is counted at the boxes that remain.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from argmap.render.picture.bearing import bearing, conclusion, distances, groups
from argmap.render.picture.boxes import mention
from argmap.render.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from argmap.model import Relation, Section, Step
    from argmap.render.picture.bearing import Bearing, Ways
    from argmap.render.view import Proposition, View

Way = Literal["up", "down", "both"]
MOST = 60  # above so many boxes a whole map is only an index
OVERVIEW = 40  # so many statements in an overview, unless there are more hypotheses than that

OVERVIEW_WORDS = "overview"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The ids of what is drawn: questions, propositions, steps; and of propositions that stand out.

    `words` say what it is ("" where it is the whole map).
    """

    questions: frozenset[str]
    propositions: frozenset[str]
    steps: frozenset[str]
    words: str = ""
    marked: frozenset[str] = frozenset()


def whole(view: View) -> Excerpt:
    """Show all of a map."""
    return _excerpt(view, (p.id for p in view.propositions), "", questions=_all_questions(view))


def of_these(view: View, ids: Iterable[str], words: str, questions: Iterable[str]) -> Excerpt:
    """Show these statements and questions, and nothing else."""
    return _excerpt(view, ids, words, questions=questions)


def around(view: View, centre: Proposition, depth: int, way: Way = "both") -> Excerpt:
    """Show a statement, what bears on it (`down`) and what it bears on (`up`), up to so many steps away."""
    ways = bearing(view)
    found = {centre.id}
    for wanted, leading in (("down", ways.below), ("up", ways.above)):
        if way in {wanted, "both"}:
            found |= {name for name, far in distances(centre.id, leading).items() if far <= depth}
    if way == "both":
        found |= {view.home[name].id for r in view.relations_of(centre) for name in (r.left, r.right)}
    where = {"both": "", "up": "and what it bears on, ", "down": "and what bears on it, "}[way]
    made = _excerpt(
        view, found, f"around {mention(centre)}, {where}up to {depth} {'step' if depth == 1 else 'steps'} away"
    )
    return replace(made, marked=frozenset({centre.id}))


def section(view: View, index: int) -> Excerpt:
    """Show the statements of a section and of those within it, what they lead to, and what bears on them directly.

    Steps and relations that are written there between statements of other sections are shown too.
    """
    sections = view.analysis.map.sections
    within = {index}
    for number, each in enumerate(sections):
        if each.parent in within:
            within.add(number)
    own = {p.id for p in view.propositions if any(s.section in within for s in p.statements)}
    ways = bearing(view)
    next_to = {name for each in own for name in (*ways.above[each], *ways.below[each])}
    joined = set(joined_in(view, [sections[number] for number in within]))
    return _excerpt(view, own | next_to | joined, f"section “{clean(sections[index].title)}”")


def joined_in(view: View, sections: Sequence[Section]) -> Iterator[str]:
    """Give the ends of the steps and relations that are written within sections."""

    def inside(one: Step | Relation) -> bool:
        return any(each.file == one.file and each.start <= one.start < each.end for each in sections)

    for step in filter(inside, view.steps):
        yield from (p.id for p in (conclusion(view, step), *view.premises(step)))
    for relation in filter(inside, view.relations):
        yield from (view.home[name].id for name in (relation.left, relation.right))


def hypotheses(view: View) -> Excerpt:
    """Show the questions and the answers to them alone."""
    return _excerpt(view, _hypotheses(view), "hypotheses only", questions=_all_questions(view))


def overview(view: View, most: int = OVERVIEW) -> Excerpt:
    """Show questions, hypotheses and main claims, each with what lies below it counted.

    Main claims are those on which nothing further rests; beside hypotheses they take half of the room, those with most
    below them first. Then, as long as there is room, whole steps are added that bear on what is there, again first those
    with most below them. Evidence and assumptions are counted only, but for those without which an undercut would hang
    in the air.
    """
    ways = bearing(view)
    weight = ways.weights()
    found = dict.fromkeys(_hypotheses(view))
    roots = [p.id for p in view.propositions if p.id not in found and weight[p.id] > 1 and not ways.above[p.id]]
    roots.sort(key=lambda name: -weight[name])
    room = max(0, most - len(found))
    found |= dict.fromkeys(roots[: -(-room // 2) if found else room])
    newest = list(found)
    while newest and len(found) < most:
        newest = _grown(view, newest, found, weight, most)
    return _excerpt(view, found, OVERVIEW_WORDS, questions=_all_questions(view))


def path(view: View, start: Proposition, end: Proposition) -> Excerpt | None:
    """Show every shortest way by which one statement bears on the other, with all that its steps need.

    Returns:
        The excerpt, or None where neither bears on the other.
    """
    ways = bearing(view)
    for low, high in ((start, end), (end, start)):
        up = distances(low.id, ways.above)
        if high.id in up:
            down = distances(high.id, ways.below)
            on = {name for name, far in up.items() if name in down and far + down[name] == up[high.id]}
            found = on | {p.id for step in view.steps for p in _needed(view, step.id, on)}
            made = _excerpt(view, found, f"how {mention(low)} bears on {mention(high)}")
            return replace(made, marked=frozenset({low.id, high.id}))
    return None


def marking(excerpt: Excerpt, marked: Iterable[Proposition]) -> Excerpt:
    """Let further statements stand out, as far as they are drawn."""
    return replace(excerpt, marked=excerpt.marked | {p.id for p in marked})


def hidden(view: View, excerpt: Excerpt) -> dict[str, tuple[int, int]]:
    """Count, for each proposition drawn, those not drawn below and above it, up to the next that is drawn."""
    shown = excerpt.propositions
    if len(shown) == len(view.propositions):
        return {}
    ways = bearing(view)
    return {name: (_unseen(name, shown, ways, "below"), _unseen(name, shown, ways, "above")) for name in shown}


def unreached(view: View, excerpt: Excerpt) -> int:
    """Count the propositions not drawn that no count of `hidden` holds: they bear on nothing drawn, nor it on them."""
    ways, shown = bearing(view), excerpt.propositions
    down = _beyond(shown, ways.below)
    up = _beyond(shown, ways.above)
    return len(view.propositions) - len(shown | down | up)


def _beyond(shown: frozenset[str], ways: Ways) -> set[str]:
    waiting, found = list(shown), set(shown)
    while waiting:
        for other in ways[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _unseen(name: str, shown: frozenset[str], ways: Bearing, side: Literal["below", "above"]) -> int:
    return len(distances(name, ways.below if side == "below" else ways.above, past=shown)) - 1


def _excerpt(view: View, ids: Iterable[str], words: str, *, questions: Iterable[str] | None = None) -> Excerpt:
    found = _completed(view, frozenset(ids))
    if questions is None:
        asked = (q for q in view.analysis.map.questions if any(a.id in found for a in view.answers(q)))
        questions = (q.id for q in asked)
    return Excerpt(frozenset(questions), found, frozenset(_steps(view, found)), words)


def _completed(view: View, ids: frozenset[str]) -> frozenset[str]:
    """Add the premises of steps without which an undercut would hang in the air, though all it bears on is there."""
    if len(ids) == len(view.propositions):
        return ids
    found = set(ids)
    for undercut in (step for step in view.steps if step.kind == "undercut"):
        broken = undercut
        drawn = conclusion(view, undercut).id in ids and any(p.id in ids for p in view.premises(undercut))
        while drawn and broken.kind == "undercut":
            broken = view.step(broken.target)
            premises = [p.id for p in view.premises(broken)]
            if not found.intersection(premises):
                found.update(premises)
    return frozenset(found)


def _steps(view: View, found: Collection[str]) -> Iterator[str]:
    """Give the steps that are drawn: those whose end and at least one premise are."""
    waiting = deque(step for step in view.steps if step.kind != "undercut" and view.home[step.target].id in found)
    while waiting:
        step = waiting.popleft()
        if any(p.id in found for p in view.premises(step)):
            yield step.id
            waiting.extend(view.undercuts(step))


def _grown(view: View, newest: list[str], found: dict[str, None], weight: dict[str, int], most: int) -> list[str]:
    """Add whole steps that bear on the newest statements, as far as there is room; return what was added."""
    reasons = [group for name in newest for group in groups(view, view.home[name])]
    leading = [[p.id for p in group if p.kind not in {"evidence", "assumption"}] for group in reasons]
    leading.sort(key=lambda group: -max((weight[name] for name in group), default=0))
    added: list[str] = []
    for group in leading:
        new = [name for name in group if name not in found]
        if new and len(found) + len(new) <= most:
            found |= dict.fromkeys(new)
            added += new
    return added


def _needed(view: View, step_id: str, on: Collection[str]) -> tuple[Proposition, ...]:
    """Return all premises of a step that lies on the way, and of what an undercut on the way breaks."""
    step = view.step(step_id)
    premises = view.premises(step)
    if conclusion(view, step).id not in on or not any(p.id in on for p in premises):
        return ()
    while step.kind == "undercut":
        step = view.step(step.target)
        premises = (*premises, *view.premises(step))
    return premises


def _hypotheses(view: View) -> list[str]:
    return [p.id for p in view.propositions if p.kind == "hypothesis" or p.id in view.answering]


def _all_questions(view: View) -> list[str]:
    return [question.id for question in view.analysis.map.questions]
