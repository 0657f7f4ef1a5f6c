"""Files put to items by hand, and the import as a worker does it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from prasyarat.assessments.models import Answer, Evidence
from prasyarat.evaluation import folder_jobs
from prasyarat.evaluation.folder_actions import drop_folder, place_files
from prasyarat.evaluation.folder_asking import ask_import
from prasyarat.evaluation.folder_choosing import Choosing
from prasyarat.evaluation.folder_plan import rows_from
from prasyarat.evaluation.models import FolderDraft, FolderState
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import evaluation as make_evaluation
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


@pytest.fixture
def draft(ready) -> FolderDraft:
    """Places 0 to 3: one that matches, two photos, one beyond saving."""
    period = make_evaluation.period(ready.blora, ready.siti)
    paper = make_evaluation.paper
    files = {
        "KEL-1/sk.pdf": paper("sk"),
        "lain/foto.pdf": paper("foto"),
        "lain/rapat.pdf": paper("rapat"),
        "lain/program.exe": b"MZ program",
    }
    return make_evaluation.folder(period, ready.siti, files)


def told(draft: FolderDraft) -> list[tuple[str, list[str], str]]:
    draft.refresh_from_db()
    rows = rows_from(draft.rows)
    return [(row.outcome, row.codes, row.opd_name) for row in rows]


def choosing(draft: FolderDraft, **typed: str) -> Choosing:
    sent = {name.replace("_", "-"): words for name, words in typed.items()}
    return Choosing(draft.period, rows_from(draft.rows), sent)


def place(draft: FolderDraft, by, **typed: str) -> None:
    place_files(draft=draft, choices=choosing(draft, **typed).by_path, by=by)


def test_a_file_is_put_to_an_item_by_hand_and_taken_back(ready, draft):
    open_file = ("tidak_cocok", [], "")
    assert told(draft)[1:3] == [open_file, open_file]
    place(draft, ready.siti, kode_1="kel-2 SK Tim Teknis", kode_2="KEL-4", opd_2="dlh")
    after = told(draft)
    assert after[1:3] == [("cocok", ["KEL-2"], ""), ("cocok", ["KEL-4"], "DLH")]
    assert after[0] == ("cocok", ["KEL-1"], "")
    assert after[3][0] == "ditolak"
    assert not Answer.objects.exists()
    place(draft, ready.siti, kode_2="", opd_2="")
    assert told(draft)[1:3] == [("cocok", ["KEL-2"], ""), open_file]
    place(draft, ready.siti, kode_1="KEL-1")
    # The same paper twice at one item would be told as attached.
    assert told(draft)[1][0] == "cocok"


def test_the_same_rules_hold_for_what_is_chosen(ready, draft):
    make.answer_at("diajukan", make.item("KEB-1", ready.blora), ready.siti)
    place(draft, ready.siti, kode_1="KEB-1")
    draft.refresh_from_db()
    row = rows_from(draft.rows)[1]
    assert (row.outcome, row.why) == (
        "ditolak",
        "jawabannya sedang menunggu verifikasi",
    )
    # It stays to be chosen anew.
    assert row.is_choosable
    with pytest.raises(Refusal, match="hanya berkas yang tidak cocok"):
        place_files(draft=draft, choices={"KEL-1/sk.pdf": ("KEL-2", None)}, by=ready.siti)  # fmt: skip
    with pytest.raises(PermissionDenied):
        place(draft, ready.joko, kode_1="KEL-2")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"kode_1": "KEL-99"}, "tidak ada pada instrumennya"),
        ({"kode_1": "KEL-4"}, "KEL-4 dijawab tiap OPD"),
        ({"kode_1": "KEL-4", "opd_1": "Dinas Entah"}, "tidak ada dalam daftar"),
        ({"kode_1": "KEL-1", "opd_1": "DLH"}, "kosongkan OPD-nya"),
        ({"opd_1": "DLH"}, "Pilih juga indikatornya"),
    ],
)
def test_a_bad_choice_is_told_beside_its_field(draft, typed, said):
    found = choosing(draft, **typed)
    choice = found.choices[1]
    assert found.is_wrong
    assert found.is_changed
    assert said in choice.code_error + choice.office_error
    assert not found.by_path


def test_a_worker_imports_what_was_asked_for_once(ready, draft):
    place(draft, ready.siti, kode_1="KEL-2")
    assert ask_import(draft=draft, by=ready.siti).is_pending
    ask_import(draft=draft, by=ready.siti)
    assert Event.objects.filter(verb="evaluation_folder.asked").count() == 1
    for verb in (drop_folder, ask_for_another):
        with pytest.raises(Refusal, match="sedang diimpor"):
            verb(draft=draft, by=ready.siti)
    folder_jobs.run(draft.pk)
    folder_jobs.run(draft.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.applied, draft.path) == (FolderState.DONE, 2, "")
    assert {e.answer.indicator.code for e in Evidence.objects.all()} == {
        "KEL-1",
        "KEL-2",
    }


def ask_for_another(*, draft: FolderDraft, by) -> None:
    make_evaluation.folder(draft.period, by, {"KEL-1/a.pdf": b"a"})


def test_a_job_that_fails_saves_nothing_and_may_be_asked_again(ready, draft):
    ask_import(draft=draft, by=ready.siti)
    make.answer_at("diajukan", make.item("KEL-1", ready.blora), ready.siti)
    before = Evidence.objects.count()
    folder_jobs.run(draft.pk)
    draft.refresh_from_db()
    assert draft.has_failed
    assert draft.is_open
    assert "Tidak ada yang disimpan. KEL-1/sk.pdf" in draft.error
    assert Evidence.objects.count() == before
    # Told again, the file that stood in the way is left out.
    assert told(draft)[0][0] == "cocok"
    place(draft, ready.siti, kode_1="KEL-2")
    assert [told(draft)[0][0], told(draft)[1][0]] == ["ditolak", "cocok"]
    ready.siti.user.is_active = False
    ready.siti.user.save(update_fields=["is_active"])
    ask_import(draft=draft, by=ready.siti)
    folder_jobs.run(draft.pk)
    draft.refresh_from_db()
    assert "sudah berakhir" in draft.error


def test_a_job_that_is_lost_goes_back_into_the_queue(ready, draft):
    ask_import(draft=draft, by=ready.siti)
    assert folder_jobs.LEASES.take(FolderDraft.objects.all(), draft.pk)
    assert folder_jobs.requeue_lost() == []
    late = timezone.now() - dt.timedelta(seconds=1)
    FolderDraft.objects.filter(pk=draft.pk).update(lease_until=late)
    assert folder_jobs.requeue_lost() == [draft.pk]
    # A day later a worker may still have it.
    FolderDraft.objects.filter(pk=draft.pk).update(expires_at=late)
    assert not FolderDraft.objects.expired().exists()


@pytest.mark.slow
def test_the_preview_keeps_what_was_typed_and_imports_nothing_unseen(
    ready, draft, client_of
):
    client = client_of(ready.siti)
    url = reverse("evaluation-folder-preview", args=[draft.pk])
    page = client.get(url).content.decode()
    assert 'name="kode-1"' in page
    assert 'name="kode-0"' not in page
    bad = client.post(url, {"kode-1": "<b>KEL-99", "kode-2": "KEL-2"})
    assert bad.status_code == 422
    assert 'value="&lt;b&gt;KEL-99"' in bad.content.decode()
    assert 'value="KEL-2"' in bad.content.decode()
    assert told(draft)[2][0] == "tidak_cocok"
    asked = reverse("evaluation-folder-import", args=[draft.pk])
    # Chosen, and «Impor» pressed at once: shown first.
    assert client.post(asked, {"kode-1": "KEL-2"}).status_code == 302
    draft.refresh_from_db()
    assert draft.is_open
    assert told(draft)[1] == ("cocok", ["KEL-2"], "")
    client.post(asked, {"kode-1": "KEL-2"})
    page = client.get(url).content.decode()
    assert "Sedang diimpor" in page
    assert reverse("evaluation-folder-progress", args=[draft.pk]) in page
    folder_jobs.run(draft.pk)
    ended = client.get(reverse("evaluation-folder-progress", args=[draft.pk]))
    assert ended["HX-Refresh"] == "true"
    assert "2 bukti" in client.get(url).content.decode()
