"""The desk's pages of the list by name."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.attendance import actions, door_actions, printing
from pokja.attendance.forms import MarkForm, PersonForm, StrikeForm
from pokja.attendance.guard import MARKS_OPEN
from pokja.attendance.models import Coming, Door, Participant
from pokja.attendance.queries import lines_on, totals_on
from pokja.meetings.days import chosen_day, days_of, is_on
from pokja.meetings.models import Meeting
from pokja.meetings.quorum import quorum_of
from pokja.meetings.recommendation_forms import opds_for
from pokja.meetings.view_bases import MeetingOfAddress, MeetingVerbView
from pokja.meetings.workflow import FACTS_OPEN
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView

# «Diwakili» needs a name: it is written on the person's own page.
PLAIN = [
    ("", "Belum dicatat"),
    *((s.value, s.label) for s in Coming if s != "diwakili"),
]


class DayOfAddress(MeetingOfAddress):
    """One meeting and the day that `?hari=` asks for."""

    request: HttpRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.meeting
        return super().get_context_data(**kwargs)

    @cached_property
    def day(self) -> dt.date:
        return chosen_day(self.meeting, self.request.GET.get("hari", ""))

    def page_of_list(self) -> str:
        return page_of(self.meeting.pk, self.day)


def page_of(pk: int, day: dt.date) -> str:
    return f"{reverse('attendance-list', args=[pk])}?hari={day.isoformat()}"


class AttendanceList(OwnedView, DayOfAddress, TemplateView):
    """Everybody on the list, one day at a time."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/attendance/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meeting = self.meeting
        lines = lines_on(meeting, self.day)
        totals = totals_on(lines)
        shows_door = meeting.state in MARKS_OPEN and is_on(meeting)
        typed = meeting.attendance.exists() and not any(line.presence for line in lines)
        return super().get_context_data(
            meeting=meeting,
            day=self.day,
            days=days_of(meeting),
            lines=lines,
            totals=totals,
            quorum=quorum_of(meeting, totals.came, len(lines)),
            choices=PLAIN,
            can_list=meeting.state in FACTS_OPEN,
            can_mark=meeting.state in MARKS_OPEN,
            counted_by_hand=typed and not _has_presence(meeting),
            shows_door=shows_door,
            door_is_open=shows_door and _has_open_door(meeting),
            zone=meeting.region.zone,
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            count = actions.mark_list(
                meeting=self.meeting,
                day=self.day,
                states=_sent(request),
                by=self.actor,
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, f"Kehadiran {count} orang disimpan.")
        return redirect(self.page_of_list())


def _has_presence(meeting: Meeting) -> bool:
    return bool(meeting.participants.filter(presences__isnull=False).exists())


def _has_open_door(meeting: Meeting) -> bool:
    return Door.objects.filter(meeting=meeting, is_open=True).exists()


def _sent(request: HttpRequest) -> dict[int, tuple[str, str]]:
    """{chair: (what the page showed, what was chosen)}."""
    sent = request.POST.dict()
    shown = {name[1:]: value for name, value in sent.items() if name.startswith("w")}
    return {
        int(pk): (value, sent.get(f"k{pk}", value))
        for pk, value in shown.items()
        if pk.isdecimal() and len(pk) < 12
    }


class AttendancePrefill(OwnedView, DayOfAddress, VerbButtonView):
    """A button: invited people come onto the list."""

    permission = Permission.MEETING_EDIT

    def perform(self) -> None:
        count = actions.prefill(meeting=self.meeting, by=self.actor)
        told = f"{count} orang masuk daftar." if count else "Daftar sudah lengkap."
        self.done_message = told

    def back(self) -> str:
        return self.page_of_list()


class ParticipantAdd(MeetingVerbView):
    form_class = PersonForm
    states = FACTS_OPEN
    heading = "Tambah orang"
    lead = "Untuk orang di luar susunan Pokja dan focal point."
    button = "Tambahkan"
    done_message = "Ditambahkan ke daftar."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "opds": opds_for(self.meeting)}

    def perform(self, form: PersonForm) -> str:
        actions.add_participant(
            meeting=self.meeting, person=form.person(), by=self.actor
        )
        return reverse("attendance-list", args=[self.meeting.pk])


class OneParticipant(MeetingVerbView):
    """Addressed by the chair; width and owner come from its meeting."""

    pk_url_kwarg = ""
    slug_url_kwarg = "pk"
    slug_field = "participants"

    @cached_property
    def participant(self) -> Participant:
        rows = self.meeting.participants.select_related("opd")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def day(self) -> dt.date:
        return chosen_day(self.meeting, self.request.GET.get("hari", ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        back = page_of(self.meeting.pk, self.day)
        who = str(self.participant)
        heading = f"{self.heading}: {who}" if self.heading else who
        told = {"heading": heading, "back_label": "Daftar hadir"}
        more = {"participant": self.participant, "day": self.day, "back": back}
        return {**context, **told, **more}


class ParticipantMark(OneParticipant):
    """Presence on one day, with a representative and a remark."""

    form_class = MarkForm
    states = MARKS_OPEN
    template_name = "pokja/attendance/mark.html"
    button = "Simpan kehadiran"
    done_message = "Kehadiran disimpan."

    def get_initial(self) -> dict[str, Any]:
        row = self.there
        if row is None:
            return {}
        names = ("state", "stand_in_name", "stand_in_position", "stand_in_sex", "note")
        return {name: getattr(row, name) for name in names}

    @cached_property
    def there(self) -> Any:
        return self.participant.presences.filter(day=self.day).first()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            presence=self.there, zone=self.meeting.region.zone, **kwargs
        )

    def perform(self, form: MarkForm) -> str:
        actions.mark_one(
            participant=self.participant, day=self.day, mark=form.mark(), by=self.actor
        )
        return page_of(self.meeting.pk, self.day)


class ParticipantChange(OneParticipant):
    form_class = PersonForm
    states = FACTS_OPEN
    heading = "Ubah data"
    lead = "Nama, jabatan, dan instansi sebagaimana tercetak dalam daftar hadir."
    button = "Simpan data"
    done_message = "Data disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "opds": opds_for(self.meeting)}

    def get_initial(self) -> dict[str, Any]:
        return PersonForm.initial_of(self.participant)

    def perform(self, form: PersonForm) -> str:
        actions.change_participant(
            participant=self.participant, person=form.person(), by=self.actor
        )
        return page_of(self.meeting.pk, self.day)


class ParticipantRemove(OneParticipant):
    heading = "Hapus dari daftar"
    button = "Hapus dari daftar"
    is_harmful = True
    template_name = "pokja/attendance/remove.html"
    states = FACTS_OPEN

    def get_form(self, form_class: Any = None) -> None:
        return None

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        target = page_of(self.meeting.pk, self.day)
        try:
            actions.remove_participant(participant=self.participant, by=self.actor)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, "Dihapus dari daftar.")
        return redirect(target)


class CheckInStrike(OneParticipant):
    form_class = StrikeForm
    states = MARKS_OPEN
    heading = "Coret absen QR"
    lead = "Orang ini kembali belum tercatat; tamu keluar dari daftar."
    button = "Coret absen"
    done_message = "Absen dicoret."

    def perform(self, form: StrikeForm) -> str:
        door_actions.strike(
            participant=self.participant,
            day=self.day,
            reason=form.cleaned_data["reason"],
            by=self.actor,
        )
        return page_of(self.meeting.pk, self.day)


class AttendanceSheet(OwnedView, DayOfAddress):
    """The list on paper, with room for signatures."""

    permission = Permission.MEETING_EDIT

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        content = printing.sheet_pdf(self.meeting, self.day)
        response = HttpResponse(content, content_type="application/pdf")
        name = printing.file_name(self.meeting, self.day)
        response["Content-Disposition"] = f'inline; filename="{name}"'
        return response
