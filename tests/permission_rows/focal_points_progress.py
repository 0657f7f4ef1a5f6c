"""Progress reports: a draft of Dinkes, a sent one of DLH, a verified one of Dinsos P3A."""

from __future__ import annotations

import uuid

from focal_points.periods.actions import open_with_defaults
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.models import State
from focal_points.progress.review_models import Approval
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.clock import today
from pug_portal.lib.dates import Semester
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor
from tests.permission_rows import row

# Dinkes' draft is Ratih's alone: to those with the right but not the OPD it is not there.
DRAFT = row(403, ratih=200, dewi=404, siti=404, prov=404)
SENT = row(403, dewi=200, ratih=404, siti=404, prov=404)
READ = row(404, siti=200, joko=200, dewi=200, prov=200, admin=403, baru=403)
# Bappeda judges only what falls to it: here the report of the office of Dinsos P3A alone.
REVIEW = row(403, siti=200, budi=404)
OWN = row(404, ratih=200, hasan=200, admin=403, baru=403)
REOPEN = row(403, siti=200)
# Excel of all OPD, and the links: the sekretariat's own region alone.
FOR_OTHERS = row(403, siti=200, prov=404)
# A link is for people without account; who has one is told so. A draft of an import is
# nobody's here.
GUEST = row(403, anonymous=302)
NO_IMPORT = row(403, ratih=404, dewi=404, siti=404, prov=404)


def _with(answers: dict[str, int], code: int) -> dict[str, int]:
    return {who: code if was == 200 else was for who, was in answers.items()}


ROWS = {
    "progress-mine GET": row(403, ratih=200, dewi=200, hasan=200),
    "progress-board GET": row(200, ratih=403, dewi=403, hasan=403, baru=403),
    # Without a period of one's own there is nothing to download.
    "progress-board-sheet GET": row(
        200, ratih=403, dewi=403, hasan=403, baru=403, budi=404, prov=404, admin=404
    ),
    "progress-queue GET": row(403, siti=200, joko=200, budi=200, prov=200),
    "progress-verify-together POST": row(403, siti=302, joko=302, budi=302, prov=302),
    "progress-start POST": row(403, ratih=302, dewi=404, siti=302, prov=404),
    "progress-form GET": DRAFT,
    # An empty form touched nothing: it saves nothing and shows the draft again.
    "progress-form POST": _with(DRAFT, 302),
    "progress-file GET": DRAFT,
    "progress-file POST": _with(DRAFT, 302),
    "progress-attendance GET": DRAFT,
    "progress-attendance POST": _with(DRAFT, 302),
    "progress-upload GET": _with(DRAFT, 422),
    "progress-upload POST": _with(DRAFT, 422),
    "progress-sections GET": DRAFT,
    "progress-sections POST": _with(DRAFT, 302),
    "progress-check GET": DRAFT,
    "progress-check POST": _with(DRAFT, 422),
    "progress-submit POST": _with(DRAFT, 302),
    "progress-signing-page GET": DRAFT,
    "progress-sent GET": SENT,
    "progress-withdraw GET": SENT,
    "progress-withdraw POST": _with(SENT, 302),
    "progress-detail GET": READ,
    "progress-receipt GET": READ,
    # Of a draft, so that few of the people here have it made.
    "progress-pdf GET": OWN,
    "progress-docx GET": OWN,
    "progress-versions GET": {**READ, "prov": 403},
    # The sent one cannot be changed now: back to the list, which tells why.
    "progress-put-back GET": _with(SENT, 302),
    "progress-put-back POST": _with(SENT, 302),
    "progress-put-back-draft GET": _with(SENT, 404),
    "progress-put-back-draft POST": _with(SENT, 404),
    "progress-approve GET": row(403, hasan=302),
    "progress-approve POST": row(403, hasan=302),
    "progress-review GET": REVIEW,
    "progress-review POST": _with(REVIEW, 302),
    "progress-reopen GET": REOPEN,
    "progress-reopen POST": _with(REOPEN, 422),
    "approval-link GET": row(200, anonymous=200),
    "progress-sheet GET": DRAFT,
    "progress-sheet POST": _with(DRAFT, 422),
    "progress-sheet-data GET": DRAFT,
    "progress-sheet-preview GET": NO_IMPORT,
    "progress-sheet-preview POST": NO_IMPORT,
    "progress-sheet-marked GET": NO_IMPORT,
    "progress-all-sheet GET": FOR_OTHERS,
    "progress-all-sheet POST": _with(FOR_OTHERS, 422),
    "progress-all-sheet-data GET": FOR_OTHERS,
    "progress-all-sheet-preview GET": row(403, siti=404, prov=404),
    "progress-all-sheet-preview POST": row(403, siti=404, prov=404),
    "progress-all-sheet-marked GET": row(403, siti=404, prov=404),
    "progress-links GET": FOR_OTHERS,
    # Dinkes has its own people: refused, with a message.
    "progress-link-make POST": _with(FOR_OTHERS, 302),
    "progress-link-revoke POST": _with(FOR_OTHERS, 302),
    "guest-entry GET": row(403, anonymous=200),
    "guest-entry POST": row(403, anonymous=422),
    "guest-form GET": GUEST,
    "guest-form POST": GUEST,
    "guest-upload GET": GUEST,
    "guest-upload POST": GUEST,
    "guest-file GET": GUEST,
    "guest-file POST": GUEST,
    "guest-evidence GET": GUEST,
    "guest-check GET": GUEST,
    "guest-check POST": GUEST,
    "guest-signing-page GET": GUEST,
    "guest-withdraw GET": GUEST,
    "guest-withdraw POST": GUEST,
    "guest-submit POST": GUEST,
    "guest-receipt GET": GUEST,
    # The first press spends the link.
    "approval-link POST": row(410, anonymous=200),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    period = _period(world.blora)
    draft = make.draft(world.dinkes, world.ratih, period)
    sent = _at(State.SUBMITTED, world.dlh, world.dewi, world.joko, period)
    tuti = make_fp.appointed(
        make_floor.user("Tuti Handayani", world.blora), world.dinsos
    )
    verified = _at(State.VERIFIED, world.dinsos, tuti, world.joko, period)
    own = {"pk": draft.pk}
    theirs = {"pk": sent.pk}
    return {
        "progress-start": {"period": period.pk, "opd": world.dinkes.pk},
        "progress-form": own,
        "progress-sections": own,
        "progress-upload": own,
        "progress-file": {**own, "file": make.evidence(draft, world.ratih).pk},
        "progress-attendance": {
            **own,
            "activity": make.activity(draft, world.ratih).pk,
        },
        "progress-check": own,
        "progress-submit": own,
        "progress-signing-page": own,
        "progress-approve": own,
        "progress-sent": theirs,
        "progress-withdraw": theirs,
        "progress-detail": theirs,
        "progress-receipt": theirs,
        "progress-versions": theirs,
        "progress-put-back": {**theirs, "number": 1},
        "progress-put-back-draft": {**theirs, "number": 1},
        "progress-pdf": own,
        "progress-docx": own,
        "progress-review": theirs,
        "progress-reopen": {"pk": verified.pk},
        "approval-link": {"token": _token(world, period)},
        **_sheets(own, period),
        **_links(world, period),
    }


def _sheets(own, period) -> dict[str, dict[str, object]]:
    every = {"period": period.pk}
    none = {"draft": uuid.UUID(int=0)}
    found: dict[str, dict[str, object]] = {}
    for names, at in (("progress-sheet", own), ("progress-all-sheet", every)):
        found |= {names: at, f"{names}-data": at}
        found |= {f"{names}-{page}": {**at, **none} for page in ("preview", "marked")}
    return found


def _links(world, period) -> dict[str, dict[str, object]]:
    office = make_fp.opd(world.blora, "Dinas Pertanian", "Dispertan")
    _, token = actions.make_link(period=period, opd=office, by=world.siti)
    other = make_fp.opd(world.blora, "Dinas Perikanan", "Diskan")
    spare, _ = actions.make_link(period=period, opd=other, by=world.siti)
    at = {"token": token}
    pages = (
        "entry",
        "form",
        "upload",
        "check",
        "signing-page",
        "withdraw",
        "submit",
        "receipt",
    )
    return {
        "progress-links": {"period": period.pk},
        "progress-link-make": {"period": period.pk, "opd": world.dinkes.pk},
        "progress-link-revoke": {"pk": spare.pk},
        **{f"guest-{page}": at for page in pages},
        "guest-file": {**at, "file": 1},
        "guest-evidence": {**at, "file": uuid.UUID(int=0)},
    }


def _period(region) -> ReportingPeriod:
    semester = Semester.from_date(today())
    found = ReportingPeriod.objects.filter(
        region=region, year=semester.year, half=semester.half
    ).first()
    if found is None:
        found = open_with_defaults(region=region, semester=semester, by=SYSTEM)
    # The usual dates open late in the half-year; these rows are read on any day.
    ReportingPeriod.objects.filter(pk=found.pk).update(opens_on=semester.start)
    found.refresh_from_db()
    return found


def _at(state: str, opd, filler, verifier, period):
    made = make.draft(opd, filler, period)
    make.filled(made, filler)
    make.sent(made, filler)
    if state == State.VERIFIED:
        actions.verify(progress=made, by=verifier)
    return made


def _token(world, period) -> str:
    schools = make_fp.opd(world.blora, "Dinas Pendidikan", "Disdik")
    filler = make_fp.appointed(make_floor.user("Lina Marlina", world.blora), schools)
    made = make.filled(make.draft(schools, filler, period), filler)
    return make.ask(made, filler, Approval.Kind.LINK)
