"""What an answer hangs on: the inputs that move it are told with what they make of it, and those that unseat it do."""

from argmap.strength.explaining.bench import benches
from argmap.strength.explaining.contests import main_claims
from argmap.strength.explaining.hinges import hinges
from argmap.strength.explaining.sensitivity import HIGH, LOW, leaders
from tests.reading import map_of

DISPUTE = """
question who "Who did it?" { hypotheses: [ann, bob] }
hypothesis ann "Ann." { because seen because means }
hypothesis bob "Bob." { because heard }
evidence seen "She was seen." { base: 0.9 }
evidence means "She had a key." { base: 0.7 }
evidence heard "He was heard." { base: 0.85 }
"""


def test_the_leader_is_told_with_what_moves_it_furthest_first() -> None:
    bench = benches(map_of(DISPUTE))[0]
    (found,) = hinges(bench)
    assert (found.question, found.about) == ("who", ("ann",))
    assert [prop.id for prop in found.props] == ["seen", "means"]
    for prop in found.props:
        number, ann = bench.network.node_of[prop.id], bench.network.node_of["ann"]
        ends = [bench.run([ann], {number: base})[ann] for base in (LOW, HIGH)]
        assert [prop.low, prop.high] == ends
    widths = [prop.high - prop.low for prop in found.props]
    assert widths == sorted(widths, reverse=True)


def test_beyond_a_turning_point_another_leads_and_before_it_nobody_else_does() -> None:
    bench = benches(map_of(DISPUTE))[0]
    (found,) = hinges(bench)
    assert found.turns
    answers = [bench.network.node_of[name] for name in ("ann", "bob")]
    for turn in found.turns:
        number = bench.network.node_of[turn.id]
        step = 0.001 if turn.rising else -0.001
        beyond, before = (
            leaders(bench, bench.track(answers, {number: turn.at + side}), answers) for side in (step, -step)
        )
        assert [bench.classes[n][0].id for n in beyond] == list(turn.instead) == ["bob"]
        assert [bench.classes[n][0].id for n in before] == ["ann"]
    distances = [abs(turn.at - turn.base) for turn in found.turns]
    assert distances == sorted(distances)


def test_where_fewer_than_two_answers_are_assessed_nothing_turns() -> None:
    bench = benches(map_of('question q "Q?" { hypotheses: [a, b] }\nhypothesis a "A."\nhypothesis b "B."'))[0]
    (found,) = hinges(bench)
    assert (found.about, found.props, found.turns) == ((), (), None)


def test_a_main_claim_is_told_without_turns() -> None:
    bench = benches(map_of('claim c "C." { because e }\nevidence e "E." { base: 0.8 }'))[0]
    (found,) = hinges(bench)
    assert (found.question, found.about, found.turns) == (None, ("c",), None)
    assert [prop.id for prop in found.props] == ["e"]


def test_a_rival_makes_no_premise_of_a_claim_and_no_main_claim_of_a_bare_one() -> None:
    bench = benches(map_of('claim c "C." { because e }\nevidence e "E." { base: 0.8 }\nclaim d "D."\nc excludes d'))[0]
    assert [bench.classes[number][0].id for number in main_claims(bench)] == ["c"]
