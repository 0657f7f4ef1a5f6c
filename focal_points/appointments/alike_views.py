"""While a person is typed: who of the region that may already be."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from focal_points.appointments.queries import sees_contacts
from focal_points.offices.alike import Person, likely_same
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView

LONGEST = 120


class PersonAlike(PermissionView):
    """Sent by POST, for names and NIP do not belong in an address. Changes nothing."""

    http_method_names = ["post"]
    permission = (
        Permission.MEMBER_EDIT,
        Permission.OFFICE_EDIT,
        Permission.APPOINTMENT_EDIT,
        Permission.DECREE_EDIT_TECHNICAL,
    )

    def post(self, request: HttpRequest) -> HttpResponse:
        region = self.actor.region
        if region is None:
            raise Http404
        found = likely_same(
            region,
            Person(self._said("nama"), self._said("nip"), self._said("lp")),
            besides=Person(self._said("asal"), self._said("asal_nip")),
        )
        return render(
            request,
            "focal_points/appointments/_alike.html",
            {"found": found, "sees_nip": sees_contacts(self.actor, region)},
        )

    def _said(self, name: str) -> str:
        return self.request.POST.get(name, "").strip()[:LONGEST]
