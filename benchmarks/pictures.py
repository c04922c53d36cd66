"""How fast maps are drawn: python benchmarks/pictures.py [--quick].

1. Within one process, at 200 and 1,000 boxes: writing the DOT text and finishing the SVG, as a share of the time that
   Graphviz takes for the picture (the start of its own process taken off). Of two maps: the made-up one with 7 moves
   to 4 claims, and a bare tree, the easiest of all pictures for Graphviz.
2. A tree of 1,000 claims to SVG, as whole processes, beside `argdown map -f svg` on the equal map, where npm is there
   to install it; both draw as many boxes.
"""

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import _maps
import _timing
from parse import installed_argdown

from argmap.analysis import Analysis
from argmap.pipeline import analyse
from argmap.render.engine import EngineError, Job, draw_many
from argmap.render.picture.compose import picture_of
from argmap.render.picture.describe import describe
from argmap.render.picture.dot import picture_dot
from argmap.render.picture.svg import finish

Result = TypeVar("Result")

SIZES = (200, 1_000)
SHARE = 0.25
CLAIMS = 1_000
ARGDOWN_BUDGET = 2.0
TIMEOUT = 300.0


def main() -> int:
    """Measure, print, and return 1 where a budget is not kept."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="one round, small maps, no Argdown; always exits with 0")
    quick = options.parse_args().quick
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rounds = 1 if quick else 5
        verdicts = [share(_maps.made_up(boxes), rounds) for boxes in SIZES[: 1 if quick else None]]
        verdicts += [share(_maps.made_up_tree(boxes), rounds, "a tree") for boxes in SIZES[: 1 if quick else None]]
        argdown = None if quick else installed_argdown()
        if argdown:
            verdicts.append(against_argdown(folder, argdown, rounds=5))
    return 0 if quick or all(verdicts) else 1


def share(made: _maps.Map, rounds: int, what: str = "a map") -> bool:
    """Compare what argmap does around the layout with the layout."""
    text = _maps.as_argmap(made).encode()
    analysis = analyse("made-up.argmap", lambda _: text)
    parts: dict[str, list[float]] = {}
    for _ in range(rounds + 1):  # the first round only fills caches
        for name, seconds in _round(analysis).items():
            parts.setdefault(name, []).append(seconds)
    times = {name: min(seconds[1:]) for name, seconds in parts.items()}
    layout = times["a picture more"] = times["Graphviz, two"] - times["Graphviz, one"]
    print(f"{what} of {len(made.texts):,} boxes; the best of {rounds} rounds")
    for name, seconds in times.items():
        print(f"  {name:16}  {seconds * 1000:8.1f} ms  {seconds / layout:6.0%} of the layout")
    around = (times["write DOT"] + times["finish SVG"]) / layout
    kept = _timing.verdict("write DOT and finish SVG, as a share of the layout", around, at_most=SHARE)
    print()
    return kept


def _round(analysis: Analysis) -> dict[str, float]:
    """Time each part. Graphviz is timed with two pictures in one process, and with one: the difference is a picture."""
    seconds: dict[str, float] = {}
    picture = _timed("arrange", seconds, lambda: picture_of(analysis))
    dot = _timed("write DOT", seconds, lambda: picture_dot(picture))
    job = Job(dot, ("svg",))
    (drawing,) = _timed("Graphviz, one", seconds, lambda: draw_many([job], timeout=TIMEOUT))
    _timed("Graphviz, two", seconds, lambda: draw_many([job, job], timeout=TIMEOUT))
    words = describe(picture)
    if isinstance(drawing, EngineError):
        raise drawing
    svg = drawing.outputs["svg"]
    _timed("finish SVG", seconds, lambda: finish(svg, title=picture.title, description=words, picture=picture))
    return seconds


def _timed(name: str, seconds: dict[str, float], work: Callable[[], Result]) -> Result:
    started = time.perf_counter()
    result = work()
    seconds[name] = time.perf_counter() - started
    return result


def write(folder: Path, claims: int) -> Path:
    """Write the tree of so many claims in both languages; return the path of the one for argmap."""
    made = _maps.made_up_tree(claims)
    Path(folder, f"{claims}.argdown").write_text(_maps.as_argdown(made), encoding="utf-8")
    path = Path(folder, f"{claims}.argmap")
    path.write_text(_maps.as_argmap(made), encoding="utf-8")
    return path


def against_argdown(folder: Path, script: Path, rounds: int) -> bool:
    """Compare with Argdown on an equal map."""
    write(folder, CLAIMS)
    file, other = f"{CLAIMS}.argmap", f"{CLAIMS}.argdown"
    ours = (
        _timing.PYTHON,
        "-m",
        "argmap",
        "map",
        file,
        "--view",
        "whole",
        "--timeout",
        f"{TIMEOUT:g}",
        "-o",
        "ours.svg",
    )
    theirs = (shutil.which("node") or "node", str(script), "map", other, "-f", "svg", "theirs")
    measured = {_timing.BARE: _timing.BARE_COMMAND, "argmap map": ours, "argdown map": theirs}
    print(f"a tree of {CLAIMS:,} claims to SVG; {rounds} rounds in turns")
    _timing.print_commands(measured)
    timings = _timing.interleaved(measured, folder, rounds)
    boxes = {drawn(folder / "ours.svg"), drawn(folder / "theirs" / f"{CLAIMS}.svg")}
    if boxes != {CLAIMS}:
        sys.exit(f"drawn were {sorted(boxes)} boxes, not {CLAIMS}")
    _timing.print_timings(timings)
    ratio = timings["argdown map"].median / timings["argmap map"].median
    return _timing.verdict("argdown map, x argmap map", ratio, at_least=ARGDOWN_BUDGET)


def drawn(path: Path) -> int:
    """Count the boxes of an SVG, ours or Argdown's."""
    return len(re.findall(r'class="node(?: box [a-z]+)?"', path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main())
