"""Who may download the PDF of a report: whoever sees the report."""

from pokja.reports.models import PokjaReport
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.files.models import StoredFile


def may_read_report(actor: Actor, file: StoredFile) -> bool:
    if not can(actor, Permission.REPORT_VIEW):
        return False
    return PokjaReport.objects.for_actor(actor).filter(pdf=file).exists()
