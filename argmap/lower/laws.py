"""What no map may say, however its names resolve: a statement that supports itself, a relation to itself, and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.diagnostics import Label, Mend
from argmap.model import joined

if TYPE_CHECKING:
    from argmap.lower.work import Work
    from argmap.model import Relation, Statement, Step


def check_laws(work: Work) -> None:
    """Report every breach."""
    for index, file in enumerate(work.loaded.files):
        if not file.document.items and not file.document.unread and not work.loaded.diagnostics:
            work.warn(index, (0, 0), "L160", "this file says nothing yet", "a statement", Mend('claim "…"'))
    for step in work.map.steps:
        _self_support(work, step)
    seen: dict[tuple[str, str, str], Relation] = {}
    for relation in work.map.relations:
        _relation(work, relation, seen)
    _restatements(work)
    _entailments(work)


def _self_support(work: Work, step: Step) -> None:
    members = [*step.premises, *step.warrants]
    if step.kind != "undercut" and step.target in members:
        word = "because" if step.kind == "support" else "but"
        verb = "support" if step.kind == "support" else "attack"
        name = step.target if not step.target.rpartition(".")[2].startswith("_") else "this statement"
        work.report(
            step.file, (step.start, step.end), "L204", f"{name} cannot {verb} itself", "another statement as its reason",
            Mend(f"{word} …", "the reason that was meant"),
        )  # fmt: skip
    if len(set(members)) != len(members):
        twice = next(name for position, name in enumerate(members) if name in members[:position])
        work.report(
            step.file, (step.start, step.end), "L207", f"{twice} stands twice among the premises of this step",
            "each premise once", Mend("leave one of them out"),
        )  # fmt: skip


def _relation(work: Work, relation: Relation, seen: dict[tuple[str, str, str], Relation]) -> None:
    place = (relation.start, relation.end)
    if relation.left == relation.right:
        work.report(
            relation.file,
            place,
            "L171",
            f"{relation.left} cannot stand in a relation to itself",
            "two different statements",
        )
        return
    if relation.kind == "contrasts" and relation.reason is None:
        work.report(
            relation.file, place, "L172", "`contrasts` says that two statements only seem to conflict, or only seem the same, and must say why",
            "a text in quotes after the second name", Mend(work.line_with(relation.file, place[1], place[1], ' "…"')),
        )  # fmt: skip
    left, right = relation.left, relation.right
    if relation.kind not in {"entails", "explains"}:
        left, right = min(left, right), max(left, right)
    known = seen.setdefault((relation.kind, left, right), relation)
    if known is not relation:
        label = Label(work.source(known.file), known.start, known.end, "where it stands first")
        work.report(
            relation.file,
            place,
            "L173",
            "this relation stands above already",
            "each relation once",
            Mend("leave it out"),
            related=(label,),
        )


def _restatements(work: Work) -> None:
    """A class of restatements may not contain its own reasons, nor exclude itself; its written bases must agree."""
    the_map = work.map
    index = {statement.id: number for number, statement in enumerate(the_map.statements)}
    pairs = [(index[r.left], index[r.right]) for r in the_map.relations if r.kind == "restates"]
    if not pairs:
        return
    group: dict[str, int] = {}
    for number, numbers in enumerate(joined(len(the_map.statements), pairs)):
        members = [the_map.statements[member] for member in numbers]
        group |= {member.id: number for member in members}
        _bases_agree(work, members)
    for step in the_map.steps:
        if step.kind != "undercut" and step.target in group:
            _no_restated_reason(work, step, group)
    for relation in the_map.relations:
        if relation.kind in {"excludes", "contradicts"} and group[relation.left] == group[relation.right]:
            work.report(
                relation.file, (relation.start, relation.end), "L176",
                f"{relation.left} restates {relation.right}, and so {relation.kind} cannot hold between them",
                "either relation, not both",
            )  # fmt: skip


def _bases_agree(work: Work, members: list[Statement]) -> None:
    written = [member for member in members if member.range("base") is not None]
    for other in written[1:]:
        first = written[0]
        if other.range("base") != first.range("base"):
            work.report(
                other.file, (other.start, other.end), "L175",
                f"{first.id} and {other.id} restate each other and have different bases", "one base for one proposition",
                related=(Label(work.source(first.file), first.start, first.end, "the other base"),),
            )  # fmt: skip


def _no_restated_reason(work: Work, step: Step, group: dict[str, int]) -> None:
    for premise in (*step.premises, *step.warrants):
        if premise != step.target and group.get(premise) == group[step.target]:
            work.report(
                step.file, (step.start, step.end), "L174",
                f"{premise} restates {step.target}, and so cannot be its reason", "a reason that says something else",
                Mend(f'{step.target} contrasts {premise} "…"', "instead of `restates`, if they differ after all"),
            )  # fmt: skip


def _entailments(work: Work) -> None:
    """Answers of which at most one is true cannot entail each other."""
    for question in work.map.questions:
        if not question.flag("exclusive"):
            continue
        answers = set(question.hypotheses)
        for relation in work.map.relations:
            if relation.kind == "entails" and relation.left in answers and relation.right in answers:
                label = Label(work.source(question.file), question.start, question.end, "the question")
                work.report(
                    relation.file, (relation.start, relation.end), "L177",                     f"{relation.left} and {relation.right} are answers of which only one can be true ({question.id} is exclusive), so neither entails the other",
                    "no `entails` between them, or `exclusive: no`", Mend("exclusive: no", f"in the question {question.id}"), related=(label,),
                )  # fmt: skip
