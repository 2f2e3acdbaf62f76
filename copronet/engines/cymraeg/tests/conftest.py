"""What the Welsh tests read: the tables beside the checkout (or under COPRONET_SHARED), if they are there."""

from pathlib import Path
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="session")
def welsh_data(shared_data: Path) -> Path:
    folder = shared_data / "welsh"
    if not folder.is_dir():
        pytest.skip(f"THE WELSH TABLES WERE NOT CHECKED: {folder} is not there; set COPRONET_SHARED")
    return folder


@pytest.fixture(scope="session")
def tables(welsh_data: Path) -> dict[str, Any]:
    """The reviewed tables of mutations, triggers and numerals."""
    return yaml.safe_load((welsh_data / "mutations.yaml").read_text(encoding="utf-8"))
