"""Timing of whole processes, as a user waits for them.

The commands of a comparison take turns (A B C, A B C, …), so that a machine that slows down for a while slows
all of them. What is compared is the median, and it is told as a multiple of `python -c pass` on the same machine.
"""

import os
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

PYTHON = sys.executable
BARE = "python -c pass"
BARE_COMMAND = (PYTHON, "-c", "pass")

Command = Sequence[str]

# As a user has it: Python keeps compiled modules, whatever is set here.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


@dataclass(frozen=True, slots=True)
class Timing:
    """How long each run of one command took, in seconds."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time in the middle."""
        return median(self.seconds)

    @property
    def spread(self) -> float:
        """The width of the middle half, as a share of the median."""
        low, _, high = quantiles(self.seconds, n=4, method="inclusive")
        return (high - low) / self.median


def interleaved(
    commands: Mapping[str, Command], cwd: Path, rounds: int, statuses: Sequence[int] = (0,)
) -> dict[str, Timing]:
    """Time the commands in turns, after one round that only fills the caches."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            took = _seconds(command, cwd, statuses)
            if number:
                seconds[name].append(took)
    return {name: Timing(tuple(times)) for name, times in seconds.items()}


def processor_time() -> float:
    """Return for how many seconds this process and its children, once ended, had a processor: others do not count."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def ratios(timings: Mapping[str, Timing]) -> dict[str, float]:
    """Each median as a multiple of that of the bare interpreter."""
    bare = timings[BARE].median
    return {name: timing.median / bare for name, timing in timings.items()}


def print_commands(commands: Mapping[str, Command]) -> None:
    """Tell what is run, so that anyone can run it."""
    for name, command in commands.items():
        print(f"  {name}: {shlex.join(_portable(command))}")
    print()


def print_timings(timings: Mapping[str, Timing]) -> None:
    """Print one line for each command: median, spread, ratio."""
    width = max(map(len, timings))
    times = ratios(timings)
    print(f"  {'':{width}}  median ms  middle half  x bare")
    for name, timing in timings.items():
        share = f"±{timing.spread / 2:.0%}"
        print(f"  {name:{width}}  {timing.median * 1000:9.1f}  {share:>11}  {times[name]:6.2f}")
    print()


def verdict(what: str, value: float, *, at_most: float = 0.0, at_least: float = 0.0) -> bool:
    """Print whether a figure keeps its budget, and return it."""
    kept = value <= at_most if at_most else value >= at_least
    budget = f"at most {at_most:g}" if at_most else f"at least {at_least:g}"
    print(f"  {'pass' if kept else 'FAIL'}  {what}: {value:.2f} ({budget})")
    return kept


def _seconds(command: Command, cwd: Path, statuses: Sequence[int]) -> float:
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=cwd, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    took = time.perf_counter() - started
    if done.returncode not in statuses:
        sys.exit(f"{shlex.join(command)}\n{done.stdout.decode()}\n{done.stderr.decode()}")
    return took


def _portable(command: Command) -> list[str]:
    """The command without the folders of this machine."""
    return [Path(word).name if Path(word).is_absolute() else word for word in command]
