"""The command line: thin, one file a command, each loaded only when it is called."""

from __future__ import annotations

import os
import sys

_QUIET = {"-q", "--quiet"}


def run(arguments: list[str]) -> int:
    """Run one command; return its exit status: 0 fine, 1 errors found, 2 cannot run."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        sys.stderr.write("\nargmap: stopped; files that were there before are as they were\n")
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough (`argmap check … | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        return cannot_be_written(error)  # of a file that has no name: standard output, on a full disk


def cannot_be_written(error: OSError) -> int:
    """Say that standard output cannot be written; return the exit status."""
    from argmap.cli.common import reason

    sys.stderr.write(f"Error: standard output cannot be written: {reason(error)}\n")
    return 2


def _run(arguments: list[str]) -> int:
    if arguments[:1] == ["check"] and _is_plain(arguments[1:]):
        # The commonest call by far, in editors and hooks: it needs no more reading of options than this, and click
        # would take as long to load as the check itself.
        return _check(arguments[1:])
    from argmap.cli.group import run_group

    return run_group(arguments)


def _check(arguments: list[str]) -> int:
    from argmap.cli.checking import Asked, check_files
    from argmap.cli.common import CannotRunError, say

    files = [argument for argument in arguments if argument not in _QUIET]
    try:
        return check_files(files, Asked(quiet=len(files) < len(arguments)))
    except CannotRunError as error:
        say(f"Error: {error}")
        return 2


def _is_plain(arguments: list[str]) -> bool:
    files = [argument for argument in arguments if argument not in _QUIET]
    return bool(files) and all(file == "-" or not file.startswith("-") for file in files)
