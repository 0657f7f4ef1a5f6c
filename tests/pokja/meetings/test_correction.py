"""«Ralat notulen»: version 1 stays word for word, version 2 tells what changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from pokja.meetings import correction_actions as verbs
from pokja.meetings.choices import CorrectionState
from pokja.meetings.content import digest, is_intact
from pokja.meetings.draft import marks_of
from pokja.meetings.draft_actions import Sent, save_draft
from pokja.meetings.holders import CorrectionText
from pokja.meetings.models import Meeting, MinutesCorrection
from pokja.meetings.paper import paper_of
from pokja.meetings.workflow import CORRECTION_WORKFLOW
from pokja.reports.collect_meetings import meeting_rows
from pug_portal.access.refusal import Refusal
from pug_portal.lib.semesters import Semester
from tests.make import meetings as make

pytestmark = pytest.mark.django_db
REASON = "Salah menulis nama peraturan"


@pytest.fixture
def settled(world):
    return make.meeting_at("disahkan", world)


@pytest.fixture
def correction(world, settled):
    return verbs.open_correction(meeting=settled, reason=REASON, by=world.siti)


def write(correction: MinutesCorrection, by, **texts: str) -> None:
    """texts: old → new, with blanks as underscores."""
    fresh = MinutesCorrection.objects.get(pk=correction.pk)
    base = CorrectionText(fresh.meeting, fresh).load()
    wanted = {old.replace("_", " "): new for old, new in texts.items()}
    items = [replace(i, text=wanted.get(i.text, i.text)) for i in base]
    sent = Sent(items, marks_of(base), "laman")
    save_draft(meeting=fresh.meeting, correction=fresh, sent=sent, by=by)


def sign(correction, by):
    return verbs.sign_correction(correction=correction, notulis="Rina", by=by)


def fresh(meeting: Meeting) -> Meeting:
    return Meeting.objects.get(pk=meeting.pk)


def test_until_it_is_settled_nothing_of_the_settled_minutes_changes(
    world, settled, correction
):
    before = (settled.settled_content, settled.settled_sha256)
    write(correction, world.siti, Tujuh_prasyarat="Tujuh prasyarat PUG")
    sign(correction, world.siti)

    now = fresh(settled)
    assert (now.settled_content, now.settled_sha256) == before
    assert now.is_settled
    assert "Tujuh prasyarat PUG" not in str(paper_of(now).content)


@pytest.mark.slow
def test_the_settled_correction_is_version_two_and_version_one_stays(
    world, settled, correction
):
    one = settled.settled_content
    number = settled.recommendations.get().number
    write(
        correction,
        world.siti,
        Tujuh_prasyarat="Tujuh prasyarat PUG",
        Menyusun_profil_gender_bidang_kesehatan="Menyusun profil gender kesehatan",
    )
    sign(correction, world.siti)
    verbs.settle_correction(correction=correction, by=world.joko)

    two = fresh(settled)
    old = two.versions.get()
    assert (old.number, old.content, digest(old.content)) == (1, one, old.sha256)
    assert two.version == 2
    assert is_intact(two)
    told = [(c.place, c.kind) for c in paper_of(two).changes]
    assert told == [("Pembahasan 2", "diubah"), ("Rekomendasi 1", "diubah")]
    row = two.recommendations.get()
    assert (row.number, row.text) == (number, "Menyusun profil gender kesehatan")


@pytest.mark.slow
def test_pages_and_pdf_of_both_versions(world, settled, correction, client_of):
    write(correction, world.siti, Tujuh_prasyarat="Tujuh prasyarat PUG")
    sign(correction, world.siti)
    verbs.settle_correction(correction=correction, by=world.joko)
    ratih = client_of(world.ratih)

    one = ratih.get(f"/rapat/{settled.pk}/versi/1/").content.decode()
    two = ratih.get(f"/rapat/{settled.pk}/cetak/").content.decode()
    pdf = ratih.get(f"/rapat/{settled.pk}/versi/1/notulen.pdf")

    assert "sudah diganti versi 2" in one
    assert "Tujuh prasyarat PUG" not in one
    assert REASON in two
    assert "[ditambah] </span>PUG</ins>" in two
    assert pdf.content.startswith(b"%PDF")
    assert ratih.get(f"/rapat/{settled.pk}/versi/3/").status_code == 404


@pytest.mark.slow
def test_the_report_prints_the_newest_version_and_names_it(world, settled, correction):
    write(correction, world.siti, Tujuh_prasyarat="Tujuh prasyarat PUG")
    semester = Semester.from_date(make.HELD)
    assert meeting_rows(world.blora, semester)[0][0].version is None

    sign(correction, world.siti)
    verbs.settle_correction(correction=correction, by=world.joko)

    (row,) = meeting_rows(world.blora, semester)[0]
    assert row.version == 2
    assert row.minutes[-1].text == "Tujuh prasyarat PUG"


def test_a_correction_needs_a_reason_and_settled_minutes(world, settled):
    with pytest.raises(Refusal, match="alasan"):
        verbs.open_correction(meeting=settled, reason=" ", by=world.siti)
    running = make.meeting_at("berlangsung", world, title="Lain")
    with pytest.raises(Refusal, match="sudah disahkan"):
        verbs.open_correction(meeting=running, reason="x", by=world.siti)


def test_one_correction_at_a_time_also_in_the_database(world, settled, correction):
    with pytest.raises(Refusal, match="sedang disusun"):
        verbs.open_correction(meeting=settled, reason="Lain", by=world.joko)
    with pytest.raises(IntegrityError), transaction.atomic():
        MinutesCorrection.objects.create(
            meeting=settled, number=2, reason="x", opened_at=dt.datetime.now(dt.UTC)
        )


def test_who_signed_does_not_settle(world, correction):
    write(correction, world.joko, Tujuh_prasyarat="Lain")
    sign(correction, world.joko)
    with pytest.raises(Refusal, match="Anda tanda tangani sendiri"):
        verbs.settle_correction(correction=correction, by=world.joko)


def test_a_correction_without_a_change_is_not_signed(world, correction):
    with pytest.raises(Refusal, match="Belum ada kata"):
        sign(correction, world.siti)


def test_a_signed_text_is_closed_until_it_is_sent_back(world, correction):
    write(correction, world.siti, Tujuh_prasyarat="Lain")
    sign(correction, world.siti)
    with pytest.raises(Refusal, match="tidak dapat"):
        write(correction, world.siti, Lain="Sekali lagi")
    verbs.return_correction(correction=correction, reason="Kurang", by=world.joko)
    write(correction, world.siti, Lain="Sekali lagi")


def test_a_cancelled_correction_leaves_version_one(world, settled, correction):
    write(correction, world.siti, Tujuh_prasyarat="Lain")
    verbs.cancel_correction(correction=correction, reason="Tidak jadi", by=world.siti)
    assert fresh(settled).version == 1
    assert verbs.open_correction(meeting=settled, reason="Lagi", by=world.siti).is_open


@pytest.mark.parametrize("who", ["ratih", "hasan", "wati", "yusuf", "budi", "prov"])
def test_others_open_none(world, settled, who):
    with pytest.raises(PermissionDenied):
        verbs.open_correction(meeting=settled, reason="x", by=getattr(world, who))


VERBS = {
    "koreksi": lambda c, by: sign(c, by),
    "draf": lambda c, by: verbs.return_correction(correction=c, reason="x", by=by),
    "disahkan": lambda c, by: verbs.settle_correction(correction=c, by=by),
    "dibatalkan": lambda c, by: verbs.cancel_correction(
        correction=c, reason="x", by=by
    ),
}


@pytest.mark.slow
def test_every_move_of_the_table_and_no_other(world, correction):
    write(correction, world.siti, Tujuh_prasyarat="Lain")
    legal = {(step.source, step.target) for step in CORRECTION_WORKFLOW}
    for source in CorrectionState.values:
        for target, verb in VERBS.items():
            MinutesCorrection.objects.filter(pk=correction.pk).update(
                state=source, signed_by=world.siti.user
            )
            sid = transaction.savepoint()
            try:
                verb(correction, world.joko)
                made = True
            except Refusal:
                made = False
            transaction.savepoint_rollback(sid)
            assert made == ((source, target) in legal), (source, target)


@pytest.mark.slow
def test_facts_and_figures_are_corrected_too_and_listed(
    world, settled, correction, client_of
):
    frozen = settled.settled_content
    siti = client_of(world.siti)
    address = f"/rapat/ralat/{correction.pk}/data/"
    assert "Dinas Kesehatan" in siti.get(address).content.decode()
    sent = {
        "starts_on": "2020-10-26",
        "starts_time": "09.30",
        "ends_on": "",
        "ends_time": "12.30",
        "place": "Aula Bappeda",
        "chair_position": "Sekretaris Daerah",
        "men_0": "2",
        "women_0": "2",
        "men_1": "2",
        "women_1": "1",
        "men_2": "0",
        "women_2": "3",
    }
    assert siti.post(address, {**sent, "starts_on": "2021-10-26"}).status_code == 422
    assert siti.post(address, {**sent, "men_0": "0", "women_0": "0"}).status_code == 422
    assert siti.post(address, sent).status_code == 302

    assert fresh(settled).settled_content == frozen
    sign(correction, world.siti)
    verbs.settle_correction(correction=correction, by=world.joko)

    two = fresh(settled)
    told = [change.place for change in paper_of(two).changes]
    assert told[:3] == ["Waktu", "Tempat", "Pimpinan rapat"]
    assert [place.startswith("Kehadiran ") for place in told[3:]] == [True, False]
    assert (two.place, two.attendance.first().men) == ("Aula Bappeda", 2)
    assert paper_of(two).totals.men == frozen["totals"]["men"] + 1
    assert two.settled_content["agenda"] == frozen["agenda"]
    assert is_intact(two)


def test_a_correction_of_broken_minutes_is_not_settled(world, settled, correction):
    write(correction, world.siti, Tujuh_prasyarat="Lain")
    sign(correction, world.siti)
    Meeting.objects.filter(pk=settled.pk).update(settled_sha256="0" * 64)

    with pytest.raises(Refusal, match="tidak cocok dengan sidiknya"):
        verbs.settle_correction(correction=correction, by=world.joko)
    with pytest.raises(Refusal, match="sudah ditandatangani"):
        verbs.set_data(correction=correction, facts={}, figures=[], by=world.siti)
