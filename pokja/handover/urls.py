"""Addresses of this slice."""

from django.urls import path

from pokja.handover import views

urlpatterns = [
    path(
        "opd/focal-point/<int:pk>/serah-terima/",
        views.HandoverAdd.as_view(),
        name="handover-add",
    ),
    # /serah-terima/
    path(
        "serah-terima/<int:pk>/", views.HandoverDetail.as_view(), name="handover-detail"
    ),
    path(
        "serah-terima/<int:pk>/pdf/",
        views.HandoverPrint.as_view(),
        name="handover-pdf",
    ),
]
