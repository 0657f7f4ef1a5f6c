"""The pages that hang a meeting or a follow-up on a line of the work programme."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from pokja.meetings import line_actions
from pokja.meetings.choices import State
from pokja.meetings.follow_up_views import FollowUpVerb, OneFollowUp
from pokja.meetings.forms import LineForm
from pokja.meetings.view_bases import MeetingVerbView
from pug_portal.access.button_views import VerbButtonView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView


class MeetingLine(MeetingVerbView):
    form_class = LineForm
    states = frozenset(State) - {State.CANCELLED}
    heading = "Kaitkan dengan program kerja"
    lead = (
        "Rapat dengan notulen yang disahkan dihitung sebagai realisasi baris yang "
        "dipilih. Isi notulen tidak berubah."
    )
    button = "Simpan kaitan"
    done_message = "Kaitan dengan program kerja disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.meeting.region}

    def get_initial(self) -> dict[str, Any]:
        return {"programme_line": self.meeting.programme_line}

    def perform(self, form: LineForm) -> str:
        line_actions.hang_meeting(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return self.page_of_meeting()


class FollowUpToLine(OwnedView, OneFollowUp, VerbButtonView):
    """One button: the recommendation becomes a line of the draft programme."""

    permission = (Permission.MEETING_EDIT, Permission.PROGRAMME_EDIT)

    def perform(self) -> None:
        self.line = line_actions.turn_into_line(recommendation=self.row, by=self.actor)
        told = f"Rekomendasi menjadi baris {self.line.programme.title} (draf)."
        self.done_message = told

    def back(self) -> str:
        return reverse("follow-up", args=[self.row.pk])

    def target(self) -> str:
        return reverse("line-change", args=[self.line.pk])


class FollowUpLine(FollowUpVerb):
    permission = Permission.MEETING_EDIT
    form_class = LineForm
    heading = "Kaitkan dengan program kerja"
    lead = "Tindak lanjut ini dikerjakan melalui baris yang dipilih."
    button = "Simpan kaitan"
    done_message = "Kaitan dengan program kerja disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.row.region}

    def get_initial(self) -> dict[str, Any]:
        return {"programme_line": self.row.programme_line}

    def perform(self, form: LineForm) -> str:
        line_actions.hang_follow_up(
            recommendation=self.row, by=self.actor, **form.cleaned_data
        )
        return self.done()
