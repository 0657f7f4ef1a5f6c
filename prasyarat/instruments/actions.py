"""Publishing an instrument. What is published stays as it is: scores rest on it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from prasyarat.instruments.data import IndicatorData, InstrumentData
from prasyarat.instruments.models import Indicator, Instrument, Prerequisite
from prasyarat.instruments.stored import stored_rule
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

PUBLISHED = Verb("instrument.published", "menerbitkan instrumen {object}")


@transaction.atomic
def load_instrument(*, data: InstrumentData, by: Actor) -> Instrument:
    """Publish once. The same content again changes nothing; other content is refused."""
    if not by.is_system:
        raise PermissionDenied(
            "Instrumen diterbitkan dengan perintah load_instrument oleh pengelola server."
        )
    code = f"{data.code}-v{data.version}"
    known = Instrument.objects.select_for_update().filter(code=code).first()
    if known is None:
        return _publish(code, data, by)
    if known.content_hash != data.content_hash:
        raise Refusal(
            f"Instrumen «{known.name}» sudah terbit dan tidak dapat diubah karena nilai "
            "daerah bersandar padanya. Naikkan version di berkas dan terbitkan sebagai "
            "versi baru."
        )
    return known


def _publish(code: str, data: InstrumentData, by: Actor) -> Instrument:
    instrument = Instrument(
        code=code,
        name=data.name,
        issuer=data.issuer,
        year=data.year,
        source=data.source,
        note=data.note,
        method=data.method,
        content_hash=data.content_hash,
        published_at=now(),
    )
    _refuse_misfits("Berkas", instrument)
    instrument.save()
    prerequisites = _add_prerequisites(instrument, data)
    sources = dict(data.sources)
    indicators = [
        _indicator(item, prerequisites[item.rule.prerequisite], sources)
        for item in data.indicators
    ]
    for row in indicators:
        _refuse_misfits(f"Indikator {row.code}", row)
    Indicator.objects.bulk_create(indicators)
    record(by=by, verb=PUBLISHED, obj=instrument, region=None)
    return instrument


def _add_prerequisites(
    instrument: Instrument, data: InstrumentData
) -> dict[str, Prerequisite]:
    rows = [
        Prerequisite(
            instrument=instrument,
            code=item.code,
            order=item.order,
            name=item.label,
            short_name=item.short_label,
            icon=item.icon,
        )
        for item in data.prerequisites
    ]
    for row in rows:
        _refuse_misfits(f"Prasyarat {row.code}", row)
    return {row.code: row for row in Prerequisite.objects.bulk_create(rows)}


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
    )


def _refuse_misfits(name: str, row: models.Model) -> None:
    """bulk_create checks nothing, and SQLite would keep what PostgreSQL refuses."""
    try:
        row.clean_fields(exclude=["instrument", "prerequisite"])
    except ValidationError as error:
        field, sentences = next(iter(error.message_dict.items()))
        raise Refusal(f"{name}, {field}: {sentences[0]}") from error
