"""Addresses of «Persiapan rapat»."""

from django.urls import path

from pokja.preparation import views

PAGE = "rapat/<int:pk>/persiapan/"

urlpatterns = [
    path(PAGE, views.MeetingPrepare.as_view(), name="meeting-prepare"),
    path(f"{PAGE}data/", views.PrepareFacts.as_view(), name="prepare-facts"),
    path(f"{PAGE}hasil/", views.PrepareOutcomes.as_view(), name="prepare-outcomes"),
    path(f"{PAGE}agenda/", views.PrepareAgenda.as_view(), name="prepare-agenda"),
    path(f"{PAGE}agenda/templat/", views.PrepareLay.as_view(), name="prepare-lay"),
    path(f"{PAGE}undangan/", views.PrepareInvitees.as_view(), name="prepare-invitees"),
    path(f"{PAGE}surat/", views.PrepareLetter.as_view(), name="prepare-letter"),
]
