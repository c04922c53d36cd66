"""The commands that explain, as they are called; and every number of a printed tree worked out again by hand."""

import json
import math
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from argmap.cli import run
from argmap.model import ArgumentMap
from argmap.pipeline import analyse
from argmap.render.terminal.account_tree import tree_lines
from argmap.strength.contests import answers
from argmap.strength.explaining.bench import Bench, benches
from argmap.strength.explaining.tree import tree
from argmap.strength.published import SEMANTICS as PUBLISHED
from argmap.vocabulary import SEMANTICS

MAPS = Path(__file__).resolve().parents[2] / "maps"
COMPARISON = str(MAPS / "sanctions" / "comparison.argmap")
HARRY = str(MAPS / "first-steps" / "1-harry.argmap")
ROUNDING = 2e-3  # what four decimals may come to in bits, after a sum and a logarithm

SHARED = """
source times "The Times" { reliability: B }
source post "The Post" { reliability: C }
voice minister "The minister"
question who "Who did it?" { hypotheses: [a, b] exclusive: no exhaustive: no }
hypothesis a "A did it." {
    because e1
    because e2 & f1
    because claim m "A had means." { because e1 because e2 }
    but claim alibi "A was elsewhere." { because f1 } as alibi-holds { unless e3 unless e2 }
}
hypothesis b "B did it." { because e3 }
evidence e1 "Seen." { cite: minister in times p1  credibility: 2 }
evidence e2 "Seen again." { cite: minister in post p2  credibility: 2 }
evidence e3 "Found." { cite: post p3  credibility: 1 }
evidence f1 "Heard." { cite: times p4  credibility: 3 }
a excludes b
"""


@dataclass
class Line:
    depth: int
    text: str
    below: list["Line"] = field(default_factory=list)

    def number(self, pattern: str) -> float:
        found = re.search(pattern.replace("#", r"([−+]?[0-9]*\.[0-9]{4})"), self.text)
        assert found, (pattern, self.text)
        return value(found.group(1))

    def has(self, text: str) -> bool:
        return text in self.text

    @property
    def step(self) -> bool:
        return bool(re.match(r"(for|against) [0-9]", self.text))

    @property
    def undercut(self) -> bool:
        return self.text.startswith("undercut takes")


def value(text: str) -> float:
    return float(text.replace("−", "-"))


def read_tree(text: str) -> list[Line]:
    lines: list[Line] = []
    stack: list[Line] = []
    for raw in text.splitlines():
        body = raw.lstrip(" ")
        line = Line((len(raw) - len(body)) // 2, body)
        stack = [one for one in stack if one.depth < line.depth]
        if stack:
            stack[-1].below.append(line)
        stack.append(line)
        lines.append(line)
    return lines


def printed_tree(capsys: pytest.CaptureFixture[str], path: str, name: str, reading: str) -> list[Line]:
    assert run(["explain", path, name, "--depth", "99", "--reading", reading]) == 0
    out = capsys.readouterr().out
    _, _, rest = out.partition("step by step:\n")
    return read_tree(rest.partition("\n\n")[0])


def tree_of(bench: Bench, name: str) -> list[Line]:
    return read_tree("\n".join(tree_lines(bench, tree(bench, bench.network.node_of[name]), 2000)))


def bits(strength: float) -> float:
    return math.log2(strength / (1 - strength))


def passes(line: Line) -> float:
    return line.number(r" passes on #")


def counted(steps: list[Line]) -> float:
    """One origin, one voice: of each origin the largest step × share, and what has none in full."""
    total = 0.0
    best: dict[str, float] = {}
    for step in steps:
        came = step.number(r" of # bits") if re.search(r" of [0-9.]+ bits", step.text) else step.number(r"^\w+ #")
        named = re.findall(r"([^\s,;]+) ([0-9]?\.[0-9]{4})", step.text.partition("; from ")[2])
        shares = {name: value(share) for name, share in named}
        own = 1 - sum(shares.values()) if shares else 1.0
        total += came * own if own > 1e-3 else 0.0
        for name, share in shares.items():
            best[name] = max(best.get(name, 0.0), came * share)
    return total + sum(best.values())


def check_statement(line: Line) -> None:
    strength = line.number(r" #(?: passes on|:)")
    if line.has(" passes on "):
        gate = max(0.0, 2 * strength - 1)
        expected = min(1.0, gate / 0.6) if line.has("as an assumption") else gate
        assert passes(line) == pytest.approx(expected, abs=4e-4), line.text
    if line.has("not assessed"):
        assert strength == 0.5
        return
    if line.has("(told above)") or line.has("(a circle"):
        return
    if line.has("no base"):
        return
    base, total = line.number(r"base #"), line.number(r"base [.0-9]+ = # bits")
    assert bits(base) == pytest.approx(total, abs=ROUNDING)
    if line.has(".5 + ("):
        found = re.search(r"\.5 \+ \(([.0-9]+) − \.5\) × ([.0-9]+)", line.text)
        assert found
        assert base == pytest.approx(0.5 + (value(found[1]) - 0.5) * value(found[2]), abs=2e-4)
    reasons = line.number(r"for it #") if line.has("for it") else 0.0
    against = line.number(r"against it #") if line.has("against it") else 0.0
    if line.has("own word +"):
        spoken = line.number(r"beyond reasons, of #")
        own = line.number(r"own word #")
        assert own == pytest.approx(max(0.0, spoken - reasons), abs=ROUNDING)
        total += own
    total += reasons + against + (line.number(r"lifted #") if line.has(", lifted") else 0.0)
    if line.has(" total "):
        assert line.number(r"total #") == pytest.approx(total, abs=ROUNDING)
    # Near 0 and 1 a step in the fourth decimal of a strength is many bits.
    coarse = max(ROUNDING, 5e-5 / (strength * (1 - strength) * math.log(2)))
    assert bits(strength) == pytest.approx(total, abs=coarse), line.text
    if not line.has("more below"):
        for word, sum_ in (("for", reasons), ("against", -against)):
            steps = [one for one in line.below if one.text.startswith(f"{word} ")]
            assert counted(steps) == pytest.approx(sum_, abs=ROUNDING), line.text
            assert sum(one.number(r"^\w+ #") for one in steps) == pytest.approx(sum_, abs=ROUNDING)


def factor_of(undercuts: list[Line]) -> float:
    """The product of what each undercut leaves; of one origin only the largest part counts."""
    left = 1.0
    best: dict[str, float] = {}
    for one in undercuts:
        takes = one.number(r"takes #")
        named = re.findall(r"([^\s,;]+) ([0-9]?\.[0-9]{4})", one.text.partition("; from ")[2])
        shares = {name: value(share) for name, share in named}
        own = 1 - sum(shares.values()) if shares else 1.0
        left *= 1 - takes * (own if own > 1e-3 else 0.0)
        for name, share in shares.items():
            best[name] = max(best.get(name, 0.0), takes * share)
    return left * math.prod(1 - part for part in best.values())


def check_step(line: Line) -> None:
    premises = [one for one in line.below if not one.undercut]
    factor = line.number(r"= # ×")
    assert factor == pytest.approx(factor_of([one for one in line.below if one.undercut]), abs=ROUNDING), line.text
    weakest = min((passes(one) for one in premises), default=0.0)
    if line.undercut:
        weight, passed = line.number(r"= [.0-9]+ × # ×"), line.number(r"× # \[")
        assert line.number(r"takes #") == pytest.approx(factor * weight * passed, abs=3e-4)
    else:
        weight, passed = line.number(r"min\(# ×"), line.number(r"min\([.0-9]+ × #,")
        ceiling = math.inf if ", inf)" in line.text else line.number(r", #\) \[")
        if passed < 1 and ceiling < math.inf:
            assert ceiling == pytest.approx(math.log2((1 + passed) / (1 - passed)), abs=ROUNDING)
        came = line.number(r" of # bits") if re.search(r" of [0-9.]+ bits", line.text) else line.number(r"^\w+ #")
        assert came == pytest.approx(factor * min(weight * passed, ceiling), abs=ROUNDING)
    assert passed == pytest.approx(weakest, abs=1e-4)


def check(lines: list[Line]) -> int:
    assert lines
    for line in lines:
        told = not (line.has("(told above)") or line.has("(a circle"))
        if line.step or line.undercut:
            if told:
                check_step(line)
        elif not line.text.startswith("lifted "):
            check_statement(line)
    return len(lines)


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "2000")


@pytest.fixture
def shared(tmp_path: Path) -> str:
    path = tmp_path / "shared.argmap"
    path.write_text(SHARED, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("path", ["sanctions/comparison.argmap", "language-tour.argmap", "first-steps/3-tyre.argmap"])
def test_every_number_can_be_worked_out_again(path: str) -> None:
    found = analyse(str(MAPS / path), needs=()).map
    for bench in benches(found):
        for number, members in enumerate(bench.classes):
            if bench.assessed(number):
                check(tree_of(bench, members[0].id))


def test_what_is_printed_is_that_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(printed_tree(capsys, COMPARISON, "beneficiary", "both")) > 50


@pytest.mark.parametrize("name", ["a", "b"])
def test_one_origin_one_voice_can_be_worked_out_again(
    capsys: pytest.CaptureFixture[str], shared: str, name: str
) -> None:
    lines = printed_tree(capsys, shared, name, "documented")
    assert check(lines) > 3
    if name == "a":
        assert any(line.has("; from minister") for line in lines)


def test_what_is_for_one_statement_needs_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    for options in (["--shapley"], ["--depth", "1"], ["--reading", "both"]):
        assert run(["explain", COMPARISON, *options]) == 2
        assert "are for one statement: argmap explain FILE ID" in capsys.readouterr().err


def test_exact_numbers_are_in_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", COMPARISON, "hedger", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["statements"][0]
    for reading in ("documented", "granted"):
        for row in found[reading]["tree"]:
            if row["is"] == "node":
                parts = sum(one["bits"] for one in row["supports"]) - sum(one["bits"] for one in row["attacks"])
                total = row["base_bits"] + row["say_so"] + row["lift"] + parts
                assert total == pytest.approx(bits(row["node_strength"]), abs=1e-6)


@pytest.mark.parametrize("name", [name for name in SEMANTICS if name != "log-odds"])
def test_every_semantics_is_explained_by_its_own_formula(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(["explain", COMPARISON, "hedger", "--format", "json", "--semantics", name]) == 0
    found = json.loads(capsys.readouterr().out)["statements"][0]["documented"]
    assert (found["semantics"], found["unit"]) == (name, "push")
    assert found["strength"] in {found["account"]["node_strength"], None}
    for row in found["tree"]:
        if row["is"] == "node" and not row["own_word"] and not row["lift"]:
            comes_to = PUBLISHED[name].influence(row["base"], row["for"] - row["against"])
            assert row["node_strength"] == pytest.approx(comes_to, abs=1e-9), row["name"]
        if row["is"] in {"support", "attack"}:
            assert row["value"] == pytest.approx(row["factor"] * row["weight"] * row["passed"], abs=1e-12)
            assert row["factor"] == pytest.approx(math.prod(1 - one["takes"] for one in row["undercut_by"]))


def test_the_formula_of_a_semantics_stands_below_the_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", COMPARISON, "hedger", "--semantics", "df-quad"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert re.search(r"Objections push against it by (0\.\d{4}): chang.approves excludes it \(\1\)\.", out)
    assert "has the strength w + (1 − w) m; where m is below 0, w + w m; one side comes to 1 less the product" in out
    assert " bits of reasons" not in out


@pytest.mark.parametrize("command", ["map", "report", "build", "explain", "rank", "sources", "export"])
def test_an_unknown_semantics_is_told_at_once(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([command, COMPARISON, "--semantics", "dfquad"]) == 2
    assert "no semantics is called dfquad; did you mean df-quad?" in capsys.readouterr().err
    assert run([command, COMPARISON, "--semantics", "bayes"]) == 2
    assert "there are log-odds, df-quad, squared-df-quad" in capsys.readouterr().err


def test_the_option_stands_before_the_map(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "euler.argmap"
    path.write_text(f'map m "M" {{ semantics: euler }}\n{SHARED}', encoding="utf-8")
    for options, expected in (([], "euler"), (["--semantics", "df-quad"], "df-quad")):
        strengths = {}
        for command in ("export", "explain", "rank"):
            assert run([command, str(path), "--format", "json", *options]) == 0
            strengths[command] = json.loads(capsys.readouterr().out)
        assert strengths["export"]["semantics"] == strengths["rank"]["semantics"] == expected
        exported = next(one["strength"] for one in strengths["export"]["statements"] if one["id"] == "a")
        explained = next(one for one in strengths["explain"]["statements"] if one["id"] == "a")
        ranked = next(one for one in strengths["rank"]["questions"][0]["answers"] if one["id"] == "a")
        assert exported == explained["documented"]["strength"] == ranked["documented"]["strength"]


def test_what_holds_in_both_readings_is_said_once(capsys: pytest.CaptureFixture[str], shared: str) -> None:
    assert run(["rank", shared]) == 0
    out = capsys.readouterr().out
    assert out.count("In both readings: ") == 1
    assert "If assertions are granted:" not in out
    assert run(["explain", shared, "a"]) == 0
    out = capsys.readouterr().out
    assert "In both readings, what it hangs on:" in out
    assert out.count("What moves it most") == 1


def test_sentences_say_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", HARRY]) == 0
    out = capsys.readouterr().out
    assert "is not assessed as documented: nothing with evidence behind it speaks for or against it." in out
    assert "All of it rests on say-so" in out
    assert "not a probability" in out


def test_own_word_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", COMPARISON, "chang.enabler"]) == 0
    out = capsys.readouterr().out
    assert "chang.enabler is not assessed as documented" in out
    out = " ".join(out.split())
    assert "it is .8000. It starts at .5000 (no view). Reasons worth 1.2000 bits speak for it" in out
    assert "chang.essay's own assertion is worth 2.0000 bits, and so adds 0.8000 to its reasons." in out


def test_a_question_explains_its_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", COMPARISON, "chang.part", "--depth", "0"]) == 0
    out = capsys.readouterr().out
    assert "chang.mastermind: " in out
    assert "chang.enabler: " in out


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("enabler", "did you mean chang.enabler?"),
        ("hedgr", "did you mean hedger"),
        ("chang.means-and-motive", "is a step"),
    ],
)
def test_an_unknown_id_gets_a_hint(capsys: pytest.CaptureFixture[str], name: str, hint: str) -> None:
    assert run(["explain", COMPARISON, name]) == 2
    captured = capsys.readouterr()
    assert hint in captured.err
    assert captured.out == ""


def test_errors_in_the_map_come_first(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "bad.argmap"
    path.write_text('claim a "A." { because nowhere }\n', encoding="utf-8")
    for command in ("explain", "rank", "sources"):
        assert run([command, str(path)]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "nowhere" in captured.err
        assert run([command, str(tmp_path / "none.argmap")]) == 2
        assert "cannot be read" in capsys.readouterr().err


def test_an_empty_map_is_no_accident(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "empty.argmap"
    path.write_text("# nothing yet\n", encoding="utf-8")
    for command in ("explain", "rank", "sources"):
        for form in ("plain", "json"):
            assert run([command, str(path), "--format", form]) == 0
            assert capsys.readouterr().out


def test_shapley_values_on_request(capsys: pytest.CaptureFixture[str], shared: str) -> None:
    assert run(["explain", shared, "b", "--shapley"]) == 0
    assert "Shapley values (all orders; with all of them silent it is .5000)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "width"),
    [
        (["explain"], 40),
        (["explain", "hedger"], 70),
        (["rank"], 40),
        (["rank"], 80),
        (["sources"], 40),
        (["sources"], 80),
    ],
)
def test_output_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: list[str], width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert run([command[0], COMPARISON, *command[1:]]) == 0
    lines = capsys.readouterr().out.splitlines()
    deep = command == ["explain", "hedger"]  # a tree keeps 40 columns for its text, however deep it is
    assert max(map(len, lines)) <= (max(width, 60) if deep else width)


def test_rank_tells_what_cannot_be_told(capsys: pytest.CaptureFixture[str], shared: str) -> None:
    assert run(["rank", COMPARISON]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert " is ahead of " in out
    assert " would put them the other way round" in out
    assert re.search(r"one cannot tell \(their order does not hold in \d+ of 500 runs", out)
    assert "No ranking is made on joint strength alone" in out
    assert run(["rank", shared, "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("question,id,base,documented")
    assert len(lines) == 3
    assert run(["rank", shared, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["questions"][0]["question"] == "who"


@pytest.mark.parametrize(
    ("credibility", "told"),
    [
        ("3", r"between a and b one cannot tell \(their order does not hold in \d+ of 500 runs\)"),
        ("2", r"a is ahead of b \(in 4[89]\d of 500 runs\)"),
        ("1", r"a is ahead of b\."),
    ],
)
def test_an_order_is_worth_as_much_as_the_runs_in_which_it_holds(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, credibility: str, told: str
) -> None:
    path = tmp_path / "two.argmap"
    path.write_text(
        """
source times "The Times" { reliability: A }
source post "The Post" { reliability: B }
question who "Who did it?" { hypotheses: [a, b] exclusive: no exhaustive: no }
hypothesis a "A did it." { because evidence e "Seen." { cite: times p1  credibility: GRADE } }
hypothesis b "B did it." { because evidence f "Seen again." { cite: post p1  credibility: 3 } }
""".replace("GRADE", credibility),
        encoding="utf-8",
    )
    assert run(["rank", str(path)]) == 0
    assert re.search(f"In both readings: {told}", " ".join(capsys.readouterr().out.split()))


def test_sources_tell_what_falls(capsys: pytest.CaptureFixture[str], shared: str, tmp_path: Path) -> None:
    assert run(["sources", shared, "--format", "json"]) == 0
    found = {one["id"]: one for one in json.loads(capsys.readouterr().out)["sources"]}
    assert found["times"]["falls"] == ["e1", "f1"]
    assert found["minister"]["carries"] == ["e1", "e2"]
    assert found["times"]["roots"] == ["minister", "times"]
    circle = tmp_path / "circle.argmap"
    circle.write_text(
        'source x "X" { derived-from: y }\nsource y "Y" { derived-from: x }\nevidence e "E." { cite: x p1 }\n',
        encoding="utf-8",
    )
    assert run(["sources", str(circle)]) == 0
    assert "Circular sourcing: x and y draw on each other." in capsys.readouterr().out
    assert run(["sources", shared, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("id,is,title,kind,date,reliability")


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys
    from types import SimpleNamespace

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(SHARED.encode())))
    assert run(["explain", "-", "b"]) == 0
    assert "b: B did it." in capsys.readouterr().out


def test_the_questions_of_a_map_are_gone_through_once_and_not_for_each_claim(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def counted(found: ArgumentMap) -> dict[str, tuple[str, ...]]:
        calls.append(1)
        return answers(found)

    monkeypatch.setattr("argmap.strength.explaining.contests.answers", counted)
    path = tmp_path / "many.argmap"
    path.write_text("".join(f'claim c{n} "Claim {n}." {{ because "R." }}\n' for n in range(40)), encoding="utf-8")
    assert run(["explain", str(path)]) == 0
    assert capsys.readouterr().out.count("is not assessed as documented") == 40
    assert len(calls) <= 4
