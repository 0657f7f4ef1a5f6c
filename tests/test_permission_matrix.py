"""Every named URL × method × visitor. The rows live beside each slice's name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import closing
from copy import copy, deepcopy
from types import ModuleType
from typing import Any

import pytest
from django.contrib import auth
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.template.backends.django import Template
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from pug_portal import nav, views
from pug_portal.accounts import hats
from pug_portal.accounts.models import Assignment, User
from tests import permission_rows
from tests.scene import Scene

VISITORS = (
    "anonymous",
    "siti",
    "joko",
    "ratih",
    "dewi",
    "hasan",
    "wati",
    "yusuf",
    "budi",
    "prov",
    "admin",
    "baru",
)
MODULES: list[ModuleType] = [
    importlib.import_module(f"tests.permission_rows.{found.name}")
    for found in pkgutil.iter_modules(permission_rows.__path__)
]


def short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


# One process per slice makes its objects once, here and for the query budget.
CELLS = [
    pytest.param(
        module,
        row,
        id=f"{short(module)}:{row}",
        marks=pytest.mark.xdist_group(short(module)),
    )
    for module in MODULES
    for row in module.ROWS
]


def named_urls(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    for entry in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(entry, URLResolver):
            yield from named_urls(entry.url_patterns)
        elif entry.name:
            yield entry.name


def test_every_named_url_has_a_row():
    written = {row.split()[0] for module in MODULES for row in module.ROWS}

    assert set(named_urls()) - written == set()
    assert written - set(named_urls()) == set()


def test_every_row_names_every_visitor():
    for module in MODULES:
        for row, answers in module.ROWS.items():
            assert set(answers) == set(VISITORS), f"{module.__name__} {row}"


real_hats_of = hats.hats_of
# Slice and person → hats. The rows come back under the same keys for every row.
known_hats: dict[tuple[str, int], list[Assignment]] = {}
real_user_of = auth.get_user
real_load = SessionStore.load
# Slice and session → account, and what the session holds.
known_users: dict[tuple[str, str | None], User | AnonymousUser] = {}
known_sessions: dict[tuple[str, str | None], dict[str, Any]] = {}


@pytest.fixture
def quick(module: ModuleType, row: str, scene: Scene, monkeypatch) -> None:
    """Without what every answer costs and other tests look at."""

    def hats_known(user: User) -> list[Assignment]:
        key = (module.__name__, user.pk)
        if key not in known_hats:
            known_hats[key] = real_hats_of(user)
        return [copy(hat) for hat in known_hats[key]]

    def user_known(request: HttpRequest) -> User | AnonymousUser:
        key = (module.__name__, request.session.session_key)
        if key not in known_users:
            known_users[key] = real_user_of(request)
        return copy(known_users[key])

    def session_known(self: SessionStore) -> dict[str, Any]:
        key = (module.__name__, self.session_key)
        if key not in known_sessions:
            known_sessions[key] = real_load(self)
        return deepcopy(known_sessions[key])

    # Who somebody is does not depend on the page: tests/pug_portal/accounts.
    monkeypatch.setattr(SessionStore, "load", session_known)
    monkeypatch.setattr(hats, "hats_of", hats_known)
    monkeypatch.setattr(auth, "get_user", user_known)
    # What waits for somebody is on every page of test_query_budget.
    monkeypatch.setattr(nav, "_waiting", lambda actor, names: {})
    # The page that says no: tests/pug_portal.
    monkeypatch.setattr(
        views, "render", lambda *_, status, **__: HttpResponse(status=status)
    )
    if row.endswith(" GET"):
        # test_query_budget draws each of these pages, for everybody who may see it.
        monkeypatch.setattr(Template, "render", lambda *_, **__: "")


@pytest.mark.slow
@pytest.mark.parametrize(("module", "row"), CELLS)
@pytest.mark.usefixtures("quick")
def test_each_visitor_gets_the_answer_of_the_row(module, row, scene):
    name, method = row.split()
    url = reverse(name, kwargs=scene.kwargs.get(name, {}))

    answers = {}
    for visitor in VISITORS:
        sent = getattr(scene.client(visitor), method.lower())
        with closing(sent(url)) as answer:
            answers[visitor] = answer.status_code

    assert answers == module.ROWS[row]
