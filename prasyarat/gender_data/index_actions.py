"""Index values a region types: a new year, its correction, its removal.

Shipped values are never touched here: they come with a release of the portal.
"""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from prasyarat.gender_data.checks import FIRST_YEAR
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.lib.clock import today
from pug_portal.lib.numbers import angka
from pug_portal.regions.models import Index, IndexValue, Region

RECORDED = Verb("index.recorded", "mencatat {object}")
CHANGED = Verb("index.changed", "mengubah {object}")
REMOVED = Verb("index.removed", "menghapus {object}")

METHODS = ("UHH LF SP2020", "UHH lama", "tidak disebut")
# Which indices are published by more than one method.
BY_METHOD = (Index.IPG, Index.IPM)
BIGGEST = {
    Index.IPM: Decimal(100),
    Index.IPG: Decimal(150),
    Index.IDG: Decimal(100),
    Index.IKG: Decimal(1),
}


@transaction.atomic
def record_index(
    *,
    region: Region,
    index: Index,
    year: int,
    method: str,
    value: Decimal,
    source: str,
    by: Actor,
) -> IndexValue:
    require_in(by, region, Permission.INDEX_EDIT)
    check_index(index, year, method, value, source)
    Region.objects.select_for_update().get(pk=region.pk)
    facts = {"region": region, "index": index, "year": year, "method": method}
    if held := IndexValue.objects.filter(**facts).first():
        raise Refusal(
            f"{index} {year} sudah tercatat: {angka(held.value, index.places)} "
            f"({held.source}).",
            field="year",
        )
    made = IndexValue.objects.create(
        **facts, value=value, source=source.strip(), is_entered=True
    )
    record(
        by=by, verb=RECORDED, obj=made, region=region, changes={"value": (None, value)}
    )
    return made


@transaction.atomic
def change_index(
    *, row: IndexValue, value: Decimal, source: str, by: Actor
) -> IndexValue:
    row = _own(row, by)
    check_index(Index(row.index), row.year, row.method, value, source)
    changes = changed(row, {"value": value, "source": source.strip()})
    if not changes:
        return row
    row.value, row.source = value, source.strip()
    row.save(update_fields=["value", "source"])
    record(by=by, verb=CHANGED, obj=row, region=row.region, changes=changes)
    return row


@transaction.atomic
def remove_index(*, row: IndexValue, reason: str, by: Actor) -> None:
    row = _own(row, by)
    if not reason.strip():
        raise Refusal("Tulis alasan nilai ini dihapus.", field="reason")
    changes = {"value": (row.value, None)}
    record(
        by=by, verb=REMOVED, obj=row, region=row.region, changes=changes, reason=reason
    )
    row.delete()


def _own(row: IndexValue, by: Actor) -> IndexValue:
    rows = IndexValue.objects.select_for_update(of=("self",)).select_related("region")
    row = rows.get(pk=row.pk)
    require_in(by, row.region, Permission.INDEX_EDIT)
    if not row.is_entered:
        raise Refusal("Nilai terbitan yang datang bersama portal tidak diubah di sini.")
    return row


def check_index(
    index: Index, year: int, method: str, value: Decimal, source: str
) -> None:
    if not FIRST_YEAR <= year <= today().year:
        raise Refusal(f"Tahun {FIRST_YEAR} sampai {today().year}.", field="year")
    if index == Index.IPG and method not in METHODS:
        raise Refusal(
            "Pilih metode IPG; nilai dengan metode berbeda tidak disambung.",
            field="method",
        )
    if method and index not in BY_METHOD:
        raise Refusal(f"{index} hanya punya satu metode; kosongkan.", field="method")
    if not 0 < value <= BIGGEST[index]:
        raise Refusal(
            f"Nilai {index} di atas 0 sampai {angka(BIGGEST[index])}.", field="value"
        )
    if value != round(value, index.places):
        raise Refusal(
            f"Tulis {index} paling banyak {index.places} angka di belakang koma.",
            field="value",
        )
    if not source.strip():
        raise Refusal("Sebutkan terbitan BPS yang memuat nilai ini.", field="source")
