"""The tables of docs/language.md, made from the table of words in argmap/vocabulary.py and the catalogue of schemes.

In the page each stands between `<!-- table: NAME -->` and `<!-- end -->`. A test keeps them in step;
`pytest tests/docs --update-golden` writes them anew.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING

from argmap.checks.settings import THRESHOLDS, Thresholds
from argmap.resources import read_text
from argmap.strength import constants
from argmap.vocabulary import (
    ANY_STATEMENT,
    ATTRIBUTES,
    EVERYTHING,
    HEDGES,
    LIKELIHOODS,
    LOCATOR_UNITS,
    RATINGS,
    RELATIONS,
    RESERVED,
    STANCES,
    STATEMENT_KINDS,
    STEPS,
    AttributeSpec,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PLACE = re.compile(r"(<!-- table: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

# What vocabulary.py does not say of its words. A new word without a line here fails the test of the tables.
_KIND_MEANS = {
    "hypothesis": "one of the answers to a `question` that compete with each other",
    "claim": "anything put forward that someone could dispute",
    "evidence": "an observation, with the source it comes from",
    "assumption": "something taken for granted, for which no support is offered",
}
_WORD_MEANS = {
    "map": "says what the map as a whole is about",
    "import": "brings in the names of another file",
    "source": "a document",
    "voice": "someone who speaks in a document",
    "question": "a question, with the hypotheses that answer it",
    "section": "a part of the map under a heading",
    "because": "a reason",
    "but": "an objection",
    "since": "the general rule that lets one pass from a reason to what it is a reason for",
    "unless": "an exception: it breaks a step and leaves the statement alone",
    "as": "gives a step a name, a block, or both; gives an import its name",
    "of": "names the document that a section is about",
    "by": "names the rater of a matrix",
    "in": "within `cite:`, stands between the voice and the document it speaks in",
    "matrix": "rates how well each observation fits each hypothesis",
    "scenario": "the same map under other inputs",
    "assume": "in a scenario: takes a statement as all but certain",
    "deny": "in a scenario: takes a statement as all but refuted",
    "withdraw": "in a scenario: does without a source or a voice",
    "set": "in a scenario: gives other inputs to a thing",
}
_RELATION_MEANS = {
    "excludes": ("A and B cannot both be true", "each attacks the other"),
    "contradicts": ("exactly one of A and B is true", "each attacks the other"),
    "entails": ("whoever holds A holds B as well", "B is never weaker than A"),
    "restates": ("A and B say the same, in two files or places", "they are counted as one"),
    "explains": ("A is a cause of B, not a reason to believe B", "none"),
    "contrasts": ("A and B look like a conflict, or like the same, and are not", "none"),
}
_STANCE_MEANS = {
    "endorsed": "holds this as its own view",
    "conceded": "grants this to the other side",
    "rejected": "mentions this and turns it down",
    "entertained": "raises this as something that may be so, without taking it up",
    "reported": "passes this on and does not say what it thinks of it",
}
_HEDGE_SOUNDS_LIKE = {
    "asserted": "said outright",
    "qualified": "almost certainly, probably, apparently, suggests, on the whole",
    "possible": "may, could, perhaps, possibly",
    "speculative": "might even; there is reason to speculate",
}
_LOCATOR_EXAMPLES = {
    "par": "`par22`, `par20-22`; `parq` is a pull quote (any one letter may stand there)",
    "p": "`p7`, `p7-9`",
    "n": "`n21`, `n33-36`",
    "s": "`s4`",
    "l": "`l120`, `l120-124`",
    "t": "`t00:12:30`, `t12:30`, `t12:30-13:05`",
}
_RATING_MEANS = {
    "CC": "it would fit very well",
    "C": "it would fit",
    "N": "it says nothing either way",
    "I": "it would not fit",
    "II": "it would not fit at all",
    "NA": "the question does not arise",
}
_SHAPES = {
    "text": "a text in quotes",
    "word": "one word",
    "probability": "a number from 0 to 1, a percentage, or a range",
    "likelihood": "a word of a [scale](#likelihood), a number, a percentage, or a range",
    "date": "a year, a month or a day",
    "seen": "`yes`, `no` or a date",
    "names": "a list in `[ ]`",
    "name": "a name",
    "chain": "a name, or a chain `A > B`",
    "cite": "see [Citations](#citations)",
    "place": "the name of a source, then places in it",
    "locators": "places in the source",
    "checked": "a name, a date, a verdict",
    "considered": "`none`",
}
_ON = {"step": "`because` and `but`", "undercut": "`unless`", "map": "the map"}


def filled(page: str) -> str:
    """Return a page with its tables as they should be."""
    return _PLACE.sub(lambda place: f"{place[1]}{TABLES[place[2]]()}{place[3]}", page)


def named_in(page: str) -> list[str]:
    """Return the names of the tables in a page."""
    return [place[2] for place in _PLACE.finditer(page)]


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> str:
    columns = head.split(" | ")
    lines = [f"| {head} |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _kinds() -> str:
    return _table("word | it is", ((f"`{word}`", _KIND_MEANS[word]) for word in STATEMENT_KINDS))


def _relations() -> str:
    rows = ((f"`A {word} B`", *_RELATION_MEANS[word]) for word in RELATIONS)
    return _table("you write | it means | effect on strength", rows)


def _keywords() -> str:
    means = _KIND_MEANS | _WORD_MEANS | {word: f"a relation: {_RELATION_MEANS[word][0]}" for word in RELATIONS}
    return _table("word | what it does", ((f"`{word}`", means[word]) for word in sorted(RESERVED)))


def _stances() -> str:
    return _table("stance | the party …", ((f"`{word}`", _STANCE_MEANS[word]) for word in STANCES))


def _hedges() -> str:
    rows = ((f"`{word}`", _HEDGE_SOUNDS_LIKE[word], _number(constants.HEDGE_BITS[word])) for word in HEDGES)
    return _table("hedge | the text says | weight in bits", rows)


def _locators() -> str:
    return _table(
        "begins with | is a | for example",
        ((f"`{unit}`", what, _LOCATOR_EXAMPLES[unit]) for unit, what in LOCATOR_UNITS.items()),
    )


def _ratings() -> str:
    return _table("rating | were this answer true, …", ((f"`{word}`", _RATING_MEANS[word]) for word in RATINGS))


def _likelihoods() -> str:
    return ", ".join(f"`{word}`" for word in LIKELIHOODS) + ".\n"


def _attributes() -> str:
    rows = (
        (f"`{spec.key}:`", _on(spec), _values(spec), spec.meaning, f"`{spec.example}`")
        for spec in sorted(ATTRIBUTES.values(), key=lambda spec: spec.key)
    )
    return _table("key | stands on | values | meaning | example", rows)


def _attributes_by_target() -> str:
    groups = {
        "any statement": ("claim",),
        "a hypothesis, besides": ("hypothesis",),
        "a `because` or `but`": ("step",),
        "an `unless`": ("undercut",),
        "a source": ("source",),
        "a voice": ("voice",),
        "a question": ("question",),
        "the map": ("map",),
    }
    rows = []
    for name, targets in groups.items():
        keys = [spec.key for spec in ATTRIBUTES.values() if targets[0] in spec.on]
        if targets[0] == "hypothesis":
            keys = [key for key in keys if "claim" not in ATTRIBUTES[key].on]
        rows.append((name, " ".join(f"`{key}:`" for key in sorted(keys))))
    return _table("on | you may write", rows)


def _on(spec: AttributeSpec) -> str:
    left = list(spec.on)
    if set(EVERYTHING) <= set(left):
        return "everything"
    found = []
    for name, group in (("statements", ANY_STATEMENT), ("steps", STEPS)):
        if set(group) <= set(left):
            found.append(name)
            left = [target for target in left if target not in group]
    return ", ".join(
        [*found, *(_ON.get(target, {"hypothesis": "hypotheses"}.get(target, f"{target}s")) for target in left)]
    )


def _values(spec: AttributeSpec) -> str:
    if spec.key == "scheme":
        value = "a [scheme](#schemes)"
    elif spec.key == "weight":
        value = ", ".join(f"`{word}`" for word in spec.choices) + " or a number"
    elif spec.choices:
        value = ", ".join(f"`{word}`" for word in spec.choices)
    else:
        value = _SHAPES[spec.shape]
    if spec.key == "considered":
        value += ", then where you looked, in quotes"
    elif spec.reason:
        value += "; a reason may follow"
    return value + ("; may stand several times" if spec.many else "")


def _defaults() -> str:
    credibility, reliability = constants.CREDIBILITY, constants.RELIABILITY
    hedges = ", ".join(f"{word} {_number(constants.HEDGE_BITS[word])}" for word in HEDGES)
    words = ", ".join(f"{word} {_number(bits)}" for word, bits in constants.WEIGHT_BITS.items())
    rows = [
        ("stance, no voice named", "`endorsed`"),
        ("stance, a voice named", "`reported`"),
        ("hedge", "`asserted`"),
        ("weight of a `because` or `but`, in bits", f"by the hedge: {hedges}. Written out: {words}, or your number"),
        ("weight of an `unless`", f"`moderate`: it takes away up to {_share(constants.UNDERCUT_DEFAULT)} of its step"),
        ("weight of `excludes` and `contradicts`", f"{_number(constants.RELATION_BITS)} bits, each way"),
        ("base of a claim or a hypothesis", "0.5: no view"),
        ("base of an assumption", f"{constants.ASSUMED}: granted"),
        ("base of evidence without any source", "0.5: no view"),
        (
            "base of evidence with a source",
            "0.5 + (c − 0.5) × r, by its credibility c and the reliability r of its source",
        ),
        ("c by credibility", _grades(credibility) + f"; not given: {_number(constants.CREDIBILITY_NOT_GIVEN)}"),
        ("r by reliability", _grades(reliability) + f"; not given: {_number(constants.RELIABILITY_NOT_GIVEN)}"),
    ]
    return _table("where you write nothing | it is", rows)


def _grades(table: dict[str, float]) -> str:
    return ", ".join(f"{grade}: {_number(value)}" for grade, value in table.items())


def _share(value: float) -> str:
    return next(f"{part}/3" for part in (1, 2, 3) if abs(value - part / 3) < 1e-9)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _schemes() -> str:
    catalogue = json.loads(read_text("data", "schemes.json"))
    rows = (
        (
            f"`{scheme['id']}`",
            "; ".join(scheme["premises"]),
            scheme["conclusion"],
            _questions(scheme["critical_questions"]["assumptions"]),
            _questions(scheme["critical_questions"]["exceptions"]),
        )
        for scheme in catalogue["schemes"]
    )
    return _table("scheme | from | to | whoever uses it should be able to say | an `unless` may begin here", rows)


def _questions(questions: list[dict[str, str]]) -> str:
    return "; ".join(f"`{each['id']}` {each['question']}" for each in questions) or "–"


def _thresholds() -> str:
    rows = ((f"`{f.name.replace('_', '-')}`", f"{f.default}", THRESHOLDS[f.name]) for f in fields(Thresholds))
    return _table("threshold | unless set | what it is for", rows)


TABLES: dict[str, Callable[[], str]] = {
    "kinds": _kinds,
    "relations": _relations,
    "keywords": _keywords,
    "stances": _stances,
    "hedges": _hedges,
    "locators": _locators,
    "ratings": _ratings,
    "likelihoods": _likelihoods,
    "attributes": _attributes,
    "attributes-by-target": _attributes_by_target,
    "defaults": _defaults,
    "schemes": _schemes,
    "thresholds": _thresholds,
}
