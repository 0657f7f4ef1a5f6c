"""Addresses of the reader: /sk/baca/…"""

from django.urls import path

from pokja.decree_reading import views

urlpatterns = [
    path("sk/baca/", views.DecreeRead.as_view(), name="decree-read"),
    path("sk/baca/<uuid:pk>/", views.ReadingReview.as_view(), name="decree-reading"),
    path(
        "sk/baca/<uuid:pk>/berkas/",
        views.ReadingFile.as_view(),
        name="decree-reading-file",
    ),
]
