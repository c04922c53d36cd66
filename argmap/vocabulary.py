"""The words of the language: keywords, attributes, and the values attributes may take.

One table serves the parser, the messages, the printer and the reference in `docs/language.md`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StatementKind = Literal["hypothesis", "claim", "evidence", "assumption"]
StepKind = Literal["support", "attack", "undercut"]
RelationKind = Literal["excludes", "contradicts", "entails", "restates", "explains", "contrasts"]
Stance = Literal["endorsed", "conceded", "rejected", "entertained", "reported"]
Hedge = Literal["asserted", "qualified", "possible", "speculative"]

STATEMENT_KINDS: tuple[StatementKind, ...] = ("hypothesis", "claim", "evidence", "assumption")
RELATIONS: tuple[RelationKind, ...] = ("excludes", "contradicts", "entails", "restates", "explains", "contrasts")
DECLARATIONS = ("source", "voice", "question")
CHANGES = ("assume", "deny", "withdraw", "set")
STANCES: tuple[Stance, ...] = ("endorsed", "conceded", "rejected", "entertained", "reported")
HEDGES: tuple[Hedge, ...] = ("asserted", "qualified", "possible", "speculative")
RATINGS = ("CC", "C", "N", "I", "II", "NA")
ANALYST = "analyst"

# Terminal of the grammar for each reserved word.
KEYWORDS: dict[str, str] = (
    dict.fromkeys(STATEMENT_KINDS, "KIND")
    | dict.fromkeys(RELATIONS, "RELATION")
    | dict.fromkeys(DECLARATIONS, "DECLARE")
    | dict.fromkeys(CHANGES, "CHANGE")
    | {"because": "MOVE", "but": "MOVE", "since": "SINCE", "unless": "UNLESS", "as": "AS", "of": "OF", "by": "BY"}
    | {"map": "MAP", "import": "IMPORT", "section": "SECTION", "matrix": "MATRIX", "scenario": "SCENARIO"}
)
# `in` stands only within the value of `cite:`, yet a thing called `in` could not be read there.
RESERVED = frozenset({*KEYWORDS, "in"})
# Words with a meaning in the value of `cite:`; a source or voice of that name could not be cited.
CITATION_WORDS = frozenset({*STANCES, *HEDGES, "in"})

Target = Literal[
    "map", "source", "voice", "question", "hypothesis", "claim", "evidence", "assumption", "step", "undercut"
]
ANY_STATEMENT: tuple[Target, ...] = ("hypothesis", "claim", "evidence", "assumption")
STEPS: tuple[Target, ...] = ("step", "undercut")
EVERYTHING: tuple[Target, ...] = ("map", "source", "voice", "question", *ANY_STATEMENT, *STEPS)

Shape = Literal[
    "text", "word", "choice", "number", "probability", "likelihood", "weight", "date", "seen", "names", "name",
    "chain", "cite", "place", "locators", "checked", "considered",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttributeSpec:
    """One attribute: on what it may stand, what values it takes, and what it means.

    `many` allows it several times in one block; `reason` allows a quoted reason after the value.
    """

    key: str
    on: tuple[Target, ...]
    shape: Shape
    meaning: str
    example: str
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    many: bool = False
    reason: bool = False


YES_NO = ("yes", "no")
LEVELS = ("low", "medium", "high")
WEIGHTS = ("weak", "moderate", "strong")
SEMANTICS = (
    "log-odds", "df-quad", "squared-df-quad", "quadratic-energy", "euler", "euler-top", "mlp", "h-categorizer",
)  # fmt: skip
# The words of ICD 203, the PHIA yardstick, the IPCC scale and Kent's, written with hyphens.
LIKELIHOODS = (
    "almost-no-chance", "remote", "very-unlikely", "highly-improbable", "unlikely", "improbable",
    "roughly-even-chance", "roughly-even-odds", "likely", "probable", "very-likely", "highly-probable",
    "almost-certain", "nearly-certain", "remote-chance", "highly-unlikely", "realistic-possibility", "highly-likely",
    "virtually-certain", "extremely-likely", "more-likely-than-not", "about-as-likely-as-not",
    "extremely-unlikely", "exceptionally-unlikely", "certain", "chances-about-even", "probably-not",
    "almost-certainly-not", "impossible",
)  # fmt: skip

_S = AttributeSpec
_TABLE = (
    _S("cite", (*ANY_STATEMENT, *STEPS), "cite", "where a document says it, with what stance and how firmly",
       'cite: essay par22 conceded qualified "apparently"', many=True),
    _S("from", ANY_STATEMENT, "place", "what the document itself relies on", "from: un-report p12",
       refers=("source",), many=True),
    _S("by", (*ANY_STATEMENT, *STEPS), "chain",
       "who says it, where no document is cited; `A > B` is A as passed on by B; `analyst` is the map's author",
       "by: witness > reporter", refers=("voice", "source", "analyst")),
    _S("credibility", ANY_STATEMENT, "choice", "Admiralty grade of the information, 1 confirmed to 5 improbable, 6 unknown",
       'credibility: 2 "two instruments agree"', choices=("1", "2", "3", "4", "5", "6"), reason=True),
    _S("reliability", ("source", "voice"), "choice", "Admiralty grade of a source, A reliable to E unreliable, F unknown",
       'reliability: C "a partisan, carefully footnoted"', choices=("A", "B", "C", "D", "E", "F"), reason=True),
    _S("base", ANY_STATEMENT, "probability", "the base score, 0 to 1, before anything speaks for or against it",
       "base: 0.6..0.8", reason=True),
    _S("likelihood", ANY_STATEMENT, "likelihood", "how likely the author holds it: a word of a scale, a number or a range",
       "likelihood: very-likely", reason=True),
    _S("confidence", ANY_STATEMENT, "choice", "how sure the author is of that judgement", 'confidence: low "one report"',
       choices=("low", "moderate", "high"), reason=True),
    _S("prior", ("hypothesis",), "probability", "its probability before the evidence of the matrix", "prior: 20%", reason=True),
    _S("relevance", ANY_STATEMENT, "choice", "how much it bears on the question", "relevance: high", choices=LEVELS, reason=True),
    _S("weight", STEPS, "weight",
       "how strongly a step bears on its claim: weak 1 bit, moderate 2, strong 3, or a number of bits; "
       "on `unless` the share of the step it takes away, weak 1/3, moderate 2/3, strong 1, or a number from 0 to 1",
       "weight: strong", choices=WEIGHTS, reason=True),
    _S("scheme", ("step",), "choice", "the argumentation scheme the step follows", "scheme: expert-opinion"),
    _S("answers", (*ANY_STATEMENT, *STEPS), "name",
       "the question it answers; on a step or an `unless` a critical question of the step's scheme",
       "answers: cause", refers=("question",), many=True, reason=True),
    _S("implicit", (*ANY_STATEMENT, *STEPS), "choice", "the text takes it for granted and never says it", "implicit: yes", choices=YES_NO),
    _S("considered", ANY_STATEMENT, "considered", "objections were looked for and none found", 'considered: none "asked both witnesses"',
       choices=("none",), reason=True),
    _S("checked", ANY_STATEMENT, "checked", "who checked it, when, with what verdict", "checked: mary 2025-03-01 confirmed", many=True),
    _S("untouched", ANY_STATEMENT, "choice", "it stands as it was copied from a draft, not yet in your own words",
       "untouched: yes", choices=YES_NO),
    _S("seen", ANY_STATEMENT, "seen", "an indicator, or expected evidence: was it seen, or when", "seen: no", reason=True),
    _S("residual", ("hypothesis",), "choice", "the answer “none of these”", "residual: yes", choices=YES_NO),
    _S("when", ANY_STATEMENT, "text", "the time it speaks of", 'when: "spring 2024"'),
    _S("where", ANY_STATEMENT, "text", "the place it speaks of", 'where: "the north gate"'),
    _S("measure", ANY_STATEMENT, "text", "what is measured and how, for figures", 'measure: "share of yearly trade by value"'),
    _S("tags", (*ANY_STATEMENT, *STEPS, "source"), "names", "free labels", "tags: [trade, sea]"),
    _S("hypotheses", ("question",), "names", "the answers that compete", "hypotheses: [storm, neglect]", refers=("hypothesis",)),
    _S("exclusive", ("question",), "choice", "at most one answer is true", "exclusive: yes", choices=YES_NO),
    _S("exhaustive", ("question",), "choice", "at least one answer is true", "exhaustive: no", choices=YES_NO),
    _S("author", ("source", "map"), "text", "who wrote it", 'author: "Jane Roe"'),
    _S("publisher", ("source",), "text", "who published it", 'publisher: "City Archive"'),
    _S("kind", ("source",), "word", "what sort of source it is", "kind: news"),
    _S("date", ("source", "map"), "date", "its date: a year, a month or a day", "date: 2024-07-19"),
    _S("url", ("source",), "text", "where it can be found", 'url: "https://example.org/report"'),
    _S("file", ("source",), "text", "a local copy, against which quoted words are checked", 'file: "report.txt"'),
    _S("paragraphs", ("source",), "text", "a table of its paragraphs", 'paragraphs: "report.tsv"'),
    _S("skip", ("source",), "locators", "passages that carry no argument of their own", 'skip: par82 "summary"', many=True, reason=True),
    _S("verified", ("source",), "date", "the day on which the map was checked against its text, with the digests of both",
       'verified: 2025-08-01 "text 51e03a20af7a, map 3d0c95b1e6f2"', reason=True),
    _S("noted", ("source",), "place", "the notes in which a document cites this source", "noted: essay n6 n22-23",
       refers=("source",), many=True),
    _S("derived-from", ("source",), "place", "the source it draws on, or the voice whose word it is", "derived-from: wire-story",
       refers=("source", "voice"), many=True),
    _S("same-as", ("source",), "name", "the same source under another name", "same-as: trade.un-report", refers=("source",), many=True),
    _S("superseded-by", ("source",), "name", "the source that replaces it", "superseded-by: final-report", refers=("source",)),
    _S("interest", ("source",), "name", "the party whose interest it serves", "interest: ministry", refers=("voice",), many=True),
    _S("anonymous", ("source", "voice"), "choice", "it does not name who speaks", "anonymous: yes", choices=YES_NO),
    _S("level", ("source",), "choice", "how near it is to what it reports", "level: primary", choices=("primary", "secondary", "tertiary")),
    _S("status", ("source",), "choice", "it was withdrawn or corrected", "status: retracted", choices=("retracted", "corrected"), reason=True),
    _S("lang", ("source", "map"), "word", "its language", "lang: fr"),
    _S("role", ("voice",), "text", "who that is", 'role: "harbour master until 2019"'),
    _S("as-of", ("map",), "date", "the day up to which the map holds", "as-of: 2025-08-01"),
    _S("semantics", ("map",), "choice", "the rule by which strength is computed", "semantics: log-odds", choices=SEMANTICS),
    _S("independence", ("map",), "choice", "whether one origin counts once", "independence: off", choices=("on", "off")),
    _S("scale", ("map",), "choice", "the scale of its likelihood words", "scale: icd203", choices=("icd203", "phia", "ipcc", "kent")),
    _S("title", ANY_STATEMENT, "text", "a short label for the picture", 'title: "Trade fell"'),
    _S("note", EVERYTHING, "text", "a remark of the map's author", 'note: "The two figures differ in base."', many=True),
)  # fmt: skip

ATTRIBUTES: dict[str, AttributeSpec] = {spec.key: spec for spec in _TABLE}

# What `set ID { … }` in a scenario may change, by what ID names; the prior is that of a hypothesis.
SETTABLE: dict[str, tuple[str, ...]] = {
    "statement": ("base", "credibility", "relevance", "likelihood", "prior"),
    "source": ("reliability",),
    "voice": ("reliability",),
    "step": ("weight",),
}

LOCATOR_UNITS: dict[str, str] = {
    "par": "paragraph", "p": "page", "n": "note", "s": "section", "l": "line", "t": "time",
}  # fmt: skip
# How people write units of a document.
WRITTEN_UNITS: dict[str, str] = {
    **dict.fromkeys(("para", "paragraph", "paragraphs", "§", "¶", "pars", "paras"), "par"),
    **dict.fromkeys(("page", "pages", "pp", "pg"), "p"),
    **dict.fromkeys(("note", "notes", "fn", "footnote"), "n"),
    **dict.fromkeys(("section", "sec", "chapter", "ch"), "s"),
    **dict.fromkeys(("line", "lines", "ll"), "l"),
}
