"""Upload a decree, review what was read from it, confirm."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from pokja.decree_reading import actions
from pokja.decree_reading.forms import (
    ReadForm,
    RowForms,
    TargetForm,
    focus_added,
    label_rows,
    lengthen,
    proposed_rows,
    proposed_target,
)
from pokja.decree_reading.matching import Register
from pokja.decree_reading.models import DecreeReading
from pokja.decrees.models import EDITORS
from pokja.membership.actions import RowRefusal
from pokja.membership.ranks import choices_of, usual_code
from pug_portal.access.form_views import VerbFormView, add_refusal
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.files.views import attachment


class DecreeRead(VerbFormView):
    permission = EDITORS
    template_name = "pokja/decree_reading/read.html"
    form_class = ReadForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def perform(self, form: ReadForm) -> str:
        if self.actor.region is None:
            raise Refusal("Akun Anda belum mempunyai daerah.")
        reading = actions.keep_reading(
            region=self.actor.region, upload=form.cleaned_data["file"], by=self.actor
        )
        return reverse("decree-reading", args=[reading.pk])


class ReadingPage(PermissionView):
    """A reading of one's own: 404 for everybody else."""

    permission = EDITORS

    @cached_property
    def reading(self) -> DecreeReading:
        mine = DecreeReading.objects.of(self.actor).select_related("region")
        return get_object_or_404(mine, pk=self.kwargs["pk"])

    def spent(self) -> HttpResponse | None:
        reading = self.reading
        if reading.confirmed_at is not None:
            messages.info(self.request, "Hasil baca ini sudah disimpan.")
            if reading.decree_id is not None:
                return redirect("decree-detail", pk=reading.decree_id)
            return redirect("decree-list")
        if reading.is_expired:
            told = "Hasil baca ini sudah kedaluwarsa. Unggah berkasnya lagi."
            messages.warning(self.request, told)
            return redirect("decree-read")
        return None


class ReadingReview(ReadingPage, TemplateResponseMixin, ContextMixin):
    """GET shows what was read; POST keeps the ticked rows, all of them or none."""

    template_name = "pokja/decree_reading/review.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.spent() or self.render_to_response(self.get_context_data())

    @cached_property
    def register(self) -> Register:
        return Register(self.reading.region)

    def formset(self, data: QueryDict | None = None, **kwargs: Any) -> Any:
        read = len(self.reading.proposal["rows"])
        standings = choices_of(self.register.ranks)
        return RowForms(
            data,
            prefix="baris",
            read=read,
            form_kwargs={"standings": standings},
            **kwargs,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        reading, register = self.reading, self.register
        if "form" not in kwargs:
            initial = proposed_target(reading, self.actor)
            kwargs["form"] = TargetForm(initial=initial, actor=self.actor)
            kwargs["formset"] = self.formset(initial=proposed_rows(reading, register))
        label_rows(kwargs["formset"], reading)
        opds = {opd.name for found in register.opds.values() for opd in found}
        return super().get_context_data(
            reading=reading,
            left_out=reading.proposal["left_out"],
            office_titles=sorted(row.title for row in register.offices.values()),
            opd_names=sorted(opds),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if spent := self.spent():
            return spent
        data = request.POST.copy()
        is_ticking, is_longer = "semua" in data, "tambah" in data
        if is_ticking:
            for place in range(len(self.reading.proposal["rows"])):
                data[f"baris-{place}-keep"] = "on"
        if is_longer:
            lengthen(data, usual_code(self.register.ranks))
        form = TargetForm(data, actor=self.actor)
        formset = self.formset(data)
        if is_longer:
            focus_added(formset)
        if is_ticking or is_longer:
            return self._again(form, formset, status=200)
        if not (form.is_valid() and formset.is_valid()):
            return self._again(form, formset)
        return self._confirm(form, formset)

    def _confirm(self, form: TargetForm, formset: Any) -> HttpResponseBase:
        kept = [row for row in formset if row.cleaned_data.get("keep")]
        try:
            decree = actions.confirm_reading(
                reading=self.reading,
                decree=form.cleaned_data["decree"],
                facts=form.facts(),
                rows=[row.facts() for row in kept],
                keeps_file=form.cleaned_data["keeps_file"],
                by=self.actor,
            )
        except RowRefusal as refusal:
            for each in refusal.every:
                add_refusal(kept[each.row], each)
            return self._again(form, formset)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self._again(form, formset)
        # Members left out by an oversight must not look like a success.
        tell = messages.success if kept or not formset.filled else messages.warning
        tell(self.request, _told(len(kept), formset.filled))
        return HttpResponseRedirect(reverse("decree-detail", args=[decree.pk]))

    def _again(self, form: TargetForm, formset: Any, status: int = 422) -> HttpResponse:
        context = self.get_context_data(form=form, formset=formset)
        return render(self.request, self.template_name, context, status=status)


def _told(kept: int, proposed: int) -> str:
    left = proposed - kept
    told = f"{kept} anggota tercatat."
    return f"{told} {left} baris yang tidak dicentang dilewati." if left else told


class ReadingFile(ReadingPage):
    """The document beside its proposal."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reading = self.reading
        kind = reading.name.rpartition(".")[2].lower()
        return self.spent() or attachment(bytes(reading.content), reading.name, kind)
