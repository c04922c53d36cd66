"""What no map may say, however its names resolve: that a statement supports itself, or is related to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Label, Mend
from argmap.model import is_named, joined

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.model import Relation, Statement, Step

_BOTH_WAYS = frozenset({"excludes", "contradicts", "restates", "contrasts"})  # the same from either side


def check_laws(work: Work) -> None:
    """Report every breach."""
    for index in range(len(work.loaded.files)):
        _empty(work, index)
    for step in work.map.steps:
        _self_support(work, step)
    seen: dict[tuple[str, str, str], Relation] = {}
    for relation in work.map.relations:
        _relation(work, relation, seen)
    _restatements(work)
    _entailments(work)


def _empty(work: Work, index: int) -> None:
    file = work.loaded.files[index]
    if file.document.items or any(found.where.source is file.source for found in work.loaded.diagnostics):
        return
    where = Label(file.source, 0, 0)
    message = "this file says nothing yet"
    if file.source.text.strip():  # `# Heading`, as Markdown has it
        message = "this file holds only comments: a `#` begins one, and the rest of its line is not read"
    mend = Mend('claim "…"')
    work.diagnostics.append(Diagnostic("L160", message, where, "a statement", (mend,), severity="warning"))


def _self_support(work: Work, step: Step) -> None:
    members = [*step.premises, *step.warrants]
    place = (step.start, step.end)
    twice_named = step.target in members and sum(each.id == step.target for each in work.map.statements) > 1
    if step.kind != "undercut" and step.target in members and not twice_named:  # else which of them is meant was told
        verb = "support" if step.kind == "support" else "attack"
        name = step.target if is_named(step.target) else "this statement"
        mend = Mend("name the one that was meant")
        work.report(step.file, place, "L204", f"{name} cannot {verb} itself", "another statement", mend)
    if len(set(members)) != len(members):
        twice = next(name for position, name in enumerate(members) if name in members[:position])
        message = f"{twice} stands twice among the premises of this step"
        work.report(step.file, place, "L207", message, "each premise once", Mend("leave one of them out"))


def _relation(work: Work, relation: Relation, seen: dict[tuple[str, str, str], Relation]) -> None:
    place = (relation.start, relation.end)
    left, right = relation.left, relation.right
    if left == right:
        message = f"{left} cannot stand in a relation to itself"
        work.report(relation.file, place, "L171", message, "two different statements")
        return
    if relation.kind == "contrasts" and relation.reason is None:
        message = "`contrasts` says that two statements only seem to conflict, or only seem the same, and must say why"
        mend = work.mend(relation.file, relation.end, relation.end, ' "…"')._replace(whole_line=False)
        work.report(relation.file, place, "L172", message, "a text in quotes after the second name", mend)
    if relation.kind in _BOTH_WAYS and right < left:
        left, right = right, left
    known = seen.setdefault((relation.kind, left, right), relation)
    if known is not relation:
        label = Label(work.source(known.file), known.start, known.end, "where it stands first")
        message = "this relation stands above already"
        work.report(relation.file, place, "L173", message, "each relation once", Mend("leave it out"), related=(label,))


def _restatements(work: Work) -> None:
    """A class of restatements may not contain its own reasons, nor exclude itself; its written bases must agree."""
    the_map = work.map
    index = {statement.id: number for number, statement in enumerate(the_map.statements)}
    relations = [relation for relation in the_map.relations if relation.kind == "restates"]
    pairs = [(index[each.left], index[each.right]) for each in relations if each.left in index and each.right in index]
    if not pairs:
        return
    group: dict[str, int] = {}
    for number, members in enumerate(joined(len(the_map.statements), pairs)):
        statements = [the_map.statements[member] for member in members]
        group.update((statement.id, number) for statement in statements)
        _one_base(work, statements)
    for step in the_map.steps:
        _restated_reason(work, step, group)
    for relation in the_map.relations:
        left, right = relation.left, relation.right
        if relation.kind in {"excludes", "contradicts"} and left != right and group.get(left) == group.get(right):
            message = f"{left} restates {right}, and so cannot exclude it"
            place = (relation.start, relation.end)
            work.report(relation.file, place, "L176", message, "either relation, not both")


def _one_base(work: Work, members: list[Statement]) -> None:
    given = [(statement, base) for statement in members if (base := statement.range("base")) is not None]
    for other, base in given[1:]:
        first = given[0][0]
        if base != given[0][1]:
            label = Label(work.source(first.file), first.start, first.end, "the other base")
            message = f"{first.id} and {other.id} restate each other and have different bases"
            place = (other.start, other.end)
            work.report(other.file, place, "L175", message, "one base for one proposition", related=(label,))
            return


def _restated_reason(work: Work, step: Step, group: dict[str, int]) -> None:
    if step.kind == "undercut" or step.target not in group:
        return
    for premise in (*step.premises, *step.warrants):
        if premise != step.target and group.get(premise) == group[step.target]:
            mend = Mend(f'{step.target} contrasts {premise} "…"', "instead of `restates`, if they differ after all")
            message = f"{premise} restates {step.target}, and so cannot be its reason"
            place = (step.start, step.end)
            work.report(step.file, place, "L174", message, "a reason that says something else", mend)


def _entailments(work: Work) -> None:
    """Answers of which at most one is true cannot entail each other."""
    for question in work.map.questions:
        answers = set(question.hypotheses) if question.flag("exclusive") else set()
        for relation in work.map.relations:
            if relation.kind != "entails" or relation.left not in answers or relation.right not in answers:
                continue
            label = Label(work.source(question.file), question.start, question.end, "the question")
            message = (
                f"{relation.left} and {relation.right} are answers of which only one can be true "
                f"({question.id} is exclusive), so neither entails the other"
            )
            mend = Mend("exclusive: no", f"in the question {question.id}")
            place = (relation.start, relation.end)
            wanted = "no `entails` between them, or `exclusive: no`"
            work.report(relation.file, place, "L177", message, wanted, mend, related=(label,))
