from tests.permissions.rows import SIGN_IN, page

PAGES = {}
