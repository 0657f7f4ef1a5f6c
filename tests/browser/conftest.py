"""Chromium, the live portal, people who sign in, and a worker."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect, sync_playwright

from pug_portal.access.actor import Actor
from tests.browser.axe import SCRIPT
from tests.browser.devices import DESKTOP
from tests.browser.hands import click, fill
from tests.browser.tally import TALLY
from tests.browser.watch import Watch
from tests.browser.worker import running_worker
from tests.make.pug_portal import PASSWORD
from tests.template_database import copy_of_template

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A busy machine with two cores is slow, not broken.
PATIENCE_MS = 30_000

OpenPage = Callable[..., Page]
SignIn = Callable[[Page, Actor], None]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """On SQLite a file, since the worker is another process and cannot see our memory."""
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")
    copy_of_template()


@pytest.fixture(scope="session", autouse=True)
def _static_root() -> None:
    """WhiteNoise asks for the folder when the server starts, before any test has its own."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Playwright's loop runs in this thread, so Django believes itself in async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=CHROMIUM_ARGS,
            env={**os.environ, "LANGUAGE": "id"},
        )
        yield browser
        browser.close()


@pytest.fixture
def address(live_server) -> Callable[..., str]:
    """address("account-detail", pk=3) on the running server."""

    def of(name: str, **kwargs: object) -> str:
        return live_server.url + reverse(name, kwargs=kwargs)

    return of


@pytest.fixture
def open_page(chromium: Browser, live_server) -> Iterator[OpenPage]:
    """A fresh browser profile; at the end of the test its page has had no complaint."""
    host = urlsplit(live_server.url).netloc
    opened: list[tuple[Page, Watch]] = []

    def open_one(
        device: dict[str, Any] = DESKTOP,
        *,
        theme: str = "light",
        javascript: bool = True,
        motion: bool = True,
    ) -> Page:
        context = chromium.new_context(
            **device,
            color_scheme=theme,  # type: ignore[arg-type]
            java_script_enabled=javascript,
            reduced_motion="no-preference" if motion else "reduce",
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            base_url=live_server.url,
            accept_downloads=True,
        )
        page = _patient(context.new_page())
        opened.append((page, Watch(page, host)))
        return page

    yield open_one
    for page, _ in opened:
        page.context.close()
    for _, watch in opened:
        watch.check()


@pytest.fixture
def axe_page(chromium: Browser, live_server) -> Iterator[Page]:
    """A page with axe inside; our CSP would keep it out."""
    context = chromium.new_context(
        **DESKTOP,
        bypass_csp=True,
        # Colours halfway between two themes are no one's contrast.
        reduced_motion="reduce",
        locale="id-ID",
        base_url=live_server.url,
    )
    context.add_init_script(path=SCRIPT)
    yield _patient(context.new_page())
    context.close()


def _patient(page: Page) -> Page:
    page.set_default_timeout(PATIENCE_MS)
    return page


@pytest.fixture
def sign_in(address: Callable[..., str]) -> SignIn:
    """Through the form, as a person does."""

    def type_and_send(page: Page, actor: Actor) -> None:
        assert actor.user is not None
        page.goto(address("account_login"))
        fill(
            page,
            {
                "Nama pengguna, surel, atau nomor telepon": actor.user.username,
                "Kata sandi": PASSWORD,
            },
        )
        click(page, "Masuk")
        page.wait_for_url(address("beranda"))

    return type_and_send


@pytest.fixture
def come_in(client_of, live_server) -> SignIn:
    """With a ready session: where signing in is not what the test is about."""

    def take_session(page: Page, actor: Actor) -> None:
        page.context.clear_cookies()
        session = client_of(actor).cookies[django_settings.SESSION_COOKIE_NAME]
        page.context.add_cookies(
            [{"name": session.key, "value": session.value, "url": live_server.url}]
        )

    return take_session


@pytest.fixture
def worker(transactional_db, settings, tmp_path: Path) -> Iterator[None]:
    """A real Celery worker on this test's database, files and broker."""
    with running_worker(settings, tmp_path):
        yield


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process among several hands its counts to the one that prints."""
    if (told := getattr(session.config, "workeroutput", None)) is not None:
        told["tally"] = TALLY.told()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node) -> None:
    if told := getattr(node, "workeroutput", {}).get("tally"):
        TALLY.add(told)


def pytest_terminal_summary(terminalreporter) -> None:
    for line in TALLY.lines():
        terminalreporter.write_line(line)
