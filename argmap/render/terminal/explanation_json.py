"""An explanation for programs: the same numbers, unrounded, as plain data."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from argmap.render.terminal.explanation import sentences
from argmap.render.wording import Names
from argmap.strength.explaining.attribution import account, step_account
from argmap.strength.explaining.sensitivity import ends, slope
from argmap.writing import json_text

if TYPE_CHECKING:
    from argmap.strength.explaining.attribution import Heard
    from argmap.strength.explaining.bench import Bench
    from argmap.strength.explaining.sensitivity import Swing
    from argmap.strength.explaining.telling import Told
    from argmap.strength.explaining.tree import Row

FORMAT = "argmap-explain/1"


def as_json(pairs: list[tuple[Told, Told]]) -> str:
    """Return explanations, each of a statement in both readings, as JSON."""
    found = {"format": FORMAT, "statements": [_statement(*pair) for pair in pairs]}
    return json_text(found)


def _statement(documented: Told, granted: Told) -> dict[str, Any]:
    first, *others = documented.bench.classes[documented.target]
    return {
        "id": first.id,
        "restatements": [statement.id for statement in others],
        "kind": first.kind,
        "text": first.text,
        "sentences": sentences(documented, granted),
        "documented": _reading(documented),
        "granted": _reading(granted),
    }


def _reading(told: Told) -> dict[str, Any]:
    bench = told.bench
    found: dict[str, Any] = {
        "semantics": bench.semantics.name,
        "unit": "bits" if bench.semantics.in_bits else "push",
        "assessed": bench.assessed(told.target),
        "strength": bench.strengths.statements[bench.classes[told.target][0].id].strength,
        "account": _account(bench, told.target),
        "leading": [{"question": one.question, "leaders": _ids(bench, who)} for one, who in told.leading],
    }
    if told.robustness is None:
        return found
    return found | {
        "tree": [_row(bench, row) for row in told.rows],
        "swings": [_swing(told, one) for one in told.swings],
        "withdrawals": [
            {"kind": one.kind, "id": one.name, "silent": _ids(bench, one.fallen), "strength": one.strengths[0]}
            for one in told.withdrawals
        ],
        "flips": [
            {"question": contest.question, "id": _id(bench, flip.input), "base": flip.base, "at": flip.at}
            | {"rising": flip.rising, "leaders": _ids(bench, flip.instead)}
            for contest, flips in told.flips
            for flip in flips
        ],
        "robustness": {
            "runs": told.robustness.runs,
            "moved": told.robustness.moved,
            "low": told.robustness.low[0],
            "high": told.robustness.high[0],
        },
        "scenarios": dict(told.scenarios),
        "shapley": _shapley(told),
    }


def _swing(told: Told, one: Swing) -> dict[str, Any]:
    low, high = ends(told.bench, one, told.target)
    steep = slope(told.bench, one.input, told.target)
    return {
        "id": _id(told.bench, one.input),
        "kind": one.kind,
        "base": one.base,
        "low": low,
        "high": high,
        "slope": steep,
    }


def _shapley(told: Told) -> dict[str, Any] | None:
    found = told.shapley
    if found is None:
        return None
    each = zip(found.players, found.values, found.errors, strict=True)
    values = [{"id": _id(told.bench, one), "value": value, "error": error} for one, value, error in each]
    return {"orders": found.orders, "silent": found.silent, "values": values}


def _row(bench: Bench, row: Row) -> dict[str, Any]:
    marks = {"again": row.again, "circle": row.circle, "cut": row.cut}
    found: dict[str, Any] = {"depth": row.depth, "is": row.kind, **{name: True for name, on in marks.items() if on}}
    if row.kind == "node":
        return found | {"name": Names(bench).node(row.number)} | _account(bench, row.number)
    if row.kind == "lift":
        return found | {"name": Names(bench).node(row.number), "counted": row.heard}
    step = step_account(bench, row.number)
    return found | {
        "name": Names(bench).step(row.number),
        "counted": row.heard,
        "value": step.value,
        "factor": step.factor,
        "weight": step.weight,
        "passed": step.passed,
        "ceiling": step.ceiling if isfinite(step.ceiling) else None,
        "premises": [
            {"name": Names(bench).node(one.node), "strength": one.strength, "passed": one.passed}
            for one in step.premises
        ],
        "undercut_by": [{"name": Names(bench).step(one.step), "takes": one.bits} for one in step.undercutters],
    }


def _account(bench: Bench, node: int) -> dict[str, Any]:
    found = account(bench, node)
    return {
        "node_strength": found.strength,
        "base": found.base,
        "base_bits": found.base_bits,
        "supports": [_heard(bench, one) for one in found.supports],
        "attacks": [_heard(bench, one) for one in found.attacks],
        "for": found.for_it,
        "against": found.against,
        "say_so": found.say_so,
        "own_word": found.spoken,
        "lift": found.lift,
        "total": found.total,
    }


def _heard(bench: Bench, one: Heard) -> dict[str, Any]:
    return {"name": Names(bench).step(one.step), "bits": one.bits}


def _id(bench: Bench, number: int) -> str:
    return bench.classes[number][0].id


def _ids(bench: Bench, numbers: tuple[int, ...]) -> list[str]:
    return [_id(bench, number) for number in numbers]
