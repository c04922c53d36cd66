"""What a sharp editor would flag: one file a rule, one table of rules, one function that runs them.

A finding is a question to the author, not a verdict. Faults of encoding are errors; faults of the document's argument
are warnings or suggestions, so that a faithful map of a circular or one-sided text can pass.

A rule's file lies in the folder of its family and has the name of its code (`argmap/codes.py`). Its docstring is its
page, and the examples in that page are its tests. Its function `find` takes an `Assessment`, in which what the rule
needs is there, and the settings, and yields `Finding`s. A rule is loaded only where it is run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.rule import Rule, load, subjects
from argmap.codes import UNUSED
from argmap.diagnostics import Diagnostic

if TYPE_CHECKING:
    from argmap.assessment import Assessment, Need
    from argmap.checks.settings import Settings
    from argmap.model import ArgumentMap

_ORIGINS: frozenset[Need] = frozenset({"origins"})
_DOCUMENTS: frozenset[Need] = frozenset({"documents"})
_MATRIX: frozenset[Need] = frozenset({"matrix"})
_MATRIX_ORIGINS: frozenset[Need] = frozenset({"matrix", "origins"})

# The one table of rules, in the order of their codes.
RULES: tuple[Rule, ...] = (
    Rule("S101", "warning", about="sources"),
    Rule("S102", "warning", _ORIGINS, about="sources"),
    Rule("S103", "warning", _ORIGINS, about="sources"),
    Rule("S104", "warning", _ORIGINS, about="sources"),
    Rule("S105", "warning", _ORIGINS, about="sources"),
    Rule("S106", "suggestion", _ORIGINS, about="sources"),
    Rule("S107", "warning", _ORIGINS, about="sources"),
    Rule("S108", "suggestion", _ORIGINS, about="sources"),
    Rule("S109", "warning", about="sources"),
    Rule("S110", "warning", _ORIGINS, about="sources"),
    Rule("S111", "suggestion", _ORIGINS, about="sources"),
    Rule("S112", "warning", _ORIGINS, about="sources"),
    Rule("S113", "warning", _ORIGINS, about="sources"),
    Rule("S114", "warning", _ORIGINS, about="sources"),
    Rule("S115", "suggestion", _DOCUMENTS, about="sources"),
    Rule("S116", "error", _DOCUMENTS, about="sources"),
    Rule("S117", "warning", _DOCUMENTS, about="sources"),
    Rule("S118", "warning", _ORIGINS, about="sources"),
    Rule("C201", "warning"),
    Rule("C202", "warning", preview=True),
    Rule("C203", "warning", about="probabilities"),
    Rule("C204", "warning", preview=True),
    Rule("C205", "error", about="probabilities"),
    Rule("C206", "suggestion", preview=True),
    Rule("C207", "suggestion", preview=True),
    Rule("C208", "suggestion", preview=True),
    Rule("C209", "error", _DOCUMENTS, about="sources"),
    Rule("C210", "error", _DOCUMENTS, about="sources"),
    Rule("C211", "suggestion", _DOCUMENTS, about="sources"),
    Rule("C212", "warning", preview=True),
    Rule("C213", "suggestion", preview=True),
    Rule("C214", "warning", _ORIGINS, about="probabilities"),
    Rule("C215", "error", _DOCUMENTS, about="sources"),
    Rule("C216", "warning", _DOCUMENTS, about="sources"),
    Rule("A301", "warning"),
    Rule("A302", "warning"),
    Rule("A303", "suggestion"),
    Rule("A304", "suggestion", preview=True),
    Rule("A305", "suggestion", preview=True),
    Rule("A306", "warning"),
    Rule("A307", "warning"),
    Rule("A308", "suggestion"),
    Rule("A309", "warning"),
    Rule("A310", "warning"),
    Rule("A311", "suggestion", _DOCUMENTS, about="sources"),
    Rule("A312", "suggestion"),
    Rule("A313", "warning", _ORIGINS),
    Rule("A314", "warning"),
    Rule("A315", "suggestion"),
    Rule("H401", "warning", about="questions"),
    Rule("H402", "suggestion", about="questions"),
    Rule("H403", "error", _MATRIX, about="matrices"),
    Rule("H404", "suggestion", _MATRIX, about="matrices"),
    Rule("H405", "warning", _MATRIX, about="matrices"),
    Rule("H406", "warning", _MATRIX, about="matrices"),
    Rule("H407", "warning", _MATRIX, about="matrices"),
    Rule("H408", "warning", _MATRIX, about="matrices"),
    Rule("H409", "warning", _MATRIX, about="matrices"),
    Rule("H410", "warning", _MATRIX, about="probabilities"),
    Rule("H411", "error", about="probabilities"),
    Rule("H412", "suggestion", _MATRIX_ORIGINS, about="matrices"),
    Rule("H413", "suggestion", _MATRIX, about="matrices"),
    Rule("H414", "suggestion", _MATRIX, about="matrices"),
    Rule("H415", "suggestion", _MATRIX, about="matrices"),
    Rule("H416", "warning", _MATRIX, about="matrices"),
)
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def selected(settings: Settings) -> list[Rule]:
    """Return the rules that these settings ask for, in the order of the table."""
    return [rule for rule in RULES if settings.wants(rule.code, preview=rule.preview)]


def needed(settings: Settings, argument_map: ArgumentMap) -> frozenset[Need]:
    """Return what the rules that these settings ask for need to know of a map."""
    return frozenset(need for rule in _speaking(selected(settings), argument_map) for need in rule.needs)


def check(assessment: Assessment, settings: Settings) -> list[Diagnostic]:
    """Run the rules that these settings ask for, less what the map allows; the findings come in the order of the rules."""
    rules = selected(settings)
    found: list[Diagnostic] = []
    for rule in _speaking(rules, assessment.map):
        severity = settings.severities.get(rule.code, rule.severity)
        found += [Diagnostic(rule.code, *each, severity=severity) for each in load(rule)(assessment, settings)]
    if settings.house:
        from argmap.checks.house import kept_in

        found += kept_in(assessment, settings)
    if settings.per_file:
        found = [each for each in found if not settings.spares(each.where.source.path, each.code)]
    if assessment.map.allowances:
        found = _allowed(assessment, settings, found, {rule.code for rule in rules})
    return found


def _speaking(rules: list[Rule], argument_map: ArgumentMap) -> list[Rule]:
    """Leave out the rules of whose subject the map has nothing."""
    known = subjects(argument_map)
    return [rule for rule in rules if rule.about in known]


def _allowed(assessment: Assessment, settings: Settings, found: list[Diagnostic], run: set[str]) -> list[Diagnostic]:
    from argmap.checks.allowing import without_allowed

    run |= {rule.code for rule in settings.house}
    kept = without_allowed(found, assessment.map.allowances, assessment.sources, run)
    return kept if settings.wants(UNUSED) else [each for each in kept if each.code != UNUSED]
