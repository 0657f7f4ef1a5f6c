"""Addresses of drafting: /sk/susun/, /sk/<pk>/naskah/…"""

from django.urls import path

from pokja.decree_drafting import views

urlpatterns = [
    path("sk/susun/", views.DraftStart.as_view(), name="decree-start"),
    path("sk/<int:pk>/naskah/", views.DraftText.as_view(), name="decree-text"),
    path("sk/<int:pk>/naskah/docx/", views.DraftDocx.as_view(), name="decree-docx"),
    path(
        "sk/<int:pk>/naskah/anggota/",
        views.DraftMembers.as_view(),
        name="decree-text-members",
    ),
    path("sk/<int:pk>/banding/", views.DecreeCompare.as_view(), name="decree-compare"),
]
