"""Item to item between two instruments: read both ways, written by administrators.

A mapping is no part of what was published: the other instrument may come years later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from prasyarat.instruments.converting import (
    EQUAL,
    PART,
    MappedShare,
    is_convertible,
    share_of,
)
from prasyarat.instruments.models import Indicator, Instrument, ItemMapping, MapKind
from prasyarat.instruments.owners import NATIONAL, owns
from prasyarat.instruments.stored import rule_of, rules_of
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

MAPPED = Verb("instrument.mapped", "memetakan {object}")
Pair = tuple[str, str, str]  # code of the source item, of the target item, kind


@dataclass(frozen=True)
class Mapping:
    """From one instrument's answers to the other's questions."""

    source: Instrument
    target: Instrument
    # Target code → the items it is mapped to, «sama» before «sebagian».
    by_target: dict[str, tuple[tuple[str, str], ...]]

    @property
    def kinds(self) -> dict[str, str]:
        return {code: pairs[0][1] for code, pairs in self.by_target.items()}

    @property
    def share(self) -> MappedShare:
        return share_of(rules_of(self.target), self.kinds)

    def equal_source(self, code: str) -> str | None:
        pairs = self.by_target.get(code, ())
        return next((source for source, kind in pairs if kind == EQUAL), None)


def mapping_between(source: Instrument, target: Instrument) -> Mapping:
    """Written in either direction; «sama» counts where the answer can be carried over."""
    rows = ItemMapping.objects.filter(_between(source, target)).select_related(
        "source__prerequisite", "target__prerequisite"
    )
    ours = {rule.code: rule for rule in rules_of(source)}
    theirs = {rule.code: rule for rule in rules_of(target)}
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        ends = (row.source, row.target)
        if row.target.prerequisite.instrument_id != target.pk:
            ends = (row.target, row.source)
        one, other = ends[0].code, ends[1].code
        kind = row.kind
        if kind == EQUAL and not is_convertible(ours[one], theirs[other]):
            kind = PART
        found.setdefault(other, []).append((one, kind))
    order = {EQUAL: 0, PART: 1}
    ordered = {
        code: tuple(sorted(pairs, key=lambda pair: (order[pair[1]], pair[0])))
        for code, pairs in found.items()
    }
    return Mapping(source, target, ordered)


def _between(one: Instrument, other: Instrument) -> Q:
    source, target = (
        "source__prerequisite__instrument",
        "target__prerequisite__instrument",
    )
    return Q(**{source: one, target: other}) | Q(**{source: other, target: one})


@transaction.atomic
def map_item(
    *, source: Indicator | None, target: Indicator, kind: str, by: Actor
) -> None:
    """What `target` asks is answered by `source`, or by none of that instrument."""
    require(by, Permission.INSTRUMENT_EDIT)
    if source is None or not kind:
        raise Refusal("Pilih butir asal dan jenis pemetaannya.", field="kind")
    _require_one_end(source, target, by)
    _check(source, target, kind)
    row = (
        ItemMapping.objects.select_for_update()
        .filter(Q(source=source, target=target) | Q(source=target, target=source))
        .first()
    )
    if row is not None and row.kind == kind:
        return
    before = row.get_kind_display() if row else "Tidak terpetakan"
    row = row or ItemMapping(source=source, target=target)
    row.kind = kind
    row.save()
    changes = {"kind": (before, row.get_kind_display())}
    record(by=by, verb=MAPPED, obj=row, region=None, changes=changes)


@transaction.atomic
def unmap_item(*, source: Indicator, target: Indicator, by: Actor) -> None:
    require(by, Permission.INSTRUMENT_EDIT)
    _require_one_end(source, target, by)
    either = Q(source=source, target=target) | Q(source=target, target=source)
    for row in ItemMapping.objects.select_for_update().filter(either):
        changes = {"kind": (row.get_kind_display(), "Tidak terpetakan")}
        record(by=by, verb=MAPPED, obj=row, region=None, changes=changes)
        row.delete()


def _require_one_end(source: Indicator, target: Indicator, by: Actor) -> None:
    """A mapping is of its newer end: whoever owns one of both may write it."""
    ends = Instrument.objects.select_related("region").filter(
        pk__in=(source.prerequisite.instrument_id, target.prerequisite.instrument_id)
    )
    if not may_map(by, *ends):
        raise PermissionDenied(NATIONAL)


def may_map(by: Actor, *ends: Instrument) -> bool:
    return any(owns(by, end) for end in ends)


def _check(source: Indicator, target: Indicator, kind: str) -> None:
    if source.prerequisite.instrument_id == target.prerequisite.instrument_id:
        raise Refusal("Kedua butir berada dalam instrumen yang sama.", field="source")
    if kind == MapKind.EQUAL and not is_convertible(rule_of(source), rule_of(target)):
        raise Refusal(
            f"Jawaban {source.code} tidak dapat menjadi jawaban {target.code} karena "
            "jenis atau satuannya berbeda. Pilih «Sebagian».",
            field="kind",
        )


def add_mappings(source: Instrument, target: Instrument, pairs: Iterable[Pair]) -> int:
    """Of shipped files and new versions: what stands already is left as it is."""
    ours, theirs = _by_code(source), _by_code(target)
    known = set(
        ItemMapping.objects.filter(_between(source, target)).values_list(
            "source__code", "target__code"
        )
    )
    rows = []
    for one, other, kind in pairs:
        if one not in ours or other not in theirs:
            raise Refusal(f"Pemetaan {one} → {other}: butirnya tidak ada.")
        _check(ours[one], theirs[other], kind)
        if (one, other) not in known:
            rows.append(ItemMapping(source=ours[one], target=theirs[other], kind=kind))
    ItemMapping.objects.bulk_create(rows)
    return len(rows)


def _by_code(instrument: Instrument) -> dict[str, Indicator]:
    rows = Indicator.objects.filter(prerequisite__instrument=instrument)
    return {row.code: row for row in rows.select_related("prerequisite")}
