"""argmap finds its files wherever it is put."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from argmap import resources
from tests.conftest import ROOT

FONTS = ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf")
READ = """\
from argmap import resources
print(resources.__file__)
print(resources.read_text("grammars", "some.lark"), resources.read_bytes("data", "some.bin"))
"""


def put(root: Path, grammars: str) -> list[Path]:
    """Lay out a little argmap of two modules, with its grammars where they are asked for."""
    package = root / "argmap"
    (package / "data").mkdir(parents=True)
    (root / grammars).mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "resources.py").write_bytes((ROOT / "argmap" / "resources.py").read_bytes())
    (package / "data" / "some.bin").write_bytes(b"\x00\r\n")
    (root / grammars / "some.lark").write_bytes("Größe:\r\n".encode())
    return [path for path in root.rglob("*") if path.is_file()]


def read_from(place: Path, cwd: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", READ],
        env=os.environ | {"PYTHONPATH": str(place), "PYTHONIOENCODING": "utf-8"},
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    where, *lines = done.stdout.splitlines()
    assert where.startswith(str(place))
    return lines


AS_WRITTEN = ["Größe:", r" b'\x00\r\n'"]


def test_a_checkout_has_its_grammars_beside_the_package(tmp_path: Path) -> None:
    put(tmp_path / "here", "grammars")
    assert read_from(tmp_path / "here", tmp_path) == AS_WRITTEN


def test_a_wheel_has_its_grammars_inside_the_package(tmp_path: Path) -> None:
    put(tmp_path / "here", "argmap/grammars")
    assert read_from(tmp_path / "here", tmp_path) == AS_WRITTEN


def test_a_zipped_wheel_is_read_without_unpacking(tmp_path: Path) -> None:
    wheel = tmp_path / "argmap.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in put(tmp_path / "here", "argmap/grammars"):
            archive.write(path, path.relative_to(tmp_path / "here"))
    assert read_from(wheel, tmp_path) == AS_WRITTEN


@pytest.mark.parametrize("name", FONTS)
def test_the_fonts_are_shipped(name: str) -> None:
    assert resources.read_bytes("data/fonts", name).startswith(b"\x00\x01\x00\x00")


def test_the_licence_of_the_fonts_is_shipped_with_them() -> None:
    assert "SIL OPEN FONT LICENSE" in resources.read_text("data/fonts", "LICENSE-OFL.txt")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"grammars/nothing\.lark is missing"):
        resources.read_text("grammars", "nothing.lark")


@pytest.mark.skipif(sys.platform == "win32", reason="there the cache has another place")
class TestCacheFolder:
    def test_it_is_where_the_user_says(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
        assert resources.cache_folder() == "/somewhere/argmap"

    def test_it_is_below_the_home_otherwise(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
        monkeypatch.setenv("HOME", "/home/ada")
        assert str(resources.cache_folder()).startswith("/home/ada/")

    def test_it_is_nowhere_without_a_home(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        monkeypatch.setattr(os.path, "expanduser", lambda path: path)
        assert resources.cache_folder() is None
