"""Who may not judge a report: separation of duties (domain.md §10.5 row 1, §10.6)."""

from __future__ import annotations

from focal_points.appointments.scope import opd_ids_appointing
from focal_points.opd.models import OpdTag
from focal_points.progress.models import Progress
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role

OWN_OFFICE = {
    Role.SEKRETARIAT: OpdTag.PPPA.value,
    Role.BAPPEDA: OpdTag.PLANNING.value,
}


def why_not_verify(progress: Progress, actor: Actor) -> str:
    """The reason in a sentence; empty when this actor may judge the report."""
    if progress.opd_id in opd_ids_appointing(actor):
        return (
            f"Anda ditunjuk pada {progress.opd.short_name}, jadi laporannya diverifikasi "
            "orang lain."
        )
    if actor.user and progress.filled_by.filter(pk=actor.user.pk).exists():
        return "Anda ikut mengisi laporan ini, jadi laporannya diverifikasi orang lain."
    if progress.is_on_behalf and actor.role != Role.BAPPEDA:
        return "Laporan ini diisi sekretariat atas nama OPD, jadi diverifikasi oleh Bappeda."
    if actor.role and OWN_OFFICE.get(actor.role) == progress.opd.tag:
        other = "Bappeda" if actor.role == Role.SEKRETARIAT else "sekretariat Pokja"
        return (
            f"{progress.opd.short_name} adalah kantor Anda sendiri, jadi laporannya "
            f"diverifikasi {other}."
        )
    return ""
