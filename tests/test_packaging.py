"""argmap works wherever it is put: as a wheel, an sdist, a zip file, or a checkout nobody installed."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import argmap
from tests.conftest import ROOT

# One worker builds the distributions, once.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]

MAP = """\
claim harry "Harry is a British subject." {
    because "Harry was born in Bermuda."
        since "Whoever is born in Bermuda is, as a rule, a British subject."
        unless "Both his parents were aliens."
}
"""
NOT_OURS = shutil.ignore_patterns(".*", "__pycache__", "out", "dist")


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """Run Python outside of any installed argmap: it is looked for in `path`, or in `cwd`."""
    environment = os.environ | {
        "PYTHONPATH": str(path) if path else "",
        "PYTHONWARNINGS": "",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def assert_works(cwd: Path, path: Path | None = None) -> None:
    """Argmap is the one that was put there, and finds its grammar, its templates and its fonts."""
    where = "import argmap; print(argmap.__file__)"
    assert run("-c", where, cwd=cwd, path=path).startswith(str(path or cwd))
    version = run("-m", "argmap", "--version", cwd=cwd, path=path)
    assert version.split()[-1] == argmap.__version__
    (cwd / "harry.argmap").write_text(MAP, encoding="utf-8")
    run("-m", "argmap", "check", "harry.argmap", cwd=cwd, path=path)
    run("-m", "argmap", "report", "harry.argmap", cwd=cwd, path=path)
    assert "British subject" in (cwd / "harry.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this folder without what is made in it."""
    copy = tmp_path_factory.mktemp("checkout") / "argmap"
    shutil.copytree(ROOT, copy, ignore=NOT_OURS)
    shutil.copy(ROOT / ".gitignore", copy)
    return copy


@pytest.fixture(scope="module")
def dist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built with what is installed here."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "hatchling", "build", "-d", folder, cwd=checkout)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> Path:
    (path,) = dist.glob("*.whl")
    return path


def files_below(*folders: str) -> set[str]:
    """The files of these folders of the project, as paths from its root."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }


def test_the_wheel_holds_the_package_and_what_it_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    beside = {f"argmap/{name}" for name in files_below("grammars", "templates")} | {"argmap/docs/messages.md"}
    metadata = {name for name in names if name.startswith(f"argmap-{argmap.__version__}.dist-info/")}

    assert names - metadata == files_below("argmap") | beside
    assert any(name.endswith("/licenses/LICENSE") for name in metadata)


def test_the_wheel_offers_the_command(wheel: Path) -> None:
    name = f"argmap-{argmap.__version__}.dist-info/entry_points.txt"
    assert "argmap = argmap.__main__:console" in zipfile.ZipFile(wheel).read(name).decode()


def test_the_sdist_holds_all_that_is_written(dist: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    root = f"argmap-{argmap.__version__}/"
    with tarfile.open(path) as archive:
        names = {name.removeprefix(root) for name in archive.getnames()}

    folders = ["argmap", "benchmarks", "docs", "grammars", "maps", "script", "templates", "tests"]
    assert names >= files_below(*folders)
    assert names >= {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "package.json"}


def test_the_same_files_give_the_same_wheel(checkout: Path, wheel: Path, tmp_path: Path) -> None:
    run("-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=checkout)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_an_installed_wheel_works(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    options = ("--quiet", "--no-index", "--no-deps", "--target", target)
    run("-m", "pip", "install", *options, wheel, cwd=tmp_path)
    assert_works(tmp_path, target)


def test_a_zipped_wheel_works(wheel: Path, tmp_path: Path) -> None:
    assert_works(tmp_path, wheel)


def test_a_wheel_built_from_the_sdist_is_the_same(dist: Path, wheel: Path, tmp_path: Path) -> None:
    (path,) = dist.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        archive.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()
    run("-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=root)
    assert zipfile.ZipFile(tmp_path / wheel.name).namelist() == zipfile.ZipFile(wheel).namelist()


def test_a_bare_checkout_works(checkout: Path) -> None:
    assert_works(checkout)
