"""Counting the portal's figures anew, and handing an answer back to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat import facts
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.figure_reading import (
    ANSWERING,
    answer_in,
    fact_named,
    figure_of,
)
from prasyarat.assessments.item import item_of, level_of
from prasyarat.assessments.models import Answer
from prasyarat.assessments.rights import ELSEWHERE, require_fill
from prasyarat.assessments.writing import lock_region, locked
from prasyarat.facts import Fact
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.use import current_instrument
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.regions.models import Region

COUNTED = Verb("figures.counted", "menghitung ulang angka prasyarat {object}")
REVERTED = Verb("answer.reverted", "mengembalikan {object} ke angka portal")
SAYS_NOTHING = Fact("Portal tidak lagi mengetahui angka ini.")

Key = tuple[int, int | None]


@transaction.atomic
def count_figures(*, region: Region, by: Actor) -> int:
    """Ask every fact; what changed is written with today's date. Returns how many."""
    if not by.is_system:
        require(by, Permission.ANSWER_FILL)
        if by.region is None or by.region.pk != region.pk:
            raise PermissionDenied(ELSEWHERE)
    lock_region(region)
    on, at = today(), now()
    known = _known(region)
    found = dict(_asked(region, on))
    gone = {
        key: (figure.indicator, SAYS_NOTHING)
        for key, figure in known.items()
        if key not in found and figure.says_something
    }
    fresh = [
        figure
        for key, (indicator, fact) in {**found, **gone}.items()
        if (figure := _changed(region, key, indicator, fact, known.get(key)))
    ]
    _write(fresh, on, at)
    changed = {(figure.indicator_id, figure.opd_id) for figure in fresh}
    same = [known[key].pk for key in found if key in known and key not in changed]
    PortalFigure.objects.filter(pk__in=same).update(counted_at=at)
    if fresh:
        changes = {"angka berubah": (None, len(fresh))}
        record(by=by, verb=COUNTED, obj=region, region=region, changes=changes)
    return len(fresh)


@transaction.atomic
def revert_answer(*, answer: Answer, by: Actor) -> Answer:
    """The portal's figure stands again; what was answered stays to be read."""
    answer = locked(answer)
    item = item_of(answer)
    require_fill(item, by)
    if answer.is_waiting:
        raise Refusal("Jawaban ini sedang menunggu verifikasi. Tarik kembali dahulu.")
    if answer.is_reverted:
        raise Refusal("Jawaban ini sudah dikembalikan ke angka portal.")
    if figure_of(item, today()) is None:
        raise Refusal("Portal tidak menghitung indikator ini.")
    answer.reverted_on, answer.reverted_by = today(), by.user
    answer.save(update_fields=["reverted_on", "reverted_by"])
    record(
        by=by,
        verb=REVERTED,
        obj=answer,
        region=answer.region,
        reason=answer.override_reason,
    )
    return answer


def _known(region: Region) -> dict[Key, PortalFigure]:
    rows = PortalFigure.objects.filter(region=region).select_related(
        "indicator__prerequisite"
    )
    ordered = rows.order_by("as_of", "pk")
    return {(figure.indicator_id, figure.opd_id): figure for figure in ordered}


def _asked(region: Region, on: dt.date) -> Iterator[tuple[Key, tuple[Indicator, Fact]]]:
    instrument = current_instrument(region, on)
    rows = Indicator.objects.filter(prerequisite__instrument=instrument)
    for indicator in rows.select_related("prerequisite__instrument"):
        name = fact_named(indicator, of_opd=False)
        if name and level_of(region) in indicator.levels:
            fact = facts.ask(name, region, on)
            if fact is not None:
                yield (indicator.pk, None), (indicator, fact)
        name = fact_named(indicator, of_opd=True)
        if name and "O" in indicator.levels:
            for opd_id, fact in facts.ask_by_opd(name, region, on).items():
                yield (indicator.pk, opd_id), (indicator, fact)


def _changed(
    region: Region,
    key: Key,
    indicator: Indicator,
    fact: Fact,
    known: PortalFigure | None,
) -> PortalFigure | None:
    told = answer_in(indicator, fact)
    fresh = PortalFigure(
        region=region,
        indicator=indicator,
        opd_id=key[1],
        sentence=fact.sentence,
        url=fact.url,
        **told,
    )
    if known is None:
        return fresh if fresh.says_something else None
    before = {name: getattr(known, name) for name in ANSWERING}
    return None if before == told else fresh


def _write(fresh: list[PortalFigure], on: dt.date, at: dt.datetime) -> None:
    """A second count on the same day replaces the first of that day."""
    for figure in fresh:
        figure.as_of, figure.counted_at = on, at
    if not fresh:
        return
    region = fresh[0].region
    today_rows = PortalFigure.objects.filter(region=region, as_of=on)
    held = {(f.indicator_id, f.opd_id): f.pk for f in today_rows}
    replaced = [
        pk for f in fresh if (pk := held.get((f.indicator_id, f.opd_id))) is not None
    ]
    PortalFigure.objects.filter(pk__in=replaced).delete()
    PortalFigure.objects.bulk_create(fresh)
