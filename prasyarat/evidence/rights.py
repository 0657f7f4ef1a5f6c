"""Whose the documents are: the desk's, or those of one OPD (domain.md §10.6).

Somebody else reads a file of the library only through an answer he may read.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.evidence.models import EvidenceDocument, EvidenceVersion
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can, refusal_sentence
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

ELSEWHERE = (
    "Bukti ini milik daerah lain. Daerah Anda dapat membacanya melalui jawaban yang "
    "terverifikasi; perubahan dilakukan oleh daerah pemiliknya."
)
OF_AN_OPD = "Bukti ini milik OPD. Yang mengubahnya focal point OPD itu."
OF_THE_REGION = "Bukti tingkat daerah dikelola sekretariat atau Bappeda."
DESK = frozenset({Role.SEKRETARIAT, Role.BAPPEDA})
NOBODY = Q(pk__in=())


def kept_by(actor: Actor) -> Q:
    """Documents of the actor's own side, read with all their versions."""
    if actor.is_system:
        return Q()
    if actor.region is None or not can(actor, Permission.ASSESSMENT_VIEW):
        return NOBODY
    own = Q(region=actor.region.pk)
    if actor.role in OPD_ROLES:
        return own & Q(opd__in=opd_ids_of(actor))
    if actor.role == Role.SEKRETARIAT:
        return own & (Q(opd=None) | Q(added_role=Role.SEKRETARIAT))
    return own & Q(opd=None) if actor.role in DESK else NOBODY


def why_not_keep(region: Region, opd: Opd | None, by: Actor) -> str:
    """May `by` put documents of this owner into the library?"""
    if by.is_system:
        return ""
    if not can(by, Permission.ANSWER_FILL):
        return refusal_sentence(Permission.ANSWER_FILL)
    if by.region is None or by.region.pk != region.pk:
        return ELSEWHERE
    if opd is None:
        return "" if by.role in DESK else OF_THE_REGION
    own = by.role == Role.FOCAL_POINT and opd.pk in opd_ids_of(by)
    return "" if own or by.role == Role.SEKRETARIAT else OF_AN_OPD


def why_not_change(document: EvidenceDocument, by: Actor) -> str:
    """As above; the sekretariat changes of an OPD only what it put there itself."""
    if sentence := why_not_keep(document.region, document.opd, by):
        return sentence
    is_foreign = document.opd_id is not None and by.role == Role.SEKRETARIAT
    if is_foreign and document.added_role != Role.SEKRETARIAT:
        return OF_AN_OPD
    return ""


def require_keep(region: Region, opd: Opd | None, by: Actor) -> None:
    if sentence := why_not_keep(region, opd, by):
        raise PermissionDenied(sentence)


def require_change(document: EvidenceDocument, by: Actor) -> None:
    if sentence := why_not_change(document, by):
        raise PermissionDenied(sentence)


def may_read_library(actor: Actor, file: StoredFile) -> bool:
    """The gate of those whose document it is. A paper of elsewhere has its own gate."""
    own = EvidenceDocument.objects.filter(kept_by(actor), versions__file=file)
    if actor.is_system or not own.exists():
        return False
    return EvidenceVersion.objects.filter(file=file, is_adopted=False).exists()
