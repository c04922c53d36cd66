"""Scenarios: the same map under other inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.lower.names import find
from argmap.lower.tables import matrix_of
from argmap.lower.values import read_attribute
from argmap.model import Change, Scenario
from argmap.syntax.nodes import AttributeNode, MatrixNode
from argmap.syntax.texts import text_of
from argmap.vocabulary import ATTRIBUTES, SETTABLE

if TYPE_CHECKING:
    from argmap.lower.work import Symbol, Work
    from argmap.syntax.nodes import Block, ChangeNode, ScenarioNode
    from argmap.vocabulary import Target

_ON: dict[str, tuple[str, ...]] = {
    "assume": ("statement",),
    "deny": ("statement",),
    "withdraw": ("source", "voice"),
    "set": ("statement", "source", "voice", "step"),
}


def read_scenario(work: Work, file: int, node: ScenarioNode) -> None:
    """Read one scenario; a title given twice, a thing changed twice, or a change of nothing is an error."""
    title = text_of(node.title)
    if any(known.title == title and known.file == file for known in work.map.scenarios):
        message = f'a scenario "{title}" stands above already'
        work.report(file, node.title, "L162", message, "a title of its own for each scenario")
    scenario = Scenario(title=title, file=file, start=node.word.start, end=node.end)
    work.map.scenarios.append(scenario)
    for change in node.changes:
        if isinstance(change, MatrixNode):
            _ratings(work, file, change, scenario)
            continue
        read = _change(work, file, change)
        if read is None:
            continue
        if any(known.target == read.target for known in scenario.changes):
            message = f"{change.target.value} is changed twice in this scenario"
            work.report(file, change.target, "L163", message, "one change for each thing")
        scenario.changes.append(read)


def _ratings(work: Work, file: int, node: MatrixNode, scenario: Scenario) -> None:
    """Read the ratings that a scenario replaces; there must be some to replace."""
    matrix = matrix_of(work, file, node, scenario.matrices)
    if matrix is None:
        return
    scenario.matrices.append(matrix)
    if not any(known.question == matrix.question for known in work.map.matrices):
        message = f"the question {node.question.value} has no matrix of which this one could change ratings"
        place = (node.word.start, node.question.end)
        work.report(file, place, "L165", message, f"`matrix {node.question.value} {{ … }}` outside of scenarios")


def _change(work: Work, file: int, node: ChangeNode) -> Change | None:
    if node.target.stands_in:
        return None
    word = node.word.value
    symbol = find(work, file, node.target, _ON[word], f"`{word}`")
    settings = [item for item in node.block.items if isinstance(item, AttributeNode)] if node.block is not None else []
    if word == "set" and node.block is None:
        mend = work.mend(file, node.target.end, node.target.end, " { base: 0.3 }")._replace(whole_line=False)
        work.report(
            file, node.target, "L164", "`set` says in a block what is to be set", "`set ID { base: 0.3 }`", mend
        )
    elif word != "set" and node.block is not None:
        _needless_block(work, file, node, node.block)
    if symbol is None:
        return None
    change = Change(word, symbol.id, start=node.word.start, end=node.target.end)
    for item in settings if word == "set" else []:
        _setting(work, file, item, symbol, change)
    return change


def _needless_block(work: Work, file: int, node: ChangeNode, block: Block) -> None:
    word = node.word.value
    mends = [work.mend(file, node.target.end, block.end, "")]
    if block.items:
        mends.append(work.mend(file, node.word.start, node.word.end, "set", "to change its inputs"))
    work.report(file, (block.start, block.end), "L164", f"`{word}` takes no block", f"`{word} ID` alone", *mends)


def _setting(work: Work, file: int, item: AttributeNode, symbol: Symbol, change: Change) -> None:
    key = item.key.value[:-1]
    allowed = SETTABLE[symbol.kind]
    if key not in allowed:
        message = f"`{key}:` cannot be set of a {symbol.kind} in a scenario"
        work.report(file, item.key, "L140", message, " or ".join(f"`{name}:`" for name in allowed))
        return
    if any(known.key == key for known in change.attributes):
        message = f"`{key}:` is set twice for {change.target}"
        work.report(file, item.key, "L121", message, f"one `{key}:`", Mend("leave one of them out"))
        return
    kind = getattr(symbol.entity, "kind", symbol.kind)
    target: Target = symbol.kind if symbol.kind in {"source", "voice"} else kind  # type: ignore[assignment]
    if symbol.kind == "step":
        target = "undercut" if kind == "undercut" else "step"
    if target not in ATTRIBUTES[key].on:
        article = "an" if target[0] in "aeiou" else "a"
        work.report(
            file, item.key, "L140", f"`{key}:` cannot be set of {article} {target}", f"`{key}:` of a hypothesis"
        )
        return
    attribute = read_attribute(work, file, item, ATTRIBUTES[key], target)
    if attribute is not None:
        change.attributes.append(attribute)
