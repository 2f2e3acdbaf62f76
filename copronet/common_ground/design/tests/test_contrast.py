"""Every text can be read on every ground it may stand on, in light and dark (WCAG 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

SHEET = Path(__file__).resolve().parents[1] / "static" / "design" / "copronet.css"
GROUNDS = ["paper", "surface", "sunk", "mor-tint", "cen-tint", "grug-tint", "pabi-tint", "stop-tint"]
TEXTS = [
    "ink",
    "ink-soft",
    "accent-action",
    "accent-action-strong",
    "accent-good",
    "accent-people",
    "accent-notice",
    "accent-stop",
]
# Words on a ground of their own.
OTHER_PAIRS = [
    ("on-action", "accent-action"),
    ("on-action", "accent-action-strong"),
    ("on-stop", "accent-stop"),
    ("paper", "ink"),
    ("on-roof", "roof"),
    ("on-roof-soft", "roof"),
    ("roof-mark", "roof"),
    ("ink", "shade-1"),
    ("ink", "shade-2"),
    ("on-shade-3", "shade-3"),
    ("on-shade-4", "shade-4"),
]
TEXT_PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS] + OTHER_PAIRS
# Edges of controls and marks of charts: 3 to 1.
MARK_PAIRS = [
    (mark, ground)
    for mark in ["line-control", "mor-mark", "cen-mark", "grug-mark", "pabi-mark", "focus"]
    for ground in ["paper", "surface", "sunk"]
]


def tokens(scheme: str) -> dict[str, str]:
    sheet = SHEET.read_text()
    light, dark = sheet.split("@media (prefers-color-scheme: dark)", 1)
    dark = dark.split("@layer elements", 1)[0]
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", light))
    return found | dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_every_ground(scheme):
    colours = tokens(scheme)

    too_faint = [
        (text, ground, round(contrast(colours[text], colours[ground]), 2))
        for text, ground in TEXT_PAIRS
        if contrast(colours[text], colours[ground]) < 4.5
    ]

    assert too_faint == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_mark_and_edge_stands_out_from_its_ground(scheme):
    colours = tokens(scheme)

    too_faint = [
        (mark, ground) for mark, ground in MARK_PAIRS if contrast(colours[mark], colours[ground]) < 3
    ]

    assert too_faint == []


def test_black_on_white_measures_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_no_rule_names_a_colour_that_is_not_a_token():
    """Outside the tokens and paper (print), colours are roles; the few exceptions stand here by name."""
    sheet = SHEET.read_text()
    rules = sheet.split("@layer elements", 1)[1].split("@layer print {", 1)[0]

    assert sorted(set(re.findall(r"#[0-9a-f]{3,6}\b", rules))) == ["#272435", "#8ed0e8", "#f2a71f", "#fff"]
