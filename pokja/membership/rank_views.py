"""The list of kedudukan of the own region: add, rename, order, retire."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from pokja.membership import rank_actions
from pokja.membership.rank_models import Rank, Standing
from pokja.membership.ranks import ranks_of, uses_of
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.regions.models import Region

MOVES = {"naik": -1, "turun": 1}


class RankForm(forms.Form):
    label = forms.CharField(
        label="Sebutan",
        max_length=60,
        help_text="Seperti tertulis dalam SK, misalnya Wakil Ketua I.",
    )
    kind = forms.ChoiceField(
        label="Jenis",
        choices=Standing.choices,
        initial=Standing.MEMBER,
        help_text="Dipakai portal untuk mengenali Ketua, Sekretaris, dan penandatangan.",
    )


class RankPage(PermissionView):
    """Everybody who keeps members keeps the list of the own region, no other."""

    permission = Permission.MEMBER_EDIT

    @property
    def region(self) -> Region:
        region = self.actor.region
        assert region is not None  # noqa: S101 -- who keeps members has a region
        return region


class RankList(RankPage, VerbFormView):
    """The list, with the form for a new one below it."""

    template_name = "pokja/membership/ranks.html"
    form_class = RankForm
    done_message = "Kedudukan ditambahkan."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uses = uses_of(self.region)
        ranks = [(rank, uses.get(rank.pk, 0)) for rank in ranks_of(self.region)]
        return super().get_context_data(ranks=ranks, **kwargs)

    def perform(self, form: RankForm) -> str:
        rank_actions.add_rank(region=self.region, by=self.actor, **form.cleaned_data)
        return reverse("rank-list")


class OneRank(RankPage):
    """404 for a code the own region does not have."""

    @cached_property
    def rank(self) -> Rank:
        asked = self.kwargs["code"]
        found = next((r for r in ranks_of(self.region) if r.code == asked), None)
        if found is None:
            raise Http404
        return found


class RankChange(OneRank, VerbFormView):
    template_name = "pokja/membership/rank.html"
    form_class = RankForm
    done_message = "Kedudukan disimpan."

    def get_initial(self) -> dict[str, Any]:
        return {"label": self.rank.label, "kind": self.rank.kind}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uses = uses_of(self.region).get(self.rank.pk, 0)
        return super().get_context_data(rank=self.rank, uses=uses, **kwargs)

    def perform(self, form: RankForm) -> str:
        rank_actions.change_rank(
            region=self.region, code=self.rank.code, by=self.actor, **form.cleaned_data
        )
        return reverse("rank-list")


class RankStep(OneRank):
    """One button each: up, down, retire, offer again."""

    def post(self, request: HttpRequest, code: str, step: str) -> HttpResponse:
        given: dict[str, Any] = {"region": self.region, "code": self.rank.code}
        try:
            if step in MOVES:
                rank_actions.move_rank(**given, step=MOVES[step], by=self.actor)
            elif step == "hentikan":
                rank_actions.retire_rank(**given, by=self.actor)
                messages.success(request, f"{self.rank} tidak ditawarkan lagi.")
            elif step == "tawarkan":
                rank_actions.offer_rank(**given, by=self.actor)
                messages.success(request, f"{self.rank} ditawarkan lagi.")
            else:
                raise Http404
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        return redirect(f"{reverse('rank-list')}#{self.rank.code}")
