"""Evidence that arrives in parts: a cut line goes on where it stopped."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, JsonResponse
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE, Progress
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.refusal import Refusal
from pug_portal.files.parts import Part


class ProgressUpload(WritableMixin):
    """GET tells how much has come; POST brings the next part."""

    permission = FILL

    def get(self, request: HttpRequest, pk: int) -> JsonResponse:
        progress = self.get_report()
        try:
            return JsonResponse({"ada": self._part(progress, request.GET).size})
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=422)

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        progress = self.get_report()
        try:
            return JsonResponse(self._take(progress, request))
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=422)

    def _part(self, progress: Progress, facts: dict[str, str]) -> Part:
        owner = f"{self.actor.user_id}-{progress.pk}"
        return Part(owner, str(facts.get("kunci", "")))

    def _take(self, progress: Progress, request: HttpRequest) -> dict[str, object]:
        if progress.state not in EDITABLE or is_locked(progress):
            raise Refusal("Laporan ini sedang tidak dapat diubah.")
        part = self._part(progress, request.POST)
        sent = request.FILES.get("potongan")
        start, total = _number(request, "mulai"), _number(request, "ukuran")
        name = request.POST.get("nama", "berkas")[:200] or "berkas"
        if sent is None or total <= 0:
            raise Refusal("Unggahan ini tidak utuh. Pilih berkasnya sekali lagi.")
        size = part.add(sent.read(), start=start, total=total, name=name)
        if size < total:
            return {"ada": size}
        row = actions.attach_file(
            progress=progress,
            upload=SimpleUploadedFile(name, part.take()),
            caption=request.POST.get("bukti_caption", "")[:200],
            activity_id=_number(request, "bukti_kegiatan"),
            by=self.actor,
        )
        return {
            "ada": size,
            "nama": row.file.name,
            "alamat": reverse("file-download", args=[row.file_id]),
            "juga": actions.also_in(row),
            "version": self.get_report().version,
        }


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 18 else 0
