from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from focal_points.campaigns.actions import (
    accept_document,
    close_campaign,
    open_campaign,
    return_document,
    upload_document,
)
from focal_points.campaigns.board import counts, rows_of
from focal_points.campaigns.gate import may_read_document
from focal_points.campaigns.letters import recap, reminder
from focal_points.campaigns.models import DocumentState as S
from focal_points.campaigns.todo import tasks_for, waiting_count
from focal_points.campaigns.workflow import WORKFLOW
from focal_points.opd.models import Opd
from pug_portal.access.checks import can
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import planning as make
from tests.make import pug_portal as make_floor

TWO = ("gap", "gbs")


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2026-11-22")


@pytest.fixture
def alone(world):
    """Dinkes is the only OPD that is asked; Ratih uploads, Siti and Joko judge."""
    others = Opd.objects.filter(region=world.blora).exclude(pk=world.dinkes.pk)
    others.update(takes_part=False)
    return make.campaign(world.blora, *TWO)


def states(campaign) -> list[str]:
    return [row.state_of(kind) for row in rows_of(campaign) for kind in row.kinds]


@pytest.mark.slow
def test_from_opening_to_complete(world, alone):
    assert states(alone) == [S.MISSING, S.MISSING]
    assert (waiting_count(world.ratih), waiting_count(world.siti)) == (2, 0)

    gap = make.uploaded(alone, world.dinkes, world.ratih)
    assert waiting_count(world.siti) == 1
    return_document(document=gap, note="Data belum terpilah.", by=world.siti)
    assert tasks_for(world.ratih)[0].title == "Unggah GAP, GBS/PAG"
    first = gap.file
    gap = make.uploaded(alone, world.dinkes, world.ratih, name="gap2.pdf")
    assert (gap.note, list(gap.earlier.all())) == ("", [first])
    accept_document(document=gap, by=world.joko)
    gbs = make.uploaded(alone, world.dinkes, world.ratih, "gbs")
    accept_document(document=gbs, by=world.siti)

    alone.refresh_from_db()
    assert (alone.is_open, alone.close_reason) == (False, "")
    told = Event.objects.filter(verb__startswith="campaign.").order_by("pk")
    assert [event.verb.split(".")[1] for event in told] == [
        "opened",
        "uploaded",
        "returned",
        "uploaded",
        "accepted",
        "uploaded",
        "accepted",
        "completed",
    ]
    with pytest.raises(Refusal, match="ditutup"):
        make.uploaded(alone, world.dinkes, world.ratih)


def test_the_first_upload_decides_whether_it_came_in_time(world, alone, clock):
    clock(f"{alone.due_on}T23:00")
    gap = make.uploaded(alone, world.dinkes, world.ratih)
    clock(f"{alone.due_on + dt.timedelta(days=1)}T00:30")
    again = make.uploaded(alone, world.dinkes, world.ratih, name="gap2.pdf")
    late = make.uploaded(alone, world.dinkes, world.ratih, "gbs")

    assert [row.is_late_in(alone) for row in (gap, again, late)] == [False, False, True]
    assert tasks_for(world.ratih) == []


def test_closed_by_hand_says_why(world, alone):
    with pytest.raises(Refusal, match="alasan"):
        close_campaign(campaign=alone, reason=" ", by=world.joko)
    close_campaign(campaign=alone, reason="RKA sudah ditetapkan", by=world.joko)
    with pytest.raises(Refusal, match="ditutup"):
        close_campaign(campaign=alone, reason="lagi", by=world.joko)


@pytest.mark.slow
def test_board_letters_and_sheet_count_alike(world):
    campaign = make.campaign(world.blora, *TWO)
    done = make.uploaded(campaign, world.dinkes, world.ratih)
    accept_document(document=done, by=world.siti)
    make.uploaded(campaign, world.dinkes, world.ratih, "gbs")
    sent = make.uploaded(campaign, world.dlh, world.dewi)
    return_document(document=sent, note="Buram", by=world.siti)
    rows = rows_of(campaign)

    number = counts(rows)
    assert sum(number.values()) == len(rows) * len(TWO)
    assert number == {S.ACCEPTED: 1, S.UPLOADED: 1, S.RETURNED: 1, S.MISSING: 5}
    text = recap(rows, campaign, "hari ini", "Bappeda")
    assert "0 dari 4 OPD lengkap" in text
    assert "*Belum lengkap (3)*" in text
    assert "DLH: GAP (perbaikan), GBS/PAG" in text
    assert "*Sedang diperiksa (1)*\n1. Dinkes" in text
    dlh = next(row for row in rows if row.opd == world.dlh)
    assert "- GAP (perbaikan)\n- GBS/PAG" in reminder(dlh, campaign, "Bappeda", "x")


def test_who_opened_after_is_not_asked_and_who_closed_owes_nothing(world, clock):
    campaign = make.campaign(world.blora)
    new = make_fp.opd(world.blora, "Dinas Baru", "Baru")
    Opd.objects.filter(pk=new.pk).update(active_from=dt.date(2026, 11, 25))
    Opd.objects.filter(pk=world.dlh.pk).update(active_to=dt.date(2026, 11, 25))

    clock("2026-11-26")
    names = {row.opd.short_name for row in rows_of(campaign)}
    assert names == {"Dinkes", "Dinsos P3A", "Bappeda"}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"kinds": ()}, "kinds"),
        ({"kinds": ("gap", "skripsi")}, "kinds"),
        ({"due_on": dt.date(2026, 11, 21)}, "due_on"),
        ({"due_on": dt.date(2206, 11, 21)}, "due_on"),
    ],
)
def test_a_senseless_campaign_is_refused_beside_its_field(world, facts, field):
    told = {"title": "GAP", "kinds": TWO, "due_on": dt.date(2026, 12, 1)}
    with pytest.raises(Refusal) as refused:
        open_campaign(stage=make.stage(world.blora), by=world.joko, **{**told, **facts})
    assert refused.value.field == field


def test_others_open_upload_and_judge_nothing(world, alone):
    gap = make.uploaded(alone, world.dinkes, world.ratih)
    stage = alone.stage
    for actor in (world.ratih, world.hasan, world.wati, world.budi, world.prov):
        for verb in (
            lambda by: make.campaign(world.blora, stage=stage, by=by),
            lambda by: accept_document(document=gap, by=by),
            lambda by: return_document(document=gap, note="x", by=by),
            lambda by: close_campaign(campaign=alone, reason="x", by=by),
        ):
            with pytest.raises(PermissionDenied):
                verb(actor)
    for actor in (world.dewi, world.hasan, world.siti, world.budi):
        with pytest.raises(PermissionDenied):
            make.uploaded(alone, world.dinkes, actor)


def test_nobody_judges_the_office_he_is_appointed_to(world):
    campaign = make.campaign(world.blora)
    sent = make.uploaded(campaign, world.dinkes, world.ratih)
    make_fp.appointed(world.siti.user, world.dinkes)

    with pytest.raises(PermissionDenied, match="diperiksa orang lain"):
        accept_document(document=sent, by=world.siti)


def test_the_file_that_was_not_seen_is_not_accepted(world, alone):
    gap = make.uploaded(alone, world.dinkes, world.ratih)
    seen = gap.file_id
    make.uploaded(alone, world.dinkes, world.ratih, name="gap2.pdf")

    with pytest.raises(Refusal, match="baru saja mengganti"):
        accept_document(document=gap, by=world.siti, seen=seen)


def test_the_button_names_the_file_that_lay_before_the_judge(world, alone, client_of):
    gap = make.uploaded(alone, world.dinkes, world.ratih)
    seen = str(gap.file_id)
    make.uploaded(alone, world.dinkes, world.ratih, name="gap2.pdf")
    siti, url = client_of(world.siti), reverse("campaign-accept", args=[gap.pk])

    siti.post(url, {"berkas": seen})
    gap.refresh_from_db()
    assert gap.state == S.UPLOADED
    siti.post(url, {"berkas": str(gap.file_id)})
    gap.refresh_from_db()
    assert gap.state == S.ACCEPTED


def test_what_is_no_document_or_was_not_asked_is_refused(world, alone):
    rubbish = SimpleUploadedFile("gap.pdf", b"MZ not a pdf")
    for kind, upload in (("gap", rubbish), ("rka", make.pdf())):
        with pytest.raises(Refusal):
            upload_document(
                campaign=alone,
                opd=world.dinkes,
                kind=kind,
                upload=upload,
                by=world.ratih,
            )
    assert states(alone) == [S.MISSING, S.MISSING]


def test_a_file_is_read_by_its_opd_and_its_judges_and_once_accepted_by_readers(
    world, alone
):
    gap = make.uploaded(alone, world.dinkes, world.ratih)

    def readers():
        found = world.everyone().items()
        return {name for name, actor in found if may_read_document(actor, gap.file)}

    assert readers() == {"ratih", "hasan", "siti", "joko"}
    accept_document(document=gap, by=world.siti)
    assert readers() == {"ratih", "hasan", "siti", "joko", "wati", "yusuf", "prov"}


def test_no_other_move_is_possible_under_any_hat(world):
    steps = {(step.source, step.target): step for step in WORKFLOW}
    for source in S:
        for target in S:
            for actor in world.everyone().values():
                step = steps.get((source, target))
                if step and any(can(actor, p) for p in step.permissions):
                    assert WORKFLOW.check(source, target, by=actor) == step
                else:
                    with pytest.raises((Refusal, PermissionDenied)):
                        WORKFLOW.check(source, target, by=actor)


def test_an_actor_without_appointment_has_nothing_to_upload(world):
    stranger = make_floor.user("Tuti Handayani", world.blora)
    make.campaign(world.blora)
    assert tasks_for(make_fp.appointed(stranger, world.dlh)) != []
    assert tasks_for(world.baru) == []
