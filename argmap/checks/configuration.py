"""The configuration file, `argmap.toml` or `[tool.argmap]` of a `pyproject.toml`: its text becomes settings.

Whatever is wrong with it is said with file and line, what was expected there, and what may have been meant.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from argmap.checks.settings import TARGETS, THRESHOLDS, HouseRule, Settings, Thresholds
from argmap.codes import CODES
from argmap.loading import folder_of, is_below
from argmap.near import near
from argmap.vocabulary import ATTRIBUTES

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.diagnostics import Severity

V = TypeVar("V")

SEVERITIES = ("error", "warning", "suggestion")
SCALES = ATTRIBUTES["scale"].choices
_TABLE = "tool.argmap"
_KEYS = ("select", "ignore", "preview", "scale", "sources", "severity", "thresholds", "per-file", "house")
_HOUSE_CODE = re.compile(r"X\d{3}")


class ConfigurationError(ValueError):
    """A configuration file cannot be used: where, why, and what was expected."""


def settings_of(text: str, path: str) -> Settings | None:
    """Return the settings in the text of a configuration file.

    Args:
        text: What stands in it.
        path: The file, as it is to be shown; patterns of `per-file` start from its folder.

    Returns:
        None where the file is a `pyproject.toml` that does not speak of argmap.

    Raises:
        ConfigurationError: it cannot be read, or says something that cannot be.
    """
    inside = os.path.basename(path) == "pyproject.toml"
    if inside and _TABLE not in text:
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        place = f"{path}:{at[1]}" if at else path
        raise ConfigurationError(
            f"{place}: this is not TOML: {re.sub(r' [(]at .*[)]', '', str(error)).lower()}"
        ) from None
    if inside:
        data = data.get("tool", {}).get("argmap")
        if data is None:
            return None
    return _File(text, path).settings(data)


def known_codes(given: Collection[str], house: Collection[HouseRule] = ()) -> str | None:
    """Say what is wrong with codes, or beginnings of codes, that were asked for; None where each stands for some rule."""
    codes = [*CODES, *(rule.code for rule in house)]
    for code in given:
        if not code or not any(known.startswith(code) for known in codes):
            if code.lower() in CODES.values():
                return f"`{code}` is a name; its code is {next(key for key in CODES if CODES[key] == code.lower())}"
            likely = near(code.upper(), codes) if code else []
            return f"there is no rule {code or '“”'}" + (f"; did you mean {likely[0]}?" if likely else "")
    return None


@dataclass(frozen=True, slots=True)
class _File:
    """A configuration file while it is read: for its values, and the lines on which they stand."""

    text: str
    path: str

    def settings(self, data: dict[str, Any]) -> Settings:
        self.table(data, "", _KEYS)
        house = tuple(self.house(each) for each in self.list_of_tables(data, "house"))
        return Settings(
            select=self.codes(data, "select", house),
            ignore=self.codes(data, "ignore", house),
            preview=self.value(data, "preview", bool, "true or false"),
            severities=self.severities(data, house),
            thresholds=self.thresholds(self.value(data, "thresholds", dict, "a table [thresholds]")),
            scale=self.choice(data, "scale", SCALES) if "scale" in data else "",
            per_file=self.per_file(data, house),
            house=house,
            texts=self.folder(data, "sources"),
        )

    def fail(self, key: str, message: str, expected: str = "") -> NoReturn:
        """Raise the error, with the line of the key where it can be found."""
        form = re.compile(rf"""^\s*\[*\s*["']?{re.escape(key)}["']?\s*[=\]]|[{{,]\s*["']?{re.escape(key)}["']?\s*=""")
        lines = (number for number, line in enumerate(self.text.splitlines(), 1) if form.search(line))
        number = next(lines, None)
        place = f"{self.path}:{number}" if number else self.path
        raise ConfigurationError(f"{place}: {message}" + (f"; expected: {expected}" if expected else ""))

    def table(self, data: dict[str, Any], where: str, known: Collection[str]) -> None:
        """Make sure that a table has no other keys than these."""
        for key in data:
            if key not in known:
                likely = near(key, known)
                inside = f" in {where}" if where else ""
                meant = f"; did you mean `{likely[0]}`?" if likely else ""
                self.fail(key, f"`{key}` means nothing{inside}{meant}", ", ".join(f"`{each}`" for each in known))

    def value(self, data: dict[str, Any], key: str, kind: type[V], expected: str) -> V:
        """Return a value of a kind of Python's; where the key is not there, the empty one."""
        found = data.get(key, kind())
        if type(found) is not kind:
            self.fail(key, f"`{key}` cannot be {found!r}", expected)
        return found

    def words(self, data: dict[str, Any], key: str, expected: str = 'a list of texts: ["…", "…"]') -> tuple[str, ...]:
        found = self.value(data, key, list, expected)
        if not all(isinstance(each, str) and each.strip() for each in found):
            self.fail(key, f"`{key}` holds something that is no text, or an empty one", expected)
        return tuple(found)

    def choice(self, data: dict[str, Any], key: str, known: Collection[str]) -> Any:  # noqa: ANN401 (one of `known`)
        found = data[key]
        if found not in known:
            self.fail(key, f"`{key}` cannot be {found!r}", " or ".join(f'"{each}"' for each in known))
        return found

    def codes(self, data: dict[str, Any], key: str, house: Collection[HouseRule]) -> tuple[str, ...]:
        found = self.words(data, key, 'codes or beginnings of codes: ["S101", "A"]')
        if wrong := known_codes(found, house):
            self.fail(key, wrong)
        return found

    def folder(self, data: dict[str, Any], key: str) -> str:
        """Return a folder beside the file or below it: who takes over a folder of maps need not fear what else is read."""
        named = self.value(data, key, str, 'a folder, by its path from here: "texts"')
        if not named:
            return ""
        path = os.path.normpath(os.path.join(os.path.dirname(self.path), named))
        if not is_below(os.path.realpath(path), folder_of(self.path)):
            message = f'"{named}" lies outside the folder of this file'
            self.fail(key, message, "a folder in it or below it; for any other there is --sources DIR")
        if not os.path.isdir(path):
            self.fail(key, f'there is no folder "{named}" here', "a folder with the texts of documents")
        return path

    def severities(self, data: dict[str, Any], house: Collection[HouseRule]) -> dict[str, Any]:
        table: dict[str, Any] = self.value(data, "severity", dict, "a table [severity]")
        for code in table:
            if code[0] == "L" or (code not in CODES and code not in {rule.code for rule in house}):
                self.fail(code, f"`{code}` in [severity] is not the code of a rule", 'S101 = "error"')
            self.choice(table, code, SEVERITIES)
        return table

    def thresholds(self, table: dict[str, Any]) -> Thresholds:
        known = {field.name.replace("_", "-"): field for field in fields(Thresholds)}
        self.table(table, "[thresholds]", known)
        found: dict[str, Any] = {}
        for key, value in table.items():
            whole = isinstance(known[key].default, int)
            fits = type(value) is int or (type(value) is float and not whole)
            if not fits or value < 0:
                expected = f"a {'whole ' if whole else ''}number, 0 or more: {THRESHOLDS[known[key].name]}"
                self.fail(key, f"`{key}` cannot be {value!r}", expected)
            found[known[key].name] = value if whole else float(value)
        return replace(Thresholds(), **found)

    def per_file(self, data: dict[str, Any], house: Collection[HouseRule]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        table = self.value(data, "per-file", dict, 'a table [per-file] with "drafts/*.argmap" = ["A308"]')
        folder = os.path.dirname(os.path.abspath(self.path))
        return tuple((os.path.join(folder, pattern), self.codes(table, pattern, house)) for pattern in table)

    def list_of_tables(self, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
        found = self.value(data, key, list, f"a table [[{key}]] for each rule")
        if not all(isinstance(each, dict) for each in found):
            self.fail(key, f"`{key}` has to be tables", f"[[{key}]]")
        return list(found)

    def house(self, table: dict[str, Any]) -> HouseRule:
        self.table(table, "[[house]]", [field.name for field in fields(HouseRule)])
        code = self.value(table, "code", str, 'code = "X501"')
        if not _HOUSE_CODE.fullmatch(code):
            self.fail(
                "code" if code else "house",
                f"a rule of the house cannot have the code {code!r}",
                "X and three digits: X501",
            )
        message = self.value(table, "message", str, "a text")
        if not message:
            self.fail(code, f"the rule {code} has no `message`", "what is wrong, and what to do")
        asked = {key: self.words(table, key) for key in ("avoid", "demand", "require") if key in table}
        if not any(asked.values()):
            self.fail(code, f"the rule {code} looks for nothing", "`avoid`, `demand` or `require`")
        for key in asked.get("require", ()):
            if key not in ATTRIBUTES:
                likely = near(key, ATTRIBUTES)
                self.fail("require", f"`{key}` is no attribute" + (f"; did you mean `{likely[0]}`?" if likely else ""))
        on = self.words(table, "on") if "on" in table else HouseRule(code, message).on
        for each in on:
            if each not in TARGETS:
                self.fail("on", f"`{each}` is nothing a rule can look at", ", ".join(TARGETS))
        severity: Severity = self.choice(table, "severity", SEVERITIES) if "severity" in table else "warning"
        return HouseRule(code, message, severity, on, **asked)
