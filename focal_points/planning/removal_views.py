"""«Hapus?» of a Musrenbang and of a proposal: what goes is named before it goes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property

from focal_points.planning.models import GenderProposal, Musrenbang, Stage
from focal_points.planning.removing import remove_musrenbang, remove_proposal
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView


class _Removal(PermissionView):
    permission = Permission.PLANNING_EDIT
    template_name = "focal_points/planning/remove.html"
    kwargs: dict[str, Any]

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def told(self) -> dict[str, Any]:
        """What the page names, and `seen` of it."""
        raise NotImplementedError

    def remove(self, seen: str) -> Stage:
        raise NotImplementedError

    @cached_property
    def stage(self) -> Stage:
        """It stands in the address, so that a second click still leads back to it."""
        rows = Stage.objects.for_actor(self.actor).select_related("region")
        found = get_object_or_404(rows, pk=self.kwargs["stage"])
        require_in(self.actor, found.region, Permission.PLANNING_EDIT)
        return found

    @cached_property
    def row(self) -> Any:
        return self.rows().filter(pk=self.kwargs["pk"]).first()

    def get(self, request: HttpRequest, stage: int, pk: int) -> HttpResponse:
        if self.row is None:
            raise Http404
        return self._show()

    def post(self, request: HttpRequest, stage: int, pk: int) -> HttpResponse:
        if self.row is not None:
            try:
                self.remove(request.POST.get("seen", ""))
            except Refusal as refusal:
                return self._show(refusal.sentence, 422)
            messages.success(request, "Catatan dihapus; tercatat dalam riwayat tahap.")
        return redirect("planning-stage", pk=self.stage.pk)

    def _show(self, refused: str = "", status: int = 200) -> HttpResponse:
        context = {"stage": self.stage, "refused": refused, **self.told()}
        return render(self.request, self.template_name, context, status=status)


class MusrenbangRemove(_Removal):
    def rows(self) -> QuerySet[Musrenbang]:
        return self.stage.held.select_related("stage")

    def told(self) -> dict[str, Any]:
        proposals = list(self.row.proposals.all())
        return {
            "heading": f"Hapus catatan Kecamatan {self.row.kecamatan}?",
            "musrenbang": self.row,
            "proposals": proposals,
            "seen": len(proposals),
        }

    def remove(self, seen: str) -> Stage:
        count = int(seen) if seen.isdecimal() and len(seen) < 5 else -1
        return remove_musrenbang(musrenbang=self.row, seen=count, by=self.actor)


class ProposalRemove(_Removal):
    def rows(self) -> QuerySet[GenderProposal]:
        rows = GenderProposal.objects.filter(musrenbang__stage=self.stage)
        return rows.select_related("musrenbang__stage")

    def told(self) -> dict[str, Any]:
        return {
            "heading": "Hapus usulan ini?",
            "proposals": [self.row],
            "seen": self.row.state,
        }

    def remove(self, seen: str) -> Stage:
        return remove_proposal(proposal=self.row, seen=seen, by=self.actor)
