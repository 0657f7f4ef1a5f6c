"""Addresses of what is known about a region."""

from django.urls import path

from pug_portal.regions.indices.views import GenderIndices

urlpatterns = [
    path("indeks-gender/", GenderIndices.as_view(), name="gender-indices"),
]
