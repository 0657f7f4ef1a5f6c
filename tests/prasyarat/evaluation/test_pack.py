"""The evaluation pack: what lies in it, for whom, and what becomes of a job that fails."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from prasyarat.assessments.evidence_actions import add_address, add_file, add_upload
from prasyarat.evaluation import pack_jobs, placing
from prasyarat.evaluation.content import content_of
from prasyarat.evaluation.models import EvaluationPack, PackState
from prasyarat.evaluation.pack_actions import ask_pack
from prasyarat.library.missing import missing_by_responsible
from pug_portal.audit.models import Event
from pug_portal.lib.leases import LeaseLost
from pug_portal.lib.windows_names import units
from tests.make import evaluation as make_evaluation
from tests.make import evidence as make_evidence
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)


@pytest.fixture
def ready(clock, world):
    """KEL-1 verified with a page, the same file at KOM-1, a draft that Dinkes alone reads."""
    clock(DAY.isoformat())
    kel = make.item("KEL-1", world.blora)
    shown = add_upload(
        item=kel,
        upload=make_evidence.pdf("SK Pokja 463:2020?.pdf"),
        by=world.siti,
        page="hal. 1",
        caption="=HYPERLINK(1)",
        document_date=dt.date(2018, 1, 2),
    )
    make.answer_at("terverifikasi", kel, world.siti, judge=world.joko)
    kom = make.item("KOM-1", world.blora)
    add_file(item=kom, file=shown.file, by=world.siti)
    make.answer_at("draf", make.item("KEL-4", world.blora, world.dinkes), world.ratih)
    return world


@pytest.fixture
def period(ready):
    return make_evaluation.period(ready.blora, ready.siti)


def unzipped(job: EvaluationPack) -> zipfile.ZipFile:
    with default_storage.open(job.path) as handle:
        return zipfile.ZipFile(io.BytesIO(handle.read()))


@pytest.mark.slow
def test_it_lies_in_the_order_of_the_instrument_with_every_hash(ready, period):
    job = make_evaluation.pack(period, ready.siti)
    assert (job.state, job.error) == (PackState.READY, "")
    archive = unzipped(job)
    names = archive.namelist()
    (kom, kel) = (n for n in names if n.endswith(".pdf"))
    # The same file in each folder that needs it, the names safe for Windows.
    assert kom.startswith("01 Komitmen/01.01 KOM-1 Visi-misi, tujuan atau")
    assert re.fullmatch(r"03 [^/]+/03\.01 KEL-1 [^/]+/01 SK Pokja 463-2020-\.pdf", kel)
    assert all(units(name) < 180 for name in names)
    book = load_workbook(io.BytesIO(archive.read("00 Daftar isi.xlsx")))
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [r[0] for r in rows[: job.missing]] == ["KURANG"] * job.missing
    of_kel = next(row for row in rows[job.missing :] if row[3] == "KEL-1")
    digest = hashlib.sha256(archive.read(kel)).hexdigest()
    assert of_kel[11:13] == (kel, "hal. 1")
    assert digest in of_kel
    assert "di luar periode" in of_kel[-1]
    page = archive.read("00 Daftar isi.html").decode()
    assert "SK%20Pokja%20463-2020-.pdf#page=1" in page
    assert page.index("Yang kurang") < page.index("KOM-1")
    with default_storage.open(job.path) as handle:
        assert job.sha256 == hashlib.sha256(handle.read()).hexdigest()


@pytest.mark.slow
def test_no_cell_is_a_formula(ready, period):
    archive = unzipped(make_evaluation.pack(period, ready.siti))
    book = load_workbook(io.BytesIO(archive.read("00 Daftar isi.xlsx")))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)


def test_what_is_missing_is_what_the_library_says(ready, period):
    content = content_of(period, ready.siti)
    ours = {
        (e.key, e.lack)
        for e in content.entries
        if e.lack and e.indicator.needs_document
    }
    groups = missing_by_responsible(ready.blora, period.instrument, ready.siti, DAY)
    theirs = {
        ((m.item.indicator.code, m.item.opd.pk if m.item.opd else None), m.why)
        for group in groups
        for m in group.items
    }
    # A draft that is not this reader's to see is told as a draft, not as unfilled.
    draft = ("KEL-4", ready.dinkes.pk)
    lacks = {e.lack for e in content.entries if e.key == draft}
    assert lacks == {"masih draf, belum diajukan"}
    # An item with evidence and no answer lacks its answer: the library asks no more.
    assert ours - theirs == {(("KOM-1", None), "belum dijawab")}
    assert theirs <= ours


@pytest.mark.slow
def test_a_draft_of_an_opd_stays_with_it(ready, period):
    archive = unzipped(make_evaluation.pack(period, ready.siti))
    assert not any("Dinkes" in name for name in archive.namelist())
    book = load_workbook(io.BytesIO(archive.read("00 Daftar isi.xlsx")))
    rows = book.worksheets[0].iter_rows(min_row=2, values_only=True)
    told = {row[7] for row in rows if row[3] == "KEL-4" and row[5] == "Dinkes"}
    assert told == {"Draf, isinya hanya dilihat pengisinya"}


@pytest.mark.slow
def test_an_address_is_told_and_a_lost_file_stops_nothing(ready, period):
    item = make.item("KEB-1", ready.blora)
    add_address(item=item, url="https://jdih.blorakab.go.id/1", by=ready.siti)
    lost = add_upload(
        item=make.item("KEB-2", ready.blora),
        upload=make_evidence.pdf("hilang.pdf"),
        by=ready.siti,
    )
    default_storage.delete(lost.file.path)
    archive = unzipped(make_evaluation.pack(period, ready.siti))
    page = archive.read("00 Daftar isi.html").decode()
    assert "https://jdih.blorakab.go.id/1" in page
    assert "berkas tidak ada di penyimpanan" in page.split("Isi paket")[0]
    assert not any("hilang" in name for name in archive.namelist())


def test_too_much_is_refused_with_its_size(ready, period, monkeypatch):
    monkeypatch.setattr(placing, "MOST_BYTES", 10)
    job = make_evaluation.pack(period, ready.siti)
    assert job.has_failed
    assert "Paket ini memuat 2 berkas" in job.error
    assert Event.objects.filter(verb="evaluation_pack.failed").exists()


@pytest.mark.slow
def test_two_clicks_are_one_job_and_only_the_asker_takes_it(ready, period, client_of):
    one, two = (ask_pack(period=period, by=ready.siti) for _ in range(2))
    assert one == two
    pack_jobs.build(one.pk)
    pack_jobs.build(one.pk)
    url = reverse("evaluation-pack-download", args=[one.pk])
    got = client_of(ready.siti).get(url)
    assert got["Cache-Control"] == "private, no-store"
    assert b"".join(got.streaming_content)[:2] == b"PK"
    got.close()
    for stranger, status in ((ready.joko, 404), (ready.budi, 404), (ready.ratih, 403)):
        assert client_of(stranger).get(url).status_code == status
    with pytest.raises(PermissionDenied):
        ask_pack(period=period, by=ready.budi)


@pytest.mark.slow
def test_the_page_waits_with_and_without_javascript(ready, period, client_of):
    job = ask_pack(period=period, by=ready.siti)
    client = client_of(ready.siti)
    page = client.get(reverse("evaluation-detail", args=[period.pk])).content.decode()
    assert "http-equiv" in page
    assert "hx-get" in page
    fragment = reverse("evaluation-pack", args=[job.pk])
    assert "HX-Refresh" not in client.get(fragment)
    pack_jobs.build(job.pk)
    assert client.get(fragment)["HX-Refresh"] == "true"


@pytest.mark.slow
def test_the_wait_tells_how_far_the_pack_is(ready, period, client_of):
    job = ask_pack(period=period, by=ready.siti)
    EvaluationPack.objects.filter(pk=job.pk).update(total=4, done=1)
    url = reverse("evaluation-pack", args=[job.pk])
    page = client_of(ready.siti).get(url).content.decode()
    assert 'value="25"' in page
    assert "1 dari 4 berkas" in page

    pack_jobs.build(job.pk)

    job.refresh_from_db()
    assert 1 < job.done == job.total < 4


@pytest.mark.slow
def test_a_worker_that_died_is_replaced_and_after_three_it_fails(ready, period):
    job = ask_pack(period=period, by=ready.siti)
    past = timezone.now() - dt.timedelta(seconds=1)
    rows = EvaluationPack.objects.filter(pk=job.pk)
    rows.update(state=PackState.RUNNING, attempts=1, lease_until=past)
    slow = pack_jobs.LEASES.ticket(rows.get())
    assert pack_jobs.requeue_lost() == [job.pk]
    pack_jobs.build(job.pk)
    with pytest.raises(LeaseLost):
        slow.write(done=1)
    again = ask_pack(period=period, by=ready.siti)
    EvaluationPack.objects.filter(pk=again.pk).update(attempts=3, lease_until=past)
    assert pack_jobs.requeue_lost() == []
    again.refresh_from_db()
    assert again.has_failed


def test_asked_under_another_hat_the_older_job_ends_with_an_event(ready, period):
    job = ask_pack(period=period, by=ready.siti)
    EvaluationPack.objects.filter(pk=job.pk).update(assignment=None)

    again = ask_pack(period=period, by=ready.siti)

    job.refresh_from_db()
    assert (again == job, job.state) == (False, PackState.FAILED)
    event = Event.objects.get(verb="evaluation_pack.failed")
    assert (event.object_id, event.reason) == (str(job.pk), job.error)


@pytest.mark.slow
def test_a_hat_that_ended_makes_no_pack(ready, period):
    job = ask_pack(period=period, by=ready.siti)
    EvaluationPack.objects.filter(pk=job.pk).update(assignment=None)
    pack_jobs.build(job.pk)
    job.refresh_from_db()
    assert "sudah berakhir" in job.error


@pytest.mark.slow
def test_old_packs_go_and_a_new_one_replaces_the_last(ready, period, clock):
    first = make_evaluation.pack(period, ready.siti)
    second = make_evaluation.pack(period, ready.siti)
    first.refresh_from_db()
    assert first.path == ""
    replaced = Event.objects.get(verb="evaluation_pack.replaced")
    assert replaced.object_id == str(first.pk)
    clock("2020-12-01")
    assert pack_jobs.drop_expired() == 1
    assert not default_storage.exists(second.path)
    assert Event.objects.filter(verb="evaluation_pack.expired").count() == 1
