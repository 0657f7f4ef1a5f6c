"""Pages of appointments."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from focal_points.appointments import actions, invitations, queries
from focal_points.appointments.forms import (
    AddAccountForm,
    AppointForm,
    AppointmentFilterForm,
    DecreeForm,
    EndForm,
    PersonForm,
)
from focal_points.appointments.models import Appointment
from focal_points.appointments.trainings import trainings_of
from pug_portal.access.checks import can, may_change, require_in
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.seen_views import SeenFormView
from pug_portal.access.views import PermissionView, ScopedView
from pug_portal.accounts.models import User
from pug_portal.accounts.papers import papers_about
from pug_portal.accounts.views import LINK_SESSION_KEY, show_link
from pug_portal.audit.queries import history_of
from pug_portal.lib.clock import today
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region


class AppointmentList(PermissionView, ListView):
    permission = Permission.APPOINTMENT_VIEW
    template_name = "focal_points/appointments/list.html"

    def get_queryset(self) -> QuerySet[Appointment]:
        self.region = chosen_region(self.actor, self.request.GET.get("daerah"))
        asked = {"status": queries.Standing.VALID.value, **self.request.GET.dict()}
        self.filter = AppointmentFilterForm(asked)
        chosen = self.filter.cleaned_data if self.filter.is_valid() else {}
        return queries.appointment_list(
            self.actor,
            region=self.region,
            day=today(),
            words=chosen.get("q", ""),
            kind=chosen.get("sebagai", ""),
            opd_id=chosen.get("opd"),
            standing=chosen.get("status") or queries.Standing.VALID,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        day, actor = today(), self.actor
        is_ours = may_change(actor, self.region)
        # An OPD's own people see their OPD alone, so no gaps of the others either.
        is_desk = actor.role not in OPD_ROLES
        asked = ("q", "sebagai", "status", "opd")
        return super().get_context_data(
            rows=queries.as_rows(list(self.object_list), day),
            cover=queries.cover(self.region, day) if is_desk else None,
            uncovered=list(queries.uncovered(self.region, day)) if is_desk else [],
            shown_region=self.region,
            regions=regions_offered(actor),
            filter=self.filter,
            is_filtered=any(self.request.GET.get(name) for name in asked),
            is_desk=is_desk,
            can_appoint=is_ours and can(actor, Permission.APPOINTMENT_EDIT),
            sees_contacts=queries.sees_contacts(actor, self.region),
            **kwargs,
        )


class AppointmentDetail(ScopedView, DetailView):
    permission = Permission.APPOINTMENT_VIEW
    model = Appointment
    template_name = "focal_points/appointments/detail.html"
    context_object_name = "appointment"

    def get_queryset(self) -> QuerySet[Appointment]:
        return super().get_queryset().select_related("opd__region", "user")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        appointment, actor = self.object, self.actor
        region = appointment.opd.region
        is_ours = may_change(actor, region)
        can_edit = is_ours and can(actor, Permission.APPOINTMENT_EDIT)
        return super().get_context_data(
            row=queries.as_row(appointment, today()),
            can_edit=can_edit,
            can_end=can_edit and not appointment.end_reason,
            sees_contacts=queries.sees_contacts(actor, region),
            shows_opd=can(actor, Permission.OPD_VIEW),
            link=_take_link(self.request, appointment.user),
            link_days=settings.INVITATION_DAYS,
            papers=papers_about(appointment, actor),
            history=history_of(appointment) if can_edit else [],
            trainings=trainings_of(appointment),
            **kwargs,
        )


def _take_link(request: HttpRequest, user: User | None) -> str:
    """The link made a moment ago for this person, once."""
    kept = request.session.get(LINK_SESSION_KEY)
    if not kept or user is None or kept["user"] != user.pk:
        return ""
    del request.session[LINK_SESSION_KEY]
    return cast(str, kept["address"])


class AppointmentAdd(VerbFormView):
    permission = Permission.APPOINTMENT_EDIT
    form_class = AppointForm
    template_name = "focal_points/appointments/appoint.html"
    done_message = "Penunjukan dicatat."

    @cached_property
    def region(self) -> Region:
        region = chosen_region(self.actor, self.request.GET.get("daerah"))
        require_in(self.actor, region, Permission.APPOINTMENT_EDIT)
        return region

    def get_initial(self) -> dict[str, Any]:
        asked = self.request.GET
        kind = asked.get("sebagai")
        initial = {"kind": kind} if kind in Appointment.Kind.values else {}
        opd = asked.get("opd", "")
        return {**initial, "opd": opd} if opd.isdecimal() else dict(initial)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "region": self.region, "day": today()}

    def perform(self, form: AppointForm) -> str:
        appointment, token = invitations.appoint_with_account(
            by=self.actor, **form.facts()
        )
        if token and appointment.user is not None:
            show_link(self.request, appointment.user, token)
        return reverse("appointment-detail", args=[appointment.pk])


class OneAppointment(VerbFormView):
    """A verb on the appointment of the address: 404 outside the width, 403 elsewhere."""

    permission = Permission.APPOINTMENT_EDIT

    @cached_property
    def appointment(self) -> Appointment:
        rows = Appointment.objects.for_actor(self.actor)
        found = get_object_or_404(
            rows.select_related("opd__region", "user"), pk=self.kwargs["pk"]
        )
        require_in(self.actor, found.opd.region, Permission.APPOINTMENT_EDIT)
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.appointment  # noqa: B018  (404 and 403 come before the form)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.appointment  # noqa: B018
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(appointment=self.appointment, **kwargs)

    def perform(self, form: Any) -> str:
        self.act(form)
        return reverse("appointment-detail", args=[self.appointment.pk])

    def act(self, form: Any) -> None:
        raise NotImplementedError


class AppointmentEdit(SeenFormView, OneAppointment):
    form_class = PersonForm
    template_name = "focal_points/appointments/person.html"
    done_message = "Data diperbaiki."

    def get_initial(self) -> dict[str, Any]:
        return PersonForm.initial_of(self.appointment)

    def locked_initial(self) -> dict[str, Any]:
        rows = Appointment.objects.select_for_update(of=("self",))
        return PersonForm.initial_of(rows.get(pk=self.appointment.pk))

    def act(self, form: PersonForm) -> None:
        actions.change_person(
            appointment=self.appointment, by=self.actor, **form.cleaned_data
        )


class AppointmentDecree(OneAppointment):
    form_class = DecreeForm
    template_name = "focal_points/appointments/decree.html"
    done_message = "Nomor SK dicatat; penunjukan berlaku sesuai SK."

    def act(self, form: DecreeForm) -> None:
        actions.record_decree(
            appointment=self.appointment, by=self.actor, **form.cleaned_data
        )


class AppointmentEnd(OneAppointment):
    form_class = EndForm
    template_name = "focal_points/appointments/end.html"
    done_message = "Penunjukan diakhiri; aksesnya berakhir pada hari terakhir itu."

    def act(self, form: EndForm) -> None:
        actions.end_appointment(
            appointment=self.appointment, by=self.actor, **form.cleaned_data
        )


class AppointmentAccount(OneAppointment):
    form_class = AddAccountForm
    template_name = "focal_points/appointments/account.html"
    done_message = "Akun dihubungkan dengan penunjukan ini."

    def act(self, form: AddAccountForm) -> None:
        appointment, token = invitations.add_account(
            appointment=self.appointment, by=self.actor, **form.cleaned_data
        )
        if token and appointment.user is not None:
            show_link(self.request, appointment.user, token)


class AppointmentLink(PermissionView):
    permission = Permission.APPOINTMENT_EDIT

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        rows = Appointment.objects.for_actor(self.actor)
        appointment = get_object_or_404(
            rows.select_related("opd__region", "user"), pk=pk
        )
        require_in(self.actor, appointment.opd.region, Permission.APPOINTMENT_EDIT)
        try:
            token = invitations.renew_link(appointment=appointment, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
        else:
            show_link(request, cast(User, appointment.user), token)
        return redirect("appointment-detail", pk=pk)
