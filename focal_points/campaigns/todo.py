"""What this person should do about collections now, and what hangs on which stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse

from focal_points.appointments.scope import opd_ids_of
from focal_points.campaigns.board import Row, is_asked
from focal_points.campaigns.models import Campaign, CampaignDocument, DocumentState
from focal_points.opd.models import Opd
from focal_points.opd.names import named_on
from focal_points.planning.hanging import Hung
from focal_points.planning.models import Stage
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, Role
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES, tanggal


@dataclass(frozen=True)
class Mine:
    """One open collection as one OPD's people see it."""

    campaign: Campaign
    row: Row

    @property
    def url(self) -> str:
        return reverse("campaign-opd", args=[self.campaign.pk, self.row.opd.pk])

    @property
    def is_late(self) -> bool:
        day = today(ZONES[self.campaign.region.zone])
        return bool(self.row.owed) and self.campaign.is_late_on(day)

    @property
    def accepted(self) -> int:
        wanted = DocumentState.ACCEPTED
        return sum(self.row.state_of(kind) == wanted for kind in self.row.kinds)


def mine(actor: Actor) -> list[Mine]:
    """Open collections by deadline; three queries, however many there are."""
    if actor.role not in OPD_ROLES:
        return []
    campaigns = list(
        Campaign.objects.owned_by(actor)
        .filter(closed_at=None)
        .select_related("stage__region")
        .order_by("due_on", "pk")
    )
    if not campaigns:
        return []
    opds = list(Opd.objects.filter(pk__in=opd_ids_of(actor)).order_by("name"))
    documents = CampaignDocument.objects.filter(campaign__in=campaigns, opd__in=opds)
    sent: dict[tuple[int, int], dict[str, CampaignDocument]] = {}
    for each in documents:
        sent.setdefault((each.campaign_id, each.opd_id), {})[each.kind] = each
    return [
        Mine(
            campaign,
            Row(
                named_on(opd, campaign.opened_on),
                tuple(campaign.asked),
                sent.get((campaign.pk, opd.pk), {}),
            ),
        )
        for campaign in campaigns
        for opd in opds
        if is_asked(campaign, opd)
    ]


def waiting_count(actor: Actor) -> int:
    """Documents this person should send, or judge."""
    if actor.role == Role.FOCAL_POINT:
        return sum(len(each.row.owed) for each in mine(actor))
    if can(actor, Permission.CAMPAIGN_EDIT):
        return _to_judge(actor)
    return 0


@dataclass(frozen=True)
class CampaignTask:
    title: str
    text: str
    url: str
    is_late: bool


def tasks_for(actor: Actor) -> list[CampaignTask]:
    if actor.role == Role.FOCAL_POINT:
        return [
            CampaignTask(
                f"Unggah {', '.join(kind.label for kind in each.row.owed)}",
                f"{each.campaign.title}, tenggat {tanggal(each.campaign.due_on)}",
                each.url,
                each.is_late,
            )
            for each in mine(actor)
            if each.row.owed
        ]
    if can(actor, Permission.CAMPAIGN_EDIT) and (waiting := _to_judge(actor)):
        return [
            CampaignTask(
                f"{waiting} dokumen pengumpulan menunggu diperiksa",
                "Terima, atau kembalikan dengan catatan.",
                reverse("campaign-list"),
                False,
            )
        ]
    return []


def _to_judge(actor: Actor) -> int:
    rows = CampaignDocument.objects.owned_by(actor)
    return rows.filter(state=DocumentState.UPLOADED, campaign__closed_at=None).count()


def hang(stages: Iterable[Stage], actor: Actor) -> dict[int, list[Hung]]:
    """For the planning calendar: the board for the desk, one's own page for an OPD."""
    is_opd = actor.role in OPD_ROLES
    if not is_opd and not can(actor, Permission.CAMPAIGN_VIEW):
        return {}
    found: dict[int, list[Hung]] = {}
    rows = Campaign.objects.filter(stage__in=list(stages)).order_by("due_on", "pk")
    accepted = Count("documents", filter=Q(documents__state=DocumentState.ACCEPTED))
    for row in rows.annotate(accepted=accepted):
        url = (
            reverse("campaign-mine")
            if is_opd
            else reverse("campaign-detail", args=[row.pk])
        )
        tone, label, icon = look_of(row)
        note = f"tenggat {tanggal(row.due_on)}"
        found.setdefault(row.stage_id, []).append(
            Hung(row.title, url, note, tone, label, icon)
        )
    return found


def look_of(campaign: Campaign, day: dt.date | None = None) -> tuple[str, str, str]:
    if campaign.is_open:
        if campaign.is_late_on(day or today()):
            return "lat", "Lewat tenggat", "clock-exclamation"
        return "aju", "Dibuka", "inbox"
    if campaign.close_reason:
        return "bel", "Ditutup", "lock"
    return "ver", "Lengkap", "circle-check"
