"""Names: what may be one, what is defined where, and what a name means in a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.lower.work import Symbol
from argmap.near import near as near_words
from argmap.syntax.texts import name_of, not_for_names
from argmap.vocabulary import CITATION_WORDS

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.model import Entity
    from argmap.syntax.lexer import Token

LOCATOR = re.compile(
    r"(?:par(?:\d+(?:-\d+)?|[a-z])|[pnsl]\d+(?:-\d+)?|t\d{1,2}(?::\d\d){1,2}(?:-\d{1,2}(?::\d\d){1,2})?)"
)
_SLIP = 2  # letters that a slip adds or leaves out, at the most
_MANY = 2000  # among more names than this, only those that begin alike are compared

ARTICLES = {
    "statement": "a statement",
    "step": "a step",
    "source": "a source",
    "voice": "a voice",
    "question": "a question",
}


def define(work: Work, file: int, kind: str, token: Token, entity: Entity) -> None:
    """Make a name known in its file; say so where it cannot be one, or is taken."""
    name = name_of(token)
    if token.stands_in or not _fit(work, file, kind, token, name):
        return
    taken = work.own[file].get(name)
    if taken is not None:
        _taken(work, file, kind, token, taken)
        return
    work.own[file][name] = Symbol(kind, entity.id, file, token, entity)


def _fit(work: Work, file: int, kind: str, token: Token, name: str) -> bool:
    bad = not_for_names(name)
    if bad is not None:
        char = name[bad]
        shown = f"`{char}`" if char.isprintable() else unicodedata.name(char, f"U+{ord(char):04X}").lower()
        work.report(
            file, (token.start + bad, token.start + bad + 1), "L126", f"{shown} cannot stand in a name",
            "letters of any script, digits, `-` and `_`", Mend(re.sub(r"[^\w-]", "", name) or "name"),
        )  # fmt: skip
        return False
    if "." in name:
        work.report(
            file, token, "L126", "a dot stands only in names that come from another file",
            "letters, digits, `-` and `_`", Mend(name.replace(".", "-")),
        )  # fmt: skip
        return False
    if name.startswith("_"):
        work.report(
            file, token, "L126", "a name does not begin with `_`: argmap names what has no name of its own so",
            "a letter or a digit first", Mend(name.lstrip("_") or "name"),
        )  # fmt: skip
        return False
    if kind in {"source", "voice"} and (name in CITATION_WORDS or LOCATOR.fullmatch(name)):
        what = "has a meaning of its own in `cite:`" if name in CITATION_WORDS else "looks like a place in a source"
        work.report(
            file, token, "L107", f"`{name}` {what}, so no {kind} can be called that", "another name",
            Mend(f"{kind} the-{name}"),
        )  # fmt: skip
        return False
    return True


def _taken(work: Work, file: int, kind: str, token: Token, taken: Symbol) -> None:
    line = work.line(taken.file, taken.token.start)
    mends = [Mend(f"{token.value}-2", f"as its name, if this is another {kind}")]
    if kind == taken.kind == "statement":
        mends.append(Mend(f"{token.value}", "alone, without kind and text, if the statement of that line is meant"))
    work.report(
        file, token, "L202", f"`{token.value}` already names {ARTICLES[taken.kind]}, on line {line}",
        "a name of its own for each thing", *mends, related=(work.label(taken, "where the name is defined first"),),
    )  # fmt: skip


def make_visible(work: Work) -> None:
    """Work out for each file what names it can use: its own, those of bare imports, and those of others with a prefix."""
    work.visible = [dict(names) for names in work.own]
    for index in _imported_first(work):
        visible = work.visible[index]
        for node, target in work.loaded.files[index].imports:
            if target is None:
                continue
            prefix = f"{name_of(node.name)}." if node.name is not None else ""
            for name, symbol in work.visible[target].items():
                here = visible.setdefault(prefix + name, symbol)
                if (here is not symbol and here.id == symbol.id) or (here is not symbol and not prefix):
                    _clash(work, index, node.path, name, here, symbol)


def _imported_first(work: Work) -> list[int]:
    """Order the files so that each comes after those it imports."""
    order: list[int] = []
    seen: set[int] = set()
    waiting = [(0, False)]
    while waiting:
        index, done = waiting.pop()
        if done:
            order.append(index)
        elif index not in seen:
            seen.add(index)
            waiting.append((index, True))
            waiting += [(target, False) for _, target in work.loaded.files[index].imports if target is not None]
    return order


def _clash(work: Work, file: int, place: Token, name: str, here: Symbol, there: Symbol) -> None:
    stem = re.sub(r"\W+", "-", place.value.strip('"').rpartition("/")[2].removesuffix(".argmap"))
    work.report(
        file, place, "L214", f"that file brings in `{name}`, which is already the name of {ARTICLES[here.kind]}",
        "names that differ, or an import under a name of its own", Mend(f"import {place.value} as {stem}"),
        related=(work.label(here, "one of them"), work.label(there, "the other")),
    )  # fmt: skip


def find(work: Work, file: int, token: Token, kinds: tuple[str, ...], role: str) -> Symbol | None:
    """Return what a name means; report it where it means nothing, or a thing of another kind."""
    name = name_of(token)
    symbol = work.visible[file].get(name)
    if symbol is not None and symbol.kind in kinds:
        return symbol
    if token.stands_in:
        return None
    if symbol is not None:
        _wrong_kind(work, file, token, symbol, kinds, role)
    elif not _perhaps_unread(work, file, name):
        _unknown(work, file, token, kinds)
    return None


def _perhaps_unread(work: Work, file: int, name: str) -> bool:
    """Tell whether a name may be defined in what could not be read: that has been said already."""
    if work.loaded.files[file].document.lost_import or _broken_import(work, file, name):
        return True
    return bool(work.unread) and not work.unread.isdisjoint((name, name.rpartition(".")[2], name.partition(".")[0]))


def _broken_import(work: Work, file: int, name: str) -> bool:
    """Tell whether the name may come from a file that could not be read: that has been said already."""
    for node, target in work.loaded.files[file].imports:
        prefix = name_of(node.name) + "." if node.name is not None else ""
        if name.startswith(prefix) and (target is None or not work.loaded.files[target].document.items):
            return True
    return False


def near_names(work: Work, file: int, name: str, kinds: tuple[str, ...]) -> list[Symbol]:
    """Return up to two things of these kinds whose names are close to a misspelt one."""
    known = {key: symbol for key, symbol in work.visible[file].items() if symbol.kind in kinds}
    if len(known) > _MANY:
        known = {
            key: symbol for key, symbol in known.items() if key[:1] == name[:1] and abs(len(key) - len(name)) <= _SLIP
        }
    close = near_words(name, known, 2, 0.6)
    if not close:  # the right word behind a missing or a wrong prefix
        close = [key for key in known if key.rpartition(".")[2] == name.rpartition(".")[2]][:2]
    return [known[key] for key in close]


def name_in(work: Work, file: int, symbol: Symbol) -> str:
    """Return the name by which a file knows a thing."""
    return next((key for key, seen in work.visible[file].items() if seen is symbol), symbol.id)


def _unknown(work: Work, file: int, token: Token, kinds: tuple[str, ...]) -> None:
    mends = []
    for symbol in near_names(work, file, token.value, kinds):
        text = (
            getattr(symbol.entity, "text", "")
            or getattr(symbol.entity, "title", "")
            or getattr(symbol.entity, "name", "")
        )
        where = f"line {work.line(symbol.file, symbol.token.start)}"
        if symbol.file != file:
            where += f" of {work.source(symbol.file).path}"
        known = name_in(work, file, symbol)
        mends.append(
            Mend(work.line_with(file, token.start, token.end, known), f'{where}: "{_short(text)}"' if text else where)
        )
    thing = "statement" if "statement" in kinds else kinds[0]
    expected = f"the name of a {thing} in this file"
    if not mends and thing in {"source", "voice"}:
        mends.append(Mend(f'{thing} {token.value} "…"', "as a line of its own"))
    if thing == "statement":
        expected += ", or a text in quotes"
    work.report(file, token, "L201", f"nothing is called {token.value}", expected, *mends)


def _wrong_kind(work: Work, file: int, token: Token, symbol: Symbol, kinds: tuple[str, ...], role: str) -> None:
    line = work.line(symbol.file, symbol.token.start)
    wanted = " or ".join(ARTICLES[kind] for kind in kinds)
    mends = []
    if symbol.kind == "source" and "statement" in kinds:
        mends.append(Mend(f"cite: {token.value} par1", f"if {token.value} is where it is said"))
    elif symbol.kind == "voice" and "statement" in kinds:
        mends.append(Mend(f"by: {token.value}", f"if {token.value} says it"))
    work.report(
        file, token, "L203", f"{token.value} is {ARTICLES[symbol.kind]} (line {line}), and {role} takes {wanted}",
        f"the name of {wanted}", *mends, related=(work.label(symbol, "where it is defined"),),
    )  # fmt: skip


def _short(text: str, width: int = 60) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
