"""What `argmap check` does, apart from reading its options."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.assessment import NOTHING
from argmap.cli.common import STDIN, CannotRunError, analysed, coloured, say, unreadable
from argmap.cli.settings import settings_for, with_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.checks.settings import Settings
    from argmap.diagnostics import Diagnostic

FORMS = ("plain", "json", "sarif", "github", "gitlab")
_ERRORS, _UNUSABLE = 1, 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    form: str = "plain"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    strict: bool = False
    statistics: bool = False
    baseline: str | None = None
    write_baseline: str | None = None
    fix: bool = False
    config: str | None = None
    texts: str = ""
    quiet: bool = False
    allow_outside: bool = False

    def settings(self, path: str) -> Settings:
        """Return by which settings a map is checked."""
        found = settings_for(path, self.config)
        return with_options(found, self.select, self.ignore, preview=self.preview, texts=self.texts)


def check_files(paths: Sequence[str], asked: Asked) -> int:
    """Check maps and print what was found.

    Returns:
        The exit status: 0 fine, 1 errors found (with `strict` also warnings), 2 a file cannot be read.

    Raises:
        CannotRunError: the configuration or the baseline cannot be used, or options are given that do not go together.
    """
    if asked.statistics and asked.form != "plain":
        raise CannotRunError(
            f"--statistics counts in plain text; --format {asked.form} holds each finding to be counted"
        )
    found, all_readable = _checked(paths, asked)
    if asked.write_baseline is not None:
        return _written(found, asked.write_baseline, asked)
    if asked.baseline is not None:
        found = _without_baseline(found, asked.baseline, asked)
    sys.stdout.write(_shown(found, asked))
    sys.stdout.flush()
    if not all_readable:
        return _UNUSABLE
    if not asked.quiet:
        from argmap.render.messages.findings import summary

        where = "1 file" if len(paths) == 1 else f"{len(paths)} files"
        say(f"{where} checked: {summary(found) or 'no findings'}")
    return _status(found, asked)


def _checked(paths: Sequence[str], asked: Asked) -> tuple[list[Diagnostic], bool]:
    """Check each file; return the findings, and whether all files could be read."""
    found: dict[tuple[str, str, int, str], Diagnostic] = {}  # a file that two maps import is reported once
    all_readable = True
    for path in paths:
        settings = asked.settings(path)
        try:
            if asked.fix:
                _fix(path, settings, asked)
            analysis = analysed(path, NOTHING, allow_outside=asked.allow_outside, checks=settings)
        except CannotRunError as error:
            say(f"Error: {error}")
            all_readable = False
            continue
        all_readable = all_readable and not unreadable(analysis)
        for each in analysis.diagnostics:
            found.setdefault((each.where.source.path, each.code, each.where.start, each.message), each)
    return list(found.values()), all_readable


def _status(found: Sequence[Diagnostic], asked: Asked) -> int:
    grave = {"error", "warning"} if asked.strict else {"error"}
    return _ERRORS if any(each.severity in grave for each in found) else 0


def _shown(found: list[Diagnostic], asked: Asked) -> str:
    if asked.form == "json":
        from argmap.render.messages.plain import as_json

        return as_json(found)
    if asked.form == "sarif":
        from argmap.render.messages.sarif import as_sarif

        return as_sarif(found)
    if asked.form in {"github", "gitlab"}:
        from argmap.render.messages.ci import as_github, as_gitlab

        return as_github(found) if asked.form == "github" else as_gitlab(found)
    if not found:
        return ""
    from argmap.render.messages.findings import findings, statistics

    return statistics(found) if asked.statistics else findings(found, colour=coloured(sys.stdout))


def _fix(path: str, settings: Settings, asked: Asked) -> None:
    """Do the sure mends in a file, and say what was done."""
    if path == STDIN:
        raise CannotRunError("--fix writes into files; standard input is none")
    from argmap.cli.fixing import fix
    from argmap.render.messages.plain import place_of

    try:
        done = fix(path, settings, allow_outside=asked.allow_outside)
    except OSError:
        return  # said in a moment, when the file is checked
    for finding, line in done:
        say(f"{place_of(finding.where)}: mended {finding.code}, {finding.message}\n    now: {line}")


def _written(found: list[Diagnostic], path: str, asked: Asked) -> int:
    from argmap.cli.baseline import write_baseline

    number = write_baseline(path, found)
    if not asked.quiet:
        say(f"{path} written, with {number} finding{'s' if number != 1 else ''}")
    return _status([each for each in found if each.code[0] == "L"], asked)


def _without_baseline(found: list[Diagnostic], path: str, asked: Asked) -> list[Diagnostic]:
    from argmap.cli.baseline import read_baseline, without_known

    kept, gone = without_known(found, read_baseline(path), path)
    if not asked.quiet:
        known = len(found) - len(kept)
        say(f"{known} known from {path}" + (f"; {gone.total()} there no longer: write it anew" if gone else ""))
    return kept
