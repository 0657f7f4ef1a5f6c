"""Planning a meeting, moving it along, signing and settling."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property

from pokja.meetings import actions, file_actions, minutes_actions
from pokja.meetings.choices import Kind, State
from pokja.meetings.content import digest, freeze
from pokja.meetings.forms import (
    MeetingForm,
    ReasonForm,
    SettleForm,
    SignForm,
    TimesForm,
)
from pokja.meetings.paper import Paper
from pokja.meetings.queries import what_hangs_on
from pokja.meetings.view_bases import MeetingButton, MeetingVerbView
from pokja.meetings.workflow import DELETABLE, FACTS_OPEN, WORKFLOW
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission


def _sources(target: State) -> frozenset[State]:
    return frozenset(State(step.source) for step in WORKFLOW if step.target == target)


class MeetingAdd(VerbFormView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/meetings/form.html"
    form_class = MeetingForm
    done_message = "Rapat dicatat. Lengkapi agenda dan hasil yang diharapkan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.actor.region}

    @property
    def is_training(self) -> bool:
        """Asked for on the page of trainings: the same form under its own name."""
        return self.request.GET.get("jenis") == Kind.TRAINING

    def get_initial(self) -> dict[str, Any]:
        region = self.actor.region
        office = region.secretariat_office if region else ""
        kind = {"kind": Kind.TRAINING} if self.is_training else {}
        times = {"starts_time": "09:00", "ends_time": "12:00"}
        return {"organiser": office, **times, **kind}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        what = "pelatihan" if self.is_training else "rapat"
        back = "training-list" if self.is_training else "meeting-list"
        label = "Pelatihan" if self.is_training else "Rapat dan tindak lanjut"
        return super().get_context_data(
            heading=f"{what.capitalize()} baru",
            lead=f"Rencanakan {what}, atau catat {what} yang sudah berlangsung.",
            button=f"Simpan {what}",
            back=reverse(back),
            back_label=label,
            **kwargs,
        )

    def perform(self, form: MeetingForm) -> str:
        made = actions.plan_meeting(region=form.region, by=self.actor, **form.facts())
        return reverse("meeting-detail", args=[made.pk])


class MeetingChange(MeetingVerbView):
    form_class = MeetingForm
    states = FACTS_OPEN
    heading = "Ubah data rapat"
    button = "Simpan data rapat"
    done_message = "Data rapat disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.meeting.region}

    def get_initial(self) -> dict[str, Any]:
        return MeetingForm.of(self.meeting)

    def perform(self, form: MeetingForm) -> str:
        actions.change_meeting(
            meeting=self.meeting, by=self.actor, revision=self.revision, **form.facts()
        )
        return self.page_of_meeting()


class MeetingInvite(MeetingButton):
    done_message = "Undangan dicatat terkirim."

    def perform(self) -> None:
        actions.invite(meeting=self.meeting, by=self.actor)


class MeetingStart(MeetingButton):
    done_message = "Jalannya rapat dapat dicatat: kehadiran, notulen, rekomendasi."

    def perform(self) -> None:
        actions.start_meeting(meeting=self.meeting, by=self.actor)


class MeetingPostpone(MeetingVerbView):
    form_class = ReasonForm
    states = _sources(State.POSTPONED)
    heading = "Tunda rapat"
    lead = "Rapat tetap tercatat dan dapat dijadwalkan ulang."
    button = "Tunda rapat"
    done_message = "Rapat ditunda."

    def perform(self, form: ReasonForm) -> str:
        actions.postpone(meeting=self.meeting, by=self.actor, **form.cleaned_data)
        return self.page_of_meeting()


class MeetingCancel(MeetingVerbView):
    form_class = ReasonForm
    states = _sources(State.CANCELLED)
    heading = "Batalkan rapat"
    lead = "Rapat yang dibatalkan tetap tercatat, tetapi tidak dapat dibuka lagi."
    button = "Batalkan rapat"
    is_harmful = True
    done_message = "Rapat dibatalkan."

    def perform(self, form: ReasonForm) -> str:
        actions.cancel(meeting=self.meeting, by=self.actor, **form.cleaned_data)
        return self.page_of_meeting()


class MeetingReschedule(MeetingVerbView):
    form_class = TimesForm
    states = frozenset({State.POSTPONED})
    heading = "Jadwalkan ulang"
    button = "Simpan jadwal baru"
    done_message = "Rapat dijadwalkan ulang."

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "region": self.meeting.region}

    def get_initial(self) -> dict[str, Any]:
        return TimesForm.initial_of(self.meeting)

    def perform(self, form: TimesForm) -> str:
        actions.reschedule(meeting=self.meeting, by=self.actor, **form.times())
        return self.page_of_meeting()


class MeetingDelete(MeetingVerbView):
    """What hangs on the meeting is shown before anything is lost."""

    form_class = ReasonForm
    states = DELETABLE
    template_name = "pokja/meetings/delete.html"
    heading = "Hapus rapat yang salah catat"
    is_harmful = True
    button = "Hapus rapat"
    done_message = "Rapat dihapus. Penghapusannya tercatat di jejak perubahan."

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(hanging=what_hangs_on(self.meeting), **kwargs)

    def perform(self, form: ReasonForm) -> str:
        file_actions.delete_meeting(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return reverse("meeting-list")


class _MinutesPage(MeetingVerbView):
    """Signing and settling show in full what is signed or settled."""

    template_name = "pokja/meetings/sign.html"

    @cached_property
    def frozen(self) -> dict[str, Any]:
        return freeze(self.meeting)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            paper=Paper(self.frozen, is_settled=False),
            region=self.meeting.region,
            zone=self.meeting.region.zone,
            **kwargs,
        )


class MeetingSign(_MinutesPage):
    form_class = SignForm
    states = _sources(State.CORRECTION)
    heading = "Tanda tangani notulen"
    lead = (
        "Sesudah ditandatangani notulen tidak dapat diubah, kecuali dikembalikan "
        "dengan catatan. Pimpinan rapat lalu mengesahkannya."
    )
    button = "Tanda tangani notulen"
    done_message = "Notulen ditandatangani. Pimpinan rapat dapat mengesahkannya."

    def get_initial(self) -> dict[str, Any]:
        return {
            "notulis": self.meeting.notulis or self.actor.name,
            "seen": digest(self.frozen),
        }

    def perform(self, form: SignForm) -> str:
        minutes_actions.sign_minutes(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return self.page_of_meeting()


class MeetingReturn(MeetingVerbView):
    form_class = ReasonForm
    states = frozenset({State.CORRECTION})
    heading = "Kembalikan notulen ke notulis"
    lead = "Tanda tangan notulis gugur. Notulis memperbaiki, lalu menandatangani lagi."
    button = "Kembalikan notulen"
    done_message = "Notulen dikembalikan ke notulis."

    def perform(self, form: ReasonForm) -> str:
        minutes_actions.return_minutes(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return self.page_of_meeting()


class MeetingSettle(_MinutesPage):
    permission = Permission.MINUTES_SETTLE
    form_class = SettleForm
    states = _sources(State.SETTLED)
    heading = "Sahkan notulen"
    lead = (
        "Anda bertindak untuk pimpinan rapat. Sesudah disahkan isi rapat terkunci "
        "untuk siapa pun, rekomendasi diberi nomor, dan tindak lanjut dimulai."
    )
    button = "Sahkan notulen"
    done_message = "Notulen disahkan dan dikunci."

    def get_initial(self) -> dict[str, Any]:
        return {"seen": digest(self.frozen)}

    def perform(self, form: SettleForm) -> str:
        minutes_actions.settle_minutes(
            meeting=self.meeting, by=self.actor, **form.cleaned_data
        )
        return self.page_of_meeting()
