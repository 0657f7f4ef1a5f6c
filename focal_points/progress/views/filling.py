"""The OPD's pages: its periods, the form, checking and sending."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.generic import TemplateView

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.approvals import last_return_by_head
from focal_points.progress.conflict import StaleVersion
from focal_points.progress.form_page import FormPage
from focal_points.progress.lock import is_locked
from focal_points.progress.mine import mine
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, waktu

FILL = (Permission.PROGRESS_FILL, Permission.PROGRESS_FILL_FOR)


class ProgressMine(PermissionView, TemplateView):
    """The OPD's periods, the one clear task first."""

    permission = (Permission.PROGRESS_FILL, Permission.PROGRESS_APPROVE)
    template_name = "focal_points/progress/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        can_type = can(self.actor, Permission.PROGRESS_FILL)
        return super().get_context_data(can_type=can_type, **mine(self.actor), **kwargs)


class ProgressStart(PermissionView):
    permission = FILL

    def post(self, request: HttpRequest, period: int, opd: int) -> HttpResponse:
        period_row = get_object_or_404(
            ReportingPeriod.objects.owned_by(self.actor).select_related("region"),
            pk=period,
        )
        opds = Opd.objects.owned_by(self.actor)
        if self.actor.role in OPD_ROLES:
            opds = opds.filter(pk__in=opd_ids_of(self.actor))
        opd_row = get_object_or_404(opds, pk=opd)
        try:
            progress = actions.start_draft(
                period=period_row, opd=opd_row, by=self.actor
            )
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            back = self.request.headers.get("referer", "")
            is_board = "/laporan-opd/" in back
            return redirect("progress-board" if is_board else "beranda")
        return redirect("progress-form", pk=progress.pk)


class ProgressFormView(WritableMixin):
    """One page, one form; every button saves first. Works without JavaScript."""

    permission = FILL
    template_name = "focal_points/progress/form.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if progress.state not in EDITABLE or is_locked(progress):
            return redirect("progress-detail", pk=pk)
        page = FormPage(progress)
        page.evidence = FormPage(progress, request=request).evidence
        return self._show(progress, page)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        page = FormPage(progress, data=request.POST, request=request)
        if request.headers.get("X-Autosave"):
            return self._autosave(progress, page)
        try:
            self._save(progress, page)
        except StaleVersion as stale:
            return self._show_conflict(stale, request)
        except Refusal as refusal:
            return self._show(
                progress, page, refused=refusal.sentence, status=422, unsaved=True
            )
        if page.evidence is not None and page.evidence.errors:
            progress = self.get_report()
            return self._show(progress, page, status=422)
        return self._next(request, page)

    def _autosave(self, progress: Progress, page: FormPage) -> JsonResponse:
        """The same save, told to the script that asked for it. Files wait for a button."""
        page.evidence = None
        try:
            self._save(progress, page)
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=409)
        saved = self.get_report()
        told = f"Tersimpan otomatis pukul {self._time(saved)}"
        if saved.unread:
            told += f"; {len(saved.unread)} isian belum terbaca"
        return JsonResponse({"version": saved.version, "told": told})

    @staticmethod
    def _time(progress: Progress) -> str:
        return waktu(now(), ZONES[progress.opd.region.zone])

    def _save(self, progress: Progress, page: FormPage) -> None:
        try:
            version = int(self.request.POST.get("version", ""))
        except ValueError:
            version = -1
        actions.save(
            progress=progress,
            version=version,
            answers=page.answers(),
            activities=page.activity_answers(),
            unread=page.unread(),
            by=self.actor,
        )
        evidence = page.evidence
        if evidence is not None and evidence.is_valid():
            for upload in evidence.cleaned_data["bukti"]:
                actions.attach_file(
                    progress=progress,
                    upload=upload,
                    caption=evidence.cleaned_data["bukti_caption"],
                    by=self.actor,
                )

    def _next(self, request: HttpRequest, page: FormPage) -> HttpResponse:
        wanted, _, target = request.POST.get("aksi", "draf").partition("-")
        here = reverse("progress-form", args=[self.kwargs["pk"]])
        progress = self.get_report()
        try:
            if wanted == "tambah":
                row = actions.add_activity(
                    progress=progress,
                    version=progress.version,
                    name=request.POST.get("new_activity", ""),
                    by=self.actor,
                )
                return redirect(f"{here}#kegiatan-{row.pk}")
            if wanted == "hapus" and target.isdecimal() and len(target) < 18:
                actions.remove_activity(
                    progress=progress,
                    version=progress.version,
                    activity_id=int(target),
                    by=self.actor,
                )
                messages.success(request, "Kegiatan dihapus.")
                return redirect(f"{here}#kegiatan")
            if wanted == "lepas" and target.isdecimal() and len(target) < 18:
                actions.remove_file(
                    progress=progress, file_id=int(target), by=self.actor
                )
                messages.success(request, "Bukti dilepas dari laporan.")
                return redirect(f"{here}#bukti-bagian")
        except Refusal as refusal:
            return self._show(
                progress, FormPage(progress), refused=refusal.sentence, status=422
            )
        if wanted == "periksa" and not progress.unread:
            return redirect("progress-check", pk=progress.pk)
        self._tell_saved(progress)
        return redirect(here)

    def _tell_saved(self, progress: Progress) -> None:
        when = self._time(progress)
        if progress.unread:
            messages.warning(
                self.request,
                f"Draf tersimpan pukul {when}. {len(progress.unread)} isian belum "
                "terbaca: tulisannya tetap ada, perbaiki yang bertanda.",
            )
        else:
            messages.success(self.request, f"Draf tersimpan pukul {when}.")

    def _show_conflict(self, stale: StaleVersion, request: HttpRequest) -> HttpResponse:
        """Both texts side by side; the next save is a choice, not an accident."""
        stored = self.get_report()
        theirs = FormPage(stored)
        mine_page = FormPage(stored, data=request.POST, request=request)
        differing = [
            {
                "label": str(a.label),
                "anchor": str(a.id_for_label),
                "theirs": _shown(a),
                "mine": _shown(b),
            }
            for left, right in zip(theirs.forms(), mine_page.forms(), strict=True)
            for a, b in zip(left, right, strict=True)
            if _shown(a) != _shown(b)
        ]
        differing += _typed_into_removed(mine_page, request)
        if not differing:
            return redirect("progress-form", pk=stored.pk)
        return self._show(
            stored,
            mine_page,
            refused=stale.sentence,
            differing=differing,
            status=409,
            unsaved=True,
        )

    def _show(
        self,
        progress: Progress,
        page: FormPage,
        *,
        refused: str = "",
        differing: list[dict[str, str]] | None = None,
        status: int = 200,
        unsaved: bool = False,
    ) -> HttpResponse:
        if page.evidence is None:
            page.evidence = FormPage(progress, request=self.request).evidence
        context = {
            "progress": progress,
            "page": page,
            "sections": page.sections(),
            "activities": page.activity_sections(),
            "files": progress.files.select_related("file"),
            "errors": page.errors(),
            "refused": refused,
            "differing": differing,
            "unsaved": unsaved,
            "is_editable": progress.state in EDITABLE and not is_locked(progress),
            "head_return": last_return_by_head(progress),
            "new_activity": self.request.POST.get("new_activity", "")
            if unsaved
            else "",
        }
        return render(self.request, self.template_name, context, status=status)


def _typed_into_removed(page: FormPage, request: HttpRequest) -> list[dict[str, str]]:
    """Activities that were deleted meanwhile: what was typed there is shown once more."""
    kept = {f"kegiatan-{row.pk}" for row in page.rows}
    found: dict[str, list[str]] = {}
    for name, text in request.POST.items():
        match = re.match(r"(kegiatan-[0-9]+)-", name)
        if match and match[1] not in kept and str(text).strip():
            found.setdefault(match[1], []).append(str(text).strip())
    return [
        {
            "label": "Kegiatan yang dihapus orang lain",
            "anchor": "kegiatan",
            "theirs": "",
            "mine": "; ".join(texts),
        }
        for texts in found.values()
    ]


def _shown(field: Any) -> str:
    value = field.value()
    if isinstance(value, list):
        return ", ".join(value)
    return str(value or "").strip().replace("\r\n", "\n")
