"""A draft as a skeleton of its map: a section for each heading, a claim for each paragraph, and a table of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from argmap.formats.sentences import first_sentence, one_line
from argmap.provenance.texts.coverage import runs
from argmap.provenance.texts.splitting import blocks, notes, paragraphs
from argmap.provenance.texts.table import COLUMNS, read_table
from argmap.source import Source
from argmap.syntax.phrases import text as quoted
from argmap.vocabulary import RESERVED

if TYPE_CHECKING:
    from argmap.provenance.texts.document import Passage

_ID = "draft"
_FIRST_WORDS = 6
_NOTE_MARK = re.compile(r"\[\^(\d{1,4})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TELLING = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*|[^\W\d_]+(?:-[^\W\d_]{3,})+")
# Words that say little of what a claim is about; verbs by which texts say that somebody says a thing are among them.
_FILLERS = frozenset({
    "about", "above", "across", "after", "again", "against", "all", "almost", "also", "although", "always", "among", "and",
    "another", "any", "are", "argue", "argued", "argues", "because", "been", "before", "being", "believe", "believes",
    "below", "between", "both", "but", "can", "cannot", "claim", "claimed", "claims", "could", "did", "does", "doing",
    "down", "during", "each", "either", "enough", "even", "ever", "every", "few", "first", "for", "from", "had", "has",
    "have", "having", "hence", "her", "here", "him", "his", "how", "however", "indeed", "into", "its", "itself", "just",
    "last", "less", "let", "like", "made", "make", "makes", "many", "may", "might", "more", "moreover", "most", "much",
    "must", "neither", "nevertheless", "nor", "not", "nothing", "now", "off", "often", "once", "one", "only", "other",
    "others", "our", "out", "over", "own", "per", "perhaps", "propose", "proposed", "proposes", "rather", "said", "same",
    "say", "says", "second", "seem", "seems", "several", "she", "should", "since", "some", "still", "such", "suggest",
    "suggests", "than", "that", "the", "their", "them", "then", "there", "therefore", "these", "they", "think", "thinks",
    "third", "this", "those", "though", "through", "thus", "told", "too", "two", "under", "unless", "until", "upon", "very",
    "was", "well", "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "within", "without", "would", "yes", "yet", "you", "your",
})  # fmt: skip
_WORDS_OF_ID = 2
_HEAD = """\
# The argument of {file}, to be filled in.
#
# Each claim holds the first sentence of its paragraph. Put it in your own words: what does the paragraph claim? Strike
# `untouched: yes` out when that is done. Then say what stands on what, inside a claim's braces:
#     because NAME        a reason, by the name of another claim, or as a new "text"
#     but NAME            an objection
# What is no claim goes: strike it out, and let the source skip its paragraph (`skip: par4 "an aside"`).
# `argmap todo` lists what is left to do, `argmap coverage` which paragraphs have a claim.

"""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text of a map, the text of the table of paragraphs ("" where blank lines do as well), and what is in them."""

    map: str
    table: str
    paragraphs: int
    sections: int


def skeleton(draft: Source, *, file: str, table: str, markdown: bool) -> Skeleton:
    """Make the skeleton of the map of a draft.

    Args:
        draft: The draft.
        file: How the map names it: a path from the map.
        table: How the map names the table of its paragraphs.
        markdown: Whether it is Markdown; else it is plain text.
    """
    _, end = notes(draft.text)
    parts = paragraphs(draft.text, end, markdown=markdown)
    rows = _table(draft, parts)
    usable = not read_table(Source(table, rows), (_ID,), draft)[1]
    title = _title(draft, file, end, markdown=markdown)
    lines = [_HEAD.format(file=" ".join(file.split())), f"map {_text(title)}\n\n", f"source {_ID} {_text(title)} {{\n"]
    lines += ["    kind: draft\n", f"    file: {_text(file)}\n"]
    lines += [f"    paragraphs: {_text(table)}\n"] if usable else []
    asides = {part.name: aside for part in parts if (aside := _aside(_words(draft, part)))}
    for kind in dict.fromkeys(asides.values()):
        skipped = runs([name for name, aside in asides.items() if aside == kind])
        lines.append(f"    skip: {' '.join(skipped)} {_text(kind)}\n")
    lines.append("}\n")
    names = _Names()
    sections = 0
    for section, under in groupby(parts, key=lambda part: part.section):
        claims = [_claim(draft, part, names, inside=bool(section)) for part in under if part.name not in asides]
        if section and claims:
            sections += 1
            lines += [f"\nsection {_text(one_line(section) or '–')} of {_ID} {{\n", *claims, "}\n"]
        else:
            lines += claims
    return Skeleton("".join(lines), rows if usable else "", len(parts), sections)


class _Names:
    """Gives each claim a name of its own: the first telling words of its text."""

    def __init__(self) -> None:
        self.taken = {_ID}

    def name(self, text: str) -> str:
        words = [word.lower() for word in _TELLING.findall(text)]
        telling = [word for word in words if word not in _FILLERS] or words
        base = "-".join(telling[:_WORDS_OF_ID]) or "claim-1"
        name, number = base, 2
        while name in self.taken or name in RESERVED:
            name, number = f"{base}-{number}", number + 1
        self.taken.add(name)
        return name


def _claim(draft: Source, part: Passage, names: _Names, *, inside: bool) -> str:
    sentence = first_sentence(_words(draft, part)) or part.name
    place = part.name if inside else f"{_ID} {part.name}"
    margin = "    " if inside else ""
    return f"\n{margin}claim {names.name(sentence)} {_text(sentence)} {{\n{margin}    cite: {place}\n{margin}    untouched: yes\n{margin}}}\n"


def _words(draft: Source, part: Passage) -> str:
    return "\n".join(draft.text[start:end] for start, end in part.spans)


def _text(value: str) -> str:
    return "".join(quoted(value))


def _aside(words: str) -> str:
    """Say what a paragraph is that makes no claim: "a table", "code", "a picture"; "" for others."""
    start = words.lstrip()
    if start.startswith(("```", "~~~")):
        return "code"
    if start.startswith("|") and words.count("|") > 1:
        return "a table"
    if not first_sentence(words) and start.startswith(("!", "[!")):
        return "a picture"
    return "" if any(char.isalpha() for char in words) else "no words"


def _title(draft: Source, file: str, end: int, *, markdown: bool) -> str:
    for block in blocks(draft.text, end, markdown=markdown):
        if one_line(block.heading):
            return one_line(block.heading)
        break
    return one_line(file.rpartition("/")[2].rpartition(".")[0]) or "A draft"


def _table(draft: Source, parts: list[Passage]) -> str:
    rows = [COLUMNS]
    for part in parts:
        lines = "+".join(_lines(draft, *span) for span in part.spans)
        numbers = ",".join(_notes(_words(draft, part))) or "-"
        begins = " ".join(_words(draft, part).replace("\x00", " ").split()[:_FIRST_WORDS])
        rows.append((_ID, part.name, part.section or "-", begins, lines, numbers))
    return "".join("\t".join(row) + "\n" for row in rows)


def _lines(draft: Source, start: int, end: int) -> str:
    first, last = draft.position(start).line, draft.position(end).line
    return f"{first}-{last}" if last > first else str(first)


def _notes(words: str) -> list[str]:
    found = (mark[1] or mark[2] for mark in _NOTE_MARK.finditer(words))
    return list(dict.fromkeys(number.translate(_RAISED) for number in found))
