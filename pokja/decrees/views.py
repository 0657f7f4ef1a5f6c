"""Screens of the register of decrees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import DetailView, ListView

from pokja.decrees import actions, queries
from pokja.decrees.forms import DecreeForm, RevokeForm
from pokja.decrees.models import Decree, DecreeQuerySet, Kind
from pokja.decrees.workflow import EDITORS
from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES
from pug_portal.access.views import OwnedView, ScopedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today

STATUSES = (
    queries.IN_FORCE,
    queries.NOT_YET,
    queries.EXPIRED,
    queries.REPLACED,
    queries.REVOKED,
    queries.DRAFT,
)


class DecreeScope(ScopedView):
    """A rancangan is read by those who write decrees; others see what was signed."""

    permission = Permission.DECREE_VIEW

    def get_queryset(self) -> DecreeQuerySet:
        rows = Decree.objects.for_actor(self.actor).select_related(
            "region", "opd", "scan", "related"
        )
        own = self.actor.region
        if self.actor.role in OPD_ROLES | SETTLED_ONLY_ROLES or own is None:
            return rows.issued()
        return rows.issued_or_of(own)


class DecreeList(DecreeScope, ListView):
    template_name = "pokja/decrees/list.html"
    paginate_by = 25

    def get_queryset(self) -> DecreeQuerySet:
        rows = super().get_queryset()
        if (kind := self.request.GET.get("jenis", "")) in Kind.values:
            rows = rows.filter(kind=kind)
        if words := self.request.GET.get("q", "").strip():
            rows = rows.matching(words)
        if wanted := self.request.GET.get("status", ""):
            rows = rows.with_status_on(today(), wanted)
        return rows

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        day = today()
        amended = queries.amended_ids(super().get_queryset(), day)
        rows = queries.with_status(list(context["page_obj"].object_list), day, amended)
        region = self.actor.region
        return {
            **context,
            "rows": rows,
            "kinds": Kind.choices,
            "statuses": STATUSES,
            "kind": self.request.GET.get("jenis", ""),
            "status": self.request.GET.get("status", ""),
            "q": self.request.GET.get("q", ""),
            "can_add": any(actions.may_edit(self.actor, kind) for kind in Kind),
            "missing": queries.missing_kinds(region, day) if region else [],
        }


class DecreeDetail(DecreeScope, DetailView):
    template_name = "pokja/decrees/detail.html"
    context_object_name = "decree"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day = today()
        chain = queries.timeline(self.object, day)
        status = next(row.status for row in chain if row.pk == self.object.pk)  # type: ignore[attr-defined]
        is_own = self.actor.region == self.object.region
        can_edit = is_own and actions.may_edit(self.actor, self.object.kind)
        return super().get_context_data(
            status=status,
            chain=chain,
            gaps=queries.gaps_of(self.object, day),
            can_edit=can_edit and self.object.state != self.object.State.REVOKED,
            can_revoke=can_edit and self.object.state == self.object.State.ISSUED,
            can_delete=can_edit,
            history=history_of(self.object),
            **kwargs,
        )


class DecreeWrite(OwnedView, VerbFormView):
    permission = EDITORS
    template_name = "pokja/decrees/form.html"
    form_class: type[forms.BaseForm] = DecreeForm

    def get_queryset(self) -> QuerySet[Decree]:
        return Decree.objects.for_actor(self.actor).select_related("region", "opd")

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "actor": self.actor, "request": self.request}


class DecreeAdd(DecreeWrite):
    done_message = "SK tercatat."

    def perform(self, form: DecreeForm) -> str:
        decree = actions.record_decree(
            region=self.actor.region,  # type: ignore[arg-type]
            by=self.actor,
            scan=form.cleaned_data.get("scan_upload"),
            **form.facts(),
        )
        return reverse("decree-detail", args=[decree.pk])


class OneDecree(DecreeWrite):
    """The decree of the address: 404 outside the width, 403 of another region."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        require(self.actor, *self.needed())
        self.decree = get_object_or_404(self.get_queryset(), pk=kwargs["pk"])
        self.refuse_other_region(self.decree)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(decree=self.decree, **kwargs)


class DecreeChange(OneDecree):
    done_message = "Data SK diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.decree}

    def perform(self, form: DecreeForm) -> str:
        decree = actions.change_decree(
            decree=self.decree, by=self.actor, **form.facts()
        )
        if upload := form.cleaned_data.get("scan_upload"):
            actions.attach_scan(decree=decree, upload=upload, by=self.actor)
        return reverse("decree-detail", args=[decree.pk])


class PlainFormMixin:
    """These forms need neither actor nor request."""

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()  # type: ignore[misc]
        return {k: v for k, v in kwargs.items() if k not in {"actor", "request"}}


class DecreeRevoke(PlainFormMixin, OneDecree):
    template_name = "pokja/decrees/revoke.html"
    form_class = RevokeForm
    done_message = "SK dicabut."

    def perform(self, form: RevokeForm) -> str:
        actions.revoke_decree(decree=self.decree, by=self.actor, **form.cleaned_data)
        return reverse("decree-detail", args=[self.decree.pk])


class DecreeDelete(PlainFormMixin, OneDecree):
    template_name = "pokja/decrees/delete.html"
    form_class = ReasonForm
    done_message = "Catatan SK dihapus. Jejaknya tetap ada."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(hanging=actions.hangs_on(self.decree), **kwargs)

    def perform(self, form: ReasonForm) -> str:
        actions.delete_decree(
            decree=self.decree, reason=form.cleaned_data["reason"], by=self.actor
        )
        return reverse("decree-list")
