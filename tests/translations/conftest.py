"""What the pages say is the same on either database, so the PostgreSQL run leaves these tests out."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "translations" in item.path.parts:
            item.add_marker(pytest.mark.presentation)
