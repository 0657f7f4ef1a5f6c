"""The matrix, and the page of one OPD: to fill for the OPD, to review for Bappeda."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.appointments.scope import opd_ids_of
from focal_points.cascade import actions, queries
from focal_points.cascade.models import Answer, CascadeEntry, Plan
from focal_points.filters import FilterForm
from focal_points.opd.models import Opd
from pug_portal.access.checks import can, require_in
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region

NOT_TOLD = [("", "Belum diisi"), *Answer.choices]


class YearForm(FilterForm):
    tahun = forms.TypedChoiceField(label="Tahun anggaran", required=False, coerce=int)

    def __init__(self, data: Any) -> None:
        now = today().year
        super().__init__({"tahun": now + 1, **data})
        years = [(year, year) for year in range(now + 2, now - 6, -1)]
        self.fields["tahun"].choices = years  # type: ignore[attr-defined]

    @property
    def year(self) -> int:
        found = self.cleaned_data.get("tahun") if self.is_valid() else None
        return int(found or today().year + 1)


class FillForm(TooLargeMixin, forms.Form):
    """One group of boxes per plan; `plan-answer`, `plan-evidence`, `plan-upload`."""

    def __init__(
        self, *args: Any, stored: dict[str, CascadeEntry], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for plan in Plan:
            row = stored.get(plan)
            self.fields[f"{plan}-answer"] = forms.ChoiceField(
                label="Responsif gender?",
                choices=NOT_TOLD,
                required=False,
                initial=row.answer if row else "",
            )
            self.fields[f"{plan}-evidence"] = forms.CharField(
                label="Letaknya di dokumen",
                max_length=400,
                required=False,
                initial=row.evidence if row else "",
                help_text="Bab, halaman, indikator, atau kode sub kegiatan.",
            )
            self.fields[f"{plan}-upload"] = UploadField(
                label="Berkas bukti", required=False, help_text="Boleh kosong."
            )


class ReviewForm(forms.Form):
    def __init__(
        self, *args: Any, stored: dict[str, CascadeEntry], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for plan, row in stored.items():
            self.fields[f"{plan}-found"] = forms.ChoiceField(
                label="Hasil tinjauan",
                choices=[("", "Belum ditinjau"), *Answer.choices],
                required=False,
                initial=row.found,
            )
            self.fields[f"{plan}-review_note"] = forms.CharField(
                label="Catatan tinjauan",
                max_length=400,
                required=False,
                initial=row.review_note,
                help_text="Wajib bila berbeda dari jawaban OPD.",
            )


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
                    self._write(form.cleaned_data)
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(request, "Kaskade tersimpan.")
                return redirect(f"{reverse('cascade')}?tahun={year}")
        return self._show(form, status=422)

    def _write(self, data: dict[str, Any]) -> None:
        if self.fills:
            for plan in Plan:
                if data[f"{plan}-answer"]:
                    actions.answer_plan(
                        opd=self.opd,
                        year=self.kwargs["year"],
                        plan=plan,
                        answer=data[f"{plan}-answer"],
                        evidence=data[f"{plan}-evidence"],
                        upload=data[f"{plan}-upload"],
                        by=self.actor,
                    )
            return
        for named, entry in self.stored.items():
            if data[f"{named}-found"]:
                actions.review(
                    entry=entry,
                    found=data[f"{named}-found"],
                    note=data[f"{named}-review_note"],
                    by=self.actor,
                )

    def _show(self, form: Any, status: int = 200) -> HttpResponse:
        boxes = {
            plan: [form[name] for name in form.fields if name.startswith(f"{plan}-")]
            for plan in Plan
        }
        context = {
            "opd": self.opd,
            "year": self.kwargs["year"],
            "form": form,
            "parts": [
                {"plan": plan, "entry": self.stored.get(plan), "boxes": boxes[plan]}
                for plan in Plan
            ],
            "can_write": self.fills or (self.reviews and bool(self.stored)),
            "fills": self.fills,
            "why_not": ""
            if self.fills or not can(self.actor, Permission.CASCADE_REVIEW)
            else actions.why_not_review(self.opd, self.actor),
        }
        return render(self.request, self.template_name, context, status=status)
