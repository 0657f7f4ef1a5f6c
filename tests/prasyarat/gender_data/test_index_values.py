"""The sekretariat types the index of a new year; shipped values stay as they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from prasyarat.gender_data.index_actions import change_index, record_index, remove_index
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.regions.models import Index, IndexValue
from tests.make.indices import index_values

FACTS = {
    "index": Index.IPG,
    "year": 2019,
    "method": "UHH lama",
    "value": Decimal("85.10"),
    "source": "BPS, Blora Dalam Angka",
}


def recorded(world, **facts) -> IndexValue:
    return record_index(region=world.blora, by=world.siti, **{**FACTS, **facts})


def test_a_typed_value_stands_on_the_page_with_its_source(world, client_of):
    recorded(world)

    page = client_of(world.siti).get(reverse("gender-indices")).content.decode()

    assert "85,10" in page
    assert "Blora Dalam Angka" in page
    assert Event.objects.filter(verb="index.recorded").count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"method": ""}, "method"),
        ({"index": Index.IKG, "method": "UHH lama"}, "method"),
        ({"index": Index.IKG, "method": "", "value": Decimal("40.7")}, "value"),
        ({"value": Decimal("85.123")}, "value"),
        ({"value": Decimal(0)}, "value"),
        ({"year": 2199}, "year"),
        ({"source": " "}, "source"),
    ],
)
def test_bad_values_are_refused_beside_their_field(world, facts, field):
    with pytest.raises(Refusal) as refused:
        recorded(world, **facts)

    assert refused.value.field == field


def test_the_same_year_is_not_recorded_twice(world):
    recorded(world)

    with pytest.raises(Refusal, match="sudah tercatat: 85,10"):
        recorded(world, value=Decimal(86))


def test_another_method_is_another_series(world):
    recorded(world)
    recorded(world, method="UHH LF SP2020", value=Decimal("87.5"))

    assert IndexValue.objects.count() == 2


def test_one_corrects_and_removes_what_was_typed_here(world):
    row = change_index(
        row=recorded(world), value=Decimal("85.2"), source="BPS", by=world.siti
    )
    assert row.value == Decimal("85.2")
    with pytest.raises(Refusal, match="alasan"):
        remove_index(row=row, reason="", by=world.siti)

    remove_index(row=row, reason="Salah daerah.", by=world.siti)

    assert not IndexValue.objects.exists()


def test_shipped_values_are_not_touched(world):
    index_values(world.blora, Index.IDG, {2019: "65.59"})
    shipped = IndexValue.objects.get()

    with pytest.raises(Refusal, match="datang bersama portal"):
        change_index(row=shipped, value=Decimal(66), source="x", by=world.siti)


@pytest.mark.parametrize("who", ["joko", "ratih", "budi", "prov"])
def test_strangers_record_nothing(who, world):
    with pytest.raises(PermissionDenied):
        record_index(region=world.blora, by=getattr(world, who), **FACTS)


def test_what_was_typed_stays_beside_the_refusal(world, client_of):
    typed = {
        "index": "IKG",
        "year": 2019,
        "method": "",
        "value": "0.407",
        "source": "BPS",
    }

    answer = client_of(world.siti).post(reverse("index-record"), typed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="0.407"' in page
    assert "Pakai koma untuk pecahan" in page
