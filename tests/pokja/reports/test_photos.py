"""Photographs of settled meetings in the annex."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader

from pokja.meetings import file_actions, minutes_actions
from pokja.meetings.models import MeetingFile
from pokja.reports import chapters, pdf, photos
from pokja.reports.collect_meetings import meeting_rows
from pug_portal.lib.pdf import RenderError
from tests.make import meetings as make
from tests.make import reports as make_reports
from tests.make.report_content import blora


def settled_with_photo(world, caption: str = "Pembukaan"):
    meeting = make.meeting_at("berlangsung", world)
    file_actions.attach_file(
        meeting=meeting, upload=make.png(), kind="foto", caption=caption, by=world.siti
    )
    make.fill(meeting, world)
    minutes_actions.sign_minutes(meeting=meeting, notulis="Rina", by=world.siti)
    return minutes_actions.settle_minutes(meeting=meeting, by=world.joko)


def with_meetings(world):
    rows, _ = meeting_rows(world.blora, make_reports.SEMESTER)
    return replace(blora(1), meetings=rows)


@pytest.mark.slow
def test_a_photo_of_a_settled_meeting_is_printed_with_its_caption(world):
    settled_with_photo(world, "Pembukaan oleh Sekda")

    made = PdfReader(io.BytesIO(pdf.render(with_meetings(world))))

    last = made.pages[-1]
    assert "Pembukaan oleh Sekda" in last.extract_text()
    assert len(last.images) == 1


def test_a_photo_is_cut_to_paper_size(world):
    settled_with_photo(world)

    (picture,) = photos.assets(with_meetings(world)).values()

    assert max(Image.open(io.BytesIO(picture)).size) <= 640


def test_minutes_not_yet_settled_bring_no_photo(world):
    meeting = make.meeting_at("berlangsung", world)
    file_actions.attach_file(
        meeting=meeting, upload=make.png(), kind="foto", by=world.siti
    )

    (row,) = meeting_rows(world.blora, make_reports.SEMESTER)[0]

    assert row.photos == ()


def test_a_caption_with_script_is_text(world):
    settled_with_photo(world, '"><script>alert(1)</script>')

    html = chapters.html(with_meetings(world))

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_photo_that_is_gone_stops_the_render_and_says_so(world):
    settled_with_photo(world)
    content = with_meetings(world)
    MeetingFile.objects.get().file._meta.model.objects.all().update(sha256="0" * 64)

    with pytest.raises(RenderError, match="1 foto rapat sudah tidak ada"):
        photos.assets(content)


def test_without_photos_the_annex_says_nihil():
    assert "Tidak ada foto rapat" in chapters.html(blora(1))
