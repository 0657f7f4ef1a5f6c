"""Pages that add, copy, correct, end and delete members."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.decrees.actions import require_kind
from pokja.decrees.models import EDITORS, TEAM_KINDS, Decree, State
from pokja.membership import actions
from pokja.membership.forms import (
    EXTRA_ROWS,
    MAX_ROWS,
    EndMemberForm,
    MemberChangeForm,
    MemberRows,
)
from pokja.membership.models import Member
from pokja.membership.queries import source_to_copy
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import ranks_of, usual_code
from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView, add_refusal
from pug_portal.access.views import OwnedView
from pug_portal.accounts.forms import ReasonForm
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today

TOTAL = "form-TOTAL_FORMS"


def roster_url(decree: Decree) -> str:
    """The roster on a day on which this decree's members can be seen."""
    url = f"{reverse('member-list')}?tim={decree.kind}"
    begins = decree.effective_from
    if begins is not None and (begins > today() or decree.ended_on is not None):
        return f"{url}&tanggal={begins.isoformat()}"
    return url


class OneDecreesMembers(OwnedView):
    """The decree of the address, when members can be added to it."""

    permission = EDITORS
    decree: Decree

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        decrees = Decree.objects.readable_by(self.actor).filter(kind__in=TEAM_KINDS)
        self.decree = get_object_or_404(
            decrees.exclude(state=State.REVOKED).select_related("region"),
            pk=kwargs["decree"],
        )
        self.refuse_other_region(self.decree)
        require_kind(self.actor, self.decree.region, self.decree.kind)
        return super().dispatch(request, *args, **kwargs)


class MemberAdd(OneDecreesMembers, TemplateView):
    """Many rows on one page; works without JavaScript: «tambah baris» is a button."""

    template_name = "pokja/membership/add.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("formset", self._formset())
        has_none = not self.decree.members.exists()
        return super().get_context_data(
            **{k: v for k, v in kwargs.items() if k != "decree"},
            decree=self.decree,
            source=source_to_copy(self.decree) if has_none else None,
        )

    @cached_property
    def ranks(self) -> list[Rank]:
        return ranks_of(self.actor.region)

    def _formset(self, data: QueryDict | None = None) -> Any:
        """The lists are asked for once, not once per row."""
        return MemberRows(data, form_kwargs={"actor": self.actor, "ranks": self.ranks})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        data = request.POST.copy()
        is_longer = "more" in data
        if is_longer:
            _lengthen(data, usual_code(self.ranks))
        formset = self._formset(data)
        if is_longer:
            return self._again(formset, status=200)
        if not formset.is_valid():
            return self._again(formset)
        return self._add(formset)

    def _add(self, formset: Any) -> HttpResponse:
        filled = [form for form in formset if form.has_changed()]
        if not filled:
            formset.forms[0].add_error(None, "Isi paling sedikit satu baris anggota.")
            return self._again(formset)
        try:
            made = actions.add_members(
                decree=self.decree,
                rows=[form.facts() for form in filled],
                by=self.actor,
            )
        except actions.RowRefusal as refusal:
            for each in refusal.every:
                add_refusal(filled[each.row], each)
            return self._again(formset)
        except ValidationError as refusal:
            add_refusal(filled[0], refusal)
            return self._again(formset)
        messages.success(self.request, f"{len(made)} anggota tercatat.")
        return redirect(roster_url(self.decree))

    def _again(self, formset: Any, status: int = 422) -> HttpResponse:
        context = self.get_context_data(formset=formset)
        return render(self.request, self.template_name, context, status=status)


def _lengthen(data: QueryDict, standing: str) -> None:
    """More rows below what was typed, each as untouched as the first ones were."""
    typed = data.get(TOTAL, "")
    rows = int(typed) if typed.isascii() and typed.isdecimal() else 0
    longer = min(rows + EXTRA_ROWS, MAX_ROWS)
    for place in range(rows, longer):
        data[f"form-{place}-standing"] = standing
    data[TOTAL] = str(longer)


class MemberCopy(OneDecreesMembers, TemplateView):
    """GET shows whom it would carry over, POST does it."""

    template_name = "pokja/membership/copy.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        source = source_to_copy(self.decree)
        rows = Member.objects.filter(decree=source, end=None)
        return super().get_context_data(
            decree=self.decree,
            source=source,
            members=rows.select_related("office", "opd") if source else [],
            **{k: v for k, v in kwargs.items() if k != "decree"},
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        source = source_to_copy(self.decree)
        try:
            if source is None:
                raise ValidationError(
                    "Tidak ada SK lama yang susunannya dapat disalin."
                )
            made = actions.copy_members(
                source=source, decree=self.decree, by=self.actor
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return redirect("member-add", decree=self.decree.pk)
        messages.success(request, f"{len(made)} anggota disalin.")
        return redirect(roster_url(self.decree))


class OneMember(OwnedView, VerbFormView):
    permission = EDITORS
    template_name = "pokja/membership/form.html"
    heading = ""
    lead = ""
    button = "Simpan"
    is_final = False
    form_class: type[forms.BaseForm]

    def get_queryset(self) -> QuerySet[Member]:
        rows = Member.objects.for_actor(self.actor)
        return rows.select_related("decree__region", "decree__opd", "office")

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        self.member = get_object_or_404(self.get_queryset(), pk=kwargs["pk"])
        self.refuse_other_region(self.member)
        decree = self.member.decree
        require_kind(self.actor, decree.region, decree.kind)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            member=self.member,
            heading=self.heading,
            lead=self.lead,
            button=self.button,
            is_final=self.is_final,
            history=history_of(self.member),
            back_url=roster_url(self.member.decree),
            **kwargs,
        )


class MemberChange(OneMember):
    form_class = MemberChangeForm
    heading = "Betulkan data anggota"
    lead = "Untuk salah ketik. Anggota yang berganti diakhiri, lalu yang baru ditambah."
    done_message = "Data anggota diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "actor": self.actor, "instance": self.member}

    def perform(self, form: MemberChangeForm) -> str:
        actions.change_member(member=self.member, by=self.actor, **form.facts())
        return roster_url(self.member.decree)


class MemberEnd(OneMember):
    form_class = EndMemberForm
    heading = "Akhiri keanggotaan"
    lead = "Riwayatnya tetap tersimpan dan terbaca pada susunan tanggal sebelumnya."
    button = "Akhiri keanggotaan"
    done_message = "Keanggotaan diakhiri."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "member": self.member}

    def perform(self, form: EndMemberForm) -> str:
        actions.end_member(member=self.member, by=self.actor, **form.cleaned_data)
        return roster_url(self.member.decree)


class MemberDelete(OneMember):
    form_class = ReasonForm
    heading = "Hapus catatan anggota"
    lead = "Hanya untuk catatan yang salah. Jejaknya tetap ada."
    button = "Hapus catatan"
    is_final = True
    done_message = "Catatan anggota dihapus."

    def perform(self, form: ReasonForm) -> str:
        url = roster_url(self.member.decree)
        actions.delete_member(
            member=self.member, reason=form.cleaned_data["reason"], by=self.actor
        )
        return url
