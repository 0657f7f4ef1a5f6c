"""The notulis signs, the chair settles; in between the minutes may go back."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from pokja.meetings.choices import State
from pokja.meetings.content import digest, freeze, with_settlement
from pokja.meetings.guard import lock_meeting, reason_of, refuse_settled, touch
from pokja.meetings.minutes import one_line
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.times import local
from pokja.meetings.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region

SIGNED = Verb("minutes.signed", "menandatangani notulen {object}")
RETURNED = Verb("minutes.returned", "mengembalikan notulen {object} ke notulis")
SETTLED = Verb("minutes.settled", "mengesahkan notulen {object}")


@transaction.atomic
def sign_minutes(
    *, meeting: Meeting, notulis: str, by: Actor, seen: str = ""
) -> Meeting:
    """The notulis answers for the minutes: no one writes in them from here on."""
    meeting = lock_meeting(meeting, by)
    WORKFLOW.check(meeting.state, State.CORRECTION, by=by)
    _refuse_unfinished(meeting)
    if seen and seen != digest(freeze(meeting)):
        raise Refusal(
            "Notulen ini berubah sejak Anda membukanya. Baca sekali lagi, lalu tanda "
            "tangani."
        )
    notulis = one_line(notulis)
    if not notulis:
        raise Refusal("Tulis nama notulis.", field="notulis")
    meeting.notulis = notulis[:120]
    meeting.signed_by, meeting.signed_at = by.user, now()
    meeting.state, meeting.state_reason = State.CORRECTION, ""
    touch(meeting, "notulis", "signed_by", "signed_at", "state", "state_reason")
    _tell(meeting, SIGNED, State.RUNNING, by)
    return meeting


@transaction.atomic
def return_minutes(*, meeting: Meeting, reason: str, by: Actor) -> Meeting:
    """Something must be mended: the signature falls, the notulis writes again."""
    meeting = lock_meeting(meeting, by)
    if meeting.state != State.CORRECTION:
        refuse_settled(meeting)
        raise Refusal("Notulen ini tidak sedang dikoreksi. Muat ulang halaman ini.")
    WORKFLOW.check(meeting.state, State.RUNNING, by=by)
    reason = reason_of(reason, "Tulis apa yang perlu diperbaiki notulis.")
    meeting.signed_by, meeting.signed_at = None, None
    meeting.state, meeting.state_reason = State.RUNNING, reason
    touch(meeting, "signed_by", "signed_at", "state", "state_reason")
    _tell(meeting, RETURNED, State.CORRECTION, by, reason)
    return meeting


@transaction.atomic
def settle_minutes(*, meeting: Meeting, by: Actor, seen: str = "") -> Meeting:
    """Numbers the recommendations, freezes the text and locks it for good.

    `seen` is the digest of the text the settling person had on the screen.
    """
    meeting = lock_meeting(meeting, by)
    refuse_settled(meeting)
    WORKFLOW.check(meeting.state, State.SETTLED, by=by)
    if meeting.signed_by_id == by.user_id:
        raise Refusal(
            "Notulen ini Anda tanda tangani sendiri sebagai notulis. Pengesahannya "
            "dilakukan orang lain yang bertindak untuk pimpinan rapat."
        )
    if seen and seen != digest(freeze(meeting)):
        raise Refusal(
            "Notulen ini berubah sejak Anda membukanya. Baca sekali lagi, lalu sahkan."
        )
    _number_recommendations(meeting)
    meeting.settled_by, meeting.settled_at = by.user, now()
    meeting.state, meeting.state_reason = State.SETTLED, ""
    meeting.settled_content = with_settlement(meeting, freeze(meeting))
    meeting.settled_sha256 = digest(meeting.settled_content)
    touch(
        meeting,
        "settled_by",
        "settled_at",
        "state",
        "state_reason",
        "settled_content",
        "settled_sha256",
    )
    _tell(meeting, SETTLED, State.CORRECTION, by)
    return meeting


def _number_recommendations(meeting: Meeting) -> None:
    """The region's row is held, so that two meetings never take the same number."""
    Region.objects.select_for_update().get(pk=meeting.region_id)
    year = local(meeting.starts_at, meeting.region).year
    rows = Recommendation.objects.filter(region=meeting.region, year=year)
    last = rows.aggregate(last=Max("number"))["last"] or 0
    for number, row in enumerate(meeting.recommendations.all(), start=last + 1):
        row.year, row.number = year, number
        row.save(update_fields=["year", "number"])


def _refuse_unfinished(meeting: Meeting) -> None:
    missing = []
    if not meeting.attendance.exists():
        missing.append("kehadiran")
    if not meeting.minutes.exists():
        missing.append("butir notulen")
    if meeting.outcomes.filter(verdict="").exists():
        missing.append("penilaian setiap hasil yang diharapkan")
    if not (meeting.chair_name or meeting.chair_position):
        missing.append("pimpinan rapat")
    if missing:
        raise Refusal(
            "Notulen belum dapat ditandatangani. Lengkapi dahulu: "
            f"{', '.join(missing)}."
        )


def _tell(
    meeting: Meeting, verb: Verb, old: State, by: Actor, reason: str = ""
) -> None:
    record(
        by=by,
        verb=verb,
        obj=meeting,
        region=meeting.region,
        changes={"state": (old.label, meeting.get_state_display())},
        reason=reason,
    )
