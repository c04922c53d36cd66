"""The tree of a strength as text: every line can be worked out again from the figures in it and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.terminal.columns import wrap
from argmap.render.text import clean
from argmap.render.wording import Names, bits_of, fixed, signed
from argmap.strength.explaining.attribution import account, grades, premise, step_account, twin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.attribution import Account
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.tree import Row
    from argmap.strength.semantics import Semantics

_SHOWN = 5e-5  # what is less than this shows as nothing
_DEEPEST = 30  # no line is indented further, however deep it lies
_LEAST_ROOM = 40

_BITS = "bits(s) = log2(s / (1 − s)); a statement's strength is 2^B / (1 + 2^B) of its total B."
_MOVED = "A statement of base w that is moved by m (for it, less against it) has the strength {formula}{side}."
_PASSED = (
    "A premise of strength s passes on max(0, 2s − 1), an assumption min(1, max(0, 2s − 1) / .6); of linked premises "
    "the weakest counts."
)
_STEP_BITS = (
    "A step comes to factor × min(weight × passed on, ceiling), where the ceiling is log2((1 + g) / (1 − g)) of what is "
    "passed on, g."
)
_STEP_PUSH = "A step pushes with factor × weight × passed on, where a weight of 2 bits counts as 1{most}."
_UNDERCUT = "An undercut takes factor × weight × passed on; the factor of a step is the product of 1 − what each undercut takes."
_ONE_VOICE = (
    "One origin, one voice: where steps for (or against) a statement name the origins they come from, of each origin "
    "only the largest step × share counts, and whatever has no origin in full."
)
_DOWNWARD = "; where m is below 0, "
_FORMULAS = {
    "df-quad": f"w + (1 − w) m{_DOWNWARD}w + w m",
    "squared-df-quad": f"w + (1 − w) h, where h = m / (1 + |m|){_DOWNWARD}w + w h",
    "quadratic-energy": f"w + (1 − w) h, where h = m² / (1 + m²){_DOWNWARD}w − w h",
    "euler": "1 − (1 − w²) / (1 + w e^m)",
    "euler-top": "1 − (1 − w²) / (1 + w e^m)",
    "mlp": "1 / (1 + e^−(ln(w / (1 − w)) + m))",
    "h-categorizer": "w / (1 − m)",
}
_SIDES = {
    "df-quad": "; one side comes to 1 less the product of 1 − each push",
    "squared-df-quad": "; one side comes to 1 less the product of 1 − each push",
    "euler-top": "; of one side only the strongest push counts",
    "h-categorizer": "; it knows attacks only",
}


def legend(semantics: Semantics) -> list[str]:
    """Return the formulas by which every line of a tree can be worked out again."""
    if semantics.in_bits:
        return [_BITS, _PASSED, f"{_STEP_BITS} {_UNDERCUT}", _ONE_VOICE]
    name = semantics.name
    most = " and none counts more" if semantics.heaviest == 1 else ""
    moved = _MOVED.format(formula=_FORMULAS[name], side=_SIDES.get(name, ""))
    return [moved, _PASSED, f"{_STEP_PUSH.format(most=most)} {_UNDERCUT}", _ONE_VOICE]


def tree_lines(bench: Bench, rows: Sequence[Row], room: int) -> list[str]:
    """Lay out the rows of a tree within so many columns."""
    teller = _Teller(bench)
    lines: list[str] = []
    for row in rows:
        indent = "  " * min(row.depth, _DEEPEST)
        mark = f"[{row.depth}] " if row.depth > _DEEPEST else ""
        lines += wrap(teller.line(row), max(room, len(indent) + _LEAST_ROOM), indent + mark, indent + "    ")
    return lines


class _Teller:
    """Tells single rows of one reading."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.names = Names(bench)
        self.grades = grades(bench)
        self.in_bits = bench.semantics.in_bits

    def line(self, row: Row) -> str:
        """Tell one row."""
        if row.kind == "node":
            text = self._node(row)
        elif row.kind == "lift":
            by = f"{bits_of(row.heard)} bits" if self.in_bits else fixed(row.heard)
            text = f"lifted {by}: {self.names.node(row.number)} entails it"
        else:
            text = self._step(row)
        if row.circle:
            return f"{text} (a circle: it rests on itself here)"
        if row.again:
            return f"{text} (told above)"
        return f"{text} (more below: --depth)" if row.cut else text

    def _node(self, row: Row) -> str:
        bench, node = self.bench, row.number
        here = premise(bench, node)
        head = f"{self.names.node(node)} {fixed(here.strength)}"
        if row.depth:
            head += f" passes on {fixed(here.passed)}"
            if bench.network.assumed[node]:
                head += " as an assumption"
        if not bench.assessed(node):
            return f"{head}: not assessed"
        if row.again or row.circle:
            return head
        return f"{head}: {self._sum(account(bench, node))}"

    def _sum(self, found: Account) -> str:
        parts = [self._base(found)]
        if found.supports:
            parts.append(f"for it {signed(found.for_it)}")
        if found.spoken:
            of = f"of {bits_of(found.spoken)}{'' if self.in_bits else ' bits'}"
            parts.append(f"own word {signed(found.say_so)} (beyond reasons, {of})")
        if found.attacks:
            parts.append(f"against it {signed(-found.against)}" if found.against else "against it −0.0000")
        if found.lifters:
            parts.append(f"lifted {signed(found.lift)}")
        if len(parts) > 1 and found.total is not None:
            parts.append(f"total {signed(found.total)} bits")
        elif found.supports or found.attacks:
            parts.append(f"moved by {signed(found.for_it - found.against)}")
        low, high = self._bounds(found.node)
        if high - low > _SHOWN:
            parts.append(f"between {fixed(low)} and {fixed(high)}")
        return ", ".join(parts)

    def _bounds(self, node: int) -> tuple[float, float]:
        solution = self.bench.solution
        return solution.low.nodes[node], solution.high.nodes[node]

    def _base(self, found: Account) -> str:
        if twin(self.bench, found.node) == "hub":
            return "no base"
        number = self.bench.network.stands_for[found.node]
        text = f"base {fixed(found.base)}"
        if found.base_bits is not None:
            text += f" = {bits_of(found.base_bits)} bits"
        why = self._why(number)
        return f"{text} ({why})" if why else text

    def _why(self, number: int) -> str:
        bench = self.bench
        if number in self.grades:
            worth, reliability = self.grades[number]
            return f".5 + ({fixed(worth)} − .5) × {fixed(reliability)}"
        given = bench.given[number]
        if any(statement.range("base") is not None for statement in bench.classes[number]):
            wide = given.high > given.low
            return f"written, the middle of {fixed(given.low)} to {fixed(given.high)}" if wide else "written"
        return "no view" if given.no_view else "granted"

    def _step(self, row: Row) -> str:
        found = step_account(self.bench, row.number)
        named = self.names.of_map(row.number)
        label = self.names.put(row.number)
        label = f"{self.names.step(row.number)}: {label}" if named is not None and named.named else label
        if row.shares:
            label += "; from " + ", ".join(f"{clean(name)} {fixed(share)}" for name, share in row.shares)
        if row.kind == "undercut":
            formula = f"{fixed(found.factor)} × {fixed(found.weight)} × {fixed(found.passed)}"
            return f"undercut takes {fixed(found.value)} = {formula} [{label}]"
        word = "for" if row.kind == "support" else "against"
        pushed = f"{bits_of(found.weight)} × {fixed(found.passed)}"
        if self.in_bits:
            pushed = f"min({pushed}, {bits_of(found.ceiling)})"
        formula = f"{fixed(found.factor)} × {pushed}"
        head = f"{word} {bits_of(row.heard)}"
        if abs(row.heard - found.value) > _SHOWN:
            head += f" of {bits_of(found.value)}"
        text = f"{head}{' bits' if self.in_bits else ''} = {formula} [{label}]"
        if not found.premises:
            text += " mute: assumptions alone support nothing"
        return text
