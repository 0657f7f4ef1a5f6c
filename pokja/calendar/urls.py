"""Addresses of the calendar."""

from django.urls import path

from pokja.calendar import views

urlpatterns = [
    path("kalender/", views.YearCalendar.as_view(), name="calendar"),
    path(
        "kalender/tautan/",
        views.FeedLinkMake.as_view(),
        name="calendar-link-make",
    ),
    path(
        "kalender/tautan/cabut/",
        views.FeedLinkRevoke.as_view(),
        name="calendar-link-revoke",
    ),
    path("kalender/<str:token>.ics", views.Feed.as_view(), name="calendar-feed"),
]
