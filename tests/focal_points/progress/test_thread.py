"""A remark and what is said to it, until somebody closes it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State
from pug_portal.access.refusal import Refusal
from tests.make import progress as make


@pytest.mark.slow
def test_the_opd_answers_beside_the_field_and_the_desk_reads_it(
    world, report_at, client_of
):
    report = report_at(State.RETURNED)
    note = report.notes.get()
    form = reverse("progress-form", args=[report.pk])
    ratih = client_of(world.ratih)

    ratih.post(form, {f"tanggapan-{note.pk}": "Sudah <i>dilampirkan</i>"})
    make.sent(report, world.ratih)
    shown = client_of(world.siti).get(reverse("progress-review", args=[report.pk]))

    assert "Sudah &lt;i&gt;dilampirkan&lt;/i&gt;" in shown.content.decode()
    with pytest.raises(Refusal, match="1 catatan terbuka"):
        actions.verify(progress=report, by=world.siti)
    for _click in range(2):
        actions.reply_to_note(note=note, text="Halaman 2 belum.", by=world.siti)
    assert note.replies.count() == 2


def test_a_closed_remark_an_empty_answer_and_a_stranger_are_refused(world, report_at):
    report = report_at(State.RETURNED)
    note = report.notes.get()
    with pytest.raises(Refusal, match="isi tanggapan"):
        actions.reply_to_note(note=note, text="  ", by=world.ratih)
    with pytest.raises(PermissionDenied):
        actions.reply_to_note(note=note, text="Dari luar", by=world.dewi)
    make.sent(report, world.ratih)
    actions.resolve_note(note=note, resolution="diperbaiki", by=world.siti)
    note.refresh_from_db()
    with pytest.raises(Refusal, match="sudah ditutup"):
        actions.reply_to_note(note=note, text="Terlambat", by=world.siti)
    assert not note.replies.exists()


@pytest.mark.slow
def test_a_remark_closed_while_the_answer_was_on_its_way_takes_none(world, report_at):
    report = report_at(State.RETURNED)
    seen = report.notes.get()
    make.sent(report, world.ratih)
    actions.resolve_note(
        note=report.notes.get(), resolution="diperbaiki", by=world.siti
    )

    with pytest.raises(Refusal, match="sudah ditutup"):
        actions.reply_to_note(note=seen, text="Masih kurang", by=world.siti)


@pytest.mark.slow
def test_an_answer_sent_twice_is_one_and_a_late_one_is_handed_back(
    world, report_at, client_of
):
    report = report_at(State.RETURNED)
    note = report.notes.get()
    form = reverse("progress-form", args=[report.pk])
    ratih = client_of(world.ratih)
    data = {f"tanggapan-{note.pk}": "Sudah\r\ndilampirkan"}

    ratih.post(form, data)
    ratih.post(form, data)
    assert note.replies.get().text == "Sudah\ndilampirkan"
    closed = {"resolved_at": note.written_at, "resolution": "diperbaiki"}
    report.notes.update(**closed)
    shown = ratih.post(form, {f"tanggapan-{note.pk}": "Terlambat"}, follow=True)

    assert "sudah ditutup. Tulisan Anda: «Terlambat»" in shown.content.decode()
