"""Nothing typed into a form of the prerequisites breaks its page, and it stays there."""

from __future__ import annotations

import importlib
import re

import pytest
from django.db import transaction
from django.urls import reverse

from tests.make import prasyarat as make

SLICES = (
    "assessments",
    "evaluation",
    "gender_data",
    "instruments",
    "library",
    "next_steps",
)
# No number, no date, no code, and nothing that a list offers.
HOSTILE = ("NaN", ";")
FIELD = re.compile(r'<(?:input|textarea|select)[^>]*?\sname="([^"]+)"')
REFUSED = 422
# Refused for the state of the answer, whatever is typed: told in the summary alone.
OF_NO_FIELD = {"answer-reopen POST"}
WHO = ("joko", "siti", "ratih", "admin")


@pytest.mark.slow
@pytest.mark.parametrize("name", SLICES)
def test_every_form_answers_what_cannot_be(name, world, client_of):
    rows = importlib.import_module(f"tests.permission_rows.prasyarat_{name}")
    kwargs = rows.kwargs(world)
    refused = 0
    for row, answers in rows.ROWS.items():
        url_name, method = row.split()
        who = next((w for w in WHO if answers[w] == REFUSED), "")
        if method != "POST" or not who:
            continue
        client = client_of(getattr(world, who))
        url = reverse(url_name, kwargs=kwargs.get(url_name))
        fields = set(FIELD.findall(client.get(url).content.decode()))
        if name == "assessments" and not fields:
            continue  # somebody else has it in hand: there is nothing to type into
        for value in HOSTILE:
            with transaction.atomic():
                got = client.post(url, dict.fromkeys(fields, value))
                transaction.set_rollback(True)
            # A reason of free words may be anything: then it is taken.
            assert got.status_code in (REFUSED, 302), (row, value, got.status_code)
            if got.status_code == REFUSED:
                refused += 1
                mark = 'class="es"' if row in OF_NO_FIELD else 'class="galat'
                assert mark in got.content.decode(), (row, value)
    assert refused


DAYS = ("kemarin", "2026-13-45", "0001-01-01", "9999-12-31", "31/02/2026")
DATED = ("", "peta/", "gambar/", "banding/", "langkah/", "konsistensi/")


@pytest.mark.slow
@pytest.mark.parametrize("page", DATED)
def test_a_day_that_cannot_be_is_told_beside_its_field(page, world, client_of):
    make.instrument()
    siti = client_of(world.siti)
    sound = siti.get(f"/prasyarat/{page}").text

    for day in DAYS:
        answer = siti.get(f"/prasyarat/{page}", {"per": day})
        assert answer.status_code == 200, day
        assert 'class="galat' in answer.text, day
    assert 'class="galat' not in sound
