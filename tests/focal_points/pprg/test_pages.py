"""The pages: a step without a script, bad input, strangers, papers, many rows."""

from __future__ import annotations

import io
from contextlib import closing

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from focal_points.pprg import actions
from focal_points.pprg.actions.filling import step_values
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument
from pug_portal.lib.clock import now, today
from pug_portal.lib.seen import fingerprint
from tests.make import pprg as make
from tests.make.progress import pdf

EVIL = "<script>alert(1)</script>"


def seen(document, number):
    return fingerprint(step_values(document, template_of(document).steps[number - 1]))


@pytest.mark.slow
def test_a_gap_is_begun_and_its_steps_saved_by_plain_forms(world, client_of):
    client = client_of(world.ratih)
    year = today().year + 1
    started = client.post(
        reverse("pprg-start"), {"opd": world.dinkes.pk, "year": year, "title": EVIL}
    )
    gap = PprgDocument.objects.get()
    assert started.url == reverse("pprg-step", args=[gap.pk, "1"])

    page = client.get(started.url).content.decode()
    assert EVIL not in page
    assert "&lt;script&gt;" in page
    client.post(
        reverse("pprg-step", args=[gap.pk, "4"]),
        {"internal_causes": "Sebab A\r\nSebab B", "seen": seen(gap, 4)},
    )
    page = client.get(reverse("pprg-step", args=[gap.pk, "7"])).content.decode()
    assert 'name="action_plan-1-about" value="Sebab B"' in page
    answered = client.post(
        reverse("pprg-step", args=[gap.pk, "7"]),
        {
            "seen": seen(gap, 7),
            "aksi": "lanjut",
            "action_plan-0-about": "Sebab A",
            "action_plan-0-action": "Pelatihan",
            "action_plan-0-output": "40 orang",
            "action_plan-1-about": "Sebab B",
        },
    )

    assert answered.url == reverse("pprg-step", args=[gap.pk, "8"])
    gap.refresh_from_db()
    assert gap.content["action_plan"] == [
        {"about": "Sebab A", "action": "Pelatihan", "output": "40 orang"}
    ]
    page = client.get(reverse("pprg-step", args=[gap.pk, "7"])).content.decode()
    assert "Sebab ini belum dijawab kegiatan: Sebab B" in page


def test_the_page_leads_to_the_next_open_step_and_then_to_sending(world, client_of):
    empty = make.gap(world.dinkes, world.ratih)
    filled = make.filled_gap(world.dinkes, world.ratih, title="Posyandu")
    ratih = client_of(world.ratih)
    step = reverse("pprg-step", args=[empty.pk, "1"])
    first = f'btn-primary" href="{step}"'

    assert first in ratih.get(reverse("pprg-detail", args=[empty.pk])).text
    ready = ratih.get(reverse("pprg-detail", args=[filled.pk])).text
    assert 'btn-primary" href="#kirim"' in ready
    assert 'href="#kirim"' not in (
        client_of(world.joko).get(reverse("pprg-detail", args=[filled.pk])).text
    )


def test_bad_numbers_stay_in_their_boxes(world, client_of):
    gap = make.gap(world.dinkes, world.ratih)
    url = reverse("pprg-step", args=[gap.pk, "2"])
    answer = client_of(world.ratih).post(
        url, {"opening_rows-0-men": "dua belas", "opening_data": "x" * 7000}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dua belas" in page
    assert page.count('class="galat"') == 2
    many = {f"opening_rows-{n}-label": "x" for n in range(99)}
    client_of(world.ratih).post(url, {**many, "seen": seen(gap, 2)})
    gap.refresh_from_db()
    assert len(gap.content["opening_rows"]) == 60


def test_an_old_page_is_shown_both_texts(world, client_of):
    gap = make.gap(world.dinkes, world.ratih)
    url, client = reverse("pprg-step", args=[gap.pk, "6"]), client_of(world.ratih)
    old = seen(gap, 6)
    client.post(url, {"reformulated_objective": "Yang pertama", "seen": old})
    answer = client.post(url, {"reformulated_objective": "Yang kedua", "seen": old})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Yang pertama" in page
    assert "Yang kedua" in page
    assert f'value="{seen(PprgDocument.objects.get(), 6)}"' in page


@pytest.mark.slow
def test_the_signed_page_is_for_readers_of_the_document_alone(world, client_of):
    gbs = make.gbs(world.dinkes, world.ratih)
    client = client_of(world.ratih)
    refused = client.post(
        reverse("pprg-sign", args=[gbs.pk]),
        {"upload": pdf("x.exe"), "signed_on": "2999-01-01", "signed_by_name": ""},
    )
    assert refused.status_code == 422
    client.post(
        reverse("pprg-sign", args=[gbs.pk]),
        {"upload": pdf(), "signed_on": "2020-01-02", "signed_by_name": "Hasan"},
    )
    gbs.refresh_from_db()

    url = reverse("file-download", args=[gbs.signed_page_id])
    codes = {}
    for name in ("ratih", "dewi", "joko"):
        with closing(client_of(getattr(world, name)).get(url)) as answer:
            codes[name] = answer.status_code
    assert codes == {"ratih": 200, "dewi": 404, "joko": 404}


@pytest.mark.slow
def test_the_review_page_notes_judges_and_decides(world, client_of):
    gap = make.reviewing(world.dinkes, world.ratih, world.joko)
    client, url = client_of(world.joko), reverse("pprg-review", args=[gap.pk])
    assert client.post(url, {"aksi": "catatan", "text": ""}).status_code == 422
    client.post(url, {"aksi": "catatan", "step": "9", "text": EVIL, "upload": pdf()})
    bad = client.post(url, {"aksi": "pendapat", "answer": "tolak"})
    assert bad.status_code == 422
    assert client.post(url, {"aksi": "setujui"}).status_code == 422
    page = client.get(url).content.decode()
    assert EVIL not in page
    note = gap.notes.get()
    client.post(reverse("pprg-note-resolve", args=[gap.pk, note.pk]))
    client.post(url, {"aksi": "pendapat", "answer": "setuju"})
    client.post(url, {"aksi": "setujui"})

    gap.refresh_from_db()
    assert gap.state == "disetujui"
    assert gap.verdicts.get().office == "bappeda"


def pages_of(content):
    return PdfReader(io.BytesIO(content)).pages


@pytest.mark.slow
@pytest.mark.parametrize("answers", ["gap9", "gap4", "gbs", "kak"])
def test_papers_are_landscape_tagged_and_carry_every_text(world, client_of, answers):
    by = world.ratih
    if answers == "gap4":
        actions.choose_gap_format(
            region=world.blora,
            year=today().year + 1,
            gap_format="gap4",
            by=world.joko,
        )
        made = make.fill(make.gap(world.dinkes, by), by, make.GAP4)
    elif answers == "gap9":
        made = make.filled_gap(world.dinkes, by)
    else:
        made = make.gbs(world.dinkes, by)
        if answers == "kak":
            made = make.fill(actions.derive(source=made, by=by), by, make.KAK_REST)
    client = client_of(by)

    paper = client.get(reverse("pprg-pdf", args=[made.pk])).content
    first = pages_of(paper)[0]
    words = "".join(page.extract_text() for page in pages_of(paper))
    assert (first.mediabox.width > first.mediabox.height) == (answers != "kak")
    assert "/MarkInfo" in PdfReader(io.BytesIO(paper)).trailer["/Root"]
    assert "DINAS KESEHATAN" in words.upper()
    assert ("Kelas suami siaga" in words) or answers == "gap4"
    book = Document(
        io.BytesIO(client.get(reverse("pprg-docx", args=[made.pk])).content)
    )
    section = book.sections[0]
    assert (section.page_width > section.page_height) == (answers != "kak")
    if answers == "gap9":
        head = [cell.text for cell in book.tables[1].rows[0].cells]
        assert (
            head[2:]
            == ["Isu Gender"] * 3
            + ["Kebijakan dan Rencana ke Depan"] * 2
            + ["Pengukuran Hasil"] * 2
        )
        assert book.tables[1].rows[1].cells[6].text == "Rencana Aksi"


@pytest.mark.slow
def test_the_sheet_and_the_record_of_a_review_name_the_team(world, client_of):
    gap = make.reviewing(world.dinkes, world.ratih, world.joko)
    make.seat(world.yusuf, "inspektorat", [world.dinkes], world.joko)
    world.yusuf.cache.clear()
    actions.add_note(document=gap, step="2", text="Tambahkan umur", by=world.yusuf)
    actions.give_verdict(document=gap, answer="setuju", text="", by=world.joko)
    client = client_of(world.yusuf)

    sheet = client.get(reverse("pprg-review-sheet", args=[gap.pk])).content
    record = client.get(
        reverse("pprg-record", args=[world.dinkes.pk, gap.year])
    ).content

    told = "".join(page.extract_text() for page in pages_of(sheet))
    assert "Tambahkan umur" in told
    assert "050/21/2026" in told
    assert "Berita Acara" in pages_of(record)[0].extract_text()


@pytest.mark.slow
def test_the_list_asks_as_often_for_forty_documents_as_for_three(world, client_of):
    client, url = client_of(world.joko), reverse("pprg-list")

    def add(count):
        PprgDocument.objects.bulk_create(
            PprgDocument(
                opd=world.dinkes,
                year=2027,
                kind="gap",
                gap_format="gap9",
                title=f"Judul {n}",
                sent_count=1,
                state="diajukan",
                touched_at=now(),
            )
            for n in range(count)
        )
        client.get(url, {"tahun": 2027})
        with CaptureQueriesContext(connection) as asked:
            page = client.get(url, {"tahun": 2027})
        assert page.context["paginator"].count >= count
        return len(asked)

    few = add(3)
    assert add(37) == few <= 12
