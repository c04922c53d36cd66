"""S109 no-locator: quoted words or figures without the place where they stand.

## What it finds

A citation that quotes words, or a statement with a figure, for which the document is named but no place in it: no
paragraph, page, note, section, line or time, and no `#` in its address. One finding for each document.

## Why it matters

A reader must be able to look a quotation or a number up. "Somewhere in the report" is not a place.

## Example

```argmap
source report "Report of the harbour office" { kind: report }
claim busy "The harbour is full." {
    because evidence berths "38 of 40 berths were taken." { cite: report }
}
```

## Better

```argmap
source report "Report of the harbour office" { kind: report }
claim busy "The harbour is full." {
    because evidence berths "38 of 40 berths were taken." { cite: report p12 }
}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.checks.places import at
from argmap.checks.rule import Finding
from argmap.checks.wording import statement_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.assessment import Assessment
    from argmap.checks.settings import Settings
    from argmap.model import Citation, Statement


def find(assessment: Assessment, _settings: Settings) -> Iterator[Finding]:
    """Find citations without a place that give words or a figure."""
    exact = {source.id for source in assessment.map.sources if "#" in source.word("url")}
    found: dict[str, list[tuple[Statement, Citation]]] = {}
    for statement in assessment.map.statements:
        is_figure = any(char.isdigit() for char in statement.text)
        placed = {citation.source for citation in statement.citations if citation.locators}
        for citation in statement.citations:
            if not citation.locators and (citation.anchor or is_figure) and citation.source not in placed | exact:
                found.setdefault(citation.source, []).append((statement, citation))
                break
    for source, cases in found.items():
        places = [at(assessment, statement, citation, text="no place here") for statement, citation in cases]
        names = statement_names(assessment, [statement.id for statement, _ in cases])
        message = f"words or figures are taken from `{source}` without saying where they stand in it: {names}"
        answer = f"the page, paragraph or time: `cite: {source} p12`"
        yield Finding(message, places[0]._replace(text=""), answer, (), tuple(places[1:]))
