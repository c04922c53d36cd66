"""The formats in which a map is given to other programs: what each needs, and its writer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from argmap.assessment import CLAIMS, NOTHING, STRENGTH, WEIGHED

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.assessment import Need

Form = Literal["json", "claims-csv", "argmap", "mermaid", "graphml"]
NEEDS: dict[Form, frozenset[Need]] = {
    "json": WEIGHED,
    "claims-csv": CLAIMS,
    "argmap": NOTHING,
    "mermaid": STRENGTH,
    "graphml": STRENGTH,
}


def exported(analysis: Analysis, form: Form) -> str:
    """Write a map without errors, of which is known what `NEEDS` says."""
    if form == "claims-csv":
        from argmap.formats.claims_csv import claims_csv

        return claims_csv(analysis.assessment)
    if form == "mermaid":
        from argmap.formats import mermaid

        return mermaid.dump(analysis)
    if form == "graphml":
        from argmap.formats import graphml

        return graphml.dump(analysis)
    if form == "argmap":
        from argmap.syntax.printer import print_file

        return print_file(analysis.map)
    from argmap.formats.argmap_json import dump

    return dump(analysis)
