"""The tables of docs/published-matrices.md, made from the published letters by the program.

In the page each stands between `<!-- case: ID -->` (or `<!-- summary -->`) and `<!-- end -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.matrix.readings import RULES, VOTING
from argmap.render.matrices.words import CANNOT, Names, verdict
from tests.matrix.building import CASES, LETTERED, analysed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from argmap.matrix.result import MatrixAnalysis

_PLACE = re.compile(r"(<!-- (?:case: ([\w-]+)|summary) -->\n).*?(<!-- end -->)", re.DOTALL)
_COUNTS = {"I": 1, "II": 2}


def filled(page: str) -> str:
    """Return a page with its tables as they should be."""
    return _PLACE.sub(lambda place: f"{place[1]}{_case(place[2]) if place[2] else _summary()}{place[3]}", page)


def shown(page: str) -> list[str]:
    """Return which cases a page shows."""
    return [place[2] for place in _PLACE.finditer(page) if place[2]]


def by_own_rule(case: Mapping[str, Any]) -> dict[str, float]:
    """Work out a case by the rule it states itself: I 1 and II 2, times the weight of the row."""
    names = [one["id"] for one in case["hypotheses"]]
    return {
        name: round(sum(_COUNTS.get(row["ratings"][name], 0) * row["source_weight"] for row in case["evidence"]), 4)
        for name in names
    }


def order_of(sums: Mapping[str, float]) -> list[str]:
    """Return names from the lowest sum to the highest."""
    return sorted(sums, key=lambda name: sums[name])


def _case(name: str) -> str:
    case, found = CASES[name], analysed(CASES[name])
    names = [one["id"] for one in case["hypotheses"]]
    rows = [*_printed(case), *_own(case), *(_rule(found, rule) for rule in RULES)]
    table = _table(["", *(_head(one) for one in case["hypotheses"]), "leads"], rows)
    assert list(found.ids) == names
    flat = [f"`{row.id}`" for row in found.rows if row.diagnosticity.flat]
    notes = [f"{len(found.rows)} rows from {_source(case['source'])}."]
    if flat:
        notes.append(f"Tells nothing apart: {', '.join(flat)}.")
    notes.append(f"Verdict: {verdict(found.verdict, Names(found))}.")
    return f"\n**{case['title']}**\n\n{table}\n" + " ".join(notes) + "\n\n"


def _source(text: str) -> str:
    """Name a source; addresses on the web stand as code, since some have been moved."""
    return re.sub(r"((?:github\.com|\w+\.github\.io)/\S+)", r"`\1`", text)


def _head(one: Mapping[str, str]) -> str:
    return one["id"] if one["label"].upper() == one["id"] else f"{one['id']}: {one['label']}"


def _printed(case: Mapping[str, Any]) -> Iterable[list[str]]:
    """Give what was printed: sums, an order, or a word on each."""
    told, names = case["published"], [one["id"] for one in case["hypotheses"]]
    if "weighted_inconsistency" in told:
        yield ["printed sums", *(_number(told["weighted_inconsistency"][name]) for name in names), ""]
    order = told.get("order_most_to_least_likely")
    if order:
        yield ["printed place", *(str(order.index(name) + 1) for name in names), f"`{order[0]}`"]
    if "supported" in told:
        words = {name: word for word in ("eliminated", "inconclusive") for name in told.get(word, ())}
        words[told["supported"]] = "supported"
        yield ["printed", *(words.get(name, "–") for name in names), f"`{told['supported']}`"]
    if "open_synthesis_order" in told:
        places = re.findall(r"\((\w+)\)", told["open_synthesis_order"])
        yield ["printed place", *(str(places.index(name) + 1) for name in names), f"`{places[0]}`"]


def _own(case: Mapping[str, Any]) -> Iterable[list[str]]:
    if "recomputed_under_stated_rule" in case["verification"]:
        sums = by_own_rule(case)
        places = order_of(sums)
        yield ["**by its own rule**", *(f"**{_number(value)}**" for value in sums.values()), f"`{places[0]}`"]
        yield ["**place by it**", *(f"**{places.index(name) + 1}**" for name in sums), ""]


def _rule(found: MatrixAnalysis, rule: Any) -> list[str]:
    score = found.together.scores[rule]
    best = max(score.values.values()) if rule == "bits" else 0.0
    cells = [_number(score.values[name] - best) for name in found.ids]
    voice = "" if rule in VOTING else " (no vote)"
    return [f"`{rule}`{voice}", *cells, ", ".join(f"`{name}`" for name in score.leaders)]


def _summary() -> str:
    rows = []
    for name in LETTERED:
        case, found = CASES[name], analysed(CASES[name])
        told = case["published"]
        printed = told.get("supported") or next(iter(told.get("order_most_to_least_likely", ())), None)
        if printed is None and "open_synthesis_order" in told:
            printed = re.findall(r"\((\w+)\)", told["open_synthesis_order"])[0]
        size = f"{len(found.rows)} × {len(found.ids)}"
        leader = f"`{found.verdict.leader}`" if found.verdict.leader else CANNOT
        rows.append([case["title"], size, f"`{printed}`" if printed else "sums only", leader, _remark(case, found)])
    return _table(["matrix", "rows × answers", "printed", "verdict", "remark"], rows)


def _remark(case: Mapping[str, Any], found: MatrixAnalysis) -> str:
    if "recomputed_order" in case["verification"]:
        printed, sums = case["published"]["weighted_inconsistency"], by_own_rule(case)
        wrong = sum(abs(printed[name] - value) > 1e-9 for name, value in sums.items())
        return f"{wrong} of {len(sums)} printed sums are wrong"
    if found.verdict.leader is None:
        return "; ".join(dict.fromkeys(one.doubt for one in found.verdict.reasons))
    return ""


def _number(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", "0"} else text.replace("-", "−")


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "".join(f"{line}\n" for line in lines)
