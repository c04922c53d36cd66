"""Answers beside each other, as a table with what can be said of their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import is_named
from argmap.render.figures import NOT_ASSESSED, shown, shown_or_not, shown_range, shown_strength
from argmap.render.markup import plain
from argmap.render.terminal.columns import natural, paragraph, table, wrap
from argmap.render.terminal.explanation import READINGS
from argmap.render.text import clean
from argmap.render.wording import UNHEARD, equal_ones, listed, name_of
from argmap.strength.gated import BAND
from argmap.strength.published import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.model import ArgumentMap
    from argmap.strength.explaining.ranking import Measure, Pair, Ranking, Standing

STRENGTHS = ("", "base", "documented", "leads", "granted", "leads", "band")
COUNTS = ("for", "against", "evidence", "origins")
READ = "Documented: only what has evidence behind it speaks. Granted: what a document asserts speaks too. "
MOVED = (
    "In brackets the range over {runs} runs with every graded or written base moved at random by up to .10, where any "
    "such base bears on it; leads: in how many of them it was the strongest, alone or with others. "
)
UNMOVED = "Nothing here rests on a graded or written base, so that other grades were not tried. "
COUNTED = (
    "Band: from the least to the most that {semantics} make of it. "
    "For and against: steps and rivals that say something as documented, of all. Origins: in how many sources or voices "
    "the evidence for it begins; like: as how many equal ones they count, where some have more of it than others."
)
CAUTION = (
    "No ranking is made on joint strength alone: strength is an ordinal index, not a probability; a longer document "
    "has more to add up, and evidence that fits every answer lifts them all. Look at the counts beside it."
)


def rank_text(
    found: Sequence[Ranking],
    argument_map: ArgumentMap,
    room: int,
    *,
    leading: int = 0,
    semantics: str = DEFAULT,
    strong: Callable[[str], str] = str,
) -> str:
    """Lay out rankings for a terminal of so many columns.

    The band is that of the leading reading (0 or 1); `semantics` is what strengths were computed by.
    """
    if not found:
        return "There are no hypotheses and no main claims to set beside each other.\n"
    writer = _Writer(argument_map, leading)
    blocks = [writer.block(ranking, room, strong) for ranking in found]
    runs = max((one.documented.runs for ranking in found for one in ranking.standings), default=0)
    rule = f"Semantics: {semantics}. " if semantics != DEFAULT else ""
    read = rule + READ + (MOVED.format(runs=runs) if runs else UNMOVED) + COUNTED.format(semantics=listed(BAND))
    unheard = any(one.unheard for ranking in found for one in ranking.standings)
    blocks += [paragraph(text, room) for text in (UNHEARD if unheard else "", read, CAUTION) if text]
    return "\n\n".join(blocks) + "\n"


class _Writer:
    """Writes the blocks of one map."""

    def __init__(self, argument_map: ArgumentMap, leading: int) -> None:
        self.reading = leading
        self.by_id = argument_map.by_id()
        self.questions = {question.id: question for question in argument_map.questions}

    def block(self, ranking: Ranking, room: int, strong: Callable[[str], str]) -> str:
        """Lay out one question."""
        question = self.questions.get(ranking.question or "")
        if question is not None:
            name = f"{clean(question.id)}: " if is_named(question.id) else ""
            title = name + plain(question.text)
        else:
            title = "Main claims (they do not compete)"
        lines = [strong(line) for line in wrap(title, room)]
        lines += self._table(ranking, room, strong)
        which = (READINGS["documented"], READINGS["granted"])[self.reading].lower()
        lines += self._parties(ranking, which, room)
        lines += self._scenarios(ranking, which, room)
        names = {one.number: self._name(one) for one in ranking.standings}
        orders = [order(pairs, names) for pairs in (ranking.documented, ranking.granted) if pairs]
        if len(set(orders)) == 1:
            lines += wrap(f"In both readings: {orders[0]}", room)
        elif orders:
            lines += [
                line
                for head, text in zip(READINGS.values(), orders, strict=True)
                for line in wrap(f"{head}: {text}", room)
            ]
        return "\n".join(lines)

    def leading(self, one: Standing) -> Measure:
        """Return the measure of the leading reading."""
        return (one.documented, one.granted)[self.reading]

    def _name(self, one: Standing) -> str:
        return name_of(self.by_id[one.id])

    def _table(self, ranking: Ranking, room: int, strong: Callable[[str], str]) -> list[str]:
        """Lay out one table, or two below each other where one would not fit."""
        strengths = [self._strengths(one, leads=ranking.question is not None) for one in ranking.standings]
        numbers = [_numbers(one) for one in ranking.standings]
        rows = [[*one, *two] for one, two in zip(strengths, numbers, strict=True)]
        if natural([*STRENGTHS, *COUNTS], rows) <= room:
            return table([*STRENGTHS, *COUNTS], rows, room, strong)
        below = [[one[0], *two] for one, two in zip(strengths, numbers, strict=True)]
        return [*table(STRENGTHS, strengths, room, strong), *table(["", *COUNTS], below, room, strong)]

    def _parties(self, ranking: Ranking, which: str, room: int) -> list[str]:
        """Lay out strengths on what one party alone holds, parties on which nothing here is assessed left out."""
        lines = []
        for name in ranking.standings[0].parties:
            told = [(one, one.parties[name]) for one in ranking.standings]
            alone = [f"{self._name(one)} {shown(value)}" for one, value in told if value is not None]
            if alone:
                lines += wrap(f"{clean(name)}: {', '.join(alone)}", room, "- ", "  ")
        return [*wrap(f"On what one party alone holds, {which}:", room), *lines] if lines else []

    def _scenarios(self, ranking: Ranking, which: str, room: int) -> list[str]:
        """Lay out strengths in the scenarios of the map, where they show to be others."""
        lines = []
        for title in ranking.standings[0].scenarios:
            told = [
                (self._name(one), shown_or_not(self.leading(one).found.strength), shown_or_not(one.scenarios[title]))
                for one in ranking.standings
            ]
            moved = [f"{name} {after} (now {before})" for name, before, after in told if before != after]
            lines += wrap(f"{clean(title)}: {', '.join(moved) or 'nothing here moves'}", room, "- ", "  ")
        return [*wrap(f"In the scenarios of the map, {which}:", room), *lines] if lines else []

    def _strengths(self, one: Standing, *, leads: bool) -> list[str]:
        measures = (*_measure(one.documented, leads=leads), *_measure(one.granted, leads=leads))
        return [self._name(one), shown(one.documented.found.base), *measures, _band(self.leading(one))]


def _numbers(one: Standing) -> list[str]:
    counted = one.counts
    return [
        f"{counted.supports_heard} of {counted.supports}",
        f"{counted.attacks_heard} of {counted.attacks}",
        str(counted.evidence),
        equal_ones(counted.origins, counted.effective),
    ]


def order(pairs: Sequence[Pair], names: dict[int, str]) -> str:
    """Say what the order of neighbours is worth."""
    texts = [_said(pair, names) for pair in pairs if pair.verdict != "not assessed"]
    seen = [number for pair in pairs for number in (pair.first, pair.second)]
    weighed = {number for pair in pairs if pair.verdict != "not assessed" for number in (pair.first, pair.second)}
    if pairs[0].verdict == "not assessed":
        return "there is nothing to compare, for fewer than two answers are assessed."
    missing = [names[number] for number in dict.fromkeys(seen) if number not in weighed]
    verb = "is" if len(missing) == 1 else "are"
    rest = f" {listed(missing)} {verb} not assessed." if missing else ""
    return f"{'; '.join(texts)}.{rest}"


def _said(pair: Pair, names: dict[int, str]) -> str:
    first, second = names[pair.first], names[pair.second]
    if pair.verdict == "ahead":
        return f"{first} is ahead of {second}{_held(pair)}"
    if pair.verdict == "say-so":
        return f"{first} is ahead of {second} on say-so only"
    if pair.verdict == "entailed":
        return f"{first} is never weaker than {second}, which entails it, so that this tells nothing"
    if pair.verdict == "equal":
        return f"{first} and {second} are equal"
    why = [f"their order does not hold in {pair.failing} of {pair.runs} runs"] if pair.failing else []
    why += [f"{listed(pair.reversed_by)} would put them the other way round"] if pair.reversed_by else []
    return f"between {first} and {second} one cannot tell ({listed(why) or 'they do not settle'})"


def _held(pair: Pair) -> str:
    return f" (in {pair.kept} of {pair.runs} runs)" if pair.kept < pair.runs else ""


def _measure(one: Measure, *, leads: bool) -> tuple[str, str]:
    if one.found.strength is None:
        return NOT_ASSESSED, ""
    moved = f" ({shown_range(one.low, one.high)})" if one.bearing and one.runs else ""
    return f"{shown_strength(one.found)}{moved}", str(one.leads) if leads and one.runs else ""


def _band(one: Measure) -> str:
    found = [value for value in one.band.values() if value is not None]
    return shown_range(min(found), max(found)) if found else ""
