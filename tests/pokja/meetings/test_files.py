"""Files of meetings and follow-ups, and who may have them."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pokja.meetings import file_actions, follow_up_actions, minutes_actions
from pokja.meetings.models import MeetingFile
from pug_portal.access.refusal import Refusal
from pug_portal.files.gates import may_read
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import today
from tests.make import meetings as make
from tests.make import pokja as make_pokja


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2020-11-02")


def attach(meeting, by, kind="foto", name="foto.png"):
    return file_actions.attach_file(
        meeting=meeting, upload=make.png(name), kind=kind, by=by
    )


def who_gets(world, file) -> set[str]:
    return {who for who, actor in world.everyone().items() if may_read(actor, file)}


@pytest.mark.slow
def test_the_same_file_is_attached_once(world):
    meeting = make.meeting_at("berlangsung", world)
    attach(meeting, world.siti)

    with pytest.raises(Refusal, match="sudah dilampirkan"):
        attach(meeting, world.siti)
    assert StoredFile.objects.count() == 1


@pytest.mark.slow
def test_removing_needs_a_reason_and_takes_the_file_along(world):
    attached = attach(make.meeting_at("berlangsung", world), world.siti)

    with pytest.raises(Refusal):
        file_actions.remove_file(attached=attached, reason="", by=world.siti)
    file_actions.remove_file(attached=attached, reason="Keliru", by=world.siti)

    assert not MeetingFile.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.slow
def test_where_else_the_file_is_used_is_shown_before_it_is_removed(world, client_of):
    attached = attach(make.meeting_at("berlangsung", world), world.siti)
    url = reverse("meeting-file-remove", args=[attached.pk])
    alone, of_bappeda = (
        client_of(who).get(url).text for who in (world.siti, world.joko)
    )
    MeetingFile.objects.create(
        meeting=attached.meeting, file=attached.file, kind="materi"
    )
    decree = make_pokja.decree(world)
    decree.scan = attached.file
    decree.save()

    shared = client_of(world.siti).get(url).text

    assert "foto.png" in alone
    assert "jadi ikut dihapus" in alone
    assert "menghapusnya tugas sekretariat" in of_bappeda
    assert "tetap ada di sana: Berkas rapat 1, SK 1." in shared


@pytest.mark.slow
def test_a_photo_of_a_draft_is_for_the_desk(world):
    file = attach(make.meeting_at("berlangsung", world), world.siti).file

    assert who_gets(world, file) == {"siti", "joko"}


@pytest.mark.slow
def test_an_invitation_goes_to_the_opd_before_the_meeting(world):
    file = attach(make.meeting_at("diundang", world), world.siti, "undangan").file

    got = who_gets(world, file)
    assert got == {"siti", "joko", "ratih", "dewi", "hasan"}


@pytest.mark.slow
def test_the_attendance_list_never_goes_to_opd_people(world):
    meeting = make.meeting_at("berlangsung", world)
    make.fill(meeting, world)
    file = attach(meeting, world.siti, "daftar_hadir").file
    minutes_actions.sign_minutes(meeting=meeting, notulis="Rina", by=world.siti)
    minutes_actions.settle_minutes(meeting=meeting, by=world.joko)

    got = who_gets(world, file)
    assert got == {"siti", "joko", "wati", "yusuf", "prov"}


@pytest.mark.slow
def test_proof_of_an_opd_is_its_own_until_it_is_confirmed(world):
    row = make.follow_up_of(world)
    note = follow_up_actions.report_follow_up(
        recommendation=row, text="Selesai", upload=make.png(), by=world.ratih
    )
    own = {"siti", "joko", "ratih", "hasan"}
    assert who_gets(world, note.file) == own

    follow_up_actions.confirm_done(recommendation=row, done_on=today(), by=world.siti)
    got = who_gets(world, note.file)
    assert got == own | {"wati", "yusuf", "prov"}


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("kosong.pdf", b"", "kosong"),
        ("laporan.pdf", b"<html><script>alert(1)</script></html>", "laporan.pdf"),
    ],
)
def test_a_refused_file_says_why_and_leaves_nothing(
    world, client_of, name, content, sentence
):
    meeting = make.meeting_at("berlangsung", world)

    sent = client_of(world.siti).post(
        reverse("meeting-file-add", args=[meeting.pk]),
        {"kind": "bahan", "uploads": SimpleUploadedFile(name, content)},
    )

    assert sent.status_code == 422
    assert sentence in sent.content.decode()
    assert not StoredFile.objects.exists()


@pytest.mark.slow
def test_several_files_are_attached_at_once(world, client_of):
    meeting = make.meeting_at("berlangsung", world)
    url = reverse("meeting-file-add", args=[meeting.pk])

    sent = client_of(world.siti).post(
        url, {"kind": "foto", "uploads": [make.png()], "caption": "Pembukaan"}
    )
    detail = client_of(world.siti).get(sent.url).content.decode()

    assert "Pembukaan" in detail
    removal = reverse("meeting-file-remove", args=[meeting.files.get().pk])
    assert removal in detail
    client_of(world.siti).post(removal, {"reason": "Ganda"})
    assert not meeting.files.exists()


def test_a_file_comes_as_an_attachment(world, client_of):
    file = attach(make.meeting_at("berlangsung", world), world.siti).file
    url = reverse("file-download", args=[file.pk])

    sent = client_of(world.siti).get(url)
    sent.close()

    assert sent["Content-Disposition"].startswith("attachment")
    assert client_of(world.ratih).get(url).status_code == 404
