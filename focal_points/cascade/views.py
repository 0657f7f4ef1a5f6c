"""The matrix, and the page of one OPD: to fill for the OPD, to review for Bappeda."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.appointments.scope import opd_ids_of
from focal_points.cascade import actions, queries
from focal_points.cascade.forms import FillForm, ReviewForm, YearForm
from focal_points.cascade.models import CascadeEntry, Plan
from focal_points.opd.models import Opd
from pug_portal.access.checks import can, require_in
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib.seen import fingerprint
from pug_portal.regions.models import Region


class Matrix(PermissionView):
    permission = Permission.CASCADE_VIEW
    template_name = "focal_points/cascade/matrix.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        if self.actor.region is None:
            raise Http404
        region: Region = self.actor.region
        form = YearForm(request.GET.dict())
        rows = queries.matrix(self.actor, region, form.year)
        context = {
            "filter": form,
            "year": form.year,
            "rows": rows,
            "plans": list(Plan),
            "counts": queries.counts(rows),
            "shown_region": region,
            "is_opd": self.actor.role in OPD_ROLES,
        }
        return render(request, self.template_name, context)


class OfficeCascade(PermissionView):
    permission = Permission.CASCADE_VIEW
    write_permission = (Permission.CASCADE_FILL, Permission.CASCADE_REVIEW)
    template_name = "focal_points/cascade/office.html"

    @cached_property
    def opd(self) -> Opd:
        rows = Opd.objects.filter(region=self.actor.region).select_related("region")
        if self.actor.role in OPD_ROLES:
            rows = rows.filter(pk__in=opd_ids_of(self.actor))
        return get_object_or_404(rows, pk=self.kwargs["opd"])

    @cached_property
    def stored(self) -> dict[str, CascadeEntry]:
        rows = CascadeEntry.objects.filter(opd=self.opd, year=self.kwargs["year"])
        found = {row.plan: row for row in rows.select_related("file", "reviewed_by")}
        return {plan: found[plan] for plan in Plan if plan in found}

    @property
    def fills(self) -> bool:
        return can(self.actor, Permission.CASCADE_FILL)

    @property
    def reviews(self) -> bool:
        may = can(self.actor, Permission.CASCADE_REVIEW)
        return may and not actions.why_not_review(self.opd, self.actor)

    def _form(self, *data: Any) -> Any:
        if self.fills:
            return FillForm(*data, stored=self.stored, request=self.request)
        return ReviewForm(*data[:1], stored=self.stored)

    def get(self, request: HttpRequest, opd: int, year: int) -> HttpResponse:
        return self._show(self._form())

    def post(self, request: HttpRequest, opd: int, year: int) -> HttpResponse:
        require_in(self.actor, self.opd.region, *self.needed())
        form = self._form(request.POST, request.FILES)
        if form.is_valid():
            try:
                with transaction.atomic():
                    self._write(form)
            except actions.StaleCell as stale:
                del self.stored
                return self._show(form, 409, stale)
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(request, "Kaskade tersimpan.")
                return redirect(f"{reverse('cascade')}?tahun={year}")
        return self._show(form, status=422)

    def _write(self, form: Any) -> None:
        """Only cells in which something was typed: a page that lay open does not put its
        old text over what somebody else wrote in another cell."""
        data = form.cleaned_data
        for plan in Plan:
            if not data.get(f"{plan}-{form.OWN[0]}"):
                continue
            upload = data.get(f"{plan}-upload")
            typed = {name: data[f"{plan}-{name}"] for name in form.OWN}
            own = self.request.POST.get(f"{plan}-own")
            if upload is None and own == fingerprint(typed):
                continue
            seen = self.request.POST.get(f"{plan}-seen")
            if self.fills:
                self._answer(plan, seen, upload=upload, **typed)
            else:
                self._review(plan, seen, **typed)

    def _answer(self, plan: Plan, seen: str | None, **facts: Any) -> None:
        actions.answer_plan(
            opd=self.opd,
            year=self.kwargs["year"],
            plan=plan,
            seen=seen,
            by=self.actor,
            **facts,
        )

    def _review(
        self, plan: Plan, seen: str | None, found: str, review_note: str
    ) -> None:
        entry = self.stored[plan]
        actions.review(
            entry=entry, found=found, note=review_note, seen=seen, by=self.actor
        )

    def _part(self, plan: Plan, form: Any, is_stale: bool) -> dict[str, Any]:
        """A section with what it shows: `seen` the whole cell, `own` the boxes in it."""
        entry, told = self.stored.get(plan), self.request.POST
        seen = actions.token_of(entry)
        shown = {
            name: form.fields[f"{plan}-{name}"].initial
            for name in form.OWN
            if f"{plan}-{name}" in form.fields
        }
        if is_stale and entry is not None:
            shown = {name: getattr(entry, name) for name in form.OWN}
        is_changed = is_stale and told.get(f"{plan}-seen") != seen
        own = fingerprint(shown)
        if told and not is_changed:
            seen = told.get(f"{plan}-seen", seen)
            own = told.get(f"{plan}-own", own)
        boxes = [form[name] for name in form.fields if name.startswith(f"{plan}-")]
        return {
            "plan": plan,
            "entry": entry,
            "boxes": boxes,
            "seen": seen,
            "own": own,
            "is_changed": is_changed and entry is not None,
        }

    def _show(
        self, form: Any, status: int = 200, stale: actions.StaleCell | None = None
    ) -> HttpResponse:
        reviews = can(self.actor, Permission.CASCADE_REVIEW)
        context = {
            "opd": self.opd,
            "year": self.kwargs["year"],
            "form": form,
            "stale": stale,
            "parts": [self._part(plan, form, stale is not None) for plan in Plan],
            "can_write": self.fills or (self.reviews and bool(self.stored)),
            "fills": self.fills,
            "why_not": ""
            if self.fills or not reviews
            else actions.why_not_review(self.opd, self.actor),
        }
        return render(self.request, self.template_name, context, status=status)
