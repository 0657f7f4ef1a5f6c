"""Printed forms: a scan of Ratih's that told nothing, and forms Siti may print."""

from __future__ import annotations

import io

from PIL import Image

from focal_points.paper_forms.models import (
    JobState,
    Kind,
    Outcome,
    PaperJob,
    ScanFile,
    ScanPage,
)
from focal_points.periods.actions import open_with_defaults
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import Semester
from tests.permission_rows import row

# Who fills: focal points for their OPD, the sekretariat for its region.
FILLERS = row(403, ratih=200, dewi=200, siti=200, prov=404)
OFFICE = row(403, siti=200, prov=404)
MINE = row(403, ratih=200, dewi=404, siti=404, prov=404)

ROWS = {
    "paper-scan GET": FILLERS,
    # An empty upload: told beside the field.
    "paper-scan POST": {**FILLERS, "ratih": 422, "dewi": 422, "siti": 422},
    # Nothing is made for so many people here: an OPD outside one's own.
    "paper-form GET": row(403, ratih=404, dewi=404, siti=404, prov=404),
    "paper-print POST": {**OFFICE, "siti": 302},
    "paper-printed GET": {**OFFICE, "siti": 404},
    "paper-result GET": MINE,
    "paper-result POST": {**MINE, "ratih": 422},
    "paper-thumb GET": MINE,
}


def kwargs(world) -> dict[str, dict[str, object]]:
    period = open_with_defaults(
        region=world.blora, semester=Semester.from_date(today()), by=SYSTEM
    )
    job = PaperJob.objects.create(
        period=period,
        kind=Kind.SCAN,
        state=JobState.READY,
        total=1,
        asked_by=world.ratih.user,
        assignment_id=world.ratih.assignment_id,
        asked_at=now(),
        finished_at=now(),
    )
    file = ScanFile.objects.create(
        job=job, order=0, name="foto.jpg", kind="jpg", sha256="0" * 64
    )
    thumb = io.BytesIO()
    Image.new("L", (8, 8)).save(thumb, "JPEG")
    page = ScanPage.objects.create(
        file=file,
        number=1,
        outcome=Outcome.OPEN,
        sha256="0" * 64,
        thumb=thumb.getvalue(),
    )
    at = {"period": period.pk}
    return {
        "paper-scan": at,
        "paper-form": {**at, "opd": world.dinkes_rembang.pk},
        "paper-print": at,
        "paper-printed": at,
        "paper-result": {"pk": job.pk},
        "paper-thumb": {"pk": page.pk},
    }
