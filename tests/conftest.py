"""Fixtures every test may use: the world, a client per person, the clock, no network."""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest
from django.core.cache import caches
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from pug_portal.access.actor import Actor
from pug_portal.accounts.hats import SESSION_KEY
from pug_portal.lib import pdf
from tests import scene
from tests import world as cast
from tests.saved_rows import SavedRows
from tests.template_database import copy_of_template


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


@pytest.fixture(autouse=True)
def portal_settings(settings, tmp_path: Path) -> None:
    """Plain static names, a folder per test, mail and broker in memory, a fast hasher."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.DATA_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.CACHES = {
        name: {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": name,
        }
        for name in settings.CACHES
    }
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.db"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.PORTAL_NOW = None
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


@pytest.fixture
def clock(settings) -> Callable[[str], None]:
    """clock("2020-10-26") sets the portal's date; a time may follow."""

    def set_to(moment: str) -> None:
        settings.PORTAL_NOW = moment if "T" in moment else f"{moment}T09:00"

    return set_to


_worlds: dict[str | None, SavedRows[cast.World]] = {}


@pytest.fixture
def world(db, settings) -> cast.World:
    """Built once per process and moment: its dates follow the portal's clock."""
    moment = settings.PORTAL_NOW
    if moment in _worlds:
        return _worlds[moment].restore()
    made = cast.build()
    _worlds[moment] = SavedRows(made)
    return made


@pytest.fixture
def client_of(db) -> Callable[[Actor], Client]:
    """A browser in which this person is signed in under this hat."""

    def sign_in(actor: Actor) -> Client:
        client = Client()
        assert actor.user is not None
        client.force_login(actor.user)
        if actor.assignment_id:
            session = client.session
            session[SESSION_KEY] = actor.assignment_id
            session.save()
        return client

    return sign_in


@cache
def one_page() -> bytes:
    return pdf.render(
        "<title>Contoh</title><p>Satu halaman.", identifier="x", assets={}
    )


@pytest.fixture
def scene_of(
    client_of,
    settings,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[ModuleType], scene.Scene]:
    """The objects of one module of permission rows, with the cast signed in."""
    # A printed page has tests of its own; here somebody asks who may have it.
    page = one_page()
    monkeypatch.setattr(pdf, "_write", lambda *_: page)
    # Its files outlive the test that stored them.
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "scene-files"
    return lambda module: scene.scene_of(module, client_of)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-snapshots", action="store_true", help="accept what is printed now"
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name: an archive made a second later would be another test, and two
    processes would not agree on what there is to run."""
    return argname if isinstance(val, bytes) else None
