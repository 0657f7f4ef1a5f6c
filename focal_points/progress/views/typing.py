"""The form of a report: what is typed is kept, whoever else types at the same time."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from focal_points.progress import actions
from focal_points.progress.form_answer import answer_of, differing, removed
from focal_points.progress.form_page import FormPage
from focal_points.progress.form_state import state_of_form
from focal_points.progress.lock import is_locked
from focal_points.progress.merging import Sent
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.taking_files import take_files
from focal_points.progress.thread import keep_replies
from focal_points.progress.typed import as_post, base_text, read_post
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import now
from pug_portal.lib.dates import ZONES, waktu

WITHOUT_FILE = (
    "Keterangan bukti belum dipasang karena berkasnya tidak ada. Pilih berkasnya, atau "
    "tekan Ubah pada bukti yang sudah terlampir."
)


class ProgressFormView(WritableMixin):
    """One page, one form; every button saves first. Works without JavaScript."""

    permission = FILL
    template_name = "focal_points/progress/form.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        if progress.state not in EDITABLE or is_locked(progress):
            return redirect(self.ways(progress).detail)
        return self._show(progress, FormPage(progress, request=request))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        progress = self.get_report()
        is_script = "X-Autosave" in request.headers
        if told := self._other_writer(request):
            if is_script:
                return JsonResponse({"told": told}, status=403)
            return self._show_unsaved(progress, told)
        sent = read_post(request.POST)
        try:
            saved = actions.save_typed(
                progress=progress, sent=sent, by=self.actor, choices=request.POST
            )
        except Refusal as refusal:
            if is_script:
                return JsonResponse(
                    {"told": refusal.sentence, "closed": True}, status=409
                )
            return self._show_unsaved(progress, refusal.sentence)
        if is_script:
            return JsonResponse(answer_of(saved, sent, request.POST, self._now()))
        for sentence in keep_replies(progress, request.POST, self.actor):
            messages.warning(request, sentence)
        page = FormPage(self.get_report(), request=request)
        self._take_files(progress, page)
        if saved.conflicts or saved.gone:
            return self._show_conflict(saved, sent)
        if page.evidence is not None and page.evidence.errors:
            return self._show(self.get_report(), page, status=422)
        return self._next(request)

    def _other_writer(self, request: HttpRequest) -> str:
        """A page opened by one person, sent while another one is signed in."""
        writer = request.POST.get("penulis", "")
        if writer in ("", self.writer()):
            return ""
        return (
            "Formulir ini dibuka orang lain, sedangkan sekarang Anda masuk sebagai "
            f"{self.actor.name}. Periksa isinya, lalu simpan lagi bila ini tulisan Anda."
        )

    def _now(self) -> str:
        return waktu(now(), ZONES[self.get_report().opd.region.zone])

    def _take_files(self, progress: Progress, page: FormPage) -> None:
        evidence = page.evidence
        if evidence is None or not evidence.is_valid():
            return
        data = evidence.cleaned_data
        if data["bukti_caption"] and not data["bukti"]:
            messages.warning(self.request, WITHOUT_FILE)
        for sentence in take_files(
            progress=progress,
            uploads=data["bukti"],
            together=data["bukti_gabung"],
            caption=data["bukti_caption"],
            activity_id=int(data["bukti_kegiatan"] or 0),
            by=self.actor,
        ):
            messages.warning(self.request, sentence)

    def _next(self, request: HttpRequest) -> HttpResponse:
        wanted, _, target = request.POST.get("aksi", "draf").partition("-")
        progress = self.get_report()
        ways = self.ways(progress)
        here = ways.form
        try:
            if wanted == "tambah":
                return self._add_activity(progress, here)
            if wanted in ("draf", "periksa"):
                self._add_typed_activity(progress)
            if wanted == "bawa":
                return self.carry(progress, here)
            if target.isdecimal() and len(target) < 18:
                if wanted == "hapus":
                    return self._remove_activity(progress, int(target), here)
                if wanted == "lepas":
                    return self._detach(progress, int(target), here)
        except Refusal as refusal:
            return self._show(
                progress, FormPage(progress), refused=refusal.sentence, status=422
            )
        if wanted == "periksa" and not progress.unread:
            return redirect(ways.check)
        self._tell_saved(progress)
        return redirect(here)

    def _add_activity(self, progress: Progress, here: str) -> HttpResponse:
        row = actions.add_activity(
            progress=progress,
            version=None,
            name=self.request.POST.get("new_activity", ""),
            by=self.actor,
        )
        return redirect(f"{here}#kegiatan-{row.pk}")

    def _add_typed_activity(self, progress: Progress) -> None:
        """A name that was typed is kept, whichever button was pressed."""
        name = self.request.POST.get("new_activity", "")
        if not name.strip():
            return
        row = actions.add_activity(
            progress=progress, version=None, name=name, by=self.actor
        )
        messages.success(
            self.request, f"Kegiatan «{row.name}» ditambahkan. Lengkapi isiannya."
        )

    def carry(self, progress: Progress, here: str) -> HttpResponse:
        actions.carry_forward(progress=progress, by=self.actor)
        messages.success(
            self.request,
            "Isian semester lalu dibawa. Periksa yang bertanda: perbaiki, atau centang "
            "«Masih benar».",
        )
        return redirect(here)

    def _remove_activity(
        self, progress: Progress, target: int, here: str
    ) -> HttpResponse:
        actions.remove_activity(
            progress=progress,
            version=None,
            activity_id=target,
            by=self.actor,
        )
        messages.success(self.request, "Kegiatan dihapus.")
        return redirect(f"{here}#kegiatan")

    def _detach(self, progress: Progress, target: int, here: str) -> HttpResponse:
        actions.remove_file(progress=progress, file_id=target, by=self.actor)
        messages.success(self.request, "Bukti dilepas dari laporan.")
        return redirect(f"{here}#bukti-bagian")

    def _tell_saved(self, progress: Progress) -> None:
        when = self._now()
        if progress.unread:
            messages.warning(
                self.request,
                f"Draf tersimpan pukul {when}. {len(progress.unread)} isian belum "
                "terbaca: tulisannya tetap ada, perbaiki yang bertanda.",
            )
        else:
            messages.success(self.request, f"Draf tersimpan pukul {when}.")

    def _show_unsaved(self, progress: Progress, told: str) -> HttpResponse:
        """The report was closed meanwhile: everything typed stays on the screen."""
        return self._show(
            progress,
            FormPage(progress, data=self.request.POST, request=self.request),
            refused=told,
            status=422,
            unsaved=True,
            base=self.request.POST.get("dasar", ""),
        )

    def _show_conflict(self, saved: actions.Saved, sent: Sent) -> HttpResponse:
        """Both texts side by side; the next save is a choice, not an accident."""
        texts = {**saved.texts, **{c.name: c.mine for c in saved.conflicts}}
        stored = self.get_report()
        page = FormPage(stored, data=as_post(texts), request=self.request)
        return self._show(
            stored,
            page,
            refused="Isian berikut juga ditulis orang lain, atau Anda di tab lain. "
            "Isian lain sudah tersimpan. Pilih tulisan mana yang dipakai.",
            differing=[*differing(saved, page), *removed(saved)],
            status=409,
            unsaved=True,
            base=base_text(saved.texts),
        )

    def _show(
        self,
        progress: Progress,
        page: FormPage,
        *,
        refused: str = "",
        differing: list[dict[str, Any]] | None = None,
        status: int = 200,
        unsaved: bool = False,
        base: str | None = None,
    ) -> HttpResponse:
        if page.evidence is None:
            page.evidence = FormPage(progress, request=self.request).evidence
        context = {
            **state_of_form(progress, page, self.ways(progress)),
            "writer": self.writer(),
            "refused": refused,
            "differing": differing,
            "unsaved": unsaved,
            "base": base if base is not None else base_text(page.stored()),
            "page_name": self.request.POST.get("laman", "")[:40] or uuid.uuid4().hex,
            "new_activity": self.request.POST.get("new_activity", ""),
        }
        return render(self.request, self.template_name, context, status=status)
