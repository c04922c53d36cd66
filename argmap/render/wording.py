"""How explanations name things and put figures: four decimals, so that all can be worked out again by hand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from argmap.model import is_named
from argmap.render.figures import NOT_ASSESSED
from argmap.render.markup import plain
from argmap.render.text import clean, shorten
from argmap.rounding import rounded, trimmed
from argmap.strength.explaining.attribution import twin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from argmap.model import Statement, Step
    from argmap.strength.explaining.bench import Bench

_MENTION = 40
_PLURALS = {"hypothesis": "hypotheses", "evidence": "evidence"}
_MINUS = "−"
UNHEARD = (  # of what is not assessed, and would be in a map without any citation
    "Where reasons are given and none counts: this map cites documents, and then a reason counts only if one is cited for "
    "it, or if it has a written base. In a map that cites nothing every reason is taken as asserted."
)
BALANCED = "as much speaks for it as against it"  # what a strength of .5 is, where the statement is assessed


def fixed(value: float) -> str:
    """Put a number in 0..1, or a slope: `.7200`, `−.4000`."""
    text = rounded(abs(value), 4).removeprefix("0")
    return _MINUS + text if value < 0 and float(text) else text


def fixed_or_not(value: float | None) -> str:
    """Put a strength, or say that there is none."""
    return NOT_ASSESSED if value is None else fixed(value)


def bits_of(value: float) -> str:
    """Put a number of bits: `1.2000`, `−0.5000`."""
    text = rounded(abs(value), 4)
    return _MINUS + text if value < 0 and float(text) else text


def signed(value: float) -> str:
    """Put a number of bits with its sign: `+1.2000`."""
    text = bits_of(value)
    return text if text.startswith(_MINUS) else f"+{text}"


def counted(number: int, one: str, many: str = "") -> str:
    """Say how many: `1 claim`, `3 claims`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def equal_ones(number: int, effective: float, one: str = "") -> str:
    """Say how many, and as how many equal ones they count where that shows: `3`, `3 origins, like 1.8`."""
    like, text = trimmed(effective, 1), counted(number, one) if one else str(number)
    return text if like == str(number) else f"{text}, like {like}"


def listed(parts: Iterable[str], word: str = "and", most: int = 0) -> str:
    """Put things in a row: `a, b and c`; where there are more than `most`, `a, b and 3 more`."""
    found = list(parts)
    if most and len(found) > most + 1:
        found = [*found[:most], f"{len(found) - most} more"]
        word = "and"
    return f" {word} ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def of_kinds(kinds: Iterable[str]) -> str:
    """Say how many statements of which kinds: `2 claims and 1 hypothesis`, kinds as they first come."""
    return listed(counted(number, kind, _PLURALS.get(kind, "")) for kind, number in Counter(kinds).items())


def name_of(statement: Statement) -> str:
    """Name a statement in a sentence: its id, else the beginning of its text."""
    if is_named(statement.id):
        return clean(statement.id)
    return f"“{shorten(plain(statement.title), _MENTION)}”"


class Names:
    """Names what the nodes and steps of a network stand for."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.contests: dict[int, tuple[int, bool]] = {}
        for relation, there, back in bench.network.contest_steps():
            self.contests |= {there: (relation, True), back: (relation, False)}

    def statement(self, number: int) -> str:
        """Name a class of statements."""
        return name_of(self.bench.classes[number][0])

    def statements(self, numbers: Sequence[int], most: int = 0) -> str:
        """Name several classes of statements."""
        return listed(map(self.statement, numbers), most=most)

    def node(self, node: int) -> str:
        """Name a node: a statement, or what the network puts beside one."""
        kind, number = twin(self.bench, node), self.bench.network.stands_for[node]
        if kind == "hub":
            return "the strongest of the circle"
        remark = {"backed": " without its own word", "own": " before what entails it"}.get(kind, "")
        return self.statement(number) + remark

    def of_map(self, step: int) -> Step | None:
        """Return the step as it stands in the map; None for one that a relation brings."""
        return self.bench.map.steps[step] if step not in self.contests else None

    def step(self, step: int) -> str:
        """Name a step: its own name, or how it is put: `because a & b`, `a excludes it`."""
        found = self.of_map(step)
        if found is not None and found.named:
            return clean(found.id)
        return self.put(step)

    def put(self, step: int) -> str:
        """Say how a step is put in the map."""
        found = self.of_map(step)
        if found is None:
            number, forth = self.contests[step]
            relation = self.bench.map.relations[number]
            other = relation.left if forth else relation.right
            return f"{self.by_id(other)} {relation.kind} it"
        word = {"support": "because", "attack": "but", "undercut": "unless"}[found.kind]
        text = f"{word} {' & '.join(map(self.by_id, found.premises))}"
        return f"{text} since {' & '.join(map(self.by_id, found.warrants))}" if found.warrants else text

    def by_id(self, identifier: str) -> str:
        """Name a statement by its id."""
        node = self.bench.network.node_of.get(identifier)
        if node is None:
            return clean(identifier)
        return next((name_of(s) for s in self.bench.classes[node] if s.id == identifier), clean(identifier))
