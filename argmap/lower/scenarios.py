"""Scenarios: the same map under other inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from argmap.diagnostics import Mend
from argmap.lower.names import find
from argmap.lower.values import read_attribute
from argmap.model import Change, Scenario
from argmap.syntax.nodes import AttributeNode
from argmap.syntax.texts import text_of
from argmap.vocabulary import ATTRIBUTES, SETTABLE

if TYPE_CHECKING:
    from argmap.lower.work import Symbol, Work
    from argmap.syntax.nodes import ChangeNode, ScenarioNode
    from argmap.vocabulary import Target

_ON = {
    "assume": ("statement",),
    "deny": ("statement",),
    "withdraw": ("source", "voice"),
    "set": ("statement", "source", "voice", "step"),
}


def read_scenario(work: Work, file: int, node: ScenarioNode) -> None:
    """Read one scenario; a title given twice, a thing changed twice, or a change of nothing is an error."""
    title = text_of(node.title)
    if any(known.title == title and known.file == file for known in work.map.scenarios):
        work.report(
            file,
            node.title,
            "L162",
            f'a scenario "{title}" stands above already',
            "a title of its own for each scenario",
        )
    scenario = Scenario(title=title, file=file, start=node.word.start, end=node.end)
    work.map.scenarios.append(scenario)
    for change in node.changes:
        read = _change(work, file, change)
        if read is None:
            continue
        if any(known.target == read.target for known in scenario.changes):
            work.report(
                file,
                change.target,
                "L163",
                f"{change.target.value} is changed twice in this scenario",
                "one change for each thing",
            )
        scenario.changes.append(read)


def _change(work: Work, file: int, node: ChangeNode) -> Change | None:
    if node.target.stands_in:
        return None
    word = node.word.value
    symbol = find(work, file, node.target, _ON[word], f"`{word}`")
    if word == "set" and node.block is None:
        work.report(
            file, node.target, "L164", "`set` says in a block what is to be set", "`set ID { base: 0.3 }`",
            Mend(f"set {node.target.value} {{ base: 0.3 }}"),
        )  # fmt: skip
    elif word != "set" and node.block is not None:
        work.report(
            file, (node.block.start, node.block.end), "L164", f"`{word}` takes no block", f"`{word} ID` alone",
            Mend(f"{word} {node.target.value}"), Mend(f"set {node.target.value} {{ … }}", "to change its inputs"),
        )  # fmt: skip
    if symbol is None:
        return None
    change = Change(word, symbol.id, start=node.word.start, end=node.target.end)
    for item in node.block.items if node.block is not None and word == "set" else []:
        if isinstance(item, AttributeNode):
            _setting(work, file, item, symbol, change)
    return change


def _setting(work: Work, file: int, item: AttributeNode, symbol: Symbol, change: Change) -> None:
    key = item.key.value[:-1]
    allowed = SETTABLE[symbol.kind]
    if key not in allowed:
        work.report(
            file, item.key, "L140", f"`{key}:` cannot be set of a {symbol.kind} in a scenario",
            " or ".join(f"`{name}:`" for name in allowed),
        )  # fmt: skip
        return
    target = cast("Target", getattr(symbol.entity, "kind", symbol.kind) if symbol.kind == "statement" else symbol.kind)
    if symbol.kind == "step":
        target = "undercut" if getattr(symbol.entity, "kind", "") == "undercut" else "step"
    attribute = read_attribute(work, file, item, ATTRIBUTES[key], target)
    if attribute is not None:
        change.attributes.append(attribute)
