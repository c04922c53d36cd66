"""What a strength is made of: the sum at a statement, what each step comes to, and the tree down to the inputs.

All numbers are those of the semantics `log-odds`, and exact: in bits, a strength is its base, plus what its own word
adds beyond its reasons, plus what supports it, minus what attacks it, plus what it is lifted by what entails it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model import NO_VIEW
from argmap.strength.constants import CREDIBILITY, CREDIBILITY_NOT_GIVEN
from argmap.strength.network import HUB
from argmap.strength.reliability import Chains
from argmap.strength.semantics import assumption_gate, bits, gate

if TYPE_CHECKING:
    from argmap.strength.explaining.bench import Bench

Twin = Literal["", "backed", "own", "hub"]


class Heard(NamedTuple):
    """A step at the statement where it ends: what counts of it there, in bits (never negative)."""

    step: int
    bits: float


class Premise(NamedTuple):
    """A premise of a step: its strength, and what it passes on, both in 0..1."""

    node: int
    strength: float
    passed: float


@dataclass(frozen=True, slots=True)
class Account:
    """The sum at one node, in bits: `total` is base + say_so + supports - attacks + lift.

    Attributes:
        node: The node.
        base: Its base, 0..1.
        base_bits: The same in bits.
        supports: What supports it.
        attacks: What attacks it.
        say_so: What its own word adds beyond its reasons.
        spoken: What its own word is worth by itself.
        lift: By how much what entails it lifts it.
        lifters: The nodes that entail it.
        total: The sum.
        strength: The same in 0..1.
    """

    node: int
    base: float
    base_bits: float
    supports: tuple[Heard, ...]
    attacks: tuple[Heard, ...]
    say_so: float
    spoken: float
    lift: float
    lifters: tuple[int, ...]
    total: float
    strength: float


@dataclass(frozen=True, slots=True)
class StepAccount:
    """What one step comes to: `value` is factor * min(weight * passed, ceiling), of an undercut factor * weight * passed.

    Attributes:
        step: The step.
        weight: Its weight in bits, of an undercut the share it takes at most.
        premises: Its premises and warrants; none where it is mute.
        passed: What the weakest of them passes on, 0..1.
        ceiling: No step says more than its premise does: the bits of a plain premise that passes this on.
        undercutters: The steps that undercut it, with the share that each takes away.
        factor: What they leave of it.
        value: What it contributes in bits, before one origin counts once; of an undercut the share it takes.
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
    rule, track = bench.solution.rule, bench.solution.point
    network, base = rule.network, bench.bases[node]
    supports, attacks = network.supports.of(node), network.attacks.of(node)
    helped = tuple(map(Heard, supports, rule.heard(supports, track)))
    harmed = tuple(map(Heard, attacks, rule.heard(attacks, track)))
    reasons = fsum(one.bits for one in helped)
    spoken, strength = rule.say[node], track.nodes[node]
    own = rule.unlifted(node, base, track, track)
    lifters = tuple(network.lifts.of(node))
    lift = max(0.0, bits(strength) - bits(own)) if lifters and own < strength else 0.0
    say_so = max(0.0, spoken - reasons)
    base_bits = bits(base) if network.stands_for[node] != HUB else 0.0
    total = fsum((base_bits, say_so, reasons, -fsum(one.bits for one in harmed), lift))
    return Account(node, base, base_bits, helped, harmed, say_so, spoken, lift, lifters, total, strength)


def step_account(bench: Bench, step: int) -> StepAccount:
    """Return what a step comes to."""
    rule, track = bench.solution.rule, bench.solution.point
    network = rule.network
    premises = tuple(premise(bench, node) for node in network.premises.of(step))
    passed = rule.passed(step, track)
    below = network.undercutters.of(step)
    undercutters = tuple(Heard(other, track.steps[other]) for other in below)
    factor = rule.factor(step, track)
    ceiling = bits((1.0 + passed) / 2.0)
    return StepAccount(step, rule.weights[step], premises, passed, ceiling, undercutters, factor, track.steps[step])


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
