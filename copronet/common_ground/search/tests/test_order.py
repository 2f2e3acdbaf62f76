"""The same documents in the same order from both databases: the one that plain Python reckons from their keys."""

from random import Random

import pytest

from copronet.common_ground.search.actions import write_entries
from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries import matching, postgresql, sqlite
from copronet.common_ground.search.queries.asking import Asked, asked
from copronet.common_ground.search.queries.keys import keys_of, worth
from copronet.common_ground.search.registry import EVERYONE, MEMBERS, Entry

pytestmark = pytest.mark.django_db

WORDS = [
    "plentyn",
    "plant",
    "blant",
    "phobl",
    "pobl",
    "bobl",
    "tŷ",
    "ty",
    "tai",
    "gofal",
    "ofal",
    "carers",
    "care",
    "children",
    "môr",
    "mor",
    "Caerdydd",
]
ASKINGS = [
    (audiences, first, how_many)
    for audiences in ([EVERYONE], [EVERYONE, MEMBERS])
    for first, how_many in ((0, 5), (3, 4), (0, 100))
]


def entries():
    chance = Random(4)
    for number in range(60):
        title, text = (" ".join(chance.choices(WORDS, k=k)) for k in (chance.randint(0, 2), 3))
        language = chance.choice(["cy", "en"])
        audience = MEMBERS if number % 5 == 0 else EVERYONE
        yield str(number), Entry({language: title}, {language: text}, {}, audiences=[audience])


@pytest.fixture
def levels_of_documents():
    given = list(entries())
    write_entries("example.note", given)
    ids = dict(Document.objects.filter(kind="example.note").values_list("object_id", "pk"))
    return {ids[key]: keys_of("example.note", entry).levels for key, entry in given}


def reckoned(documents, wanted: Asked, *, every_word):
    enough = all if every_word else any
    found = []
    for number, levels in documents.items():
        have = {key: level for level, keys in levels.items() for key in keys}
        allowed = all(any(key in have for key in limit) for limit in wanted.limits)
        if allowed and enough(any(key in have for key in word) for word in wanted.words):
            points = sum(worth(each, have[key]) for key, each in wanted.points.items() if key in have)
            found.append((number, points))
    return sorted(found, key=lambda each: (-each[1], -each[0]))


@pytest.mark.parametrize("counted", [2, 10, 1000])
@pytest.mark.parametrize("every_word", [True, False])
@pytest.mark.parametrize(
    "typed", ["plentyn", "pobl", "phobl", "ty", "gofal", "care plant", "Caerdydd", "môr tai", "yn", "yn y"]
)
def test_the_best_come_first_however_few_are_counted(
    levels_of_documents, monkeypatch, typed, every_word, counted
):
    for database in (postgresql, sqlite):
        monkeypatch.setattr(database, "COUNTED", counted)

    for audiences, first, how_many in ASKINGS:
        wanted = asked(typed, "cy", audiences, {})
        expected = reckoned(levels_of_documents, wanted, every_word=every_word)
        if wanted.only_holds and len(expected) > counted:
            expected = [(number, 0) for number in sorted(dict(expected), reverse=True)]

        total, found = matching.matches(wanted, every_word=every_word, first=first, how_many=how_many)

        assert found == expected[first : first + how_many]
        assert min(total, counted + 1) == min(len(expected), counted + 1)
