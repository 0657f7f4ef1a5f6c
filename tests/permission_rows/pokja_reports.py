"""Laporan Pokja. The report of the rows is a draft in print, of Blora."""

from __future__ import annotations

from pokja.reports.models import JobState, PokjaReport
from tests.make import reports as make
from tests.permission_rows import row

# Desks of Blora see the draft; for everybody else with the right it does not exist.
SEEN = row(403, siti=200, joko=200, wati=404, yusuf=404, budi=404, prov=404)
DONE = row(403, siti=302, joko=302, budi=404, prov=404)
# The two desks, and the people of an OPD; of whom only the own OPD's get its part.
EXTRACT = row(
    403, siti=200, joko=200, ratih=200, dewi=200, hasan=200, budi=200, prov=200
)

ROWS = {
    "report-list GET": row(
        403, siti=200, joko=200, wati=200, yusuf=200, budi=200, prov=200
    ),
    # Every desk asks for its own region.
    "report-request GET": row(403, siti=404, joko=404, budi=404, prov=404),
    "report-request POST": row(403, siti=404, joko=404, budi=404, prov=404),
    "report-detail GET": SEEN,
    "report-progress GET": SEEN,
    "report-download GET": SEEN,
    # The report of these rows is no frozen one: nothing can be cut out of it.
    "report-extract-list GET": EXTRACT,
    "report-extracts GET": {
        who: 404 if was == 200 else was for who, was in EXTRACT.items()
    },
    "report-extract GET": {
        who: 404 if was == 200 else was for who, was in EXTRACT.items()
    },
    "report-retry POST": DONE,
    "report-cancel POST": DONE,
    "report-move POST": DONE,
    "verify GET": row(200, anonymous=200),
    "verify-code GET": row(200, anonymous=200),
    "verify-code POST": row(422, anonymous=422),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    report = PokjaReport.objects.filter(job_state=JobState.READY).first()
    report = report or make.ready(world)
    one = {"pk": report.pk}
    return {
        "report-detail": one,
        "report-progress": one,
        "report-download": one,
        "report-extracts": one,
        "report-extract": {**one, "opd": world.dinkes.pk},
        "report-retry": one,
        "report-cancel": one,
        "report-move": one,
        "verify-code": {"code": report.code},
    }
