"""What every verb asks before it writes: the row, the owner, the state, the revision."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import PermissionDenied

from pokja.meetings.choices import State
from pokja.meetings.models import Meeting, Recommendation
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.lib.dates import tanggal_waktu
from pug_portal.lib.rows import only
from pug_portal.regions.models import Region


def require_own_region(region: Region, by: Actor) -> None:
    if by.is_system or (by.region is not None and by.region.pk == region.pk):
        return
    raise PermissionDenied(
        "Rapat ini milik daerah lain. Perubahan dilakukan oleh daerah pemiliknya."
    )


def lock_meeting(meeting: Meeting, by: Actor) -> Meeting:
    """The row as it is now, held until the transaction ends."""
    found = only(
        Meeting.objects.select_for_update(of=("self",))
        .select_related("region", "signed_by", "settled_by")
        .filter(pk=meeting.pk)
    )
    if found is None:
        raise Refusal("Rapat ini sudah dihapus oleh orang lain.")
    require_own_region(found.region, by)
    return found


def open_meeting(
    meeting: Meeting,
    states: Collection[State],
    by: Actor,
    revision: int | None = None,
) -> Meeting:
    """Locked and still writable in this part, and not changed since it was opened."""
    require(by, Permission.MEETING_EDIT)
    found = lock_meeting(meeting, by)
    refuse_settled(found)
    if found.state not in states:
        raise Refusal(
            "Bagian ini tidak dapat diubah selama rapat berstatus "
            f"«{found.get_state_display()}»."
        )
    if revision is not None and revision != found.revision:
        raise Refusal(
            "Rapat ini telah diubah orang lain sejak Anda membukanya. Isian Anda masih "
            "di bawah; bandingkan dengan halaman rapat, lalu simpan lagi."
        )
    return found


def refuse_settled(meeting: Meeting) -> None:
    if meeting.is_settled:
        when = tanggal_waktu(meeting.settled_at, meeting.region.zone)
        raise Refusal(
            f"Notulen rapat ini sudah disahkan oleh {meeting.settled_by} pada {when} "
            "dan terkunci."
        )


def touch(meeting: Meeting, *fields: str) -> None:
    """Save these fields and count the change."""
    meeting.revision += 1
    meeting.save(update_fields=[*fields, "revision"])


def lock_recommendation(recommendation: Recommendation, by: Actor) -> Recommendation:
    found = only(
        Recommendation.objects.select_for_update(of=("self",))
        .select_related("region", "meeting", "responsible_opd", "proposer_opd")
        .filter(pk=recommendation.pk)
    )
    if found is None:
        raise Refusal("Rekomendasi ini sudah dihapus oleh orang lain.")
    require_own_region(found.region, by)
    return found


def reason_of(reason: str, sentence: str) -> str:
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal(sentence, field="reason")
    return reason[:250]
