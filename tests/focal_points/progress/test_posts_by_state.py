"""Every POST that could move a report or its answers, in every state, by state and hat.

Hats that never come near the report, whatever its state, are in the permission rows.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import EDITABLE, State
from focal_points.progress.review_models import Approval
from tests.make import progress as make

pytestmark = pytest.mark.slow
S = State
HATS = ("ratih", "hasan", "siti", "joko", "dewi", "prov")
# Whom the report of Dinkes does not concern: another OPD, another level.
SHUT_OUT = {"dewi", "prov"}
# Bodies that do what they say wherever it is allowed.
POSTS = {
    "start": {},
    "form": {"aksi": "periksa", "obstacles": "Diubah"},
    "file": {"caption": "Lain"},
    "attendance": {"key": ""},
    "check": {"cara": Approval.Kind.ACCOUNT, "head_name": "Hasan Basri"},
    "submit": {},
    "withdraw": {},
    "approve": {},
    "approve back": {"aksi": "kembalikan", "reason": "Lengkapi data."},
    "review": {"aksi": "verifikasi"},
    "review back": {"aksi": "kembalikan", "catatan-umum": "Lampirkan bukti."},
    "verify-together": {},
    "put-back": {},
    "reopen": {"reason": "Angka berubah."},
}
MOVES = {
    (S.DRAFT, "check", "ratih"): S.AWAITING_HEAD,
    (S.RETURNED, "check", "ratih"): S.AWAITING_HEAD,
    (S.AWAITING_HEAD, "withdraw", "ratih"): S.DRAFT,
    # Until it is sent the head may think again.
    (S.AWAITING_HEAD, "approve back", "hasan"): S.DRAFT,
    (S.AWAITING_HEAD, "submit", "ratih"): S.SUBMITTED,
    (S.SUBMITTED, "withdraw", "ratih"): S.DRAFT,
    (S.SUBMITTED, "review", "siti"): S.VERIFIED,
    (S.SUBMITTED, "review back", "siti"): S.RETURNED,
    (S.SUBMITTED, "verify-together", "siti"): S.VERIFIED,
    (S.VERIFIED, "reopen", "siti"): S.RETURNED,
}
# They change answers, and so the version, of the OPD's own open report alone.
WRITES = {"form", "file", "put-back"}
ANSWERS = {302, 403, 404, 409, 422}


@pytest.fixture(params=list(S))
def standing(request, world):
    """A report in that state, ready for its next step: the waiting one is approved."""
    state = request.param
    report = make.progress_at(
        state, opd=world.dinkes, filler=world.ratih, verifier=world.siti
    )
    if state == S.DRAFT:
        make.filled(report, world.ratih)
    if state == S.RETURNED:
        note = report.notes.get()
        actions.reply_to_note(note=note, text="Sudah.", by=world.ratih)
    if state == S.AWAITING_HEAD:
        actions.approve_as_head(progress=report, by=world.hasan)
    return state, make.fresh(report)


def address(post: str, report) -> str:
    name = post.split()[0]
    args = {
        "start": [report.period_id, report.opd_id],
        "file": [report.pk, report.files.first().pk],
        "attendance": [report.pk, report.activities.first().pk],
        "put-back": [report.pk, 1],
        "verify-together": [],
    }
    return reverse(f"progress-{name}", args=args.get(name, [report.pk]))


def test_no_other_post_moves_a_report(standing, world, client_of):
    state, report = standing
    moved, written, wrong = {}, set(), []

    for post, body in POSTS.items():
        url = address(post, report)
        given = {"laporan": [report.pk]} if post == "verify-together" else body
        for who in HATS:
            with transaction.atomic():
                visitor = client_of(getattr(world, who))
                status = visitor.post(url, given).status_code
                after = make.fresh(report)
                transaction.set_rollback(True)
            if after.state != report.state:
                moved[state, post, who] = after.state
            if after.version != report.version:
                written.add((post, who))
            # A province has a list of its own, on which this report does not stand.
            is_shut = who in SHUT_OUT and post != "verify-together"
            if status not in ({403, 404} if is_shut else {302, 403, 404, 409, 422}):
                wrong.append((post, who, status))

    assert wrong == []
    assert moved == {key: to for key, to in MOVES.items() if key[0] == state}
    open_to = {(post, "ratih") for post in WRITES} if state in EDITABLE else set()
    assert written <= open_to
    assert ("file", "ratih") in written or not open_to
