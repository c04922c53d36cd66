"""C201: hedges that get lost on the way from the reasons to the conclusion, or from one page to another."""

import pytest

from tests.checks.reading import found, messages

TEXT = """
source report "Report" {{ kind: report }}
voice chief "The chief"
claim arson "It was arson." {{
    cite: report par9 endorsed {conclusion}
    because claim can "There was a petrol can." {{ cite: report par3 endorsed {premise} }} as {{ cite: report par9 endorsed {step} }}
}}
"""
RANKS = {"asserted": 3, "qualified": 2, "possible": 1, "speculative": 0}


@pytest.mark.parametrize("conclusion", RANKS)
@pytest.mark.parametrize("premise", RANKS)
@pytest.mark.parametrize("step", RANKS)
def test_a_conclusion_two_ranks_above_its_weakest_link_is_told_of(conclusion: str, premise: str, step: str) -> None:
    text = TEXT.format(conclusion=conclusion, premise=premise, step=step)
    leaps = RANKS[conclusion] - min(RANKS[premise], RANKS[step]) >= 2
    assert len(found(text, "C201")) == leaps


def test_one_firm_step_is_enough() -> None:
    text = TEXT.format(conclusion="asserted", premise="possible", step="asserted")
    assert len(found(text, "C201")) == 1
    assert (
        found(
            text + 'arson because evidence seen "It was seen." { cite: report par4 } as { cite: report par9 }', "C201"
        )
        == []
    )


def test_the_hedge_of_another_party_is_not_held_against_a_document() -> None:
    text = """
    source report "Report" { kind: report }
    voice chief "The chief"
    claim arson "It was arson." {
        cite: report par9
        cite: chief in report par2 endorsed possible
        because claim can "There was a can." { cite: chief in report par3 endorsed possible  cite: report par3 } as { cite: report par9 }
    }
    """
    assert messages(text, "C201") == []


def test_a_step_that_only_a_voice_takes_is_not_the_documents() -> None:
    text = """
    source report "Report" { kind: report }
    voice chief "The chief"
    claim arson "It was arson." {
        cite: report par9
        because claim can "There was a can." { cite: report par3 possible } as { cite: chief in report par9 endorsed }
    }
    """
    assert messages(text, "C201") == []


def test_one_statement_firmer_in_the_abstract_than_in_the_text() -> None:
    text = """
    source essay "Essay" { kind: article }
    claim calm "They are not worried." {
        cite: essay par0 "not deeply concerned"
        cite: essay par73 endorsed qualified "suggests"
    }
    """
    assert messages(text, "C201") == [
        "`calm` is asserted here, and only qualified in par73 by the same document",
    ]


def test_stances_other_than_endorsement_have_no_firmness() -> None:
    text = """
    source essay "Essay" { kind: article }
    claim calm "They are not worried." {
        cite: essay par0
        cite: essay par1 conceded possible
        cite: essay par2 reported speculative
    }
    """
    assert messages(text, "C201") == []


def test_what_follows_from_a_statement_cannot_be_less_certain() -> None:
    text = """
    source essay "Essay" {{ kind: article }}
    source paper "Paper" {{ kind: article }}
    claim made "They made it possible." {{ cite: essay par2 endorsed {one} }}
    claim hand "They had a hand in it." {{ cite: {who} par1 endorsed {other} }}
    made entails hand
    """
    told = ["`made` is asserted, and `hand`, which follows from it, is only qualified"]
    assert messages(text.format(one="asserted", other="qualified", who="essay"), "C201") == told
    assert messages(text.format(one="possible", other="qualified", who="essay"), "C201") == []
    assert messages(text.format(one="asserted", other="qualified", who="paper"), "C201") == []
