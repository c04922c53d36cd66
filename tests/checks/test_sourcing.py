"""Rules on sources: whose word counts, and when several are one."""

import pytest

from tests.checks.reading import found, messages

TWO_PAPERS = """
    source post "The Post" { kind: news  derived-from: wire }
    source herald "The Herald" { kind: news  derived-from: wire }
    source wire "Wire story" { kind: news }
    source log "Log" { kind: log }
    voice pilot "The pilot"
"""


def test_two_newspapers_with_one_story_are_one_origin() -> None:
    text = (
        TWO_PAPERS
        + """
    claim landed "Arms were landed." {
        because evidence crates "Crates came ashore." { cite: post p1 }
        because evidence lorries "Lorries waited." { cite: herald p1 }
    }
    """
    )
    assert messages(text, "S102") == ["all that speaks for `landed` comes from one origin, `wire`"]
    assert messages(text, "S104") == []  # S102 has said so


def test_what_somebody_else_saw_is_a_second_origin() -> None:
    text = (
        TWO_PAPERS
        + """
    claim landed "Arms were landed." {
        because evidence crates "Crates came ashore." { cite: post p1 }
        because evidence lorries "Lorries waited." { cite: pilot in post p1 endorsed }
    }
    """
    )
    assert messages(text, "S102", "S104") == []


def test_three_reasons_from_two_origins_are_counted() -> None:
    text = (
        TWO_PAPERS
        + """
    claim landed "Arms were landed." {
        because evidence crates "Crates came ashore." { cite: post p1 }
        because evidence lorries "Lorries waited." { cite: herald p1 }
        because evidence boat "A boat lay there." { cite: log p1 }
    }
    """
    )
    assert messages(text, "S104") == ["3 reasons for `landed` go back to 2 origins: `wire` and `log`"]


def test_a_documents_own_reasons_are_one_argument_and_its_word_is_told_once() -> None:
    text = """
    source essay "An essay" { kind: article }
    claim first "The dam was old." {
        cite: essay par1
        because "It leaked." { cite: essay par1 }
        because "It shook." { cite: essay par1 }
    }
    claim second "The dam was small." {
        cite: essay par2
        because "It was low." { cite: essay par2 }
    }
    """
    assert messages(text, "S104") == []
    assert messages(text, "S102") == ["2 key claims rest on nothing but the word of `essay`: `first` and `second`"]


def test_views_that_nobody_in_the_map_holds_need_no_second_source() -> None:
    text = (
        TWO_PAPERS
        + """
    claim landed "Arms were landed." {
        cite: pilot in post p1 endorsed
        cite: post p1 rejected
        because evidence crates "Crates came ashore." { cite: log p1 }
    }
    """
    )
    assert messages(text, "S102") == []


def test_restated_in_another_place_a_claim_has_the_origins_of_both() -> None:
    text = (
        TWO_PAPERS
        + """
    claim landed "Arms were landed." { because evidence crates "Crates came ashore." { cite: post p1 } }
    claim again "Weapons came ashore." { because evidence boat "A boat lay there." { cite: log p1 } }
    landed restates again
    """
    )
    assert messages(text, "S102") == []


def test_what_entails_a_claim_counts_among_its_grounds() -> None:
    text = (
        TWO_PAPERS
        + """
    claim landed "Arms were landed." { because evidence crates "Crates came ashore." { cite: post p1 } }
    claim rifles "Rifles were landed." { cite: log p1 }
    rifles entails landed
    """
    )
    assert messages(text, "S102") == []


def test_grounds_go_round_a_circle_once() -> None:
    text = (
        TWO_PAPERS
        + """
    claim a "A." { because b  because c }
    claim b "B." { because c }
    claim c "C." { because b  because evidence crates "Crates came ashore." { cite: post p1 } }
    """
    )
    assert messages(text, "S102") == ["all that speaks for `a` comes from one origin, `wire`"]


def test_unnamed_sources_are_told_of_as_such_and_not_twice() -> None:
    text = """
    source post "The Post" { kind: news }
    voice insiders "Two insiders" { anonymous: yes }
    claim closing "The mill will close." { because evidence vote "The board voted." { cite: insiders in post p1 endorsed } }
    """
    assert messages(text, "S105") == ["only unnamed sources speak for `closing`: Two insiders"]
    assert messages(text, "S102") == []


def test_a_word_passed_on_by_unnamed_people_is_unnamed() -> None:
    text = """
    source post "The Post" { kind: news }
    voice insiders "Two insiders" { anonymous: yes }
    voice owner "The owner"
    claim closing "The mill will close." { because evidence vote "The board voted." { cite: owner > insiders in post p1 endorsed } }
    """
    assert messages(text, "S105") == ["only unnamed sources speak for `closing`: Two insiders"]


def test_ages_are_counted_as_far_as_dates_are_known() -> None:
    text = """
    map {{ as-of: 2025-03 }}
    source survey "Survey" {{ kind: {kind}  date: {date} }}
    claim deep "It is deep." {{ because evidence depth "Nine metres." {{ cite: survey p2 {more} }} }}
    """
    for date, kind, more, told in [
        ("2015-03-02", "report", "", 0),
        ("2014-03-02", "report", "", 1),
        ("2014", "report", "", 1),
        ("2014-04", "report", "", 0),
        ("2025", "report", "", 0),
        ("2025-03-31", "report", "", 0),
        ("2025-04", "report", "", 1),
        ("1985", "law", "", 0),
        ("1985", "report", 'when: "1985"', 0),
    ]:
        assert len(found(text.format(date=date, kind=kind, more=more), "S107")) == told, (date, kind, more)


def test_a_map_without_sources_is_not_asked_for_any() -> None:
    text = """
    claim late "It was late." { because evidence log "It left at nine." { credibility: 1 } }
    """
    assert messages(text, "S") == []


def test_an_authors_earlier_work_and_private_messages_are_told_of_with_what_rests_on_them() -> None:
    text = """
    source essay "Essay" { kind: article  author: "Jane Roe" }
    source earlier "Earlier" { kind: article  author: "John Doe and Jane Roe"  noted: essay n1 }
    source mail "Mail" { kind: message  author: "John Doe"  noted: essay n2 }
    source paper "Paper" { kind: article  author: "John Doe"  noted: essay n3 }
    claim a "A." { cite: essay par1 n1 }
    claim b "B." { cite: essay par1 n2 }
    claim c "C." { cite: essay par1 n3 }
    """
    assert [each.split(", ")[0] for each in messages(text, "S114")] == [
        "for `a` `essay` relies on `earlier`",
        "for `b` `essay` relies on `mail`",
    ]


def test_a_message_is_private_where_nobody_can_look_it_up() -> None:
    text = """
    source daily "The daily" {{ kind: news  date: 2026-11-06  derived-from: chief }}
    source chief "Talk with the chief" {{ kind: interview  {more} }}
    source weekly "The weekly" {{ kind: news  derived-from: daily }}
    claim a "A." {{ cite: {cited} p1 }}
    claim b "B." {{ cite: {other} p2 }}
    """
    (finding,) = found(text.format(more="", cited="daily", other="daily"), "S114")
    assert (
        finding.message == "for `a` and `b` `daily` relies on `chief`, a private interview that no reader can look up"
    )
    where = finding.where
    assert where.source.text[where.start : where.end] == "derived-from: chief"
    (finding,) = found(text.format(more="", cited="weekly", other="weekly"), "S114")
    assert "`daily` relies on `chief`" in finding.message  # not the weekly, whose author heard nothing
    assert found(text.format(more="", cited="daily", other="chief"), "S114") == []  # the map's author has it in hand
    assert found(text.format(more='url: "https://example.org"', cited="daily", other="daily"), "S114") == []
    assert found(text.format(more='publisher: "The sea office"', cited="daily", other="daily"), "S114") == []


def test_a_message_that_one_statement_relies_on_is_told_of_there() -> None:
    text = """
    source essay "Essay" { kind: article }
    source mail "Mail" { kind: letter }
    claim a "A." { cite: essay par1  from: mail }
    """
    (finding,) = found(text, "S114")
    assert finding.where.source.text[finding.where.start : finding.where.end] == "from: mail"


def test_a_partys_name_is_found_as_a_word_and_a_second_source_answers() -> None:
    text = """
    voice un "The UN"
    source briefing "Briefing" {{ kind: statement  interest: un }}
    source other "Other" {{ kind: report }}
    evidence one "{text}" {{ cite: briefing p1 {more} }}
    """
    assert len(found(text.format(text="The UN acted.", more=""), "S113")) == 1
    assert found(text.format(text="It was unusual.", more=""), "S113") == []
    assert found(text.format(text="The UN acted.", more="cite: other p1"), "S113") == []


CHIEF = """
source talk "{title}" {{ kind: {kind} {more} }}
source daily "Coast Daily" {{ kind: news  derived-from: talk }}
voice chief "The chief engineer"
claim clogged "The filters were clogged." {{
    because evidence saw "The chief saw them." {{ cite: chief in talk p1 endorsed }}
    because evidence drill "A drill was planned." {{ cite: talk p2 }}
    because evidence printed "So it was printed." {{ cite: daily p1 }}
}}
"""


@pytest.mark.parametrize(
    ("title", "kind", "more", "told"),
    [
        ("Tape 4", "interview", "", True),
        ("Interview with the chief engineer", "report", "", True),
        ("Notes", "notes", 'author: "Chief engineer"', True),
        ("Notes", "notes", 'author: "Ann Roe"', False),
        ("Interview with the chief engineer", "interview", 'author: "Ann Roe"', False),
        ("Statement on the chief engineer", "report", "", False),
        ("Log", "log", "", False),
        ("Tape 4", "interview", "derived-from: chief", False),
    ],
)
def test_a_voice_and_a_source_of_its_own_are_one_witness(title: str, kind: str, more: str, told: bool) -> None:  # noqa: FBT001
    message = (
        "`talk` is the word of The chief engineer, and counts as a second witness beside them: "
        "`saw` begins with `chief`, `drill` and `printed` with `talk`"
    )
    assert messages(CHIEF.format(title=title, kind=kind, more=more), "S118") == [message] * told


def test_a_voice_is_asked_for_the_grade_that_its_source_has() -> None:
    (one,) = found(CHIEF.format(title="Tape 4", kind="interview", more="reliability: C"), "S118")
    assert one.help is not None
    assert one.help.endswith("and the voice's own `reliability:` (the source has C)")
    (one,) = found(CHIEF.format(title="Tape 4", kind="interview", more=""), "S118")
    assert one.help == "`derived-from: chief` on the source, if it holds nobody else's word"


def test_what_is_derived_from_a_voice_is_one_witness_with_it() -> None:
    split = CHIEF.format(title="Tape 4", kind="interview", more="")
    joined = CHIEF.format(title="Tape 4", kind="interview", more="derived-from: chief")
    assert messages(split, "S104") == ["3 reasons for `clogged` go back to 2 origins: The chief engineer and `talk`"]
    assert messages(joined, "S102") == ["all that speaks for `clogged` comes from one origin, The chief engineer"]


def test_two_voices_in_one_interview_are_two_witnesses() -> None:
    text = CHIEF.format(title="Tape 4", kind="interview", more="")
    text += 'voice mate "The mate"\nevidence other "The mate saw it." { cite: mate in talk p3 endorsed }\n'
    assert messages(text, "S118") == []


def test_a_documents_own_reasoned_claim_is_no_ground_though_a_voice_stands_behind_it() -> None:
    text = """
    voice roe "Jane Roe"
    source essay "Essay" { author: "Jane Roe"  derived-from: roe }
    claim weak "The dam was weak." {
        cite: essay par1
        because evidence crack "It had a crack." { cite: log p1 }
    }
    source log "Log" { kind: log }
    """
    assert messages(text, "S102") == ["all that speaks for `weak` comes from one origin, `log`"]
