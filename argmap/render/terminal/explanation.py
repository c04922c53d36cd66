"""An explanation of one strength in sentences: each is true by the engine's own figures, none says more than they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.model import NO_VIEW, is_named
from argmap.render.markup import plain
from argmap.render.terminal.account_tree import legend, tree_lines
from argmap.render.terminal.columns import paragraph, wrap
from argmap.render.terminal.rests import hangs_on
from argmap.render.terminal.speaking import against_it, for_it, lifted, missing, own_word, unheard, unweighed
from argmap.render.text import clean
from argmap.render.wording import BALANCED, Names, fixed, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from argmap.strength.explaining.telling import Told

READINGS = {"documented": "As documented", "granted": "If assertions are granted"}
OTHER = "Semantics: {name}. What a step does is its push, not bits; a base is moved by what pushes for it less what pushes against it."
CAUTION = (
    "A strength is an ordinal index that follows from the map's own inputs, not a probability; answers are not weighed "
    "against each other by it. It does not see leaps: a conclusion can be strong on bad steps, and only an objection "
    "or an `unless` in the map tells."
)


def explanation(
    documented: Told, granted: Told, room: int, *, tree: Sequence[Told] = (), strong: Callable[[str], str] = str
) -> str:
    """Explain one statement.

    Args:
        documented: What is to be told of it as documented.
        granted: The same if assertions are granted.
        room: How many columns there are.
        tree: The readings of which the tree is wanted.
        strong: What becomes of headings, for emphasis.
    """
    said = (_as_documented(documented), _if_granted(documented, granted), unheard([granted]))
    blocks = [_head(documented, room, strong), *(paragraph(text, room) for text in said if text)]
    for head, lines in _hanging_by_reading(documented, granted):
        blocks.append("\n".join([strong(head), *("\n".join(wrap(line, room, "- ", "  ")) for line in lines)]))
    for told in tree:
        head = strong(f"{READINGS[told.bench.strengths.reading]}, step by step:")
        blocks.append("\n".join([head, *tree_lines(told.bench, told.rows, room)]))
    semantics = documented.bench.semantics
    if not semantics.in_bits:
        blocks.append(paragraph(OTHER.format(name=semantics.name), room))
    if tree:
        blocks.append("\n".join(paragraph(line, room) for line in legend(semantics)))
    return "\n\n".join([*blocks, paragraph(CAUTION, room)]) + "\n"


def short(documented: Told, granted: Told, room: int, strong: Callable[[str], str] = str) -> str:
    """Explain one statement in a few lines."""
    texts = [_as_documented(documented), _if_granted(documented, granted)]
    return "\n".join([_head(documented, room, strong), *(paragraph(text, room) for text in texts)]) + "\n"


def sentences(documented: Told, granted: Told) -> dict[str, list[str]]:
    """Return the sentences by reading, for programs."""
    return {
        "documented": [_as_documented(documented), *_hanging(documented)],
        "granted": [_if_granted(documented, granted), *filter(None, [unheard([granted])]), *_hanging(granted)],
    }


def _hanging_by_reading(documented: Told, granted: Told) -> list[tuple[str, list[str]]]:
    """Return what a statement hangs on under a heading for each reading; of the second what is not said already."""
    first, second = _hanging(documented), _hanging(granted)
    other = [line for line in second if line not in first]
    if first and not other:
        return [("In both readings, what it hangs on:", first)]
    heads = (f"{READINGS['documented']}, what it hangs on:", f"{READINGS['granted']}, what it hangs on:")
    if len(other) < len(second):
        heads = (heads[0], f"{READINGS['granted']} the same, but:")
    return [(head, lines) for head, lines in zip(heads, (first, other), strict=True) if lines]


def _hanging(told: Told) -> list[str]:
    told_in_full = told.robustness is not None
    return hangs_on(told) if told_in_full and told.bench.assessed(told.target) else []


def _head(told: Told, room: int, strong: Callable[[str], str]) -> str:
    names, bench = Names(told.bench), told.bench
    first, *others = bench.classes[told.target]
    kind = f"{first.kind}, " + ("restated as " + ", ".join(clean(s.id) for s in others) + ", " if others else "")
    answers = [clean(contest.question) for contest, _ in told.leading]
    about = f"{kind}answers {', '.join(answers)}" if answers else kind.removesuffix(", ")
    text = plain(first.text) or "(no text)"
    title = f"{names.statement(told.target)}: {text}" if is_named(first.id) else text
    return "\n".join([*(strong(line) for line in wrap(title, room)), *wrap(f"({about})", room)])


def _as_documented(told: Told) -> str:
    bench = told.bench
    name = Names(bench).statement(told.target)
    if not bench.assessed(told.target):
        return f"{name} is not assessed as documented: {missing(told)}"
    return " ".join([f"As documented {name} is {_strength(told)}.", *_made_of(told)])


def _if_granted(documented: Told, granted: Told) -> str:
    bench = granted.bench
    if not bench.assessed(granted.target):
        return "If assertions are granted it is not assessed either."
    start = f"If assertions are granted it is {_strength(granted)}."
    if documented.bench.assessed(documented.target) and _made_of(documented) == _made_of(granted):
        return f"{start} Say-so makes no difference to it."
    texts = [start, *_made_of(granted)]
    if not documented.bench.assessed(documented.target):
        return " ".join([*texts, "All of it rests on say-so: without say-so it is not assessed."])
    there, here = documented.account.strength, granted.account.strength
    if fixed(there) != fixed(here):
        texts.append(f"The difference from {fixed(there)} rests on say-so.")
    else:
        texts.append("Say-so makes no difference to it.")
    return " ".join(texts)


def _strength(told: Told) -> str:
    found = told.bench.strengths.statements[told.bench.classes[told.target][0].id]
    text = fixed(told.account.strength)
    low, high = found.low, found.high
    if low is None or high is None or fixed(low) == fixed(high):
        return f"{text}, for {BALANCED}" if text == fixed(NO_VIEW) else text
    if found.undetermined:
        return (
            f"undetermined between {fixed(low)} and {fixed(high)}: it rests on a circle that has more than one balance"
        )
    return f"{text}, between {fixed(low)} and {fixed(high)} by the ranges of its inputs"


def _made_of(told: Told) -> list[str]:
    base = told.account.base
    view = "no view" if told.bench.given[told.target].no_view else "its own base"
    start = f"It starts at {fixed(base)} ({view})."
    texts = (start, for_it(told), own_word(told), lifted(told), against_it(told), _unweighed(told))
    return [text for text in texts if text]


def _unweighed(told: Told) -> str:
    """Say which objections nothing backs: they are in the map, and count for nothing."""
    found = unweighed(told)
    if not found:
        return ""
    what = listed(map(Names(told.bench).put, found))
    return f"Said against it or its steps, but not weighed, since nothing backs {'it' if len(found) == 1 else 'them'}: {what}."
