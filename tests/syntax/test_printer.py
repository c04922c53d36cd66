"""Reading what is printed gives an equal map, and what is printed reads well."""

from __future__ import annotations

from pathlib import PurePosixPath
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.loading import load
from argmap.lower import lower
from argmap.model import ArgumentMap, MapFile, Statement, Step
from argmap.pipeline import analyse
from argmap.syntax.printer import UnprintableError, print_file, print_map
from tests.conftest import ROOT
from tests.reading import map_of
from tests.strategies import argument_maps

if TYPE_CHECKING:
    from pathlib import Path

MAPS = sorted((ROOT / "maps").rglob("*.argmap"))


def read_texts(texts: dict[str, str]) -> ArgumentMap:
    def reader(path: str) -> bytes:
        return texts[path].encode()

    loaded = load(next(iter(texts)), reader)
    found, errors = lower(loaded)
    said = [*loaded.diagnostics, *errors]
    assert not [(each.code, each.message, each.where.source.text[each.where.start : each.where.end]) for each in said]
    return found


def printed(text: str, **others: str) -> str:
    whole = map_of(dedent(text), **{name: dedent(other) for name, other in others.items()})
    texts = print_map(whole)
    assert read_texts(texts) == whole
    return texts["main.argmap"]


# ------------------------------------------------------------------------------------------------------- the law


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_printed_map_reads_as_the_same_map(whole: ArgumentMap) -> None:
    texts = print_map(whole)
    assert read_texts(texts) == whole, "\n-----\n".join(texts.values())


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(argument_maps())
def test_printing_again_changes_nothing(whole: ArgumentMap) -> None:
    whole.allowances.clear()  # where such a comment stood is not known of a map that was never read
    texts = print_map(whole)
    assert print_map(read_texts(texts)) == texts


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_map_reads_the_same_when_printed(path: Path) -> None:
    whole = analyse(str(path), needs=()).map
    assert read_texts(print_map(whole)) == whole


# Each of these has an order of statements and steps that only one way of nesting gives.
@pytest.mark.parametrize(
    "text",
    [
        # a statement is defined not where it is used first, but where the steps to it must stand
        'claim "A." {\n but "B." {\n  but x\n   unless claim x { because "C." since "D." } & "E."\n }\n}\n',
        # a warrant comes after an undercut, for the step in its block does
        'claim e\nclaim c\nclaim d\ne because d & c\n    unless d as f\n    since "W." { but c as g }\n',
        # a warrant on a line of its own stands before its step
        'claim e\nu since "W."\ne because claim d as u\n    since "V."\nu since "X."\n',
        # a step stands before its subject, and defines it
        't because claim s { because claim q { but claim t as v } & u } & "A." & q\nclaim u\n',
        # an undercut stands before its step
        'claim a\nclaim b\nstep unless "U." { but a }\na because b as step\n',
        # an undercut of a step without a name, after a step to its premise
        'claim a { because claim b { because "C." } & "D."\n    unless "E." as { unless "F." since "G." }\n}\n',
    ],
)
def test_order_is_kept_where_nesting_is_tight(text: str) -> None:
    whole = map_of(text)
    assert read_texts(print_map(whole)) == whole


# -------------------------------------------------------------------------------------------------------- beauty


def test_the_first_map_of_the_language_is_printed_as_it_was_written() -> None:
    text = """\
        claim "Harry is a British subject." {
            because "Harry was born in Bermuda."
                since "Whoever is born in Bermuda is, as a rule, a British subject."
                unless "Both his parents were aliens."
            but "He has become an American citizen." {
                but "He never took the oath."
            }
        }
        """
    assert printed(text) == dedent(text)


def test_everything_has_its_place() -> None:
    text = """\
        map role "Who is behind it?" { as-of: 2025-08-01  semantics: log-odds }

        import "trade.argmap" as trade

        source essay "China's Violation of Sanctions" {
            author: "Gordon G. Chang"
            reliability: C "an essay that argues for a policy, closely footnoted"
            skip: par82 "summary"
        }

        source daily { noted: essay n6 n22-23 }

        voice beijing "The Chinese government"

        question part "What part did China play?" { hypotheses: [mastermind, enabler]  exclusive: yes }

        hypothesis mastermind "China masterminded the pact." {
            cite: essay par81 speculative "might even have"
            because ability & incentive as means-and-motive {
                scheme: motive
                weight: moderate
                cite: essay par81
                since "Whoever has both the means and the motive for an act did it."
                unless claim leap "Means and motive do not show the act." { by: analyst } as { weight: strong }
            }
        }

        claim ability "China had the means." { base: 0.6..0.8  tags: [trade, "by sea"] }
        claim incentive "China had strong reasons."
        hypothesis enabler "China knew of the pact."

        mastermind excludes enabler

        section "Land border" of essay {
            claim approves "The regime approves of the trade." {
                cite: par22
                but claim strict "Inspections were strict." { cite: par19 n21-22 conceded } as strict-objection {
                    cite: par21 rejected
                }
            }

            claim no-knowledge "Beijing did not know." {
                cite: beijing in essay par24 endorsed
                cite: par24 rejected
            }
        }

        enabler because trade.dependence
        means-and-motive unless no-knowledge

        matrix part by beijing {
            |              | relevance: | mastermind | enabler         |
            | approves     | low        | N          | C               |
            | no-knowledge |            | I "a | b"  | 0.2..0.4 "rare" | "for all of it" |
        }

        scenario "quarrels are staged" {
            assume leap
            withdraw daily
            set strict { base: 0.2 }
        }
        """
    other = 'claim dependence "The North depends on trade."\n'
    assert printed(text, trade=other) == dedent(text)


def test_long_premises_stand_below_each_other() -> None:
    text = f"""\
        claim c "C." {{
            because "{"a" * 60} a"
                & "{"b" * 60} b"
                since "W."
        }}
        """
    assert printed(text) == dedent(text)


def test_a_text_of_several_paragraphs_is_a_long_text() -> None:
    text = '''\
        claim c """
            It has a "quote" and a \\\\ and even ""\\".

            And a second paragraph.
        """ {
            note: """
                One.

                Two.
            """
        }
        '''
    assert printed(text) == dedent(text)


def test_statements_with_names_are_nested_only_so_deep() -> None:
    chain = "\n".join(f"claim c{number} {{ because c{number + 1} }}" for number in range(3000)) + "\nclaim c3000"
    assert max(len(line) - len(line.lstrip()) for line in printed(chain).splitlines()) <= 16


def test_what_has_no_name_is_nested_as_deep_as_it_is() -> None:
    deep = 1000
    text = 'claim "A." {\n' + 'because "B." {\n' * deep + 'because "C."\n' + "}\n" * (deep + 1)
    assert printed(text).count("because") == deep + 1


def test_comments_that_allow_findings_are_kept_with_what_follows_them() -> None:
    text = """\
        claim a "A." {
            # argmap: allow A306 nothing more was said
            because "B."
        }

        # argmap: allow S102 the archive burnt down
        claim c "C."
        """
    assert printed(text) == dedent(text)


# --------------------------------------------------------------------------------------------- files and failure


def test_a_file_calls_things_by_the_names_it_has_for_them() -> None:
    others = {
        "one": 'import "three.argmap" as three\nclaim b { because three.d }\n',
        "two": 'import "three.argmap" as third\nclaim c { but third.d }\n',
        "three": "claim d\n",
    }
    main = 'import "one.argmap" as one\nimport "two.argmap" as two\nclaim a { because one.b & two.c & one.three.d }\n'
    whole = map_of(main, **others)
    texts = {PurePosixPath(path).stem: text for path, text in print_map(whole).items()}
    assert "because one.b & two.c & one.three.d" in texts["main"]
    assert "because three.d" in texts["one"]
    assert "but third.d" in texts["two"]
    assert read_texts(print_map(whole)) == whole


def nameless_pair() -> ArgumentMap:
    statements = [Statement(id=name, kind="claim", text="A b.") for name in ("a", "_1")]
    return ArgumentMap(files=[MapFile("main.argmap")], statements=statements)


def test_a_statement_without_a_name_cannot_be_used_twice() -> None:
    whole = nameless_pair()
    whole.steps = [Step(id=f"_s{number}", kind="support", target="a", premises=["_1"]) for number in (1, 2)]
    with pytest.raises(UnprintableError, match="no text has a place for the step _s2"):
        print_file(whole)


@pytest.mark.parametrize("text", ["one\ntwo", "a\0b", "one\n\n two"])
def test_a_text_that_no_map_can_hold_is_refused(text: str) -> None:
    whole = nameless_pair()
    whole.statements[0].text = text
    with pytest.raises(UnprintableError, match="no text in a map can hold"):
        print_file(whole)


def test_a_verdict_that_is_a_word_of_the_language_stands_in_quotes() -> None:
    text = printed('claim a "A." {\n    checked: ann 2024-05-01 "because"\n}\n')
    assert 'checked: ann 2024-05-01 "because"' in text
