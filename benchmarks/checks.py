"""How fast maps are checked: python benchmarks/checks.py [--quick].

1. `argmap check`, with all rules, of a map of 1,000 claims and 1,750 moves, with sources, citations, a question and a
   matrix, as a whole process; and `argdown json`, which checks nothing, of its claims and moves, where npm is there.
2. The same from 1,000 to 30,000 claims: how the time grows when start-up is taken off.
3. Which rules take longest.
"""

import argparse
import math
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import linear_regression

import _maps
import _timing
import parse

from argmap import checks, pipeline
from argmap.checks.rule import load
from argmap.checks.settings import Settings

CLAIMS = 1_000
SIZES = (1_000, 3_000, 10_000, 30_000)
# In multiples of `python -c pass`; as an exponent of the size; in multiples of argmap's own time.
CHECK_BUDGET = 32.0
GROWTH_BUDGET = 1.15
ARGDOWN_BUDGET = 2.0
SHOWN = 8
_FOUND = (0, 1)  # exit statuses: the map has faults, so that the rules have something to say

CHECK = "argmap check, all rules"


def main() -> int:
    """Measure, print, and return 1 where a budget is not kept."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="few rounds, small maps, no Argdown; always exits with 0")
    quick = options.parse_args().quick
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        verdicts = whole(folder, None if quick else parse.installed_argdown(), rounds=3 if quick else 11)
        verdicts.append(growth(folder, SIZES[:2] if quick else SIZES, rounds=3))
        slowest(folder)
    return 0 if quick or all(verdicts) else 1


def command(claims: int) -> _timing.Command:
    """Check a map of so many claims, with the rules that have to be asked for as well."""
    return (_timing.PYTHON, "-m", "argmap", "check", "--preview", "--statistics", f"full-{claims}.argmap")


def write(folder: Path, claims: int) -> _maps.Map:
    """Write the map of so many claims."""
    made = _maps.made_up(claims)
    Path(folder, f"full-{claims}.argmap").write_text(_maps.as_full_argmap(made), encoding="utf-8")
    Path(folder, f"{claims}.argdown").write_text(_maps.as_argdown(made), encoding="utf-8")
    return made


def whole(folder: Path, argdown: Path | None, rounds: int) -> list[bool]:
    """Compare a check with starting Python, and with Argdown reading the same claims and moves."""
    made = write(folder, CLAIMS)
    measured = {_timing.BARE: _timing.BARE_COMMAND, CHECK: command(CLAIMS)}
    if argdown is not None:
        measured["argdown json"] = (shutil.which("node") or "node", str(argdown), "json", f"{CLAIMS}.argdown", "out")
    print(f"{CLAIMS:,} claims, {made.size:,} statements and moves; {rounds} rounds in turns")
    _timing.print_commands(measured)
    timings = _timing.interleaved(measured, folder, rounds, _FOUND)
    _timing.print_timings(timings)
    kept = [_timing.verdict(f"{CHECK}, x bare", _timing.ratios(timings)[CHECK], at_most=CHECK_BUDGET)]
    if argdown is not None:
        ratio = timings["argdown json"].median / timings[CHECK].median
        kept.append(_timing.verdict("argdown json, x argmap check", ratio, at_least=ARGDOWN_BUDGET))
    print()
    return kept


def growth(folder: Path, sizes: tuple[int, ...], rounds: int) -> bool:
    """Fit the exponent by which the time grows with the size, start-up taken off."""
    made = {claims: write(folder, claims) for claims in (_maps.HYPOTHESES + 2, *sizes)}
    timings = _timing.interleaved({str(claims): command(claims) for claims in made}, folder, rounds, _FOUND)
    start = timings[str(_maps.HYPOTHESES + 2)].median
    seconds = [timings[str(claims)].median - start for claims in sizes]
    print(f"growth of the time to check, less {start * 1000:.0f} ms of start-up; {rounds} rounds in turns")
    for claims, took in zip(sizes, seconds, strict=True):
        each = took / made[claims].size * 1e6
        print(f"  {claims:7,} claims  {took:7.3f} s  {each:6.1f} µs for each statement or move")
    fit = linear_regression([math.log(size) for size in sizes], [math.log(took) for took in seconds])
    print()
    kept = _timing.verdict("exponent", fit.slope, at_most=GROWTH_BUDGET)
    print()
    return kept


def slowest(folder: Path) -> None:
    """Tell which rules take longest, and what they need beforehand."""
    settings = Settings(preview=True)
    path = str(folder / f"full-{CLAIMS}.argmap")
    began = time.perf_counter()
    bare = pipeline.analyse(path, needs=())
    read = time.perf_counter() - began
    began = time.perf_counter()
    needs = checks.needed(settings, bare.map)
    found = pipeline.analyse(path, needs=needs)
    needed = time.perf_counter() - began - read
    took = {}
    for rule in checks.selected(settings):
        find = load(rule)
        began = time.perf_counter()
        number = sum(1 for _ in find(found.assessment, settings))
        took[rule] = (time.perf_counter() - began, number)
    print(
        f"in one process: read {read * 1000:.0f} ms, what rules need ({', '.join(sorted(needs))}) {needed * 1000:.0f} ms"
    )
    print(f"all rules {sum(time for time, _ in took.values()) * 1000:.0f} ms; the slowest:")
    for rule in sorted(took, key=lambda rule: -took[rule][0])[:SHOWN]:
        seconds, number = took[rule]
        print(f"  {seconds * 1000:6.1f} ms  {rule.code} {rule.name} ({number} findings)")


if __name__ == "__main__":
    sys.exit(main())
