"""Tables brought in and given out: only by those who may look after what they hold."""

from copronet.common_ground.spreadsheets.models import Row, Upload
from tests.permissions.rows import SIGN_IN, Answer, deed, page
from tests.permissions.rows import Row as GridRow


def staff(answer: Answer = 200, **more: object) -> GridRow:
    return page(403, anonymous=SIGN_IN, staff=answer, **more)  # type: ignore[arg-type]


def of_sheet() -> dict[str, str]:
    return {"sheet": "organisations"}


def of_table() -> dict[str, str]:
    return {"sheet": "people", "form": "json"}


def _upload(**said: object) -> Upload:
    upload: Upload = Upload.objects.create(sheet="organisations", name="a.csv", headings=["name_cy"], **said)
    Row.objects.create(upload=upload, number=2, cells=["Cwm Hud"])
    return upload


def of_new() -> dict[str, int]:
    return {"pk": _upload().pk}


def of_checked() -> dict[str, int]:
    return {"pk": _upload(state="checked", columns=["name_cy"], counts={"created": 1}).pk}


PAGES = {
    # Translators tend the themes, which are a table too.
    "spreadsheets:home": page(403, anonymous=SIGN_IN, staff=200, translator=200),
    "spreadsheets:upload": staff(at=of_sheet),
    "spreadsheets:give_out": staff(405, at=of_table),
    "spreadsheets:match": staff(at=of_new),
    "spreadsheets:file": staff(at=of_checked),
    "spreadsheets:bring_in": staff(405, at=of_checked),
    "spreadsheets:undo": staff(405, at=of_checked),
}

DEEDS = [
    ("spreadsheets:give_out", deed(403, anonymous=SIGN_IN, staff=200, at=of_table)),
    (
        "spreadsheets:match",
        deed(403, anonymous=SIGN_IN, staff=302, at=of_new, sends={"column_0": "name_cy"}),
    ),
    ("spreadsheets:bring_in", deed(403, anonymous=SIGN_IN, staff=302, at=of_checked)),
    ("spreadsheets:undo", deed(403, anonymous=SIGN_IN, staff=302, at=of_checked)),
]
