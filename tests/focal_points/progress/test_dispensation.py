"""One OPD may fill after the lock until a minute, and then no more; nobody closes it."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from pypdf import PdfReader

from focal_points.periods.actions import change_period, exempt
from focal_points.periods.dispensation_actions import grant, withdraw
from focal_points.periods.dispensation_letter import letter_pdf
from focal_points.periods.dispensation_lines import lines_of
from focal_points.progress import actions
from focal_points.progress.letters import reminder
from focal_points.progress.queries import board, tasks_for
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.dates import zone_of
from tests.make import progress as make

UNTIL = dt.datetime(2021, 3, 5, 16, 0, tzinfo=zone_of("WIB"))
REASON = "Listrik kantor padam <b>sepekan</b>."


@pytest.fixture
def period(world, clock):
    made = make.period(world.blora)
    clock(make.AFTER_LOCK)
    return made


def given(world, period, **facts):
    facts = {"opd": world.dinkes, "until": UNTIL, "reason": REASON, **facts}
    return grant(period=period, by=facts.pop("by", world.siti), **facts)


def test_it_opens_one_opd_and_closes_by_itself_at_the_minute(world, period, clock):
    given(world, period)

    clock("2021-03-05T15:59")
    report = make.draft(world.dinkes, world.ratih)
    make.filled(report, world.ratih)
    with pytest.raises(Refusal, match="dikunci"):
        make.draft(world.dlh, world.dewi)
    assert [task.label for task in tasks_for(world.ratih)] == ["Draf"]
    assert {row.opd.short_name for row in board(period) if not row.is_locked} == {
        "Dinkes"
    }

    clock("2021-03-05T16:00")
    with pytest.raises(Refusal, match=r"5 Maret 2021 pukul 16\.00.WIB \(dispensasi\)"):
        make.activity(report, world.ratih)
    assert tasks_for(world.ratih) == []
    assert all(row.is_locked for row in board(period))
    assert not any(line.is_open for line in lines_of(world.blora))


@pytest.mark.slow
def test_what_was_sent_under_it_is_late_all_the_same(world, period):
    given(world, period)
    make.sent(
        make.filled(make.draft(world.dinkes, world.ratih), world.ratih), world.ratih
    )

    row = next(row for row in board(period) if row.opd == world.dinkes)
    assert (row.punctuality, row.days_late) == ("terlambat", 29)


def test_withdrawn_it_closes_at_once_and_the_trail_says_why(world, period):
    row = given(world, period)
    withdraw(dispensation=row, reason="Salah OPD", by=world.siti)

    with pytest.raises(Refusal, match="dikunci"):
        make.draft(world.dinkes, world.ratih)
    with pytest.raises(Refusal, match="sudah berakhir"):
        withdraw(dispensation=row, reason="Lagi", by=world.siti)
    told = Event.objects.filter(verb__startswith="dispensation.").order_by("pk")
    assert [event.reason for event in told] == [REASON, "Salah OPD"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"until": UNTIL.replace(month=2, day=10)}, "until_day"),
        ({"until": UNTIL.replace(year=2031)}, "until_day"),
        ({"opd": "dinkes_rembang"}, "opd"),
        ({"opd": "dlh"}, "opd"),
    ],
)
def test_what_is_refused_is_refused_beside_its_field(world, period, facts, field):
    exempt(period=period, opd=world.dlh, reason="Baru dibentuk", by=SYSTEM)
    if "opd" in facts:
        facts = {"opd": getattr(world, facts["opd"])}

    with pytest.raises(Refusal) as refused:
        given(world, period, **facts)

    assert refused.value.field == field


def test_before_the_lock_ends_there_is_nothing_to_dispense(world, clock):
    clock(make.WITHIN)
    with pytest.raises(Refusal, match="baru dikunci"):
        given(world, make.period(world.blora), until=UNTIL.replace(month=2, day=1))


def test_a_second_one_at_the_same_time_is_refused(world, period):
    given(world, period)
    with pytest.raises(Refusal, match="sudah mendapat dispensasi"):
        given(world, period, until=UNTIL + dt.timedelta(days=1))


@pytest.mark.parametrize("who", ["joko", "ratih", "budi", "prov", "wati"])
def test_only_the_own_sekretariat_gives_one(world, period, who):
    with pytest.raises(PermissionDenied):
        given(world, period, by=world.everyone()[who])


@pytest.mark.slow
def test_the_desk_gives_and_takes_back_on_the_pages(world, period, client_of):
    siti = client_of(world.siti)
    sent = {
        "opd": world.dinkes.pk,
        "until_day": "2021-03-05",
        "until_time": "16.00",
        "reason": REASON,
        "letter_number": "",
    }
    assert (
        siti.post(reverse("period-dispense", args=[period.pk]), {}).status_code == 422
    )
    siti.post(reverse("period-dispense", args=[period.pk]), sent)
    row = period.dispensations.get()

    shown = siti.get(reverse("dispensation-list")).content.decode()
    assert "1 dispensasi terbuka" in shown
    assert "&lt;b&gt;sepekan" in shown
    assert (
        "dispensasi sampai"
        in client_of(world.ratih).get("/laporan-saya/").content.decode()
    )
    boarded = next(each for each in board(period) if each.opd == world.dinkes)
    assert "sampai 5 Maret 2021" in reminder(boarded, period, "Siti", "x")

    siti.post(reverse("dispensation-withdraw", args=[row.pk]), {"reason": "Selesai"})
    assert (
        "Tidak ada dispensasi terbuka"
        in siti.get(reverse("dispensation-list")).content.decode()
    )


@pytest.mark.slow
def test_the_letter_names_the_opd_the_minute_and_the_reason(world, period):
    text = " ".join(
        page.extract_text() for page in PdfReader(_stream(world, period)).pages
    )
    text = " ".join(text.split())

    assert "Dinas Kesehatan" in text
    assert "sampai 5 Maret 2021 pukul 16.00 WIB" in text
    assert "Listrik kantor padam <b>sepekan</b>." in text


def _stream(world, period):
    return io.BytesIO(letter_pdf(given(world, period)))


@pytest.mark.slow
def test_other_opd_do_not_find_the_letter(world, period, client_of):
    url = reverse("dispensation-letter", args=[given(world, period).pk])
    assert client_of(world.dewi).get(url).status_code == 404
    assert client_of(world.budi).get(url).status_code == 404


def test_a_date_is_changed_with_a_reason_that_the_opd_reads(world, clock, client_of):
    clock(make.WITHIN)
    period = make.period(world.blora)
    change_period(
        period=period,
        due_on=period.due_on + dt.timedelta(days=3),
        reason="Libur bersama",
        by=world.siti,
    )

    shown = client_of(world.ratih).get("/laporan-saya/").content.decode()

    assert "Libur bersama" in shown


def test_actions_know_no_way_around_the_lock(world, period):
    """A dispensation of another semester opens nothing here."""
    earlier = make.period(world.blora, 2020, 1)
    given(world, earlier)

    with pytest.raises(Refusal, match="dikunci"):
        actions.start_draft(period=period, opd=world.dinkes, by=world.ratih)


@pytest.mark.slow
def test_who_opens_periods_is_told_how_and_others_whom_to_ask(world, clock, client_of):
    clock(make.WITHIN)
    report = make.progress_at(
        "dikembalikan", opd=world.dinkes, filler=world.ratih, verifier=world.siti
    )
    clock(make.AFTER_LOCK)
    url = reverse("progress-detail", args=[report.pk])

    told = {
        name: client_of(actor).get(url).content.decode()
        for name, actor in (("siti", world.siti), ("ratih", world.ratih))
    }

    assert "Beri dispensasi dari halaman periodenya" in told["siti"]
    assert "Mintalah sekretariat Pokja membuka kembali" in told["ratih"]
