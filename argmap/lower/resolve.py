"""Second pass: names get their meaning, attributes their values, matrices and scenarios their shape."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from argmap.diagnostics import Label, Mend
from argmap.lower.citations import read_citation
from argmap.lower.names import find, make_visible, name_in, perhaps_unread
from argmap.lower.scenarios import read_scenario
from argmap.lower.tables import read_matrix
from argmap.lower.values import read_attribute
from argmap.model import Step
from argmap.syntax.texts import text_of
from argmap.vocabulary import ANY_STATEMENT, ATTRIBUTES, KEYWORDS, STEPS

if TYPE_CHECKING:
    from argmap.lower.work import PendingAttribute, Symbol, Work
    from argmap.syntax.lexer import Token
    from argmap.vocabulary import AttributeSpec

_LINK = re.compile(r"\]\(#([^)\s]*)\)")
# What people write for an attribute; where there are several, the first that can stand there.
_MEANT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("year", "published", "day"), ("date", "when")),
    **dict.fromkeys(("link", "website", "href", "address"), ("url",)),
    **dict.fromkeys(("type", "sort"), ("kind",)),
    **dict.fromkeys(("rating", "grade", "quality", "trust"), ("reliability", "credibility")),
    **dict.fromkeys(("comment", "remark", "description", "notes"), ("note",)),
    **dict.fromkeys(("source", "citation", "reference", "ref"), ("cite", "derived-from")),
    **dict.fromkeys(("probability", "chance", "odds"), ("prior", "likelihood")),
    **dict.fromkeys(("strength", "score"), ("base", "weight")),
    **dict.fromkeys(("importance", "priority"), ("relevance",)),
    **dict.fromkeys(("certainty",), ("confidence",)),
    **dict.fromkeys(("label", "short"), ("title",)),
    **dict.fromkeys(("tag", "labels", "keywords"), ("tags",)),
    **dict.fromkeys(("language",), ("lang",)),
}
# What stands elsewhere, and how it is written there.
_ELSEWHERE: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("quote", "quotation"), ("quoted words end a citation", '`cite: SOURCE par22 "words"`')),
    **dict.fromkeys(("page", "pages", "par", "paragraph"), ("a place stands in a citation", "`cite: SOURCE p7`")),
    **dict.fromkeys(("id", "name"), ("a name stands after the kind of thing", '`claim name "…"`')),
    "text": ("a text stands after the kind and the name", '`claim name "…"`'),
}
_SHOWN = 6  # of the attributes a thing may have, in a message


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
        if None in step.premises:
            step.premises = list(filter(None, step.premises))
        if None in step.warrants:
            step.warrants = list(filter(None, step.warrants))


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
    what = kind if kind == "evidence" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    related: tuple[Label, ...] = ()
    mends = []
    if len(steps) == 1:
        only = steps[0]
        known = f"the only step to {token.value}, " + (only.id if only.named else "without a name")
        related = (Label(work.source(only.file), only.start, only.end, known),)
        mends.append(_with_the_step(work, file, token, only))
    if word == "unless":
        after = work.source(file).text.index(word, token.end)
        mends.append(work.mend(file, after, after + len(word), "but", "if it attacks the claim itself"))
    message = f"`{word}` {verb} a step, and {token.value} is {what}"
    work.report(file, token, "L132", message, "the name of a step, given with `as`", *mends, related=related)
    return None


def _with_the_step(work: Work, file: int, token: Token, only: Step) -> Mend:
    if only.named:
        return work.mend(file, token.start, token.end, only.id)
    source = work.source(only.file)
    line = source.text[only.start : source.line_end(only.start)].strip()
    name = re.sub(r"\W+", "-", token.value) + "-step"
    return Mend(f"{line} as {name}     then: {work.line_with(file, token.start, token.end, name)}")


def _resolve_relations(work: Work) -> None:
    kept = []
    for node, file, relation in work.relations:
        left = find(work, file, node.left, ("statement",), f"`{relation.kind}`")
        right = find(work, file, node.right, ("statement",), f"`{relation.kind}`")
        if left is not None and right is not None:
            relation.left, relation.right = left.id, right.id
            kept.append(relation)
    work.map.relations = kept


def _resolve_attributes(work: Work) -> None:
    for pending in work.attributes:
        key = pending.node.key.value[:-1]
        spec = ATTRIBUTES.get(key)
        if spec is None:
            if pending.what:
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
    small = key.lower().replace("_", "-")
    if small in ATTRIBUTES:
        better = f"{small}:"
        message = "the words of the language are written small" if key != key.lower() else "words are joined with `-`"
        mend = work.mend(file, token.start, token.end, better)
        work.report(file, token, "L108" if key != key.lower() else "L106", message, f"`{better}`", mend)
        return
    if small in _MEANT:
        meant = next((word for word in _MEANT[small] if pending.target in ATTRIBUTES[word].on), "")
        if meant:
            message = f"`{key}:` is not an attribute of the language; that is `{meant}:`"
            mend = work.mend(file, token.start, token.end, f"{meant}:")
            work.report(
                file, token, "L106", message, f"`{meant}: {ATTRIBUTES[meant].example.partition(': ')[2]}`", mend
            )
            return
    if small in _ELSEWHERE:
        message = f"`{key}:` is not an attribute of the language; {_ELSEWHERE[small][0]}"
        work.report(file, token, "L106", message, _ELSEWHERE[small][1])
        return
    if _word_with_colon(work, pending, small):
        return
    fitting = [spec.key for spec in ATTRIBUTES.values() if pending.target in spec.on]
    near = [small[:-1]] if small[:-1] in fitting else work.nearby(small, fitting, 2, 0.6)
    shown = ", ".join(f"`{name}:`" for name in fitting[:_SHOWN])
    mends = [work.mend(file, token.start, token.end, f"{name}:") for name in near]
    if near and pending.node.values:  # what stands there may be of another shape
        mends = [mend._replace(whole_line=False) for mend in mends] if len(near) > 1 else mends
    message = f"`{key}:` is not an attribute of the language"
    wanted = f"an attribute of {_article(pending.target)} ({shown} …)"
    work.report(file, token, "L106", message, wanted, *(mends or [Mend('note: "…"', "for a remark of any kind")]))


def _word_with_colon(work: Work, pending: PendingAttribute, small: str) -> bool:
    """Report `because: …`, `evidence: …`, `reasons: …`: a word that begins a move, or was meant as one."""
    from argmap.syntax.faults.meanings import in_place_of  # only a map with a slip in it pays for it

    meaning, word = in_place_of(small)
    word = word or small
    kind = KEYWORDS.get(word)
    if kind not in {"MOVE", "SINCE", "UNLESS"} and (kind != "KIND" or pending.target not in ANY_STATEMENT):
        return False
    code, message = "L123", f"`{small}` is a word of the language and no attribute, so it has no colon"
    if kind == "KIND":
        message = f"`{small}` is a word of the language and no attribute; what a claim stands on follows `because`"
        word = f"because {word}"
    if meaning or small not in KEYWORDS:
        code, message = "L106", f"`{small}:` is not an attribute of the language{f'; {meaning}' if meaning else ''}"
    node, file = pending.node, pending.file
    start, end = node.key.start, node.end
    said = work.source(file).text[node.key.end : end].strip()
    bare = said and not any(sign in said for sign in '"[]{}')
    mend = work.mend(file, start, end, f'{word} "{said}"' if bare else f"{word} {said}".rstrip())
    if not said or said.startswith("["):
        mend = mend._replace(text=f'{word} "…"', whole_line=False)
    work.report(file, node.key, code, message, f'`{word} "…"`', mend)
    return True


def _misplaced(work: Work, pending: PendingAttribute, spec: AttributeSpec) -> None:
    file, node = pending.file, pending.node
    text = work.source(file).text[node.key.start : node.end]
    fitting = ", ".join(f"`{known.key}:`" for known in ATTRIBUTES.values() if pending.target in known.on)
    mends = []
    if "step" in spec.on and pending.target in ANY_STATEMENT:
        mends = [Mend(f"because … as name {{ {text} }}", "on the step that leads from here or to here")]
        if pending.bare is not None:
            end = pending.bare.end
            mends = [work.mend(file, end, end, " as", "if it tells of the step")]
    elif "claim" in spec.on and pending.target in STEPS:
        mends = [Mend(f"… {{ {text} }}", "right after the premise, without `as`, if it describes the premise")]
    elif spec.key == "title" and pending.target in {"source", "map", "voice", "question"}:
        title = text.partition(":")[2].strip()
        mends = [
            Mend(
                f"{pending.target} {title}" if pending.target == "map" else f"{pending.target} name {title}",
                "its title stands after its name",
            )
        ]
    elif "source" in spec.on:
        mends = [Mend(f'source name "…" {{ {text} }}')]
    elif "map" in spec.on:
        mends = [Mend(f"map {{ {text} }}")]
    about = re.split("[;:]", spec.meaning)[0]
    message = f"`{spec.key}:` is for {_holders(spec)} ({about}), and this block belongs to {pending.what}"
    wanted = f"attributes of {_article(pending.target)} ({_first_few(fitting)})"
    work.report(file, node.key, "L140", message, wanted, *mends)


def _holders(spec: AttributeSpec) -> str:
    """Say on what an attribute stands, as the language's reference does."""
    names = [] if not set(spec.on).issuperset(ANY_STATEMENT) else ["statements"]
    if not names and "hypothesis" in spec.on:
        names = ["hypotheses"]
    steps = [target for target in STEPS if target in spec.on]
    names += ["steps"] if steps else []
    plural = {"source": "sources", "voice": "voices", "question": "questions", "map": "the map"}
    names += [plural[target] for target in plural if target in spec.on]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _first_few(fitting: str) -> str:
    few = fitting.split(", ")
    return ", ".join(few[:_SHOWN]) + (" …" if len(few) > _SHOWN else "")


def _article(target: str) -> str:
    words = {"undercut": "an `unless`", "evidence": "evidence", "map": "the map"}
    return words.get(target) or f"{'an' if target[0] in 'aeiou' else 'a'} {target}"


def _check_texts(work: Work) -> None:
    """A name in quotes is a text of one word; a link in a text must lead somewhere."""
    for token, file in work.bare_words:
        symbol = work.visible[file].get(unicodedata.normalize("NFC", text_of(token)))
        if symbol is not None and symbol.kind == "statement":
            message = f"in quotes this is a new text, and {text_of(token)} is the name of a statement"
            mend = work.mend(file, token.start, token.end, name_in(work, file, symbol))
            related = (work.label(symbol, "where it is defined"),)
            wanted = "a name without quotes, or other words"
            work.report(file, token, "L205", message, wanted, mend, related=related)
    for token, file in work.links:
        for link in _LINK.finditer(token.value):
            name = unicodedata.normalize("NFC", link[1])
            if name not in work.visible[file] and not perhaps_unread(work, file, name):
                place = (token.start + link.start(1), token.start + link.end(1))
                mends = [work.mend(file, *place, name) for name in work.nearby(name, work.visible[file], 1, 0.6)]
                message = f"this link leads to `{link[1]}`, and nothing is called that"
                work.report(file, place, "L206", message, "the name of a statement after `#`", *mends)
