"""Whether what stands in a line belongs to what its indentation says it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Label, Mend
from argmap.syntax.nodes import StatementNode, StepNode, WarrantNode

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.syntax.lexer import Token
    from argmap.syntax.nodes import AttributeNode


_GIST = 36  # the most characters of a premise that a mend repeats


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
        if source.indent(word.start) <= depth:
            _astray(work, file, step, word, previous)
        elif above is not None and source.indent(word.start) > source.indent(above.start):
            _too_deep(work, file, step, word, above)
        else:
            above = word


def _astray(work: Work, file: int, step: StepNode, word: Token, previous: StepNode | None) -> None:
    source = work.source(file)
    line = work.line(file, step.word.start)
    mends = []
    if previous is not None and previous.word.end > previous.word.start:
        mends.append(
            Mend(
                f"move it under line {work.line(file, previous.word.start)} and indent it",
                f"if it {_does(word)} the step from {_gist(previous)}",
            )
        )
    mends.append(Mend("indent it by four", f"if it {_does(word)} the {_named(step)} of line {line}"))
    if word.value == "unless":
        text = source.text[word.end : source.text.find("\n", word.end)].strip()
        mends.append(Mend(f"but {text}", "if it speaks against the claim itself"))
    code = "L131" if word.value == "unless" else "L130"
    work.report(
        file, word, code,
        f"`{word.value}` belongs to the `because` or `but` just above it, here the `{step.word.value}` of line {line}",
        f"`{word.value}` indented under the step it {_does(word)}", *mends,
    )  # fmt: skip


def _too_deep(work: Work, file: int, step: StepNode, word: Token, above: Token) -> None:
    line, line_above = work.line(file, step.word.start), work.line(file, above.start)
    work.report(
        file, word, "L133",         f"indented like this, `{word.value}` seems to belong to the `{above.value}` of line {line_above}, "
        f"but it belongs to the `{step.word.value}` of line {line}",
        f"`{word.value}` indented like line {line_above}, or in the block of a named `unless`",
        Mend(f"indent it like line {line_above}", f"if it {_does(word)} the step of line {line}"),
        *([Mend(f"unless … as name {{ {word.value} … }}", "if it is about the undercut above it")] if above.value == "unless" else []),
        related=(Label(work.source(file), above.start, above.end, f"the `{above.value}` above it"),),
    )  # fmt: skip


def check_attribute_line(work: Work, file: int, attribute: AttributeNode, step: StepNode) -> None:
    """Check that an attribute of a statement does not stand on the line of one of its moves, where it reads as its own."""
    source = work.source(file)
    end = _end(step)
    if "\n" in source.text[end : attribute.key.start]:
        return
    text = source.text[attribute.key.start : attribute.end]
    work.report(
        file, attribute.key, "L129",         f"`{attribute.key.value}` stands on the line of a `{step.word.value}`: does it belong to the statement, the premise or the step?",
        "an attribute of the statement on a line of its own",
        Mend(text, "on a line of its own, if it belongs to the statement"),
        Mend(f"{{ {text} }}", "right after the premise, if it belongs to that"),
        Mend(f"as {{ {text} }}", "after the premises, if it belongs to the step"),
    )  # fmt: skip


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
    if isinstance(first, StatementNode):
        text = (first.name or first.text or first.kind).value if (first.name or first.text or first.kind) else ""  # type: ignore[union-attr]
    else:
        text = first.value
    return text if len(text) <= _GIST else text[: _GIST - 2] + '…"'
