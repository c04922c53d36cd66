"""What to say of an error of form: each kind of slip has a small function that knows it, asked in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.syntax.faults import blocks, commas, habits, links, names, prose, texts, unknown_words, values, words
from argmap.syntax.faults.expected import expected
from argmap.syntax.faults.situation import Fault, Situation, short

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Fault", "Situation", "explain"]


def explain(situation: Situation) -> Fault:
    """Say what is wrong, what was expected, how it may be mended, and how to read on."""
    for knows in _KINDS:
        found = knows(situation)
        if found is not None:
            return found
    return _anything_else(situation)


_KINDS: tuple[Callable[[Situation], Fault | None], ...] = (
    habits.comment_sign,
    prose.word_in_bold,
    texts.long_text_too_long,
    texts.quote_before_word,
    texts.quote_in_text,
    texts.unclosed_text,
    names.apostrophe,
    texts.typographic_quote,
    blocks.unclosed_block,
    blocks.block_not_open,
    blocks.unopened,
    blocks.other_bracket,
    blocks.move_before_block,
    blocks.move_on_the_line,
    blocks.stray_close,
    values.unclosed_list,
    prose.text_in_brackets,
    prose.source_in_brackets,
    prose.filler,
    commas.comma_between,
    values.value_missing,
    values.attribute_on_the_line,
    values.value_on_next_line,
    words.misspelt_link,
    links.unquoted_text,
    names.name_of_two_words,
    names.title_without_quotes,
    names.matrix_of_nothing,
    names.reserved_name,
    names.name_after_text,
    names.nothing_named,
    blocks.text_after_text,
    links.missing_link,
    values.row_without_bar,
    habits.row_of_commas,
    commas.comma_at_end,
    habits.change_outside,
    habits.outline_sign,
    habits.because_in_relation,
    habits.if_then,
    habits.other_relation,
    habits.relation_on_the_line,
    words.text_without_a_move,
    words.astray,
    words.move_without_subject,
    values.attribute_outside,
    words.statement_without_a_move,
    words.step_in_a_step,
    words.reference_with_block,
    links.missing_link_outside,
    values.attribute_without_colon,
    habits.sentence,
    unknown_words.not_a_word,
    values.change_with_colon,
    values.bracket_too_many,
    values.strange_character,
    values.row_outside,
    values.end_of_file,
)


def _anything_else(s: Situation) -> Fault:
    lines = s.token.value.strip().splitlines()
    if not lines:
        return s.fault("L118", "the end of the line cannot stand here", expected(s))
    shown = short(lines[0])
    quoted = shown if shown.startswith('"') else f"`{shown}`"
    return s.fault("L118", f"{quoted} cannot stand here", expected(s))
