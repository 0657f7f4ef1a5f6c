"""Addresses of this app, by slice."""

from django.urls import include, path

urlpatterns = [
    path("", include("pokja.dashboard.urls")),
    path("", include("pokja.decrees.urls")),
    path("", include("pokja.decree_drafting.urls")),
    path("", include("pokja.decree_reading.urls")),
    path("", include("pokja.radar.urls")),
    path("", include("pokja.regulations.urls")),
    path("", include("pokja.membership.urls")),
    path("", include("pokja.public_roster.urls")),
    path("", include("pokja.programme.urls")),
    path("", include("pokja.meetings.urls")),
    path("", include("pokja.letters.urls")),
    path("", include("pokja.preparation.urls")),
    path("", include("pokja.attendance.urls")),
    path("", include("pokja.trainings.urls")),
    path("", include("pokja.archive.urls")),
    path("", include("pokja.calendar.urls")),
    path("", include("pokja.releases.urls")),
    path("", include("pokja.reports.urls")),
    path("", include("pokja.handover.urls")),
]
