"""`cite:`: who says it, in which document, at what places, with what stance, how firmly, in what words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.lower.names import LOCATOR, find
from argmap.model import Citation
from argmap.near import near as near_words
from argmap.syntax.lexer import Token
from argmap.syntax.texts import text_of
from argmap.vocabulary import HEDGES, STANCES

if TYPE_CHECKING:
    from argmap.lower.work import PendingAttribute, Work
    from argmap.syntax.nodes import ListNode
    from argmap.vocabulary import Hedge, Stance

_FORM = "`cite: SOURCE par22`, then as needed a stance, a hedge and a few words in quotes; `cite: VOICE in SOURCE …` for what a voice says there"
# What people write for a stance or a hedge; the words the language has are few, so that they can be compared.
_MEANINGS: dict[str, str] = {
    **dict.fromkeys(("may", "maybe", "might", "could", "perhaps", "possibly"), "possible"),
    **dict.fromkeys(("probably", "likely", "apparently", "suggests", "hedged", "almost-certainly"), "qualified"),
    **dict.fromkeys(("certain", "certainly", "states", "says", "asserts", "claims"), "asserted"),
    **dict.fromkeys(("denied", "denies", "refuted", "refutes", "disputed", "disagrees"), "rejected"),
    **dict.fromkeys(("admitted", "admits", "granted", "grants", "concedes"), "conceded"),
    **dict.fromkeys(("agrees", "accepts", "accepted", "supports", "approves"), "endorsed"),
    **dict.fromkeys(("raised", "raises", "considers", "considered"), "entertained"),
    **dict.fromkeys(("quoted", "quotes", "mentioned", "mentions", "cites"), "reported"),
}
_LONGEST_SPAN = 1000  # no locator spans more places than this


def read_citation(work: Work, pending: PendingAttribute) -> Citation | None:
    """Read one `cite:` line; return None where it does not fit (that has been reported)."""
    node, file = pending.node, pending.file
    tokens = [part for part in node.values if isinstance(part, Token)]
    if len(tokens) != len(node.values) or not tokens:
        work.report(file, node, "L122", "`cite:` names no place in a source", _FORM)
        return None
    anchor = text_of(tokens.pop()) if tokens[-1].type == "TEXT" else None
    texts = [token for token in tokens if token.type == "TEXT"]
    if texts:
        work.report(file, texts[0], "L127", "the quoted words end a citation", _FORM)
        return None
    split = next((i for i, token in enumerate(tokens) if token.value == "in"), None)
    voices = _voices(work, file, tokens[:split] if split is not None else [])
    rest = tokens[split + 1 :] if split is not None else tokens
    source, rest = _source(work, pending, rest, tokens)
    parts = _parts(work, file, rest)
    if voices is None or source is None or parts is None:
        return None
    stance, hedge, locators = parts
    return Citation(
        source, voices, locators,
        stance or ("reported" if voices else "endorsed"), hedge or "asserted", anchor, node.key.start, node.end,
    )  # fmt: skip


def _voices(work: Work, file: int, tokens: list[Token]) -> tuple[str, ...] | None:
    ids: list[str] = []
    for position, token in enumerate(tokens):
        if position % 2:
            if token.value != ">":
                message = f"`{token.value}` stands between two voices where `>` is due"
                work.report(file, token, "L120", message, "`A > B in SOURCE` (A, as passed on by B)")
                return None
        else:
            symbol = find(work, file, token, ("voice", "source"), "the chain of `cite:`")
            if symbol is None:
                return None
            ids.append(symbol.id)
    return tuple(ids)


def _source(
    work: Work, pending: PendingAttribute, rest: list[Token], tokens: list[Token]
) -> tuple[str | None, list[Token]]:
    """Find the document: the first word if it names one, else the one the section is about."""
    file = pending.file
    if rest and rest[0].type == "WORD" and not _has_meaning(rest[0].value):
        first = rest[0]
        symbol = work.visible[file].get(first.value)
        if symbol is not None and symbol.kind == "voice":
            where = " ".join(token.value for token in rest[1:])
            work.report(
                file, first, "L203", f"{first.value} is a voice; a citation says in which document it speaks",
                _FORM, Mend(f"cite: {first.value} in SOURCE {where}".strip()),
            )  # fmt: skip
            return None, rest[1:]
        if symbol is None and pending.default is not None and (near := _near_meaning(first.value)):
            work.report(
                file, first, "L120", f"`{first.value}` is neither a source, a stance nor a hedge", _FORM,
                Mend(f"cite: {near} …"),
            )  # fmt: skip
            return None, rest[1:]
        symbol = find(work, file, first, ("source",), "`cite:`")
        return (symbol.id if symbol is not None else None), rest[1:]
    if pending.default is not None:
        symbol = work.visible[file].get(pending.default.value)
        return (symbol.id if symbol is not None else None), rest
    doubtful = work.loaded.files[file].document.doubtful
    if doubtful is not None and pending.node.key.start > doubtful:
        return None, rest  # it may have stood in a section that names the document
    place = rest[0] if rest else tokens[-1] if tokens else pending.node.key
    words = " ".join(token.value for token in rest)
    work.report(
        file, place, "L181", "this citation does not say which document it is from", _FORM,
        Mend(f"cite: SOURCE {words}".strip()), Mend('section "…" of SOURCE { … }', "around statements that are all from one document"),
    )  # fmt: skip
    return None, rest


def _parts(work: Work, file: int, tokens: list[Token]) -> tuple[Stance | None, Hedge | None, tuple[str, ...]] | None:
    stance: Stance | None = None
    hedge: Hedge | None = None
    locators: list[Token | ListNode] = []
    for token in tokens:
        word = token.value
        if word in STANCES or word in HEDGES:
            given = stance if word in STANCES else hedge
            if given is not None:
                what = "stance" if word in STANCES else "hedge"
                work.report(
                    file, token, "L127", f"one citation has one {what}, and `{given}` was given already",
                    _FORM, Mend(f"cite: … {word}", "as a line of its own, if the document says both"),
                )  # fmt: skip
                return None
            stance = word if word in STANCES else stance
            hedge = word if word in HEDGES else hedge
        else:
            locators.append(token)
    read = read_locators(work, file, locators)
    return (stance, hedge, read) if read is not None else None


def read_locators(work: Work, file: int, parts: list[Token | ListNode]) -> tuple[str, ...] | None:
    """Read places in a source: `par20-22`, `parq`, `p7`, `n33-36`, `s4`, `l120`, `t00:12:30`."""
    result = []
    for part in parts:
        word = part.value if isinstance(part, Token) else "[…]"
        if not isinstance(part, Token) or not LOCATOR.fullmatch(word):
            _not_a_place(work, file, part, word)
            return None
        first, dash, last = word.lstrip("parnslt").partition("-")
        if dash and first.isdigit() and not int(first) < int(last) <= int(first) + _LONGEST_SPAN:
            unit = word[: len(word) - len(first) - len(last) - 1]
            mend = Mend(f"{unit}{last}-{first}") if int(first) > int(last) else None
            work.report(file, part, "L182", f"`{word}` does not run upward to a nearby place", "`par20-22`", mend)
            return None
        result.append(word)
    return tuple(result)


def _not_a_place(work: Work, file: int, part: Token | ListNode, word: str) -> None:
    near = _near_meaning(word)
    digits = "".join(char for char in word if char.isdigit() or char == "-").strip("-")
    mends = (
        [Mend(near)]
        if near
        else [Mend(f"par{digits}", "for a paragraph"), Mend(f"p{digits}", "for a page")]
        if digits
        else []
    )
    work.report(
        file, part, "L182", f"`{word}` is no place in a source, no stance and no hedge",
        "`par22` paragraph, `p7` page, `n33-36` notes, `s4` section, `l120` line, `t00:12:30` time; "
        + ", ".join(STANCES) + "; " + ", ".join(HEDGES), *mends,
    )  # fmt: skip


def _has_meaning(word: str) -> bool:
    return word in STANCES or word in HEDGES or LOCATOR.fullmatch(word) is not None


def _near_meaning(word: str) -> str:
    if word.lower() in _MEANINGS:
        return _MEANINGS[word.lower()]
    return next(iter(near_words(word.lower(), (*STANCES, *HEDGES), 1, 0.75)), "")
