"""The table of axioms holds: what is broken is broken by the example given, what is kept withstands a search."""

import pytest

from argmap.strength.published import SEMANTICS
from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.strength.axiom_page import FOUND, PAGE, applies, as_json, filled, kept, met, searched
from tests.strength.axioms import AXIOMS, Axiom

BROKEN = (
    {(axiom, semantics) for axiom, row in kept().items() for semantics in row} if (ROOT / FOUND).is_file() else set()
)
PAIRS = [(axiom, name) for axiom in AXIOMS for name, one in SEMANTICS.items() if applies(axiom, one)]
HOLDING = [pair for pair in PAIRS if (pair[0].name, pair[1]) not in BROKEN]
SILENT = {"strict monotony", "strict reinforcement", "weakening", "strengthening"}
# Under `log-odds` no strength is 0: bases end at .01.
EMPTY = {("neutrality", "log-odds")}


@pytest.fixture(scope="session")
def found(request: pytest.FixtureRequest) -> str:
    """The counterexamples on file, or, where the file is to be written anew, those of a new search."""
    update = request.config.getoption("--update-golden")
    return as_json(searched()) if update else (ROOT / FOUND).read_text(encoding="utf-8")


def test_the_page_is_in_step(updated: Updated, found: str) -> None:
    updated(FOUND, found)
    updated(PAGE, filled((ROOT / PAGE).read_text(encoding="utf-8"), kept()))


@pytest.mark.parametrize(("axiom", "semantics"), [pair for pair in PAIRS if pair not in HOLDING])
def test_what_is_said_to_be_broken_is(axiom: Axiom, semantics: str) -> None:
    assert axiom.check(kept()[axiom.name][semantics], semantics) is False


@pytest.mark.slow
@pytest.mark.parametrize("axiom", AXIOMS, ids=lambda axiom: axiom.name)
def test_what_is_said_to_be_kept_withstands_a_search(axiom: Axiom) -> None:
    for other, semantics in HOLDING:
        if other is axiom:
            seen = list(met(axiom, SEMANTICS[semantics], seed=1, times=40))
            assert all(holds for _, holds in seen), semantics
            assert seen or (axiom.name, semantics) in EMPTY


def test_log_odds_breaks_the_strict_axioms_by_silence_only() -> None:
    for axiom in AXIOMS:
        if axiom.name in SILENT:
            scenes = met(axiom, SEMANTICS["log-odds"], seed=2, times=2_000)
            loud = [
                holds for scene, holds in scenes if all(scene.base[name] > 0.5 for name in set(scene.base) - {*"ab"})
            ]
            assert loud
            assert all(loud)


def test_what_the_design_rests_on() -> None:
    assert {axiom for axiom, semantics in BROKEN if semantics == "log-odds"} == {"stability", *SILENT}
    assert not {axiom for axiom, semantics in BROKEN if semantics in {"quadratic-energy", "mlp"}}
