"""Reading documents: the list of a year, what each OPD has, what waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q

from focal_points.pprg.models import DocumentQuerySet, Kind, PprgDocument, State
from focal_points.pprg.team import opds_reviewed_by
from focal_points.pprg.team_models import Verdict
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

# tone, icon of the badge
LOOKS = {
    State.DRAFT: ("draf", "edit"),
    State.SUBMITTED: ("aju", "send"),
    State.REVIEWING: ("ver", "eye"),
    State.REVISE: ("kem", "arrow-back-up"),
    State.APPROVED: ("set", "circle-check"),
    State.REJECTED: ("lat", "circle-x"),
}


@dataclass(frozen=True)
class Line:
    document: PprgDocument
    tone: str
    icon: str
    label: str

    @property
    def is_uncounted(self) -> bool:
        return self.document.state == State.APPROVED and not self.document.counts


def as_line(document: PprgDocument) -> Line:
    tone, icon = LOOKS[document.status]
    return Line(document, tone, icon, label_of(document))


def label_of(document: PprgDocument) -> str:
    """«Diunggah ulang» of §4.8 is a second submission that waits."""
    if document.state == State.SUBMITTED and document.sent_count > 1:
        return "Diajukan ulang"
    return document.status.label


def document_list(
    actor: Actor,
    *,
    region: Region,
    year: int | None = None,
    kind: str = "",
    state: str = "",
    words: str = "",
) -> DocumentQuerySet:
    rows = PprgDocument.objects.readable_by(actor).filter(opd__region=region)
    if year:
        rows = rows.filter(year=year)
    if kind:
        rows = rows.filter(kind=kind)
    if state:
        rows = rows.filter(state=state)
    for word in words.split():
        rows = rows.filter(opd__name__icontains=word) | rows.filter(
            title__icontains=word
        )
    return rows.select_related("opd").order_by(
        "-year", "opd__name", "opd_id", "kind", "pk"
    )


def latest_year(actor: Actor, region: Region) -> int:
    rows = PprgDocument.objects.readable_by(actor).filter(opd__region=region)
    newest: int | None = rows.aggregate(found=Max("year"))["found"]
    return newest or today().year + 1


def waiting_for(actor: Actor) -> DocumentQuerySet:
    """What this person has to do: review and decide, or mend."""
    rows = PprgDocument.objects.readable_by(actor)
    if actor.role in OPD_ROLES:
        if not can(actor, Permission.PPRG_FILL):
            return rows.none()
        return rows.filter(state=State.REVISE)
    if not can(actor, Permission.PPRG_REVIEW):
        return rows.none()
    mine = rows.filter(
        opd__region=actor.region, state__in=[State.SUBMITTED, State.REVIEWING]
    )
    if actor.role == Role.TELAAH:
        # Of this submission: what he said of an earlier one is answered by the new one.
        said = Verdict.objects.filter(
            reviewer=actor.user,
            document__in=mine,
            given_at__gte=F("document__submitted_at"),
        )
        return mine.filter(opd__in=opds_reviewed_by(actor)).exclude(
            pk__in=said.values("document")
        )
    return mine


def counted(region: Region, year: int, kind: str) -> int:
    """Approved documents; a GBS only with the head's signed page."""
    return counting(region, year).filter(kind=kind).count()


def counting(region: Region, year: int) -> DocumentQuerySet:
    approved = PprgDocument.objects.filter(
        opd__region=region, year=year, state=State.APPROVED
    )
    return approved.exclude(kind=Kind.GBS, signed_page=None)


def counted_by_opd(region: Region, year: int) -> dict[int, dict[str, int]]:
    """{OPD: {kind: how many}}, by the rule of `counted`, in one query."""
    rows = counting(region, year).order_by().values_list("opd", "kind")
    found: dict[int, dict[str, int]] = {}
    for opd_id, kind, number in rows.annotate(number=Count("pk")):
        found.setdefault(opd_id, {})[kind] = number
    return found


def sent_in(region: Region, year: int) -> DocumentQuerySet:
    """Every document that was submitted for review, however that ended."""
    rows = PprgDocument.objects.filter(opd__region=region, year=year)
    return rows.filter(sent_count__gt=0)


@dataclass(frozen=True)
class Made:
    """Documents of one kind: all but the rejected, those that count, GBS not signed yet."""

    all: int
    counted: int
    unsigned: int


def made_by(opd_id: int, year: int) -> dict[str, Made]:
    """{kind: how many}, by the rule of `counted`; a kind without documents is not there."""
    return made_by_all({(opd_id, year)})[opd_id, year]


def made_by_all(
    wanted: Collection[tuple[int, int]],
) -> defaultdict[tuple[int, int], dict[str, Made]]:
    """The same of several OPD and years, {(OPD, year): {kind: how many}}."""
    rows = PprgDocument.objects.filter(
        opd__in={opd for opd, _ in wanted}, year__in={year for _, year in wanted}
    ).exclude(state=State.REJECTED)
    approved = Q(state=State.APPROVED)
    unsigned = approved & Q(kind=Kind.GBS, signed_page=None)
    found = (
        rows.order_by()
        .values_list("opd_id", "year", "kind")
        .annotate(
            made=Count("pk"),
            valid=Count("pk", filter=approved & ~unsigned),
            bare=Count("pk", filter=unsigned),
        )
    )
    told: defaultdict[tuple[int, int], dict[str, Made]] = defaultdict(dict)
    for opd_id, year, kind, *numbers in found:
        told[opd_id, year][kind] = Made(*numbers)
    return told
