"""One function from a file to everything known about it; each stage runs only when it is asked for."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.analysis import Analysis
from argmap.assessment import STRENGTH, WEIGHED, Assessment
from argmap.diagnostics import in_order
from argmap.loading import load, read_disk
from argmap.lower import lower

if TYPE_CHECKING:
    from collections.abc import Collection

    from argmap.assessment import Need
    from argmap.checks.settings import Settings
    from argmap.loading import Loaded, Reader
    from argmap.strength.prepare import Prepared

# Whatever rests on the map compiled and solved in both readings, on which what-ifs can be run.
_ON_THE_BENCH = frozenset({"ranking", "sourcing", "hinges"})
_WITH_TEXTS = frozenset({"documents", "coverage"})


def analyse(
    path: str,
    reader: Reader = read_disk,
    *,
    needs: Collection[Need] = STRENGTH,
    checks: Settings | None = None,
    allow_outside: bool = False,
    semantics: str | None = None,
    texts: str = "",
) -> Analysis:
    """Read a map with everything it imports and work out what is asked for.

    Args:
        path: The file, as it is to be shown in messages.
        reader: Gives the bytes of a path: the disk, or whatever stands in for it.
        needs: What is wanted beyond the map and its errors.
        checks: Which rules to check it by, and how strictly; None for none. What they need is computed as well.
        allow_outside: Whether files outside the folder of the map may be imported, or read as texts of documents.
        semantics: The semantics by which strengths are computed; without it the one the map asks for.
        texts: A folder that holds texts of documents; without it that of `checks`, and what a `file:` names.

    Returns:
        The map as far as it could be understood, with all that was found wrong. Where it has errors of form, nothing
        else is worked out.

    Raises:
        OSError: the file cannot be read.
        ValueError: there is no such semantics for maps.
    """
    enabled = gc.isenabled()
    gc.disable()  # nothing made here is garbage before the end; walking it again and again costs a third of the time
    try:
        desk = _Desk(reader, texts or (checks.texts if checks is not None else ""), allow_outside, semantics)
        return _analysed(load(path, reader, allow_outside=allow_outside), frozenset(needs), checks, desk)
    finally:
        if enabled:
            gc.enable()


class _Desk(NamedTuple):
    """How everything is to be worked out."""

    reader: Reader
    texts: str
    allow_outside: bool
    semantics: str | None


def _analysed(loaded: Loaded, needs: frozenset[Need], checks: Settings | None, desk: _Desk) -> Analysis:
    argument_map, errors = lower(loaded)
    sources = tuple(file.source for file in loaded.files)
    paths = [source.path for source in sources]
    found = Assessment(argument_map, sources)
    diagnostics = in_order([*loaded.diagnostics, *errors], paths)
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        return Analysis(found, tuple(diagnostics))
    if checks is None:
        return Analysis(_assessed(found, needs, desk), tuple(diagnostics))
    from argmap.checks import check, needed

    found = _assessed(found, needs | needed(checks, argument_map), desk)
    return Analysis(found, tuple(in_order([*diagnostics, *check(found, checks)], paths)))


def _assessed(found: Assessment, needs: frozenset[Need], desk: _Desk) -> Assessment:
    """Work out what is needed; what several need is computed once."""
    if needs & _WITH_TEXTS:
        found = _with_texts(found, needs, desk)
    if "origins" in needs:
        from argmap.provenance.origins import origins

        found = replace(found, origins=origins(found.map))
    ready = None
    if needs & _ON_THE_BENCH:
        found, ready = _on_the_bench(found, needs, desk.semantics)
    elif needs & WEIGHED:
        from argmap.strength.engine import assess_prepared
        from argmap.strength.prepare import prepare

        ready = prepare(found.map)
        found = _weighed(replace(found, strengths=assess_prepared(ready, desk.semantics)), ready, needs, desk.semantics)
    if "matrix" in needs:
        from argmap.matrix.engine import matrices

        found = replace(found, matrices=matrices(found.map, ready=ready))
    return found


def _weighed(found: Assessment, ready: Prepared, needs: frozenset[Need], semantics: str | None) -> Assessment:
    """Weigh a compiled map otherwise too: party by party, and by several semantics."""
    if "parties" in needs:
        from argmap.strength.parties import readings_by_party

        found = replace(found, parties=readings_by_party(ready, semantics=semantics))
    if "band" in needs:
        from argmap.strength.band import band

        found = replace(found, band=band(ready))
    return found


def _with_texts(found: Assessment, needs: frozenset[Need], desk: _Desk) -> Assessment:
    """Read texts only where a source may have one: most maps have none, and most runs are checks."""
    if desk.texts or any(source.get("file") for source in found.map.sources):
        from argmap.provenance.texts.comparing import compare
        from argmap.provenance.texts.files import Places

        places = Places(found.sources, desk.texts, desk.allow_outside)
        found = replace(found, documents=compare(found.map, desk.reader, places))
    if "coverage" in needs:
        from argmap.provenance.texts.coverage import coverage

        found = replace(found, coverage=coverage(found.map, found.documents))
    return found


def _on_the_bench(found: Assessment, needs: frozenset[Need], semantics: str | None) -> tuple[Assessment, Prepared]:
    """Work out what rests on a bench; return the compiled map as well, for what else is made of it."""
    from argmap.strength.engine import assess_solved
    from argmap.strength.explaining.bench import benches
    from argmap.strength.explaining.hinges import hinges
    from argmap.strength.explaining.ranking import rankings
    from argmap.strength.explaining.reliance import sourcing

    both = benches(found.map, semantics)
    documented, granted = both
    ready = documented.ready
    leading = 0 if ready.leading == "documented" else 1
    strengths = assess_solved(ready, (documented.solution, granted.solution), (documented.strengths, granted.strengths))
    made = replace(
        _weighed(found, ready, needs, semantics),
        strengths=strengths,
        rankings=tuple(rankings(both, leading)) if "ranking" in needs else None,
        sourcing=sourcing(both) if "sourcing" in needs else None,
        hinges=hinges(both[leading]) if "hinges" in needs else None,
    )
    return made, ready
