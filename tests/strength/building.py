"""Build maps for tests in a few words."""

from argmap.model import (
    ArgumentMap,
    Attribute,
    Citation,
    Range,
    Relation,
    SourceDocument,
    SourceRef,
    Statement,
    Step,
    Voice,
)
from argmap.strength.engine import assess
from argmap.strength.result import Strengths
from argmap.vocabulary import RelationKind, StatementKind, StepKind

Number = float | tuple[float, float]


class Builder:
    """A map under construction. Everything is named by a short id; the text of a statement is its id."""

    def __init__(self) -> None:
        self.map = ArgumentMap()

    def state(
        self,
        name: str,
        kind: StatementKind = "claim",
        base: Number | None = None,
        cite: Citation | list[Citation] | None = None,
        **attributes: object,
    ) -> str:
        found: list[Attribute] = []
        if base is not None:
            low, high = base if isinstance(base, tuple) else (base, base)
            found.append(Attribute("base", Range(low, high)))
        for key, value in attributes.items():
            assert isinstance(value, str | tuple | SourceRef)
            found.append(Attribute("from" if key == "from_" else key, value))
        citations = [cite] if isinstance(cite, Citation) else list(cite or ())
        self.map.statements.append(Statement(id=name, kind=kind, text=name, attributes=found, citations=citations))
        return name

    def claims(self, *names: str, base: Number | None = None) -> None:
        for name in names:
            self.state(name, base=base)

    def assume(self, name: str, base: Number | None = None) -> str:
        return self.state(name, "assumption", base)

    def step(
        self,
        kind: StepKind,
        target: str,
        premises: str,
        weight: str | float | None = None,
        since: str = "",
        name: str | None = None,
        cite: Citation | None = None,
    ) -> str:
        identifier = name or f"_{kind}-{target}-{premises}-{since}-{weight}".replace(" ", "-")
        found = [] if weight is None else [Attribute("weight", weight)]
        self.map.steps.append(
            Step(
                id=identifier,
                kind=kind,
                target=target,
                premises=premises.split(),
                warrants=since.split(),
                attributes=found,
                citations=[cite] if cite else [],
            )
        )
        return identifier

    def because(
        self, target: str, premises: str, weight: str | float | None = None, *, since: str = "", name: str | None = None
    ) -> str:
        return self.step("support", target, premises, weight, since, name)

    def but(
        self, target: str, premises: str, weight: str | float | None = None, *, since: str = "", name: str | None = None
    ) -> str:
        return self.step("attack", target, premises, weight, since, name)

    def unless(
        self, step: str, premises: str, weight: str | float | None = None, *, since: str = "", name: str | None = None
    ) -> str:
        return self.step("undercut", step, premises, weight, since, name)

    def relate(self, left: str, kind: RelationKind, right: str) -> None:
        self.map.relations.append(Relation(kind=kind, left=left, right=right))

    def source(self, name: str, reliability: str = "", noted: SourceRef | None = None, **more: str) -> str:
        found = [Attribute("reliability", reliability)] if reliability else []
        found += [Attribute("noted", noted)] if noted else []
        if "derived" in more:
            found.append(Attribute("derived-from", SourceRef(more["derived"])))
        if "same" in more:
            found.append(Attribute("same-as", more["same"]))
        self.map.sources.append(SourceDocument(id=name, title=name, attributes=found))
        return name

    def voice(self, name: str, reliability: str = "") -> str:
        found = [Attribute("reliability", reliability)] if reliability else []
        self.map.voices.append(Voice(id=name, name=name, attributes=found))
        return name

    @property
    def documented(self) -> Strengths:
        return assess(self.map).documented

    @property
    def granted(self) -> Strengths:
        return assess(self.map).granted

    @property
    def leading(self) -> Strengths:
        return assess(self.map).leading


def strength(found: Strengths, name: str) -> float:
    """Return the strength of a statement that is assessed."""
    value = found.statements[name].strength
    assert value is not None
    return value
