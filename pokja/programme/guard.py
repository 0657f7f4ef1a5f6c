"""What every verb asks before it writes: the region, the owner, the state."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from django.db import models

from pokja.programme.versions import Version
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES
from pug_portal.regions.models import Region

V = TypeVar("V", bound=Version)
M = TypeVar("M", bound=models.Model)

FIRST_YEAR, LAST_YEAR = 2000, 2100


def lock_region(region: Region, by: Actor, permission: Permission) -> Region:
    """Two clicks on one button arrive together: the second must see the first."""
    found = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    require_in(by, found, permission)
    return found


def locked(document: V, by: Actor, permission: Permission) -> V:
    """The version as it is now, its region held until the transaction ends."""
    region = lock_region(document.region, by, permission)
    found = (
        type(document)
        ._default_manager.select_for_update(of=("self",))
        .filter(pk=document.pk)
        .first()
    )
    if found is None:
        raise Refusal(f"{document.name} ini sudah dihapus oleh orang lain.")
    found.region = region
    return found


def open_draft(document: V, by: Actor) -> V:
    found = locked(document, by, Permission.PROGRAMME_EDIT)
    if not found.is_draft:
        raise Refusal(
            f"{found.title} sudah ditetapkan dan tidak dapat diubah. Buat perubahan "
            "untuk menyusun versi baru."
        )
    return found


def still_there(row: M, document: str) -> M:
    """The line as it is now, with the document it belongs to."""
    rows = type(row)._default_manager.select_related(document, f"{document}__region")
    found = rows.filter(pk=row.pk).first()
    if found is None:
        raise Refusal("Baris ini sudah dihapus oleh orang lain.")
    return found


def check_year(year: int, field: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refusal(
            f"Tulis tahun dengan empat angka, dari {FIRST_YEAR} sampai {LAST_YEAR}.",
            field=field,
        )


def today_in(region: Region) -> dt.date:
    return today(ZONES[region.zone])


def one_line(text: str) -> str:
    return " ".join(text.split())


def tidy(facts: dict[str, Any], long: frozenset[str]) -> dict[str, Any]:
    """Texts without stray spaces; those named in `long` keep their lines."""

    def clean(name: str, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return value.strip() if name in long else one_line(value)

    return {name: clean(name, value) for name, value in facts.items()}


def required(facts: dict[str, Any], name: str, sentence: str) -> None:
    if not facts.get(name):
        raise Refusal(sentence, field=name)


def next_order(rows: models.QuerySet[Any]) -> int:
    last = rows.aggregate(models.Max("order"))["order__max"]
    return int(last or 0) + 1
