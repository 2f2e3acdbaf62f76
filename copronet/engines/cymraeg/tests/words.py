"""Words and names for Hypothesis to try: shaped like Welsh, though most do not exist."""

from hypothesis import strategies as st

_ONSETS = (
    *(
        "",
        "p",
        "t",
        "c",
        "b",
        "d",
        "g",
        "m",
        "ll",
        "rh",
        "ch",
        "ph",
        "th",
        "ff",
        "f",
        "s",
        "l",
        "r",
        "n",
        "h",
        "j",
    ),
    *("pl", "tr", "cl", "cn", "br", "dr", "gl", "gr", "gn", "gw", "gwl", "sg", "str", "chw", "ts", "gh"),
)


@st.composite
def radical_words(draw: st.DrawFn) -> str:
    """A word before mutation, with or without a capital."""
    rest = draw(st.text("abcdefghilmnoprstuwyâêîôûŵŷ-'", min_size=1, max_size=8))
    word = draw(st.sampled_from(_ONSETS)) + draw(st.sampled_from("aeiouwyâŵŷ")) + rest
    return word.capitalize() if draw(st.booleans()) else word
