"""The bench can be imported, and its floor answers over the rows of a region."""

from __future__ import annotations

import importlib
import json
import pkgutil

import pytest
from crispy_forms.templatetags.crispy_forms_filters import (
    uni_form_template,
    uni_formset_template,
)
from crispy_forms.utils import default_field_template

import bench
from bench.html import anatomy, shape
from bench.results import Results

# They set up Django for a process of their own.
PROCESSES = {
    "bench.__main__",
    "bench.child",
    "bench.import_child",
    "bench.pdf_child",
    "bench.data.load",
}


@pytest.mark.parametrize(
    "name",
    [
        found.name
        for found in pkgutil.walk_packages(bench.__path__, "bench.")
        if found.name not in PROCESSES and not found.name.endswith("settings")
    ],
)
def test_every_module_can_be_imported(name: str):
    assert importlib.import_module(name)


@pytest.fixture
def floor(settings):
    from bench.floor import settings as plain

    settings.ROOT_URLCONF = plain.ROOT_URLCONF
    settings.TEMPLATES = plain.TEMPLATES
    forget_crispy_templates()
    yield
    forget_crispy_templates()


def forget_crispy_templates() -> None:
    """crispy keeps the templates it found; the product's own ones differ."""
    default_field_template.cache_clear()
    uni_form_template.cache_clear()
    uni_formset_template.cache_clear()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("/list/?rows=40", "Dinas Kesehatan"),
        ("/heatmap/", "KOM"),
        ("/form/?fields=16", "Isian 15"),
        ("/form-plain/?fields=16", "Isian 15"),
    ],
)
def test_the_floor_answers(floor, world, client_of, address, inside):
    response = client_of(world.siti).get(address)

    assert response.status_code == 200
    assert inside in response.content.decode()


def test_a_page_is_counted():
    html = b"<table><tr><td><input><input type=hidden></td></tr></table>"

    found = anatomy({"Content-Type": "text/html; charset=utf-8"}, html)

    assert (found["nodes"], found["rows"], found["fields"]) == (5, 1, 1)


def test_queries_that_differ_in_their_values_have_one_shape():
    assert shape("WHERE id = 3 AND name = 'a'") == shape("WHERE id = 45 AND name = 'b'")


def test_the_last_line_is_json_and_tells_what_was_not_measured():
    results = Results()
    results.add("Daftar", 1.5, 1.6)
    results.add("Peta", 2.0, 1.3)
    results.absent("Impor", 4, "belum ada")

    told = json.loads(results.json())

    assert [row["ok"] for row in told.values()] == [True, False, None]
    assert told["Impor"]["note"] == "tidak diukur: belum ada"
