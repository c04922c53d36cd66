"""The `dot` that is installed on the system, run anew for each picture."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

from .job import EngineError
from .report import drawing, too_slow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from .job import Drawing, Job
    from .workplace import Workplace


class System:
    """The `dot` on the path."""

    name = "system"

    def __init__(self, place: Workplace, timeout: float) -> None:
        """Find it and ask for its version; `timeout` is in seconds, for that and for each picture.

        Raises:
            EngineError: there is none, or it does not run.
        """
        dot = shutil.which("dot")
        if dot is None:
            raise EngineError(_MISSING)
        self._dot = os.path.abspath(dot)
        self._place = place
        self._timeout = timeout
        told = self._run(["-V"], timeout).decode("utf-8", "replace")
        found = re.search(r"version (\S+)", told)
        if found is None:
            raise EngineError(f"{dot} is no Graphviz: it tells no version. {_MISSING}")
        self.version = found[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """There is nothing to stop: no run outlasts its picture."""

    def draw(self, job: Job) -> Drawing:
        """Draw one picture.

        Raises:
            EngineError: there is none, or it would not be the one that was meant.
        """
        end = time.monotonic() + self._timeout
        source = self._place.folder / "map.dot"
        source.write_bytes(job.dot.encode(errors="replace"))
        log = b""
        pictures: dict[str, bytes] = {}
        for dpi, formats in job.passes():
            files = [self._place.folder / f"picture{number}" for number in range(len(formats))]
            arguments = [f"-K{job.layout}", *([] if dpi is None else [f"-Gdpi={dpi}"])]
            for name, file in zip(formats, files, strict=True):
                file.unlink(missing_ok=True)
                arguments += [f"-T{name}", "-o", file.name]
            log += self._run([*arguments, source.name], end - time.monotonic())
            drawn = zip(formats, files, strict=True)
            pictures |= {name: file.read_bytes() for name, file in drawn if file.exists()}
        return drawing((self.name, self.version), job, pictures, log)

    def _run(self, arguments: Sequence[str], timeout: float) -> bytes:
        """Run `dot` and return what it wrote to its standard error."""
        try:
            done = subprocess.run(  # noqa: S603 - no shell, and the arguments are ours
                [self._dot, *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=timeout,
                check=False,
                cwd=self._place.folder,
                env=self._place.environment,
            )
        except subprocess.TimeoutExpired as error:
            raise too_slow(self._timeout) from error
        except OSError as error:
            raise EngineError(f"{self._dot} cannot be run: {error.strerror}. {_MISSING}") from error
        if done.returncode == 0 or b"Error: " in done.stderr:
            return done.stderr
        said = done.stderr.strip() or b"it says nothing"
        return b"Error: dot ended with code %d: %b" % (done.returncode, said)


_MISSING = (
    "No Graphviz is installed as a program: there is no `dot` on the path. "
    "Install it (`apt install graphviz`, `brew install graphviz` or graphviz.org/download) "
    "or else pygraphviz, which brings one (`pip install 'pygraphviz>=2'`). "
    "DOT text can be written without either."
)
