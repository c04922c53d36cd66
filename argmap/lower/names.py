"""Names: what may be one, what is defined where, and what a name means in a file."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.diagnostics import Label, Mend
from argmap.lower.work import Symbol
from argmap.near import is_slip
from argmap.syntax.texts import name_of, not_for_names, text_of
from argmap.vocabulary import ANALYST, CITATION_WORDS, HEDGES, STANCES

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.model import Entity
    from argmap.syntax.lexer import Token
    from argmap.syntax.nodes import ImportNode

LOCATOR = re.compile(
    r"(?:par(?:\d+(?:-\d+)?|[a-z])|[pnsl]\d+(?:-\d+)?|t\d{1,2}(?::\d\d){1,2}(?:-\d{1,2}(?::\d\d){1,2})?)", re.ASCII
)
LOOSE_LOCATOR = re.compile(r"(?P<unit>[^\W\d]*|[§¶])\.?(?P<places>[0-9]+(?:[-–—][0-9]+)?)")
_MANY = 500  # among more names than this, only those that begin alike are compared
_NEAR = 2  # and are about as long
_SHORT = 60
_TAKE_TEXTS = frozenset({"`because`", "`but`", "`since`", "`unless`"})
_HYPOTHESES = frozenset({"`hypotheses:`", "a column"})

ARTICLES = {
    "statement": "a statement",
    "step": "a step",
    "source": "a source",
    "voice": "a voice",
    "question": "a question",
}


def has_meaning(word: str) -> bool:
    """Tell whether a word of a citation is a stance, a hedge or a place."""
    return word in STANCES or word in HEDGES or LOCATOR.fullmatch(word) is not None


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
        place = (token.start + bad, token.start + bad + 1)
        better = re.sub(r"[^\w-]", "", name) or "name"
        mend = work.mend(file, token.start, token.end, better)
        work.report(
            file, place, "L126", f"{shown} cannot stand in a name", "letters of any script, digits, `-` and `_`", mend
        )
        return False
    if "." in name:
        message = "a dot stands only in names that come from another file"
        mend = work.mend(file, token.start, token.end, name.replace(".", "-"))
        work.report(file, token, "L126", message, "letters, digits, `-` and `_`", mend)
        return False
    if name.startswith("_"):
        message = "a name does not begin with `_`: argmap names what has no name of its own so"
        mend = work.mend(file, token.start, token.end, name.lstrip("_") or "name")
        work.report(file, token, "L126", message, "a letter or a digit first", mend)
        return False
    if kind in {"source", "voice"} and (name in CITATION_WORDS or name == ANALYST or LOCATOR.fullmatch(name)):
        own = name in CITATION_WORDS or name == ANALYST
        what = "has a meaning of its own" if own else "looks like a place in a source"
        where = "by:" if name == ANALYST else "cite:"
        message = f"`{name}` {what} in `{where}`, so no {kind} can be called that"
        mend = work.mend(file, token.start, token.end, f"the-{name}")
        work.report(file, token, "L107", message, "another name", mend)
        return False
    return True


def check_import_names(work: Work, file: int) -> None:
    """Report the names of imports that cannot be names, or stand for two files."""
    known: dict[str, Token] = {}
    for node, _ in work.loaded.files[file].imports:
        if node.name is None or not _fit(work, file, "import", node.name, name_of(node.name)):
            continue
        first = known.setdefault(name_of(node.name), node.name)
        if first is not node.name:
            message = f"`{node.name.value}` is already the name of another import"
            mend = work.mend(file, node.name.start, node.name.end, f"{node.name.value}-2")
            label = Label(work.source(file), first.start, first.end, "the other")
            work.report(file, node.name, "L214", message, "a name of its own for each file", mend, related=(label,))


def _taken(work: Work, file: int, kind: str, token: Token, taken: Symbol) -> None:
    line = work.line(taken.file, taken.token.start)
    mends = [work.mend(file, token.start, token.end, f"{token.value}-2", f"as its name, if this is another {kind}")]
    if kind == taken.kind == "statement":
        mends.append(Mend(token.value, "alone, without kind and text, if the statement of that line is meant"))
    work.report(
        file,
        token,
        "L202",
        f"`{token.value}` already names {ARTICLES[taken.kind]}, on line {line}",
        "a name of its own for each thing",
        *mends,
        related=(work.label(taken, "where the name is defined first"),),
    )


def make_visible(work: Work) -> None:
    """Work out what names each file can use: its own, those of bare imports, and those of others with a prefix."""
    work.visible = [dict(names) for names in work.own]
    for index in _imported_first(work):
        visible = work.visible[index]
        taken: set[str] = set()  # names of imports that stand for two files: that has been said
        for node, target in work.loaded.files[index].imports:
            if target is None:
                continue
            prefix = f"{name_of(node.name)}." if node.name is not None else ""
            for name, symbol in work.visible[target].items():
                here = visible.setdefault(prefix + name, symbol)
                if here is not symbol and (here.id == symbol.id or not prefix) and prefix not in taken:
                    _clash(work, index, node, here, symbol)
            taken |= {prefix} - {""}


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


def _clash(work: Work, file: int, node: ImportNode, here: Symbol, there: Symbol) -> None:
    name, place = name_of(there.token), node.path
    stem = re.sub(r"\W+", "-", text_of(place).rpartition("/")[2].removesuffix(".argmap"))
    mend = work.mend(file, place.end, place.end, f" as {stem}")
    if node.name is not None:
        mend = work.mend(file, node.name.start, node.name.end, f"{node.name.value}-2")
    work.report(
        file,
        place,
        "L214",
        f"that file brings in `{name}`, which is already the name of {ARTICLES[here.kind]}",
        "names that differ, or an import under a name of its own",
        mend,
        related=(work.label(here, "one of them"), work.label(there, "the other")),
    )


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
    elif not perhaps_unread(work, file, name):
        _unknown(work, file, token, kinds, role)
    return None


def perhaps_unread(work: Work, file: int, name: str) -> bool:
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
            key: symbol for key, symbol in known.items() if key[:1] == name[:1] and abs(len(key) - len(name)) <= _NEAR
        }
    close = work.nearby(name, known, 2, 0.6)
    other_case = [key for key in known if key.casefold() == name.casefold()]
    if other_case:
        close = other_case[:1]
    if not close:  # the right word behind a missing or a wrong prefix
        close = [key for key in known if key.rpartition(".")[2] == name.rpartition(".")[2]][:2]
    return [known[key] for key in close]


def name_in(work: Work, file: int, symbol: Symbol) -> str:
    """Return the name by which a file knows a thing."""
    return next((key for key, seen in work.visible[file].items() if seen is symbol), symbol.id)


def _unknown(work: Work, file: int, token: Token, kinds: tuple[str, ...], role: str) -> None:
    mends = []
    for symbol in near_names(work, file, name_of(token), kinds):
        text = next((found for key in ("text", "title", "name") if (found := getattr(symbol.entity, key, ""))), "")
        where = f"line {work.line(symbol.file, symbol.token.start)}"
        if symbol.file != file:
            where += f" of {work.source(symbol.file).path}"
        known = name_in(work, file, symbol)
        when = f'({where}: "{_short(text)}")' if text else f"({where})"
        mends.append(work.mend(file, token.start, token.end, known, when))
    if len(mends) == 1 and is_slip(name_of(token), known):
        mends = [mends[0]._replace(sure=True)]
    thing = "statement" if "statement" in kinds else kinds[0]
    expected = f"the name of a {thing} in this file"
    if not mends and thing in {"source", "voice", "question"}:
        mends.append(Mend(f'{thing} {token.value} "…"', "as a line of its own"))
    if thing == "statement" and role in _TAKE_TEXTS:
        expected += ", or a text in quotes"
    if thing == "statement" and not mends and "." not in token.value:
        kind = "hypothesis" if role in _HYPOTHESES else "claim"
        mends.append(Mend(f'{kind} {token.value} "…"', "as a line of its own"))
    message = f"nothing is called {token.value}"
    if "://" in token.value or token.value.startswith("www."):
        mends = [Mend(f'source name "…" {{ url: "{token.value}" }}', "as a line of its own, and its name here")]
        work.report(file, token, "L201", "an address is no name of a source", expected, *mends)
        return
    prefix = name_of(token).rpartition(".")[0]
    if prefix and not any(key.startswith(f"{prefix}.") for key in work.visible[file]):
        message = f"no file is imported as {prefix}"
        expected = f"`import` of the file that has {name_of(token).rpartition('.')[2]}, `as {prefix}`"
    work.report(file, token, "L201", message, expected, *mends)


def _wrong_kind(work: Work, file: int, token: Token, symbol: Symbol, kinds: tuple[str, ...], role: str) -> None:
    line = work.line(symbol.file, symbol.token.start)
    wanted = " or ".join(ARTICLES[kind] for kind in kinds)
    mends = []
    if symbol.kind == "source" and "statement" in kinds:
        mends.append(Mend(f"cite: {token.value} par1", f"if {token.value} is where it is said"))
    elif symbol.kind == "voice" and "statement" in kinds:
        mends.append(Mend(f"by: {token.value}", f"if {token.value} says it"))
    elif symbol.kind == "statement" and role == "`withdraw`":
        mends.append(Mend(f"deny {token.value}", "a statement is denied, a source or a voice withdrawn"))
    work.report(
        file,
        token,
        "L203",
        f"{token.value} is {ARTICLES[symbol.kind]} (line {line}), and {role} takes {wanted}",
        f"the name of {wanted}",
        *mends,
        related=(work.label(symbol, "where it is defined"),),
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
