"""Run inside Django: bring in a table of 5,000 organisations, and say how long each step took."""

import resource
import time

import django

django.setup()

from django.core.files.base import ContentFile  # noqa: E402  (needs the line above)

from copronet.common_ground.journal.actions import CLOCKWORK  # noqa: E402
from copronet.common_ground.people.actions.likenesses import make_missing_keys  # noqa: E402
from copronet.common_ground.people.imports import OrganisationSheet  # noqa: E402
from copronet.common_ground.people.models import Organisation  # noqa: E402
from copronet.common_ground.spreadsheets.actions import bring_in, keep_upload, match_columns, undo  # noqa: E402
from copronet.common_ground.spreadsheets.imports import read_table  # noqa: E402
from copronet.common_ground.spreadsheets.models import Upload  # noqa: E402
from copronet.common_ground.work.actions import run_due  # noqa: E402

from .organisations import BEGINNINGS, ENDINGS, KINDS, SIDES  # noqa: E402

ROWS, HERE = 5_000, 2_500
COLUMNS = ("name_cy", "name_en", "kind", "about_en", "area")


def names() -> list[tuple[str, str]]:
    places = [f"{first}{last} {side}" for first in BEGINNINGS for last in ENDINGS for side in SIDES]
    return [(f"{cy} {place}", f"{place} {en}") for cy, en in KINDS for place in places][:ROWS]


def timed(what: str, begun: float) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:14} {time.perf_counter() - begun:6.1f} s   (at most {memory} MB so far)")


def main() -> None:
    Organisation.objects.bulk_create(Organisation(name_cy=cy, name_en=en) for cy, en in names()[:HERE])
    make_missing_keys()
    lines = [f'"{cy}","{en}",community-group,"What it does.",Powys' for cy, en in names()]
    text = "\n".join([",".join(COLUMNS), *lines])
    begun = time.perf_counter()
    table = read_table(ContentFile(text.encode()))
    upload = keep_upload(actor=CLOCKWORK, sheet=OrganisationSheet, table=table, name="mesur.csv")
    timed("read", begun)
    for what, ask in (
        ("looked through", lambda: match_columns(actor=CLOCKWORK, upload=upload, columns=COLUMNS)),
        ("brought in", lambda: bring_in(actor=CLOCKWORK, upload=upload, with_alike=True)),
        ("undone", lambda: undo(actor=CLOCKWORK, upload=upload)),
    ):
        ask()
        begun = time.perf_counter()
        run_due()
        timed(what, begun)
        print(f"{'':14} {Upload.objects.get(pk=upload.pk).counts}")


if __name__ == "__main__":
    main()
