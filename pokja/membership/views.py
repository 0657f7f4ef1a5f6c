"""Susunan per tanggal, and the pages that change it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import TemplateView

from pokja.decrees.models import Decree, Kind, State
from pokja.membership import actions
from pokja.membership.forms import EndMemberForm, MemberChangeForm, MemberRows
from pokja.membership.models import Member
from pokja.membership.queries import TEAM_KINDS, members_on
from pug_portal.access.checks import can, require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView, PermissionView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class MemberList(PermissionView, TemplateView):
    """Who was a member on a day; the province may look at a region below it."""

    permission = Permission.MEMBER_VIEW
    template_name = "pokja/membership/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        region = self._region()
        kind = asked.get("tim", Kind.POKJA)
        kind = kind if kind in TEAM_KINDS else Kind.POKJA
        try:
            day = dt.date.fromisoformat(asked.get("tanggal", ""))
        except ValueError:
            day = today()
        is_own = region == self.actor.region
        return super().get_context_data(
            roster=members_on(region, kind, day),
            shown_region=region,
            kind=Kind(kind),
            kinds=[Kind(value) for value in TEAM_KINDS],
            day=day,
            can_edit=is_own and can(self.actor, Permission.MEMBER_EDIT),
            **kwargs,
        )

    def _region(self) -> Region:
        code = self.request.GET.get("daerah", "")
        width = Region.objects.for_actor(self.actor)
        if code:
            return get_object_or_404(width, code=code)
        return get_object_or_404(width, pk=self.actor.region.pk)  # type: ignore[union-attr]


class MemberAdd(OwnedView, TemplateView):
    """Many rows on one page; works without JavaScript: «tambah baris» is a button."""

    permission = Permission.MEMBER_EDIT
    template_name = "pokja/membership/add.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        decrees = Decree.objects.for_actor(self.actor).filter(kind__in=TEAM_KINDS)
        self.decree = get_object_or_404(
            decrees.exclude(state=State.REVOKED), pk=kwargs["decree"]
        )
        self.refuse_other_region(self.decree)
        return super().dispatch(request, *args, **kwargs)

    def rows(self, data: Any = None) -> Any:
        return MemberRows(data, form_kwargs={"actor": self.actor})

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("rows", self.rows())
        return super().get_context_data(**{**kwargs, "decree": self.decree})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        data = request.POST.copy()
        if "more" in data:
            data["form-TOTAL_FORMS"] = str(int(data.get("form-TOTAL_FORMS", "0")) + 6)
            return self._again(self.rows(data), status=200)
        rows = self.rows(data)
        if not rows.is_valid():
            return self._again(rows)
        filled = [form for form in rows if form.has_changed()]
        if not filled:
            return self._again(rows, problem="Isi paling sedikit satu baris anggota.")
        try:
            made = actions.add_members(
                decree=self.decree,
                rows=[form.facts() for form in filled],
                by=self.actor,
            )
        except ValidationError as refusal:
            return self._again(rows, problem=" ".join(refusal.messages))
        messages.success(request, f"{len(made)} anggota tercatat.")
        return redirect(f"{reverse('member-list')}?tim={self.decree.kind}")

    def _again(self, rows: Any, problem: str = "", status: int = 422) -> HttpResponse:
        context = self.get_context_data(rows=rows, problem=problem)
        return render(self.request, self.template_name, context, status=status)


class OneMember(OwnedView, VerbFormView):
    permission = Permission.MEMBER_EDIT
    template_name = "pokja/membership/form.html"
    heading = ""
    lead = ""
    button = "Simpan"
    form_class: type[forms.BaseForm]

    def get_queryset(self) -> QuerySet[Member]:
        return Member.objects.for_actor(self.actor).select_related("decree__region")

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        self.member = get_object_or_404(self.get_queryset(), pk=kwargs["pk"])
        self.refuse_other_region(self.member)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.actor}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            member=self.member,
            heading=self.heading,
            lead=self.lead,
            button=self.button,
            **kwargs,
        )

    def roster_url(self) -> str:
        return f"{reverse('member-list')}?tim={self.member.decree.kind}"


class MemberChange(OneMember):
    form_class = MemberChangeForm
    heading = "Betulkan data anggota"
    lead = "Untuk salah ketik. Anggota yang berganti diakhiri, lalu yang baru ditambah."
    done_message = "Data anggota diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.member}

    def perform(self, form: MemberChangeForm) -> str:
        actions.change_member(member=self.member, by=self.actor, **form.facts())
        return self.roster_url()


class MemberEnd(OneMember):
    form_class = EndMemberForm
    heading = "Akhiri keanggotaan"
    lead = "Riwayatnya tetap tersimpan dan terbaca pada susunan tanggal sebelumnya."
    button = "Akhiri keanggotaan"
    done_message = "Keanggotaan diakhiri."

    def perform(self, form: EndMemberForm) -> str:
        actions.end_member(member=self.member, by=self.actor, **form.cleaned_data)
        return self.roster_url()


class MemberDelete(OneMember):
    form_class = ReasonForm
    heading = "Hapus catatan anggota"
    lead = "Hanya untuk catatan yang salah. Jejaknya tetap ada."
    button = "Hapus catatan"
    done_message = "Catatan anggota dihapus."

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["actor"]
        return kwargs

    def perform(self, form: ReasonForm) -> str:
        url = self.roster_url()
        actions.delete_member(
            member=self.member, reason=form.cleaned_data["reason"], by=self.actor
        )
        return url
