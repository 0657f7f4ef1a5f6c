"""Evidence that arrives in parts: a cut line goes on where it stopped."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, JsonResponse

from focal_points.progress import actions
from focal_points.progress.lock import is_locked
from focal_points.progress.models import EDITABLE, Progress, ProgressFile
from focal_points.progress.views.filling import FILL
from focal_points.progress.views.finding import WritableMixin
from pug_portal.access.refusal import Refusal
from pug_portal.files.actions import empty_sentence
from pug_portal.files.parts import Part


class ProgressUpload(WritableMixin):
    """GET tells how much has come; POST brings the next part."""

    permission = FILL

    def get(self, request: HttpRequest, pk: int) -> JsonResponse:
        progress = self.get_report()
        try:
            part = self._part(progress, request.GET)
            row = self._arrived(progress, part)
            told = self._told(row, row.file.size) if row else {"ada": part.size}
            return JsonResponse(told)
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=422)

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        progress = self.get_report()
        try:
            return JsonResponse(self._take(progress, request))
        except Refusal as refusal:
            return JsonResponse({"told": refusal.sentence}, status=422)

    def _part(self, progress: Progress, facts: dict[str, str]) -> Part:
        owner = f"{self.writer()}-{progress.pk}"
        return Part(owner, str(facts.get("kunci", "")))

    def _take(self, progress: Progress, request: HttpRequest) -> dict[str, object]:
        if progress.state not in EDITABLE or is_locked(progress):
            raise Refusal(
                "Laporan ini sudah diajukan atau dikunci, jadi bukti tidak dapat "
                "ditambah. Muat ulang halaman ini untuk melihat keadaannya."
            )
        part = self._part(progress, request.POST)
        if row := self._arrived(progress, part):
            self._describe(row)
            return self._told(row, row.file.size)
        sent = request.FILES.get("potongan")
        start, total = _number(request, "mulai"), _number(request, "ukuran")
        name = request.POST.get("nama", "berkas")[:200] or "berkas"
        if sent is not None and request.POST.get("ukuran") == "0":
            raise Refusal(empty_sentence(name))
        if sent is None or total <= 0:
            raise Refusal("Unggahan ini tidak utuh. Pilih berkasnya sekali lagi.")
        size = part.add(sent.read(), start=start, total=total, name=name)
        if size < total:
            return {"ada": size}
        return self._told(self._attach(progress, part, name), size)

    def _attach(self, progress: Progress, part: Part, name: str) -> ProgressFile:
        """Should the server fail here, all parts are still there for the next try."""
        post = self.request.POST
        try:
            row = actions.attach_file(
                progress=progress,
                upload=SimpleUploadedFile(name, part.content()),
                caption=post.get("bukti_caption", "")[:200],
                activity_id=_number(self.request, "bukti_kegiatan"),
                by=self.actor,
            )
        except Refusal:
            part.forget()
            raise
        part.finish(row.pk)
        return row

    def _arrived(self, progress: Progress, part: Part) -> ProgressFile | None:
        key = part.became
        row = progress.files.select_related("file").filter(pk=key or 0).first()
        if row is not None:
            row.progress = progress
        return row

    def _describe(self, row: ProgressFile) -> None:
        """What it shows was typed after the file had been chosen."""
        caption = self.request.POST.get("keterangan_susulan", "").strip()[:200]
        if caption and not row.caption:
            actions.describe_file(
                progress=row.progress,
                file_id=row.pk,
                caption=caption,
                document_date=row.file.document_date,
                activity_id=row.activity_id,
                by=self.actor,
            )

    def _told(self, row: ProgressFile, size: int) -> dict[str, object]:
        ways = self.ways(row.progress)
        return {
            "ada": size,
            "nama": row.file.name,
            "ubah": ways.facts(row.pk),
            "alamat": ways.file(row.file_id),
            "juga": actions.also_in(row),
            "version": self.get_report().version,
        }


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 18 else 0
