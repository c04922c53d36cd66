"""What a rule is, and where its file lies."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from argmap.assessment import Assessment, Need
    from argmap.checks.settings import Settings
    from argmap.diagnostics import Label, Mend, Severity
    from argmap.model import ArgumentMap

    Find = Callable[[Assessment, Settings], Iterator["Finding"]]

Subject = Literal["statements", "sources", "questions", "matrices", "probabilities"]

FAMILIES = {"S": "sourcing", "C": "certainty", "A": "structure", "H": "hypotheses"}


class Rule(NamedTuple):
    """A row of the table: code, severity unless set otherwise, what it needs, whether it has to be asked for.

    `preview` marks rules that read wording: they are opt-in. `about` is the subject without which a rule has nothing
    to speak of: where the map has none, the rule is not even loaded, and nothing is worked out for it.
    """

    code: str
    severity: Severity
    needs: frozenset[Need] = frozenset()
    preview: bool = False
    about: Subject = "statements"

    @property
    def name(self) -> str:
        """What it is called: the fault it finds."""
        return CODES[self.code]

    @property
    def module(self) -> str:
        """Where it lies."""
        return f"{__package__}.{FAMILIES[self.code[0]]}.{self.name.replace('-', '_')}"


def subjects(argument_map: ArgumentMap) -> set[Subject]:
    """Return what a map has to speak of."""
    lists: tuple[Subject, ...] = ("statements", "sources", "questions", "matrices")
    found: set[Subject] = {name for name in lists if getattr(argument_map, name)}
    if any(given.key in _PROBABILITIES for statement in argument_map.statements for given in statement.attributes):
        found.add("probabilities")
    return found


_PROBABILITIES = frozenset({"likelihood", "confidence", "prior"})


class Finding(NamedTuple):
    """What a rule has seen: in words, where, what would answer it, mends where they are certain, further places."""

    message: str
    where: Label
    help: str = ""
    mends: tuple[Mend, ...] = ()
    related: tuple[Label, ...] = ()


def load(rule: Rule) -> Find:
    """Return the function of a rule."""
    find: Find = import_module(rule.module).find
    return find


def page(rule: Rule) -> str:
    """Return the page of a rule: the docstring of its file."""
    return import_module(rule.module).__doc__ or ""


def why(code: str) -> str:
    """Return in one sentence why a finding matters, the first under that heading of its rule's page.

    Messages of form and rules of the house have no page, and so no such sentence.
    """
    if code[0] not in FAMILIES or code not in CODES:
        return ""
    reasons = page(Rule(code, "warning")).partition("## Why it matters\n\n")[2].partition("\n\n")[0]
    first, stop, _ = " ".join(reasons.split()).partition(". ")
    return first + "." if stop else first
