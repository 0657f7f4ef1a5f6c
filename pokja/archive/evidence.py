"""Papers of the Pokja that may serve as evidence: SK, produk hukum, settled meetings."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from pokja.decrees.models import Decree
from pokja.meetings.choices import FileKind, State
from pokja.meetings.models import Meeting, MeetingFile
from pokja.regulations.models import Regulation
from prasyarat.evidence import offers
from prasyarat.evidence.offers import Offer, Owner, Shelf, Wanted
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


def _decrees(actor: Actor, region: Region) -> QuerySet[Decree]:
    if not can(actor, Permission.DECREE_VIEW):
        return Decree.objects.none()
    return Decree.objects.readable_by(actor).filter(region=region, scan__isnull=False)


def _regulations(actor: Actor, region: Region) -> QuerySet[Regulation]:
    if not can(actor, Permission.REGULATION_VIEW):
        return Regulation.objects.none()
    rows = Regulation.objects.readable_by(actor)
    return rows.filter(region=region, scan__isnull=False)


def _meeting_files(actor: Actor, region: Region) -> QuerySet[MeetingFile]:
    """Only of meetings whose minutes are settled."""
    if not can(actor, Permission.MEETING_VIEW):
        return MeetingFile.objects.none()
    settled = Meeting.objects.for_actor(actor).filter(
        region=region, state=State.SETTLED
    )
    rows = MeetingFile.objects.filter(meeting__in=settled)
    if actor.role in OPD_ROLES:
        rows = rows.exclude(kind=FileKind.ATTENDANCE)
    return rows


def _open_to(actor: Actor, region: Region) -> Q:
    return (
        Q(file__in=_decrees(actor, region).order_by().values("scan"))
        | Q(file__in=_regulations(actor, region).order_by().values("scan"))
        | Q(file__in=_meeting_files(actor, region).order_by().values("file"))
    )


def _owner_of(file: StoredFile) -> Owner | None:
    """All of them are papers of the region, whoever used one first."""
    kept = (
        Decree.objects.filter(scan=file),
        Regulation.objects.filter(scan=file),
        MeetingFile.objects.filter(file=file),
    )
    return Owner(None) if any(rows.exists() for rows in kept) else None


def decree_scans(wanted: Wanted) -> Iterable[Offer]:
    rows = _decrees(wanted.actor, wanted.region)
    for word in wanted.words.split():
        rows = rows.filter(Q(number__icontains=word) | Q(title__icontains=word))
    for row in rows.select_related("scan__region").order_by("-pk")[: wanted.most]:
        if row.scan is not None:
            yield Offer(row.scan, str(row), "Daftar SK")


def regulation_scans(wanted: Wanted) -> Iterable[Offer]:
    rows = _regulations(wanted.actor, wanted.region)
    for word in wanted.words.split():
        rows = rows.filter(Q(number__icontains=word) | Q(title__icontains=word))
    for row in rows.select_related("scan__region").order_by("-pk")[: wanted.most]:
        if row.scan is not None:
            yield Offer(row.scan, str(row), "Produk hukum")


def meeting_files(wanted: Wanted) -> Iterable[Offer]:
    rows = _meeting_files(wanted.actor, wanted.region)
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
    shelf = Shelf(_open_to, _owner_of)
    for provider in (decree_scans, regulation_scans, meeting_files):
        offers.register(provider, shelf)
