"""Which answers' evidence an actor may read, as a query: the rows of `rights.may_read`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from focal_points.appointments.scope import opd_ids_of
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.present import EvidenceLine
from prasyarat.evidence.models import EvidenceVersion
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES

NO_FILE = UUID(int=0)


def readable_answers(actor: Actor) -> QuerySet[Answer]:
    if actor.is_system:
        return Answer.objects.all()
    if actor.region is None or not can(actor, Permission.ASSESSMENT_VIEW):
        return Answer.objects.none()
    rows = Answer.objects.for_actor(actor)
    verified = Q(verified_at__isnull=False)
    if actor.role in SETTLED_ONLY_ROLES:
        return rows.filter(verified)
    own = Q(region=actor.region.pk)
    sent = own & ~Q(state=State.DRAFT)
    if actor.role in OPD_ROLES:
        own_opd = Q(opd__in=opd_ids_of(actor))
        return rows.filter(own_opd | (Q(opd=None) & (verified | sent)))
    drafts = own & (Q(opd=None) | Q(filled_role=actor.role))
    return rows.filter(verified | sent | drafts)


def readable_evidence(actor: Actor) -> QuerySet[Evidence]:
    """Files only: an address is not part of the library."""
    return Evidence.objects.filter(
        answer__in=readable_answers(actor), file__isnull=False
    )


def looked_up(lines: list[EvidenceLine], actor: Actor) -> list[EvidenceLine]:
    """Each with its version in the library and under how many items its content is."""
    files = {line.evidence.file_id for line in lines if line.evidence.file_id}
    if not files:
        return lines
    versions = {
        each.file_id: each
        for each in EvidenceVersion.objects.filter(file__in=files).annotate(
            newest=Max("document__versions__number")
        )
    }
    uses = _items_of({_hash(line.evidence) for line in lines}, actor)
    return [
        replace(
            line,
            uses=len(uses[_hash(line.evidence)]),
            version=(version := versions.get(line.evidence.file_id or NO_FILE)),
            newest=version.newest if version else 0,
        )
        for line in lines
    ]


def _hash(evidence: Evidence) -> str:
    return evidence.file.sha256 if evidence.file else ""


def _items_of(
    hashes: set[str], actor: Actor
) -> defaultdict[str, set[tuple[str, int | None]]]:
    """The years of one item are one use."""
    rows = readable_evidence(actor).filter(
        file__sha256__in=hashes, answer__region=actor.region
    )
    found: defaultdict[str, set[tuple[str, int | None]]] = defaultdict(set)
    for sha256, code, opd in rows.order_by().values_list(
        "file__sha256", "answer__indicator__code", "answer__opd"
    ):
        found[sha256].add((code, opd))
    return found
