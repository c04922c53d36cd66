"""What there is to ask about a matrix: one function for each rule, each returning where it holds.

They return places and data. How it is put to the author is said where the rule's page is.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from argmap.matrix.reading import UNTESTED
from argmap.matrix.result import TOGETHER, VOTING
from argmap.matrix.scale import AGAINST, ROUNDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.matrix.result import Candidate, MatrixAnalysis, MatrixLine, Place

LEAST_MARGIN = 1.0  # a lead under `inconsistency` by so much or less hangs on a single cell
NOT_SEEN = "no"
_TWO = 2
_DECEIVING = ("deception", "deceit", "deceiv", "decepti")


class Spot(NamedTuple):
    """One place where a rule holds.

    Attributes:
        where: The place to show.
        rows: The rows in question.
        hypotheses: The hypotheses in question.
        rater: Whose matrix it is; empty where it is that of all.
        figure: A number that belongs to it: a count, a share, a margin, a sum.
        word: A word that belongs to it: a rule, an origin, a kind.
        others: Further places.
    """

    where: Place
    rows: tuple[str, ...] = ()
    hypotheses: tuple[str, ...] = ()
    rater: str = ""
    figure: float = 0.0
    word: str = ""
    others: tuple[Place, ...] = ()


def too_few_hypotheses(found: MatrixAnalysis) -> list[Spot]:
    """H401: fewer than two hypotheses stand beside each other."""
    return [Spot(found.place, hypotheses=found.ids)] if len(found.ids) < _TWO else []


def not_exhaustive(found: MatrixAnalysis) -> list[Spot]:
    """H402: no answer is "none of these", and the question does not say that its answers are exhaustive."""
    return [] if found.exhaustive else [Spot(found.question_place, hypotheses=found.ids)]


def not_exclusive(found: MatrixAnalysis) -> list[Spot]:
    """H403: all priors and likelihoods for posteriors are written, and the answers do not exclude each other."""
    if found.posteriors.why_not != "not exclusive":
        return []
    return [Spot(found.question_place, hypotheses=found.ids, others=tuple(one.place for one in found.hypotheses))]


def non_diagnostic(found: MatrixAnalysis) -> list[Spot]:
    """H404: a row fits every hypothesis alike."""
    return [
        Spot(row.place, (row.id,), found.ids, word=row.cells[0].together.letter or "")
        for row in found.rows
        if row.diagnosticity.flat
    ]


def incomplete(found: MatrixAnalysis, most_na: float = UNTESTED) -> list[Spot]:
    """H405: cells are empty (a spot for each rater and row), or more than a share of a column is NA; or it is missing."""
    spots = [Spot(found.question_place, hypotheses=(name,), word="no column") for name in found.missing]
    for row in found.rows:
        for rater in found.raters:
            empty = [
                (name, cell.places[rater])
                for name, cell in zip(found.ids, row.cells, strict=True)
                if rater in cell.raters and cell.raters[rater].blank
            ]
            if empty:
                names, places = tuple(name for name, _ in empty), tuple(place for _, place in empty)
                where = row.place if places[0].start == places[0].end else places[0]
                spots.append(Spot(where, (row.id,), names, rater, len(empty), "empty", places[1:]))
    for n, one in enumerate(found.hypotheses):
        letters = [row.cells[n].together.letter for row in found.rows if row.counted]
        share = letters.count("NA") / len(letters) if letters else 0.0
        if share > most_na:
            spots.append(Spot(one.place, hypotheses=(one.id,), figure=share, word="NA"))
    return spots


def nothing_disconfirms(found: MatrixAnalysis) -> list[Spot]:
    """H406: no cell is I or II, or more than half of the cells of who leads say nothing."""
    letters = [cell.together.letter for row in found.rows if row.counted for cell in row.cells]
    if not any(letters):
        return []
    if not any(letter in AGAINST for letter in letters):
        return [Spot(found.place, hypotheses=found.ids, word="nothing disconfirms")]
    leader = found.verdict.leader
    if leader is None:
        return []
    column = found.ids.index(leader)
    own = [row.cells[column].together.letter for row in found.rows if row.counted]
    share = sum(letter in {None, "NA"} for letter in own) / len(own)
    where = found.hypotheses[column].place
    return [Spot(where, hypotheses=(leader,), figure=share, word="untested")] if share > UNTESTED else []


def unstable_rank(found: MatrixAnalysis, least_margin: float = LEAST_MARGIN) -> list[Spot]:
    """H407: a tie, rules or raters that disagree, or a lead by no more than a margin under `inconsistency`."""
    spots = [
        Spot(found.place, hypotheses=one.hypotheses, word=one.doubt)
        for one in found.verdict.reasons
        if one.doubt in {"tie", "rules disagree", "raters disagree"}
    ]
    margin = found.together.scores["inconsistency"].margin
    if not spots and found.verdict.leader is not None and margin is not None and margin <= least_margin:
        spots.append(Spot(found.place, hypotheses=(found.verdict.leader,), figure=margin, word="margin"))
    return spots


def linchpins(found: MatrixAnalysis) -> list[Spot]:
    """H408: without one row, or without all rows of one origin, others lead."""
    spots = []
    for one in found.together.linchpins:
        rules = [rule for rule in one.changed if rule in VOTING]
        leaders = tuple(dict.fromkeys(name for rule in rules for name in one.leaders[rule]))
        places = [found.row(name).place for name in one.rows]
        spots.append(Spot(places[0], one.rows, leaders, figure=len(rules), word=one.kind, others=tuple(places[1:])))
    return spots


def dependent_rows(found: MatrixAnalysis) -> list[Spot]:
    """H409: rows that share a root origin are counted apart."""
    spots = []
    for one in found.independence.clusters:
        places = [found.row(name).place for name in one.rows]
        spots.append(Spot(places[0], one.rows, word=one.origin, figure=len(one.rows), others=tuple(places[1:])))
    return spots


def score_mismatch(found: MatrixAnalysis) -> list[Spot]:
    """H410: one hypothesis is stated to be likelier than another, and every voting rule has it behind."""
    known = {one.id: one for one in found.hypotheses if one.stated is not None}
    return [
        Spot(known[one].place, hypotheses=(one, other), others=(known[other].place,))
        for one, other in permutations(known, 2)
        if _likelier(known[one], known[other]) and all(_behind(found, one, other))
    ]


def incoherent_probabilities(found: MatrixAnalysis) -> list[Spot]:
    """H411: stated priors or likelihoods cannot all be true at once."""
    places = {one.id: one.place for one in found.hypotheses}
    return [
        Spot(
            places[fault.hypotheses[0]],
            hypotheses=fault.hypotheses,
            figure=fault.total,
            word=f"{each.key}: {fault.kind}",
            others=tuple(places[name] for name in fault.hypotheses[1:]),
        )
        for each in found.coherence
        for fault in each.faults
    ]


def no_deception_hypothesis(found: MatrixAnalysis) -> list[Spot]:
    """H412: rows come from a source that serves a party's interest, and nothing considers that it deceives.

    Deception is considered where a hypothesis or a row is tagged so, or its name says so.
    """
    rows = [row for row in found.rows if row.interests and row.counted]
    considered = [*map(_considers_deception, found.hypotheses), *map(_considers_deception, found.rows)]
    if not rows or any(considered):
        return []
    parties = ", ".join(dict.fromkeys(party for row in rows for party in row.interests))
    others = tuple(row.place for row in rows[1:])
    return [Spot(rows[0].place, tuple(row.id for row in rows), word=parties, others=others)]


def no_indicators(found: MatrixAnalysis) -> list[Spot]:
    """H413: of the two best hypotheses one has no indicator; "none of these" needs none."""
    expected = {name for one in found.indicators for name in one.expected_by}
    best = [name for name in found.together.scores["inconsistency"].order if not _residual(found, name)][:_TWO]
    missing = [name for name in best if name not in expected]
    places = {one.id: one.place for one in found.hypotheses}
    return [Spot(places[missing[0]], hypotheses=tuple(missing))] if missing else []


def no_absence_row(found: MatrixAnalysis) -> list[Spot]:
    """H414: nothing that was expected is recorded as not seen."""
    absent = any(one.seen == NOT_SEEN for one in found.indicators) or any(row.seen == NOT_SEEN for row in found.rows)
    return [] if absent or not found.rows else [Spot(found.place)]


def cells_without_reason(found: MatrixAnalysis) -> list[Spot]:
    """H415: a cell is I or II, or a row is a linchpin, and nobody says why."""
    pins = {one.name for one in found.together.linchpins if one.kind == "row"}
    return [spot for row in found.rows for spot in _unexplained(found, row, linchpin=row.id in pins)]


def _unexplained(found: MatrixAnalysis, row: MatrixLine, *, linchpin: bool) -> Iterator[Spot]:
    any_reason = bool(row.reason)
    for name, cell in zip(found.ids, row.cells, strict=True):
        for rater, said in cell.raters.items():
            any_reason = any_reason or said.reason is not None
            if said.letter in AGAINST and said.reason is None and rater not in row.reason:
                yield Spot(cell.places[rater], (row.id,), (name,), rater, word=said.letter or "")
    if linchpin and not any_reason:
        yield Spot(row.place, (row.id,), word="linchpin", rater=TOGETHER)


def _likelier(one: Candidate, other: Candidate) -> bool:
    return (
        one.stated is not None
        and other.stated is not None
        and one.stated.low >= other.stated.high > 0
        and (one.stated != other.stated)
    )


def _behind(found: MatrixAnalysis, one: str, other: str) -> Iterator[bool]:
    for rule in VOTING:
        ranks, values = found.together.scores[rule].ranks, found.together.scores[rule].values
        yield ranks[one] > ranks[other] and abs(values[one] - values[other]) > ROUNDING


def _considers_deception(one: Candidate | MatrixLine) -> bool:
    words = (*one.tags, one.id, one.title)
    return any(mark in word.lower() for word in words for mark in _DECEIVING)


def _residual(found: MatrixAnalysis, name: str) -> bool:
    return any(one.id == name and one.residual for one in found.hypotheses)


RULES = {
    "H401": too_few_hypotheses,
    "H402": not_exhaustive,
    "H403": not_exclusive,
    "H404": non_diagnostic,
    "H405": incomplete,
    "H406": nothing_disconfirms,
    "H407": unstable_rank,
    "H408": linchpins,
    "H409": dependent_rows,
    "H410": score_mismatch,
    "H411": incoherent_probabilities,
    "H412": no_deception_hypothesis,
    "H413": no_indicators,
    "H414": no_absence_row,
    "H415": cells_without_reason,
}
