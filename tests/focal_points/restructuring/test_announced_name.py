"""A name announced for a coming day: borne from that day on, written once, taken back."""

import datetime as dt

import pytest

from focal_points.opd.actions import add_opd, change_opd, take_due_names
from focal_points.opd.change_models import ChangeKind, Restructuring
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.restructuring.actions import undo
from pokja.decrees.models import Decree
from pokja.membership.queries import members_on
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.lib.row_images import image_of
from tests.make import pokja as make_pokja
from tests.make import restructuring as make


def test_the_name_of_every_day_after_two_renames(world, clock):
    clock("2023-01-01")
    kind, opd = ChangeKind.RENAME, world.dinkes
    for year in (2021, 2022):
        opd = Opd.objects.get(pk=opd.pk)
        wanted = make.proposal(
            kind, [opd], (f"Dinas {year}", f"D{year}"), on=dt.date(year, 1, 1)
        )
        make.done(wanted)
    opd = Opd.objects.get(pk=opd.pk)

    days = [dt.date(2020, 12, 31), dt.date(2021, 1, 1), dt.date(2021, 12, 31)]
    days.append(dt.date(2022, 1, 1))
    names = [named_on(opd, day).short_name for day in days]
    assert names == ["Dinkes", "D2021", "D2021", "D2022"]


def announced(world, clock) -> Opd:
    """Dinkes will be Dinkesda from 1 Januari 2021 on; today is 1 Desember 2020."""
    clock("2020-12-01")
    make.renamed(world)
    return Opd.objects.get(pk=world.dinkes.pk)


def test_an_announced_name_is_the_name_from_its_day_on(world, clock):
    opd = announced(world, clock)
    day = dt.date(2021, 1, 1)
    assert opd.short_name == "Dinkes"
    assert named_on(opd, day).short_name == "Dinkesda"
    assert named_on(opd, day - dt.timedelta(days=1)).short_name == "Dinkes"

    clock("2021-01-01")
    opd = Opd.objects.get(pk=opd.pk)
    assert (opd.short_name, opd.coming) == ("Dinkesda", {})
    assert named_on(opd, dt.date(2020, 12, 31)).short_name == "Dinkes"
    # Whatever is saved next writes the name too; the job does so for all.
    change_opd(opd=opd, by=world.siti, note="dibetulkan")
    stored = Opd.objects.filter(pk=opd.pk).values_list("short_name", "coming", "note")
    assert stored.get() == ("Dinkesda", {}, "dibetulkan")
    assert take_due_names(by=SYSTEM) == 0


def test_rosters_and_decrees_bear_the_name_of_their_day(world, clock):
    decree = make_pokja.decree(world)
    make_pokja.member(world, decree, opd=world.dinkes)
    own = make_pokja.decree(world, kind="focal_point", opd=world.dinkes, number="2")
    clock("2021-02-01")
    make.renamed(world)
    days = (dt.date(2020, 12, 31), dt.date(2021, 1, 1))
    rosters = [members_on(world.blora, "pokja", day) for day in days]
    assert [r.seats[0].institution for r in rosters] == ["Dinkes", "Dinkesda"]
    own = Decree.objects.select_related("opd").get(pk=own.pk)
    assert (own.called_opd.short_name, own.opd.short_name) == ("Dinkes", "Dinkesda")


def test_the_job_writes_names_that_took_effect_once(world, clock):
    opd = announced(world, clock)
    assert take_due_names(by=SYSTEM) == 0
    clock("2021-01-01")
    assert (take_due_names(by=SYSTEM), take_due_names(by=SYSTEM)) == (1, 0)
    assert Opd.objects.filter(short_name="Dinkesda", pk=opd.pk).exists()


def test_an_announced_name_is_taken_and_a_clash_stops_no_other_region(world, clock):
    opd = announced(world, clock)
    coming = Opd.objects.get(pk=opd.pk).coming
    with pytest.raises(Refusal, match="sudah ada"):
        add_opd(region=world.blora, by=world.siti, name=coming["name"], short_name="D")
    # As older data may hold it: a twin, and another office with a name of its own.
    Opd.objects.create(
        region=world.blora,
        name=coming["name"],
        short_name="D",
        active_from=opd.active_from,
    )
    other = {**coming, "name": "Dinas Lain", "was": world.bappeda.name}
    Opd.objects.filter(pk=world.bappeda.pk).update(coming=other)
    clock("2021-01-01")

    assert take_due_names(by=SYSTEM) == 1
    assert Opd.objects.filter(name="Dinas Lain", coming={}).exists()


@pytest.mark.parametrize("day", ["2020-12-02", "2021-02-01"])
def test_an_announced_name_can_be_taken_back(world, clock, day):
    before = image_of(Opd.objects.get(pk=world.dinkes.pk))
    announced(world, clock)
    clock(day)
    undo(restructuring=Restructuring.objects.get(), by=world.siti)
    assert image_of(Opd.objects.get(pk=world.dinkes.pk)) == before


def test_a_second_announcement_and_one_of_another_century_are_refused(world, clock):
    opd = announced(world, clock)
    change_opd(opd=opd, by=world.siti, name="Dinas Kesehatan Kab.")
    opd = Opd.objects.get(pk=opd.pk)
    for on, told in (
        (dt.date(2021, 2, 1), "sudah tercatat"),
        (dt.date(2120, 1, 1), "setahun"),
    ):
        with pytest.raises(Refusal, match=told):
            make.done(make.proposal(ChangeKind.RENAME, [opd], ("Dinas X", "DX"), on=on))
