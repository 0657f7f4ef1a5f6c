"""The sekretariat's page of one-time links: made, copied, withdrawn."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.letters import sender_of
from focal_points.progress.link_models import FillingLink
from focal_points.progress.links import LinkRow, link_rows, message, whatsapp
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView

# The secret is shown to who made it, while he is signed in; nobody else can tell it.
MADE_NOW = "tautan_isi"


class LinkPage(PermissionView):
    permission = Permission.PROGRESS_FILL_FOR

    @cached_property
    def period(self) -> ReportingPeriod:
        rows = ReportingPeriod.objects.owned_by(self.actor).select_related("region")
        return get_object_or_404(rows, pk=self.kwargs["period"])


class ProgressLinks(LinkPage, TemplateView):
    template_name = "focal_points/progress/links.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = link_rows(self.period)
        made = self.request.session.get(MADE_NOW)
        fresh = self._fresh(rows, made) if made else None
        text = ""
        if made and fresh is not None:
            address = settings.SITE_URL + reverse("guest-entry", args=[made["token"]])
            text = message(fresh, address, sender_of(self.period))
        return super().get_context_data(
            period=self.period,
            rows=[row for row in rows if not row.people or row.link],
            with_people=[row for row in rows if row.people and not row.link],
            fresh=fresh,
            text=text,
            whatsapp=whatsapp(text),
            **{k: v for k, v in kwargs.items() if k != "period"},
        )

    def _fresh(self, rows: list[LinkRow], made: dict[str, Any]) -> FillingLink | None:
        """The link that was made just now, as long as it opens anything."""
        for row in rows:
            if row.link is not None and row.is_open and row.link.pk == made["link"]:
                row.link.period, row.link.opd = self.period, row.row.opd
                return row.link
        return None


class ProgressLinkMake(LinkPage):
    def post(self, request: HttpRequest, period: int, opd: int) -> HttpResponse:
        row = get_object_or_404(Opd.objects.owned_by(self.actor), pk=opd)
        try:
            link, token = actions.make_link(period=self.period, opd=row, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            request.session[MADE_NOW] = {"link": link.pk, "token": token}
        return redirect("progress-links", period=period)


class ProgressLinkRevoke(VerbButtonView):
    permission = Permission.PROGRESS_FILL_FOR
    done_message = "Tautan dicabut. Yang sudah diisi tetap tersimpan."

    @cached_property
    def link(self) -> FillingLink:
        rows = FillingLink.objects.owned_by(self.actor)
        return get_object_or_404(
            rows.select_related("period__region", "opd"), pk=self.kwargs["pk"]
        )

    def perform(self) -> None:
        actions.revoke_link(link=self.link, by=self.actor)

    def back(self) -> str:
        return reverse("progress-links", args=[self.link.period_id])
