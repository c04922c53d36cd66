from argmap.model import Attribute, Question
from argmap.strength.explaining.bench import benches
from argmap.strength.explaining.ranking import rankings
from argmap.strength.explaining.robustness import LEAST_RUNS, robustness
from argmap.strength.explaining.shapley import players, shapley
from tests.strength.building import Builder


def ask(builder: Builder) -> None:
    builder.map.questions.append(Question(id="q", text="a or b?", attributes=[Attribute("hypotheses", ("a", "b"))]))


def rivals(first: float, second: float) -> Builder:
    builder = Builder()
    builder.state("e", "evidence", base=first)
    builder.state("f", "evidence", base=second)
    builder.state("a", "hypothesis")
    builder.state("b", "hypothesis")
    builder.because("a", "e")
    builder.because("b", "f")
    ask(builder)
    return builder


def test_the_same_seed_gives_the_same() -> None:
    bench, _ = benches(rivals(0.8, 0.75).map)
    targets = [bench.network.node_of[name] for name in "ab"]
    assert robustness(bench, targets, [targets]) == robustness(bench, targets, [targets])
    assert robustness(bench, targets, [targets]) != robustness(bench, targets, [targets], seed=2)


def test_what_is_asked_for_does_not_change_the_draws() -> None:
    bench, _ = benches(rivals(0.8, 0.75).map)
    a, b = (bench.network.node_of[name] for name in "ab")
    assert robustness(bench, [a]).low[0] == robustness(bench, [b, a]).low[1]


def test_bases_are_moved_and_no_view_is_not() -> None:
    builder = rivals(0.8, 0.75)
    builder.claims("bare")
    builder.because("a", "bare")
    builder.assume("s")
    bench, _ = benches(builder.map)
    found = robustness(bench, [bench.network.node_of[name] for name in "ab"])
    assert found.runs == 500
    assert found.moved == 1
    assert found.bearing == (True, True)
    assert robustness(bench, [bench.network.node_of["bare"]]).bearing == (False,)
    assert found.low[0] < found.high[0]


def test_a_clear_lead_is_clear_and_a_close_one_is_not() -> None:
    for second, verdict in ((0.55, "ahead"), (0.78, "cannot tell"), (0.85, "equal")):
        both = benches(rivals(0.85, second).map)
        ranking = rankings(both)[0]
        assert [pair.verdict for pair in ranking.documented] == [verdict]


def test_a_lead_by_say_so_alone_is_told_as_such() -> None:
    builder = Builder()
    builder.claims("p")
    builder.state("a", "hypothesis")
    builder.state("b", "hypothesis")
    builder.because("a", "p", 3.0)
    builder.claims("r")
    builder.because("b", "r", 0.3)
    ask(builder)
    ranking = rankings(benches(builder.map), 1)[0]
    assert [pair.verdict for pair in ranking.documented] == ["not assessed"]
    assert [pair.verdict for pair in ranking.granted] == ["say-so"]


def test_what_is_entailed_is_never_weaker_and_that_tells_nothing() -> None:
    builder = rivals(0.9, 0.55)
    builder.relate("a", "entails", "b")
    ranking = rankings(benches(builder.map))[0]
    assert [pair.verdict for pair in ranking.documented] == ["entailed"]


def test_a_large_map_gets_fewer_runs_and_says_so() -> None:
    builder = Builder()
    builder.state("top")
    for n in range(6000):
        builder.state(f"e{n}", "evidence", base=0.6)
        builder.because("top", f"e{n}", 0.01)
    bench, _ = benches(builder.map)
    found = robustness(bench, [bench.network.node_of["top"]])
    assert LEAST_RUNS <= found.runs < 500


def test_shapley_values_add_up() -> None:
    builder = rivals(0.8, 0.7)
    builder.state("g", "evidence", base=0.9)
    builder.because("a", "g f")
    builder.but("a", "b")
    bench, _ = benches(builder.map)
    a = bench.network.node_of["a"]
    found = shapley(bench, a)
    assert found is not None
    assert found.orders == 0
    assert abs(sum(found.values) + found.silent - bench.solution.point.nodes[a]) < 1e-12


def test_sampled_shapley_values_come_near_the_exact_ones() -> None:
    builder = Builder()
    builder.state("c")
    for n in range(12):
        builder.state(f"e{n}", "evidence", base=0.55 + 0.03 * n)
        builder.because("c", f"e{n}") if n % 3 else builder.but("c", f"e{n}")
    bench, _ = benches(builder.map)
    c = bench.network.node_of["c"]
    found = shapley(bench, c)
    assert found is not None
    assert found.orders == 200
    assert abs(sum(found.values) + found.silent - bench.solution.point.nodes[c]) < 1e-9
    assert all(error < 0.02 for error in found.errors)
    assert max(found.values) == found.values[found.players.index(bench.network.node_of["e11"])]


def test_too_many_players_are_refused() -> None:
    builder = Builder()
    builder.state("c")
    for n in range(41):
        builder.state(f"e{n}", "evidence", base=0.6)
        builder.because("c", f"e{n}")
    bench, _ = benches(builder.map)
    assert len(players(bench, bench.network.node_of["c"])) == 41
    assert shapley(bench, bench.network.node_of["c"]) is None
