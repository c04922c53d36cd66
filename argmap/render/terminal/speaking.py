"""What speaks for a statement and against it, and what would but is silent, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.render.text import clean
from argmap.render.wording import UNHEARD, Names, bits_of, counted, fixed, listed
from argmap.strength.explaining.attribution import premise, step_account
from argmap.strength.explaining.counts import supporting
from argmap.strength.explaining.sensitivity import input_kind
from argmap.strength.explaining.withdrawal import heard_uncited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from argmap.strength.explaining.attribution import Account, Heard
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
    behind = [number for number in supporting(bench, target) if number != target]
    backed = sum(input_kind(bench, number) in {"evidence", "written"} for number in behind)
    why = why_silent(bench, steps, lifters)
    if not backed:
        return f"nothing with evidence behind it speaks for or against it. {why}".rstrip()
    lies = counted(backed, "statement with evidence lies", "statements with evidence lie")
    return f"{lies} behind its reasons, but nothing comes through to it. {why}".rstrip()


def unheard(granted: Sequence[Told]) -> str:
    """Say why statements are not assessed that would be in a map without any citation; nothing where none is so."""
    bench = granted[0].bench
    silent = [told.target for told in granted if not bench.assessed(told.target)]
    if not silent or not any(heard_uncited(bench, silent)):
        return ""
    return UNHEARD


def for_it(told: Told) -> str:
    """Say what speaks for a statement, the largest first."""
    found = told.account
    if found.for_it > _SHOWN:
        rest = _silent_rest(told.bench, found)
        return f"{_amount(told, found.supports, 'for')}: {_largest(told.bench, found.supports)}.{rest}"
    if found.supports and told.bench.semantics.attacks_only:
        return f"Reasons for it count for nothing under {told.bench.semantics.name}."
    if found.supports:
        what = "The one reason given for it is" if len(found.supports) == 1 else _all(len(found.supports))
        why = why_silent(told.bench, [one.step for one in found.supports])
        return f"{what} silent. {why}".rstrip()
    return "No reason is given for it."


def against_it(told: Told) -> str:
    """Say what speaks against a statement, the largest first; nothing where nothing does."""
    found = told.account
    if found.against <= _SHOWN:
        return "Nothing is counted against it." if found.attacks else ""
    return f"{_amount(told, found.attacks, 'against')}: {_largest(told.bench, found.attacks)}."


def own_word(told: Told) -> str:
    """Say what the statement's own assertion adds to its reasons."""
    found = told.account
    if not found.spoken:
        return ""
    who = _who(told)
    if found.say_so <= _SHOWN:
        return f"{who} ({bits_of(found.spoken)} bits) adds nothing to its reasons."
    if found.base_bits is None:
        return f"{who} ({bits_of(found.spoken)} bits) raises it by {fixed(found.say_so)}."
    if found.for_it <= _SHOWN:
        return f"{who} adds {bits_of(found.say_so)} bits."
    return f"{who} is worth {bits_of(found.spoken)} bits, and so adds {bits_of(found.say_so)} to its reasons."


def lifted(told: Told) -> str:
    """Say what entails a statement and lifts it by that; nothing where nothing does."""
    found = told.account
    if found.lift <= _SHOWN:
        return ""
    by = f"{bits_of(found.lift)} bits" if found.base_bits is not None else fixed(found.lift)
    return f"What entails it ({_lifters(told)}) lifts it by {by}."


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


def _amount(told: Told, heard: Sequence[Heard], side: str) -> str:
    """Put what one side comes to, and what it would if one origin did not count once."""
    found, solution = told.account, told.bench.solution
    total = found.for_it if side == "for" else found.against
    came = solution.rule.semantics.together([solution.point.steps[one.step] for one in heard])
    once = f" (of {bits_of(came)}, since one origin counts once)" if came - total > _SHOWN else ""
    who = "Reasons" if side == "for" else "Objections"
    if found.base_bits is None:
        return f"{who} push {side} it by {bits_of(total)}{once}"
    return f"{who} worth {bits_of(total)} bits{once} speak {side} it"


def _silent_rest(bench: Bench, found: Account) -> str:
    silent = [one.step for one in found.supports if one.bits <= _SHOWN]
    if not silent:
        return ""
    texts = (
        f"{counted(len(silent), 'further reason adds', 'further reasons add')} nothing.",
        _granted_alone(bench, silent),
    )
    return "".join(f" {text}" for text in texts if text)


def _granted_alone(bench: Bench, steps: Sequence[int]) -> str:
    """Say which steps have nothing but assumptions to start from."""
    names = Names(bench)
    alone = [names.put(step) for step in steps if not step_account(bench, step).premises]
    rest = "rests" if len(alone) == 1 else "rest"
    return f"{listed(alone, most=_MOST)} {rest} on assumptions alone, and these move nothing." if alone else ""


def _named(names: Names, step: int) -> str:
    found = names.of_map(step)
    if found is not None and found.named:
        return f"{clean(found.id)}, {names.put(step)}"
    return names.put(step)


def why_silent(bench: Bench, steps: Sequence[int], lifters: Sequence[int] = ()) -> str:
    """Say why steps pass nothing on: silent premises, assumptions alone, or they are undercut to nothing."""
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
    texts += filter(None, [_granted_alone(bench, steps)])
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
    return f"{listed(who)} own assertion" if who else "Its own assertion"
