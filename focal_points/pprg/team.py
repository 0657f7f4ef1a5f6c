"""Who of the driver team reviews which OPD."""

from __future__ import annotations

from focal_points.appointments.scope import opd_ids_appointing
from focal_points.opd.models import OpdTag
from focal_points.pprg.models import PprgDocument
from focal_points.pprg.team_models import Driver, Reviewer, ReviewerQuerySet
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.regions.models import Region

# By its hat each of the two leading offices speaks for itself, named in an SK or not.
_BY_ROLE = {Role.BAPPEDA: Driver.BAPPEDA, Role.SEKRETARIAT: Driver.PPPA}
_OWN_OFFICE = {Role.BAPPEDA: OpdTag.PLANNING, Role.SEKRETARIAT: OpdTag.PPPA}


def seats_of(actor: Actor) -> ReviewerQuerySet:
    rows = Reviewer.objects.valid_on_today()
    return rows.filter(user=actor.user, region=actor.region)


def opds_reviewed_by(actor: Actor) -> frozenset[int]:
    if actor.user is None:
        return frozenset()
    if "pprg_opds" not in actor.cache:
        found = seats_of(actor).exclude(opds=None).values_list("opds", flat=True)
        actor.cache["pprg_opds"] = frozenset(found)
    opds: frozenset[int] = actor.cache["pprg_opds"]
    return opds


def office_of(actor: Actor, document: PprgDocument) -> Driver | None:
    """For which office of the team this actor speaks about the document."""
    if actor.role in _BY_ROLE:
        return _BY_ROLE[actor.role]
    seat = seats_of(actor).filter(opds=document.opd_id).first()
    return Driver(seat.office) if seat else None


def sees_review(actor: Actor, region: Region) -> bool:
    """What the team wrote is between it and the OPD; a province reads the document."""
    if actor.region is None or actor.region.pk != region.pk:
        return False
    return actor.role in OPD_ROLES or can(actor, Permission.PPRG_REVIEW)


def why_not_review(document: PprgDocument, actor: Actor) -> str:
    """The reason in a sentence; empty when this actor may judge the document."""
    if document.opd_id in opd_ids_appointing(actor):
        return (
            f"Anda ditunjuk pada {document.opd.short_name}, jadi dokumennya ditelaah "
            "orang lain."
        )
    if actor.user and document.filled_by.filter(pk=actor.user.pk).exists():
        return "Anda ikut mengisi dokumen ini, jadi ditelaah orang lain."
    if document.opd.tag == _OWN_OFFICE.get(actor.role or Role.PIMPINAN):
        return (
            f"{document.opd.short_name} adalah kantor Anda sendiri, jadi dokumennya "
            "diputuskan kantor penggerak yang lain."
        )
    if actor.role == Role.TELAAH and document.opd_id not in opds_reviewed_by(actor):
        return f"{document.opd.short_name} tidak ditugaskan kepada Anda."
    return ""
