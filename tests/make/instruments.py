"""Instruments beside each other, mapped; drafts on their way."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from prasyarat.instruments.actions import load_instrument, load_mappings
from prasyarat.instruments.data import InstrumentData
from prasyarat.instruments.draft_actions import begin_version, publish_draft
from prasyarat.instruments.loading import read_instrument, read_json
from prasyarat.instruments.models import Instrument, InstrumentDraft
from pug_portal.access.actor import SYSTEM, Actor
from tests.make import prasyarat as make
from tests.prasyarat.shipped import DATA


@cache
def shipped(name: str) -> InstrumentData:
    return read_instrument(DATA / f"{name}.json")


def variant() -> Instrument:
    """Of three prerequisites, mapped from the list that is in use."""
    used = make.instrument()
    found = alone()
    every = read_json(DATA / "pemetaan.json")
    pairs = [each for each in every if each["target"] == found.code]
    assert pairs[0]["source"] == used.code
    load_mappings(mappings=pairs, by=SYSTEM)
    return found


def alone() -> Instrument:
    """The variant without the list it is mapped from."""
    return load_instrument(data=shipped("varian_tiga_prasyarat_v1"), by=SYSTEM)


def draft(by: Actor) -> InstrumentDraft:
    """The next version of the variant."""
    return begin_version(instrument=alone(), by=by)


def published(by: Actor) -> InstrumentDraft:
    begun = draft(by)
    publish_draft(draft=begun, by=by)
    begun.refresh_from_db()
    return begun


def tiny() -> Instrument:
    """Two items only: cheap to write into a workbook."""
    data = shipped("varian_tiga_prasyarat_v1")
    cut = replace(
        data,
        code="kecil",
        name="Daftar Kecil v1",
        prerequisites=data.prerequisites[:1],
        indicators=data.indicators[:2],
    )
    return load_instrument(data=cut, by=SYSTEM)
