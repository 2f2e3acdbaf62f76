from tests.permissions.rows import SIGN_IN, page

PAGES = {
    "alive": page(200),
    "ready": page(503),  # no background worker stands beside these tests
    "front:home": page(200),
    "front:lost_access": page(200),
    "front:search": page(200),
    "front:suggestions": page(200),
    "front:a_to_z": page(200),
    "front:my_page": page(200, anonymous=SIGN_IN),
    "workbench:workbench": page(404, anonymous=SIGN_IN, staff=200),
}
