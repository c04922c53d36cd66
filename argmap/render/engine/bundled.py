"""The Graphviz that pygraphviz carries, in a child process that draws picture by picture."""

from __future__ import annotations

import math
import signal
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from threading import Event, Timer
from typing import TYPE_CHECKING, cast

from argmap import resources

from .child import receive, send
from .job import EngineError
from .report import drawing, too_slow

if TYPE_CHECKING:
    from typing import BinaryIO, Self

    from .job import Drawing, Job
    from .workplace import Workplace


class Bundled:
    """A child process, and after each failure another one."""

    name = "bundled"

    def __init__(self, place: Workplace, timeout: float) -> None:
        """Start it; `timeout` is in seconds, for the start and for each picture.

        Raises:
            EngineError: pygraphviz is not installed or does not work here.
        """
        self._place = place
        self._timeout = timeout
        self._library = _library_folder()
        self._child: _Child | None = None
        self.version = self._started().version

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def draw(self, job: Job) -> Drawing:
        """Draw one picture.

        Raises:
            EngineError: there is none, or it would not be the one that was meant.
        """
        question = [job.layout.encode(), job.dot.encode(errors="replace")]
        names: list[str] = []
        for dpi, formats in job.passes():
            question += [b"" if dpi is None else b"%d" % dpi, "\n".join(formats).encode()]
            names += formats
        try:
            outcome, log, *drawn = self._started().ask(*question)
            pictures = dict(zip(names, drawn, strict=True)) if outcome == b"drawn" else {}
            return drawing((self.name, self.version), job, pictures, log)
        except BaseException:
            self._stop()  # what failed once may be left in disorder
            raise

    def _started(self) -> _Child:
        if self._child is None:
            self._child = _Child(self._library, self._place, self._timeout)
        return self._child

    def _stop(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None


class _Child:
    """One process that runs child.py; whatever goes wrong with it comes out as an EngineError."""

    def __init__(self, library: str, place: Workplace, timeout: float) -> None:
        script = place.folder / "child.py"
        script.write_text(resources.read_text("render/engine", "child.py"), encoding="utf-8")
        limit = math.ceil(timeout) + 1  # if it still runs by then, nobody is left to stop it
        self._log = place.folder / "log"
        self._timeout = timeout
        try:
            with self._log.open("w+b") as log:
                self._process = subprocess.Popen(  # noqa: S603 - this Python and a file of ours
                    [sys.executable, "-I", "-S", str(script), library, str(limit)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                    cwd=place.folder,
                    env=place.environment,
                )
        except OSError as error:
            raise EngineError(f"Python cannot be started for Graphviz: {error}") from error
        (version,) = self.ask()
        self.version = version.decode()

    def ask(self, *question: bytes) -> list[bytes]:
        """Send a question (the first answer comes without one) and wait for the answer."""
        late = Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        timer = Timer(self._timeout, stop)
        timer.start()
        try:
            if question:
                send(cast("BinaryIO", self._process.stdin), question)
            return receive(cast("BinaryIO", self._process.stdout))
        except (OSError, EOFError) as error:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(1)  # it is ending; how, is told only when it has ended
            self.stop()
            raise too_slow(self._timeout) if late.is_set() else self._crash() from error
        finally:
            timer.cancel()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        with suppress(OSError), self._process:  # what was not sent can be sent no more
            pass

    def _crash(self) -> EngineError:
        code = self._process.returncode
        names = {-known: known.name for known in signal.Signals}
        said = self._log.read_text("utf-8", "replace").strip().splitlines()
        last = f": {said[-1]}" if said else ""
        how = names.get(code, f"code {code}")
        return EngineError(f"The Graphviz of pygraphviz crashed ({how}){last}")


def _library_folder() -> str:
    """Return the folder of pygraphviz, without importing it."""
    found = find_spec("pygraphviz")
    if found is None or not found.submodule_search_locations:
        raise EngineError("pygraphviz, which brings a Graphviz, is not installed: `pip install 'pygraphviz>=2'`.")
    return found.submodule_search_locations[0]
