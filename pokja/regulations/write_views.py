"""Pages that record, correct, revoke and delete produk hukum."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from pokja.regulations import actions
from pokja.regulations.forms import RegulationForm, RevokeForm, ScanForm
from pokja.regulations.models import Regulation, RegulationQuerySet, State
from pokja.regulations.rules import LINKS, hangs_on
from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.regions.models import Region


class RegulationWrite(OwnedView, VerbFormView):
    permission = Permission.REGULATION_EDIT
    template_name = "pokja/regulations/form.html"
    form_class: type[forms.BaseForm] = RegulationForm

    def get_queryset(self) -> RegulationQuerySet:
        return Regulation.objects.readable_by(self.actor).select_related(
            "region", "scan"
        )

    @property
    def keeps_draft(self) -> bool:
        return self.request.POST.get("aksi") == "rancangan"


class RegulationAdd(RegulationWrite):
    """`?mengubah=7` or `?mencabut=7` ticks the older one."""

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "actor": self.actor, "request": self.request}

    def get_initial(self) -> dict[str, Any]:
        for name, relation in LINKS.items():
            asked = self.request.GET.get(relation.value, "")
            if not asked.isdecimal():
                continue
            own = Regulation.objects.owned_by(self.actor).issued()
            if old := own.filter(pk=asked).first():
                return {name: [old.pk], "kind": old.kind, "name": old.name}
        return {"kind": self.request.GET.get("jenis", "")}

    def perform(self, form: RegulationForm) -> str:
        region: Region | None = self.actor.region
        if region is None:
            raise Refusal("Akun Anda belum mempunyai daerah.")
        verb = (
            actions.draft_regulation if self.keeps_draft else actions.record_regulation
        )
        self.done_message = (
            "Rancangan tersimpan." if self.keeps_draft else "Produk hukum tercatat."
        )
        regulation = verb(
            region=region,
            by=self.actor,
            scan=form.cleaned_data.get("scan_upload"),
            **form.facts(),
        )
        return reverse("regulation-detail", args=[regulation.pk])


class OneRegulation(RegulationWrite):
    """The regulation of the address: 404 outside the width, 403 of another region."""

    regulation: Regulation

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        self.regulation = get_object_or_404(self.get_queryset(), pk=kwargs["pk"])
        self.refuse_other_region(self.regulation)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(regulation=self.regulation, **kwargs)

    def back(self) -> str:
        return reverse("regulation-detail", args=[self.regulation.pk])


class RegulationChange(OneRegulation):
    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        kwargs |= {"actor": self.actor, "request": self.request}
        return {**kwargs, "instance": self.regulation}

    def perform(self, form: RegulationForm) -> str:
        is_issuing = self.regulation.state == State.DRAFT and not self.keeps_draft
        verb = actions.issue_regulation if is_issuing else actions.change_regulation
        self.done_message = (
            "Penetapan tercatat." if is_issuing else "Data produk hukum diperbarui."
        )
        verb(
            regulation=self.regulation,
            scan=form.cleaned_data.get("scan_upload"),
            by=self.actor,
            **form.facts(),
        )
        return self.back()


class RegulationScan(OneRegulation):
    template_name = "pokja/regulations/scan.html"
    form_class = ScanForm
    done_message = "Pindaian dilampirkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def perform(self, form: ScanForm) -> str:
        actions.attach_scan(
            regulation=self.regulation, upload=form.cleaned_data["scan"], by=self.actor
        )
        return self.back()


class RegulationRevoke(OneRegulation):
    template_name = "pokja/regulations/revoke.html"
    form_class = RevokeForm
    done_message = "Pencabutan tercatat."

    def perform(self, form: RevokeForm) -> str:
        actions.revoke_regulation(
            regulation=self.regulation, by=self.actor, **form.cleaned_data
        )
        return self.back()


class RegulationDelete(OneRegulation):
    template_name = "pokja/regulations/delete.html"
    form_class = ReasonForm
    done_message = "Catatan dihapus. Jejaknya tetap ada."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(hanging=hangs_on(self.regulation), **kwargs)

    def perform(self, form: ReasonForm) -> str:
        actions.delete_regulation(
            regulation=self.regulation,
            reason=form.cleaned_data["reason"],
            by=self.actor,
        )
        return reverse("regulation-list")
