"""The verifier's pages: the review and reopening."""

from __future__ import annotations

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator

from focal_points.progress import actions
from focal_points.progress.actions.verification import verified_sentence
from focal_points.progress.changed import changes
from focal_points.progress.checks import findings
from focal_points.progress.content import snapshot
from focal_points.progress.desk import beside, next_after
from focal_points.progress.lock import is_period_locked
from focal_points.progress.models import Progress, State
from focal_points.progress.phrases import PHRASES
from focal_points.progress.pprg_counts import contradictions
from focal_points.progress.queries import versions_sent
from focal_points.progress.reading import read
from focal_points.progress.separation import why_not_verify, with_own_part
from focal_points.progress.step_forms import ReopenForm
from focal_points.progress.stepper import steps_of
from focal_points.progress.thread import keep_replies, open_and_closed
from focal_points.progress.views.finding import ReportMixin
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.queries import history_of
from pug_portal.lib.fields import TanggalField


class OwnRegionMixin(ReportMixin):
    """Judging needs one's own region: a province reads and does not judge."""

    def get_report(self) -> Progress:
        progress = super().get_report()
        region = self.actor.region
        if region is None or region.pk != progress.opd.region_id:
            raise PermissionDenied(
                "Laporan ini milik daerah lain. Daerah Anda dapat membacanya, "
                "verifikasi dilakukan oleh daerah pemiliknya."
            )
        return progress


@method_decorator(csp_update({"frame-src": [SELF]}), name="dispatch")
class ProgressReview(OwnRegionMixin):
    """Answers beside evidence; a note beside each answer; return or verify."""

    permission = Permission.PROGRESS_VERIFY
    template_name = "focal_points/progress/review.html"

    def rows(self) -> QuerySet[Progress]:
        return with_own_part(super().rows(), self.actor)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if progress.state != State.SUBMITTED:
            return redirect("progress-detail", pk=pk)
        if reason := why_not_verify(progress, self.actor):
            raise PermissionDenied(reason)
        if progress.opened_by_verifier_at is None:
            progress = actions.open_for_review(progress=progress, by=self.actor)
        return self._show(progress)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if reason := why_not_verify(progress, self.actor):
            raise PermissionDenied(reason)
        try:
            marks = request.POST.getlist("periksa")
            actions.recheck(progress=progress, marks=marks, by=self.actor)
            self._keep_notes(progress)
            for sentence in keep_replies(progress, request.POST, self.actor):
                messages.warning(request, sentence)
            done = self._act(progress)
        except Refusal as refusal:
            fresh = self.get_report()
            if fresh.state != State.SUBMITTED:
                messages.error(request, self._why_moved(fresh, refusal))
                self._hand_back_notes(progress)
                return redirect("progress-detail", pk=pk)
            return self._show(fresh, refused=refusal, status=422)
        if done:
            return self._go_on(progress, done)
        return redirect(reverse("progress-review", args=[pk]))

    def _go_on(self, progress: Progress, done: str) -> HttpResponse:
        """Straight to the next report, so that the hands stay on the keyboard."""
        following = next_after(progress, self.actor)
        if following is None:
            messages.success(self.request, f"{done} Antrean kosong.")
            return redirect("progress-queue")
        messages.success(self.request, done)
        return redirect("progress-review", pk=following.pk)

    def _why_moved(self, progress: Progress, refusal: Refusal) -> str:
        if progress.state == State.VERIFIED:
            return verified_sentence(progress)
        return refusal.sentence

    def _keep_notes(self, progress: Progress) -> None:
        for name, text in self.request.POST.items():
            if name.startswith("catatan-") and str(text).strip():
                actions.add_note(
                    progress=progress,
                    field=name.removeprefix("catatan-").removeprefix("umum"),
                    text=str(text)[:2000],
                    by=self.actor,
                )

    def _hand_back_notes(self, progress: Progress) -> None:
        """The report went away under the verifier's hands: the words are shown once."""
        kept = set(progress.notes.values_list("text", flat=True))
        for name, typed in self.request.POST.items():
            text = str(typed).replace("\r\n", "\n").strip()
            is_note = name.startswith(("catatan-", "tanggapan-"))
            if is_note and text and text not in kept:
                messages.warning(
                    self.request, f"Catatan Anda belum tersimpan: «{text}»"
                )

    def _act(self, progress: Progress) -> str:
        wanted, _, target = self.request.POST.get("aksi", "catatan").partition("-")
        if (
            wanted in ("diperbaiki", "dikesampingkan")
            and target.isdecimal()
            and len(target) < 18
        ):
            note = get_object_or_404(progress.notes, pk=int(target))
            actions.resolve_note(note=note, resolution=wanted, by=self.actor)
            return ""
        if wanted == "kembalikan":
            actions.return_to_opd(
                progress=progress, open_until=self._open_until(), by=self.actor
            )
            return (
                f"Laporan {progress.called_opd.short_name} dikembalikan dengan catatan."
            )
        if wanted == "verifikasi":
            actions.verify(progress=progress, by=self.actor)
            return f"Laporan {progress.called_opd.short_name} terverifikasi."
        told = "Tanda periksa" if wanted == "periksa" else "Catatan"
        messages.success(self.request, f"{told} tersimpan.")
        return ""

    def _open_until(self) -> Any:
        typed = self.request.POST.get("open_until", "").strip()
        if not typed:
            return None
        field = TanggalField(required=False)
        try:
            return field.clean(typed)
        except ValidationError as wrong:
            raise Refusal(
                "Tanggal batas perbaikan tidak terbaca. Tulis misalnya 26-10-2020.",
                field="open_until",
            ) from wrong

    def _show(
        self, progress: Progress, *, refused: Refusal | None = None, status: int = 200
    ) -> HttpResponse:
        files = list(progress.files.select_related("file", "activity"))
        sent = versions_sent(progress)
        # What was sent is what stands here: nobody writes in it while it is judged.
        content = sent[-1].content if sent else snapshot(progress, files)
        verified = next((row for row in reversed(sent) if row.verified_at), None)
        before = verified or (sent[-2] if len(sent) > 1 else None)
        changed = changes(verified, content) if verified else []
        notes = list(open_and_closed(progress))
        opened = [note for note in notes if note.resolved_at is None]
        context = {
            "progress": progress,
            "reading": read(content, before.content if before else None, notes),
            "times_sent": len(sent),
            "verified": verified,
            "changed": changed,
            "unchecked": sum(change.recheck is None for change in changed),
            "since": "diverifikasi" if verified else "pengajuan sebelumnya",
            "findings": [
                *findings(content, progress.period.semester),
                *contradictions(progress, content["fields"]),
            ],
            "open_notes": len(opened),
            "can_reply": True,
            "files": files,
            "history": history_of(progress),
            "steps": steps_of(progress),
            "refused": refused,
            "beside": beside(progress, self.actor),
            "phrases": PHRASES,
            "needs_date": is_period_locked(progress.period),
            "open_until": self.request.POST.get("open_until", ""),
        }
        return render(self.request, self.template_name, context, status=status)


class ProgressReopen(OwnRegionMixin, VerbFormView):
    permission = Permission.PROGRESS_REOPEN
    template_name = "focal_points/progress/reopen.html"
    form_class = ReopenForm
    done_message = "Laporan dibuka kembali. OPD dapat memperbaikinya."

    def get_form_kwargs(self) -> dict[str, Any]:
        needs_date = is_period_locked(self.get_report().period)
        return {**super().get_form_kwargs(), "needs_date": needs_date}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        progress = self.get_report()
        return super().get_context_data(
            progress=progress, needs_date=is_period_locked(progress.period), **kwargs
        )

    def perform(self, form: ReopenForm) -> str:
        progress = self.get_report()
        actions.reopen(progress=progress, by=self.actor, **form.cleaned_data)
        return reverse("progress-detail", args=[progress.pk])
