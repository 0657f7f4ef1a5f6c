"""Who fills which section: shown to everybody, a lock to nobody."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from focal_points.progress.actions.filling import take_editable
from focal_points.progress.models import Progress
from focal_points.progress.review_models import SectionAuthor
from focal_points.progress.sections import TITLES, people_of, shares_of
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record

SHARED_OUT = Verb("progress.sections", "membagi bagian laporan kemajuan {object}")


@transaction.atomic
def assign_sections(
    *, progress: Progress, people: Mapping[str, int | None], by: Actor
) -> Progress:
    """{section: key of the account, or nobody}; the answers are not touched."""
    require(by, *FILLERS)
    progress = take_editable(progress, None, by)
    known = {person.pk: person for person in people_of(progress.opd)}
    changes = {}
    for share in shares_of(progress):
        if share.section not in people:
            continue
        wanted = people[share.section]
        was = share.author.pk if share.author else None
        # Somebody who left may stay named until the OPD chooses another.
        if was == wanted:
            continue
        if wanted is not None and wanted not in known:
            raise Refusal(
                "Pilih orang yang ditunjuk OPD ini dan sudah punya akun.",
                field=share.section,
            )
        rows = SectionAuthor.objects.filter(progress=progress, section=share.section)
        if wanted is None:
            rows.delete()
        else:
            SectionAuthor.objects.update_or_create(
                progress=progress,
                section=share.section,
                defaults={"user": known[wanted]},
            )
        changes[TITLES[share.section]] = (
            share.author,
            known[wanted] if wanted is not None else None,
        )
    if changes:
        record(
            by=by,
            verb=SHARED_OUT,
            obj=progress,
            region=progress.opd.region,
            changes=changes,
            sealed=True,
        )
    return progress
