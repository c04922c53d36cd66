"""Runs Graphviz: DOT text in, pictures out. No other part of argmap does.

Graphviz works in another process and under a time limit, so that a crash or a hang of it costs one
picture and never argmap itself. The Graphviz that pygraphviz carries is tried first, then a `dot` of
the system. Both are shown the fonts that argmap ships and little else of the machine, and what they
leave to chance (a date, the numbering of links) is made even: the same DOT text gives the same bytes.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from .bundled import Bundled
from .job import Drawing, EngineError, Job
from .system import System
from .workplace import FONT_NAMES, provided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .workplace import Workplace

__all__ = [
    "FONT_NAMES",
    "Drawing",
    "EngineError",
    "EngineName",
    "Job",
    "draw",
    "draw_many",
    "engine_version",
]

EngineName = Literal["auto", "bundled", "system"]


def draw(
    dot: str,
    formats: Sequence[str],
    *,
    engine: EngineName = "auto",
    timeout: float = 60.0,
    dpi: int | None = None,
    layout: str = "dot",
) -> Drawing:
    """Lay out a DOT text once and draw it in each of the formats ("svg", "png", "pdf", …).

    `timeout` is in seconds. `dpi` is the pixels per inch of the formats that are made of pixels
    (Graphviz takes 96); the others keep their size. `layout` is the Graphviz program that finds the
    places.

    Raises:
        EngineError: there is no engine, it took too long, it crashed, or the DOT text is faulty
            (also where Graphviz draws something all the same, as when it cannot read a label).
    """
    job = Job(dot, tuple(formats), layout=layout, dpi=dpi)
    (result,) = draw_many([job], engine=engine, timeout=timeout)
    if isinstance(result, EngineError):
        raise result
    return result


def draw_many(
    jobs: Sequence[Job], *, engine: EngineName = "auto", timeout: float = 60.0
) -> list[Drawing | EngineError]:
    """Draw many pictures, in one process as long as it holds; return one result per job, in order.

    `timeout` is in seconds and for each job alone. A job that fails gives an EngineError in its
    place and leaves the others be.

    Raises:
        EngineError: there is no engine at all.
    """
    with _started(engine, timeout, [job.dot for job in jobs]) as running:
        return [_attempt(running, job) for job in jobs]


def engine_version(engine: EngineName = "auto", *, timeout: float = 60.0) -> tuple[str, str]:
    """Return which engine would draw, and the version of its Graphviz: `("bundled", "14.1.5")`.

    Raises:
        EngineError: there is none.
    """
    with _started(engine, timeout, []) as running:
        return running.name, running.version


@contextmanager
def _started(engine: str, timeout: float, texts: Sequence[str]) -> Iterator[Bundled | System]:
    with provided(texts) as place, _choose(engine, place, timeout) as running:
        yield running


def _choose(engine: str, place: Workplace, timeout: float) -> Bundled | System:
    if engine == "bundled":
        return Bundled(place, timeout)
    if engine == "system":
        return System(place, timeout)
    if engine != "auto":
        raise EngineError(f"there is no engine “{engine}”: choose auto, bundled or system")
    try:
        return Bundled(place, timeout)
    except EngineError as no_bundled:
        try:
            return System(place, timeout)
        except EngineError as no_system:
            raise EngineError(f"{no_bundled}\n{no_system}") from no_bundled


def _attempt(running: Bundled | System, job: Job) -> Drawing | EngineError:
    try:
        return running.draw(job)
    except EngineError as error:
        return error
