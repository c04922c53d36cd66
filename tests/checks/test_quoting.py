"""C210 and C215 point at what is wrong in a citation, and put the right place there; C211 sees a “not” that is cut off."""

import pytest

from argmap.checks.settings import Settings
from argmap.diagnostics import Diagnostic
from argmap.pipeline import analyse

TEXT = b"It left at nine.\n\nThe tide was low.\n\nIt came back at noon.\n"


def found(cite: str, document: bytes = TEXT, *codes: str) -> list[Diagnostic]:
    text = f'source par9log "The log" {{ file: "log.txt" }}\nclaim late "It was late." {{ cite: {cite} }}\n'
    files = {"map.argmap": text.encode(), "log.txt": document}
    checks = Settings(("L", *(codes or ("C210", "C215"))))
    return list(analyse("map.argmap", files.__getitem__, needs=(), checks=checks).diagnostics)


@pytest.mark.parametrize(
    ("cite", "place", "message"),
    [
        ("par9log par9", "par9", "`par9log` has no par9"),
        ("par9log par1 par2-5 par9 endorsed", "par2-5", "`par9log` has no par4-5 and par9"),
        ("par9log par1 n7 l99 par9", "l99", "`par9log` has no l99 and par9"),  # there is no list of notes to look in
        ('par9log par90 par9 "at par9"', "par90", "`par9log` has no par90 and par9"),
    ],
)
def test_a_place_that_is_not_there_is_pointed_at(cite: str, place: str, message: str) -> None:
    (finding,) = found(cite)
    where = finding.where
    assert (finding.code, finding.message) == ("C215", message)
    assert where.source.text[where.start : where.end] == place
    assert where.source.text[where.start - 1] == " "


@pytest.mark.parametrize("code", ["C210", "C215"])
def test_the_mend_names_the_place_where_the_words_stand(code: str) -> None:
    (finding,) = found('par9log {} "the tide was low"'.format({"C210": "par3", "C215": "par9"}[code]))
    (mend,) = finding.mends
    assert finding.code == code
    assert mend.text == 'claim late "It was late." { cite: par9log par2 "the tide was low" }'


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("It was not late on any day.", "late on any day", "not"),
        ("It did not really come late.", "come late", "not"),
        ("Nobody denied that it was late.", "it was late", ""),  # the second word takes the first one back
        ("It was late, or never came.", "was … came", "never"),
        ("It comes late unless the tide is high.", "comes late", "unless"),
        ("It comes late, except in May.", "comes late", "except"),
        ("It was not late.", "It was", "not"),
        ("It was not only late but full.", "only late", ""),
        ("It came late, no matter what the tide was.", "what the tide was", ""),
        ("It was, without question, late.", "question, late", ""),
        ("The tide, not the crew, made it late.", "The tide", ""),
        ("The wind was not high. It was late.", "It was late", ""),
        ("It was not the tide; the crew was late.", "the crew was late", ""),
    ],
)
def test_a_negation_that_is_cut_off_is_told_of(text: str, quote: str, word: str) -> None:
    told = [each.message for each in found(f'par9log par1 "{quote}"', text.encode(), "C210", "C211")]
    assert told == ([f"these words are quoted without the “{word}” beside them"] if word else [])
