"""Maps of one statement and one document, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.pipeline import analyse

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.provenance.texts.document import Documents


def analysis_of(main: str, **others: str | bytes) -> Analysis:
    """Analyse a map with documents beside it; `essay_txt` is the file essay.txt, `texts__x_txt` is texts/x.txt."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in others.items() if name != "folder"}
    files = {name: text.encode() if isinstance(text, str) else text for name, text in named.items()}
    files["main.argmap"] = main.encode()

    def reader(path: str) -> bytes:
        if path not in files:
            raise FileNotFoundError(2, "No such file or directory", path)
        return files[path]

    folder = str(others.get("folder", ""))
    return analyse("main.argmap", reader, needs={"documents", "coverage"}, texts=folder)


def documents_of(text: str | None, places: str, words: str = "", statement: str = "It is so.") -> Documents:
    """Hold a statement with one citation against a document."""
    quoted = f' "{words}"' if words else ""
    main = f'source essay "E" {{ file: "essay.txt" }}\nclaim c "{statement}" {{ cite: essay {places}{quoted} }}\n'
    found = analysis_of(main, essay_txt=text) if text is not None else analysis_of(main.replace("file", "note"))
    assert [each.message for each in found.diagnostics] == []
    return found.assessment.documents  # type: ignore[return-value]


def quote_of(text: str, places: str, words: str) -> tuple[str, str, str | None]:
    """Return what becomes of quoted words: verdict, where else they stand, the nearest words."""
    (quote,) = documents_of(text, places, words).quotes
    nearest = quote.document.source.text[slice(*quote.nearest)] if quote.nearest is not None else None
    return quote.verdict, quote.where, nearest


def figure_of(statement: str, source: str) -> tuple[str, ...]:
    """Return the numbers of a statement that a source of one paragraph does not have."""
    figures = documents_of(f"{source}.", "par1", "", statement).figures
    return figures[0].missing if figures else ()
