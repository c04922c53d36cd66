"""docs/strength.md: its example comes out as it says, its constants are those of the program, its properties hold."""

import re

import pytest

from argmap.pipeline import analyse
from argmap.strength import constants
from argmap.strength.result import Strengths
from argmap.strength.semantics import bits
from tests.conftest import ROOT
from tests.docs.conftest import Updated
from tests.docs.examples import examples
from tests.strength.building import Builder, strength

PAGE = "docs/strength.md"
STEPS = ("shown", "told-once", "told-again", "denied")


def read(text: str) -> Strengths:
    found = analyse("map.argmap", {"map.argmap": text.encode()}.__getitem__).documented
    assert found is not None
    return found


def number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".replace("0.", ".", 1)


def example() -> str:
    (only,) = examples(PAGE)
    found, off = read(only.text), read(f"map {{ independence: off }}\n{only.text}")
    premises = ("board", "told", "again", "denial")
    rows = ["| step | base | g | brings | counts |", "|---|---|---|---|---|"]
    for name, premise in zip(STEPS, premises, strict=True):
        base, sign = found.statements[premise].base, "-" if name == "denied" else "+"
        alone, counts = off.steps[name].contribution, found.steps[name].contribution
        cells = (name, number(base, 4), number(2 * base - 1), f"{number(alone)} bits", f"{sign}{number(counts)}")
        rows.append(f"| {' | '.join(cells)} |")
    late = strength(found, "late")
    told = (
        f"Together that is {bits(late):.2f} bits for the hypothesis, odds of {late / (1 - late):.2f} to 1, and so a "
        f"strength of **{number(late)}**. With `independence: off` it would be {number(strength(off, 'late'))}."
    )
    return "\n".join([*rows, "", told, ""])


def table() -> str:
    rows = ["| constant | value |", "|---|---|"]
    for name, value in vars(constants).items():
        if name.isupper() and name != "TYPE_CHECKING":
            shown = ", ".join(f"{key} {part:.4g}" for key, part in value.items()) if isinstance(value, dict) else value
            rows.append(f"| `{name}` | {f'{shown:.4g}' if isinstance(shown, float) else shown} |")
    return "\n".join([*rows, ""])


def test_the_page_is_in_step(updated: Updated) -> None:
    written = (ROOT / PAGE).read_text(encoding="utf-8")
    for name, text in (("example", example()), ("constants", table())):
        place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        assert place.search(written)
        written = place.sub(lambda found, text=text: f"{found[1]}{text}{found[2]}", written)  # type: ignore[misc]
    updated(PAGE, written)


def test_the_example_by_hand() -> None:
    (only,) = examples(PAGE)
    # a moderate step brings 2 g: for .85, once for .68, and against for .65
    assert bits(strength(read(only.text), "late")) == pytest.approx(1.4 + 0.72 - 0.6, abs=1e-9)


def test_strict_monotonicity_is_broken_by_the_gate() -> None:
    tops = []
    for base in (0.3, 0.5, 0.7):
        made = Builder()
        made.state("p", base=base)
        made.state("top", base=0.6)
        made.because("top", "p")
        tops.append(strength(made.documented, "top"))
    assert tops[0] == tops[1] < tops[2]


def test_stability_holds_within_the_clip() -> None:
    made = Builder()
    made.state("sure", base=1.0)
    made.state("fair", base=0.7)
    assert strength(made.documented, "sure") == constants.CLIP_HIGH
    assert strength(made.documented, "fair") == 0.7


def test_only_what_leads_to_a_statement_counts() -> None:
    made = Builder()
    made.state("p", base=0.8)
    made.claims("top", "beyond")
    made.because("top", "p")
    before = strength(made.documented, "top")
    made.because("beyond", "top")
    made.but("beyond", "p")
    assert strength(made.documented, "top") == before


@pytest.mark.parametrize("kind", ["support", "attack"])
def test_reasons_enough_move_any_base(kind: str) -> None:
    made = Builder()
    made.state("top", base=0.01 if kind == "support" else 0.99)
    for count in range(20):
        made.state(f"p{count}", base=0.8)
        (made.because if kind == "support" else made.but)("top", f"p{count}")
    assert abs(strength(made.documented, "top") - (kind == "support")) < 0.001


def test_what_the_page_says_of_length() -> None:
    for claims, expected in ((3, 0.84), (6, 0.96)):
        made = Builder()
        made.state("h", "hypothesis")
        for number_ in range(claims):
            made.state(f"c{number_}")
            made.because("h", f"c{number_}")
            for item in range(2):
                source = made.source(f"s{number_}{item}", "C")
                name = made.state(f"e{number_}-{item}", "evidence", credibility="3", by=source)
                made.because(f"c{number_}", name)
        assert strength(made.documented, "h") == pytest.approx(expected, abs=0.005)
