"""How fast maps are drawn: python benchmarks/pictures.py [--quick].

1. Arranging a map as a picture, writing the DOT text and finishing the SVG, as a share of the time that Graphviz takes
   for the picture (the start of its own process taken off), all in processor time. Of the made-up map with 7 moves to 4
   claims and of a bare tree, the easiest of all pictures for Graphviz, at 200 and 1,000 boxes; and of the whole of a real
   map with undercuts, folded evidence, marks and citations.
2. A tree of 1,000 claims to SVG, as whole processes, beside `argdown map -f svg` on the equal map, where npm is there
   to install it; both draw as many boxes.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
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
from argmap.render.picture.parts import Picture
from argmap.render.picture.svg import finish

Result = TypeVar("Result")

SIZES = (200, 1_000)
MOST_BOXES = SIZES[-1]  # of small pictures Graphviz draws several, of so many boxes together
REAL = Path(__file__).parent.parent / "maps" / "sanctions" / "comparison.argmap"
SHARE, OF_A_TREE = 0.25, 0.30  # the budgets
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
        verdicts = [share(*each, rounds) for each in _maps_to_draw(SIZES[: 1 if quick else None])]
        argdown = None if quick else installed_argdown()
        if argdown:
            verdicts.append(against_argdown(folder, argdown, rounds=5))
    return 0 if quick or all(verdicts) else 1


def _maps_to_draw(sizes: Sequence[int]) -> Iterator[tuple[str, Analysis, float]]:
    """Give the maps with their names and budgets."""
    for what, make, budget in (("a map", _maps.made_up, SHARE), ("a tree", _maps.made_up_tree, OF_A_TREE)):
        for boxes in sizes:
            yield what, _analysis(_maps.as_argmap(make(boxes)).encode()), budget
    yield REAL.name, analyse(str(REAL), lambda path: Path(path).read_bytes()), SHARE


def _analysis(text: bytes) -> Analysis:
    return analyse("made-up.argmap", lambda _: text)


def share(what: str, analysis: Analysis, budget: float, rounds: int) -> bool:
    """Compare what argmap does around the layout with the layout, in processor time."""
    boxes = len(picture_of(analysis).boxes)
    more = max(1, MOST_BOXES // boxes)
    parts: dict[str, list[float]] = {}
    for _ in range(rounds + 1):  # the first round only fills caches
        for name, seconds in _round(analysis, more).items():
            parts.setdefault(name, []).append(seconds)
    times = {name: min(seconds[1:]) for name, seconds in parts.items()}
    layout = (times.pop("more pictures") - times.pop("one picture")) / more
    print(f"{what} of {boxes:,} boxes; the best of {rounds} rounds")
    for name, seconds in (times | {"Graphviz": layout}).items():
        print(f"  {name:16}  {seconds * 1000:8.1f} ms  {seconds / layout:6.1%} of the layout")
    kept = _timing.verdict("all but Graphviz, as a share of the layout", sum(times.values()) / layout, at_most=budget)
    print()
    return kept


def _round(analysis: Analysis, more: int) -> dict[str, float]:
    """Time each part. Graphviz draws a picture in one process, and in another so many more: the difference is theirs."""
    seconds: dict[str, float] = {}
    picture = _timed("arrange", seconds, lambda: picture_of(analysis))
    dot = _timed("write DOT", seconds, lambda: picture_dot(picture))
    job = Job(dot, ("svg",))
    (drawing,) = _timed("one picture", seconds, lambda: draw_many([job], timeout=TIMEOUT))
    _timed("more pictures", seconds, lambda: draw_many([job] * (1 + more), timeout=TIMEOUT))
    if isinstance(drawing, EngineError):
        raise drawing
    svg = drawing.outputs["svg"]
    _timed("finish SVG", seconds, lambda: _finished(svg, picture))
    return seconds


def _finished(svg: bytes, picture: Picture) -> str:
    return finish(svg, title=picture.title, description=describe(picture), picture=picture)


def _timed(name: str, seconds: dict[str, float], work: Callable[[], Result]) -> Result:
    started = _timing.processor_time()
    result = work()
    seconds[name] = _timing.processor_time() - started
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
