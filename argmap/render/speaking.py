"""What speaks for a statement and against it, and what would but is silent, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.text import clean
from argmap.render.wording import Names, bits_of, counted, fixed, listed
from argmap.strength.explaining.attribution import premise, step_account
from argmap.strength.explaining.sensitivity import input_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.attribution import Heard
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.telling import Told

_SHOWN = 5e-5
_MOST = 3


def missing(told: Told) -> str:
    """Say why a statement is not assessed."""
    bench, target = told.bench, told.target
    network = bench.network
    steps, lifters = network.supports.of(target) + network.attacks.of(target), network.lifts.of(target)
    if not steps and not lifters:
        return "nothing in the map speaks for or against it."
    behind = [number for number in bench.classes_behind([target]) if number != target]
    backed = [n for n in behind if input_kind(bench, n) in {"evidence", "written"}]
    if not backed:
        return "nothing with evidence behind it speaks for or against it."
    what = "1 statement with evidence lies" if len(backed) == 1 else f"{len(backed)} statements with evidence lie"
    why = _why_silent(bench, steps, lifters)
    return f"{what} further back, but nothing comes through to it. {why}".rstrip()


def for_it(told: Told) -> str:
    """Say what speaks for a statement, the largest first."""
    found = told.account
    total = sum(one.bits for one in found.supports)
    lift = f" What entails it ({_lifters(told)}) lifts it by {bits_of(found.lift)} bits." if found.lift > _SHOWN else ""
    if total > _SHOWN:
        return f"{_amount(told.bench, found.supports)} of reasons speak for it: {_largest(told.bench, found.supports)}.{lift}"
    if found.supports:
        what = "The one reason given for it is" if len(found.supports) == 1 else _all(len(found.supports))
        why = _why_silent(told.bench, [one.step for one in found.supports])
        return f"{what} silent. {why}{lift}".rstrip()
    return f"No reason is given for it.{lift}"


def against_it(told: Told) -> str:
    """Say what speaks against a statement, the largest first; nothing where nothing does."""
    total = sum(one.bits for one in told.account.attacks)
    if total <= _SHOWN:
        return "Nothing is counted against it." if told.account.attacks else ""
    return (
        f"{_amount(told.bench, told.account.attacks)} speak against it: {_largest(told.bench, told.account.attacks)}."
    )


def own_word(told: Told) -> str:
    """Say what of a strength rests on the statement's own assertion, as a clause."""
    found = told.account
    if not found.spoken:
        return ""
    who = _who(told)
    if found.say_so <= _SHOWN:
        return f"; {who} ({bits_of(found.spoken)} bits) adds nothing to its reasons"
    reasons = found.spoken - found.say_so
    if reasons <= _SHOWN:
        return f", of which {bits_of(found.say_so)} bits rest on {who} alone"
    return f", of which {bits_of(found.say_so)} bits rest on {who} ({bits_of(found.spoken)} bits, less its reasons)"


def unweighed(told: Told) -> list[int]:
    """Return the objections to a statement, and the undercuts of steps to it, that start from nothing assessed."""
    bench = told.bench
    network = bench.network
    steps = [one.step for one in told.account.attacks]
    into = steps + [one.step for one in told.account.supports]
    steps += [under for step in into for under in network.undercutters.of(step)]
    return [step for step in steps if any(not bench.assessed(node) for node in network.premises.of(step))]


def _largest(bench: Bench, heard: Sequence[Heard]) -> str:
    names = Names(bench)
    order = sorted((one for one in heard if one.bits > _SHOWN), key=lambda one: -one.bits)
    return listed([f"{_named(names, one.step)} ({bits_of(one.bits)})" for one in order], most=_MOST)


def _amount(bench: Bench, heard: Sequence[Heard]) -> str:
    """Put what is counted in bits, and what it was before one origin counted once."""
    total = sum(one.bits for one in heard)
    came = sum(bench.solution.point.steps[one.step] for one in heard)
    text = f"{bits_of(total)} bits"
    return f"{text} (of {bits_of(came)}, for one origin counts once)" if came - total > _SHOWN else text


def _named(names: Names, step: int) -> str:
    found = names.of_map(step)
    if found is not None and found.named:
        return f"{clean(found.id)}, {names.put(step)}"
    return names.put(step)


def _why_silent(bench: Bench, steps: Sequence[int], lifters: Sequence[int] = ()) -> str:
    """Say why steps pass nothing on: their weakest premises are silent, or they are undercut to nothing."""
    weak: dict[int, None] = {}
    cut = 0
    for step in steps:
        found = step_account(bench, step)
        silent = [one.node for one in found.premises if one.passed <= _SHOWN]
        weak.update(dict.fromkeys(silent))
        cut += bool(found.premises) and not silent and found.factor <= _SHOWN
    weak.update(dict.fromkeys(lifters))
    names = Names(bench)
    bare = [names.node(node) for node in weak if not bench.assessed(node)]
    low = [
        f"{names.node(node)} stands at {fixed(premise(bench, node).strength)}" for node in weak if bench.assessed(node)
    ]
    texts = [f"{listed(bare, most=_MOST)} {'is' if len(bare) == 1 else 'are'} not assessed."] if bare else []
    texts += [f"{listed(low, most=_MOST)}, and nothing up to .5 speaks."] if low else []
    texts += [f"{counted(cut, 'step is', 'steps are')} undercut to nothing."] if cut else []
    return " ".join(texts)


def _all(number: int) -> str:
    return "Both reasons given for it are" if number == 2 else f"All {number} reasons given for it are"  # noqa: PLR2004


def _lifters(told: Told) -> str:
    nodes = told.bench.solution.point.nodes
    most = max(nodes[node] for node in told.account.lifters)
    names = Names(told.bench)
    return listed([names.node(node) for node in told.account.lifters if nodes[node] == most])


def _who(told: Told) -> str:
    members = told.bench.classes[told.target]
    own = [c for s in members for c in s.citations if not c.voices and c.stance in {"endorsed", "conceded"}]
    who = dict.fromkeys(f"{clean(citation.source)}'s" for citation in own)
    return f"{listed(who)} own assertion" if who else "its own assertion"
