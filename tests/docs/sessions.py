"""The commands that a page shows: run in order, as its reader would, with what they really print.

After ```console a block may say `parts 4` or `parts 4-5`: it shows only these paragraphs of what is printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.docs.examples import blocks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.docs.examples import Block


def run(command: str, folder: Path) -> str:
    """What an argmap command prints, in a folder."""
    words = command.split()
    assert words[0] == "argmap", command
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return done.stdout


def sessions(page: str, folder: Path) -> dict[Block, str]:
    """Go through a page as its reader does; return each block of commands with what they really print.

    A faulty map is put right again after the commands that follow it.
    """
    found = {}
    whole: dict[Path, str] = {}
    for block in blocks(page):
        name = block.after("file")
        if name:
            (folder / name).write_text(block.text, encoding="utf-8")
            if block.code is None:
                whole[folder / name] = block.text
        elif block.language == "console":
            commands = [line[2:] for line in block.text.splitlines() if line.startswith("$ ")]
            found[block] = "".join(
                f"$ {command}\n{_parts(run(command, folder), block.after('parts'))}" for command in commands
            )
            for path, text in whole.items():
                path.write_text(text, encoding="utf-8")
    return found


def _parts(printed: str, wanted: str | None) -> str:
    """Return some paragraphs of a text, counted from 1; all of it where none are wanted in particular."""
    if wanted is None:
        return printed
    first, _, last = wanted.partition("-")
    paragraphs = printed.strip("\n").split("\n\n")
    return "\n\n".join(paragraphs[int(first) - 1 : int(last or first)]) + "\n"
