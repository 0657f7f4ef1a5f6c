"""Verbs of the library: versions, dates, retiring, deleting."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.evidence.actions import add_version, adopt, restore, retire
from prasyarat.evidence.models import EvidenceDocument
from prasyarat.library.actions import delete_document, edit_document
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.files.models import StoredFile
from tests.make import evidence as make
from tests.make import prasyarat as make_answer

JANUARY = dt.date(2026, 1, 5)


@pytest.fixture
def sk(world):
    return make.document(world.blora, world.siti, "sk.pdf", title="SK Pokja")


@pytest.fixture
def piece(world, sk):
    item = make_answer.item("KEL-1", world.blora)
    return add_file(item=item, file=sk.versions.get().file, by=world.siti)


def edited(document, by, **facts):
    plain = {"title": "SK", "prerequisite": "", "document_date": None, "valid_until": None}  # fmt: skip
    return edit_document(document=document, by=by, **{**plain, **facts})


def test_a_new_version_keeps_the_old_and_the_answer_says_which(world, sk, piece):
    new = add_version(document=sk, upload=make.pdf("ubah.pdf"), note="x", by=world.siti)

    assert [v.number for v in sk.versions.all()] == [2, 1]
    piece.refresh_from_db()
    assert piece.file.library_version.number == 1
    assert new.file.sha256 != piece.file.sha256


def test_the_same_content_is_no_new_version(world, sk):
    with pytest.raises(Refusal, match="sama dengan SK Pokja versi 1"):
        add_version(document=sk, upload=make.pdf("sk.pdf"), by=world.siti)


def test_dates_are_mended_until_an_answer_was_sent_with_them(world, sk, piece):
    edited(sk, world.siti, document_date=JANUARY)
    assert StoredFile.objects.get().document_date == JANUARY
    Answer.objects.update(state=State.SUBMITTED)

    with pytest.raises(Refusal, match="Unggah versi baru"):
        edited(sk, world.siti, document_date=dt.date(2026, 2, 1))
    edited(sk, world.siti, title="Judul lain", document_date=JANUARY)
    with pytest.raises(Refusal):
        edited(sk, world.siti, title=" ")


@pytest.mark.slow
def test_retired_evidence_is_not_offered_and_changes_no_answer(world, sk, piece):
    other = make_answer.item("PSM-1", world.blora)
    with pytest.raises(Refusal):
        retire(document=sk, reason=" ", by=world.siti)
    retire(document=sk, reason="Diganti SK baru.", by=world.siti)

    assert Evidence.objects.count() == 1
    with pytest.raises(Refusal, match="sudah ditarik"):
        add_file(item=other, file=piece.file, by=world.siti)
    with pytest.raises(Refusal, match="ditarik"):
        add_version(document=sk, upload=make.pdf("b.pdf"), by=world.siti)
    restore(document=sk, by=world.siti)
    assert add_file(item=other, file=piece.file, by=world.siti).pk


def test_what_an_answer_uses_is_never_deleted(world, sk, piece):
    with pytest.raises(Refusal, match="dipakai jawaban"):
        delete_document(document=sk, reason="Salah.", by=world.siti)
    piece.delete()

    delete_document(document=sk, reason="Salah.", by=world.siti)

    assert not StoredFile.objects.exists()
    event = Event.objects.get(verb="evidence_document.deleted")
    assert event.changes["sha256"][0]


def test_a_paper_of_elsewhere_is_only_taken_off_the_list(world):
    file = make_answer.stored(world.blora)
    adopted = adopt(file=file, opd=None, by=world.siti).document

    with pytest.raises(Refusal, match="bagian portal"):
        edited(adopted, world.siti, document_date=JANUARY)
    delete_document(document=adopted, reason="Bukan bukti.", by=world.siti)
    assert StoredFile.objects.filter(pk=file.pk).exists()


@pytest.mark.parametrize("name", ["ratih", "hasan", "wati", "yusuf", "budi", "prov"])
def test_a_stranger_changes_nothing(name, world, sk):
    by = getattr(world, name)

    for verb in (
        lambda: make.document(world.blora, by, "x.pdf"),
        lambda: add_version(document=sk, upload=make.pdf("x.pdf"), by=by),
        lambda: retire(document=sk, reason="x", by=by),
        lambda: edited(sk, by),
        lambda: delete_document(document=sk, reason="x", by=by),
    ):
        with pytest.raises(PermissionDenied):
            verb()
    assert EvidenceDocument.objects.get().title == "SK Pokja"


def test_what_an_opd_keeps_is_told_without_its_name(world):
    make.document(world.blora, world.ratih, opd=world.dinkes, title="Rahasia dapur")

    event = Event.objects.get(verb="evidence_document.added")

    assert event.is_sealed
    assert "Rahasia" not in event.says
