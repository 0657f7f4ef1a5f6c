"""The periods of evaluation: the list, one of them, its pack."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.core.files.storage import default_storage
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.evaluation import actions
from prasyarat.evaluation.forms import PeriodForm, last_year
from prasyarat.evaluation.models import (
    EvaluationPack,
    EvaluationPeriod,
    FolderDraft,
    PeriodState,
)
from prasyarat.evaluation.pack_actions import ask_pack
from prasyarat.evaluation.pages import PeriodOfAddress, RegionOfActor
from prasyarat.evaluation.placing import pack_name
from prasyarat.evaluation.workflow import WORKFLOW
from prasyarat.instruments.use import current_instrument
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.health.pulse import is_worker_alive

TONES = {
    PeriodState.PREPARING: ("draf", "progress"),
    PeriodState.SENT: ("aju", "send"),
    PeriodState.CLOSED: ("set", "circle-check"),
}
SHOWN = 5


def badge_of(period: EvaluationPeriod) -> tuple[str, str, str]:
    if period.is_late:
        return ("lat", f"Terlambat {-period.days_left} hari", "clock-exclamation")
    tone, icon = TONES[PeriodState(period.state)]
    return (tone, period.get_state_display(), icon)


class EvaluationList(RegionOfActor, VerbFormView):
    form_class = PeriodForm
    template_name = "prasyarat/evaluation/list.html"
    done_message = "Periode evaluasi dibuka."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.actor}

    def get_initial(self) -> dict[str, Any]:
        instrument = current_instrument(self.own_region)
        return {"first_year": last_year(), "instrument": instrument}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = EvaluationPeriod.objects.filter(region=self.own_region)
        rows = rows.select_related("instrument").annotate(
            ready_count=Count("packs", filter=~Q(packs__path=""))
        )
        periods = [(row, badge_of(row)) for row in rows]
        return super().get_context_data(
            periods=periods, own_region=self.own_region, **kwargs
        )

    def perform(self, form: PeriodForm) -> str:
        made = actions.open_period(
            region=self.own_region, by=self.actor, **form.cleaned_data
        )
        return reverse("evaluation-detail", args=[made.pk])


class EvaluationDetail(PeriodOfAddress, TemplateView):
    template_name = "prasyarat/evaluation/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        period = self.period
        mine = EvaluationPack.objects.of(self.actor).filter(period=period)
        packs = list(mine[:SHOWN])
        for pack in packs:
            pack.period = period
        folders = FolderDraft.objects.of(self.actor).filter(period=period)
        newest = packs[0] if packs else None
        is_running = newest is not None and newest.is_pending
        return super().get_context_data(
            period=period,
            badge=badge_of(period),
            steps=WORKFLOW.offered(period.state, self.actor),
            pack=newest,
            older=packs[1:],
            is_running=is_running,
            no_worker=is_running and not is_worker_alive(),
            folders=[each for each in folders[:SHOWN] if each.path or each.applied],
            **kwargs,
        )


class EvaluationEdit(PeriodOfAddress, VerbFormView):
    form_class = PeriodForm
    template_name = "prasyarat/evaluation/edit.html"
    done_message = "Periode evaluasi diperbarui."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.actor}

    def get_initial(self) -> dict[str, Any]:
        names = ("first_year", "years", "instrument", "as_of", "due_on")
        return {name: getattr(self.period, name) for name in names}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(period=self.period, **kwargs)

    def perform(self, form: PeriodForm) -> str:
        actions.change_period(period=self.period, by=self.actor, **form.cleaned_data)
        return reverse("evaluation-detail", args=[self.period.pk])


class _PeriodButton(PeriodOfAddress, VerbButtonView):
    def back(self) -> str:
        return reverse("evaluation-detail", args=[self.period.pk])


class EvaluationMove(_PeriodButton):
    done_message = "Status periode diperbarui."

    def perform(self) -> None:
        target = self.request.POST.get("status", "")
        if target not in PeriodState.values:
            raise Refusal("Pilih status dari tombol yang ada.")
        actions.move_period(
            period=self.period, target=PeriodState(target), by=self.actor
        )


class PackAsk(_PeriodButton):
    done_message = "Paket sedang disusun. Tautannya muncul di halaman ini."

    def perform(self) -> None:
        ask_pack(period=self.period, by=self.actor)


class PackOfAddress(PermissionView):
    """Only who asked for it, under the same hat: a pack holds what that person may read."""

    permission = Permission.EVALUATION_EDIT

    def pack(self) -> EvaluationPack:
        rows = EvaluationPack.objects.of(self.actor).owned_by(self.actor)
        rows = rows.select_related("period__region")
        return get_object_or_404(rows, pk=self.kwargs["pk"])


class PackProgress(PackOfAddress):
    """A fragment for the page that waits; when the job has ended the page reloads."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        pack = self.pack()
        context = {"pack": pack, "period": pack.period}
        response = render(request, "prasyarat/evaluation/_pack.html", context)
        if not pack.is_pending:
            response["HX-Refresh"] = "true"
        response["Cache-Control"] = "no-store"
        return response


class PackDownload(PackOfAddress):
    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        pack = self.pack()
        if not pack.is_ready or not default_storage.exists(pack.path):
            raise Http404
        response = FileResponse(
            default_storage.open(pack.path), content_type="application/zip"
        )
        name = quote(pack_name(pack.period))
        response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response
