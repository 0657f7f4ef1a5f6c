"""Against a reviewer's «tolak», a second click, and whose eyes a title is for."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from docx import Document

from focal_points.pprg import actions
from focal_points.pprg.models import PprgDocument, PprgNote
from focal_points.pprg.review_content import record
from focal_points.pprg.review_paper import record_docx, review_sheet_docx
from pug_portal.access.refusal import Refusal
from pug_portal.audit.veils import renamed
from tests.make import pprg as make
from tests.make.progress import pdf

TITLE = "Kelas ibu hamil"


@pytest.fixture
def rejected(world) -> PprgDocument:
    """Yusuf of BPKAD says «tolak» of Dinkes' GAP, which Joko may decide."""
    make.seat(world.yusuf, "bpkad", [world.dinkes], world.joko)
    document = make.reviewing(world.dinkes, world.ratih, world.joko)
    actions.give_verdict(
        document=document, answer="tolak", text="Pagu tidak ada", by=world.yusuf
    )
    return document


@pytest.mark.slow
def test_approved_against_a_reject_only_with_a_reason_that_is_printed(
    world, rejected, client_of
):
    with pytest.raises(Refusal, match="BPKAD: Tolak"):
        actions.approve(document=rejected, by=world.joko)
    desk, url = client_of(world.joko), reverse("pprg-review", args=[rejected.pk])
    told = {"aksi": "setujui", "alasan_setuju": " "}
    assert desk.post(url, told).status_code == 422
    page = desk.get(url).content.decode()
    assert "BPKAD menyatakan tolak" in page
    desk.post(url, {**told, "alasan_setuju": "Pagu <b>ada</b> di DPPA"})

    rejected.refresh_from_db()
    assert rejected.approval_reason == "Pagu <b>ada</b> di DPPA"
    [row] = record(world.dinkes, rejected.year, [rejected])["overruled"]
    assert row.against == "BPKAD (Yusuf Hidayat): Pagu tidak ada"
    detail = reverse("pprg-detail", args=[rejected.pk])
    assert "Pagu &lt;b&gt;ada" in desk.get(detail).content.decode()
    # What the team said stays between it and the OPD.
    assert "Pagu &lt;b&gt;ada" not in client_of(world.prov).get(detail).content.decode()
    reopened = actions.reopen(document=rejected, reason="DPPA", by=world.joko)
    assert reopened.approval_reason == ""


def test_without_a_reject_a_reason_is_not_kept(world):
    document = make.reviewing(world.dinkes, world.ratih, world.joko)

    done = actions.approve(document=document, reason="Baik", by=world.joko)

    assert done.approval_reason == ""


@pytest.mark.slow
def test_the_review_papers_come_as_docx_too(world, rejected):
    actions.add_note(document=rejected, step="2", text="Tambah data P", by=world.yusuf)
    for note in rejected.notes.all():
        actions.resolve_note(note=note, by=world.yusuf)
    done = actions.approve(document=rejected, reason="Pagu ada", by=world.joko)

    sheet, minutes = (
        Document(io.BytesIO(content))
        for content in (
            review_sheet_docx(done),
            record_docx(world.dinkes, done.year, [done]),
        )
    )

    def cells(paper) -> str:
        rows = (row for table in paper.tables for row in table.rows)
        return "\n".join(cell.text for row in rows for cell in row.cells)

    assert "Tambah data P (Yusuf Hidayat, pengajuan ke-1)" in cells(sheet)
    assert "Pagu tidak ada" in cells(sheet)
    assert f"{done.stamp_number}" in cells(minutes)
    assert "Pagu ada (Joko Purwanto)" in cells(minutes)
    assert "Inspektorat" in cells(minutes)


def test_a_second_click_makes_no_second_gap_and_no_second_note(world):
    first = make.gap(world.dinkes, world.ratih)
    assert make.gap(world.dinkes, world.ratih) == first
    make.fill(first, world.ratih, make.GAP9)
    # Something is in it by now: the same name is wanted once more.
    assert make.gap(world.dinkes, world.ratih) != first
    assert make.gap(world.dinkes, world.ratih, "Gizi") != first
    actions.submit(document=first, by=world.ratih)
    actions.begin_review(document=first, by=world.joko)
    told = {"document": first, "step": "2", "text": "Data P?", "by": world.joko}

    assert actions.add_note(**told) == actions.add_note(**told)
    with_file = [actions.add_note(**told, upload=pdf()) for _ in range(2)]

    assert len(set(with_file)) == 1
    actions.add_note(**{**told, "by": world.siti})
    assert PprgNote.objects.count() == 3


@pytest.mark.slow
def test_the_province_learns_a_title_once_it_may_read_the_document(world, client_of):
    document = make.sent_gap(world.dinkes, world.ratih)
    province, url = client_of(world.prov), reverse("audit-list")

    def trail(client, **asked) -> str:
        return client.get(url, asked).content.decode()

    before = trail(province)
    assert TITLE not in before
    assert f"mengajukan GAP Dinkes {document.year} untuk ditelaah" in before
    assert "mengajukan" not in trail(province, q=TITLE)
    assert TITLE in trail(client_of(world.siti))
    make.approved(document, world.joko)
    assert TITLE in trail(province)
    actions.reopen(document=document, reason="DPPA", by=world.joko)
    assert TITLE not in trail(province)


def test_a_name_is_veiled_also_where_the_sentence_was_cut():
    assert renamed("mengajukan GAP Kelas untuk", "GAP Kelas", "GAP X") == (
        "mengajukan GAP X untuk"
    )
    assert renamed("mengajukan GAP Ke", "GAP Kelas", "GAP X") == "mengajukan GAP X"
