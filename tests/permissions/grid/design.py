"""The gallery of the design system: outside development and demonstration, for those who look after people."""

from copronet.common_ground.design.choices import COMPONENTS
from tests.permissions.rows import Row, page

SEEN_BY_STAFF = page(404, staff=200)

PAGES: dict[str, Row] = {
    "design:gallery": SEEN_BY_STAFF,
    "design:ask": SEEN_BY_STAFF,
    "design:error_page": page(404, staff=200, at=lambda: {"code": "404"}),
    **{f"design:{component.key}": SEEN_BY_STAFF for component in COMPONENTS},
}
