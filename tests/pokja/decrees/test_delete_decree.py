"""A wrong entry goes, when nothing hangs on it; the event stays."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from pokja.decrees.actions import attach_scan, delete_decree, revoke_decree
from pokja.decrees.models import Decree, Kind
from pokja.membership.actions import end_member
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.files.actions import delete_file
from pug_portal.files.models import StoredFile
from tests.make import pokja as make
from tests.pokja.decrees.told import refused
from tests.pug_portal.files.test_store_upload import picture

D = dt.date


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("sk.jpg", picture())


def test_a_wrong_entry_is_deleted_and_the_event_stays(world):
    decree = make.decree(world)
    pk = decree.pk

    delete_decree(decree=decree, reason="salah ketik", by=world.siti)

    assert not Decree.objects.filter(pk=pk).exists()
    event = Event.objects.get(verb="decree.deleted", object_id=str(pk))
    assert event.changes["number"] == ["463.23/160/2020", None]


def test_its_scan_goes_with_it(world):
    decree = make.decree(world, scan=scan())

    delete_decree(decree=decree, reason="salah ketik", by=world.siti)

    assert not StoredFile.objects.exists()


def test_it_needs_a_reason(world):
    decree = make.decree(world)

    refusal = refused(lambda: delete_decree(decree=decree, reason=" ", by=world.siti))
    assert refusal.field == "reason"


def test_with_members_it_stays(world):
    decree = make.decree(world)
    make.member(world, decree)

    assert refused(lambda: delete_decree(decree=decree, reason="x", by=world.siti))


@pytest.mark.parametrize("hang", [make.amendment, make.replacement])
def test_with_an_amendment_or_replacement_it_stays(world, hang):
    decree = make.decree(world)
    hang(world, decree)

    assert refused(lambda: delete_decree(decree=decree, reason="x", by=world.siti))


def test_it_stays_while_a_membership_ended_by_it(world):
    member = make.member(world, make.decree(world))
    ending = make.amendment(world, member.decree)
    day = ending.effective_from
    end_member(member=member, on=day, reason="mutasi", by=world.siti, decree=ending)

    with pytest.raises(Refusal, match="masih dipakai 1 catatan"):
        delete_decree(decree=ending, reason="salah", by=world.siti)


def test_its_scan_is_not_deleted_as_a_mere_file(world):
    decree = make.decree(world, scan=scan())
    assert decree.scan is not None

    with pytest.raises(Refusal, match="masih dipakai di 1 tempat"):
        delete_file(file=decree.scan, reason="salah", by=world.siti)


def test_it_stays_where_its_going_would_let_two_hold(world):
    first = make.decree(world)
    second = make.replacement(world, first)
    revoke_decree(decree=second, on=D(2022, 1, 1), reason="x", by=world.siti)
    day = D(2022, 1, 3)
    make.decree(world, number="3/2022", signed_on=day, effective_from=day)

    refusal = refused(lambda: delete_decree(decree=second, reason="x", by=world.siti))
    assert "3/2022" in refusal.sentence


@pytest.mark.parametrize("who", ["joko", "ratih", "wati", "prov", "budi", "admin"])
def test_a_stranger_deletes_nothing(world, who):
    decree = make.decree(world)

    with pytest.raises(PermissionDenied):
        delete_decree(decree=decree, reason="x", by=getattr(world, who))


def test_a_new_scan_takes_the_place_of_the_old_one(world):
    decree = make.decree(world, scan=scan())
    old = decree.scan_id

    after = attach_scan(decree=decree, upload=scan(), by=world.siti)

    assert after.scan_id != old
    assert list(StoredFile.objects.values_list("pk", flat=True)) == [after.scan_id]


def test_bappeda_attaches_no_scan_to_the_pokja_decree(world):
    decree = make.decree(world)

    with pytest.raises(PermissionDenied):
        attach_scan(decree=decree, upload=scan(), by=world.joko)


def test_bappeda_deletes_its_own_kind(world):
    decree = make.decree(world, by=world.joko, kind=Kind.TECHNICAL_TEAM)

    delete_decree(decree=decree, reason="salah ketik", by=world.joko)

    assert not Decree.objects.exists()
