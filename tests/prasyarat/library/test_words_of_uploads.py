"""From the file a person sends to the word another finds in it, with nothing in between set."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from prasyarat.evidence import text_jobs
from prasyarat.evidence.models import EvidenceVersion
from tests.prasyarat.evidence.test_text import words_docx, words_pdf

LIST = reverse("evidence-list")


@pytest.mark.slow
def test_the_words_of_a_pdf_and_a_docx_are_found_after_their_upload(world, client_of):
    siti = client_of(world.siti)
    files = [
        SimpleUploadedFile("sk.pdf", words_pdf("Pembukaan", "Bimtek penganggaran")),
        SimpleUploadedFile("notulen.docx", words_docx("Musyawarah penganggaran desa")),
    ]
    assert siti.post(reverse("evidence-upload"), {"uploads": files}).status_code == 302
    before = siti.get(LIST, {"q": "penganggaran"}).content.decode()
    assert "sk.pdf" not in before

    for pk in EvidenceVersion.objects.values_list("pk", flat=True):
        text_jobs.read_version(pk)

    page = siti.get(LIST, {"q": "penganggaran"}).content.decode()
    assert "sk.pdf" in page
    assert "notulen.docx" in page
    assert "?hal=2" in page
    assert page.count("<mark>penganggaran</mark>") == 2
    alone = siti.get(LIST, {"q": "musyawarah"}).content.decode()
    assert ("notulen.docx" in alone, "sk.pdf" in alone) == (True, False)
    stranger = client_of(world.budi).get(LIST, {"q": "penganggaran"})
    assert "notulen.docx" not in stranger.content.decode()
