"""The translators' queue, and translating in place."""

from tests.permissions.rows import SIGN_IN, deed, page

from .journal import told

PAGES = {
    "languages:queue": page(403, anonymous=SIGN_IN, translator=200, staff=200, grows=told),
    "languages:translate": page(403, anonymous=SIGN_IN, translator=200, staff=200, at=told),
}

DEEDS = [
    (
        "languages:translate",
        deed(
            403,
            anonymous=SIGN_IN,
            translator=302,
            staff=302,
            at=told,
            sends={"name_cy": "Enw newydd", "name_en": "New name", "based_on": 2},
        ),
    ),
]
