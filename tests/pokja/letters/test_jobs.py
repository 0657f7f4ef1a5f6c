"""The ZIP of all letters and the mails, made in the background."""

import datetime as dt
import io
import zipfile

import pypdf
import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from pokja.letters import actions, job_actions, jobs, mailing
from pokja.letters.models import LetterJob
from pokja.letters.writing import content_of
from pug_portal.access.refusal import Refusal
from tests.make import letters as make


@pytest.mark.slow
def test_the_zip_holds_a_letter_to_each_addressee(world, run_all):
    """Forty of them within a minute: tests/browser/test_forty_letters.py."""
    letter = make.finished(world, make.meeting(world, guests=4), form="masing")

    job = run_all(lambda: job_actions.ask_zip(letter=letter, by=world.siti))

    assert (job.state, job.done, job.error) == ("siap", 6, "")
    with default_storage.open(job.path) as stored:
        archive = zipfile.ZipFile(io.BytesIO(stored.read()))
    names = archive.namelist()
    assert len(names) == 6
    for name, person in zip(names, letter.content["addressees"], strict=True):
        reader = pypdf.PdfReader(io.BytesIO(archive.read(name)))
        (page,) = reader.pages
        text = page.extract_text()
        assert f"Yth. {person['lines'][0]}\n" in text
        assert text.count("Yth.") == 1
        assert "/StructTreeRoot" in reader.trailer["/Root"]


@pytest.mark.slow
def test_one_mail_goes_to_each_address_with_letter_and_calendar(world, run_all):
    letter = make.finished(world, make.meeting(world, guests=2))

    job = run_all(lambda: job_actions.ask_mail(letter=letter, by=world.siti))

    assert (job.state, job.done) == ("siap", 2)
    assert [each.to for each in mail.outbox] == [
        ["tamu1@contoh.id"],
        ["tamu2@contoh.id"],
    ]
    assert "Yth. Tamu 1, Ketua, Lembaga 1" in mail.outbox[0].body
    assert [part[0] for part in mail.outbox[0].attachments] == [
        "undangan.pdf",
        "rapat.ics",
    ]


@pytest.mark.slow
def test_a_refused_address_stops_no_other_and_only_it_is_sent_again(
    world, run_all, monkeypatch
):
    letter = make.finished(world, make.meeting(world, guests=2))
    real = EmailBackend.send_messages

    def refuse_first(self, messages):
        if messages[0].to == ["tamu1@contoh.id"]:
            raise OSError("550 tamu1@contoh.id tidak dikenal")
        return real(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_first)
    job = run_all(lambda: job_actions.ask_mail(letter=letter, by=world.siti))
    assert [(row.state, row.error) for row in job.mails.all()] == [
        ("gagal", "550 alamat ini tidak dikenal"),
        ("terkirim", ""),
    ]

    monkeypatch.setattr(EmailBackend, "send_messages", real)
    again = run_all(lambda: job_actions.ask_mail(letter=letter, by=world.siti))
    assert [row.email for row in again.mails.all()] == ["tamu1@contoh.id"]
    with pytest.raises(Refusal, match="belum dikirimi"):
        job_actions.ask_mail(letter=letter, by=world.siti)


@pytest.mark.slow
def test_without_a_mail_server_nothing_is_promised(world, settings):
    letter = make.finished(world)
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    with pytest.raises(Refusal, match="belum diatur"):
        job_actions.ask_mail(letter=letter, by=world.siti)


def test_asked_twice_there_is_one_job(world, queued):
    letter = make.finished(world)

    asked = [job_actions.ask_zip(letter=letter, by=world.siti) for _ in range(2)]

    assert asked[0] == asked[1]


def test_a_draft_has_no_jobs_and_a_stranger_asks_for_none(world):
    letter = make.draft(world)
    with pytest.raises(Refusal):
        job_actions.ask_zip(letter=letter, by=world.siti)
    for stranger in (world.ratih, world.wati, world.budi):
        with pytest.raises(PermissionDenied):
            job_actions.ask_mail(letter=letter, by=stranger)


@pytest.mark.slow
def test_a_lost_job_is_queued_again_and_fails_after_three_attempts(world, queued):
    letter = make.finished(world)
    job = job_actions.ask_zip(letter=letter, by=world.siti)
    past = timezone.now() - dt.timedelta(minutes=1)
    rows = LetterJob.objects.filter(pk=job.pk)

    rows.update(state="berjalan", attempts=1, lease_until=past)
    assert jobs.requeue_lost() == [job.pk]

    rows.update(state="berjalan", attempts=3, lease_until=past)
    assert jobs.requeue_lost() == []
    job.refresh_from_db()
    assert job.state == "gagal"
    assert "berhenti 3 kali" in job.error


@pytest.mark.slow
def test_a_number_recorded_later_takes_the_old_zip_away(
    world, run_all, django_capture_on_commit_callbacks
):
    letter = make.finished(world, number="")
    job = run_all(lambda: job_actions.ask_zip(letter=letter, by=world.siti))
    assert default_storage.exists(job.path)

    with django_capture_on_commit_callbacks(execute=True):
        actions.record_number(letter=letter, number="31", by=world.siti)

    assert not default_storage.exists(job.path)
    assert not LetterJob.objects.filter(pk=job.pk).exists()


def test_a_line_break_in_the_subject_makes_no_header_and_stops_no_mail(
    world, monkeypatch
):
    monkeypatch.setattr(mailing, "letter_pdf", lambda *_: b"%PDF")
    letter = make.finished(world, subject="Undangan\r\nBcc: lain@contoh.id")
    content = content_of(letter)
    made = mailing.mail_to(content.addressees[-1], content, letter.finished_at)

    assert made.message()["Subject"] == "Undangan Bcc: lain@contoh.id"
