"""Pages of ARG: the recap, one OPD's figures, the paper, sending it upward."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.appointments.scope import opd_ids_of
from focal_points.budgets import actions, queries
from focal_points.budgets.actions import StaleArg
from focal_points.budgets.charts import charts
from focal_points.budgets.forms import ArgForm, YearForm
from focal_points.budgets.models import ArgBudget
from focal_points.budgets.sums import MIXED
from focal_points.opd.models import Opd
from focal_points.progress.models import Denominator
from pug_portal.access.checks import can, require_in
from pug_portal.access.form_views import VerbFormView, add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib import pdf
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import EMPTY, rupiah
from pug_portal.lib.seen import fingerprint
from pug_portal.regions.models import Region


class _Recap(PermissionView):
    permission = Permission.ARG_VIEW
    is_print = False

    @cached_property
    def region(self) -> Region:
        if self.actor.region is None:
            raise Http404
        return self.actor.region

    @cached_property
    def form(self) -> YearForm:
        return YearForm(self.request.GET.dict())

    def context(self) -> dict[str, Any]:
        year, actor = self.form.year, self.actor
        is_opd = actor.role in OPD_ROLES
        below = []
        if self.region.has_children and not is_opd:
            below = queries.sent_below(self.region, year)
        trend = queries.trend(actor, self.region, year)
        return {
            "year": year,
            "recap": queries.recap(actor, self.region, year),
            "trend": trend,
            "charts": charts(trend, for_print=self.is_print),
            "below": below,
            "is_below_mixed": len(queries.kinds_of(below)) > 1,
            "mixed": MIXED,
            "is_opd": is_opd,
            "shown_region": self.region,
        }


class ArgRecapPage(_Recap):
    template_name = "focal_points/budgets/recap.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        context = self.context()
        can_send = can(self.actor, Permission.ARG_SEND)
        sent = queries.last_sent(self.region, context["year"]) if can_send else None
        more = {
            "filter": self.form,
            "can_edit": can(self.actor, Permission.ARG_EDIT),
            "can_send": can_send,
            "sent": sent,
        }
        return render(request, self.template_name, {**context, **more})

    def post(self, request: HttpRequest) -> HttpResponse:
        """«Kirim rekap ke provinsi»."""
        year = self.form.year
        try:
            actions.send_recap(region=self.region, year=year, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, "Rekap ARG dikirim; provinsi dapat membacanya.")
        return redirect(f"{reverse('arg-recap')}?tahun={year}")

    write_permission = Permission.ARG_SEND


class ArgRecapPdf(_Recap):
    is_print = True

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {**self.context(), "region": self.region, "today": today()}
        html = render_to_string("focal_points/budgets/pdf/recap.html", context)
        identifier = hashlib.sha256(html.encode()).hexdigest()
        content = pdf.render(html, identifier=identifier, assets={})
        response = HttpResponse(content, content_type="application/pdf")
        name = f"rekap-arg-{self.region.code}-{context['year']}.pdf"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "private, no-store"
        return response


class OfficeMixin(PermissionView):
    """The office of the address: 404 outside the width, 403 of another region."""

    kwargs: dict[str, Any]

    @cached_property
    def opd(self) -> Opd:
        rows = Opd.objects.for_actor(self.actor).select_related("region")
        if self.actor.role in OPD_ROLES:
            rows = rows.filter(pk__in=opd_ids_of(self.actor))
        found = get_object_or_404(rows, pk=self.kwargs["opd"])
        require_in(self.actor, found.region, Permission.ARG_EDIT)
        return found


class ArgEdit(OfficeMixin, VerbFormView):
    permission = Permission.ARG_EDIT
    form_class = ArgForm
    template_name = "focal_points/budgets/edit.html"
    done_message = "ARG tersimpan."

    @cached_property
    def budget(self) -> ArgBudget | None:
        rows = ArgBudget.objects.filter(opd=self.opd, year=self.kwargs["year"])
        return rows.first()

    def get_form_kwargs(self) -> dict[str, Any]:
        self.opd  # noqa: B018  (404 and 403 come before the form)
        return super().get_form_kwargs()

    def get_initial(self) -> dict[str, Any]:
        return ArgForm.initial_of(self.budget) if self.budget else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = self.request.POST.get("seen") or fingerprint(
            actions.facts_of(self.budget)
        )
        more = {"opd": self.opd, "year": self.kwargs["year"], "seen": told, **kwargs}
        return super().get_context_data(**more)

    def form_valid(self, form: ArgForm) -> HttpResponse:
        try:
            target = self.perform(form)
        except StaleArg as stale:
            return self._stale(form, stale)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, self.done_message)
        return redirect(target)

    def _stale(self, form: ArgForm, stale: StaleArg) -> HttpResponse:
        context = self.get_context_data(
            form=form,
            seen=fingerprint(stale.stored),
            stale=stale,
            differing=differing(stale.stored, form.cleaned_data),
        )
        return self.render_to_response(context, status=409)

    def perform(self, form: ArgForm) -> str:
        year = self.kwargs["year"]
        actions.record_arg(
            opd=self.opd,
            year=year,
            by=self.actor,
            seen=self.request.POST.get("seen"),
            **form.cleaned_data,
        )
        return f"{reverse('arg-recap')}?tahun={year}"


def differing(stored: dict[str, Any], typed: dict[str, Any]) -> list[dict[str, str]]:
    """What lies in the portal beside what was typed, in words."""
    return [
        {
            "label": str(ArgForm.base_fields[name].label),
            "theirs": _said(name, stored[name]),
            "mine": _said(name, typed[name]),
        }
        for name in stored
        if stored[name] != typed[name]
    ]


def _said(name: str, value: Any) -> str:
    if value in (None, ""):
        return EMPTY
    if name == "denominator":
        return str(Denominator(value).label)
    if name in actions.MONEY:
        return rupiah(value)
    return tanggal(value) if isinstance(value, dt.date) else str(value)
