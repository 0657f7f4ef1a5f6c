"""RAD PUG: drafting, settling, changing by a new version."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.programme import line_actions, programme_actions, rad_actions
from pokja.programme.models import Rad, RadLine
from pug_portal.audit.models import Event
from tests.make import programme as make
from tests.pokja.decrees.told import refused

DAY = dt.date(2021, 3, 1)


def draft(world, first=2026, last=2030, by=None):
    by = by or world.siti
    return rad_actions.draft_rad(
        region=world.blora, first_year=first, last_year=last, by=by
    )


def test_a_rad_covers_its_years_and_is_settled_by_bappeda(world):
    rad = make.rad(world)

    assert (rad.state, rad.version, rad.years[0], rad.years[-1]) == (
        "ditetapkan",
        1,
        2021,
        2025,
    )
    assert (rad.settled_by, rad.basis) == (world.joko.user, "Perbup 1/2021")
    told = Event.objects.get(verb="rad.settled")
    assert told.changes["state"] == ["Draf", "Ditetapkan"]


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (2024, 2028, "first_year"),
        (2030, 2026, "last_year"),
        (2026, 2036, "last_year"),
        (1945, 1950, "first_year"),
    ],
)
def test_years_that_cannot_be_are_refused(world, first, last, field):
    make.rad(world)

    assert refused(lambda: draft(world, first, last)).field == field


def test_a_rad_without_lines_or_with_half_a_line_is_not_settled(world):
    rad = draft(world)
    settle = {"settled_on": DAY, "basis": "", "by": world.joko}

    told = refused(lambda: rad_actions.settle_rad(rad=rad, **settle))
    assert "belum mempunyai baris" in told.sentence
    make.rad_line(world, rad, indicator="", lead_opd=None, targets={"2021": "lama"})
    told = refused(lambda: rad_actions.settle_rad(rad=rad, **settle))
    assert "indikator, penanggung jawab, target" in told.sentence


def test_a_settled_rad_is_not_edited(world):
    rad = make.rad(world)
    line = rad.lines.get()

    for verb in (
        lambda: make.rad_line(world, rad),
        lambda: rad_actions.change_rad_line(line=line, activity="Lain", by=world.siti),
        lambda: rad_actions.remove_rad_line(line=line, by=world.siti),
        lambda: rad_actions.delete_rad(rad=rad, reason="salah", by=world.siti),
    ):
        assert "sudah ditetapkan" in refused(verb).sentence
    assert RadLine.objects.get().activity == "Bimbingan teknis PPRG"


def test_a_perubahan_is_a_new_version_that_names_the_old_one(world):
    old = make.rad(world)
    new = rad_actions.revise_rad(rad=old, reason="Target naik", by=world.siti)

    old.refresh_from_db()
    line, origin = new.lines.get(), old.lines.get()
    assert (new.version, new.predecessor, old.state) == (2, old, "ditetapkan")
    assert (line.key, line.pk) == (origin.pk, line.pk)
    assert line.pk != origin.pk
    assert list(line.supporters.all()) == [world.bappeda]

    rad_actions.change_rad_line(line=line, targets={"2021": "14 OPD"}, by=world.siti)
    rad_actions.settle_rad(rad=new, settled_on=DAY, basis="", by=world.joko)
    old.refresh_from_db()
    assert old.state == "perubahan"
    assert old.lines.get().targets["2021"] == "12 OPD"
    assert rad_actions.rad_of(world.blora, 2021) == new


def test_two_perubahan_at_once_are_refused(world):
    rad = make.rad(world)
    rad_actions.revise_rad(rad=rad, reason="Satu", by=world.siti)

    told = refused(
        lambda: rad_actions.revise_rad(
            rad=Rad.objects.get(version=1), reason="Dua", by=world.joko
        )
    )
    assert "sedang disusun" in told.sentence
    assert Rad.objects.count() == 2


def test_a_perubahan_is_not_settled_before_what_it_changes(world):
    new = rad_actions.revise_rad(rad=make.rad(world), reason="Naik", by=world.siti)

    for day in (dt.date(2020, 1, 1), dt.date(2022, 1, 1)):
        told = refused(
            lambda day=day: rad_actions.settle_rad(
                rad=new, settled_on=day, basis="", by=world.joko
            )
        )
        assert told.field == "settled_on"


def test_the_sekretariat_writes_and_does_not_settle_and_strangers_do_neither(world):
    rad = make.rad(world, "draf")

    with pytest.raises(PermissionDenied):
        rad_actions.settle_rad(rad=rad, settled_on=DAY, basis="", by=world.siti)
    for stranger in (world.budi, world.prov, world.wati, world.ratih):
        with pytest.raises(PermissionDenied):
            rad_actions.add_rad_line(rad=rad, activity="x", by=stranger)


def test_a_deleted_draft_leaves_its_event_and_the_version_before_it(world):
    old = make.rad(world)
    new = rad_actions.revise_rad(rad=old, reason="Naik", by=world.siti)
    rad_actions.delete_rad(rad=new, reason="Batal berubah", by=world.siti)

    assert list(Rad.objects.values_list("pk", "state")) == [(old.pk, "ditetapkan")]
    assert Event.objects.get(verb="rad.deleted").reason == "Batal berubah"
    rad_actions.revise_rad(rad=Rad.objects.get(), reason="Lagi", by=world.siti)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"activity": " "}, "activity"),
        ({"lead": "BPS"}, "lead"),
        ({"baseline_year": 20}, "baseline_year"),
    ],
)
def test_a_line_says_what_is_wrong_beside_the_field(world, facts, field):
    rad = make.rad(world, "draf")

    assert refused(lambda: make.rad_line(world, rad, **facts)).field == field


def test_an_office_of_another_region_is_refused(world):
    rad = make.rad(world, "draf")
    told = refused(lambda: make.rad_line(world, rad, lead_opd=world.dinkes_rembang))

    assert told.field == "lead_opd"


@pytest.mark.slow
def test_status_and_realisasi_of_the_years_stand_under_the_line_of_the_rad(
    world, client_of
):
    rad = make.rad(world)
    draft = make.programme(world, "draf")
    programme_actions.fill_from_rad(programme=draft, by=world.siti)
    line = draft.lines.get(rad_line__isnull=False)
    siti = client_of(world.siti)

    def page() -> str:
        return siti.get(f"/rad/{rad.pk}/").content.decode()

    # A draft of a year carries nothing out yet.
    line.duties = ["a"]
    line.save(update_fields=["duties"])
    assert "Pelaksanaan" not in page()
    make.settled(world, draft)
    line_actions.report_line(
        line=line,
        status="selesai",
        realisation="Diikuti 14 OPD",
        obstacles="",
        by=world.siti,
    )

    html = page()
    assert f'href="/program-kerja/baris/{line.pk}/"' in html
    assert "Diikuti 14 OPD" in html
