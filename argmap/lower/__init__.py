"""From syntax trees to the map: names are resolved, attributes get their values, and what cannot be is said.

First everything that has a name is declared, over all files; then what refers to names is resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.lower.declare import declare
from argmap.lower.laws import check_laws
from argmap.lower.questions import check_answers
from argmap.lower.resolve import resolve

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.loading import Loaded
    from argmap.model import ArgumentMap


def lower(loaded: Loaded) -> tuple[ArgumentMap, list[Diagnostic]]:
    """Make the map of the loaded files.

    Returns:
        The map as far as it could be understood, and every error found on the way (those of form are in `loaded`).
    """
    work = declare(loaded)
    resolve(work)
    check_laws(work)
    check_answers(work)
    return work.map, work.diagnostics
