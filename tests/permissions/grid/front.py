from itertools import count

from tests.factories import news_page
from tests.permissions.grid.journal import told
from tests.permissions.rows import SIGN_IN, page

NUMBERS = count(1)


def something_happens() -> None:
    for _deed in range(5):  # as many as the page shows
        told()
    number = next(NUMBERS)
    news_page(title_cy=f"Newydd {number}", title_en=f"News {number}")


PAGES = {
    "alive": page(200),
    "icon": page(302),
    "ready": page(503),  # no background worker stands beside these tests
    "front:home": page(200, grows=something_happens, queries=8),
    "front:lost_access": page(200),
    "front:my_page": page(200, anonymous=SIGN_IN, grows=told),
    "workbench:workbench": page(404, anonymous=SIGN_IN, staff=200, grows=told),
    "front:search": page(200),
    "front:suggestions": page(200),
    "front:a_to_z": page(200),
}
