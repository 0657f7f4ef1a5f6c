"""Entering an award level, and taking it out again."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from django.db import transaction

from prasyarat.instruments.models import Instrument
from prasyarat.instruments.owners import require_own
from prasyarat.next_steps.models import AwardLevel
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import angka

RECORDED = Verb("award_level.recorded", "mencatat jenjang {object}")
REMOVED = Verb("award_level.removed", "menghapus jenjang {object}")


@transaction.atomic
def record_level(
    *,
    instrument: Instrument,
    name: str,
    from_score: Decimal,
    source: str,
    source_date: dt.date,
    by: Actor,
) -> AwardLevel:
    require(by, Permission.AWARD_LEVEL_EDIT)
    require_own(by, instrument)
    instrument = Instrument.objects.select_for_update().get(pk=instrument.pk)
    name, source = name.strip(), source.strip()
    if not name:
        raise Refusal("Tulis nama jenjang.", field="name")
    if not 0 <= from_score <= 100:
        raise Refusal("Isi nilai 0 sampai 100.", field="from_score")
    if not source:
        raise Refusal(
            "Sebutkan dokumen yang menyatakan ambang ini; tanpa sumber jenjang tidak "
            "ditampilkan.",
            field="source",
        )
    if source_date > today():
        raise Refusal("Tanggal sumber belum lewat.", field="source_date")
    _refuse_twin(instrument, name, from_score)
    made = AwardLevel.objects.create(
        instrument=instrument,
        name=name,
        from_score=from_score,
        source=source,
        source_date=source_date,
    )
    changes = {"mulai nilai": (None, from_score), "sumber": (None, source)}
    record(by=by, verb=RECORDED, obj=made, region=None, changes=changes)
    return made


@transaction.atomic
def remove_level(*, level: AwardLevel, by: Actor) -> None:
    require(by, Permission.AWARD_LEVEL_EDIT)
    found = AwardLevel.objects.select_for_update().filter(pk=level.pk).first()
    if found is None:
        raise Refusal("Jenjang ini sudah dihapus.")
    require_own(by, found.instrument)
    changes = {"mulai nilai": (found.from_score, None)}
    record(by=by, verb=REMOVED, obj=found, region=None, changes=changes)
    found.delete()


def _refuse_twin(instrument: Instrument, name: str, from_score: Decimal) -> None:
    for known in AwardLevel.objects.filter(instrument=instrument):
        if known.name.casefold() == name.casefold():
            raise Refusal(f"Jenjang «{known.name}» sudah tercatat.", field="name")
        if known.from_score == from_score:
            raise Refusal(
                f"Nilai {angka(from_score)} sudah menjadi ambang {known.name}.",
                field="from_score",
            )
