"""What sources and voices are called where there is little room."""

from argmap.analysis import Analysis
from argmap.pipeline import analyse
from argmap.render.picture.sources import names
from argmap.render.view import view_of

LONG = "A title that is far too long for a box of a picture"


def imported(second: str) -> Analysis:
    """A map of two files, each with a source and a claim in it."""
    texts = {
        "main.argmap": 'import "a.argmap" as a\nimport "b.argmap" as b\n',
        "a.argmap": f'source essay "{LONG}"\nclaim x "A." {{ cite: essay p1 }}\n',
        "b.argmap": f'source {second} "{LONG} too"\nclaim y "B." {{ cite: {second} p1 }}\n',
    }
    return analyse("main.argmap", lambda path: texts[path].encode())


def test_a_source_goes_without_the_name_of_its_import() -> None:
    called = names(view_of(imported("brief")))
    assert called["a.essay"] == "essay"
    assert called["b.brief"] == "brief"


def test_two_sources_of_one_name_keep_it() -> None:
    called = names(view_of(imported("essay")))
    assert called["a.essay"] == "a.essay"
    assert called["b.essay"] == "b.essay"
