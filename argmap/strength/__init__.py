"""How strongly each statement is supported: an ordinal index that follows from the map's own inputs.

Ways in: `engine.assess` for both readings of a map, `whatif` for scenarios and withdrawal, `parties` for each document
and voice alone, `band` for several semantics side by side; `bases.conflicting_bases` finds what a map may not say.

For plain weighted graphs under any of the published semantics: `argmap.strength.strengths` and its siblings in
`__all__`, imported when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.strength.plain.contributions import contributions
    from argmap.strength.plain.faults import (
        EdgeError,
        GraphError,
        NumberError,
        SemanticsError,
        UndeclaredError,
        UndeterminedError,
    )
    from argmap.strength.plain.gradients import gradients
    from argmap.strength.plain.solver import Balance, balance, strengths
    from argmap.strength.published import SEMANTICS

__all__ = [
    "SEMANTICS",
    "Balance",
    "EdgeError",
    "GraphError",
    "NumberError",
    "SemanticsError",
    "UndeclaredError",
    "UndeterminedError",
    "balance",
    "contributions",
    "gradients",
    "strengths",
]

_HOME = {
    "SEMANTICS": "published",
    "Balance": "plain.solver",
    "balance": "plain.solver",
    "contributions": "plain.contributions",
    "gradients": "plain.gradients",
    "strengths": "plain.solver",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_HOME.get(name, 'plain.faults')}")
    return getattr(module, name)
