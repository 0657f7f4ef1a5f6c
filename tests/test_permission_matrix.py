"""Every named URL × method × visitor. The rows live beside each slice's name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import closing
from types import ModuleType

import pytest
from django.template.backends.django import Template
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from pug_portal import nav
from tests import permission_rows

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


@pytest.mark.slow
@pytest.mark.parametrize(("module", "row"), CELLS)
def test_each_visitor_gets_the_answer_of_the_row(module, row, scene_of, monkeypatch):
    # A third of each answer, and on every page of test_query_budget.
    monkeypatch.setattr(nav, "_waiting", lambda actor, names: {})
    name, method = row.split()
    if method == "GET":
        # test_query_budget draws each of these pages, for everybody who may see it.
        monkeypatch.setattr(Template, "render", lambda *_, **__: "")
    scene = scene_of(module)
    url = reverse(name, kwargs=scene.kwargs.get(name, {}))

    answers = {}
    for visitor in VISITORS:
        sent = getattr(scene.client(visitor), method.lower())
        with closing(sent(url)) as answer:
            answers[visitor] = answer.status_code

    assert answers == module.ROWS[row]
