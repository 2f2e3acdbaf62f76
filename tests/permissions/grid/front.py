from tests.permissions.rows import page

PAGES = {
    "alive": page(200),
    "ready": page(503),  # no background worker stands beside these tests
    "front:home": page(200),
    "front:lost_access": page(200),
}
