"""Pages that record, correct, revoke and delete decrees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from pokja.decrees import actions
from pokja.decrees.forms import DecreeForm, RevokeForm, ScanForm
from pokja.decrees.models import EDITORS, Decree, DecreeQuerySet, Relation, State
from pokja.decrees.queries import hangs_on
from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.regions.models import Region

CARRIED = ("kind", "opd", "alias", "title", "issuer_position", "signed_place")


class DecreeWrite(OwnedView, VerbFormView):
    permission = EDITORS
    template_name = "pokja/decrees/form.html"
    form_class: type[forms.BaseForm] = DecreeForm

    def get_queryset(self) -> DecreeQuerySet:
        return Decree.objects.readable_by(self.actor).select_related("region", "opd")

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "actor": self.actor, "request": self.request}

    @property
    def keeps_draft(self) -> bool:
        return self.request.POST.get("aksi") == "rancangan"


class DecreeAdd(DecreeWrite):
    """`?mengubah=7` or `?mengganti=7` carries over what both decrees share."""

    def get_initial(self) -> dict[str, Any]:
        for relation, asked in (
            (Relation.AMENDS, self.request.GET.get("mengubah", "")),
            (Relation.REPLACES, self.request.GET.get("mengganti", "")),
        ):
            own = Decree.objects.owned_by(self.actor).issued()
            old = own.filter(pk=asked).first() if asked.isdecimal() else None
            if old is not None:
                shared = {name: getattr(old, name) for name in CARRIED}
                return {**shared, "relation": relation, "related": old}
        return {"kind": self.request.GET.get("jenis", "")}

    def perform(self, form: DecreeForm) -> str:
        verb = actions.draft_decree if self.keeps_draft else actions.issue_new
        self.done_message = (
            "Rancangan tersimpan." if self.keeps_draft else "Penetapan SK tercatat."
        )
        region: Region | None = self.actor.region
        if region is None:
            raise Refusal("Akun Anda belum mempunyai daerah.")
        decree = verb(
            region=region,
            by=self.actor,
            scan=form.cleaned_data.get("scan_upload"),
            **form.facts(),
        )
        return reverse("decree-detail", args=[decree.pk])


class OneDecree(DecreeWrite):
    """The decree of the address: 404 outside the width, 403 of another region or kind."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        self.decree = get_object_or_404(self.get_queryset(), pk=kwargs["pk"])
        self.refuse_other_region(self.decree)
        actions.require_kind(self.actor, self.decree.region, self.decree.kind)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(decree=self.decree, **kwargs)


class DecreeChange(OneDecree):
    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.decree}

    def perform(self, form: DecreeForm) -> str:
        is_issuing = self.decree.state == State.DRAFT and not self.keeps_draft
        verb = actions.issue_decree if is_issuing else actions.change_decree
        self.done_message = (
            "Penetapan SK tercatat." if is_issuing else "Data SK diperbarui."
        )
        verb(
            decree=self.decree,
            scan=form.cleaned_data.get("scan_upload"),
            by=self.actor,
            **form.facts(),
        )
        return reverse("decree-detail", args=[self.decree.pk])


class DecreeScan(OneDecree):
    template_name = "pokja/decrees/scan.html"
    form_class = ScanForm
    done_message = "Pindaian dilampirkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["actor"]
        return kwargs

    def perform(self, form: ScanForm) -> str:
        actions.attach_scan(
            decree=self.decree, upload=form.cleaned_data["scan"], by=self.actor
        )
        return reverse("decree-detail", args=[self.decree.pk])


class PlainFormMixin:
    """These forms need neither actor nor request."""

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()  # type: ignore[misc]
        return {k: v for k, v in kwargs.items() if k not in {"actor", "request"}}


class DecreeRevoke(PlainFormMixin, OneDecree):
    template_name = "pokja/decrees/revoke.html"
    form_class = RevokeForm
    done_message = "Pencabutan SK tercatat."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        amendments = self.decree.amendments.issued()
        return super().get_context_data(amendments=amendments, **kwargs)

    def perform(self, form: RevokeForm) -> str:
        actions.revoke_decree(decree=self.decree, by=self.actor, **form.cleaned_data)
        return reverse("decree-detail", args=[self.decree.pk])


class DecreeDelete(PlainFormMixin, OneDecree):
    template_name = "pokja/decrees/delete.html"
    form_class = ReasonForm
    done_message = "Catatan SK dihapus. Jejaknya tetap ada."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(hanging=hangs_on(self.decree), **kwargs)

    def perform(self, form: ReasonForm) -> str:
        actions.delete_decree(
            decree=self.decree, reason=form.cleaned_data["reason"], by=self.actor
        )
        return reverse("decree-list")
