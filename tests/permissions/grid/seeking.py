"""Searches that people keep for themselves, and what staff see of all searching."""

from itertools import count

from copronet.common_ground.journal.actions import Actor
from copronet.portal.seeking.actions import count_asking, keep_search
from copronet.portal.seeking.choices import SHOWN_FROM
from tests.factories import PersonFactory
from tests.permissions.rows import SIGN_IN, deed, page

NUMBERS = count(1)
SENT = {"name": "Gwenyn", "words": "gwenyn"}


def anothers_search():
    search = keep_search(actor=Actor(PersonFactory()), name="Gwenyn", words="gwenyn", facets={})
    return {"pk": search.pk}


def many_seek():
    words = "gair" + "abcdefghij"[next(NUMBERS) % 10] * next(NUMBERS)
    for _time in range(SHOWN_FROM):
        count_asking(words=words, language="cy", found=False)


PAGES = {
    "seeking:mine": page(200, anonymous=SIGN_IN),
    "seeking:keep": page(200, anonymous=SIGN_IN),
    "seeking:let_go": page(405, anonymous=SIGN_IN, at=anothers_search),
    "seeking:sought": page(403, anonymous=SIGN_IN, staff=200, grows=many_seek),
}
DEEDS = [
    ("seeking:keep", deed(302, anonymous=SIGN_IN, sends=SENT)),
    # Anybody lets their own go; this one is somebody else's.
    ("seeking:let_go", deed(404, anonymous=SIGN_IN, at=anothers_search)),
]
