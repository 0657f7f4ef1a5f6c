"""Evidence of progress reports, for an item of the region or of the OPD that sent it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from focal_points.progress.models import Progress, ProgressFile, State
from prasyarat.evidence.offers import Offer, Owner, Shelf, Wanted
from pug_portal.access.actor import Actor
from pug_portal.access.roles import OPD_ROLES
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region


def _open_rows(actor: Actor, region: Region) -> QuerySet[ProgressFile]:
    reports = Progress.objects.readable_by(actor)
    if actor.role not in OPD_ROLES:
        # As their gate: while the OPD mends, others do not read the desk.
        reports = reports.filter(state__in=[State.SUBMITTED, State.VERIFIED])
    return ProgressFile.objects.filter(
        progress__in=reports, progress__opd__region=region
    )


def _open_to(actor: Actor, region: Region) -> Q:
    return Q(file__in=_open_rows(actor, region).order_by().values("file"))


def _owner_of(file: StoredFile) -> Owner | None:
    """Also of a file that the newest edition of its report no longer has."""
    has_it = Q(files__file=file) | Q(versions__files=file)
    report = Progress.objects.filter(has_it).select_related("opd").first()
    return Owner(report.opd) if report else None


PROGRESS_SHELF = Shelf(_open_to, _owner_of)


def progress_files(wanted: Wanted) -> Iterable[Offer]:
    rows = _open_rows(wanted.actor, wanted.region)
    if wanted.opd is not None:
        rows = rows.filter(progress__opd=wanted.opd)
    for word in wanted.words.split():
        rows = rows.filter(
            Q(caption__icontains=word)
            | Q(file__name__icontains=word)
            | Q(progress__opd__short_name__icontains=word)
        )
    rows = rows.select_related("file__region", "progress__opd", "progress__period")
    for row in rows.order_by("-pk")[: wanted.most]:
        source = f"Laporan kemajuan {row.progress.opd.short_name} {row.progress.period}"
        yield Offer(row.file, row.caption or row.file.name, source)
