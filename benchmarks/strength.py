"""How fast strengths are computed, of plain graphs and of maps: python benchmarks/strength.py [--quick] [--limit SECONDS].

argmap is compared with what one would take instead, on the same graphs: with formal-argumentation from PyPI, which it
installs into a cache folder of its own, and with a solver of thirty lines that checks nothing. Uncertainpy (of Potyka)
and QBAF-Py are not on PyPI (the `uncertainpy` there is another project), and so are left out.

Then whole maps are weighed by the default semantics: compiled, and their network run in pure Python in both readings.

Each run is a process of its own with a limit; what it does not finish it is not asked again, nor anything larger.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

FOLDER = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "argmap-benchmarks"
RIVAL = "formal-argumentation==0.3.0"
OURS, BARE, RIVALS = "argmap", "argmap without numpy", ("plain Python", "formal-argumentation")

SHAPES = ("wide", "map", "cyclic")
SEMANTICS = ("df-quad", "quadratic-energy")
ROUNDS = {1_000: 5, 10_000: 5, 100_000: 3, 1_000_000: 1}
MAP_ROUNDS = {1_000: 5, 10_000: 5, 100_000: 3}
QUICK = {1_000: 1, 10_000: 1}
LARGEST = 100_000  # beyond it only argmap is asked
GOAL_FROM = 10_000  # from here on argmap is to be ahead of each
EQUAL = 1e-6


class Run(NamedTuple):
    """What all runs of one solver on one graph took, in seconds, and a sample of its strengths."""

    seconds: list[float]
    sample: list[float]
    edges: int

    @property
    def median(self) -> float:
        """The time in the middle; infinite where it did not finish."""
        return median(self.seconds) if self.seconds else math.inf

    @property
    def spread(self) -> str:
        """The fastest and the slowest run."""
        return f"{min(self.seconds):.3f}–{max(self.seconds):.3f}"


def main() -> int:
    """Measure, print, and return 1 where argmap is behind."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--quick", action="store_true", help="small graphs, one round; always exits with 0")
    options.add_argument("--limit", type=float, default=120.0, help="seconds for each run (default 120)")
    chosen = options.parse_args()
    pythons = {OURS: sys.executable, BARE: sys.executable, RIVALS[0]: sys.executable}
    rival = installed()
    if rival:
        pythons[RIVALS[1]] = str(rival)
    print("seconds of the processor from dicts and lists to a dict of strengths, imports not counted; runs take turns")
    print("Uncertainpy and QBAF-Py are not on PyPI: not compared\n")
    behind = []
    for shape in SHAPES:
        for semantics in SEMANTICS:
            behind += compared(shape, semantics, pythons, QUICK if chosen.quick else ROUNDS, chosen.limit)
    weighed(QUICK if chosen.quick else MAP_ROUNDS, chosen.limit)
    for line in behind:
        print(f"  FAIL  behind: {line}")
    print("" if behind else f"  pass  ahead of each from {GOAL_FROM:,} statements on")
    return 1 if behind and not chosen.quick else 0


def installed() -> Path | None:
    """Install the rival from PyPI into a cache folder, once, and return its Python."""
    folder = CACHE / RIVAL.replace("==", "-")
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not (folder / "ready").exists():
        quiet = ("--quiet", "--disable-pip-version-check")
        for command in (
            (sys.executable, "-m", "venv", "--clear", folder),
            (python, "-m", "pip", "install", *quiet, RIVAL),
        ):
            if subprocess.run(command, check=False).returncode:
                print(f"{RIVAL} could not be installed: no comparison with it")
                return None
        (folder / "ready").touch()
    return python


def compared(shape: str, semantics: str, pythons: dict[str, str], rounds: dict[int, int], limit: float) -> list[str]:
    """Compare all solvers on graphs of one shape, print it, and tell what was faster than argmap."""
    given_up: set[str] = set()
    behind = []
    print(f"{shape}, {semantics}")
    print(f"  {'statements':>10}  {'edges':>9}  {'solver':22}  {'median s':>8}  {'spread':>15}  x argmap")
    for size, times in rounds.items():
        asked = [name for name in pythons if name not in given_up and (size <= LARGEST or name == OURS)]
        runs = in_turns({name: pythons[name] for name in asked}, (shape, str(size), semantics), times, limit)
        for name, run in runs.items():
            print_run(size, name, run, runs[OURS], limit)
            if not run.seconds:
                given_up.add(name)
            elif name in RIVALS and size >= GOAL_FROM and run.median < runs[OURS].median:
                behind.append(f"{shape}, {semantics}, {size:,} statements: {name}")
        for name in sorted(given_up - set(asked)):
            print(f"  {size:10,}  {'':9}  {name:22}  not asked again")
    print()
    return behind


def weighed(rounds: dict[int, int], limit: float) -> None:
    """Time maps with 7 moves to 4 claims, and print the medians."""
    parts = {"read": "read", "compile": "compiled", "solve": "run twice", "whole": "all of strength"}
    print("maps, log-odds: seconds to read the text, to compile it, to run the network in both readings,")
    print("and for all of strength together (counts, circles and every statement's and step's figures included)")
    print(
        f"  {'statements':>10}  " + "  ".join(f"{name:>15}" for name in parts.values()) + "  µs a statement, run once"
    )
    for size, times in rounds.items():
        runs = [found for _ in range(times) if (found := finished("_weigh.py", (str(size),), sys.executable, limit))]
        if not runs:
            print(f"  {size:10,}  not done in {limit:g} s")
            return
        middle = {name: median([run[name] for run in runs]) for name in parts}
        told = "  ".join(f"{middle[name]:15.3f}" for name in parts)
        print(f"  {size:10,}  {told}  {middle['solve'] / 2 / size * 1e6:.1f}")
    print()


def in_turns(pythons: dict[str, str], graph: tuple[str, str, str], times: int, limit: float) -> dict[str, Run]:
    """Run each solver so many times, in turns, so that a machine that slows down slows all of them."""
    runs = {name: Run([], [], 0) for name in pythons}
    waiting = dict(pythons)
    for _ in range(times):
        for name, python in list(waiting.items()):
            found = once(python, (name, *graph), limit)
            if found is None:
                runs[name].seconds.clear()
                del waiting[name]
            else:
                runs[name] = Run([*runs[name].seconds, found["seconds"]], found["sample"], found["edges"])
    return runs


def once(python: str, arguments: tuple[str, ...], limit: float) -> dict[str, Any] | None:
    """Run one solver on one graph; None where it did not finish in time, making the graph included."""
    return finished("_solve.py", arguments, python, limit)


def finished(script: str, arguments: tuple[str, ...], python: str, limit: float) -> dict[str, Any] | None:
    """Run a script that prints JSON; None where it did not finish in time."""
    # as a user has it: Python keeps compiled modules, whatever is set here
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment["PYTHONPATH"] = str(FOLDER.parent)
    command = (python, str(FOLDER / script), *arguments)
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        sys.exit(f"{arguments}: {done.stderr.decode()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def print_run(size: int, name: str, run: Run, ours: Run, limit: float) -> None:
    """Print one line."""
    head = f"  {size:10,}  {run.edges or ours.edges:9,}  {name:22}"
    if not run.seconds:
        print(f"{head}  not done in {limit:g} s, making the graph included")
        return
    apart = max(abs(left - right) for left, right in zip(run.sample, ours.sample, strict=True)) if ours.sample else 0.0
    differs = f"  differs by up to {apart:.2g}" if apart > EQUAL else ""
    print(f"{head}  {run.median:8.3f}  {run.spread:>15}  {run.median / ours.median:8.2f}{differs}")


if __name__ == "__main__":
    sys.exit(main())
