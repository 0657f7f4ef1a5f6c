"""The pages of one OPD in a collection: it uploads, the desk accepts or returns."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from focal_points.appointments.scope import opd_ids_appointing, opd_ids_of
from focal_points.campaigns import actions, todo
from focal_points.campaigns.board import LOOKS, Row, rows_of
from focal_points.campaigns.forms import DocumentForm, ReturnForm
from focal_points.campaigns.letters import reminder
from focal_points.campaigns.models import (
    Campaign,
    CampaignDocument,
    DocumentKind,
    DocumentState,
)
from focal_points.campaigns.views import OneCampaign, sender_of
from pug_portal.access.checks import can, require_in
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today
from pug_portal.lib.dates import ZONES, tanggal_waktu


class CampaignMine(PermissionView, TemplateView):
    permission = Permission.CAMPAIGN_OWN
    template_name = "focal_points/campaigns/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(rows=todo.mine(self.actor), **kwargs)


class OneOpd(OneCampaign):
    """Its own people, and the readers of its own region; nobody else finds it."""

    permission: Any = (Permission.CAMPAIGN_VIEW, Permission.CAMPAIGN_OWN)
    template_name = "focal_points/campaigns/opd.html"

    def rows(self) -> QuerySet[Campaign]:
        return Campaign.objects.owned_by(self.actor)

    @cached_property
    def row(self) -> Row:
        opd = self.kwargs["opd"]
        if self.actor.role in OPD_ROLES and opd not in opd_ids_of(self.actor):
            raise Http404
        found = rows_of(self.campaign, opd)
        if not found:
            raise Http404
        return found[0]

    def show(self, status: int = 200, **refused: Any) -> HttpResponse:
        campaign, row = self.campaign, self.row
        can_judge = can(self.actor, Permission.CAMPAIGN_EDIT)
        is_theirs = row.opd.pk in opd_ids_appointing(self.actor)
        context = {
            "campaign": campaign,
            "row": row,
            "items": [self._item(kind, row, can_judge) for kind in row.kinds],
            "look": todo.look_of(campaign, today(ZONES[campaign.region.zone])),
            "can_upload": campaign.is_open
            and can(self.actor, Permission.CAMPAIGN_UPLOAD),
            "can_judge": campaign.is_open and can_judge and not is_theirs,
            "is_opd": self.actor.role in OPD_ROLES,
            "is_theirs": is_theirs and can_judge,
            "reminder": reminder(row, campaign, sender_of(campaign), self._address())
            if can_judge
            else "",
            **refused,
        }
        return render(self.request, self.template_name, context, status=status)

    def _item(self, kind: DocumentKind, row: Row, can_judge: bool) -> dict[str, Any]:
        document = row.documents.get(kind)
        state = row.state_of(kind)
        may_open = can_judge or self.actor.role in OPD_ROLES
        tone, icon = LOOKS[state]
        return {
            "kind": kind,
            "document": document,
            "state": state,
            "tone": tone,
            "icon": icon,
            "may_open": may_open or state == DocumentState.ACCEPTED,
            "note": _told(document, self.campaign) if document else "",
            "takes_file": state != DocumentState.ACCEPTED,
        }

    def _address(self) -> str:
        return settings.SITE_URL + self.request.path


def _told(document: CampaignDocument, campaign: Campaign) -> str:
    zone = ZONES[campaign.region.zone]
    told = f"diunggah {tanggal_waktu(document.uploaded_at, zone)}"
    return f"{told} · terlambat" if document.is_late_in(campaign) else told


class CampaignOpd(OneOpd):
    def get(self, request: HttpRequest, pk: int, opd: int) -> HttpResponse:
        return self.show()


class CampaignUpload(OneOpd):
    permission = Permission.CAMPAIGN_UPLOAD

    def post(self, request: HttpRequest, pk: int, opd: int, kind: str) -> HttpResponse:
        form = DocumentForm(request.POST, request.FILES, request=request)
        row = self.row
        if form.is_valid():
            try:
                made = actions.upload_document(
                    campaign=self.campaign,
                    opd=row.opd,
                    kind=kind,
                    upload=form.cleaned_data["file"],
                    by=self.actor,
                )
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(request, f"{made.get_kind_display()} terunggah.")
                return redirect("campaign-opd", pk=pk, opd=opd)
        return self.show(422, form=form, refused_kind=kind)


class Judging(PermissionView):
    permission = Permission.CAMPAIGN_EDIT
    kwargs: dict[str, Any]

    @cached_property
    def document(self) -> CampaignDocument:
        rows = CampaignDocument.objects.for_actor(self.actor)
        found = get_object_or_404(
            rows.select_related("campaign__stage__region", "opd"), pk=self.kwargs["pk"]
        )
        require_in(self.actor, found.campaign.region, Permission.CAMPAIGN_EDIT)
        return found

    def back(self) -> str:
        row = self.document
        return reverse("campaign-opd", args=[row.campaign_id, row.opd_id])

    def seen(self) -> str | None:
        """The file that lay before the person who pressed the button."""
        return self.request.POST.get("berkas") or None

    def tell(self, refusal: Refusal) -> HttpResponse:
        messages.error(self.request, refusal.sentence)
        return redirect(self.back())


class CampaignAccept(Judging):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self.document
        try:
            done = actions.accept_document(
                document=row, by=self.actor, seen=self.seen()
            )
        except Refusal as refusal:
            return self.tell(refusal)
        if not done.campaign.is_open:
            messages.success(request, "Semua dokumen diterima; pengumpulan lengkap.")
            return redirect("campaign-detail", pk=done.campaign_id)
        messages.success(request, f"{done} diterima.")
        return redirect(self.back())


class CampaignReturn(Judging):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = self.document
        form = ReturnForm(request.POST)
        try:
            if not form.is_valid():
                raise Refusal(str(form.errors["note"][0]), field="note")
            actions.return_document(
                document=row,
                note=form.cleaned_data["note"],
                by=self.actor,
                seen=self.seen(),
            )
        except Refusal as refusal:
            return self.tell(refusal)
        messages.success(request, f"{row} dikembalikan dengan catatan.")
        return redirect(self.back())
