"""Start a rancangan, write its text, choose its members, take it as DOCX, compare."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic.base import ContextMixin, TemplateResponseMixin

from focal_points.offices.models import OfficeHolder
from pokja.decree_drafting import actions, paper
from pokja.decree_drafting.annex import annex_of, members_of
from pokja.decree_drafting.comparing import compare
from pokja.decree_drafting.forms import (
    MOST_CANDIDATES,
    CandidateForms,
    CompareForm,
    StartForm,
    TextForm,
)
from pokja.decree_drafting.queries import candidates_for
from pokja.decree_drafting.wording import next_year, usual_title
from pokja.decrees.actions import may_edit, require_kind
from pokja.decrees.models import EDITORS, TEAM_KINDS, Decree, State
from pokja.membership.models import Member
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import choices_of, ranks_of
from pug_portal.access.checks import require
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView, ScopedView
from pug_portal.files.views import attachment
from pug_portal.lib.clock import today


class DraftStart(VerbFormView):
    """`?dari=7`: last year's decree, with the members it still has."""

    permission = EDITORS
    template_name = "pokja/decree_drafting/start.html"
    form_class = StartForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "actor": self.actor}

    @cached_property
    def source(self) -> Decree | None:
        asked = self.request.GET.get("dari", "")
        own = Decree.objects.owned_by(self.actor).issued().filter(kind__in=TEAM_KINDS)
        return own.filter(pk=asked).first() if asked.isdecimal() else None

    def get_initial(self) -> dict[str, Any]:
        day = today()
        starts = day.replace(year=day.year + 1, month=1, day=1)
        found: dict[str, Any] = {
            "effective_from": starts,
            "effective_until": starts.replace(month=12, day=31),
        }
        if self.source is None:
            name = self.actor.region.name if self.actor.region else ""
            kind = next(kind for kind in TEAM_KINDS if may_edit(self.actor, kind))
            return {**found, "title": usual_title(kind, name)}
        ends = self.source.effective_until
        holders = OfficeHolder.objects.owned_by(self.actor).holding_on(day)
        signer = holders.filter(office__title=self.source.issuer_position).first()
        return {
            **found,
            "source": self.source,
            "kind": self.source.kind,
            "title": next_year(self.source.title),
            "signer": signer,
            "replaces": ends is None or ends >= starts,
        }

    def perform(self, form: StartForm) -> str:
        if self.actor.region is None:
            raise Refusal("Akun Anda belum mempunyai daerah.")
        decree = actions.start_draft(
            region=self.actor.region,
            by=self.actor,
            source=form.cleaned_data["source"],
            **form.facts(),
        )
        count = decree.members.count()
        messages.success(self.request, f"Rancangan dibuat dengan {count} anggota.")
        return reverse("decree-text", args=[decree.pk])


class OneDraft(OwnedView):
    """A rancangan of a team of the own region; anything else has no text to write."""

    permission = EDITORS

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        require(self.actor, *self.needed())
        decrees = Decree.objects.readable_by(self.actor)
        self.decree = get_object_or_404(
            decrees.filter(kind__in=TEAM_KINDS).select_related(
                "region__parent", "related"
            ),
            pk=kwargs["pk"],
        )
        self.refuse_other_region(self.decree)
        require_kind(self.actor, self.decree.region, self.decree.kind)
        if self.decree.state != State.DRAFT:
            raise PermissionDenied(
                "Naskah hanya disusun selama SK masih rancangan. Yang berlaku adalah "
                "pindaian SK yang sudah ditandatangani."
            )
        return super().dispatch(request, *args, **kwargs)


class DraftText(OneDraft, VerbFormView):
    template_name = "pokja/decree_drafting/text.html"
    form_class = TextForm
    done_message = "Naskah tersimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        text = actions.text_of(self.decree)
        return {**super().get_form_kwargs(), "instance": text}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        members = members_of(self.decree)
        return super().get_context_data(
            decree=self.decree,
            members=list(zip(members, annex_of(members), strict=True)),
            **kwargs,
        )

    def perform(self, form: TextForm) -> str:
        actions.write_text(decree=self.decree, by=self.actor, **form.cleaned_data)
        return reverse("decree-text", args=[self.decree.pk])


class DraftDocx(OneDraft):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        text = actions.text_of(self.decree)
        rows = annex_of(members_of(self.decree))
        content = paper.draft_docx(self.decree, text, rows)
        return attachment(content, paper.file_name(self.decree), "docx")


class DraftMembers(OneDraft, TemplateResponseMixin, ContextMixin):
    """Office holders and known people, each ticked with a kedudukan."""

    template_name = "pokja/decree_drafting/members.html"

    @cached_property
    def ranks(self) -> list[Rank]:
        return ranks_of(self.decree.region)

    def formset(self, data: QueryDict | None = None, **kwargs: Any) -> Any:
        standings = choices_of(self.ranks)
        return CandidateForms(data, form_kwargs={"standings": standings}, **kwargs)

    @cached_property
    def candidates(self) -> dict[str, Any]:
        found = candidates_for(self.decree, today(), self.ranks)[:MOST_CANDIDATES]
        return {each.key: each for each in found}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        initial = [
            {"key": each.key, "standing": each.standing}
            for each in self.candidates.values()
        ]
        return self._shown(self.formset(initial=initial))

    def _shown(
        self, formset: Any, status: int = 200, problem: str = ""
    ) -> HttpResponse:
        rows = [
            (form, self.candidates[form["key"].value()])
            for form in formset
            if form["key"].value() in self.candidates
        ]
        for form, candidate in rows:
            form.name_inputs(candidate.label)
        context = self.get_context_data(
            decree=self.decree, formset=formset, rows=rows, problem=problem
        )
        return self.render_to_response(context, status=status)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        formset = self.formset(request.POST)
        if not formset.is_valid():
            return self._shown(formset, 422, "Ada isian yang tidak dikenal.")
        holders: list[tuple[OfficeHolder, str]] = []
        people: list[tuple[Member, str]] = []
        for form in formset:
            found = self.candidates.get(form.cleaned_data.get("key", ""))
            if found is None or not form.cleaned_data["keep"]:
                continue
            standing = form.cleaned_data["standing"]
            if isinstance(found.row, OfficeHolder):
                holders.append((found.row, standing))
            else:
                people.append((found.row, standing))
        try:
            made = actions.choose_members(
                decree=self.decree, holders=holders, people=people, by=self.actor
            )
        except ValidationError as refusal:
            return self._shown(formset, 422, " ".join(refusal.messages))
        messages.success(request, f"{len(made)} anggota ditambahkan.")
        return HttpResponseRedirect(reverse("decree-text", args=[self.decree.pk]))


class DecreeCompare(ScopedView, TemplateResponseMixin, ContextMixin):
    """Members of two decrees of one team."""

    permission = Permission.MEMBER_VIEW
    template_name = "pokja/decree_drafting/compare.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        decrees = Decree.objects.readable_by(self.actor).filter(kind__in=TEAM_KINDS)
        decree = get_object_or_404(decrees.select_related("region"), pk=kwargs["pk"])
        asked = request.GET if "dengan" in request.GET else None
        form = CompareForm(asked, decree=decree, actor=self.actor)
        other = form.cleaned_data["dengan"] if asked and form.is_valid() else None
        if other is None and not asked:
            other = form.fields["dengan"].queryset.first()  # type: ignore[attr-defined]
        old, new = _in_order(decree, other)
        context = self.get_context_data(
            decree=decree,
            form=form,
            chosen=other,
            old=old,
            new=new,
            found=compare(annex_of(members_of(old)), annex_of(members_of(new)))
            if old is not None
            else None,
            can_draft=may_edit(self.actor, decree.kind),
        )
        return self.render_to_response(context)


def _in_order(decree: Decree, other: Decree | None) -> tuple[Decree | None, Decree]:
    """The later one is the new one, whichever page one came from."""
    if other is None:
        return None, decree
    first, last = (
        (each.effective_from or today(), each.pk) for each in (decree, other)
    )
    return (other, decree) if last <= first else (decree, other)
