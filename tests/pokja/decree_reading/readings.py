"""Readings of frozen samples, without the process of their own that costs a second."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pokja.decree_reading import actions, guard
from pokja.decree_reading.blocks import Unreadable
from pokja.decree_reading.child import read
from pokja.decree_reading.models import DecreeReading
from pug_portal.access.actor import Actor

SAMPLES = Path(__file__).parent / "samples"
GROUPED = "05_bupati_judul_kelompok.docx"


def upload(name: str = GROUPED) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (SAMPLES / name).read_bytes())


def read_here(content: bytes, name: str) -> dict[str, object]:
    told = read(content, str(guard.kind_of(content, name)))
    if "refused" in told:
        raise Unreadable(str(told["refused"]))
    return told


def kept(by: Actor, name: str = GROUPED) -> DecreeReading:
    assert by.region is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(actions, "proposal_of", read_here)
        return actions.keep_reading(region=by.region, upload=upload(name), by=by)
