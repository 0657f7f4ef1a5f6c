"""Recording, linking, revoking and deleting produk hukum."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.regulations import actions
from pokja.regulations.models import Kind, Regulation, RegulationLink
from pokja.regulations.queries import legal_basis
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import regulations as make


@pytest.fixture(autouse=True)
def in_2021(clock):
    clock("2021-02-01")


def status(regulation, day: str) -> str:
    rows = Regulation.objects.with_status_on(dt.date.fromisoformat(day))
    return rows.get(pk=regulation.pk).status_code


def test_it_names_itself_after_its_kind_and_region(world):
    made = make.regulation(world)

    assert str(made) == "Peraturan Bupati Blora Nomor 5 Tahun 2014"
    assert Event.objects.get(verb="regulation.issued").region_code == "33.16"


def test_it_begins_on_the_day_it_was_signed(world):
    made = make.regulation(world)

    assert made.effective_from == make.SIGNED
    assert status(made, "2014-03-02") == "belum"
    assert status(made, "2014-03-03") == "berlaku"


def test_an_old_paper_may_be_known_by_its_year_alone(world):
    made = make.regulation(world, signed_on=None)

    assert status(made, "2014-01-01") == "berlaku"


def test_the_year_follows_the_date(world):
    assert make.regulation(world, year=None).year == 2014


def test_an_amendment_shows_from_its_own_day(world):
    old = make.regulation(world)
    make.newer(world, amends=[old])

    assert status(old, "2020-05-31") == "berlaku"
    assert status(old, "2020-06-01") == "diubah"


def test_a_newer_one_revokes_from_its_own_day(world):
    old = make.regulation(world)
    make.newer(world, revokes=[old])

    assert status(old, "2020-05-31") == "berlaku"
    assert status(old, "2020-06-01") == "dicabut"


def test_a_draft_changes_nothing_yet(world):
    old = make.regulation(world)
    make.newer(world, draft=True, revokes=[old])

    assert status(old, "2021-01-01") == "berlaku"


def test_issuing_the_draft_makes_its_links_count(world):
    old = make.regulation(world)
    draft = make.newer(world, draft=True, revokes=[old])
    actions.issue_regulation(regulation=draft, by=world.joko)

    assert status(old, "2021-01-01") == "dicabut"


def test_an_agreement_lapses(world):
    made = make.regulation(
        world, kind=Kind.AGREEMENT, partner="BPS", effective_until=dt.date(2016, 3, 2)
    )

    assert status(made, "2016-03-02") == "berlaku"
    assert status(made, "2016-03-03") == "kedaluwarsa"


def test_a_revocation_from_outside_names_its_day(world):
    made = make.regulation(world)
    actions.revoke_regulation(
        regulation=made, on=dt.date(2019, 1, 1), reason="Undang-undang", by=world.siti
    )

    assert status(made, "2018-12-31") == "berlaku"
    assert status(made, "2019-01-01") == "dicabut"


def test_links_that_change_are_told_in_the_trail(world):
    old, new = make.regulation(world), make.newer(world)
    actions.change_regulation(regulation=new, by=world.siti, amends=[old])
    actions.change_regulation(regulation=new, by=world.siti, amends=[])

    told = Event.objects.filter(verb="regulation.changed").order_by("pk")
    assert [event.changes["mengubah"] for event in told] == [
        [[], [str(old)]],
        [[str(old)], []],
    ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"number": ""}, "number"),
        ({"year": None, "signed_on": None}, "year"),
        ({"year": 1800}, "year"),
        ({"title": " "}, "title"),
        ({"partner": "BPS"}, "partner"),
        ({"signed_on": dt.date(2021, 2, 2), "year": 2021}, "signed_on"),
        ({"effective_until": dt.date(2014, 3, 2)}, "effective_until"),
    ],
)
def test_what_is_wrong_stands_at_its_field(world, facts, field):
    with pytest.raises(Refusal) as refused:
        make.regulation(world, **facts)

    assert refused.value.field == field


def test_the_same_number_twice_is_refused(world):
    make.regulation(world)

    with pytest.raises(Refusal) as refused:
        make.regulation(world, title="Lain")

    assert refused.value.field == "number"


def test_rembang_may_use_the_same_number(world):
    make.regulation(world)

    assert make.regulation(world, by=world.budi).pk


def test_links_stay_in_the_region_and_point_backwards(world):
    ours, theirs = make.regulation(world), make.regulation(world, by=world.budi)
    new = make.newer(world, revokes=[ours])

    for facts in (
        {"regulation": new, "amends": [theirs]},
        {"regulation": new, "amends": [new]},
        {"regulation": new, "amends": [ours], "revokes": [ours]},
        {"regulation": ours, "amends": [new]},
    ):
        with pytest.raises(Refusal):
            actions.change_regulation(by=world.siti, **facts)


@pytest.mark.parametrize("who", ["ratih", "hasan", "wati", "yusuf", "admin", "prov"])
def test_a_stranger_records_nothing(world, who):
    with pytest.raises(PermissionDenied):
        actions.record_regulation(
            region=world.blora,
            by=getattr(world, who),
            kind=Kind.CIRCULAR,
            number="1",
            year=2020,
            title="x",
        )


def test_what_others_hang_on_is_not_deleted(world):
    old = make.regulation(world)
    new = make.newer(world, amends=[old])
    make.evaluation(world, new)

    for row in (old, new):
        with pytest.raises(Refusal):
            actions.delete_regulation(regulation=row, reason="salah", by=world.siti)


def test_a_wrong_entry_goes_with_its_links(world):
    old = make.regulation(world)
    new = make.newer(world, revokes=[old])
    actions.delete_regulation(regulation=new, reason="salah", by=world.siti)

    assert not RegulationLink.objects.exists()
    assert status(old, "2021-01-01") == "berlaku"
    assert Event.objects.get(verb="regulation.deleted").reason == "salah"


def test_the_legal_basis_is_what_holds_on_the_day_in_order_of_rank(world):
    make.regulation(world)
    make.regulation(
        world, kind=Kind.REGIONAL_LAW, number="2", year=2019, signed_on=None
    )
    make.newer(world, kind=Kind.CIRCULAR, draft=True)

    found = legal_basis(world.blora, dt.date(2020, 1, 1))

    assert [line.split(" Nomor")[0] for line in found] == [
        "Peraturan Daerah Kabupaten Blora",
        "Peraturan Bupati Blora",
    ]
