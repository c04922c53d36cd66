"""Which rules are run, and how strictly: from the command line and the configuration file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argmap.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """What is asked for.

    Attributes:
        select: Codes, or beginnings of codes ("S", "A3"), to run; empty for all that are on by default.
        ignore: Codes, or beginnings of codes, to leave out.
        preview: Whether rules that read wording run as well.
        severities: Other severities than those of the table, by code.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def wants(self, code: str, *, preview: bool) -> bool:
        """Tell whether a rule is to be run."""
        if any(code.startswith(part) for part in self.ignore):
            return False
        if self.select:
            return any(code.startswith(part) for part in self.select)
        return self.preview or not preview
