from tests.permissions.rows import page

PAGES = {
    "alive": page(200),
    "ready": page(200),
    "front:home": page(200),
    "front:lost_access": page(200),
}
