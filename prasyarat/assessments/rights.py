"""Who may fill, judge and read one answer. Each rule is a sentence, or empty: allowed."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from prasyarat.assessments.duties import assigned_to
from prasyarat.assessments.item import Item
from prasyarat.assessments.models import Answer, State
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, refusal_sentence
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES, Role
from pug_portal.audit.models import Event
from pug_portal.regions.models import Region

ELSEWHERE = (
    "Jawaban ini milik daerah lain. Daerah Anda dapat membacanya setelah "
    "terverifikasi; perubahan dilakukan oleh daerah pemiliknya."
)
OWN_ANSWER = (
    "Anda ikut mengisi jawaban ini. Verifikasi dilakukan orang lain dari kantor lain."
)
OWN_OPD = (
    "Anda ditunjuk oleh OPD ini. Jawabannya diverifikasi oleh orang yang tidak "
    "ditunjuk OPD itu."
)
WRITING_VERBS = (
    "answer.saved",
    "answer.saved_for",
    "answer.submitted",
    "answer.not_applicable",
    "evidence.added",
)


def why_not_fill(item: Item, by: Actor) -> str:
    if by.is_system:
        return ""
    if not can(by, Permission.ANSWER_FILL):
        return refusal_sentence(Permission.ANSWER_FILL)
    if by.region is None or item.region.pk != by.region.pk:
        return ELSEWHERE
    if item.opd is not None:
        return _why_not_fill_opd(item, by)
    if by.role == Role.FOCAL_POINT:
        if item.indicator.pk in assigned_to(by):
            return ""
        return "Indikator tingkat daerah diisi sekretariat atau Bappeda."
    if by.role == Role.BAPPEDA and item.indicator.responsible_role != Role.BAPPEDA:
        return "Indikator ini diisi sekretariat; Bappeda memverifikasinya."
    return ""


def _why_not_fill_opd(item: Item, by: Actor) -> str:
    if by.role == Role.SEKRETARIAT:
        return ""
    if by.role == Role.FOCAL_POINT and item.opd and item.opd.pk in opd_ids_of(by):
        return ""
    return (
        "Indikator OPD diisi focal point OPD itu, atau sekretariat atas nama OPD itu."
    )


def require_fill(item: Item, by: Actor) -> None:
    if sentence := why_not_fill(item, by):
        raise PermissionDenied(sentence)


def why_not_aim(region: Region, by: Actor) -> str:
    """May `by` set the region's own targets? The desk of that region, not its OPD."""
    if by.is_system:
        return ""
    if not can(by, Permission.ANSWER_FILL) or by.role in OPD_ROLES:
        return "Target daerah ditetapkan oleh sekretariat atau Bappeda."
    own = by.region is not None and by.region.pk == region.pk
    return "" if own else ELSEWHERE


def why_not_assign(region: Region, by: Actor) -> str:
    """May `by` give out indicators? The desk of that region."""
    if by.is_system:
        return ""
    if not can(by, Permission.ANSWER_VERIFY) or by.role in OPD_ROLES:
        return "Penugasan indikator diatur sekretariat atau Bappeda."
    own = by.region is not None and by.region.pk == region.pk
    return "" if own else ELSEWHERE


def why_not_judge(answer: Answer, by: Actor) -> str:
    """May `by` verify or return it? Separation by person, by office and by OPD."""
    if not can(by, Permission.ANSWER_VERIFY) or by.user is None:
        return refusal_sentence(Permission.ANSWER_VERIFY)
    if by.region is None or answer.region_id != by.region.pk:
        return ELSEWHERE
    if by.user_id in {answer.filled_by_id, answer.submitted_by_id}:
        return OWN_ANSWER
    if answer.filled_role == by.role:
        return (
            f"Jawaban ini diisi {by.role.label if by.role else ''}. "
            "Yang diisi sekretariat diverifikasi Bappeda, dan sebaliknya."
        )
    if answer.opd_id in opd_ids_appointing(by):
        return OWN_OPD
    if _wrote(answer, by):
        return OWN_ANSWER
    return ""


def require_judge(answer: Answer, by: Actor) -> None:
    if sentence := why_not_judge(answer, by):
        raise PermissionDenied(sentence)


def why_not_reopen(answer: Answer, by: Actor) -> str:
    if not can(by, Permission.ANSWER_VERIFY) or by.user is None:
        return refusal_sentence(Permission.ANSWER_VERIFY)
    if by.region is None or answer.region_id != by.region.pk:
        return ELSEWHERE
    return OWN_OPD if answer.opd_id in opd_ids_appointing(by) else ""


def why_not_settle(answer: Answer, by: Actor) -> str:
    """The last word is of a third person: neither who filled nor who verified."""
    if sentence := why_not_reopen(answer, by):
        return sentence
    if by.user_id in {answer.filled_by_id, answer.submitted_by_id} or _wrote(
        answer, by
    ):
        return OWN_ANSWER
    if by.user_id == answer.verified_by_id:
        return "Anda memverifikasi jawaban ini. Nilai akhir ditetapkan orang lain."
    return ""


def _wrote(answer: Answer, by: Actor) -> bool:
    """The row names the last writer; the trail knows the earlier ones too."""
    written = Event.objects.about(answer).filter(verb__in=WRITING_VERBS)
    return written.filter(actor_id=by.user_id).exists()


def may_read(actor: Actor, answer: Answer) -> bool:
    """The content of an answer and its evidence. Needs `answer.region` at hand."""
    if actor.is_system:
        return True
    if actor.region is None or not can(actor, Permission.ASSESSMENT_VIEW):
        return False
    if not answer.region.path.startswith(actor.region.path):
        return False
    if actor.role in OPD_ROLES and answer.opd_id is not None:
        return answer.opd_id in opd_ids_of(actor)
    if answer.is_verified:
        return True
    if answer.region_id != actor.region.pk or actor.role in SETTLED_ONLY_ROLES:
        return False
    if answer.state != State.DRAFT:
        return True
    if answer.opd_id is not None:
        # A draft of an OPD is seen by that OPD, and by the sekretariat that wrote it for them.
        return answer.filled_role == actor.role
    if actor.role in OPD_ROLES:
        return answer.filled_role == actor.role and answer.indicator_id in assigned_to(
            actor
        )
    return True


def sees_claims(actor: Actor, region_id: int) -> bool:
    """Nilai mandiri is for the region's own working roles; others read what is verified."""
    own = actor.region is not None and actor.region.pk == region_id
    return actor.is_system or (own and actor.role not in SETTLED_ONLY_ROLES)
