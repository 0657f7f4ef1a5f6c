"""Addresses of the home pages and the roll-up."""

from django.urls import path

from pokja.dashboard import views

urlpatterns = [
    path("", views.Home.as_view(), name="beranda"),
    path("rekap/", views.Rollup.as_view(), name="rollup"),
]
