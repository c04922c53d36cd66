"""Comments addressed to argmap itself: `# argmap: allow S102 the archive burnt down`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.diagnostics import Mend
from argmap.model import Allowance
from argmap.syntax.lexer import allowances

if TYPE_CHECKING:
    from argmap.lower.work import Work

_FORM = re.compile(r"#\s*argmap:\s*allow\s+(?P<codes>[A-Z]\d{3}(?:\s*,\s*[A-Z]\d{3})*)\b[\s:,]*(?P<reason>.*)")


def read_allowances(work: Work, file: int) -> list[Allowance]:
    """Read the allowances of one file; a comment of any other form is an error, and so is one without a reason."""
    source = work.source(file)
    found = []
    for start, end in allowances(source.text):
        comment = source.text[start:end].rstrip()
        match = _FORM.match(comment)
        place = (start, start + len(comment))
        if match is None:
            message = "this comment speaks to argmap, but not in words it knows"
            wanted = "`# argmap: allow`, the code of a finding, and the reason"
            work.report(file, place, "L190", message, wanted, Mend(_instead(comment)))
        elif not match["reason"].strip():
            mend = Mend(f"{comment} because …")
            work.report(file, place, "L191", "an allowance needs its reason", "words after the code", mend)
        else:
            codes = [code.strip() for code in match["codes"].split(",")]
            found += [Allowance(code, match["reason"].strip(), file, *place) for code in codes]
    return found


def _instead(comment: str) -> str:
    """Return what was meant, where only the colon is missing; else an example."""
    with_colon = comment.replace("argmap", "argmap:", 1)
    return with_colon if _FORM.match(with_colon) else "# argmap: allow S102 the only witness died"
