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
            work.report(
                file, place, "L190", "this comment speaks to argmap, but not in words it knows",
                "`# argmap: allow`, the code of a finding, and the reason", Mend("# argmap: allow S102 the only witness died"),
            )  # fmt: skip
        elif not match["reason"].strip():
            work.report(
                file, place, "L191", "an allowance needs its reason", "words after the code",
                Mend(f"{comment} because …"),
            )  # fmt: skip
        else:
            reason = match["reason"].strip()
            found += [Allowance(code.strip(), reason, file, *place) for code in match["codes"].split(",")]
    return found
