"""The table of docs/strength-axioms.md, and the counterexamples behind it, found by search.

`pytest tests/docs/test_strength_axioms.py --update-golden` searches anew and writes both. Of all counterexamples that
a search meets it keeps the smallest; it is seeded, and so finds the same ones on every machine.
"""

from __future__ import annotations

import json
import re
from random import Random
from typing import TYPE_CHECKING, Any

from argmap.strength.published import SEMANTICS
from tests.conftest import ROOT
from tests.strength.axiom_scenes import scene_for
from tests.strength.axioms import AXIOMS, CROWD, Axiom, Scene, crowded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.strength.published import Published

FOUND = "tests/data/axioms.json"
PAGE = "docs/strength-axioms.md"
Counterexamples = dict[str, dict[str, Scene]]  # by axiom, then by semantics
# How many times as long as others an axiom takes to check: that one takes a crowd, these take whole graphs.
_COSTS = {"open-mindedness": 15, "anonymity": 4, "independence": 4, "directionality": 4}
_PLACE = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def applies(axiom: Axiom, semantics: Published) -> bool:
    """Whether an axiom says anything of a semantics."""
    return (axiom.attacks_alone or not semantics.attacks_only) and (semantics.bounded or not axiom.bounded)


def met(axiom: Axiom, semantics: Published, seed: int, times: int) -> Iterator[tuple[Scene, bool]]:
    """Draw scenes, and tell of those that meet the premises of the axiom whether it holds."""
    order = Random(f"{axiom.name} {semantics.name} {seed}")
    for _ in range(times // _COSTS.get(axiom.name, 1)):
        scene = scene_for(axiom.name, order, attacks_only=semantics.attacks_only)
        holds = axiom.check(scene, semantics.name)
        if holds is not None:
            yield scene, holds


def searched(times: int = 600) -> Counterexamples:
    """Look for counterexamples to every axiom under every semantics."""
    found: Counterexamples = {}
    for axiom in AXIOMS:
        for semantics in filter(lambda one: applies(axiom, one), SEMANTICS.values()):
            against = [scene for scene, holds in met(axiom, semantics, 0, times) if not holds]
            if against:
                found.setdefault(axiom.name, {})[semantics.name] = min(against, key=_size)
    return found


def _size(scene: Scene) -> tuple[int, int, str]:
    return len(scene.base), len(scene.supports) + len(scene.attacks), repr(scene)


def kept() -> Counterexamples:
    """Return the counterexamples on file."""
    data: dict[str, dict[str, Any]] = json.loads((ROOT / FOUND).read_bytes())
    return {axiom: {name: _scene(one) for name, one in row.items()} for axiom, row in data.items()}


def _scene(data: dict[str, Any]) -> Scene:
    supports, attacks = ([(source, target) for source, target in data[side]] for side in ("supports", "attacks"))
    return Scene(data["base"], supports, attacks)


def as_json(found: Counterexamples) -> str:
    """Return counterexamples as they are kept on file."""
    data = {axiom: {name: scene._asdict() for name, scene in row.items()} for axiom, row in found.items()}
    return json.dumps(data, indent=1) + "\n"


def filled(page: str, found: Counterexamples) -> str:
    """Return the page with its tables made anew."""
    made = {"axioms": _table(found), "meanings": _meanings(), "counterexamples": _listed(found)}
    return _PLACE.sub(lambda place: f"{place[1]}{made[place[2]]}\n{place[3]}", page)


def _table(found: Counterexamples) -> str:
    head = f"| axiom | {' | '.join(f'`{name}`' for name in SEMANTICS)} |"
    return "\n".join([head, "|---" * (1 + len(SEMANTICS)) + "|", *(_row(axiom, found) for axiom in AXIOMS)])


def _row(axiom: Axiom, found: Counterexamples) -> str:
    broken = found.get(axiom.name, {})
    cells = (
        "–" if not applies(axiom, one) else "**no**" if name in broken else "yes" for name, one in SEMANTICS.items()
    )
    return f"| {axiom.name} | {' | '.join(cells)} |"


def _meanings() -> str:
    rows = [f"| {axiom.name} | {axiom.says} | {axiom.source} |" for axiom in AXIOMS]
    return "\n".join(["| axiom | says | put forward by |", "|---|---|---|", *rows])


def _listed(found: Counterexamples) -> str:
    lines = []
    for axiom, row in found.items():
        lines += ["", f"**{axiom}**", ""]
        lines += [f"- `{semantics}`: {_told(axiom, scene, semantics)}" for semantics, scene in row.items()]
    return "\n".join(lines[1:])


def _told(axiom: str, scene: Scene, semantics: str) -> str:
    """Return a counterexample in words, with what it comes to."""
    bases = ", ".join(f"{name} {value:g}" for name, value in scene.base.items() if _matters(scene, name))
    edges = [f"{source} supports {target}" for source, target in scene.supports]
    edges += [f"{source} attacks {target}" for source, target in scene.attacks]
    told = f"base {bases}; {', '.join(edges)}".removesuffix("; ")
    if axiom == "open-mindedness":
        attacked, supported = crowded(scene, semantics)
        return f"{told}. {CROWD:,} more attackers bring it to {attacked:.4g}, {CROWD:,} more supporters to {supported:.4g}."
    strengths = scene.strengths(semantics)
    comes_to = ", ".join(f"{name} {strengths[name]:.4g}" for name in "ab" if _matters(scene, name))
    return f"{told}. It comes to {comes_to}."


def _matters(scene: Scene, name: str) -> bool:
    return name in scene.base and (name != "b" or any("b" in edge for edge in scene.supports + scene.attacks))
