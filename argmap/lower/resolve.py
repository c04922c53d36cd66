"""Second pass: names get their meaning, attributes their values, matrices and scenarios their shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Label, Mend
from argmap.lower.citations import read_citation
from argmap.lower.names import find, make_visible, name_in
from argmap.lower.scenarios import read_scenario
from argmap.lower.tables import read_matrix
from argmap.lower.values import read_attribute
from argmap.model import Step
from argmap.near import near as near_words
from argmap.syntax.texts import text_of
from argmap.vocabulary import ATTRIBUTES

if TYPE_CHECKING:
    from argmap.lower.work import PendingAttribute, Symbol, Work
    from argmap.syntax.lexer import Token
    from argmap.vocabulary import AttributeSpec

_LINK = re.compile(r"\]\(#([^)\s]*)\)")


def resolve(work: Work) -> None:
    """Resolve everything that was left open."""
    make_visible(work)
    _resolve_premises(work)
    _resolve_subjects(work)
    _resolve_relations(work)
    for section, token, file in work.sections:
        symbol = find(work, file, token, ("source",), "`section … of`")
        section.source = symbol.id if symbol is not None else None
    _resolve_attributes(work)
    for file, matrix in work.matrices:
        read_matrix(work, file, matrix)
    for file, scenario in work.scenarios:
        read_scenario(work, file, scenario)
    _check_texts(work)


def _resolve_premises(work: Work) -> None:
    visible = work.visible
    for reference in work.references:
        symbol = visible[reference.file].get(reference.token.value)
        if symbol is None or symbol.kind != "statement":
            symbol = find(work, reference.file, reference.token, ("statement",), f"`{reference.role}`")
        if symbol is not None:
            reference.into[reference.index] = symbol.id
    for step in work.map.steps:  # what could not be resolved has been reported
        _drop_unresolved(step.premises)
        _drop_unresolved(step.warrants)


def _drop_unresolved(names: list[Any]) -> None:
    if None in names:
        names[:] = [name for name in names if name is not None]


def _resolve_subjects(work: Work) -> None:
    for token, file, step in work.subjects:
        if step.kind != "undercut":
            symbol = find(work, file, token, ("statement",), f"`{'because' if step.kind == 'support' else 'but'}`")
        else:
            symbol = _step_named(work, file, token, "unless", step)
        step.target = symbol.id if symbol is not None else ""
    for token, file, warrants in work.late_warrants:
        symbol = _step_named(work, file, token, "since", None)
        if symbol is not None and isinstance(symbol.entity, Step):
            symbol.entity.warrants += [warrant for warrant in warrants if warrant is not None]


def _step_named(work: Work, file: int, token: Token, word: str, undercut: Step | None) -> Symbol | None:
    symbol = work.visible[file].get(token.value)
    if symbol is None or symbol.kind != "statement":
        return find(work, file, token, ("step",), f"`{word}`")
    verb = "undercuts" if word == "unless" else "licenses"
    steps = [
        step for step in work.map.steps if step.target == symbol.id and step is not undercut and step.kind != "undercut"
    ]
    kind = getattr(symbol.entity, "kind", "statement")
    article = "an" if kind[0] in "aeiou" else "a"
    related: tuple[Label, ...] = ()
    mends = []
    if len(steps) == 1:
        only = steps[0]
        source = work.source(only.file)
        if only.named:
            related = (Label(source, only.start, only.end, f"the only step to {token.value}, {only.id}"),)
            mends.append(Mend(work.line_with(file, token.start, token.end, only.id)))
        else:
            related = (Label(source, only.start, only.end, f"the only step to {token.value}, without a name"),)
            line_end = source.text.find("\n", only.start)
            line = source.text[only.start : line_end if line_end >= 0 else None].strip()
            name = re.sub(r"\W+", "-", token.value) + "-step"
            mends.append(Mend(f"{line} as {name}     then: {work.line_with(file, token.start, token.end, name)}"))
    if word == "unless":
        rest = work.line_with(file, token.start, token.end, token.value).replace(" unless ", " but ", 1)
        mends.append(Mend(rest, "if it attacks the claim itself"))
    work.report(
        file, token, "L132", f"`{word}` {verb} a step, and {token.value} is {article} {kind}",
        "the name of a step, given with `as`", *mends, related=related,
    )  # fmt: skip
    return None


def _resolve_relations(work: Work) -> None:
    for node, file, relation in work.relations:
        left = find(work, file, node.left, ("statement",), f"`{relation.kind}`")
        right = find(work, file, node.right, ("statement",), f"`{relation.kind}`")
        relation.left = left.id if left is not None else ""
        relation.right = right.id if right is not None else ""
    work.map.relations = [relation for relation in work.map.relations if relation.left and relation.right]


def _resolve_attributes(work: Work) -> None:
    for pending in work.attributes:
        key = pending.node.key.value[:-1]
        spec = ATTRIBUTES.get(key)
        if spec is None:
            _unknown_attribute(work, pending, key)
        elif pending.target not in spec.on:
            if pending.what:  # else the head of the block could not be read, and it may have been the right one
                _misplaced(work, pending, spec)
        elif spec.shape == "cite":
            citation = read_citation(work, pending)
            if citation is not None and pending.citations is not None:
                pending.citations.append(citation)
        elif not spec.many and any(given.key == key for given in pending.attributes):
            work.report(
                pending.file, pending.node.key, "L121", f"`{key}:` is given twice for {pending.what}",
                f"one `{key}:`", Mend("leave one of them out"),
            )  # fmt: skip
        else:
            attribute = read_attribute(work, pending.file, pending.node, spec, pending.target)
            if attribute is not None:
                pending.attributes.append(attribute)


def _unknown_attribute(work: Work, pending: PendingAttribute, key: str) -> None:
    token, file = pending.node.key, pending.file
    if key.lower() in ATTRIBUTES:
        work.report(
            file, token, "L108", "the words of the language are written small", f"`{key.lower()}:`",
            Mend(work.line_with(file, token.start, token.end, f"{key.lower()}:")),
        )  # fmt: skip
        return
    fitting = [spec.key for spec in ATTRIBUTES.values() if pending.target in spec.on]
    near = near_words(key.lower().replace("_", "-"), fitting, 2, 0.6)
    shown = ", ".join(f"`{name}:`" for name in fitting[:6])
    mends = [Mend(work.line_with(file, token.start, token.end, f"{name}:")) for name in near]
    if not mends:
        mends = [Mend('note: "…"', "for a remark of any kind")]
    work.report(
        file,
        token,
        "L106",
        f"`{key}:` is not an attribute of the language",
        f"an attribute of {_article(pending.target)} ({shown} …)",
        *mends,
    )


def _misplaced(work: Work, pending: PendingAttribute, spec: AttributeSpec) -> None:
    file, node = pending.file, pending.node
    text = work.source(file).text[node.key.start : node.end]
    fitting = [known.key for known in ATTRIBUTES.values() if pending.target in known.on]
    mends = []
    if "step" in spec.on and pending.target in {"claim", "assumption", "hypothesis", "evidence"}:
        mends = [Mend(f"because … as name {{ {text} }}", "on the step that leads from here or to here")]
        if pending.what.startswith("the text "):
            line = work.line_with(file, node.key.start, node.end, text)
            mends = [Mend(re.sub(r'"\s*\{', '" as name {', line, count=1))]
    elif "claim" in spec.on and pending.target == "step":
        mends = [Mend(f"… {{ {text} }}", "right after the premise, without `as`, if it describes the premise")]
    elif "source" in spec.on:
        mends = [Mend(f'source name "…" {{ {text} }}')]
    work.report(
        file, node.key, "L140",         f"`{spec.key}:` tells {re.split('[;:]', spec.meaning)[0]}, and this block belongs to {pending.what}",
        f"attributes of {_article(pending.target)} ({', '.join(f'`{key}:`' for key in fitting[:5])} …)", *mends,
    )  # fmt: skip


def _article(target: str) -> str:
    words = {"undercut": "an `unless`", "evidence": "evidence", "map": "the map"}
    return words.get(target) or f"{'an' if target[0] in 'aeiou' else 'a'} {target}"


def _check_texts(work: Work) -> None:
    """A name in quotes is a text of one word; a link in a text must lead somewhere."""
    for token, file in work.bare_words:
        symbol = work.visible[file].get(text_of(token))
        if symbol is not None and symbol.kind == "statement":
            work.report(
                file, token, "L205", f"in quotes this is a new text, and {text_of(token)} is the name of a statement",
                "a name without quotes, or other words", Mend(work.line_with(file, token.start, token.end, name_in(work, file, symbol))),
                related=(work.label(symbol, "where it is defined"),),
            )  # fmt: skip
    for token, file in work.links:
        for link in _LINK.finditer(token.value):
            if link[1] not in work.visible[file]:
                near = near_words(link[1], work.visible[file], 1, 0.6)
                place = (token.start + link.start(1), token.start + link.end(1))
                work.report(file, place, "L206", f"this link leads to `{link[1]}`, and nothing is called that",
                            "the name of a statement after `#`", *(Mend(f"](#{name})") for name in near))  # fmt: skip
