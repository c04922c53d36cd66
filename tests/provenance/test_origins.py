"""Where chains of sources and voices begin."""

from argmap.model import ArgumentMap, Attribute, Citation, SourceDocument, SourceRef, Statement, Voice
from argmap.provenance.catalogue import WAYS, catalogue
from argmap.provenance.origins import Origins, origins, roots


def source(name: str, *derived: str, noted: SourceRef | None = None, **words: str) -> SourceDocument:
    found = [Attribute("derived-from", SourceRef(other)) for other in derived]
    found += [Attribute("noted", noted)] if noted else []
    found += [Attribute(key.replace("_", "-"), value) for key, value in words.items()]
    return SourceDocument(id=name, title=name, attributes=found)


def found(sources: list[SourceDocument], *citations: Citation, **more: SourceRef | tuple[str, ...]) -> Origins:
    attributes = [Attribute(key.rstrip("_"), value) for key, value in more.items()]
    statement = Statement(id="e", kind="evidence", text="e", citations=list(citations), attributes=attributes)
    voices = [Voice(id=name, name=name) for name in ("minister", "guard")]
    return origins(ArgumentMap(sources=sources, voices=voices, statements=[statement]))


def test_a_document_without_more_is_its_own_origin() -> None:
    one = found([source("essay")], Citation("essay"))
    assert one.chains["e"] == (("essay",),)
    assert one.roots["e"] == ("essay",)


def test_a_derived_document_goes_back_to_the_end_of_its_chain() -> None:
    one = found([source("essay", "daily"), source("daily", "wire"), source("wire")], Citation("essay"))
    assert one.chains["e"] == (("wire", "daily", "essay"),)


def test_a_note_leads_to_the_source_noted_there() -> None:
    sources = [source("essay"), source("wire", noted=SourceRef("essay", ("n6", "n22-23")))]
    assert found(sources, Citation("essay", (), ("n23",))).roots["e"] == ("wire",)
    assert found(sources, Citation("essay", (), ("n24",))).roots["e"] == ("essay",)


def test_the_first_voice_is_where_it_begins() -> None:
    one = found([source("essay"), source("daily")], Citation("essay", ("minister", "guard")), from_=SourceRef("daily"))
    assert one.chains["e"] == (("minister", "guard", "daily", "essay"),)


def test_a_beginning_on_the_way_of_another_chain_is_none() -> None:
    one = found([source("essay", "wire"), source("wire")], Citation("essay"), Citation("wire"))
    assert one.roots["e"] == ("wire",)
    assert roots([("a", "b"), ("b", "a")]) == ("a", "b")


def test_doubles_are_one() -> None:
    sources = [source("a", url="https://www.x.org/p/"), source("b", url="http://x.org/p#top"), source("c", same_as="b")]
    known = catalogue(ArgumentMap(sources=sources))
    assert set(known.same.values()) == {"a"}
    assert found(sources, Citation("c"), Citation("b")).roots["e"] == ("a",)


def test_a_circle_ends_at_its_first_member_or_beyond_it() -> None:
    ring = [source("a", "b"), source("b", "a"), source("c", "b")]
    one = found(ring, Citation("b"), Citation("c"))
    assert one.sources.circles == (("a", "b"),)
    assert one.roots["e"] == ("a",)
    beyond = found([source("a", "b", "wire"), source("b", "a"), source("wire")], Citation("b"))
    assert beyond.roots["e"] == ("wire",)


def test_the_author_of_the_map_is_no_origin() -> None:
    assert found([], by=("analyst",)).roots["e"] == ()
    assert found([], by=("guard",)).roots["e"] == ("guard",)


def test_rejected_citations_count_only_alone() -> None:
    sources = [source("a"), source("b")]
    assert found(sources, Citation("a"), Citation("b", stance="rejected")).roots["e"] == ("a",)


def test_what_names_an_unknown_source_ends_there() -> None:
    assert found([], from_=SourceRef("nowhere")).roots["e"] == ("nowhere",)
    assert found([source("a", "nowhere")], Citation("a")).roots["e"] == ("nowhere",)


def test_what_falls_with_a_source() -> None:
    sources = [source("a", "wire"), source("b", "wire"), source("wire"), source("other")]
    both = found(sources, Citation("a"), Citation("b"))
    assert both.without("a") == []
    assert both.without("wire") == ["e"]
    assert found(sources, Citation("a"), Citation("other")).without("wire") == []


def test_ways_through_a_net_of_sources_do_not_multiply_without_end() -> None:
    sources = [source("s0")]
    for number in range(40):
        sources += [source(f"l{number}", f"s{number}"), source(f"r{number}", f"s{number}")]
        sources.append(source(f"s{number + 1}", f"l{number}", f"r{number}"))
    one = found(sources, Citation("s40"))
    assert len(one.chains["e"]) <= WAYS
    assert one.roots["e"] == ("s0",)


def test_a_chain_of_sources_costs_no_recursion() -> None:
    sources = [source(f"s{number}", f"s{number + 1}") for number in range(2000)] + [source("s2000")]
    assert found(sources, Citation("s0")).roots["e"] == ("s2000",)


def test_a_source_that_is_somebodys_word_begins_with_that_voice() -> None:
    sources = [source("talk", "minister"), source("daily", "talk")]
    one = found(sources, Citation("daily"), Citation("talk", ("minister",)), Citation("talk"))
    assert one.chains["e"] == (("minister", "talk", "daily"), ("minister", "talk"))
    assert one.roots["e"] == ("minister",)
    assert one.without("minister") == ["e"]
    assert one.sources.circles == ()


def test_who_else_speaks_in_it_is_another_origin() -> None:
    one = found([source("talk", "minister")], Citation("talk", ("guard",)), Citation("talk"))
    assert one.roots["e"] == ("guard", "minister")
