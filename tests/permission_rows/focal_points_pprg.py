"""Drafts belong to their OPD; what was sent is judged by the driver team."""

from __future__ import annotations

from tests.make import focal_points as make_fp
from tests.make import pprg as make
from tests.make import pug_portal as make_floor
from tests.permission_rows import row

# Ratih's draft in Dinkes: for nobody else is it there.
OWN = row(403, ratih=200, dewi=404)
OWN_POST = {**OWN, "ratih": 302}
# Dewi's GAP, under review.
SENT = row(404, siti=200, joko=200, dewi=200, admin=403, baru=403)
TEAM = row(403, siti=200, joko=200, budi=200, prov=200)
REVIEW = row(403, siti=200, joko=200, yusuf=404, budi=404, prov=404)
LEAD = row(403, siti=200, joko=200, budi=404, prov=404)


def _with(answers: dict[str, int], code: int) -> dict[str, int]:
    return {who: code if was == 200 else was for who, was in answers.items()}


ROWS = {
    "pprg-list GET": row(200, admin=403, baru=403),
    "pprg-start GET": row(403, ratih=200, dewi=200),
    "pprg-start POST": row(403, ratih=422, dewi=422),
    "pprg-step GET": OWN,
    "pprg-step POST": OWN_POST,
    "pprg-derive POST": OWN_POST,
    "pprg-refill POST": OWN_POST,
    "pprg-submit POST": OWN_POST,
    "pprg-withdraw POST": OWN_POST,
    "pprg-sign GET": OWN,
    "pprg-sign POST": _with(OWN, 422),
    "pprg-detail GET": SENT,
    "pprg-pdf GET": SENT,
    "pprg-docx GET": SENT,
    "pprg-review-sheet GET": {**SENT, "ratih": 404, "hasan": 403, "wati": 403},
    "pprg-record GET": {**SENT, "ratih": 404, "hasan": 403, "wati": 403},
    "pprg-review-sheet-docx GET": {**SENT, "ratih": 404, "hasan": 403, "wati": 403},
    "pprg-record-docx GET": {**SENT, "ratih": 404, "hasan": 403, "wati": 403},
    "pprg-review GET": REVIEW,
    "pprg-review POST": _with(REVIEW, 422),
    # The OPD has sent it: its note is the team's to close.
    "pprg-note-resolve POST": {
        **_with(REVIEW, 302),
        "ratih": 404,
        "dewi": 302,
    },
    "pprg-team GET": TEAM,
    "pprg-team POST": _with(TEAM, 422),
    "pprg-reviewer-add GET": TEAM,
    "pprg-reviewer-add POST": _with(TEAM, 422),
    "pprg-reviewer-edit GET": LEAD,
    "pprg-reviewer-edit POST": _with(LEAD, 422),
    "pprg-reviewer-end POST": _with(LEAD, 302),
}


def kwargs(world) -> dict[str, dict[str, object]]:
    draft = make.gap(world.dinkes, world.ratih)
    sent = make.reviewing(world.dlh, world.dewi, world.joko)
    note = make.actions.add_note(document=sent, step="2", text="x", by=world.joko)
    # Another OPD's: so that the penelaah's own assignment is not this document's.
    tuti = make_fp.appointed(
        make_floor.user("Tuti Handayani", world.blora), world.dinsos
    )
    make.sent_gap(world.dinsos, tuti)
    seat = make.seat(world.yusuf, "bpkad", [world.dinsos], world.joko)
    own, theirs = {"pk": draft.pk}, {"pk": sent.pk}
    return {
        "pprg-step": {**own, "step": "1"},
        "pprg-derive": own,
        "pprg-refill": own,
        "pprg-submit": own,
        "pprg-withdraw": own,
        "pprg-sign": own,
        "pprg-detail": theirs,
        "pprg-pdf": theirs,
        "pprg-docx": theirs,
        "pprg-review-sheet": theirs,
        "pprg-review-sheet-docx": theirs,
        "pprg-review": theirs,
        "pprg-record": {"opd": world.dlh.pk, "year": sent.year},
        "pprg-record-docx": {"opd": world.dlh.pk, "year": sent.year},
        "pprg-note-resolve": {**theirs, "note": note.pk},
        "pprg-reviewer-edit": {"pk": seat.pk},
        "pprg-reviewer-end": {"pk": seat.pk},
    }
