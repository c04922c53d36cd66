"""What a strength is made of: the sum at a statement, what each step comes to, and the tree down to the inputs.

Under `log-odds` all numbers are exact: in bits, a strength is its base, plus what its own word adds beyond its reasons,
plus what supports it, minus what attacks it, plus what it is lifted by what entails it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model import NO_VIEW
from argmap.strength.constants import CREDIBILITY, CREDIBILITY_NOT_GIVEN
from argmap.strength.gated import push_weight
from argmap.strength.network import HUB
from argmap.strength.readout import added_say_so, lift
from argmap.strength.reliability import Chains
from argmap.strength.semantics import assumption_gate, bits, gate

if TYPE_CHECKING:
    from argmap.strength.explaining.bench import Bench

Twin = Literal["", "backed", "own", "hub"]


class Heard(NamedTuple):
    """A step at the statement where it ends: what counts of it there, in bits or as a push (never negative)."""

    step: int
    bits: float


class Premise(NamedTuple):
    """A premise of a step: its strength, and what it passes on, both in 0..1."""

    node: int
    strength: float
    passed: float


@dataclass(frozen=True, slots=True)
class Account:
    """The sum at one node: `total` is base + for_it - against + say_so + lift.

    Under `log-odds` all but `base` and `strength` are bits. Under any other semantics `base_bits` and `total` are None:
    there a base is moved by `for_it` - `against`, and `say_so` and `lift` are differences of strengths.

    Attributes:
        node: The node.
        base: Its base, 0..1.
        base_bits: The same in bits.
        supports: What supports it.
        attacks: What attacks it.
        for_it: What its supports come to together.
        against: What its attacks come to together.
        say_so: What its own word adds beyond its reasons.
        spoken: What its own word is worth by itself, in bits.
        lift: By how much what entails it lifts it.
        lifters: The nodes that entail it.
        total: The sum.
        strength: The same in 0..1.
    """

    node: int
    base: float
    base_bits: float | None
    supports: tuple[Heard, ...]
    attacks: tuple[Heard, ...]
    for_it: float
    against: float
    say_so: float
    spoken: float
    lift: float
    lifters: tuple[int, ...]
    total: float | None
    strength: float


@dataclass(frozen=True, slots=True)
class StepAccount:
    """What one step comes to: `value` is factor * min(weight * passed, ceiling), of an undercut factor * weight * passed.

    Attributes:
        step: The step.
        weight: Its weight in bits, under other semantics than `log-odds` half of that and at most what they allow;
            of an undercut the share it takes at most.
        premises: Its premises and warrants; none where it is mute.
        passed: What the weakest of them passes on, 0..1.
        ceiling: No step says more than its premise does: the bits of a plain premise that passes this on. There is
            none (infinity) for undercuts, and under other semantics.
        undercutters: The steps that undercut it, with the share that each takes away.
        factor: What they leave of it.
        value: What it contributes, in bits or as a push, before one origin counts once; of an undercut the share it takes.
    """

    step: int
    weight: float
    premises: tuple[Premise, ...]
    passed: float
    ceiling: float
    undercutters: tuple[Heard, ...]
    factor: float
    value: float


def account(bench: Bench, node: int) -> Account:
    """Return the sum at a node."""
    solution = bench.solution
    rule, track = solution.rule, solution.point
    network, semantics = rule.network, rule.semantics
    supports, attacks = network.supports.of(node), network.attacks.of(node)
    for_it = semantics.together(rule.amounts(rule.supports[node], track))
    against = semantics.together(rule.amounts(rule.attacks[node], track))
    helping, harming = rule.heard(rule.supports[node], track), rule.heard(rule.attacks[node], track)
    say_so, lifted = added_say_so(solution, node), lift(solution, node)
    base_bits = None
    if semantics.in_bits:
        base_bits = bits(bench.bases[node]) if network.stands_for[node] != HUB else 0.0
    return Account(
        node=node,
        base=bench.bases[node],
        base_bits=base_bits,
        supports=tuple(Heard(step, helping.get(step, 0.0)) for step in supports),
        attacks=tuple(Heard(step, harming.get(step, 0.0)) for step in attacks),
        for_it=for_it,
        against=against,
        say_so=say_so,
        spoken=rule.say[node],
        lift=lifted,
        lifters=tuple(network.lifts.of(node)),
        total=fsum((base_bits, say_so, for_it, -against, lifted)) if base_bits is not None else None,
        strength=track.nodes[node],
    )


def step_account(bench: Bench, step: int) -> StepAccount:
    """Return what a step comes to."""
    rule, track = bench.solution.rule, bench.solution.point
    network = rule.network
    premises = tuple(premise(bench, node) for node in network.premises.of(step))
    passed = rule.passed(step, track)
    taking = network.hearing.undercutters[step].divided_shares(track.steps)
    undercutters = tuple(Heard(other, taking.get(other, 0.0)) for other in network.undercutters.of(step))
    factor = rule.factor(step, track)
    weight, ceiling = rule.weights[step], inf
    if not network.undercutting[step]:
        in_bits = rule.semantics.in_bits
        ceiling = bits((1.0 + passed) / 2.0) if in_bits else inf
        weight = weight if in_bits else push_weight(weight, rule.semantics.heaviest)
    return StepAccount(step, weight, premises, passed, ceiling, undercutters, factor, track.steps[step])


def premise(bench: Bench, node: int) -> Premise:
    """Return what a node passes on as a premise: an assumption all of it while it stands as granted.

    A twin without its own word is told as the statement itself where that has no word of its own to be without.
    """
    number = bench.network.stands_for[node]
    if twin(bench, node) == "backed" and not bench.spoken[number]:
        node = number
    strength = bench.solution.point.nodes[node]
    through = assumption_gate(strength) if bench.network.assumed[node] else gate(strength)
    return Premise(node, strength, through)


def grades(bench: Bench) -> dict[int, tuple[float, float]]:
    """Return for each class of evidence with a source what its observation is worth, and how reliable its chain is.

    Its base is .5 + (worth - .5) * reliability. Classes with a written base are left out.
    """
    chains = Chains(bench.map)
    found: dict[int, tuple[float, float]] = {}
    for number, members in enumerate(bench.classes):
        if bench.given[number].no_view or any(statement.range("base") is not None for statement in members):
            continue
        for statement in members:
            reliability = chains.reliability(statement) if statement.kind == "evidence" else None
            if reliability is not None:
                grade = (CREDIBILITY.get(statement.word("credibility"), CREDIBILITY_NOT_GIVEN), reliability)
                found[number] = max(found.get(number, grade), grade, key=_graded)
    return found


def twin(bench: Bench, node: int) -> Twin:
    """Tell what kind of node it is: a statement, one without its own word, one without what entails it, or a hub."""
    network = bench.network
    if network.stands_for[node] == HUB:
        return "hub"
    if node < network.classes:
        return ""
    return "own" if network.speaks[node] else "backed"


def _graded(grade: tuple[float, float]) -> float:
    return (grade[0] - NO_VIEW) * grade[1]
