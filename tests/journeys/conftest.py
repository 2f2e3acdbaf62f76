"""A real Chromium, driven as a person would, with nothing outside the test server within reach."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.fail("Chromium is missing: apt-get install --no-install-recommends chromium libatomic1")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[Callable[..., Page]]:
    """``open_page(width=360, scripts=False, …)`` gives a page; errors in its console fail the test."""
    contexts, errors = [], []

    def open_page(*, width: int = 1280, scripts: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            **options,
        )
        context.route("**/*", lambda route: _only_here(route, live_server.url))
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def _only_here(route: Any, address: str) -> None:
    if route.request.url.startswith((address, "data:", "blob:")):
        route.continue_()
    else:
        route.abort()


@pytest.fixture
def violations() -> Callable[[Page], list[tuple[str, list[str]]]]:
    """``violations(page)``: what axe finds against WCAG 2.2 AA, as (rule, where)."""
    axe = Axe()

    def find(page: Page) -> list[tuple[str, list[str]]]:
        page.wait_for_load_state()  # a page still without its styles is not the page
        result = axe.run(page, options={"runOnly": {"type": "tag", "values": LEVELS}})
        return [
            (rule["id"], [str(node["target"]) for node in rule["nodes"]][:3])
            for rule in result.response["violations"]
        ]

    return find
