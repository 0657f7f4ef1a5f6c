"""Which answers' evidence an actor may read, as a query: the rows of `rights.may_read`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from focal_points.appointments.scope import opd_ids_of
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.present import EvidenceLine
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES


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
    told = _told(lines, actor)
    items: defaultdict[str, set[tuple[str, int | None]]] = defaultdict(set)
    # The years of one item are one use.
    for use in told:
        items[use.sha256].add(use.item)
    versions = {use.file: use for use in told}
    return [
        replace(
            line,
            uses=len(items[line.evidence.file.sha256]),
            version=versions[line.evidence.file.pk].number,
            newest=versions[line.evidence.file.pk].newest,
        )
        if line.evidence.file and line.evidence.file.pk in versions
        else line
        for line in lines
    ]


class _Use(NamedTuple):
    file: UUID
    sha256: str
    code: str
    opd: int | None
    number: int | None
    newest: int | None

    @property
    def item(self) -> tuple[str, int | None]:
        return self.code, self.opd


def _told(lines: list[EvidenceLine], actor: Actor) -> list[_Use]:
    files = [line.evidence.file for line in lines if line.evidence.file]
    if not files:
        return []
    rows = readable_evidence(actor).filter(
        file__sha256__in={file.sha256 for file in files},
        answer__region=lines[0].evidence.answer.region_id,
    )
    top = Max("file__library_version__document__versions__number")
    found = rows.order_by().values_list(
        "file",
        "file__sha256",
        "answer__indicator__code",
        "answer__opd",
        "file__library_version__number",
        top,
    )
    return [_Use(*row) for row in found]
