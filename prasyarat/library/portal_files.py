"""Evidence of progress reports, for an item of the region or of the OPD that sent it."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from focal_points.progress.models import Progress, ProgressFile, State
from prasyarat.evidence.offers import Offer, Wanted
from pug_portal.access.roles import OPD_ROLES


def progress_files(wanted: Wanted) -> Iterable[Offer]:
    reports = Progress.objects.readable_by(wanted.actor)
    if wanted.actor.role not in OPD_ROLES:
        # As their gate: while the OPD mends, others do not read the desk.
        reports = reports.filter(state__in=[State.SUBMITTED, State.VERIFIED])
    rows = ProgressFile.objects.filter(
        progress__in=reports, progress__opd__region=wanted.region
    )
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
