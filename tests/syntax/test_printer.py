"""Reading what is printed gives an equal map."""

from hypothesis import HealthCheck, given, settings

from argmap.loading import load
from argmap.lower import lower
from argmap.model import ArgumentMap
from argmap.syntax.printer import print_map
from tests.strategies import argument_maps


def read_texts(texts: dict[str, str]) -> ArgumentMap:
    def reader(path: str) -> bytes:
        return texts[path].encode()

    loaded = load(next(iter(texts)), reader)
    assert not [found.message for found in loaded.diagnostics]
    found, errors = lower(loaded)
    assert not [(each.code, each.message, each.where.source.text[each.where.start : each.where.end]) for each in errors]
    return found


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
        HealthCheck.large_base_example,
    ],
)
@given(argument_maps())
def test_printed_map_reads_as_the_same_map(whole: ArgumentMap) -> None:
    texts = print_map(whole)
    assert read_texts(texts) == whole, "\n-----\n".join(texts.values())
