"""A move of a region that cannot be, and one that is taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from pug_portal.identity.moving import apply_due_moves, move_region, undo_move
from pug_portal.regions.models import Level, Region, RegionMove
from tests.make import pug_portal as make
from tests.pug_portal.identity.eastward import DAY, moved

D = dt.date


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"new_code": "33.80"}, "new_code"),
        ({"new_code": "35.16"}, "new_code"),
        ({"new_code": "35.x9"}, "new_code"),
        ({"legal_basis": "  "}, "legal_basis"),
        ({"on": D(1900, 1, 1)}, "starts_on"),
        ({"on": D(2100, 1, 1)}, "starts_on"),
        ({"to": "home"}, "to"),
        ({"to": "kabupaten"}, "to"),
    ],
)
def test_a_move_that_cannot_be_is_refused_beside_its_field(world, two, facts, field):
    named = {"home": world.province, "kabupaten": world.rembang}
    given = {**facts, **({"to": named[facts["to"]]} if "to" in facts else {})}
    with pytest.raises(Refusal) as refused:
        moved(world, two, **given)
    assert refused.value.field == field
    assert not RegionMove.objects.exists()


def test_a_code_that_another_region_had_is_not_given_again(world, two):
    """Else the newcomer's trail would be read by the region that left the code."""
    moved(world, two, D(2026, 7, 1))
    newcomer = Region.objects.get(code="35.16")

    with pytest.raises(Refusal) as refused:
        move_region(
            region=newcomer,
            to=Region.objects.get(code="33"),
            starts_on=DAY,
            new_code="33.16",
            legal_basis="UU 2/2026",
            by=world.admin,
        )

    assert refused.value.field == "new_code"


def test_a_move_that_is_refused_in_the_night_holds_up_no_other(world, two, clock):
    moved(world, two)
    moved(world, two, region=world.rembang, new_code="35.81")
    make.region("35.80", "Kabupaten Baru", Level.REGENCY, two.east)
    clock("2026-08-01")

    assert apply_due_moves(by=SYSTEM) == 1
    world.blora.refresh_from_db()
    world.rembang.refresh_from_db()
    assert (world.blora.code, world.rembang.code) == ("33.16", "35.81")


def test_a_second_click_and_an_earlier_day_are_refused(world, two):
    moved(world, two)
    with pytest.raises(Refusal, match="menunggu tanggalnya"):
        moved(world, two)
    undo_move(move=RegionMove.objects.get(), by=world.admin)
    moved(world, two, on=D(2026, 7, 1))
    with pytest.raises(Refusal, match="sudah di bawah"):
        moved(world, two, on=D(2026, 7, 1))
    with pytest.raises(Refusal, match="terakhir pindah"):
        moved(world, two, on=D(2026, 6, 1), to=world.province, new_code="33.16")


def test_only_who_changes_the_whole_nation_moves_a_region(world, two):
    local = make.hat(
        make.user("Laras Jateng", world.province), Role.ADMINISTRATOR, world.province
    )
    for stranger in (world.siti, world.prov, two.new, local):
        with pytest.raises(PermissionDenied):
            moved(world, two, by=stranger)


def test_a_move_recorded_by_mistake_is_as_if_it_had_never_been(world, two):
    move = moved(world, two, on=D(2026, 7, 1))
    undo_move(move=move, by=world.admin)

    blora = Region.objects.get(pk=world.blora.pk)
    assert (blora.parent, blora.code, blora.path) == (
        world.province,
        "33.16",
        "00.33.16",
    )
    # What was written under the wrong province stays in the region's own trail.
    assert Event.objects.for_actor(world.siti).filter(verb="region.moved").exists()
    with pytest.raises(Refusal, match="sudah dibatalkan"):
        undo_move(move=move, by=world.admin)


def test_the_page_records_and_takes_back_and_keeps_what_was_typed(
    world, two, client_of
):
    client, page = client_of(world.admin), reverse("region-move", args=["33.16"])
    typed = {"to": two.east.pk, "starts_on": "2026-07-01", "legal_basis": "UU 1/2026"}

    wrong = client.post(page, {**typed, "new_code": "33.80"})
    assert wrong.status_code == 422
    assert 'value="33.80"' in wrong.content.decode()
    done = client.post(page, {**typed, "new_code": "35.80"}, follow=True)
    shown = done.content.decode()
    assert done.redirect_chain[-1][0] == reverse("region-move", args=["35.80"])
    assert "Kini di bawah Provinsi Jawa Timur, kode 35.80" in shown
    client.post(reverse("region-move-undo", args=[RegionMove.objects.get().pk]))
    assert client.get(page).status_code == 200
