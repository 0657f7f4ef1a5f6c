"""Fixtures every test may use: the world, a client per person, the clock, no network."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.core.cache import caches
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from pug_portal import nav
from pug_portal.access.actor import Actor
from pug_portal.lib import pdf
from pug_portal.lib.docx import Docx
from tests import scene as scenes
from tests import world as cast
from tests.blank_docx import BlankDocx
from tests.ground import Ground
from tests.sign_in import signed_in
from tests.template_database import copy_of_template

DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    copy_of_template()


_numbers = count()


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """pytest looks through all folders for a free number; thousands of tests feel it."""
    return tmp_path_factory.mktemp(f"test-{next(_numbers)}", numbered=False)


@pytest.fixture(scope="session", autouse=True)
def portal_for_others() -> None:
    """What a test starts as a process of its own is the portal as it runs."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "pug_portal.settings"


@pytest.fixture(autouse=True)
def portal_settings(settings, tmp_path: Path) -> None:
    """A folder per test, and nothing remembered from the one before."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    for name in settings.CACHES:
        caches[name].clear()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves this machine."""
    real = socket.socket.connect

    def connect(self: socket.socket, address):
        if isinstance(address, tuple) and address[0] not in {
            "127.0.0.1",
            "::1",
            "localhost",
        }:
            raise RuntimeError(f"network refused in tests: {address[0]}")
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def keep_connection(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing a response says «request finished», and Django then drops the connection
    that the test's own transaction lives in. A browser's live portal may drop its own."""
    if not request.node.get_closest_marker("browser"):
        monkeypatch.setattr(
            BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda self: None
        )


@pytest.fixture(autouse=True)
def quiet_menu(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits is counted anew on each page here, since nothing is remembered: a
    third of a page. Tests that look at it say so; test_query_budget counts it on
    every page for everybody."""
    if not any(request.node.get_closest_marker(name) for name in ("menu", "browser")):
        monkeypatch.setattr(nav, "_waiting", lambda actor, names: {})


@pytest.fixture
def clock(settings) -> Callable[[str], None]:
    """clock("2020-10-26") sets the portal's date; a time may follow."""

    def set_to(moment: str) -> None:
        settings.PORTAL_NOW = moment if "T" in moment else f"{moment}T09:00"

    return set_to


@pytest.fixture(scope="session")
def ground(django_db_setup: None, django_db_blocker) -> Iterator[Ground]:
    kept = Ground()
    yield kept
    with django_db_blocker.unblock():
        kept.clear()


@pytest.fixture
def _ready_ground(
    request: pytest.FixtureRequest, ground: Ground, portal_settings
) -> None:
    """What the test stands on has to lie there before its own transaction begins."""
    with request.getfixturevalue("django_db_blocker").unblock():
        if "scene" in request.fixturenames:
            request.getfixturevalue("scene_files")
            ground.lay(*scene_wanted(request), with_sessions=True)
        elif "world" in request.fixturenames and not commits(request):
            ground.lay(*world_wanted(request))
        else:
            ground.clear()


@pytest.fixture
def _django_db_helper(_ready_ground: None, _django_db_helper: None) -> None:
    """Every way to the database goes through here, a mark as well as a fixture."""


def commits(request: pytest.FixtureRequest) -> bool:
    mark = request.node.get_closest_marker("django_db")
    return bool(mark and mark.kwargs.get("transaction")) or not {
        "transactional_db",
        "live_server",
    }.isdisjoint(request.fixturenames)


def world_wanted(
    request: pytest.FixtureRequest,
) -> tuple[tuple[str, ...], Callable[[], cast.World]]:
    """The cast, and what the mark `stands_on` adds to it, at the moment of the clock."""
    settings = request.getfixturevalue("settings")
    mark = request.node.get_closest_marker("stands_on")
    moment = settings.PORTAL_NOW or ""
    if mark is None:
        return ("world", moment), cast.build
    add = mark.kwargs["add"]
    # Its files outlive the test that stored them.
    basetemp = request.getfixturevalue("tmp_path_factory").getbasetemp()
    settings.MEDIA_ROOT = basetemp / "ground-files"

    def build() -> cast.World:
        world = cast.build()
        add(world)
        return world

    return ("world", moment, add.__module__, add.__qualname__), build


@pytest.fixture
def world(request: pytest.FixtureRequest, db, ground: Ground) -> cast.World:
    return ground.take(*world_wanted(request))


@pytest.fixture
def client_of(db) -> Callable[[Actor], Client]:
    """A browser in which this person is signed in under this hat."""
    return signed_in


@cache
def one_page() -> bytes:
    return pdf.render(
        "<title>Contoh</title><p>Satu halaman.", identifier="x", assets={}
    )


@pytest.fixture
def scene_files(
    settings, tmp_path_factory: pytest.TempPathFactory, monkeypatch
) -> None:
    # A printed page has tests of its own; here somebody asks who may have it.
    page = one_page()
    monkeypatch.setattr(pdf, "_write", lambda *_: page)
    for name, told in vars(BlankDocx).items():
        if not name.startswith("_") or name == "__init__":
            monkeypatch.setattr(Docx, name, told)
    # Its files outlive the test that stored them.
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "scene-files"


def scene_wanted(request: pytest.FixtureRequest) -> tuple[str, Callable[[], Any]]:
    """Told by the parameter `module`."""
    module: ModuleType = request.node.callspec.params["module"]
    return module.__name__, partial(scenes.build, module)


@pytest.fixture
def scene(request: pytest.FixtureRequest, db, ground: Ground) -> scenes.Scene:
    """The objects of one module of permission rows, with the cast signed in."""
    return ground.take(*scene_wanted(request))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="accept what is printed now"
    )
    parser.addoption(
        "--count-postgres", metavar="FILE", help="tests for PostgreSQL alone, and all"
    )
    parser.addoption(
        "--with-database", action="store_true", help="only tests that ask a database"
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Before a mark leaves any of them out."""
    if file := config.getoption("--count-postgres"):
        marked = sum(item.get_closest_marker("postgres") is not None for item in items)
        Path(file).write_text(f"{marked} {len(items)}")
    if config.getoption("--with-database"):
        plain = [item for item in items if not asks_database(item)]
        config.hook.pytest_deselected(items=plain)
        items[:] = [item for item in items if asks_database(item)]


def asks_database(item: pytest.Item) -> bool:
    """Every way to the database goes through one fixture or the mark."""
    wanted = getattr(item, "fixturenames", ())
    return bool(item.get_closest_marker("django_db")) or not DATABASE.isdisjoint(wanted)


def pytest_collection_finish() -> None:
    """What the tests are made of lives to the end: looking through it again and again for
    garbage costs a quarter of their time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name: an archive made a second later would be another test, and two
    processes would not agree on what there is to run."""
    return argname if isinstance(val, bytes) else None
