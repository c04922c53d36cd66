"""Values of attributes: each shape of the table in `vocabulary.py` has one reader.

A reader takes the value as it is given and returns it in its type; what does not fit it reports, and returns None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.lower.citations import read_locators
from argmap.lower.given import Given, is_text, runs_into_a_move
from argmap.lower.numbers import better_date, better_share, is_date, plain_number, share, turned
from argmap.model import Attribute, Check, SourceRef
from argmap.syntax.lexer import Token
from argmap.syntax.nodes import ListNode
from argmap.syntax.texts import text_of
from argmap.vocabulary import ANALYST, LIKELIHOODS, STEPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.lower.work import Work
    from argmap.model import AttributeValue, Range
    from argmap.syntax.nodes import AttributeNode
    from argmap.vocabulary import AttributeSpec, Target

MOST_BITS = 20  # a step of twenty bits makes a million to one of evens: beyond that a number is a slip
_WEIGHTS = "`weak`, `moderate`, `strong`"
_CHECK_PARTS = 3
_YES_NO = {"true": "yes", "false": "no", "on": "yes", "off": "no", "yeah": "yes"}
_BY_WORD = {"high": "strong", "low": "weak", "medium": "moderate", "big": "strong", "small": "weak"}
_SAME_DEGREE = {"moderate": ("medium", "middle", "mid"), "medium": ("moderate", "middle", "mid")}
_GRADES = "A to F grade a source or a voice (`reliability:`), 1 to 6 a piece of information (`credibility:`)"
_OTHER_GRADE = {"reliability": "123456", "credibility": "ABCDEFabcdef"}
_GRADE_OF = {
    "reliability": {"high": "A", "good": "B", "medium": "C", "low": "D", "bad": "E", "unknown": "F"},
    "credibility": {"high": "2", "good": "2", "medium": "3", "low": "4", "bad": "5", "unknown": "6"},
}
_LONGEST_GRADE = 3  # `B2`, `A1;`, `B+`
_QUOTES = "'’‘\""


def read_attribute(work: Work, file: int, node: AttributeNode, spec: AttributeSpec, target: Target) -> Attribute | None:
    """Read one attribute; return None where its value does not fit (that has been reported)."""
    given = Given(work, file, spec, target, node.key, node.values)
    value = read_value(given)
    return Attribute(spec.key, value, given.reason, node.key.start, node.end) if value is not None else None


def read_value(given: Given) -> AttributeValue | None:
    """Return the value, and put its reason into `given`; None where it does not fit (that has been reported)."""
    if runs_into_a_move(given.work, given.file, given.spec.key, given.parts):
        return None
    spec = given.spec
    last = given.parts[-1] if given.parts else None
    takes_reason = spec.reason and (len(given.parts) > 1 or spec.shape == "locators")
    if takes_reason and last is not None and is_text(last):
        given.reason = text_of(last)
        given.parts.pop()
    if not given.parts:
        given.misfit(given.place, f"`{spec.key}:` has no value", "L122")
        return None
    return _READERS[spec.shape](given)


def _text(given: Given) -> str | None:
    """Read one text."""
    first, last = given.parts[0], given.parts[-1]
    if len(given.parts) == 1 and is_text(first):
        return text_of(first)
    if all(isinstance(part, Token) and part.type in {"WORD", "SEPARATOR"} for part in given.parts):
        raw = given.raw(first.start, last.end).strip(_QUOTES).replace('"', '\\"')
        message = f"the value of `{given.spec.key}:` is a text, and texts stand in quotes"
        mend = given.instead(first.start, last.end, f'"{raw}"')
        given.work.report(given.file, (first.start, last.end), "L128", message, given.wanted(), mend)
        return None
    given.too_many()
    return None


def _word(given: Given) -> str | None:
    """Read one word."""
    token = given.single()
    return token.value if token is not None else None


def _choice(given: Given) -> str | None:
    """Read one of the words that are allowed."""
    token = given.single()
    choices = given.spec.choices or scheme_names()
    if token is None or token.value in choices:
        return token.value if token is not None else None
    near = _meant_choice(given, token.value.lower(), choices)
    wanted = "" if given.spec.choices else "the name of an argumentation scheme"
    if given.spec.key in _GRADE_OF:
        wanted = f"{given.wanted()} ({given.spec.meaning.partition(', ')[2]})"
    if token.value in _OTHER_GRADE.get(given.spec.key, ""):
        wanted = f"{given.wanted()}; {_GRADES}"
    message = f"`{token.value}` is no value of `{given.spec.key}:`"
    given.misfit(token, message, wanted=wanted, better=near)
    return None


def _meant_choice(given: Given, said: str, choices: tuple[str, ...]) -> list[str]:
    """Return which of the words that are allowed someone may have meant, the surest kind of guess first."""
    degrees, grades = _SAME_DEGREE, _GRADE_OF.get(given.spec.key, {})
    ways = (
        [word for word in choices if word.lower() == said.replace("_", "-")],
        [word for word in choices if word == _YES_NO.get(said)],
        [word for word in choices if word.startswith(f"{said}-")],
        [word for word in degrees if word in choices and said in degrees[word]],
        [word for word in choices if word == grades.get(said)],
        [word for word in choices if grades and len(said) <= _LONGEST_GRADE and word in said.upper()],
    )
    return next(filter(None, ways), []) or given.work.nearby(said, choices, 2, 0.5)


def _considered(given: Given) -> str | None:
    """Read `none`, which needs a reason."""
    value = _choice(given)
    if value is not None and given.reason is None:
        given.misfit(given.parts[0], "`considered: none` says nothing without where you looked")
    return value


def probability(given: Given) -> Range | None:
    """Read a number from 0 to 1, or a range of such numbers."""
    token = given.single(better_share)
    return _share(given, token, f"`{token.value}` is not a number from 0 to 1") if token is not None else None


def _likelihood(given: Given) -> Range | str | None:
    """Read a word of a scale of likelihood, or a number."""
    token = given.single(better_share)
    if token is None or token.value in LIKELIHOODS:
        return token.value if token is not None else None
    if share(token.value) is None and not better_share(token.value):
        near = given.work.nearby(token.value.lower(), LIKELIHOODS, 2, 0.6)
        given.misfit(token, f"`{token.value}` is no word of a likelihood scale", better=near)
        return None
    return _share(given, token, f"`{token.value}` is not a number from 0 to 1")


def _share(given: Given, token: Token, otherwise: str) -> Range | None:
    word = token.value
    found = share(word)
    if found is None:
        better = better_share(word)
        given.misfit(token, otherwise, better=[better] if better else [])
    elif max(found) > 1:
        percent = "%" not in word and max(found) <= 100  # noqa: PLR2004 - per cent
        mends = [given.instead(token.start, token.end, f"{word}%", "if per cent was meant")] if percent else []
        given.misfit(token, f"`{word}` is not between 0 and 1", mends=mends)
    elif found.low > found.high:
        given.misfit(token, f"the range `{word}` runs from high to low", better=[turned(word)])
    else:
        return found
    return None


def _weight(given: Given) -> float | str | None:
    """Read the weight of a step: a word, or bits; of an undercut, a share."""
    token = given.single()
    if token is None or token.value in given.spec.choices:
        return token.value if token is not None else None
    number = plain_number(token.value)
    undercut = given.target == "undercut"
    if number is None:
        word = token.value.lower()
        near = [_BY_WORD[word]] if word in _BY_WORD else given.work.nearby(word, given.spec.choices, 1, 0.5)
        unit = "a share from 0 to 1" if undercut else "a number of bits"
        given.misfit(token, f"`{token.value}` is no weight", wanted=f"{_WEIGHTS} or {unit}", better=near)
        return None
    if undercut and number > 1:
        message = "the weight of an `unless` is the share of the step it takes away, never a number of bits"
        given.misfit(token, message, wanted=f"{_WEIGHTS} or a number from 0 to 1")
        return None
    if not undercut and not 0 < number <= MOST_BITS:
        message = f"a weight of {token.value} bits is out of range"
        given.misfit(token, message, wanted=f"{_WEIGHTS} or a number above 0, at most {MOST_BITS}")
        return None
    return number


def _date(given: Given) -> str | None:
    """Read a date."""
    token = given.single(better_date, "a date")
    if token is None or is_date(token.value):
        return token.value if token is not None else None
    better = better_date(token.value)
    given.misfit(token, f"`{token.value}` is not a date", better=[better] if better else [])
    return None


def _seen(given: Given) -> str | None:
    """Read yes, no, or a date."""
    token = given.single()
    if token is None or token.value in {"yes", "no"} or is_date(token.value):
        return token.value if token is not None else None
    better = better_date(token.value) or next((word for word in ("yes", "no") if word == token.value.lower()), "")
    given.misfit(token, f"`{token.value}` is neither yes, no nor a date", better=[better] if better else [])
    return None


def _checked(given: Given) -> Check | None:
    """Read who checked it, when, and with what verdict."""
    tokens = [part for part in given.parts if isinstance(part, Token)]
    if len(tokens) == len(given.parts) == _CHECK_PARTS and is_date(tokens[1].value):
        who, day, verdict = (text_of(token) if token.type == "TEXT" else token.value for token in tokens)
        return Check(who, day, verdict)
    message = "this is not who checked it, when, and with what verdict"
    given.misfit(given.parts[0], message, end=given.parts[-1].end)
    return None


def _name(given: Given) -> str | None:
    """Read one name; `answers:` on a step names a critical question of its scheme, which is no thing of the map."""
    token = given.single()
    if token is None or (given.spec.key == "answers" and given.target in STEPS):
        return token.value if token is not None else None
    if given.spec.key == "answers" and token.value not in given.work.visible[given.file]:
        from argmap.lower.questions import belongs_on_step

        if belongs_on_step(given.work, given.file, token):
            return None
    return given.refer(token)


def _names(given: Given) -> tuple[str, ...] | None:
    """Read a list of names."""
    only = given.parts[0]
    if len(given.parts) != 1 or not isinstance(only, ListNode):
        _no_list(given)
        return None
    tokens = _list_items(given, only)
    if tokens is None:
        return None
    if not given.spec.refers:
        return tuple(text_of(token) if token.type == "TEXT" else token.value for token in tokens)
    found = [given.refer(token) for token in tokens]
    for position, (name, token) in enumerate(zip(found, tokens, strict=True)):
        if name is not None and name in found[:position]:
            given.misfit(token, f"`{token.value}` stands twice in this list", mends=[])
    return tuple(name for name in found if name is not None)


def _no_list(given: Given) -> None:
    if any(isinstance(part, ListNode) for part in given.parts):
        given.too_many()
        return
    first, last = given.parts[0], given.parts[-1]
    raw = ", ".join(part.value for part in given.parts if isinstance(part, Token) and part.type != "SEPARATOR")
    mend = given.instead(first.start, last.end, f"[{raw}]")
    given.misfit(first, f"the values of `{given.spec.key}:` are a list", end=last.end, mends=[mend])


def _list_items(given: Given, node: ListNode) -> list[Token] | None:
    tokens: list[Token] = []
    comma_due = False
    for token in node.items:
        if token.type == "SEPARATOR":
            if not comma_due or token.value != ",":
                better = [","] if comma_due else [""]
                message = f"a `{token.value}` stands here, and a {'comma' if comma_due else 'value'} is due"
                given.misfit(token, message, wanted="`[one, two]`", better=better)
                return None
            comma_due = False
        elif comma_due:
            raw = ", ".join(item.value for item in node.items if item.type != "SEPARATOR")
            mend = given.instead(node.start, node.end, f"[{raw}]")
            message = "between two values of a list a comma is due"
            given.misfit(token, message, wanted="`[one, two]`", mends=[mend])
            return None
        else:
            tokens.append(token)
            comma_due = True
    if not tokens:
        given.misfit(given.place, "this list is empty", wanted="`[one, two]`, or no such line")
        return None
    return tokens


def _chain(given: Given) -> tuple[str, ...] | None:
    """Read a chain of voices: `A > B`."""
    if _name_of_words(given):
        return None
    names: list[str] = []
    for position, part in enumerate(given.parts):
        if position % 2:
            if not isinstance(part, Token) or part.value != ">":
                better = [">"] if isinstance(part, Token) and part.type == "SEPARATOR" else []
                given.misfit(part, "between two names of a chain `>` is due", better=better)
                return None
        elif not isinstance(part, Token) or part.type != "WORD":
            quoted = isinstance(part, Token) and part.type == "TEXT"
            better = [text_of(part)] if quoted else []  # type: ignore[arg-type]
            message = "a name stands without quotes" if quoted else "this is not a name"
            given.misfit(part, message, better=better)
            return None
        elif part.value == ANALYST:
            names.append(ANALYST)
        elif (name := given.refer(part)) is not None:
            names.append(name)
    if len(given.parts) % 2 == 0:
        given.misfit(given.parts[-1], "after `>` a name is due")
        return None
    return tuple(names)


def _name_of_words(given: Given) -> bool:
    """Report `by: John Smith`."""
    words = [part.value for part in given.parts if isinstance(part, Token) and part.type == "WORD"]
    if len(words) < 2 or len(words) < len(given.parts):  # noqa: PLR2004 - of several words
        return False
    name = "-".join(words)
    known = next((each for each in given.work.visible[given.file] if each.casefold() == name.casefold()), name)
    start, end = given.parts[0].start, given.parts[-1].end
    mends = [given.instead(start, end, known)]
    if known not in given.work.visible[given.file]:
        mends.append(Mend(f'voice {known} "{" ".join(words)}"', "as a line of its own, if there is none yet"))
    message = f"`{' '.join(words)}` is several words, and a name is one"
    given.misfit(given.parts[0], message, "L105", end=end, mends=mends)
    return True


def _place_in_source(given: Given) -> SourceRef | None:
    """Read a source, and places in it."""
    first = given.parts[0]
    if not isinstance(first, Token) or first.type != "WORD":
        given.misfit(first, "this is not the name of a source")
        return None
    source = given.refer(first)
    locators = read_locators(given.work, given.file, given.parts[1:])
    return SourceRef(source, locators) if source is not None and locators is not None else None


def _locators(given: Given) -> tuple[str, ...] | None:
    """Read places in this source."""
    return read_locators(given.work, given.file, given.parts)


_READERS: dict[str, Callable[[Given], AttributeValue | None]] = {
    "text": _text,
    "word": _word,
    "choice": _choice,
    "probability": probability,
    "likelihood": _likelihood,
    "weight": _weight,
    "date": _date,
    "seen": _seen,
    "names": _names,
    "name": _name,
    "chain": _chain,
    "place": _place_in_source,
    "locators": _locators,
    "checked": _checked,
    "considered": _considered,
}


def scheme_names() -> tuple[str, ...]:
    """Return the names of the argumentation schemes argmap knows."""
    from argmap.schemes import names

    return names()
