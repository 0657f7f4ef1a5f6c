"""From the portal to paper and back, nothing in between replaced."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader

from focal_points.paper_forms.evidence import CAPTION
from focal_points.progress.models import Progress
from pug_portal.files.actions import open_file


@pytest.mark.slow
def test_a_printed_form_scanned_askew_is_evidence_of_its_report(
    world, period, client_of
):
    ratih = client_of(world.ratih)
    at = [period.pk, world.dinkes.pk]
    form = ratih.get(reverse("paper-form", args=at)).content
    sheet = pypdfium2.PdfDocument(form)[0].render(scale=150 / 72).to_pil()
    scan = io.BytesIO()
    sheet.rotate(182, fillcolor="white").save(scan, "PDF", resolution=150)
    upload = SimpleUploadedFile("pindaian.pdf", scan.getvalue())

    answer = ratih.post(reverse("paper-scan", args=[period.pk]), {"scans": upload})

    row = Progress.objects.get(opd=world.dinkes).files.select_related("file").get()
    assert (row.caption, row.file.pages) == (CAPTION, 1)
    assert len(PdfReader(io.BytesIO(open_file(row.file))).pages) == 1
    result = ratih.get(answer["Location"]).content.decode()
    assert f"dari {len(PdfReader(io.BytesIO(form)).pages)} belum ada" in result
