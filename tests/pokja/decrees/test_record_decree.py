"""Recording a decree: what is accepted, and what is refused beside its field."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from pokja.decrees.actions import (
    change_decree,
    delete_decree,
    record_decree,
    revoke_decree,
)
from pokja.decrees.models import Decree, Kind, Relation, State
from pokja.decrees.queries import in_force
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import pokja as make

D = dt.date


def refused(call) -> Refusal:
    with pytest.raises(Refusal) as caught:
        call()
    return caught.value


def test_with_number_and_dates_it_is_issued(world):
    assert make.decree(world).state == State.ISSUED


def test_without_a_number_it_is_a_draft(world):
    assert make.decree_at(world, "rancangan").state == State.DRAFT


def test_it_leaves_its_event(world):
    decree = make.decree(world)

    assert Event.objects.about(decree).first().verb == "decree.issued"


def test_a_second_one_in_force_is_refused_and_the_first_is_named(world):
    make.decree(world)

    refusal = refused(lambda: make.decree(world, number="463.23/99/2021"))

    assert refusal.field == "effective_from"
    assert "463.23/160/2020" in refusal.sentence


def test_a_replacement_ends_the_older_one_the_day_it_begins(world):
    old = make.decree(world)

    make.decree(
        world,
        number="463.23/7/2021",
        signed_on=D(2021, 1, 4),
        effective_from=D(2021, 1, 4),
        relation=Relation.REPLACES,
        related=old,
    )

    assert in_force(world.blora, Kind.POKJA, D(2021, 1, 3)) == old
    assert in_force(world.blora, Kind.POKJA, D(2021, 1, 4)) != old


def test_an_amendment_is_read_together_with_its_base(world):
    base = make.decree(world)

    make.decree(
        world,
        number="463.23/300/2020",
        signed_on=D(2020, 8, 3),
        effective_from=D(2020, 8, 3),
        relation=Relation.AMENDS,
        related=base,
    )

    assert in_force(world.blora, Kind.POKJA, D(2020, 9, 1)) == base


def test_another_kind_may_be_in_force_beside_it(world):
    make.decree(world)

    assert make.decree(world, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020")


def test_forty_focal_point_decrees_of_forty_opd_are_fine(world):
    for n in range(40):
        opd = make_fp.opd(world.blora, f"Dinas {n}")
        make.decree(world, kind=Kind.FOCAL_POINT, opd=opd, number=f"800/{n}/2020")

    assert Decree.objects.in_force_on(D(2020, 3, 1)).count() == 40


def test_two_focal_point_decrees_of_one_opd_are_refused(world):
    facts = {"kind": Kind.FOCAL_POINT, "opd": world.dinkes}
    make.decree(world, number="800/1/2020", **facts)

    assert refused(lambda: make.decree(world, number="800/2/2020", **facts))


def test_a_focal_point_decree_needs_its_opd(world):
    assert refused(lambda: make.decree(world, kind=Kind.FOCAL_POINT)).field == "opd"


def test_an_end_before_the_start_is_refused(world):
    refusal = refused(lambda: make.decree(world, effective_until=D(2020, 1, 1)))

    assert refusal.field == "effective_until"


def test_a_start_before_the_signing_needs_a_note(world):
    early = {"effective_from": D(2020, 1, 2)}

    assert refused(lambda: make.decree(world, **early)).field == "note"
    assert make.decree(world, note="Berlaku surut sesuai diktum.", **early)


def test_the_same_number_twice_is_refused(world):
    make.decree(world, effective_until=D(2020, 3, 1))

    later = {"effective_from": D(2020, 4, 1)}
    assert refused(lambda: make.decree(world, **later)).field == "number"


def test_bappeda_records_the_technical_team_only(world):
    assert make.decree(
        world, by=world.joko, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020"
    )
    assert refused(lambda: make.decree(world, by=world.joko)).field == "kind"


def test_a_focal_point_records_no_decree(world):
    with pytest.raises(PermissionDenied):
        make.decree(world, by=world.ratih)


def test_a_draft_is_issued_by_its_number(world):
    draft = make.decree_at(world, "rancangan")

    issued = change_decree(
        decree=draft,
        by=world.siti,
        number="463.23/160/2020",
        signed_on=make.SIGNED,
        effective_from=make.SIGNED,
    )

    assert issued.state == State.ISSUED


def test_a_change_is_told_old_to_new(world):
    decree = make.decree(world)

    change_decree(decree=decree, by=world.siti, title="Pokja PUG Kabupaten Blora")

    event = Event.objects.about(decree).first()
    assert event.changes["title"] == [
        "Pembentukan Pokja PUG",
        "Pokja PUG Kabupaten Blora",
    ]


def test_revoking_needs_a_reason(world):
    decree = make.decree(world)

    refusal = refused(
        lambda: revoke_decree(decree=decree, on=D(2021, 1, 1), reason="", by=world.siti)
    )
    assert refusal.field == "reason"


def test_a_revoked_decree_cannot_be_changed_or_revoked_again(world):
    decree = make.decree_at(world, "dicabut")

    assert refused(lambda: change_decree(decree=decree, by=world.siti, title="x"))
    assert refused(
        lambda: revoke_decree(
            decree=decree, on=D(2022, 1, 1), reason="x", by=world.siti
        )
    )


def test_a_wrong_entry_is_deleted_and_the_event_stays(world):
    decree = make.decree(world)
    pk = decree.pk

    delete_decree(decree=decree, reason="salah ketik", by=world.siti)

    assert not Decree.objects.filter(pk=pk).exists()
    assert Event.objects.filter(verb="decree.deleted", object_id=str(pk)).exists()


def test_a_decree_with_members_is_not_deleted(world):
    decree = make.decree(world)
    make.member(world, decree)

    assert refused(lambda: delete_decree(decree=decree, reason="x", by=world.siti))


def test_nothing_is_written_when_the_scan_is_refused(world):
    from django.core.files.uploadedfile import SimpleUploadedFile

    with pytest.raises(Refusal):
        record_decree(
            region=world.blora,
            by=world.siti,
            scan=SimpleUploadedFile("sk.pdf", b"<html>"),
            kind=Kind.POKJA,
            number="1/2020",
            title="x",
            issuer_position="Bupati",
            signed_on=make.SIGNED,
            effective_from=make.SIGNED,
        )

    assert not Decree.objects.exists()
