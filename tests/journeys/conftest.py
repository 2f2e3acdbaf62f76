"""A real Chromium, driven as a person would, with nothing outside the test server within reach."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.contrib.staticfiles.handlers import StaticFilesHandlerMixin
from django.http import HttpRequest
from django.http.response import HttpResponseBase
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
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",  # nothing else is within reach
]
Barrier = tuple[str, list[str]]
WIDTHS = (1280, 360)
AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
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


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_fetched_once() -> Iterator[None]:
    """As on the site itself, where a browser keeps them; a test's server would send them with every page."""
    send = StaticFilesHandlerMixin.serve

    def send_to_keep(handler: StaticFilesHandlerMixin, request: HttpRequest) -> HttpResponseBase:
        answer = send(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(StaticFilesHandlerMixin, "serve", send_to_keep)
        yield


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
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture(scope="session")
def violations() -> Callable[..., list[Barrier]]:
    """``violations(page)``: what axe finds against WCAG 2.2 AA, as (rule, where)."""

    def find(page: Page, *, only: tuple[str, list[str]] = ("tag", LEVELS)) -> list[Barrier]:
        page.wait_for_load_state()  # a page still without its styles is not the page
        if page.evaluate("() => !window.axe"):
            page.evaluate(AXE)
        found = page.evaluate(
            "(options) => axe.run(document, options).then(({violations}) => violations.map("
            "({id, nodes}) => [id, nodes.slice(0, 3).map(({target}) => String(target))]))",
            {
                "runOnly": {"type": only[0], "values": only[1]},
                "resultTypes": ["violations"],
                "preload": False,
            },
        )
        return [(rule, where) for rule, where in found]

    return find


@pytest.fixture(scope="session")
def barriers(violations: Callable[..., list[Barrier]]) -> Callable[..., list[Any]]:
    """``barriers(page)``: what stands in the way on a wide and on a narrow screen; the page is loaded once."""

    def find(page: Page) -> list[Any]:
        found: list[Any] = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [(width, barrier) for barrier in violations(page)]
            if page.evaluate("() => document.documentElement.scrollWidth") > width:
                found.append((width, "needs sideways scrolling"))
        return found

    return find
