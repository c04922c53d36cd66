"""Gathers what a report shows: facts, questions, findings, claims, sources; the template only lays it out."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import argmap
from argmap.render.boxes import shown_name
from argmap.render.claims import anchors, claim_anchor, claim_rows, question_anchor, source_anchor
from argmap.render.compose import READINGS, title_of
from argmap.render.describe import counted
from argmap.render.markup import Html, plain, safe_url, to_html
from argmap.render.page import FindingRow, Page, QuestionBlock, SourceRow, VoiceRow
from argmap.render.places import locators
from argmap.render.text import clean
from argmap.render.view import view_of

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.diagnostics import Diagnostic
    from argmap.model import Question, SourceDocument, SourceRef
    from argmap.render.page import ClaimRow
    from argmap.render.view import View

# How many answers are true, by what a question says of itself: exclusive, exhaustive.
_HOW_MANY = {
    ("yes", "yes"): "Exactly one answer is true.",
    ("yes", "no"): "At most one answer is true; the true one may be missing here.",
    ("yes", ""): "At most one answer is true.",
    ("no", "yes"): "At least one answer is true, and several may be.",
    ("no", "no"): "Several answers may be true, or none of these.",
    ("no", ""): "Several answers may be true.",
    ("", "yes"): "At least one answer is true.",
    ("", "no"): "The true answer may be missing here.",
}
_ABOUT = ("kind", "level", "author", "publisher", "date", "status")


def page_of(analysis: Analysis, picture: Html, *, engine: str, title: str | None = None) -> Page:
    """Gather a report of a whole map."""
    view = view_of(analysis)
    rows = claim_rows(view)
    leading = analysis.leading
    return Page(
        title=clean(title) if title else title_of(analysis),
        text_lang=clean(analysis.map.word("lang")),
        facts=_facts(analysis, engine),
        leading=READINGS[leading.reading] if leading else "",
        assessed=leading is not None,
        picture=picture,
        questions=_questions(view, rows),
        findings=tuple(map(_finding, analysis.diagnostics)),
        claims=rows,
        sources=tuple(_source(view, source) for source in analysis.map.sources),
        voices=tuple(
            VoiceRow(clean(voice.id), plain(voice.name), plain(voice.word("role"))) for voice in analysis.map.voices
        ),
    )


def input_hash(analysis: Analysis) -> str:
    """Return the SHA-256 of the map's text; of several files, that of their hashes, one a line."""
    hashes = [hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest() for source in analysis.sources]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _facts(analysis: Analysis, engine: str) -> tuple[tuple[str, str], ...]:
    leading = analysis.leading
    rule = f"{clean(leading.semantics)}; shown first: {READINGS[leading.reading]}" if leading else "not computed"
    files = [clean(file.path.replace("\\", "/").rpartition("/")[2]) for file in analysis.map.files]
    facts = (
        ("As of", clean(analysis.map.word("as-of"))),
        ("Author", plain(analysis.map.word("author"))),
        ("Strengths", rule),
        ("File" if len(files) == 1 else "Files", ", ".join(files)),
        ("Input (SHA-256)", input_hash(analysis)),
        ("Made with", f"argmap {argmap.__version__}"),
        ("Drawn by", clean(engine)),
    )
    return tuple((name, value) for name, value in facts if value)


def _questions(view: View, rows: tuple[ClaimRow, ...]) -> tuple[QuestionBlock, ...]:
    """Return the questions with their hypotheses, hypotheses without a question, or else the main claims."""
    by_anchor = {row.anchor: row for row in rows}
    blocks: list[QuestionBlock] = []
    placed: set[str] = set()
    for question in view.analysis.map.questions:
        answers = tuple(by_anchor[claim_anchor(each.id)] for each in view.answers(question))
        placed.update(row.anchor for row in answers)
        blocks.append(_question(view, question, answers))
    others = tuple(row for row in rows if row.kind == "hypothesis" and row.anchor not in placed)
    if others:
        blocks.append(_block("hypotheses", "Hypotheses", others))
    if not blocks:
        roots = {claim_anchor(p.id) for p in view.propositions if view.onto.get(p.id) and not view.uses(p)}
        main = tuple(row for row in rows if row.anchor in roots)
        blocks = [_block("main-claims", "Main claim" if len(main) == 1 else "Main claims", main)] if main else []
    return tuple(blocks)


def _block(anchor: str, title: str, rows: tuple[ClaimRow, ...]) -> QuestionBlock:
    return QuestionBlock(anchor, Html(title), f"{title}.", "", rows)


def _question(view: View, question: Question, rows: tuple[ClaimRow, ...]) -> QuestionBlock:
    remark = _HOW_MANY.get((question.word("exclusive"), question.word("exhaustive")), "")
    heading = to_html(question.text, anchors(view))
    return QuestionBlock(question_anchor(question.id), heading, plain(question.text), remark, rows)


def _finding(found: Diagnostic) -> FindingRow:
    source = found.where.source
    position = source.position(found.where.start)
    name = source.path.replace("\\", "/").rpartition("/")[2]
    return FindingRow(found.severity, found.code, clean(found.message), f"{clean(name)}, line {position.line}")


def _source(view: View, source: SourceDocument) -> SourceRow:
    address = clean(source.word("url"))
    reliability = source.get("reliability")
    cited = Counter(citation.source for p in view.propositions for citation in p.citations)[source.id]
    about = [plain(source.word(key)) for key in _ABOUT if source.word(key)]
    return SourceRow(
        anchor=source_anchor(source.id),
        name=shown_name(source.id),
        title=to_html(source.title, anchors(view)),
        url=safe_url(address) or "",
        address=address,
        about=tuple(about),
        reliability=clean(source.word("reliability")),
        reason=plain(reliability.reason or "") if reliability else "",
        cited=counted(cited, "time", "times") if cited else "not directly",
        draws_on=_draws_on(source),
    )


def _draws_on(source: SourceDocument) -> str:
    """Say what a source draws on, what it is the same as, and where it is cited in notes of another."""
    lines = [f"draws on {_place(place)}" for place in source.places("derived-from")]
    lines += [f"cited in {_place(place)}" for place in source.places("noted")]
    lines += [f"same as {clean(name)}" for name in source.all_names("same-as")]
    return "; ".join(lines)


def _place(place: SourceRef) -> str:
    return " ".join(filter(None, (clean(place.source), locators(place.locators))))
