from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat import facts
from prasyarat.assessments.models import RegionTarget
from prasyarat.assessments.target_actions import set_region_target
from prasyarat.facts import Fact
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make
from tests.make.prasyarat import DAY


@pytest.fixture
def sda2(world):
    return make.item("SDA-2", world.blora).indicator


@pytest.fixture
def no_facts(monkeypatch):
    monkeypatch.setattr(facts, "_providers", {})


def test_the_desk_sets_changes_and_drops_a_target(sda2, world):
    for target in (Decimal(5), Decimal(7), Decimal(7), None, None):
        set_region_target(
            region=world.blora, indicator=sda2, target=target, by=world.siti
        )

    assert not RegionTarget.objects.exists()
    verbs = [e.verb for e in Event.objects.filter(verb__startswith="target.")]
    assert sorted(verbs) == ["target.dropped", "target.set", "target.set"]


@pytest.mark.parametrize("target", ["0", "-1", "101", "NaN"])
def test_a_target_that_cannot_be_is_refused(target, sda2, world):
    with pytest.raises(Refusal) as refused:
        set_region_target(
            region=world.blora, indicator=sda2, target=Decimal(target), by=world.siti
        )

    assert refused.value.field == "target"


def test_a_target_the_instrument_sets_is_not_the_regions(world):
    kom5 = make.item("KOM-5", world.blora).indicator

    with pytest.raises(Refusal, match="sudah ditetapkan instrumen"):
        set_region_target(
            region=world.blora, indicator=kom5, target=Decimal(20), by=world.siti
        )


@pytest.mark.parametrize("name", ["ratih", "budi", "prov", "wati", "admin"])
def test_a_stranger_sets_no_target(name, sda2, world):
    with pytest.raises(PermissionDenied):
        set_region_target(
            region=world.blora,
            indicator=sda2,
            target=Decimal(5),
            by=getattr(world, name),
        )


def test_a_registered_fact_answers_by_name(world, no_facts):
    facts.register(facts.POKJA_DECREE, lambda region, on: Fact(f"SK di {region}."))

    assert facts.ask(facts.POKJA_DECREE, world.blora, DAY) == Fact(
        "SK di Kabupaten Blora."
    )
    assert facts.hint_for("KEL-1", world.blora, DAY) is not None


def test_an_unknown_name_is_refused_and_a_silent_fact_is_none(world, no_facts):
    with pytest.raises(ValueError, match="no fact"):
        facts.register("entah", lambda region, on: None)

    assert facts.hint_for("KEL-1", world.blora, DAY) is None
    assert facts.hint_for("KOM-5", world.blora, DAY) is None


def test_the_portal_counts_opd_with_a_focal_point_by_decree(world):
    fact = facts.hint_for("KEL-3", world.blora, DAY)

    assert (fact.value, fact.denominator) == (2, 4)
    assert "2 dari 4 OPD" in fact.sentence


def test_the_hint_stands_beside_its_indicator(world, client_of):
    make.instrument()

    page = client_of(world.siti).get("/prasyarat/indikator/KEL-3/").content.decode()

    assert "Menurut portal:" in page
    assert "2 dari 4 OPD" in page
