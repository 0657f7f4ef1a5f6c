"""The desk's pages of collections: the list, opening, the board, closing."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from focal_points.campaigns import actions, todo
from focal_points.campaigns.board import (
    LOOKS,
    counts,
    days_left,
    is_complete,
    rows_of,
)
from focal_points.campaigns.board_lines import lines_of, workbook_of
from focal_points.campaigns.forms import (
    CloseCampaignForm,
    MoveDueForm,
    OpenCampaignForm,
)
from focal_points.campaigns.letters import recap
from focal_points.campaigns.models import Campaign, DocumentState
from focal_points.planning.models import Stage
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.audit.queries import history_of
from pug_portal.files.views import attachment
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import ZONES, tanggal_waktu
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class CampaignList(PermissionView, TemplateView):
    permission = Permission.CAMPAIGN_VIEW
    template_name = "focal_points/campaigns/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        day = today(ZONES[region.zone])
        waiting = Count("documents", filter=Q(documents__state=DocumentState.UPLOADED))
        rows = (
            Campaign.objects.for_actor(self.actor)
            .filter(stage__region=region)
            .select_related("stage")
            .annotate(waiting=waiting)
        )
        return super().get_context_data(
            rows=[(row, todo.look_of(row, day)) for row in rows],
            shown_region=region,
            regions=regions_offered(self.actor),
            can_edit=may_change(self.actor, region)
            and can(self.actor, Permission.CAMPAIGN_EDIT),
            **kwargs,
        )


class CampaignOpen(VerbFormView):
    """Hung on a stage of the planning calendar."""

    permission = Permission.CAMPAIGN_EDIT
    form_class = OpenCampaignForm
    template_name = "focal_points/campaigns/open.html"
    done_message = "Pengumpulan dibuka. Salin pesannya ke grup focal point."

    @cached_property
    def stage(self) -> Stage:
        rows = Stage.objects.for_actor(self.actor).select_related("region")
        stage = get_object_or_404(rows, pk=self.kwargs["pk"])
        require_in(self.actor, stage.region, Permission.CAMPAIGN_EDIT)
        return stage

    def get_initial(self) -> dict[str, Any]:
        day = today(ZONES[self.stage.region.zone])
        return {
            "title": f"Pengumpulan dokumen PPRG {self.stage}",
            "due_on": self.stage.ends_on if self.stage.ends_on >= day else None,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(stage=self.stage, **kwargs)

    def perform(self, form: OpenCampaignForm) -> str:
        made = actions.open_campaign(
            stage=self.stage, by=self.actor, **form.cleaned_data
        )
        return reverse("campaign-detail", args=[made.pk])


class OneCampaign(PermissionView):
    permission: Any = Permission.CAMPAIGN_VIEW
    kwargs: dict[str, Any]

    def rows(self) -> QuerySet[Campaign]:
        return Campaign.objects.for_actor(self.actor)

    @cached_property
    def campaign(self) -> Campaign:
        rows = self.rows().select_related("stage__region", "opened_by", "closed_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])


class CampaignDetail(OneCampaign, TemplateView):
    template_name = "focal_points/campaigns/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        campaign = self.campaign
        rows = rows_of(campaign)
        region = self.actor.region
        is_own = region is not None and region.pk == campaign.region.pk
        can_edit = is_own and can(self.actor, Permission.CAMPAIGN_EDIT)
        number = counts(rows)
        day = today(ZONES[campaign.region.zone])
        return super().get_context_data(
            campaign=campaign,
            look=todo.look_of(campaign, day),
            days_left=days_left(campaign, day),
            lines=lines_of(rows, campaign, is_linked=is_own) if is_own else [],
            total=len(rows),
            complete=sum(row.is_complete for row in rows),
            counts=[(*LOOKS[state], state, n) for state, n in number.items()],
            recap=recap(rows, campaign, as_of(campaign.region), sender_of(campaign))
            if can_edit
            else "",
            is_own=is_own,
            can_close=can_edit and campaign.is_open and not is_complete(rows),
            can_move=can_edit and campaign.is_open,
            history=history_of(campaign),
            **kwargs,
        )


class CampaignSheet(OneCampaign):
    def rows(self) -> QuerySet[Campaign]:
        return Campaign.objects.owned_by(self.actor)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        campaign = self.campaign
        content = workbook_of(rows_of(campaign), campaign, as_of(campaign.region))
        return attachment(content, campaign.title, "xlsx")


class _OwnCampaign(OneCampaign, VerbFormView):
    """A verb on the collection of the address: 404 outside the width, 403 elsewhere."""

    permission = Permission.CAMPAIGN_EDIT

    @cached_property
    def campaign(self) -> Campaign:
        found = super().campaign
        require_in(self.actor, found.region, Permission.CAMPAIGN_EDIT)
        return found


class CampaignMoveDue(_OwnCampaign):
    form_class = MoveDueForm
    template_name = "focal_points/campaigns/move_due.html"
    done_message = "Tenggat dipindahkan. Salin pesannya ke grup focal point."

    def get_initial(self) -> dict[str, Any]:
        day = self.campaign.due_on
        return {"due_on": day, "seen": day.isoformat()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(campaign=self.campaign, **kwargs)

    def form_invalid(self, form: MoveDueForm) -> HttpResponse:
        """The page that comes back shows the deadline of now, so that one is seen."""
        form.data = self.request.POST.copy()
        form.data["seen"] = self.campaign.due_on.isoformat()
        return super().form_invalid(form)

    def perform(self, form: MoveDueForm) -> str:
        actions.move_due(campaign=self.campaign, by=self.actor, **form.cleaned_data)
        return reverse("campaign-detail", args=[self.campaign.pk])


class CampaignClose(_OwnCampaign):
    form_class = CloseCampaignForm
    template_name = "focal_points/campaigns/close.html"
    done_message = "Pengumpulan ditutup."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = rows_of(self.campaign)
        return super().get_context_data(
            campaign=self.campaign,
            owing=sum(bool(row.owed) for row in rows),
            total=len(rows),
            **kwargs,
        )

    def perform(self, form: CloseCampaignForm) -> str:
        actions.close_campaign(
            campaign=self.campaign, by=self.actor, **form.cleaned_data
        )
        return reverse("campaign-detail", args=[self.campaign.pk])


def as_of(region: Region) -> str:
    return tanggal_waktu(now(), ZONES[region.zone])


def sender_of(campaign: Campaign) -> str:
    """Bappeda and the women's office ask together."""
    region = campaign.region
    offices = [
        name for name in (region.planning_office, region.secretariat_office) if name
    ]
    return f"{' dan '.join(offices) or 'Sekretariat Pokja PUG'} {region.short_name}"
