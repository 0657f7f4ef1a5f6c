from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from prasyarat.assessments.evidence_actions import (
    add_address,
    add_file,
    add_upload,
    remove_evidence,
)
from prasyarat.assessments.gate import may_read_evidence
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from pug_portal.access.refusal import Refusal
from pug_portal.files.models import StoredFile
from tests.make import prasyarat as make
from tests.pug_portal.lib import samples


@pytest.fixture
def kel1(world):
    return make.item("KEL-1", world.blora)


@pytest.fixture
def psm1(world):
    return make.item("PSM-1", world.blora)


def test_evidence_may_come_before_the_words(kel1, world):
    evidence = make.evidence(kel1, world.siti, page="hlm. 2", caption="SK Pokja")

    assert evidence.answer.state == State.DRAFT
    assert (evidence.page, str(evidence)) == ("hlm. 2", "SK Pokja")


def test_one_file_serves_several_indicators(kel1, psm1, world):
    file = make.evidence(kel1, world.siti).file

    add_file(item=psm1, file=file, by=world.siti)

    assert StoredFile.objects.count() == 1
    assert file.evidence.count() == 2


def test_the_same_file_is_attached_once(kel1, world):
    file = make.evidence(kel1, world.siti).file

    with pytest.raises(Refusal, match="sudah terlampir"):
        add_file(item=kel1, file=file, by=world.siti)


def test_a_file_the_actor_may_not_read_is_not_attached(kel1, world):
    secret = make.stored(world.blora)

    with pytest.raises(PermissionDenied, match="tidak dapat membaca"):
        add_file(item=kel1, file=secret, by=world.siti)


def test_a_file_of_another_region_is_not_attached(kel1, world):
    with pytest.raises(PermissionDenied, match="daerah lain"):
        add_file(item=kel1, file=make.stored(world.rembang), by=world.siti)


def test_an_address_keeps_the_day_it_was_opened(kel1, world, clock):
    clock("2020-10-26")

    evidence = add_address(item=kel1, url="https://jdih.contoh.go.id/sk", by=world.siti)

    assert evidence.accessed_on == dt.date(2020, 10, 26)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x"]
)
def test_an_address_of_another_kind_is_refused(url, kel1, world):
    with pytest.raises(Refusal) as refused:
        add_address(item=kel1, url=url, by=world.siti)

    assert refused.value.field == "url"


@pytest.mark.parametrize("content", [b"", b"<html><script>alert(1)</script>"])
def test_a_file_that_is_none_is_refused_and_nothing_is_kept(content, kel1, world):
    with pytest.raises(Refusal):
        add_upload(
            item=kel1, upload=SimpleUploadedFile("sk.pdf", content), by=world.siti
        )

    assert not Answer.objects.exists()
    assert not StoredFile.objects.exists()


def test_evidence_for_a_verified_answer_opens_a_new_one_with_the_same_words(
    kel1, world
):
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko, choice="proses")

    other = SimpleUploadedFile("perubahan.pdf", samples.pdf(2))
    evidence = add_upload(item=kel1, upload=other, by=world.siti)

    assert (evidence.answer.state, evidence.answer.choice) == (State.DRAFT, "proses")
    assert evidence.answer.evidence.count() == 2
    assert Answer.objects.count() == 2


def test_a_submitted_answer_takes_no_more_evidence(kel1, world):
    make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(Refusal, match="menunggu verifikasi"):
        make.evidence(kel1, world.siti)


def test_removing_the_last_use_leaves_the_file_in_the_library(kel1, world):
    evidence = make.evidence(kel1, world.siti)

    remove_evidence(evidence=evidence, by=world.siti)

    assert not Evidence.objects.exists()
    assert EvidenceVersion.objects.get().file == evidence.file


def test_the_same_upload_twice_is_one_document_and_one_attachment(kel1, psm1, world):
    """A double click, and the same SK uploaded for a second item."""
    make.evidence(kel1, world.siti)

    with pytest.raises(Refusal, match="sudah terlampir"):
        make.evidence(kel1, world.siti)
    make.evidence(psm1, world.siti)

    assert StoredFile.objects.count() == EvidenceDocument.objects.count() == 1
    assert Evidence.objects.count() == 2


def test_removing_one_of_two_uses_keeps_the_file(kel1, psm1, world):
    evidence = make.evidence(kel1, world.siti)
    add_file(item=psm1, file=evidence.file, by=world.siti)

    remove_evidence(evidence=evidence, by=world.siti)

    assert StoredFile.objects.count() == 1


def test_evidence_of_a_submitted_answer_stays(kel1, world):
    answer = make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(Refusal, match="masih draf"):
        remove_evidence(evidence=answer.evidence.get(), by=world.siti)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["joko", "ratih", "budi", "prov", "wati"])
def test_a_stranger_attaches_and_removes_nothing(name, kel1, world):
    evidence = make.evidence(kel1, world.siti)
    stranger = getattr(world, name)

    with pytest.raises(PermissionDenied):
        make.evidence(kel1, stranger)
    with pytest.raises(PermissionDenied):
        remove_evidence(evidence=evidence, by=stranger)


READERS = {
    # state of the answer: who may download its evidence
    ("KEL-1", "draf"): "siti joko",
    ("KEL-1", "diajukan"): "siti joko ratih dewi hasan",
    ("KEL-1", "perlu_perbaikan"): "siti joko ratih dewi hasan",
    ("KEL-1", "terverifikasi"): "siti joko ratih dewi hasan wati yusuf prov",
    ("KEL-4", "draf"): "ratih hasan",
    ("KEL-4", "diajukan"): "siti joko ratih hasan",
    ("KEL-4", "terverifikasi"): "siti joko ratih hasan wati yusuf prov",
}


@pytest.mark.parametrize(("code", "state"), READERS)
def test_evidence_is_read_by_the_readers_of_its_answer(code, state, world):
    opd = world.dinkes if code == "KEL-4" else None
    by = world.ratih if opd else world.siti
    answer = make.answer_at(
        state, make.item(code, world.blora, opd), by, judge=world.joko
    )
    file = answer.evidence.get().file

    reading = [n for n, a in world.everyone().items() if may_read_evidence(a, file)]

    assert sorted(reading) == sorted(READERS[code, state].split())


@pytest.mark.slow
def test_the_download_follows_the_gate(kel1, world, client_of):
    answer = make.answer_at("diajukan", kel1, world.siti)
    url = f"/berkas/{answer.evidence.get().file_id}/"

    allowed = client_of(world.joko).get(url)
    assert allowed.status_code == 200
    assert b"".join(allowed.streaming_content).startswith(b"%PDF")
    allowed.close()
    assert client_of(world.wati).get(url).status_code == 404
    assert client_of(world.budi).get(url).status_code == 404
