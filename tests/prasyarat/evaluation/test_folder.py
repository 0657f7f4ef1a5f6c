"""Last year's folder: told file by file, then imported as a whole or not at all."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.present import carried_from
from prasyarat.evaluation import folder_actions, folder_reading
from prasyarat.evaluation.folder_actions import (
    drop_expired,
    drop_folder,
    keep_folder,
)
from prasyarat.evaluation.folder_jobs import import_folder
from prasyarat.evaluation.models import FolderDraft
from prasyarat.evidence.models import EvidenceDocument
from pug_portal.access.refusal import Refusal
from pug_portal.files.models import StoredFile
from tests.make import evaluation as make_evaluation
from tests.make import evidence as make_evidence
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


@pytest.fixture
def period(ready):
    return make_evaluation.period(ready.blora, ready.siti)


def told(draft: FolderDraft) -> dict[str, tuple[str, str]]:
    return {
        row["path"]: (row["outcome"], row["why"] or "+".join(row["codes"]))
        for row in draft.rows
    }


@pytest.mark.slow
def test_every_file_is_told_before_anything_is_done(ready, period):
    paper = make_evaluation.paper
    make.answer_at("diajukan", make.item("KEB-1", ready.blora), ready.siti)
    known = make_evidence.document(ready.blora, ready.siti, "kenal.pdf")
    draft = make_evaluation.folder(
        period,
        ready.siti,
        {
            "APE/KEL-1 SK/sk.pdf": paper("sk"),
            "APE/KEL-2/kenal.pdf": paper("kenal.pdf"),
            "APE/KEL-2/sama.pdf": paper("kenal.pdf"),
            "APE/KEB-1/perbup.pdf": paper("perbup"),
            "APE/lain/foto.pdf": paper("foto"),
            "APE/KEL-3/program.exe": b"MZ program",
            "APE/KEL-3/arsip.zip": make_evaluation.zip_of({"a": b"b"}).read(),
            "../KEL-1/naik.pdf": paper("naik"),
            "APE/KEL-4/Dinkes/sk.pdf": paper("dinkes"),
            "APE/KEL-4/sk.pdf": paper("tanpa opd"),
            "APE/Thumbs.db": b"x",
        },
    )
    found = told(draft)
    assert found["APE/KEL-1 SK/sk.pdf"] == ("cocok", "KEL-1")
    assert found["APE/KEL-2/sama.pdf"][0] == "sudah"
    assert found["APE/KEB-1/perbup.pdf"] == (
        "ditolak",
        "jawabannya sedang menunggu verifikasi",
    )
    assert found["APE/lain/foto.pdf"][0] == "tidak_cocok"
    assert "program" in found["APE/KEL-3/program.exe"][1]
    assert "arsip ZIP" in found["APE/KEL-3/arsip.zip"][1]
    assert "ke luar ZIP" in found["../KEL-1/naik.pdf"][1]
    assert found["APE/KEL-4/Dinkes/sk.pdf"] == ("cocok", "KEL-4")
    assert "nama OPD" in found["APE/KEL-4/sk.pdf"][1]
    assert "APE/Thumbs.db" not in found
    row = next(row for row in draft.rows if row["path"].endswith("kenal.pdf"))
    assert row["known"] == known.versions.get().pk
    assert not Answer.objects.filter(indicator__code="KEL-1").exists()


@pytest.mark.slow
def test_what_is_imported_waits_to_be_confirmed(ready, period):
    known = make_evidence.document(ready.blora, ready.siti, "kenal.pdf")
    files = {
        "KEL-1/sk.pdf": make_evaluation.paper("sk"),
        "KEL-2/kenal.pdf": make_evaluation.paper("kenal.pdf"),
    }
    draft = make_evaluation.folder(period, ready.siti, files)
    assert import_folder(draft=draft, by=ready.siti) == 2
    answer = Answer.objects.get(indicator__code="KEL-1")
    assert (answer.state, answer.as_of) == (State.DRAFT, dt.date(2019, 12, 31))
    assert carried_from(answer, DAY) == 2019
    piece = answer.evidence.get()
    # Its date is for a person to say; the library flags it until then.
    assert (piece.file.document_date, piece.caption) == (None, "bawaan 2019")
    assert EvidenceDocument.objects.count() == 2
    same = Evidence.objects.get(answer__indicator__code="KEL-2")
    assert same.file == known.versions.get().file
    draft.refresh_from_db()
    assert (draft.path, draft.applied) == ("", 2)
    with pytest.raises(Refusal, match="sudah diimpor"):
        import_folder(draft=draft, by=ready.siti)
    again = make_evaluation.folder(period, ready.siti, files)
    assert {outcome for outcome, _ in told(again).values()} == {"sudah"}


@pytest.mark.slow
def test_codes_of_an_old_instrument_go_through_the_mapping(ready, period):
    old = make_instruments.variant()
    files = {"KK-1 Visi/a.pdf": make_evaluation.paper("a"), "KOM-1/b.pdf": b"b"}
    draft = make_evaluation.folder(period, ready.siti, files, source=old)
    assert told(draft)["KK-1 Visi/a.pdf"] == ("cocok", "KOM-1")
    assert draft.rows[0]["how"] == "KK-1 pada “KK-1 Visi”"
    assert import_folder(draft=draft, by=ready.siti) == 1
    assert Answer.objects.get().indicator.prerequisite.instrument == period.instrument


def test_a_verified_answer_stays_and_its_words_come_along(ready, period):
    item = make.item("KEL-1", ready.blora)
    old = make.answer_at(
        "terverifikasi", item, ready.siti, judge=ready.joko, as_of=dt.date(2019, 3, 1)
    )
    files = {"KEL-1/baru.pdf": make_evaluation.paper("baru")}
    import_folder(
        draft=make_evaluation.folder(period, ready.siti, files), by=ready.siti
    )
    old.refresh_from_db()
    new = Answer.objects.exclude(pk=old.pk).get()
    assert (old.state, old.evidence.count()) == (State.VERIFIED, 1)
    assert (new.state, new.choice, new.evidence.count()) == (State.DRAFT, "ada", 2)


def test_one_refusal_and_nothing_was_done(ready, period, monkeypatch):
    files = {
        "KEL-1/a.pdf": make_evaluation.paper("a"),
        "KEL-2/b.pdf": make_evaluation.paper("b"),
    }
    draft = make_evaluation.folder(period, ready.siti, files)
    # Between the preview and the confirmation somebody submits KEL-2.
    make.answer_at("diajukan", make.item("KEL-2", ready.blora), ready.siti)
    files_before = StoredFile.objects.count()
    saved: list[str] = []
    save = default_storage.save
    monkeypatch.setattr(
        default_storage, "save", lambda p, c: saved.append(save(p, c)) or saved[-1]
    )
    with pytest.raises(Refusal, match=r"Tidak ada yang disimpan. KEL-2/b.pdf"):
        import_folder(draft=draft, by=ready.siti)
    assert StoredFile.objects.count() == files_before
    assert not Answer.objects.filter(indicator__code="KEL-1").exists()
    assert saved
    assert not any(map(default_storage.exists, saved))
    draft.refresh_from_db()
    assert draft.is_open


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"bukan zip", "bukan ZIP"),
        (b"", "bukan ZIP"),
        (b"PK\x03\x04 terpotong", "rusak atau terpotong"),
        (make_evaluation.zip_of({"a/": b""}).read(), "tidak memuat berkas"),
        (
            make_evaluation.zip_of({"KEL-1/bom.pdf": b"0" * 9_000_000}).read(),
            "terlalu besar bila dibuka",
        ),
    ],
)
def test_bad_archives_are_refused(ready, period, client_of, content, said):
    got = client_of(ready.siti).post(
        reverse("evaluation-folder", args=[period.pk]),
        {
            "year": "2019",
            "source": period.instrument_id,
            "file": SimpleUploadedFile("f.zip", content),
        },
    )
    assert got.status_code == 422
    assert said in got.content.decode()
    assert not FolderDraft.objects.exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(ready, period):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for text in ("satu", "dua"):
            archive.writestr("KEL-1/a.pdf", text)
    upload = SimpleUploadedFile("f.zip", content.getvalue())

    with pytest.raises(Refusal, match=r"nama yang sama: KEL-1/a\.pdf"):
        keep_folder(
            period=period,
            source=period.instrument,
            year=2019,
            upload=upload,
            by=ready.siti,
        )


def test_too_many_files_and_a_year_to_come_are_refused(ready, period, monkeypatch):
    monkeypatch.setattr(folder_reading, "MOST_FILES", 1)
    with pytest.raises(Refusal, match="2 berkas; paling banyak 1"):
        make_evaluation.folder(period, ready.siti, {"a.pdf": b"1", "b.pdf": b"2"})
    with pytest.raises(Refusal, match="antara 2010 dan 2019"):
        make_evaluation.folder(period, ready.siti, {"a.pdf": b"1"}, year=2020)


def test_a_locked_file_is_told(ready, period):
    content = io.BytesIO(make_evaluation.zip_of({"KEL-1/a.pdf": b"1"}).read())
    raw = bytearray(content.getvalue())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    assert zipfile.ZipFile(io.BytesIO(raw)).infolist()[0].flag_bits & 1
    draft = keep_folder(
        period=period,
        source=period.instrument,
        year=2019,
        upload=SimpleUploadedFile("f.zip", bytes(raw)),
        by=ready.siti,
    )
    assert told(draft)["KEL-1/a.pdf"] == ("ditolak", "dikunci kata sandi")


def test_a_folder_may_be_larger_than_a_file_and_no_larger_than_a_folder(
    ready, period, client_of, settings, monkeypatch
):
    settings.UPLOAD_MAX_BYTES = 450
    big = make_evaluation.zip_of(
        {f"KEL-1/{n}.pdf": make_evaluation.paper(n) for n in "ab"}
    ).read()
    assert len(big) > 450
    data = {"year": "2019", "source": period.instrument_id}
    url = reverse("evaluation-folder", args=[period.pk])
    client = client_of(ready.siti)
    got = client.post(url, {**data, "file": SimpleUploadedFile("f.zip", big)})
    assert got.status_code == 302
    from prasyarat.evaluation.folder_views import FolderUpload

    monkeypatch.setattr(FolderUpload, "upload_most", 400)
    got = client.post(url, {**data, "file": SimpleUploadedFile("f.zip", big)})
    assert got.status_code == 422
    assert "terlalu besar" in got.content.decode()


def test_a_folder_is_its_uploaders_and_goes_when_given_up(ready, period, clock):
    files = {"KEL-1/a.pdf": make_evaluation.paper("a")}
    draft = make_evaluation.folder(period, ready.siti, files)
    with pytest.raises(PermissionDenied):
        import_folder(draft=draft, by=ready.joko)
    with pytest.raises(PermissionDenied):
        drop_folder(draft=draft, by=ready.joko)
    clock("2020-10-28")
    with pytest.raises(Refusal, match="kedaluwarsa"):
        import_folder(draft=draft, by=ready.siti)
    assert drop_expired() == 1
    assert not FolderDraft.objects.exists()
    assert dt.timedelta(hours=24) == folder_actions.LIFETIME
