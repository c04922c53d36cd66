"""How fast maps are read: python benchmarks/parse.py [--quick].

1. A map of 1,000 claims and 1,750 moves, read and resolved, and checked, as whole processes.
2. The same from 1,000 to 100,000 claims: how the time grows when start-up is taken off.
3. An equal map in Argdown, read by `argdown json`, where npm is there to install it.
"""

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import linear_regression

import _maps
import _timing

from argmap.pipeline import analyse

CLAIMS = 1_000
# Start-up is the time for a map of two claims.
SMALLEST = 2
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
# In multiples of `python -c pass`; as an exponent of the size; in multiples of argmap's own time.
READ_BUDGET = 18.0
GROWTH_BUDGET = 1.1
ARGDOWN_BUDGET = 3.5

# 2.0.0 asks for a release of its own plugin that npm does not find.
ARGDOWN = "@argdown/cli@1.7.5"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "argmap-benchmarks"

READ = "read and resolve"
CHECK = "argmap check"


def main() -> int:
    """Measure, print, and return 1 where a budget is not kept."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="few rounds, small maps, no Argdown; always exits with 0")
    quick = options.parse_args().quick
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        verdicts = [
            *against_bare(folder, rounds=3 if quick else 15),
            growth(folder, SIZES[:3:2] if quick else SIZES, rounds=3 if quick else 5),
        ]
        argdown = None if quick else installed_argdown()
        if argdown:
            verdicts.append(against_argdown(folder, argdown, rounds=9))
    return 0 if quick or all(verdicts) else 1


def commands(claims: int) -> dict[str, _timing.Command]:
    """Whole processes that read a map of so many claims."""
    file = f"{claims}.argmap"
    read = f'from argmap.pipeline import analyse; analyse("{file}", needs=())'
    return {
        READ: (_timing.PYTHON, "-c", read),
        CHECK: (_timing.PYTHON, "-m", "argmap", "check", file),
    }


def write(folder: Path, claims: int) -> _maps.Map:
    """Write the map of so many claims in both languages."""
    made = _maps.made_up(claims)
    Path(folder, f"{claims}.argmap").write_text(_maps.as_argmap(made), encoding="utf-8")
    Path(folder, f"{claims}.argdown").write_text(_maps.as_argdown(made), encoding="utf-8")
    return made


def against_bare(folder: Path, rounds: int) -> list[bool]:
    """Compare reading a thousand claims with starting Python."""
    made = write(folder, CLAIMS)
    measured = {_timing.BARE: _timing.BARE_COMMAND, **commands(CLAIMS)}
    print(f"{CLAIMS:,} claims, {made.size:,} statements and moves; {rounds} rounds in turns")
    _timing.print_commands(measured)
    timings = _timing.interleaved(measured, folder, rounds)
    _timing.print_timings(timings)
    times = _timing.ratios(timings)
    kept = [_timing.verdict(f"{name}, x bare", times[name], at_most=READ_BUDGET) for name in (READ, CHECK)]
    print()
    return kept


def growth(folder: Path, sizes: Sequence[int], rounds: int) -> bool:
    """Fit the exponent by which the time for reading grows with the size, start-up taken off."""
    made = {claims: write(folder, claims) for claims in (SMALLEST, *sizes)}
    timings = _timing.interleaved({str(claims): commands(claims)[READ] for claims in made}, folder, rounds)
    start = timings[str(SMALLEST)].median
    seconds = [timings[str(claims)].median - start for claims in sizes]
    print(f"growth of the time to {READ}, less {start * 1000:.0f} ms of start-up; {rounds} rounds in turns")
    for claims, took in zip(sizes, seconds, strict=True):
        each = took / made[claims].size * 1e6
        print(f"  {claims:7,} claims  {took:7.3f} s  {each:6.1f} µs for each statement or move")
    fit = linear_regression([math.log(size) for size in sizes], [math.log(took) for took in seconds])
    print()
    kept = _timing.verdict("exponent", fit.slope, at_most=GROWTH_BUDGET)
    print()
    return kept


def installed_argdown() -> Path | None:
    """Install Argdown from npm into a cache folder, once, and return its script for node."""
    npm = shutil.which("npm")
    if not npm:
        print("npm is not here: no comparison with Argdown")
        return None
    folder = CACHE / ARGDOWN.replace("/", "-")
    script = folder / "node_modules" / "@argdown" / "cli" / "dist" / "cli.js"
    if not script.exists():
        folder.mkdir(parents=True, exist_ok=True)
        options = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        subprocess.run((npm, "install", "--prefix", str(folder), *options, ARGDOWN), check=False)
    if not script.exists():
        print("npm could not install Argdown: no comparison with it")
        return None
    return script


def against_argdown(folder: Path, script: Path, rounds: int) -> bool:
    """Compare with Argdown on an equal map."""
    made = write(folder, CLAIMS)
    json_command = (shutil.which("node") or "node", str(script), "json", f"{CLAIMS}.argdown", "out")
    measured = {
        _timing.BARE: _timing.BARE_COMMAND,
        CHECK: commands(CLAIMS)[CHECK],
        "argdown json": json_command,
    }
    print(f"the same map in Argdown ({ARGDOWN}); {rounds} rounds in turns")
    _timing.print_commands(measured)
    timings = _timing.interleaved(measured, folder, rounds)
    assert_equal(folder, made)
    _timing.print_timings(timings)
    ratio = timings["argdown json"].median / timings[CHECK].median
    return _timing.verdict("argdown json, x argmap check", ratio, at_least=ARGDOWN_BUDGET)


def assert_equal(folder: Path, made: _maps.Map) -> None:
    """Make sure that both programs read the map that was written."""
    ours = analyse(str(folder / f"{CLAIMS}.argmap"), needs=()).map
    theirs = json.loads(Path(folder, "out", f"{CLAIMS}.json").read_bytes())
    sizes = {
        len(ours.statements) + len(ours.steps),
        len(theirs["statements"]) + len(theirs["relations"]),
    }
    if sizes != {made.size}:
        sys.exit(f"read were {sizes} statements and moves, written {made.size}")


if __name__ == "__main__":
    sys.exit(main())
