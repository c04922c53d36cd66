"""The settings for a map: the configuration file nearest above it, and over that the command line."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache

from argmap.checks.settings import Settings
from argmap.cli.common import STDIN, CannotRunError, reason

NAMES = ("argmap.toml", "pyproject.toml")


def settings_for(path: str, config: str | None = None) -> Settings:
    """Return the settings of the file that holds for a map: the one named, else the nearest in its folder or above.

    Raises:
        CannotRunError: that file cannot be read, or says something that cannot be.
    """
    if config is not None:
        settings = _read(config)
        if settings is None:
            raise CannotRunError(f"{config} does not speak of argmap; expected: a table [tool.argmap]")
        return settings
    return _above(os.getcwd() if path == STDIN else os.path.dirname(os.path.abspath(path)))


def texts_for(path: str, given: str) -> str:
    """Return the folder of texts for a map: the one given on the command line, else that of its configuration.

    Raises:
        CannotRunError: the configuration cannot be used.
    """
    return given or settings_for(path).texts


def with_options(
    settings: Settings, select: tuple[str, ...], ignore: tuple[str, ...], *, preview: bool, texts: str = ""
) -> Settings:
    """Return settings with what the command line says over them.

    Raises:
        CannotRunError: it names a rule that is not there.
    """
    if not (select or ignore or preview or texts):
        return settings
    from argmap.checks.configuration import known_codes

    for option, codes in (("--select", select), ("--ignore", ignore)):
        if wrong := known_codes(codes, settings.house):
            raise CannotRunError(f"{option}: {wrong}; all rules: argmap rule")
    return replace(
        settings,
        select=select or settings.select,
        ignore=settings.ignore + ignore,
        preview=preview or settings.preview,
        texts=texts or settings.texts,
    )


@cache
def _above(folder: str) -> Settings:
    while True:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (settings := _read(path)) is not None:
                return settings
        parent = os.path.dirname(folder)
        if parent == folder:
            return Settings()
        folder = parent


def _read(path: str) -> Settings | None:
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        raise CannotRunError(f"{path} cannot be read: {reason(error)}") from error
    except UnicodeDecodeError as error:
        raise CannotRunError(f"{path} cannot be read: it is not UTF-8") from error
    if os.path.basename(path) == "pyproject.toml" and "argmap" not in text:
        return None  # most of them; the parser of TOML need not be loaded for that
    from argmap.checks.configuration import ConfigurationError, settings_of

    shown = os.path.relpath(path)
    try:
        return settings_of(text, path if shown.startswith("..") else shown)
    except ConfigurationError as error:
        raise CannotRunError(str(error)) from error
