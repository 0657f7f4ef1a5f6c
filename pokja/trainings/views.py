"""Pages of trainings: a region's own, those offered from above, certificates."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from pokja.attendance.models import Participant
from pokja.meetings.days import days_of
from pokja.meetings.view_bases import MeetingOfAddress, MeetingVerbView
from pokja.meetings.workflow import FACTS_OPEN
from pokja.trainings import actions, queries
from pokja.trainings.forms import AnswerForm, CertificateForm, TrainingForm
from pokja.trainings.models import TRAINING_KINDS, Training
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView, PermissionView

MOST_SHOWN = 100


class TrainingList(PermissionView, TemplateView):
    """What the own region holds, and what is offered to it."""

    permission = Permission.MEETING_EDIT
    template_name = "pokja/trainings/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = self.actor.region
        own = queries.own_trainings(region)[:MOST_SHOWN] if region else []
        offers = queries.offers_shown(region)[:MOST_SHOWN] if region else []
        return super().get_context_data(held=list(own), offers=offers, **kwargs)


class TrainingEdit(MeetingVerbView):
    form_class = TrainingForm
    states = FACTS_OPEN
    heading = "Data pelatihan"
    lead = "Yang hadir dihitung dari daftar hadir."
    button = "Simpan data"
    done_message = "Data pelatihan disimpan."

    def get_form_kwargs(self) -> dict[str, Any]:
        if self.meeting.kind not in TRAINING_KINDS:
            raise Http404
        offers = self.meeting.region.has_children
        return {**super().get_form_kwargs(), "offers": offers}

    def get_initial(self) -> dict[str, Any]:
        row = Training.objects.filter(meeting=self.meeting).first()
        return TrainingForm.initial_of(row)

    def perform(self, form: TrainingForm) -> str:
        actions.describe_training(meeting=self.meeting, by=self.actor, **form.facts())
        return self.page_of_meeting()


class TrainingOffer(VerbFormView):
    """What is known of an offer, and whom the own region sends."""

    permission = Permission.MEETING_EDIT
    form_class = AnswerForm
    template_name = "pokja/trainings/offer.html"
    done_message = "Peserta dari daerah Anda tercatat pada penyelenggara."

    @cached_property
    def training(self) -> Training:
        if self.actor.region is None:
            raise Http404
        rows = queries.offers_for(self.actor.region)
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def sent(self) -> list[Participant]:
        assert self.actor.region is not None  # noqa: S101 -- narrows for mypy
        return list(queries.sent_by(self.training, self.actor.region))

    def get_form_kwargs(self) -> dict[str, Any]:
        assert self.actor.region is not None  # noqa: S101 -- narrows for mypy
        rows = queries.focal_points_for(self.training, self.actor.region)
        return {**super().get_form_kwargs(), "appointments": list(rows)}

    def get_initial(self) -> dict[str, Any]:
        return {"appointments": [str(pk) for pk in queries.ids(self.sent)]}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        training = self.training
        return super().get_context_data(
            training=training,
            meeting=training.meeting,
            days=days_of(training.meeting),
            sent=self.sent,
            can_answer=queries.is_answerable(training),
            **kwargs,
        )

    def perform(self, form: AnswerForm) -> str:
        actions.answer_offer(
            training=self.training, appointments=form.chosen(), by=self.actor
        )
        return reverse("training-offer", args=[self.training.pk])


class CertificateList(OwnedView, MeetingOfAddress, TemplateView):
    permission = Permission.MEETING_EDIT
    template_name = "pokja/trainings/certificates.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.object = self.meeting
        if self.meeting.kind not in TRAINING_KINDS:
            raise Http404
        rows = queries.came(self.meeting)
        return super().get_context_data(meeting=self.meeting, rows=rows, **kwargs)


class CertificateEdit(MeetingVerbView):
    form_class = CertificateForm
    heading = "Sertifikat"
    button = "Simpan sertifikat"
    done_message = "Sertifikat disimpan."
    pk_url_kwarg = ""
    slug_url_kwarg = "pk"
    slug_field = "participants"

    @cached_property
    def participant(self) -> Participant:
        rows = self.meeting.participants.select_related("opd", "certificate")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "request": self.request}

    def get_initial(self) -> dict[str, Any]:
        row = getattr(self.participant, "certificate", None)
        return {"number": row.number} if row else {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        back = reverse("certificate-list", args=[self.meeting.pk])
        told = {"lead": str(self.participant), "back_label": "Sertifikat"}
        return {**context, **told, "back": back}

    def perform(self, form: CertificateForm) -> str:
        actions.certify(
            participant=self.participant,
            number=form.cleaned_data["number"],
            upload=form.cleaned_data["upload"],
            by=self.actor,
        )
        return reverse("certificate-list", args=[self.meeting.pk])
