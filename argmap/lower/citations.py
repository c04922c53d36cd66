"""`cite:`: who says it, in which document, at what places, with what stance, how firmly, in what words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from argmap.diagnostics import Mend
from argmap.lower.given import runs_into_a_move
from argmap.lower.names import LOCATOR, LOOSE_LOCATOR, find, has_meaning
from argmap.model import Citation
from argmap.syntax.lexer import Token
from argmap.syntax.nodes import ListNode
from argmap.syntax.texts import text_of
from argmap.vocabulary import HEDGES, LOCATOR_UNITS, STANCES, WRITTEN_UNITS

if TYPE_CHECKING:
    from argmap.lower.work import PendingAttribute, Work
    from argmap.vocabulary import Hedge, Stance

_FORM = (
    "`cite: SOURCE par22`, then as needed a stance, a hedge and a few words in quotes; "
    "`cite: VOICE in SOURCE …` for what a voice says there"
)
_PLACES = "`par22` paragraph, `p7` page, `n33-36` notes, `s4` section, `l120` line, `t00:12:30` time"
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
_TIME = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}")
_LONGEST_SPAN = 1000  # no locator spans more places than this
_LIKE = 0.75
_WRONG = ""  # a source about which all has been said; of what stands after it, nothing is to be said


def read_citation(work: Work, pending: PendingAttribute) -> Citation | None:
    """Read one `cite:` line; return None where it does not fit (that has been reported)."""
    node, file = pending.node, pending.file
    if not node.values:
        work.report(file, node, "L122", "`cite:` names no place in a source", _FORM)
        return None
    tokens = None if runs_into_a_move(work, file, "cite", node.values) else _tokens(work, file, node.values)
    if tokens is None or _told_as_loose(work, pending, tokens):
        return None
    anchor = text_of(tokens.pop()) if tokens[-1].type == "TEXT" else None
    split = next((i for i, token in enumerate(tokens) if token.value == "in"), None)
    if _words_not_last(work, file, tokens, anchor) or _turned(work, file, tokens, split):
        return None
    voices = _voices(work, file, tokens[:split], tokens[split]) if split is not None else ()
    source, rest = _source(work, pending, tokens[split + 1 :] if split is not None else tokens)
    if source == _WRONG:
        return None
    parts = _parts(work, file, rest)
    if voices is None or source is None or parts is None:
        return None
    stance, hedge, locators = parts
    stance = stance or ("reported" if voices else "endorsed")
    return Citation(source, voices, locators, stance, hedge or "asserted", anchor, node.key.start, node.end)


def _told_as_loose(work: Work, pending: PendingAttribute, tokens: list[Token]) -> bool:
    """Report names and places that are spread over several words: `Smith 2020, p. 3`."""
    of_section = pending.default is not None
    quoted = tokens[0].type == "TEXT" and not of_section
    if not quoted and not any(token.value == "," or _is_odd(number, token) for number, token in enumerate(tokens)):
        return False
    from argmap.lower.loose_citations import written_loosely  # most maps never need it

    return written_loosely(work, pending.file, tokens, of_section=of_section)


def _is_odd(number: int, token: Token) -> bool:
    return number > 0 and token.type == "WORD" and token.value != "in" and not has_meaning(token.value)


def _tokens(work: Work, file: int, values: list[Token | ListNode]) -> list[Token] | None:
    tokens = []
    for value in values:
        if isinstance(value, ListNode):
            inner = work.source(file).text[value.start + 1 : value.end - 1].replace(",", " ")
            mend = work.mend(file, value.start, value.end, " ".join(inner.split()))
            work.report(file, value, "L120", "a citation is no list", _FORM, mend)
            return None
        tokens.append(value)
    return tokens


def _words_not_last(work: Work, file: int, tokens: list[Token], last: str | None) -> bool:
    """Report quoted words before the end of a citation; `last` are those at its end."""
    words = next((token for token in tokens if token.type == "TEXT"), None)
    if words is None:
        return False
    mend = None
    if last is None:
        rest = [token.value for token in tokens[tokens.index(words) + 1 :]]
        mend = work.mend(file, words.start, tokens[-1].end, " ".join([*rest, words.value]))
    work.report(file, words, "L127", "the quoted words end a citation, and there is one text of them", _FORM, mend)
    return True


def _turned(work: Work, file: int, tokens: list[Token], split: int | None) -> bool:
    """Report `SOURCE in VOICE`."""
    if split != 1 or len(tokens) < 3:  # noqa: PLR2004 - two names, and `in` between them
        return False
    one, other = tokens[0], tokens[2]
    known = work.visible[file].get(other.value)
    if not _is_source(work, file, one) or known is None or known.kind != "voice":
        return False
    mend = work.mend(file, one.start, other.end, f"{other.value} in {one.value}")
    message = f"{other.value} is a voice, and {one.value} the document in which it speaks"
    work.report(file, (one.start, other.end), "L203", message, "`cite: VOICE in SOURCE …`", mend)
    return True


def _voices(work: Work, file: int, tokens: list[Token], link: Token) -> tuple[str, ...] | None:
    if len(tokens) % 2 == 0:  # none, or a `>` with nothing after it
        message = "before `in` the one who speaks is missing"
        last = tokens[-1].start if tokens else link.start
        mend = work.mend(file, last, link.end if not tokens else tokens[-1].end, "")
        work.report(file, tokens[-1] if tokens else link, "L122", message, "`cite: VOICE in SOURCE …`", mend)
        return None
    ids: list[str] = []
    for position, token in enumerate(tokens):
        if position % 2:
            if token.value != ">":
                message = f"`{token.value}` stands between two voices where `>` is due"
                better = work.mend(file, token.start, token.end, ">") if token.type == "SEPARATOR" else None
                work.report(file, token, "L120", message, "`A > B in SOURCE` (A, as passed on by B)", better)
                return None
        else:
            symbol = find(work, file, token, ("voice", "source"), "the chain of `cite:`")
            if symbol is None:
                return None
            ids.append(symbol.id)
    return tuple(ids)


def _source(work: Work, pending: PendingAttribute, rest: list[Token]) -> tuple[str | None, list[Token]]:
    """Find the document: the first word if it names one, else the one the section is about."""
    file = pending.file
    if rest and rest[0].type == "WORD" and not has_meaning(rest[0].value):
        first = rest[0]
        symbol = work.visible[file].get(first.value)
        if symbol is not None and symbol.kind == "voice":
            return _voice_alone(work, pending, rest)
        if symbol is None and pending.default is not None and _odd_word(work, file, first):
            return _WRONG, []
        symbol = find(work, file, first, ("source",), "`cite:`")
        return (symbol.id if symbol is not None else None), rest[1:]
    if pending.default is not None:
        symbol = work.visible[file].get(pending.default.value)
        return (symbol.id if symbol is not None else None), rest
    doubtful = work.loaded.files[file].document.doubtful
    if doubtful is None or pending.node.key.start < doubtful:  # else it may have stood in a section of a document
        _no_source(work, pending, rest)
    return _WRONG, []


def _voice_alone(work: Work, pending: PendingAttribute, rest: list[Token]) -> tuple[str | None, list[Token]]:
    """`cite: VOICE par2`, or a chain of voices with no `in`."""
    file, first = pending.file, rest[0]
    chain = 1
    while chain + 1 < len(rest) and rest[chain].value == ">":
        chain += 2
    last = rest[min(chain, len(rest)) - 1]
    following = rest[chain] if chain < len(rest) else None
    known = work.visible[file].get(following.value) if following is not None else None
    found = known is not None and known.kind == "source"
    document = " in" if found else f" in {pending.default.value if pending.default is not None else 'SOURCE'}"
    mend = work.mend(file, last.end, last.end, document)
    if not found and pending.default is None:
        mend = mend._replace(whole_line=False)
    message = f"{first.value} is a voice; a citation says in which document it speaks"
    work.report(file, first, "L203", message, _FORM, mend)
    return _WRONG, []


def _odd_word(work: Work, file: int, first: Token) -> bool:
    """Report a first word that names no source, in a section of one, and looks like a stance, a hedge or a place."""
    mends = _meant(work, file, first)
    if mends:
        message = f"`{first.value}` is neither a source nor a place, a stance or a hedge"
        work.report(file, first, "L182", message, _FORM, *mends)
    return bool(mends)


def _no_source(work: Work, pending: PendingAttribute, rest: list[Token]) -> None:
    file, node = pending.file, pending.node
    place = rest[0] if rest else node.values[-1]
    named = next((token for token in rest if _is_source(work, file, token)), None)
    around = Mend('section "…" of SOURCE { … }', "around statements that are all from one document")
    mends = [work.mend(file, place.start, place.start, "SOURCE ")._replace(whole_line=False), around]
    message = "this citation does not say which document it is from"
    if named is not None:
        message = f"the document stands first, and here `{place.value}` stands before it"  # type: ignore[union-attr]
        others = " ".join(token.value for token in rest if token is not named)
        mends = [work.mend(file, place.start, rest[-1].end, f"{named.value} {others}")]
    work.report(file, place, "L181", message, _FORM, *mends)


def _is_source(work: Work, file: int, token: Token) -> bool:
    symbol = work.visible[file].get(token.value)
    return symbol is not None and symbol.kind == "source"


def _parts(work: Work, file: int, tokens: list[Token]) -> tuple[Stance | None, Hedge | None, tuple[str, ...]] | None:
    stance: Stance | None = None
    hedge: Hedge | None = None
    locators: list[Token | ListNode] = []
    for token in tokens:
        word = token.value
        if word in STANCES or word in HEDGES:
            what, given = ("stance", stance) if word in STANCES else ("hedge", hedge)
            if given is not None:
                message = f"one citation has one {what}, and `{given}` was given already"
                mend = Mend(f"cite: … {word}", "as a line of its own, if the document says both")
                work.report(file, token, "L127", message, _FORM, mend)
                return None
            if word in STANCES:
                stance = word
            else:
                hedge = cast("Hedge", word)
        else:
            locators.append(token)
    read = read_locators(work, file, locators)
    return (stance, hedge, read) if read is not None else None


def read_locators(work: Work, file: int, parts: list[Token | ListNode]) -> tuple[str, ...] | None:
    """Read places in a source: `par20-22`, `parq`, `p7`, `n33-36`, `s4`, `l120`, `t00:12:30`."""
    result = []
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        split = isinstance(part, Token) and isinstance(following, Token) and _is_split(part, following)
        if split or not isinstance(part, Token) or part.type != "WORD" or not LOCATOR.fullmatch(part.value):
            _not_a_place(work, file, part, following if isinstance(following, Token) else None)
            return None
        if not _runs_upward(work, file, part):
            return None
        result.append(part.value)
    return tuple(result)


def _is_split(part: Token, following: Token) -> bool:
    """Whether these are a unit and its number as two words: `para` alone is a place, and `para 3` is none."""
    return part.value in WRITTEN_UNITS and following.value[:1].isdecimal()


def _runs_upward(work: Work, file: int, part: Token) -> bool:
    first, dash, last = part.value.lstrip("parnslt").partition("-")
    if not dash or not first.isdigit() or int(first) < int(last) <= int(first) + _LONGEST_SPAN:
        return True
    start = part.end - len(last) - 1 - len(first)
    mend = work.mend(file, start, part.end, f"{last}-{first}" if int(first) > int(last) else first)
    message = f"`{part.value}` does not run upward to a nearby place"
    if int(last) > int(first):
        message = f"`{part.value}` runs over more than {_LONGEST_SPAN} places"
        mend = mend._replace(when="if one place is meant")
    work.report(file, part, "L182", message, "`par20-22`", mend)
    return False


def _not_a_place(work: Work, file: int, part: Token | ListNode, following: Token | None) -> None:
    if not isinstance(part, Token) or part.type == "TEXT":
        work.report(file, part, "L182", "this is no place in a source", _PLACES)
        return
    wanted = f"{_PLACES}; {', '.join(STANCES)}; {', '.join(HEDGES)}"
    if part.type == "SEPARATOR":
        if part.value == ">":
            work.report(file, part, "L182", "a chain of voices ends in `in` and the document", _FORM)
            return
        mend = work.mend(file, part.start, part.end, "")
        work.report(file, part, "L182", f"places in a source stand side by side, without `{part.value}`", wanted, mend)
        return
    mends = _meant(work, file, part, following)
    work.report(file, part, "L182", f"`{part.value}` is no place in a source, no stance and no hedge", wanted, *mends)


def _meant(work: Work, file: int, part: Token, following: Token | None = None) -> list[Mend]:
    """Guess which place, stance or hedge a word was meant to be."""
    word = part.value.lower()
    unit = WRITTEN_UNITS.get(word.rstrip("."), word.rstrip("."))
    if unit in LOCATOR_UNITS and following is not None and following.value.replace("-", "").isdecimal():
        return [work.mend(file, part.start, following.end, f"{unit}{following.value}")]
    loose = LOOSE_LOCATOR.fullmatch(word)
    if loose is not None:
        places = re.sub("[–—]", "-", loose["places"])
        unit = WRITTEN_UNITS.get(loose["unit"], loose["unit"])
        if unit in LOCATOR_UNITS:
            return [work.mend(file, part.start, part.end, f"{unit}{places}")]
        close = work.nearby(unit, LOCATOR_UNITS, 1, 0.5) if unit else []
        ways = [(name, LOCATOR_UNITS[name]) for name in close or ("par", "p")]
        return [work.mend(file, part.start, part.end, f"{name}{places}", f"for a {what}") for name, what in ways]
    if _TIME.fullmatch(word):
        return [work.mend(file, part.start, part.end, f"t{word}")]
    meant = _MEANINGS.get(word) or next(iter(work.nearby(word, (*STANCES, *HEDGES), 1, _LIKE)), "")
    return [work.mend(file, part.start, part.end, meant)] if meant else []
