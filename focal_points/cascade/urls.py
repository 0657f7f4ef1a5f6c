"""Addresses of the cascade matrix."""

from django.urls import path

from focal_points.cascade import views

urlpatterns = [
    path("kaskade/", views.Matrix.as_view(), name="cascade"),
    path(
        "kaskade/<int:opd>/<int:year>/",
        views.OfficeCascade.as_view(),
        name="cascade-office",
    ),
]
