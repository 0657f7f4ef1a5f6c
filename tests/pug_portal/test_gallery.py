"""The gallery shows every component, and only to developers."""

from __future__ import annotations

import re

import pytest
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from pug_portal.access.actor import NOBODY
from pug_portal.gallery import gallery


@pytest.fixture
def page() -> str:
    request = RequestFactory().get("/komponen/")
    request.actor = NOBODY
    return gallery(request).content.decode()


@pytest.mark.parametrize(
    "part",
    [
        "es",
        "kabar wn",
        "langkah",
        "tl",
        "fz",
        "tk",
        "kosong",
        "konf",
        "saring",
        "bawah",
    ],
)
def test_it_shows_each_component(page: str, part: str):
    assert f'class="{part}' in page or f' {part}"' in page


def test_no_id_stands_twice(page: str):

    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))


def test_it_has_no_address_outside_debug_mode():
    with pytest.raises(NoReverseMatch):
        reverse("gallery")
