"""Sentences on the analysis of a matrix: the verdict, what it hangs on, what would change it. The report uses them too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.matrix.readings import TOGETHER, VOTING
from argmap.model import is_named
from argmap.render.markup import plain
from argmap.render.text import clean, shorten
from argmap.render.wording import counted, listed
from argmap.rounding import trimmed

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.matrix.readings import CellChange, Fragility, Overturn, Reading, Reason, Rule, Verdict, Warned
    from argmap.matrix.result import Entailment, MatrixAnalysis, NextObservation, ScenarioOutcome

CANNOT = "cannot decide"
CAUTION = (
    "Scores are no probabilities, and experiments do not support such matrices as a way to probabilities. They are an audit "
    "trail: they show what speaks against each answer, which rows tell answers apart, and how little would change the lead."
)


class RuleWords(NamedTuple):
    """A scoring rule in words: which end leads, how it reckons in short, and what is to be known of that in full."""

    leads: str
    how: str
    full: str = ""


RULES: dict[Rule, RuleWords] = {
    "inconsistency": RuleWords("lowest leads", "I counts 1, II 2"),
    "weighted": RuleWords(
        "lowest leads",
        "the same times credibility and relevance",
        ", each low 0.71, medium 1, high 1.41 (PARC ACH)",
    ),
    "squared": RuleWords("lowest leads", "I counts 1, II 4", " (open-synthesis)"),
    "bits": RuleWords(
        "highest leads",
        "log-likelihood, in bits behind the leader",
        ": log2 of P(row | hypothesis), CC .95, C .80, N .50, I .20, II .05 or the cell's own number",
    ),
    "net": RuleWords("no vote", "fits less misfits: shown for what it hides"),
}
_MANY = 4
_MENTION = 32


class Names:
    """Names of the rows and hypotheses of one matrix: ids, or the beginning of the text of what has no name."""

    def __init__(self, found: MatrixAnalysis) -> None:
        self._titles = {row.id: row.title for row in found.rows}
        self._titles |= {one.id: one.title for one in found.hypotheses}
        self.answers = found.ids

    def __call__(self, name: str) -> str:
        """Name one."""
        if is_named(name):
            return clean(name)
        return f"“{shorten(plain(self._titles.get(name, name)), _MENTION)}”"

    def all(self, names: tuple[str, ...], most: int = _MANY) -> str:
        """Name several."""
        return listed(map(self, names), most=most)


def rule(name: Rule) -> str:
    """Say in full how a rule reckons."""
    told = RULES[name]
    return f"{told.how}{told.full}; {told.leads}"


def verdict(found: Verdict, names: Names) -> str:
    """Say who leads, or that one cannot decide and why."""
    if found.leader is not None:
        return f"{names(found.leader)} leads under {listed(VOTING)}"
    return f"{CANNOT}: {'; '.join(reason(one, names) for one in found.reasons)}"


def reason(one: Reason, names: Names) -> str:
    """Say why one cannot decide."""
    if one.doubt == "too few hypotheses":
        return "fewer than two answers stand beside each other"
    if one.doubt == "nothing rated":
        return "no cell is rated yet"
    if one.doubt == "tie":
        if not one.hypotheses:
            return f"nobody leads under {listed(one.by)}"
        return f"{names.all(one.hypotheses)} tie under {listed(one.by)}"
    between = names.all(one.hypotheses)
    if one.doubt == "rules disagree":
        return f"the rules disagree on the leader ({between})"
    return f"{listed(one.by)} disagree on the leader ({between})"


def caveat(one: Warned, names: Names) -> str:
    """Say what to know beside a verdict."""
    rows, hypotheses = names.all(one.rows), names.all(one.hypotheses)
    others = f": {hypotheses}" if one.hypotheses else ": one cannot decide then"
    return {
        "linchpin": f"without {names.all(one.rows, 3).replace(' and ', ' or ')} the lead changes",
        "fragile": f"one step in one cell ends the lead ({rows})",
        "one origin": f"if each origin has one vote only, others lead as well{others}",
        "untested": f"{hypotheses}: more than half of the cells say nothing (NA or empty)",
        "nothing disconfirms": "no cell is I or II, so nothing was put to the test",
        "absence": f"if one would have seen {rows}, not seeing it changes the lead{others}",
    }[one.caveat]


def change(one: CellChange, names: Names) -> str:
    """Say how a cell is rated otherwise."""
    return f"{names(one.row)} under {names(one.hypothesis)} from {one.before or 'empty'} to {one.after or 'empty'}"


def overturn(one: Overturn, names: Names, where: str) -> str:
    """Say by which changes rivals come level with the leader, or overtake it."""
    changes = listed((change(each, names) for each in one.changes), most=_MANY)
    verb = "is" if len(one.rivals) == 1 else "are"
    return f"{counted(one.steps, 'step')} and {names.all(one.rivals)} {verb} {where}: {changes}"


def entailment(one: Entailment, names: Names) -> str:
    """Say what it means that one hypothesis entails another."""
    telling = (
        f"{names.all(one.telling)} alone {'tells' if len(one.telling) == 1 else 'tell'}"
        if one.telling
        else "no row tells"
    )
    count = counted(len(one.shared), "row")
    return (
        f"{names(one.stronger)} entails {names(one.weaker)}: they do not compete; {telling} them apart, and {count} for "
        f"the weaker {'is' if len(one.shared) == 1 else 'are'} not counted again for the stronger"
    )


def fragility(one: Fragility, names: Names) -> str:
    """Say how little would change the leader under a rule."""
    if one.leader is None:
        return "nobody leads alone, so that no change is needed"
    ways = [(one.level, "level"), (one.overtaken, "ahead")]
    told = [overturn(way, names, where) for way, where in ways if way is not None]
    return "; ".join(told) or f"no change of cells brings another level with {names(one.leader)}"


def following(one: NextObservation, names: Names) -> str:
    """Say what is best found out next."""
    row = names(one.row)
    what = {
        "indicator": f"look for {row}",
        "empty cell": f"rate {row} under {names(one.hypothesis or '')}",
        "linchpin": f"check {row} again",
    }[one.kind]
    return f"{what}. {prospect(one, names)}"


def prospect(one: NextObservation, called: Callable[[str], str]) -> str:
    """Say what an observation would tell, and who would lead then; `called` names hypotheses."""
    tells = f"It tells {called(one.between[0])} from {called(one.between[1])} by up to {trimmed(one.bits, 1)} bits"
    if not one.changes:
        return f"{tells}, though the lead would stay as it is"
    yes, no = (f"{called(who)} leads" if who is not None else "one cannot decide" for who in (one.if_so, one.if_not))
    so, otherwise = {
        "indicator": ("if it is seen", "if it is not"),
        "empty cell": ("if it fits very well", "if it does not fit at all"),
        "linchpin": ("if it holds", "if it does not"),
    }[one.kind]
    return f"{tells}: {so}, {yes}; {otherwise}, {no}"


def scenario(one: ScenarioOutcome, names: Names) -> str:
    """Say what a scenario changes."""
    parts = [
        f"{names(row)} {'is' if why != 'no longer holds' else ''} {why}".replace("  ", " ")
        for row, why in one.fallen.items()
    ]
    if one.added:
        parts.append(f"{names.all(one.added)} {'counts' if len(one.added) == 1 else 'count'} too")
    parts += [change(each, names) for each in one.rerated]
    out = tuple(name for name in names.answers if name not in one.hypotheses)
    parts += [f"{names.all(out)} {'is' if len(out) == 1 else 'are'} out"] if out else []
    return "; ".join(parts) if parts else "no row and no cell of this matrix changes"


def readings(found: MatrixAnalysis) -> list[Reading]:
    """Return the readings of single raters, none where there is but one."""
    return [one for rater, one in found.readings.items() if rater != TOGETHER] if len(found.raters) > 1 else []
