"""Addresses of this slice."""

from django.urls import path

from focal_points.restructuring import views

urlpatterns = [
    # /opd/perubahan/
    path("opd/perubahan/", views.RestructureList.as_view(), name="restructuring-list"),
    path("opd/perubahan/catat/", views.Restructure.as_view(), name="restructure"),
    path(
        "opd/perubahan/<int:pk>/",
        views.RestructureDetail.as_view(),
        name="restructuring-detail",
    ),
    path(
        "opd/perubahan/<int:pk>/batalkan/",
        views.RestructureUndo.as_view(),
        name="restructuring-undo",
    ),
]
