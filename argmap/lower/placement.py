"""Whether what stands in a line belongs to what its place says it belongs to.

Nothing here changes how a map is read. It finds what is read in one way and looks like another.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.diagnostics import Label, Mend
from argmap.syntax.nodes import AttributeNode, MoveNode, RelationNode, StatementNode, StepNode, WarrantNode
from argmap.vocabulary import ATTRIBUTES, KEYWORDS, STEPS

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.source import Source
    from argmap.syntax.lexer import Token
    from argmap.syntax.nodes import Block, Item

_GIST = 34  # characters of a text, within a message
_SIDE_BY_SIDE = "two premises stand side by side with nothing between them"


def check_items(work: Work, file: int, items: list[Item]) -> None:
    """Check that outside blocks a move or relation stands on lines of its own.

    `x because a b because c` would be two moves, and looks like one with something missing.
    """
    source = work.source(file)
    for before, item in pairwise(items):
        if not isinstance(before, MoveNode | RelationNode) and not isinstance(item, MoveNode | RelationNode):
            continue
        end, start = _end_of_item(before), _start_of_item(item)
        if end is None or start is None or "\n" in source.text[end:start] or start <= end:
            continue
        place = (start, source.line_end(start))
        mend = Mend(source.text[start : source.line_end(start)].strip(), "on a line of its own")
        message = "a move or relation outside blocks has its line for itself"
        wanted = "a new line here, or what links this to what stands before it (`&`, `as`, a block)"
        work.report(file, place, "L136", message, wanted, mend)


def check_tails(work: Work, file: int, step: StepNode, previous: StepNode | None) -> None:
    """Check that each `since` and `unless` that begins a line is indented deeper than its step, and all alike.

    On equal lines `because … / but … / unless …` would silently undercut the objection; deeper than the
    `unless` above it, a second one reads as if it undercut that.
    """
    source = work.source(file)
    depth = source.indent(step.word.start)
    above: Token | None = None
    for tail in step.tails:
        word = tail.word
        if not source.begins_line(word.start):
            continue
        if source.indent(word.start) <= depth or _shares_its_line(source, step, previous):
            _astray(work, file, step, word, previous)
        elif above is not None and source.indent(word.start) > source.indent(above.start):
            _too_deep(work, file, step, word, above)
        else:
            above = word


def _shares_its_line(source: Source, step: StepNode, previous: StepNode | None) -> bool:
    """Tell whether two steps stand on one line, so that what hangs below it could belong to either."""
    return previous is not None and "\n" not in source.text[previous.word.start : step.word.start]


def check_block(work: Work, file: int, block: Block, owner: str) -> set[int]:
    """Check that each move and attribute of a statement or step is where its owner would look for it.

    One that is indented deeper than the move above it, or stands on its line, reads as if it belonged to that. The
    first of them is reported.

    Returns:
        The ids of the attributes of which nobody can say whose they are.
    """
    source = work.source(file)
    strays: set[int] = set()
    told = False
    above: StepNode | WarrantNode | None = None
    margin: str | None = None  # of the last move that begins its line
    for item in block.items:
        word = item.key if isinstance(item, AttributeNode) else item.word
        own = source.margin(word.start)
        if above is not None and not word.stands_in:
            deeper = margin is not None and own is not None and len(own) > len(margin) and own.startswith(margin)
            if deeper and not told:
                _deeper_than(work, file, item, above, owner)
            on_its_line = own is None and isinstance(item, AttributeNode) and _on_line_of(work, file, item, above)
            told = deeper or on_its_line
            if told:
                strays.add(id(item))
                continue
        if not isinstance(item, AttributeNode):
            above = item
            margin = own if own is not None else margin
    return strays


def _deeper_than(
    work: Work, file: int, item: AttributeNode | StepNode | WarrantNode, above: StepNode | WarrantNode, owner: str
) -> None:
    line = work.line(file, above.word.start)
    if isinstance(item, AttributeNode):
        where = f"`{item.key.value}` is indented below the `{above.word.value}` of line {line}"
        _whose_attribute(work, file, item, above, where)
        return
    label = Label(work.source(file), above.word.start, above.word.end, f"the `{above.word.value}` above it")
    inside = "a block of its premise" if owner == "statement" else "its block (`as {`)"
    work.report(
        file,
        item.word,
        "L133",
        f"indented like this, `{item.word.value}` seems to be about the `{above.word.value}` of line {line}, "
        f"but it is about the {owner} that both are in",
        f"`{item.word.value}` indented like line {line}, or in {inside}",
        Mend(f"indent it like line {line}", f"if it is about the {owner}"),
        Mend(f"put it in {inside}", "if it is about that"),
        related=(label,),
    )


def _on_line_of(work: Work, file: int, item: AttributeNode, above: StepNode | WarrantNode) -> bool:
    if "\n" in work.source(file).text[_end(above) : item.key.start]:
        return False
    _whose_attribute(work, file, item, above, f"`{item.key.value}` stands on the line of a `{above.word.value}`")
    return True


def _whose_attribute(work: Work, file: int, item: AttributeNode, step: StepNode | WarrantNode, where: str) -> None:
    if KEYWORDS.get(item.key.value[:-1]) in {"MOVE", "SINCE", "UNLESS"}:
        return  # `since: "…"`: that it has no colon is said elsewhere
    text = work.source(file).text[item.key.start : item.end]
    spec = ATTRIBUTES.get(item.key.value[:-1])
    if spec is not None and set(spec.on) <= set(STEPS):
        name = step.name.value + " " if isinstance(step, StepNode) and step.name is not None else ""
        mend = Mend(f"as {name}{{ {text} }}", "after the premises")
        work.report(file, item.key, "L129", f"{where}, and describes that step", "a block of the step", mend)
        return
    work.report(
        file,
        item.key,
        "L129",
        f"{where}: does it belong to the statement, the premise or the step?",
        "attributes of the statement on lines of their own, those of premise and step in their blocks",
        Mend(text, f"on a line of its own above the `{step.word.value}`, if it belongs to the statement"),
        Mend(f"{{ {text} }}", "right after the premise, if it belongs to that"),
        Mend(f"as {{ {text} }}", "after the premises, if it belongs to the step"),
    )


def _astray(work: Work, file: int, step: StepNode, word: Token, previous: StepNode | None) -> None:
    if step.word.stands_in:
        return
    source = work.source(file)
    line = work.line(file, step.word.start)
    mends = []
    if previous is not None and not previous.word.stands_in:
        where = f"move it under line {work.line(file, previous.word.start)} and indent it"
        if _shares_its_line(source, step, previous):
            where = f"put the `{step.word.value}` on a line of its own, after it"
        mends.append(Mend(where, f"if it {_does(word)} the step from {_gist(previous)}"))
    own = "indent it by four" if not _shares_its_line(source, step, previous) else "put it on the same line"
    mends.append(Mend(own, f"if it {_does(word)} the {_named(step)} of line {line}"))
    if word.value == "unless":
        mends.append(work.mend(file, word.start, word.end, "but", "if it speaks against the claim itself"))
    work.report(
        file,
        word,
        "L131" if word.value == "unless" else "L130",
        f"`{word.value}` belongs to the `because` or `but` just above it, here the `{step.word.value}` of line {line}",
        f"`{word.value}` indented under the step it {_does(word)}",
        *mends,
    )


def _too_deep(work: Work, file: int, step: StepNode, word: Token, above: Token) -> None:
    line, line_above = work.line(file, step.word.start), work.line(file, above.start)
    mends = [Mend(f"indent it like line {line_above}", f"if it {_does(word)} the step of line {line}")]
    if above.value == "unless":
        mends.append(Mend(f"unless … as name {{ {word.value} … }}", "if it is about the undercut above it"))
    work.report(
        file,
        word,
        "L133",
        f"indented like this, `{word.value}` seems to belong to the `{above.value}` of line {line_above}, "
        f"but it belongs to the `{step.word.value}` of line {line}",
        f"`{word.value}` indented like line {line_above}, or in the block of a named `unless`",
        *mends,
        related=(Label(work.source(file), above.start, above.end, f"the `{above.value}` above it"),),
    )


def _start_of_item(item: Item) -> int | None:
    """Where an item begins; None for one that stands in for what could not be read."""
    if isinstance(item, MoveNode):
        first: Token | None = item.subject
    elif isinstance(item, RelationNode):
        first = item.left
    else:
        first = item.kind if isinstance(item, StatementNode) else item.word
    return first.start if first is not None and not first.stands_in else None


def _end_of_item(item: Item) -> int | None:
    """Where an item ends that could be continued by a name; None for others."""
    if isinstance(item, MoveNode):
        return _end(item.move)
    if isinstance(item, RelationNode):
        return (item.reason or item.right).end
    return _end(item) if isinstance(item, StatementNode) else None


def _end(node: StepNode | WarrantNode | StatementNode | Token) -> int:
    """Where a move ends, with everything that hangs on it."""
    while True:
        if isinstance(node, StepNode):
            if node.tails:
                node = node.tails[-1]
            elif node.block is not None:
                return node.block.end
            elif node.name is not None:
                return node.name.end
            else:
                node = node.premises[-1]
        elif isinstance(node, WarrantNode):
            node = node.operand
        elif isinstance(node, StatementNode):
            return node.block.end if node.block is not None else node.end
        else:
            return node.end


def _does(word: Token) -> str:
    return "breaks" if word.value == "unless" else "licenses"


def _named(step: StepNode) -> str:
    return {"because": "reason", "but": "objection"}.get(step.word.value, "undercut")


def _gist(step: StepNode) -> str:
    first = step.premises[0]
    token = (first.name or first.text or first.kind) if isinstance(first, StatementNode) else first
    text = token.value if token is not None else ""
    return text if len(text) <= _GIST else text[: _GIST - 1] + '…"'
