"""The same statements under other inputs: in each scenario of the map, and as each party alone has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.strength.engine import assess_prepared, read, solutions
from argmap.strength.gated import on_maps
from argmap.strength.parties import held_by, parties
from argmap.strength.whatif import changed

if TYPE_CHECKING:
    from argmap.strength.prepare import Prepared
    from argmap.strength.result import Assessed, Reading, Strengths

RULE = "log-odds"


def in_scenarios(ready: Prepared) -> dict[str, Assessed]:
    """Return what a map comes to in each of its scenarios, by title (the last of one title counts)."""
    return {one.title: assess_prepared(changed(ready, one.changes), RULE) for one in ready.map.scenarios}


def by_parties(ready: Prepared, reading: Reading) -> dict[str, Strengths]:
    """Return what a map comes to on what one party holds alone; parties that hold nothing are left out."""
    found = {}
    for party in parties(ready):
        alone = held_by(ready, party)
        if alone is not None:
            documented, granted = solutions(alone, on_maps(RULE))
            found[party] = read(alone, documented if reading == "documented" else granted, reading)
    return found


def of_reading(found: Assessed, reading: Reading) -> Strengths:
    """Return one of the two readings."""
    return found.documented if reading == "documented" else found.granted
