from argmap.render.terminal.columns import columns, table, wrap


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert columns("abc") == 3
    assert columns("中国") == 4
    assert columns("e\u0301") == 1


def test_lines_are_broken_at_words_and_hang() -> None:
    assert wrap("one two three", 9, "- ", "  ") == ["- one two", "  three"]
    assert wrap("", 10) == [""]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]
    assert all(columns(line) <= 5 for line in wrap("中国中国中国", 5))
    assert "".join(wrap("中国中国中国", 5)) == "中国中国中国"


def test_columns_stay_in_line_beside_wide_letters() -> None:
    lines = table(("", "x"), [["中国", "1"], ["a", "2"]], 40)
    assert [columns(line) for line in lines] == [7, 7, 7]


def test_where_there_is_no_room_rows_become_paragraphs() -> None:
    lines = table(("", "strength", "leads"), [["hypothesis", "undetermined", "12"]], 20)
    assert lines == ["hypothesis", "  strength", "  undetermined;", "  leads 12"]
