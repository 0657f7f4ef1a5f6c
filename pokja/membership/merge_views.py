"""Duplicates of people: suggestions, the dry run, the merge and its way back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, TemplateView

from pokja.membership.merge_actions import merge, pair, undo_merge
from pokja.membership.merge_models import PersonMerge
from pokja.membership.merging import plan_merge
from pokja.membership.writings import Writing, suggestions, writings
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import now
from pug_portal.regions.choice import chosen_region
from pug_portal.regions.models import Region

MOST_PAST = 20


class PersonDuplicates(PermissionView, TemplateView):
    """One's own region only: NIP are personal data, and the merge is its own doing."""

    permission = Permission.MEMBER_EDIT
    template_name = "pokja/membership/duplicates.html"

    @cached_property
    def region(self) -> Region:
        region = chosen_region(self.actor, None)
        require_in(self.actor, region, Permission.MEMBER_EDIT)
        return region

    @cached_property
    def people(self) -> list[Writing]:
        return writings(self.region)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        past = PersonMerge.objects.owned_by(self.actor).defer("rows", "told")
        return super().get_context_data(
            people=self.people,
            suggestions=suggestions(self.people),
            past=past[:MOST_PAST],
            choices=[
                (name, label, self.request.POST.get(name, ""))
                for name, label in (
                    ("pakai", "Yang dipakai"),
                    ("lebur", "Yang dilebur"),
                )
            ],
            **kwargs,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        kept, other = request.POST.get("pakai", ""), request.POST.get("lebur", "")
        try:
            if not (kept and other):
                raise Refusal("Pilih dua orang: yang dipakai dan yang dilebur.")
            if request.POST.get("langkah") == "lebur":
                return self._merge(kept, other)
            plan = plan_merge(*pair(self.region, kept, other), self.region, self.actor)
        except Refusal as refusal:
            context = self.get_context_data(refusal=refusal.sentence)
            return self.render_to_response(context, status=422)
        self.template_name = "pokja/membership/merge.html"
        return self.render_to_response(super().get_context_data(plan=plan))

    def _merge(self, kept: str, other: str) -> HttpResponse:
        made = merge(
            region=self.region,
            kept=kept,
            other=other,
            fingerprint=self.request.POST.get("sidik", ""),
            by=self.actor,
        )
        messages.success(self.request, "Kedua data orang dilebur.")
        return HttpResponseRedirect(reverse("person-merge", args=[made.pk]))


class PersonMergeDetail(PermissionView, DetailView):
    """404 for every other region: it tells names and NIP."""

    permission = Permission.MEMBER_EDIT
    template_name = "pokja/membership/merged.html"
    context_object_name = "made"

    def get_queryset(self) -> QuerySet[PersonMerge]:
        rows = PersonMerge.objects.owned_by(self.actor)
        return rows.select_related("region", "made_by")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        made = self.object
        may_undo = made.undone_at is None and now() <= made.undo_until
        return super().get_context_data(
            may_undo=may_undo, history=history_of(made), **kwargs
        )


class PersonMergeUndo(PermissionView):
    permission = Permission.MEMBER_EDIT

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        made = get_object_or_404(PersonMerge.objects.owned_by(self.actor), pk=pk)
        try:
            reopens = request.POST.get("akun") == "aktifkan"
            undo_merge(made=made, by=self.actor, reopens_account=reopens)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            told = "Peleburan dibatalkan; data kembali seperti semula."
            if made.closes_account and not reopens:
                told += " Akun yang dinonaktifkan tetap nonaktif."
            messages.success(request, told)
        return HttpResponseRedirect(reverse("person-merge", args=[pk]))
