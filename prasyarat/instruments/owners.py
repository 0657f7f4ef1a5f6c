"""Whose instrument it is: everybody's is written by national administrators alone.

An administrator writes what is of his region or below it, as everywhere; what everybody is
scored by he reads and copies into one of his own.
"""

from __future__ import annotations

import re

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from prasyarat.instruments.models import Instrument, InstrumentDraft
from pug_portal.access.actor import Actor
from pug_portal.access.checks import may_change, require
from pug_portal.access.permissions import Permission
from pug_portal.regions.models import Level, Region

NATIONAL = (
    "Instrumen ini dipakai semua daerah dan hanya diubah administrator nasional. Mulai "
    "versi baru untuk menyalinnya menjadi instrumen daerah Anda."
)
ELSEWHERE = "Instrumen ini milik daerah lain dan diubah oleh administratornya."


def is_national(by: Actor) -> bool:
    return by.is_system or (by.region is not None and by.region.level == Level.NATION)


def owner_for(by: Actor) -> Region | None:
    """Of what this person writes anew."""
    return None if is_national(by) else by.region


def owns(by: Actor, of: Instrument | InstrumentDraft) -> bool:
    return is_national(by) if of.region is None else may_change(by, of.region)


def require_own(by: Actor, of: Instrument | InstrumentDraft) -> None:
    require(by, Permission.INSTRUMENT_EDIT)
    if not owns(by, of):
        raise PermissionDenied(NATIONAL if of.region is None else ELSEWHERE)


def drafts_of(by: Actor) -> QuerySet[InstrumentDraft]:
    """Drafts of others are not there."""
    rows = InstrumentDraft.objects.select_related("region")
    if is_national(by):
        return rows
    if by.region is None:
        return rows.none()
    return rows.filter(region__path__startswith=by.region.path)


def is_seen_by(by: Actor, instrument: Instrument) -> bool:
    """Everybody's, one's own, and those of the regions above and below."""
    if instrument.region is None or by.is_system:
        return True
    own, theirs = by.region.path if by.region else "", instrument.region.path
    return theirs.startswith(own) or own.startswith(theirs)


def seen_by(by: Actor) -> QuerySet[Instrument]:
    """To choose from in a form."""
    rows = Instrument.objects.select_related("region")
    return rows.filter(pk__in=[row.pk for row in rows if is_seen_by(by, row)])


def seen_or_404(by: Actor, pk: int) -> Instrument:
    found = get_object_or_404(Instrument.objects.select_related("region"), pk=pk)
    if not is_seen_by(by, found):
        raise Http404
    return found


def is_foreign_code(code: str, owner: Region | None) -> bool:
    """The code of somebody else's instrument: its next version is not ours to write."""
    other = Q(region=None) if owner else Q(region__isnull=False)
    if owner:
        other |= ~Q(region=owner)
    if InstrumentDraft.objects.filter(other, code=code).exists():
        return True
    published = Instrument.objects.filter(other, code__startswith=f"{code}-v")
    pattern = re.compile(rf"{re.escape(code)}-v\d+")
    return any(
        pattern.fullmatch(found) for found in published.values_list("code", flat=True)
    )


def own_code(code: str, owner: Region) -> str:
    """A region's copy: the code of the region at its end, cut where it grows too long."""
    tail = f"-{owner.code}"
    return code if code.endswith(tail) else code[: 50 - len(tail)] + tail
