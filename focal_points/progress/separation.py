"""Who may not judge a report: separation of duties.

The sekretariat verifies; Bappeda verifies what the sekretariat filled itself and the
report of the sekretariat's own office. Nobody judges an OPD he is appointed to, under any
hat, nor a report he helped to fill,
approve or send.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from focal_points.appointments.scope import is_appointed_to, opd_ids_appointing
from focal_points.opd.models import OpdTag
from focal_points.progress.models import Progress
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role


def why_not_verify(progress: Progress, actor: Actor) -> str:
    """The reason in a sentence; empty when this actor may judge the report."""
    if _is_own(progress, actor):
        return (
            f"Anda ditunjuk pada {progress.called_opd.short_name}, jadi laporannya diverifikasi "
            "orang lain."
        )
    if _has_filled(progress, actor):
        return "Anda ikut mengisi, menyetujui, atau mengajukan laporan ini, jadi laporannya diverifikasi orang lain."
    if progress.is_on_behalf and actor.role != Role.BAPPEDA:
        return "Laporan ini diisi sekretariat atas nama OPD, jadi diverifikasi oleh Bappeda."
    is_for_bappeda = progress.is_on_behalf or progress.opd.tag == OpdTag.PPPA
    if actor.role == Role.BAPPEDA and not is_for_bappeda:
        return (
            "Laporan OPD diverifikasi sekretariat Pokja. Bappeda memverifikasi laporan "
            "yang diisi sekretariat dan laporan kantor sekretariat sendiri."
        )
    if actor.role == Role.SEKRETARIAT and progress.opd.tag == OpdTag.PPPA:
        return (
            f"{progress.called_opd.short_name} adalah kantor Anda sendiri, jadi laporannya "
            "diverifikasi Bappeda."
        )
    return ""


def with_own_part(rows: QuerySet[Progress], actor: Actor) -> QuerySet[Progress]:
    """Rows that know already whether this actor belongs there or helped to fill them."""
    people = Progress.filled_by.through.objects.filter(user=actor.user)
    own = Exists(people.filter(progress=OuterRef("pk")))
    return rows.annotate(has_own_part=own, is_own=is_appointed_to(actor))


def _is_own(progress: Progress, actor: Actor) -> bool:
    known: bool | None = getattr(progress, "is_own", None)
    return progress.opd_id in opd_ids_appointing(actor) if known is None else known


def _has_filled(progress: Progress, actor: Actor) -> bool:
    known: bool | None = getattr(progress, "has_own_part", None)
    if known is not None or actor.user is None:
        return bool(known)
    return progress.filled_by.filter(pk=actor.user.pk).exists()
