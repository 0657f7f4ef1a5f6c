"""The shipped instrument, answers brought to a state, evidence files."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from focal_points.opd.models import Opd
from prasyarat.assessments.actions import (
    mark_not_applicable,
    save_answer,
    submit_answer,
)
from prasyarat.assessments.evidence_actions import add_upload
from prasyarat.assessments.item import Item, Reply
from prasyarat.assessments.judge_actions import return_answer, verify_answer
from prasyarat.assessments.models import Answer, Evidence
from prasyarat.instruments.actions import load_instrument
from prasyarat.instruments.models import Indicator, Instrument
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.files.actions import store_upload
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region
from tests.prasyarat.shipped import INSTRUMENT
from tests.pug_portal.lib import samples

DAY = dt.date(2020, 10, 26)


def instrument() -> Instrument:
    known = Instrument.objects.filter(code="daftar-periksa-internal-v1").first()
    return known or load_instrument(data=INSTRUMENT, by=SYSTEM)


def item(code: str, region: Region, opd: Opd | None = None) -> Item:
    rows = Indicator.objects.select_related("prerequisite")
    indicator = rows.get(code=code, prerequisite__instrument=instrument())
    return Item(region, indicator, opd)


def pdf(name: str = "SK_POKJA_2020.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, samples.pdf(), content_type="application/pdf")


def stored(region: Region, name: str = "SK_POKJA_2020.pdf", **dates) -> StoredFile:
    return store_upload(
        upload=pdf(name), region=region, slice_name="uji", by=SYSTEM, **dates
    )


def evidence(item: Item, by: Actor, **facts) -> Evidence:
    return add_upload(item=item, upload=pdf(), by=by, **facts)


def exact(reply: dict) -> dict:
    """Tests write 3; the verbs know decimals only."""
    return {k: Decimal(v) if isinstance(v, int) else v for k, v in reply.items()}


def answer_at(
    state: str,
    item: Item,
    by: Actor,
    *,
    judge: Actor | None = None,
    as_of: dt.date = DAY,
    documented: bool = True,
    **reply,
) -> Answer:
    """draf, diajukan, perlu_perbaikan, terverifikasi, tidak_berlaku."""
    if state == "tidak_berlaku":
        return mark_not_applicable(
            item=item, as_of=as_of, reason="Tidak ada di daerah ini.", by=by
        )
    words = Reply(**(exact(reply) or {"choice": "ada"}))
    answer = save_answer(item=item, as_of=as_of, reply=words, by=by)
    if documented and item.indicator.needs_document and not answer.evidence.exists():
        evidence(item, by)
    if state == "draf":
        return answer
    answer = submit_answer(answer=answer, by=by)
    if state == "diajukan":
        return answer
    assert judge is not None
    if state == "perlu_perbaikan":
        return return_answer(answer=answer, note="Lengkapi nomor SK.", by=judge)
    return verify_answer(answer=answer, by=judge)
