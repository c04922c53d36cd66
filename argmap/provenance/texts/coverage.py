"""Which passages of each document a map holds, which it skips with what reason, and which are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.model import expand
from argmap.provenance.catalogue import catalogue
from argmap.provenance.texts.verified import Verified, taken_from, verified_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.model import ArgumentMap, Citation, SourceDocument
    from argmap.provenance.texts.document import Document, Documents, Passage

State = Literal["mapped", "skipped", "left"]
Checked = Literal["same", "changed", "map-changed", "unseen", ""]
_FIRST = 12  # words by which a passage is known


class Part(NamedTuple):
    """A paragraph or a note, and what the map makes of it.

    Attributes:
        name: Its locator: "par22", "n33".
        section: The heading above it, or "".
        begins: Its first words; "" where the text is not at hand.
        words: How many words it has; 0 where the text is not at hand.
        line: The line of the document's file on which it begins; 0 where the text is not at hand.
        statements: Ids of the statements that cite it, in order; for a note also of those that cite a paragraph with
            it by name.
        steps: How many steps cite it.
        sources: Ids of the sources that a note names (`noted:`).
        untouched: Ids of statements that only hold a copy of it (`untouched: yes`): they do not make it mapped.
        skipped: Why it is skipped ("" for no reason); None where it is not skipped.
    """

    name: str
    section: str = ""
    begins: str = ""
    words: int = 0
    line: int = 0
    statements: tuple[str, ...] = ()
    steps: int = 0
    sources: tuple[str, ...] = ()
    untouched: tuple[str, ...] = ()
    skipped: str | None = None

    @property
    def state(self) -> State:
        """Whether it is mapped, skipped, or left: what is cited is mapped, even if it is to be skipped."""
        if self.statements or self.steps or self.sources:
            return "mapped"
        return "left" if self.skipped is None else "skipped"

    @property
    def opening(self) -> str:
        """Its first words, with an ellipsis where more follow."""
        return self.begins + (" …" if self.words > len(self.begins.split()) else "")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a map holds of one document.

    Attributes:
        sources: The document under all its names (`same-as:`), in order.
        paragraphs: Its paragraphs, in order. Where the text is not at hand only those that the map names.
        notes: Its notes, in order, likewise.
        elsewhere: Ids of statements that cite it without naming a paragraph or a note.
        document: The text, or None where it is not at hand.
        taken: The digest of all that the map takes from it.
        verified: When the map was checked against the text, as it says.
        checked: What became of that: the text is the "same", or has "changed"; "map-changed": the map takes other
            things from it than were checked; "unseen": the text is not at hand; "" where nothing was kept.
    """

    sources: tuple[SourceDocument, ...]
    paragraphs: tuple[Part, ...]
    notes: tuple[Part, ...]
    elsewhere: tuple[str, ...] = ()
    document: Document | None = None
    taken: str = ""
    verified: Verified | None = None
    checked: Checked = ""

    @property
    def source(self) -> SourceDocument:
        """The document under the first of its names."""
        return self.sources[0]

    @property
    def dated(self) -> SourceDocument:
        """The document under the name at which `verified:` stands, else under the first."""
        return next((source for source in self.sources if source.get("verified") is not None), self.source)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the document."""
        return tuple(source.id for source in self.sources)

    def count(self, state: State) -> int:
        """Return how many paragraphs are in a state."""
        return sum(part.state == state for part in self.paragraphs)

    @property
    def untouched(self) -> int:
        """How many of the paragraphs that are left a statement only holds a copy of."""
        return sum(part.state == "left" and bool(part.untouched) for part in self.paragraphs)

    @property
    def share(self) -> float | None:
        """Return the share of its paragraphs, less those that are skipped, that are mapped; None where not known."""
        wanted = len(self.paragraphs) - self.count("skipped")
        return self.count("mapped") / wanted if self.document is not None and wanted else None

    @property
    def density(self) -> float | None:
        """Return how many statements a mapped paragraph has, on average; None where none is mapped."""
        mapped = [len(part.statements) for part in self.paragraphs if part.state == "mapped"]
        return sum(mapped) / len(mapped) if mapped else None


def coverage(argument_map: ArgumentMap, documents: Documents | None = None) -> tuple[Coverage, ...]:
    """Return what a map holds of each document that it cites, or whose text is at hand, in the order of its sources."""
    same = catalogue(argument_map).same
    texts = documents.texts if documents is not None else {}
    cited = _cited(argument_map, same)
    groups: dict[str, list[SourceDocument]] = {}
    for source in argument_map.sources:
        groups.setdefault(same[source.id], []).append(source)
    found = []
    for name, group in groups.items():
        document = next((texts[each.id] for each in group if each.id in texts), None)
        if document is not None or name in cited:
            found.append(_covered(argument_map, group, document, cited.get(name, _Cited({}, {}, {}, []))))
    return tuple(found)


def runs(names: Iterable[str]) -> list[str]:
    """Return locators as one writes them, runs of them as one: par1, par2, par3, par7 are "par1-3" and "par7"."""
    found: list[list[str]] = []
    for name in names:
        if found and _follows(found[-1][-1], name):
            found[-1].append(name)
        else:
            found.append([name])
    return [run[0] if len(run) == 1 else f"{run[0]}-{run[-1].lstrip('parn')}" for run in found]


def _follows(last: str, name: str) -> bool:
    unit = name.rstrip("0123456789")
    numbers = name[len(unit) :], last[len(unit) :]
    return last.startswith(unit) and all(map(str.isdecimal, numbers)) and int(numbers[0]) == int(numbers[1]) + 1


class _Cited(NamedTuple):
    """Who cites what in one document: statements and steps by locator, and statements that name no such place."""

    statements: dict[str, dict[str, None]]
    untouched: dict[str, dict[str, None]]
    steps: dict[str, int]
    elsewhere: list[str]


def _cited(argument_map: ArgumentMap, same: dict[str, str]) -> dict[str, _Cited]:
    found: dict[str, _Cited] = {}
    for statement in argument_map.statements:
        for citation in statement.citations:
            cited = found.setdefault(same[citation.source], _Cited({}, {}, {}, []))
            names = _names(citation)
            of_kind = cited.untouched if statement.flag("untouched") else cited.statements
            for name in names:
                of_kind.setdefault(name, {})[statement.id] = None
            if not names and statement.id not in cited.elsewhere:
                cited.elsewhere.append(statement.id)
    for step in argument_map.steps:
        for citation in step.citations:
            cited = found.setdefault(same[citation.source], _Cited({}, {}, {}, []))
            for name in _names(citation):
                cited.steps[name] = cited.steps.get(name, 0) + 1
    return found


def _names(citation: Citation) -> list[str]:
    return [f"par{name}" for name in citation.paragraphs] + [f"n{number}" for number in citation.notes]


def _covered(
    argument_map: ArgumentMap, group: list[SourceDocument], document: Document | None, cited: _Cited
) -> Coverage:
    ids = [source.id for source in group]
    skipped = _skipped(group)
    noted = _noted(argument_map, ids)
    if document is not None:
        passages = [*document.paragraphs, *document.notes]
        parts = [_part(passage, document, cited, skipped, noted) for passage in passages]
    else:
        names = dict.fromkeys([*cited.statements, *cited.untouched, *cited.steps, *skipped, *noted])
        bare = [_bare(name, cited, skipped, noted) for name in names if name.startswith(("par", "n"))]
        parts = sorted(bare, key=lambda part: _rank(part.name))
    dated = next((source for source in group if source.get("verified") is not None), None)
    verified = verified_of(dated) if dated is not None else None
    taken = taken_from(argument_map, ids)
    # A source that several maps import was verified with one of them: what the others take from it is another matter.
    comparable = dated is not None and dated.file == 0 and any(part.statements or part.steps for part in parts)
    return Coverage(
        tuple(group),
        tuple(part for part in parts if part.name.startswith("par")),
        tuple(part for part in parts if part.name.startswith("n")),
        tuple(cited.elsewhere),
        document,
        taken,
        verified,
        _checked(document, verified, taken if comparable else ""),
    )


def _bare(name: str, cited: _Cited, skipped: dict[str, str], noted: dict[str, list[str]]) -> Part:
    return Part(
        name,
        statements=tuple(cited.statements.get(name, ())),
        steps=cited.steps.get(name, 0),
        sources=tuple(noted.get(name, ())),
        untouched=tuple(cited.untouched.get(name, ())),
        skipped=skipped.get(name),
    )


def _part(
    passage: Passage, document: Document, cited: _Cited, skipped: dict[str, str], noted: dict[str, list[str]]
) -> Part:
    text = document.source.text
    words = [word for start, end in passage.spans for word in text[start:end].split()]
    return _bare(passage.name, cited, skipped, noted)._replace(
        section=passage.section,
        begins=" ".join(words[:_FIRST]),
        words=len(words),
        line=document.source.position(passage.spans[0][0]).line,
    )


def _skipped(group: Iterable[SourceDocument]) -> dict[str, str]:
    """Return the passages to skip, each with its reason."""
    found: dict[str, str] = {}
    for source in group:
        for given in source.all("skip"):
            for locator in given.value if isinstance(given.value, tuple) else ():
                unit = "par" if str(locator).startswith("par") else str(locator)[:1]
                for name in expand(str(locator)[len(unit) :]):
                    found.setdefault(unit + name, given.reason or "")
    return found


def _noted(argument_map: ArgumentMap, ids: list[str]) -> dict[str, list[str]]:
    """Return the sources that notes of a document name."""
    found: dict[str, list[str]] = {}
    for source in argument_map.sources:
        for place in source.places("noted"):
            if place.source in ids:
                for locator in place.locators:
                    for number in expand(locator[1:]) if locator[0] == "n" else ():
                        found.setdefault(f"n{int(number)}", []).append(source.id)
    return found


def _checked(document: Document | None, verified: Verified | None, taken: str) -> Checked:
    if verified is None or not verified.text:
        return ""
    if document is not None and not document.digest.startswith(verified.text):
        return "changed"
    if taken and verified.map and not taken.startswith(verified.map):
        return "map-changed"
    return "same" if document is not None else "unseen"


def _rank(name: str) -> tuple[bool, int, str]:
    """Order locators: paragraphs before notes, by number, letters after the numbers."""
    number = name.lstrip("parn")
    return name.startswith("n"), int(number) if number.isdigit() else 1_000_000, name
