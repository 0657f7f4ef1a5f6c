"""Addresses of the public roster: /anggota/publik/ for the switch, /susunan/… for all."""

from django.urls import path

from pokja.public_roster import views

urlpatterns = [
    path("anggota/publik/", views.RosterSwitchPage.as_view(), name="roster-switch"),
    path("susunan/<str:code>/", views.PublicRosterPage.as_view(), name="public-roster"),
    path(
        "susunan/<str:code>/susunan.pdf",
        views.PublicRosterPdf.as_view(),
        name="public-roster-pdf",
    ),
    path(
        "susunan/<str:code>/foto/<int:pk>.jpg",
        views.PublicPortrait.as_view(),
        name="public-portrait",
    ),
]
