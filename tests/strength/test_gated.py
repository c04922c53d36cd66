"""The published semantics on maps, and the band over several of them."""

from math import e

import pytest

from argmap.model import Attribute, Citation, Question
from argmap.strength.band import band
from argmap.strength.engine import assess
from argmap.strength.gated import BAND, on_maps
from argmap.strength.prepare import prepare
from argmap.vocabulary import SEMANTICS
from tests.strength.building import Builder, strength


def pair() -> Builder:
    made = Builder()
    made.state("p", base=0.9)  # g = .8
    made.state("q", base=0.7)  # g = .4
    made.state("top")
    made.because("top", "p")
    made.but("top", "q", "weak")  # k = 1/2
    return made


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("df-quad", 0.5 + 0.5 * (0.8 - 0.2)),
        ("squared-df-quad", 0.5 + 0.5 * (0.6 / 1.6)),
        ("quadratic-energy", 0.5 + 0.5 * (0.36 / 1.36)),
        ("euler", 1 - 0.75 / (1 + 0.5 * e**0.6)),
        ("euler-top", 1 - 0.75 / (1 + 0.5 * e**0.6)),
        ("mlp", 1 / (1 + e**-0.6)),
        ("h-categorizer", 0.5 / 1.2),
    ],
)
def test_published_semantics_on_the_gated_network(name: str, expected: float) -> None:
    made = pair()
    found = assess(made.map, name).documented
    assert found.semantics == name
    assert strength(found, "top") == pytest.approx(expected, abs=1e-12)
    made.map.attributes.append(Attribute("semantics", name))
    assert made.documented == found


def test_every_word_of_the_language_is_a_semantics() -> None:
    assert [on_maps(name).name for name in SEMANTICS] == list(SEMANTICS)
    with pytest.raises(ValueError, match="log-odds"):
        on_maps("basic")


def test_weights_above_one_are_cut_where_pushes_are_multiplied() -> None:
    made = Builder()
    made.state("p", base=0.9)
    made.state("top")
    made.because("top", "p", 3.0)
    assert strength(assess(made.map, "df-quad").documented, "top") == pytest.approx(0.9, abs=1e-12)
    assert strength(assess(made.map, "euler").documented, "top") == pytest.approx(1 - 0.75 / (1 + 0.5 * e**1.2))


def test_only_log_odds_and_mlp_clip() -> None:
    made = Builder()
    made.state("sure", base=1.0)
    shown = {name: strength(assess(made.map, name).documented, "sure") for name in SEMANTICS}
    assert {name for name, value in shown.items() if value == 0.99} == {"log-odds", "mlp"}
    assert set(shown.values()) == {0.99, 1.0}


@pytest.mark.parametrize("name", SEMANTICS)
def test_say_so_and_entailment_under_every_semantics(name: str) -> None:
    made = Builder()
    made.source("essay", "B")
    made.state("said", cite=Citation("essay"))
    made.state("general")
    made.relate("said", "entails", "general")
    found = assess(made.map, name).granted
    assert strength(found, "said") == strength(found, "general") == pytest.approx(0.8, abs=1e-12)
    assert found.relations[0].contribution > 0
    assert found.statements["said"].say_so > 0


@pytest.mark.parametrize("name", SEMANTICS)
def test_cycles_are_bounded_under_every_semantics(name: str) -> None:
    made = Builder()
    made.claims("a", "b", "c", base=0.9)
    for left, right in ("ab", "bc", "ca"):
        made.relate(left, "excludes", right)
    for one in assess(made.map, name).documented.statements.values():
        assert one.low is not None
        assert one.high is not None
        assert one.strength is not None
        assert 0 <= one.low <= one.strength <= one.high <= 1


def contest() -> Builder:
    made = Builder()
    made.state("h1", "hypothesis")
    made.state("h2", "hypothesis")
    made.state("strong", "evidence", 0.99)
    for number in range(4):
        made.state(f"weak{number}", "evidence", 0.62)
        made.because("h2", f"weak{number}")
    made.because("h1", "strong", 1.5)
    return made


def test_the_band_tells_where_a_ranking_flips() -> None:
    made = contest()
    found = band(prepare(made.map))
    for name in ("h1", "h2"):
        spread = found.spreads[name]
        assert tuple(spread.values) == BAND
        assert spread.low == min(spread.values.values()) <= max(spread.values.values()) == spread.high
    assert [(flip.first, flip.second) for flip in found.flips] in ([("h1", "h2")], [("h2", "h1")])
    flip = found.flips[0]
    ahead = {name: found.spreads[flip.first].values[name] > found.spreads[flip.second].values[name] for name in BAND}
    assert {name for name in BAND if ahead[name]} == set(flip.leading)
    assert {name for name in BAND if not ahead[name]} == set(flip.others)


def test_only_answers_to_one_question_compete() -> None:
    made = contest()
    one = Question(id="one", text="?", attributes=[Attribute("hypotheses", ("h1",))])
    made.map.questions = [one, Question(id="two", text="?", attributes=[Attribute("hypotheses", ("h2",))])]
    assert band(prepare(made.map)).flips == ()
