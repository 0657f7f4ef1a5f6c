"""The pages of the library: who finds what, uploads, choosing, what is sent."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prasyarat.assessments.evidence_actions import add_file
from prasyarat.assessments.models import Evidence
from prasyarat.evidence.models import EvidenceDocument
from prasyarat.library.queries import documents, narrowed
from prasyarat.library.searching import search
from pug_portal.lib.clock import today
from tests.counting import queries_of
from tests.make import evidence as make
from tests.make import prasyarat as make_answer

LIST = reverse("evidence-list")


@pytest.fixture
def kel1(world):
    return make_answer.item("KEL-1", world.blora)


def page(client, url, **asked) -> str:
    found = client.get(url, asked)
    assert found.status_code == 200, found.status_code
    return found.content.decode()


def test_words_are_found_on_their_page_and_in_titles(world):
    found = make.document(world.blora, world.siti, "laporan.pdf", title="Laporan")
    make.says(found, "Bimtek PPRG: Pelatihan bagi 40 focal point.", page=12)
    titled = make.document(world.blora, world.siti, "b.pdf", title="Bimtek PPRG")

    hits = search("pprg bimtek", world.siti, world.blora).hits

    assert {key: [hit.page for hit in each] for key, each in hits.items()} == {
        found.pk: [12],
        titled.pk: [],
    }
    assert search("musrenbang", world.siti, world.blora).hits == {}
    assert search("pprg", world.ratih, world.blora).hits == {}


@pytest.mark.slow
def test_the_search_finds_a_family_of_words_and_tells_the_page(world, client_of):
    found = make.document(world.blora, world.siti, "laporan.pdf", title="Laporan")
    make.says(found, "Bimtek PPRG: <b>Pelatihan</b> bagi 40 focal point.", page=12)
    make.document(world.blora, world.siti, "lain.pdf", title="Lain", text="Anggaran.")

    html = page(client_of(world.siti), LIST, q="melatih pprg")

    assert "Laporan" in html
    assert ">Lain<" not in html
    assert "?hal=12" in html
    assert "<mark>Pelatihan</mark>" in html
    assert "&lt;b&gt;" in html


@pytest.mark.parametrize(
    ("flag", "expected"),
    [
        ("kedaluwarsa", {"Lama"}),
        ("luar", {"Lama"}),
        ("belum", {"Baru", "Tanpa"}),
        ("tanpa-tanggal", {"Tanpa"}),
        ("ditarik", set()),
        ("sering", set()),
    ],
)
def test_each_flag_narrows_the_list(flag, expected, world, kel1, clock):
    clock("2026-08-01")
    old = make.document(
        world.blora,
        world.siti,
        "a.pdf",
        title="Lama",
        document_date=dt.date(2018, 1, 5),
        valid_until=dt.date(2020, 12, 31),
    )
    make.document(
        world.blora,
        world.siti,
        "b.pdf",
        title="Baru",
        document_date=dt.date(2026, 2, 1),
    )
    make.document(world.blora, world.siti, "c.pdf", title="Tanpa")
    add_file(item=kel1, file=old.versions.get().file, by=world.siti)

    rows = documents(world.siti, world.blora)
    found = narrowed(rows, world.siti, world.blora, today(), flag=flag)

    assert {document.title for document in found} == expected


@pytest.mark.slow
def test_year_prerequisite_and_item_narrow_too(world, kel1, client_of, clock):
    clock("2026-08-01")
    used = make.document(
        world.blora,
        world.siti,
        "a.pdf",
        title="Lama",
        document_date=dt.date(2024, 1, 5),
        valid_until=dt.date(2026, 12, 31),
    )
    make.document(world.blora, world.siti, "b.pdf", title="B", prerequisite="ALA")
    add_file(item=kel1, file=used.versions.get().file, by=world.siti)
    siti = client_of(world.siti)

    def titles(**asked):
        return [row.document.title for row in siti.get(LIST, asked).context["rows"]]

    assert titles(tahun="2025") == ["Lama"]
    assert titles(tahun="2023") == []
    assert titles(prasyarat="ALA") == ["B"]
    assert titles(prasyarat="KEL") == titles(butir="KEL-1") == ["Lama"]


@pytest.mark.slow
def test_more_than_three_items_with_the_same_content_are_flagged(world, client_of):
    file = make.document(world.blora, world.siti).versions.get().file
    for code in ("KEL-1", "PSM-1", "KOM-1"):
        item = make_answer.item(code, world.blora)
        add_file(item=item, file=file, by=world.siti)
    siti = client_of(world.siti)
    assert "lebih dari 3 kali</span>" not in page(siti, LIST)

    add_file(item=make_answer.item("KOM-4", world.blora), file=file, by=world.siti)

    assert [row.is_often for row in siti.get(LIST).context["rows"]] == [True]
    assert len(siti.get(LIST, {"tanda": "sering"}).context["rows"]) == 1
    indicator = page(siti, reverse("indicator", kwargs={"kode": "KEL-1"}))
    assert "Dipakai lebih dari 3 kali" in indicator


@pytest.mark.slow
def test_an_opd_keeps_its_documents_to_itself(world, client_of):
    own = make.document(world.blora, world.ratih, opd=world.dinkes, title="Renja")
    url = reverse("evidence-detail", kwargs={"pk": own.pk})

    seen = {
        name: client_of(actor).get(url).status_code
        for name, actor in world.everyone().items()
        if name in {"ratih", "hasan", "siti", "dewi", "prov", "budi"}
    }

    assert seen == {
        "ratih": 200,
        "hasan": 200,
        "siti": 404,
        "dewi": 404,
        "prov": 404,
        "budi": 404,
    }
    assert "Renja" not in page(client_of(world.siti), LIST)


@pytest.mark.slow
def test_several_files_at_once_and_a_bad_one_costs_only_itself(world, client_of):
    siti = client_of(world.siti)
    bad = SimpleUploadedFile("x.pdf", b"<html><script>")
    send = {"uploads": [make.pdf("a.pdf"), make.pdf("b.pdf")], "valid_until": ""}

    assert siti.post(reverse("evidence-upload"), send).status_code == 302
    assert EvidenceDocument.objects.count() == 2
    again = siti.post(
        reverse("evidence-upload"),
        {"uploads": [make.pdf("a.pdf"), make.pdf("c.pdf")]},
        follow=True,
    )
    assert "sudah ada di pustaka" in again.content.decode()
    assert EvidenceDocument.objects.count() == 3
    refused = siti.post(
        reverse("evidence-upload"), {"uploads": [bad], "document_date": "2026-05-01"}
    )
    assert refused.status_code == 422
    assert "2026-05-01" in refused.content.decode()


@pytest.mark.slow
def test_choosing_for_an_item_attaches_the_file_with_its_page(world, kel1, client_of):
    file = make.document(world.blora, world.siti, title="SK Pokja").versions.get().file
    url = reverse("evidence-choose", kwargs={"kode": "KEL-1"})
    siti = client_of(world.siti)

    assert "SK Pokja" in page(siti, url)
    assert siti.post(url, {"page": "hal. 2"}).status_code == 422
    sent = siti.post(url, {"file": str(file.pk), "page": "hal. 12"})

    assert sent.status_code == 302
    assert Evidence.objects.get().file == file
    html = page(siti, reverse("indicator", kwargs={"kode": "KEL-1"}))
    preview = reverse("evidence-preview", kwargs={"pk": file.pk})
    assert f'{preview}?hal=12">hal. 12</a>' in html
    shown = siti.get(preview, {"hal": "12"})
    assert f'/berkas/{file.pk}/lihat/#page=12"' in shown.content.decode()
    assert "frame-src 'self'" in shown["Content-Security-Policy"]
    assert "hanya 1 halaman" in shown.content.decode()


def test_a_file_one_may_not_read_cannot_be_chosen(world, kel1, client_of):
    sealed = make.document(world.blora, world.ratih, opd=world.dinkes)
    url = reverse("evidence-choose", kwargs={"kode": "KEL-1"})

    sent = client_of(world.siti).post(url, {"file": str(sealed.versions.get().file_id)})

    assert sent.status_code == 404
    assert not Evidence.objects.exists()


@pytest.mark.slow
def test_the_list_asks_as_much_for_forty_as_for_three(world, kel1, client_of):
    for number in range(3):
        made = make.document(world.blora, world.siti, f"{number}.pdf", text="kata")
        add_file(item=kel1, file=made.versions.get().file, by=world.siti)
    siti = client_of(world.siti)
    few = [queries_of(siti, LIST), queries_of(siti, LIST, {"q": "kata"})]

    for number in range(3, 40):
        made = make.document(world.blora, world.siti, f"{number}.pdf", text="kata")
        add_file(item=kel1, file=made.versions.get().file, by=world.siti)

    many = [queries_of(siti, LIST), queries_of(siti, LIST, {"q": "kata"})]
    assert many == few
    assert max(many) <= 12
