"""Every submission of a report, and any two of them side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import TemplateView

from focal_points.progress import actions
from focal_points.progress.actions.restoring import called
from focal_points.progress.content import Content, snapshot
from focal_points.progress.differences import differences
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.older_texts import would_be
from focal_points.progress.queries import versions_sent
from focal_points.progress.review_models import KeptDraft, ProgressVersion
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import ReportMixin, WritableMixin
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES, SETTLED_ONLY_ROLES

NOW = "kini"


class ProgressVersions(ReportMixin, TemplateView):
    """For the OPD and for those of its region who judge; others read what is settled."""

    permission = (Permission.PROGRESS_VIEW, *FILL)
    template_name = "focal_points/progress/versions.html"

    def get_report(self) -> Progress:
        progress = super().get_report()
        region = self.actor.region
        is_own = region is not None and region.pk == progress.opd.region_id
        if not is_own or self.actor.role in SETTLED_ONLY_ROLES:
            raise PermissionDenied(
                "Riwayat pengajuan dibaca OPD itu dan sekretariat daerahnya."
            )
        return progress

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = self.get_report()
        versions = self._versions(progress)
        contents: dict[str, Content] = {str(v.number): v.content for v in versions}
        if self._shows_draft(progress):
            contents[NOW] = snapshot(progress)
        keys = list(contents)
        old = self._pick("lama", keys, keys[-2] if len(keys) > 1 else "")
        new = self._pick("baru", keys, keys[-1] if keys else "")
        can_put_back = self._may_write(progress)
        return super().get_context_data(
            progress=progress,
            versions=versions,
            can_put_back=can_put_back,
            kept_drafts=progress.kept_drafts.select_related("kept_by")
            if can_put_back
            else [],
            has_draft=NOW in contents,
            old=old,
            new=new,
            differences=differences(contents[old], contents[new])
            if old and new
            else None,
            **kwargs,
        )

    def _may_write(self, progress: Progress) -> bool:
        rows = Progress.objects.writable_by(self.actor).filter(pk=progress.pk)
        return _is_open(progress) and rows.exists()

    def _versions(self, progress: Progress) -> list[ProgressVersion]:
        """Withdrawn unread, a submission is the OPD's alone."""
        if self.actor.role in OPD_ROLES:
            rows = progress.versions.order_by("number")
            return list(rows.select_related("submitted_by"))
        return versions_sent(progress)

    def _shows_draft(self, progress: Progress) -> bool:
        return self.actor.role in OPD_ROLES and progress.state in EDITABLE

    def _pick(self, name: str, keys: list[str], usual: str) -> str:
        wanted = self.request.GET.get(name, "")
        return wanted if wanted in keys else usual


class ProgressPutBack(WritableMixin):
    """Asks first: GET shows what would change, POST puts the older text back."""

    permission = FILL
    template_name = "focal_points/progress/put_back.html"

    def get(
        self, request: HttpRequest, pk: int, number: int, kind: str
    ) -> HttpResponse:
        progress = self.get_report()
        text = self._text(progress, kind, number)
        if not _is_open(progress):
            messages.error(request, "Laporan ini sedang tidak dapat diubah.")
            return redirect("progress-versions", pk=pk)
        present = snapshot(progress)
        context = {
            "progress": progress,
            "called": called(text),
            "differences": differences(present, would_be(present, text.content)),
        }
        return render(request, self.template_name, context)

    def post(
        self, request: HttpRequest, pk: int, number: int, kind: str
    ) -> HttpResponse:
        text = self._text(self.get_report(), kind, number)
        try:
            is_done = actions.put_back(text=text, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("progress-versions", pk=pk)
        told = f"Isi {called(text)} sudah ada di draf."
        if is_done:
            told = (
                f"Isi {called(text)} dikembalikan ke draf. Isi sebelumnya tersimpan di "
                "riwayat pengajuan."
            )
        messages.success(request, told)
        return redirect("progress-form", pk=pk)

    def _text(
        self, progress: Progress, kind: str, number: int
    ) -> ProgressVersion | KeptDraft:
        rows: Any = progress.kept_drafts.all()
        if kind == "pengajuan":
            rows = progress.versions.all()
            if self.actor.role not in OPD_ROLES:
                rows = rows.filter(withdrawn_at=None)
        text: ProgressVersion | KeptDraft = get_object_or_404(rows, number=number)
        return text


def _is_open(progress: Progress) -> bool:
    return progress.state in EDITABLE and not is_locked(progress)
