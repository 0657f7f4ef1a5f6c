"""Documents of the library, with words in them."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from focal_points.opd.models import Opd
from prasyarat.evidence.actions import add_document
from prasyarat.evidence.models import EvidenceDocument, TextState, VersionPage
from prasyarat.evidence.words import folded
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region
from tests.pug_portal.lib import samples


def pdf(name: str = "sk.pdf", pages: int = 1) -> SimpleUploadedFile:
    """A comment of its own makes the content its own."""
    content = samples.pdf(pages) + f"\n%{name}\n".encode()
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def document(
    region: Region,
    by: Actor,
    name: str = "sk.pdf",
    *,
    opd: Opd | None = None,
    text: str = "",
    **facts,
) -> EvidenceDocument:
    made = add_document(region=region, opd=opd, upload=pdf(name), by=by, **facts)
    if text:
        says(made, text)
    return made


def says(document: EvidenceDocument, text: str, page: int = 1) -> None:
    """As if the worker had read it."""
    version = document.versions.first()
    VersionPage.objects.create(
        version=version, number=page, text=text, folded=folded(text)
    )
    version.text_state = TextState.READ
    version.save(update_fields=["text_state"])
