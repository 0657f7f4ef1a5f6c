"""«Persiapan rapat»: one page, any part of which opens in its place as a form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.letters.invitee_views import InviteeEdit
from pokja.letters.kit import DOCUMENTS
from pokja.letters.models import Letter
from pokja.letters.queries import previous_of
from pokja.meetings.agenda import Agenda
from pokja.meetings.agenda_views import AgendaLay, MeetingAgenda
from pokja.meetings.part_views import MeetingOutcomes
from pokja.meetings.times import today_in
from pokja.meetings.view_bases import MeetingOfAddress, MeetingVerbView, refused
from pokja.meetings.workflow import FACTS_OPEN
from pokja.meetings.write_views import MeetingChange
from pokja.preparation import actions
from pokja.preparation.forms import InvitationForm
from pokja.preparation.page import Preparation
from pokja.preparation.queries import meetings_to_prepare
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView


class _Page(MeetingOfAddress):
    """`editing`: the part that is open. Where nothing can be prepared any more, back to
    the meeting."""

    queryset = meetings_to_prepare()
    editing = ""
    request: HttpRequest

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.meeting.state not in FACTS_OPEN:
            return refused(request, self.meeting, super().page_of_meeting())
        return super().get(request, *args, **kwargs)  # type: ignore[misc]

    def get_template_names(self) -> list[str]:
        return ["pokja/preparation/page.html"]

    @cached_property
    def page(self) -> Preparation:
        return Preparation(self.meeting, self.editing)

    def page_of_meeting(self) -> str:
        address = reverse("meeting-prepare", args=[self.meeting.pk])
        return f"{address}#{self.editing}" if self.editing else address

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        page = self.page
        letter = page.letter
        content = page.content
        emblem = content.head.emblem if content else ""
        return {
            **context,
            "meeting": self.meeting,
            "zone": self.meeting.region.zone,
            "page": page,
            "editing": self.editing,
            "open_step": page.parts.get(self.editing),
            "save_label": getattr(self, "button", ""),
            "sheets": [content.listed()] if content and not self.editing else [],
            "emblem": reverse("file-download", args=[emblem]) if emblem else "",
            "kit": DOCUMENTS.items(),
            "job_running": bool(letter and (letter.is_mailing or letter.is_zipping)),
        }


class MeetingPrepare(OwnedView, _Page, TemplateView):
    """Every part as it stands, each with what is ready and what is missing."""

    permission = Permission.MEETING_EDIT


class PrepareFacts(_Page, MeetingChange):
    editing = "data"


class PrepareOutcomes(_Page, MeetingOutcomes):
    editing = "hasil"


class PrepareAgenda(_Page, MeetingAgenda):
    editing = "agenda"

    @cached_property
    def page(self) -> Preparation:
        """Of the rows the form has read already."""
        page = Preparation(self.meeting, self.editing, self.carried)
        page.agenda = Agenda(self.meeting, self.kept, self.carried)
        return page


class PrepareLay(_Page, AgendaLay):
    """One click: a template becomes the agenda, and the agenda stays open."""

    def back(self) -> str:
        return f"{reverse('prepare-agenda', args=[self.meeting.pk])}#agenda"


class PrepareInvitees(_Page, InviteeEdit):
    editing = "undangan"
    button = "Simpan daftar undangan"

    def page_of_letters(self) -> str:
        return self.page_of_meeting()


class PrepareLetter(_Page, MeetingVerbView):
    """«Selesaikan» makes all four at once; «Pratinjau» keeps the draft and shows it."""

    editing = "surat"
    form_class = InvitationForm
    states = FACTS_OPEN

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.meeting.state in FACTS_OPEN and self.page.offered is None:
            messages.error(request, "Rapat ini tidak memerlukan surat sekarang.")
            return redirect(self.page_of_meeting())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_form_kwargs(),
            "region": self.meeting.region,
            "can_mail": self.page.can_mail,
        }

    def get_initial(self) -> dict[str, Any]:
        """As the draft has it, else as the last letter of the region had it."""
        draft, letter = self.page.draft, self.page.letter
        after = {"after": str(letter.pk) if letter else ""}
        if draft is not None:
            return {**InvitationForm.initial_of(draft), **after}
        last = previous_of(self.meeting.region) or Letter()
        fresh = {"dated": today_in(self.meeting.region), "number": "", **after}
        return {**InvitationForm.initial_of(last), **fresh}

    def perform(self, form: InvitationForm) -> str:
        data: dict[str, Any] = {
            "meeting": self.meeting,
            "kind": self.page.offered or "",
            "facts": form.facts(),
        }
        if "pratinjau" in self.request.POST:
            letter = actions.keep_draft(by=self.actor, **data)
            page = reverse("letter-detail", args=[letter.pk])
            return f"{page}#pratinjau"
        mails = bool(form.cleaned_data.get("mails"))
        after = form.cleaned_data["after"]
        actions.send_out(by=self.actor, mails=mails, after=after, **data)
        told = "Surat, kalender, pesan WhatsApp, dan surel siap dengan isi yang sama."
        messages.success(self.request, told)
        return f"{reverse('meeting-prepare', args=[self.meeting.pk])}#kirim"
