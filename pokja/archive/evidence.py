"""Papers of the Pokja that may serve as evidence: SK, produk hukum, settled meetings."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from pokja.decrees.models import Decree
from pokja.meetings.choices import FileKind, State
from pokja.meetings.models import Meeting, MeetingFile
from pokja.regulations.models import Regulation
from prasyarat.evidence import offers
from prasyarat.evidence.offers import Offer, Wanted
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES


def decree_scans(wanted: Wanted) -> Iterable[Offer]:
    if not can(wanted.actor, Permission.DECREE_VIEW):
        return
    rows = Decree.objects.readable_by(wanted.actor).filter(
        region=wanted.region, scan__isnull=False
    )
    for word in wanted.words.split():
        rows = rows.filter(Q(number__icontains=word) | Q(title__icontains=word))
    for row in rows.select_related("scan__region").order_by("-pk")[: wanted.most]:
        if row.scan is not None:
            yield Offer(row.scan, str(row), "Daftar SK")


def regulation_scans(wanted: Wanted) -> Iterable[Offer]:
    if not can(wanted.actor, Permission.REGULATION_VIEW):
        return
    rows = Regulation.objects.readable_by(wanted.actor).filter(
        region=wanted.region, scan__isnull=False
    )
    for word in wanted.words.split():
        rows = rows.filter(Q(number__icontains=word) | Q(title__icontains=word))
    for row in rows.select_related("scan__region").order_by("-pk")[: wanted.most]:
        if row.scan is not None:
            yield Offer(row.scan, str(row), "Produk hukum")


def meeting_files(wanted: Wanted) -> Iterable[Offer]:
    """Only of meetings whose minutes are settled."""
    if not can(wanted.actor, Permission.MEETING_VIEW):
        return
    settled = Meeting.objects.for_actor(wanted.actor).filter(
        region=wanted.region, state=State.SETTLED
    )
    rows = MeetingFile.objects.filter(meeting__in=settled)
    if wanted.actor.role in OPD_ROLES:
        rows = rows.exclude(kind=FileKind.ATTENDANCE)
    for word in wanted.words.split():
        rows = rows.filter(
            Q(caption__icontains=word)
            | Q(file__name__icontains=word)
            | Q(meeting__title__icontains=word)
        )
    rows = rows.select_related("file__region", "meeting").order_by("-pk")
    for row in rows[: wanted.most]:
        label = f"{row.get_kind_display()}: {row}"
        yield Offer(row.file, label, f"Rapat {row.meeting}")


def register() -> None:
    for provider in (decree_scans, regulation_scans, meeting_files):
        offers.register(provider)
