"""Addresses of this app, by slice."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("prasyarat.instruments.urls")),
    path("", include("prasyarat.gender_data.urls")),
    path("", include("prasyarat.library.urls")),
    path("", include("prasyarat.consistency.urls")),
    path("", include("prasyarat.next_steps.urls")),
    path("", include("prasyarat.pictures.urls")),
    path("", include("prasyarat.evaluation.urls")),
    path("", include("prasyarat.assessments.urls")),
]
