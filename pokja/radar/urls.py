"""Addresses below /sk/: what ends, who moved, who is missing."""

from django.urls import path

from pokja.radar import views

urlpatterns = [
    path("sk/masa-berlaku/", views.Expiry.as_view(), name="decree-expiry"),
    path("sk/cakupan/", views.CoveragePage.as_view(), name="decree-coverage"),
]
