"""Files of a letter and of the meeting kit, and the work in the background."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify

from pokja.letters import job_actions
from pokja.letters.channels import calendar
from pokja.letters.kit import DOCUMENTS, archive, document, file_stem, kit_of
from pokja.letters.models import LetterJob
from pokja.letters.paper import letter_docx, letter_pdf
from pokja.letters.views import LetterOfAddress
from pokja.meetings.reading import keeps
from pokja.meetings.view_bases import MeetingOfAddress
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView, PermissionView, ScopedView
from pug_portal.lib import ical
from pug_portal.lib.docx_parts import CONTENT_TYPE as DOCX_TYPE
from pug_portal.lib.pdf import RenderError

PDF_TYPE, ZIP_TYPE = "application/pdf", "application/zip"


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


class LetterFile(ScopedView, LetterOfAddress):
    """PDF, DOCX or ICS of a finished letter; `?penerima=2` is the second one's own."""

    permission = Permission.MEETING_VIEW

    def get(self, request: HttpRequest, pk: int, form: str) -> HttpResponse:
        letter = self.letter
        if not letter.is_finished:
            raise Http404
        make = {"pdf": self._pdf, "docx": self._docx, "ics": self._ics}.get(form)
        if make is None:
            raise Http404
        content, kind = make()
        return download(content, f"{slugify(str(letter))[:80]}.{form}", kind)

    def _pdf(self) -> tuple[bytes, str]:
        return letter_pdf(self.content, self._addressee()), PDF_TYPE

    def _docx(self) -> tuple[bytes, str]:
        return letter_docx(self.content), DOCX_TYPE

    def _ics(self) -> tuple[bytes, str]:
        finished_at = self.letter.finished_at
        assert finished_at is not None  # noqa: S101 -- a database constraint says so
        return calendar(self.content, finished_at), ical.CONTENT_TYPE

    def _addressee(self) -> Any:
        place = self.request.GET.get("penerima", "")
        if not place:
            return None
        people = self.content.addressees
        if not place.isdecimal() or len(place) > 4 or not 0 < int(place) <= len(people):
            raise Http404
        return people[int(place) - 1]


class _LetterButton(ScopedView, LetterOfAddress, VerbButtonView):
    permission = Permission.MEETING_EDIT

    def back(self) -> str:
        return reverse("letter-detail", args=[self.letter.pk])


class LetterZip(_LetterButton):
    done_message = "ZIP sedang disusun. Tautannya muncul di halaman ini."

    def perform(self) -> None:
        job_actions.ask_zip(letter=self.letter, by=self.actor)


class LetterMailOut(_LetterButton):
    done_message = "Surel sedang dikirim. Hasilnya muncul di halaman ini."

    def perform(self) -> None:
        job_actions.ask_mail(letter=self.letter, by=self.actor)


class JobOfAddress(PermissionView):
    """Jobs belong to the desk of the region that sent the letter."""

    permission = Permission.MEETING_EDIT

    def job(self) -> LetterJob:
        rows = LetterJob.objects.with_meeting().prefetch_related("mails")
        found = get_object_or_404(rows, pk=self.kwargs["pk"])
        if not keeps(self.actor, found.about.region_id):
            raise Http404
        return found


class JobProgress(JobOfAddress):
    """A fragment for the page that waits; when the job has ended the page reloads."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        job = self.job()
        response = render(request, "pokja/letters/_job.html", {"job": job})
        if not job.is_pending:
            response["HX-Refresh"] = "true"
        response["Cache-Control"] = "no-store"
        return response


class JobDownload(JobOfAddress):
    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        job = self.job()
        if not job.path or not default_storage.exists(job.path):
            raise Http404
        name = f"{slugify(str(job.letter or job))[:80]}.zip"
        return FileResponse(
            default_storage.open(job.path),
            as_attachment=True,
            filename=name,
            content_type=ZIP_TYPE,
        )


class MeetingKit(OwnedView, MeetingOfAddress):
    """One sheet of the kit as PDF, or «semua» as ZIP."""

    permission = Permission.MEETING_EDIT

    def get(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        if name != "semua" and name not in DOCUMENTS:
            raise Http404
        kit = kit_of(self.meeting)
        try:
            if name == "semua":
                stem = file_stem(self.meeting, "kelengkapan")
                return download(archive(kit), f"{stem}.zip", ZIP_TYPE)
            content = document(kit, name)
        except RenderError as failure:
            messages.error(request, f"Gagal menyusun berkas: {failure.reason}")
            return redirect("meeting-letters", pk=pk)
        if content is None:
            messages.error(request, "Selesaikan dahulu surat undangannya.")
            return redirect("meeting-letters", pk=pk)
        return download(content, f"{file_stem(self.meeting, name)}.pdf", PDF_TYPE)
