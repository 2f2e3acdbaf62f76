"""The network's themes: read by everyone, curated by those who may."""

from tests.permissions.rows import SIGN_IN, deed, page

SENT = {
    "name_cy": "Gwyddoniaeth",
    "name_en": "Science",
    "welsh_words": "",
    "english_words": "",
    "is_offered": "on",
}


def of_theme() -> dict[str, str]:
    return {"code": "carers"}


PAGES = {
    "themes:themes": page(200),
    "themes:theme": page(200, at=of_theme),
    "themes:add": page(403, anonymous=SIGN_IN, staff=200, translator=200),
    "themes:change": page(403, anonymous=SIGN_IN, staff=200, translator=200, at=of_theme),
}
DEEDS = [
    ("themes:add", deed(403, anonymous=SIGN_IN, staff=302, translator=302, sends=SENT)),
    (
        "themes:change",
        deed(403, anonymous=SIGN_IN, staff=302, translator=302, sends=SENT | {"based_on": 0}, at=of_theme),
    ),
]
