"""Which rules are run, how strictly, by which thresholds and texts: from the command line and the configuration file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a rule draws its line. Each can be set in the configuration, under its name with hyphens.

    What a field is for stands in `THRESHOLDS`, which the configuration and its page read; a whole number is a count, any
    other a share from 0 to 1 or what its line says.
    """

    max_age: int = 10
    unrated_share: float = 0.5
    margin: float = 1.0
    mapped_share: float = 0.5


# What each threshold is for.
THRESHOLDS: dict[str, str] = {
    "max_age": "how many years before the map's `as-of:` a source may be dated (S107); 0 for no limit",
    "unrated_share": "which share of a column may be NA or unrated (H405)",
    "margin": "by how much a hypothesis has to lead, in the score of a matrix (H407)",
    "mapped_share": "from which share of its paragraphs on a document counts as one that the map means to cover (A311)",
}


_STATEMENTS = ("hypothesis", "claim", "evidence", "assumption")
TARGETS = (*_STATEMENTS, "source", "voice", "question", "step")


@dataclass(frozen=True, slots=True)
class HouseRule:
    """One rule of the house: its code (X and three digits), what it says, and what it looks for.

    Attributes:
        on: What it looks at: kinds of statements, "source", "voice", "question", "step".
        avoid: Words or phrases that may not stand in the text there.
        demand: Words or phrases of which one has to stand there.
        require: Attributes that have to be given there.
    """

    code: str
    message: str
    severity: Severity = "warning"
    on: tuple[str, ...] = _STATEMENTS
    avoid: tuple[str, ...] = ()
    demand: tuple[str, ...] = ()
    require: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked for.

    Attributes:
        select: Codes, or beginnings of codes ("S", "A3"), to run; empty for all that are on by default.
        ignore: Codes, or beginnings of codes, to leave out.
        preview: Whether rules that read wording run as well.
        severities: Other severities than those of the table, by code.
        thresholds: Where rules draw their lines.
        scale: The scale of likelihood words where a map does not name its own ("" for none).
        per_file: Codes to leave out in files whose whole path fits a pattern.
        house: Rules of the house, written as data.
        texts: A folder with the texts of documents ("" for none).
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)
    thresholds: Thresholds = Thresholds()
    scale: str = ""
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    house: tuple[HouseRule, ...] = ()
    texts: str = ""

    def wants(self, code: str, *, preview: bool = False) -> bool:
        """Tell whether a rule is to be run; one that reads wording has to be asked for by its whole code, or `preview`."""
        if code.startswith(self.ignore):
            return False
        if code in self.select:
            return True
        return (self.preview or not preview) and (not self.select or code.startswith(self.select))

    def spares(self, path: str, code: str) -> bool:
        """Tell whether findings of that code are left out in that file."""
        if not self.per_file:
            return False
        import os
        from fnmatch import fnmatch

        whole = os.path.abspath(path)
        return any(fnmatch(whole, pattern) and code.startswith(codes) for pattern, codes in self.per_file)
