"""A map as pictures and pages see it: restatements are together, and each statement knows what bears on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.analysis import Analysis
    from argmap.model import Citation, Question, Relation, Statement, Step
    from argmap.strength.result import StatementStrength, Strengths
    from argmap.vocabulary import StatementKind


@dataclass(slots=True)
class Proposition:
    """Statements that restate each other (mostly one, alone), shown as one: the first of the text speaks for all.

    `id` and `kind` are those of the first; `citations` tell where it is said, in all its statements.
    """

    statements: tuple[Statement, ...]
    first: Statement
    id: str
    kind: StatementKind
    citations: list[Citation]


@dataclass(frozen=True, slots=True)
class View:
    """A map's propositions in the order of the text, and what leads to what.

    `home` gives the proposition of each statement's id. `steps` are those whose ends are all in the map; `onto` gives
    the steps that end on a proposition (by its id), `undercutting` those that undercut a step (by the step's id),
    `used` the steps in which a proposition (by its id) is a premise or a warrant. `related` gives the relations in
    which a proposition (by its id) stands to others, `numbered` the steps by their ids, `starting` what a step (by its
    id) starts from; `supported` holds the ids of the propositions that a step supports or that something entails.
    `competing` gives the answers to a question (by its id), `answering` holds the ids of them all, `graded` those of
    sources and voices with a grade of reliability.
    """

    analysis: Analysis
    propositions: tuple[Proposition, ...]
    home: dict[str, Proposition]
    steps: tuple[Step, ...]
    onto: dict[str, list[Step]]
    undercutting: dict[str, list[Step]]
    used: dict[str, list[Step]]
    relations: tuple[Relation, ...]
    related: dict[str, list[Relation]]
    numbered: dict[str, Step]
    starting: dict[str, tuple[Proposition, ...]]
    supported: frozenset[str]
    competing: dict[str, list[Proposition]]
    answering: frozenset[str]
    graded: frozenset[str]

    def step(self, identifier: str) -> Step:
        """The step of an id."""
        return self.numbered[identifier]

    def supports(self, proposition: Proposition) -> list[Step]:
        """The steps for it."""
        return [step for step in self.onto.get(proposition.id, ()) if step.kind == "support"]

    def attacks(self, proposition: Proposition) -> list[Step]:
        """The steps against it."""
        return [step for step in self.onto.get(proposition.id, ()) if step.kind == "attack"]

    def uses(self, proposition: Proposition) -> list[Step]:
        """The steps it is a premise or a warrant of."""
        return self.used.get(proposition.id, [])

    def undercuts(self, step: Step) -> list[Step]:
        """The steps that undercut this one."""
        return self.undercutting.get(step.id, [])

    def premises(self, step: Step) -> tuple[Proposition, ...]:
        """What a step starts from, each proposition once, its warrants after its premises."""
        return self.starting[step.id]

    def relations_of(self, proposition: Proposition) -> list[Relation]:
        """The relations it stands in to others."""
        return self.related.get(proposition.id, [])

    def strength(self, proposition: Proposition, reading: Strengths | None) -> StatementStrength | None:
        """Its strength in a reading, or None where the reading was not asked for or does not know it."""
        if reading is not None:
            for statement in proposition.statements:
                found = reading.statements.get(statement.id)
                if found is not None:
                    return found
        return None

    def is_supported(self, proposition: Proposition) -> bool:
        """Tell whether any step supports it, or something entails it."""
        return proposition.id in self.supported

    def answers(self, question: Question) -> list[Proposition]:
        """The hypotheses that compete for a question: those it lists, then those that say they answer it."""
        return self.competing[question.id]


def view_of(analysis: Analysis) -> View:
    """Arrange a map for showing; what refers to something that is not there is left out."""
    found = analysis.map
    propositions = tuple(_together([found.statements[number] for number in group]) for group in _classes(analysis))
    home = {statement.id: each for each in propositions for statement in each.statements}
    steps = _whole(found.steps, home)
    starting: dict[str, tuple[Proposition, ...]] = {}
    onto: dict[str, list[Step]] = {}
    undercutting: dict[str, list[Step]] = {}
    used: dict[str, list[Step]] = {}
    for step in steps:
        if step.kind == "undercut":
            undercutting.setdefault(step.target, []).append(step)
        else:
            onto.setdefault(home[step.target].id, []).append(step)
        premises = {home[name].id: home[name] for name in (*step.premises, *step.warrants)}
        starting[step.id] = tuple(premises.values())
        for name in premises:
            used.setdefault(name, []).append(step)
    relations = tuple(r for r in found.relations if r.kind != "restates" and r.left in home and r.right in home)
    lifted = {name for name, ending in onto.items() if any(step.kind == "support" for step in ending)}
    competing = _competing(found.questions, propositions, home)
    return View(
        analysis=analysis,
        propositions=propositions,
        home=home,
        steps=steps,
        onto=onto,
        undercutting=undercutting,
        used=used,
        relations=relations,
        related=_related(relations, home),
        numbered={step.id: step for step in steps},
        starting=starting,
        supported=frozenset(lifted | {home[r.right].id for r in relations if r.kind == "entails"}),
        competing=competing,
        answering=frozenset(p.id for answers in competing.values() for p in answers),
        graded=frozenset(each.id for each in (*found.sources, *found.voices) if each.get("reliability")),
    )


def _together(statements: list[Statement]) -> Proposition:
    first = statements[0]
    citations = [citation for statement in statements for citation in statement.citations]
    return Proposition(tuple(statements), first, first.id, first.kind, citations)


def _related(relations: Iterable[Relation], home: dict[str, Proposition]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        left, right = home[relation.left], home[relation.right]
        for each in (left, right) if left is not right else ():
            found.setdefault(each.id, []).append(relation)
    return found


def _competing(
    questions: list[Question], propositions: tuple[Proposition, ...], home: dict[str, Proposition]
) -> dict[str, list[Proposition]]:
    """Return the answers to each question: those it lists, then those that say they answer it."""
    found = {
        question.id: {home[name].id: home[name] for name in question.hypotheses if name in home}
        for question in questions
    }
    for each in propositions if found else ():
        for asked in (name for statement in each.statements for name in statement.all_names("answers")):
            if asked in found:
                found[asked].setdefault(each.id, each)
    return {asked: list(answers.values()) for asked, answers in found.items()}


def _classes(analysis: Analysis) -> list[list[int]]:
    known = {statement.id for statement in analysis.map.statements}
    if all(r.left in known and r.right in known for r in analysis.map.relations if r.kind == "restates"):
        return analysis.map.classes()
    return [[number] for number in range(len(analysis.map.statements))]


def _whole(steps: list[Step], home: dict[str, Proposition]) -> tuple[Step, ...]:
    """Leave out steps that start from or end on nothing, and then what undercut them."""
    kept = [step for step in steps if step.premises and all(p in home for p in (*step.premises, *step.warrants))]
    while True:
        names = {step.id for step in kept}
        good = [s for s in kept if s.target in (names if s.kind == "undercut" else home)]
        if len(good) == len(kept):
            return tuple(kept)
        kept = good
