"""Addresses of ARG."""

from django.urls import path

from focal_points.budgets import views

urlpatterns = [
    path("arg/", views.ArgRecapPage.as_view(), name="arg-recap"),
    path("arg/pdf/", views.ArgRecapPdf.as_view(), name="arg-recap-pdf"),
    path("arg/<int:opd>/<int:year>/", views.ArgEdit.as_view(), name="arg-edit"),
]
