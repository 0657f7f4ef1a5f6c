"""Letters of a meeting, and one letter: written beside its preview, then sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView
from django.views.generic.detail import SingleObjectMixin

from focal_points.appointments.queries import sees_contacts
from pokja.letters import actions
from pokja.letters.channels import message, whatsapp_link
from pokja.letters.choices import CALLS_OFF
from pokja.letters.content import LetterContent
from pokja.letters.forms import LetterForm
from pokja.letters.kit import DOCUMENTS
from pokja.letters.mailing import can_mail
from pokja.letters.models import Letter, LetterJob
from pokja.letters.placeholders import unfilled
from pokja.letters.queries import differs, kinds_offered, latest_finished, letters_of
from pokja.letters.writing import content_of, texts_of
from pokja.meetings.models import Meeting
from pokja.meetings.reading import keeps
from pokja.meetings.view_bases import MeetingOfAddress
from pokja.meetings.workflow import FACTS_OPEN
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import OwnedView, ScopedView


class MeetingLetters(ScopedView, DetailView):
    """What goes out before a meeting: who is invited, letters, the meeting kit."""

    permission = Permission.MEETING_VIEW
    template_name = "pokja/letters/meeting.html"
    context_object_name = "meeting"
    queryset = Meeting.objects.select_related("region")
    object: Meeting

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.object
        is_keeper = keeps(self.actor, meeting.region_id)
        letters = list(letters_of(meeting, self.actor))
        latest = next((each for each in letters if each.is_finished), None)
        drafts = {each.kind for each in letters if not each.is_finished}
        offered = kinds_offered(meeting, latest) if is_keeper else []
        return super().get_context_data(
            is_keeper=is_keeper,
            letters=letters,
            zone=meeting.region.zone,
            offered=[kind for kind in offered if kind not in drafts],
            is_outdated=bool(latest and offered and differs(meeting, latest)),
            invitees=meeting.invitees.count() if is_keeper else None,
            can_choose=is_keeper and meeting.state in FACTS_OPEN,
            kit=DOCUMENTS.items() if is_keeper else (),
            has_letter=any(
                each.is_finished and each.kind not in CALLS_OFF for each in letters
            ),
            **kwargs,
        )


class LetterBegin(OwnedView, MeetingOfAddress):
    """A button: opens the draft of this kind, made with the usual words if there is none."""

    permission = Permission.MEETING_EDIT
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int, kind: str) -> HttpResponse:
        try:
            letter = actions.begin_letter(
                meeting=self.meeting, kind=kind, by=self.actor
            )
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("meeting-letters", pk=pk)
        return redirect("letter-detail", pk=letter.pk)


class LetterOfAddress(SingleObjectMixin):
    """Its width comes from ScopedView, which every user of this class names first."""

    queryset = Letter.objects.select_related(
        "meeting__region",
        "letterhead",
        "signer",
        "on_behalf_of",
        "via",
        "refers_to",
        "finished_by",
    )

    @cached_property
    def letter(self) -> Letter:
        found = self.get_object()
        assert isinstance(found, Letter)  # noqa: S101 -- narrows for mypy
        return found

    @cached_property
    def content(self) -> LetterContent:
        return content_of(self.letter)


class LetterDetail(ScopedView, LetterOfAddress, VerbFormView):
    """A draft: form and preview. Finished: the paper and every way to send it."""

    permission = Permission.MEETING_VIEW
    write_permission = Permission.MEETING_EDIT
    form_class = LetterForm

    def get_template_names(self) -> list[str]:
        page = "letter" if self.letter.is_finished else "draft"
        return [f"pokja/letters/{page}.html"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.letter.is_finished:
            messages.error(request, "Surat yang sudah selesai tidak dapat diubah.")
            return redirect(self.page())
        return super().post(request, *args, **kwargs)

    @property
    def is_keeper(self) -> bool:
        return keeps(self.actor, self.letter.meeting.region_id)

    def page(self) -> str:
        return reverse("letter-detail", args=[self.letter.pk])

    def get_form(self, form_class: Any = None) -> Any:
        return None if self.letter.is_finished else super().get_form(form_class)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.letter.meeting.region}

    def get_initial(self) -> dict[str, Any]:
        return LetterForm.initial_of(self.letter)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = letter = self.letter
        content = self.content
        emblem = content.head.emblem
        return super().get_context_data(
            letter=letter,
            meeting=letter.meeting,
            zone=letter.meeting.region.zone,
            is_keeper=self.is_keeper,
            content=content,
            sheets=[_previewed(content)],
            emblem=reverse("file-download", args=[emblem]) if emblem else "",
            unknown=unfilled(texts_of(content)),
            **(self._sending(content) if letter.is_finished else {}),
            **kwargs,
        )

    def _sending(self, content: LetterContent) -> dict[str, Any]:
        if not self.is_keeper:
            return {}
        letter, text = self.letter, message(content)
        latest = latest_finished(letter.meeting)
        jobs = list(letter.jobs.prefetch_related("mails"))
        return {
            "text": text,
            "whatsapp": whatsapp_link(text),
            "people": self._people(content),
            "addresses": len(
                {p.email.casefold() for p in content.addressees if p.email}
            ),
            "can_mail": can_mail(),
            "zip_job": _newest(jobs, "zip"),
            "mail_job": _newest(jobs, "surel"),
            "job_running": any(job.is_pending for job in jobs),
            "is_outdated": latest == letter and differs(letter.meeting, letter),
        }

    def _people(self, content: LetterContent) -> list[tuple[str, str]]:
        """Numbers are personal data: the region's own sekretariat alone sees them."""
        if not sees_contacts(self.actor, self.letter.meeting.region):
            return []
        return [
            (person.label, whatsapp_link(message(content, person), person.phone))
            for person in content.addressees
            if person.phone
        ]

    def perform(self, form: LetterForm) -> str:
        sent = self.request.POST.get("revision", "")
        revision = int(sent) if sent.isdecimal() and len(sent) < 10 else None
        actions.change_letter(
            letter=self.letter, by=self.actor, revision=revision, **form.facts()
        )
        if "selesai" not in self.request.POST:
            messages.success(self.request, "Draf surat disimpan.")
            return f"{self.page()}#pratinjau"
        try:
            actions.finish_letter(letter=self.letter, by=self.actor)
        except ValidationError:
            # What was typed is saved: the page that comes back previews it.
            self._read_again()
            raise
        messages.success(self.request, "Surat selesai. Kirim lewat jalur di bawah.")
        return self.page()

    def _read_again(self) -> None:
        for name in ("letter", "content"):
            self.__dict__.pop(name, None)


def _previewed(content: LetterContent) -> LetterContent:
    """One addressee is enough to judge forty letters by."""
    if content.is_each and content.addressees:
        return content.to(content.addressees[0])
    return content


def _newest(jobs: list[LetterJob], kind: str) -> LetterJob | None:
    """They come newest first."""
    return next((job for job in jobs if job.kind == kind), None)


class LetterNumber(ScopedView, LetterOfAddress):
    """The registry's number, for a letter that left it open."""

    permission = Permission.MEETING_EDIT
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        number = request.POST.get("nomor", "")
        try:
            actions.record_number(letter=self.letter, number=number, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, "Nomor surat dicatat.")
        return redirect("letter-detail", pk=pk)


class LetterRemove(ScopedView, LetterOfAddress):
    permission = Permission.MEETING_EDIT
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        meeting = self.letter.meeting
        try:
            actions.remove_draft(letter=self.letter, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return redirect("letter-detail", pk=pk)
        messages.success(request, "Draf surat dihapus.")
        return redirect("meeting-letters", pk=meeting.pk)
