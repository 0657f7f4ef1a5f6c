"""An instrument as rows: made once, at its publication, from the canonical form."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from prasyarat.instruments.data import IndicatorData, InstrumentData, PrerequisiteData
from prasyarat.instruments.document import canonical
from prasyarat.instruments.models import (
    Indicator,
    Instrument,
    InstrumentContent,
    Prerequisite,
)
from prasyarat.instruments.stored import stored_rule
from prasyarat.instruments.use import begin_use
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

PUBLISHED = Verb("instrument.published", "menerbitkan instrumen {object}")


def code_of(data: InstrumentData) -> str:
    return f"{data.code}-v{data.version}"


def publish(
    data: InstrumentData, *, by: Actor, owner: Region | None = None
) -> Instrument:
    """Inside the transaction of the verb that asked for it. Without `owner` everybody's."""
    if fault := next(misfits(data), None):
        raise Refusal(fault)
    instrument = _head(data)
    instrument.region = owner
    try:
        with transaction.atomic():
            instrument.save()
    except IntegrityError as beaten:
        raise Refusal(
            f"Versi {data.version} dari «{data.code}» baru saja diterbitkan orang lain. "
            "Naikkan versinya, lalu terbitkan lagi."
        ) from beaten
    keep_content(instrument, data)
    prerequisites = {
        row.code: row
        for row in Prerequisite.objects.bulk_create(
            _prerequisite(instrument, item) for item in data.prerequisites
        )
    }
    sources = dict(data.sources)
    Indicator.objects.bulk_create(
        _indicator(item, prerequisites[item.rule.prerequisite], sources)
        for item in data.indicators
    )
    record(by=by, verb=PUBLISHED, obj=instrument, region=owner)
    begin_use(instrument)
    return instrument


def keep_content(instrument: Instrument, data: InstrumentData) -> None:
    """Instruments of earlier releases get theirs when their own file is loaded again."""
    InstrumentContent.objects.get_or_create(
        instrument=instrument, defaults={"text": canonical(data)}
    )


def misfits(data: InstrumentData) -> Iterator[str]:
    """What the columns cannot hold: bulk_create checks nothing, and SQLite keeps all."""
    head = _head(data)
    yield from _misfit("Berkas", head)
    blank = Prerequisite()
    sources = dict(data.sources)
    for part in data.prerequisites:
        yield from _misfit(f"Prasyarat {part.code}", _prerequisite(head, part))
    for item in data.indicators:
        row = _indicator(item, blank, sources)
        yield from _misfit(f"Indikator {item.code}", row)


def _misfit(name: str, row: models.Model) -> Iterator[str]:
    try:
        row.clean_fields(exclude=["instrument", "prerequisite"])
    except ValidationError as error:
        for field, sentences in error.message_dict.items():
            yield f"{name}, {field}: {sentences[0]}"


def _head(data: InstrumentData) -> Instrument:
    return Instrument(
        code=code_of(data),
        name=data.name,
        issuer=data.issuer,
        year=data.year,
        source=data.source,
        note=data.note,
        method=data.method,
        content_hash=data.content_hash,
        published_at=now(),
    )


def _prerequisite(instrument: Instrument, item: PrerequisiteData) -> Prerequisite:
    return Prerequisite(
        instrument=instrument,
        code=item.code,
        order=item.order,
        name=item.label,
        short_name=item.short_label,
        icon=item.icon,
    )


def _indicator(
    item: IndicatorData, prerequisite: Prerequisite, sources: dict[str, str]
) -> Indicator:
    return Indicator(
        prerequisite=prerequisite,
        code=item.code,
        order=item.order,
        text=item.text,
        answer_type=item.rule.answer_type.value,
        needs_document=item.rule.document_mandatory,
        typical_evidence=item.evidence,
        responsible=item.responsible,
        responsible_role=item.filled_by,
        levels="".join(item.rule.levels),
        unit=item.rule.unit,
        weight=item.rule.weight,
        max_score=item.rule.max,
        rule=stored_rule(item),
        basis="; ".join(sources[key] for key in item.basis),
        legal_basis=item.legal_basis,
    )
