"""Address of the archive of a meeting."""

from django.urls import path

from pokja.archive import views

urlpatterns = [
    path(
        "rapat/<int:pk>/arsip/", views.MeetingArchive.as_view(), name="meeting-archive"
    ),
]
