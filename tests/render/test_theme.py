"""Colours: they stand out from their grounds in every theme, and each tells one role."""

import itertools

import pytest

from argmap.render.picture.theme import BOXES, LINES, THEMES, Role, Theme, group_role, stylesheet

every_theme = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
TEXT, LINE = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11

GROUPS = [group_role(number) for number in range(1, 9)]
GROUNDS: list[Role] = ["paper", "panel", "answer", *GROUPS]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@every_theme
def test_text_stands_out_from_every_ground_it_may_have(theme: Theme) -> None:
    texts: list[Role] = ["ink", "grey", "warning", *(style.header for style in BOXES.values())]
    pairs: list[tuple[Role, Role]] = list(itertools.product(texts, GROUNDS))
    folded: list[Role] = ["grey", "ink", "evidence-name", "warning"]
    grounds: list[Role] = ["paper", "panel"]
    on_folded: list[tuple[Role, Role]] = [(role, "folded") for role in folded]
    pairs += on_folded
    lines: list[Role] = [style.role for style in LINES.values()]
    pairs += itertools.product(lines, grounds)
    low = {(text, ground): contrast(theme[text], theme[ground]) for text, ground in pairs}
    assert {pair: round(found, 2) for pair, found in low.items() if found < TEXT} == {}


@every_theme
def test_lines_borders_and_bars_stand_out(theme: Theme) -> None:
    grounds: list[Role] = ["paper", "panel"]
    lines: list[Role] = [*(style.role for style in LINES.values()), *(style.border for style in BOXES.values())]
    pairs: list[tuple[Role, Role]] = [*itertools.product(lines, grounds), ("bar", "trough")]
    pairs += [("bar", ground) for ground in GROUNDS]
    low = {(line, ground): contrast(theme[line], theme[ground]) for line, ground in pairs}
    assert {pair: round(found, 2) for pair, found in low.items() if found < LINE} == {}


@every_theme
def test_each_role_has_a_colour_of_its_own(theme: Theme) -> None:
    colours = [colour.lower() for colour in theme.colours.values()]
    colours.remove(theme["paper"].lower())
    assert len(set(colours)) == len(colours)
    assert theme["paper"].lower() not in colours


def test_themes_have_the_same_roles() -> None:
    assert len({tuple(theme.colours) for theme in THEMES.values()}) == 1


def test_a_stylesheet_names_every_role() -> None:
    css = stylesheet(THEMES["dark"], ".picture")
    assert ".picture .f-ink { fill: #E6EBF1 } .picture .s-ink { stroke: #E6EBF1 }" in css
    assert css.count("\n") == len(THEMES["dark"].colours)
