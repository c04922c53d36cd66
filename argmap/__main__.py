"""The command `argmap`."""

from __future__ import annotations

import gc
import os
import sys

from argmap import __version__

# Garbage is looked for once so many objects are new: hardly anything made here is garbage before the end, and to walk
# over all of a large map again and again costs a fifth of the time.
_GARBAGE = 200_000


def main() -> int:
    """Run the command line; return its exit status: 0 fine, 1 errors found, 2 cannot run."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        # Answered before anything else is imported: scripts ask for it often.
        sys.stdout.write(f"argmap {__version__}\n")
        return 0
    from argmap.cli import run

    return run(sys.argv[1:])


def console() -> None:
    """Run as a process of its own, and end it at once: taking every module apart again would only cost time."""
    gc.set_threshold(_GARBAGE)
    status = 0
    try:
        status = main()
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError as error:
        if error.filename is not None:
            raise
        if not status and not isinstance(error, BrokenPipeError):  # else it has been said
            from argmap.cli import cannot_be_written

            status = cannot_be_written(error)
    os._exit(status)


if __name__ == "__main__":
    console()
