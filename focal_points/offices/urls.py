"""Addresses of this slice."""

from django.urls import path

from focal_points.offices import views

urlpatterns = [
    # /pejabat/
    path("pejabat/", views.OfficeList.as_view(), name="office-list"),
    path("pejabat/tambah/", views.OfficeAdd.as_view(), name="office-add"),
    path("pejabat/<int:pk>/", views.OfficeDetail.as_view(), name="office-detail"),
    path("pejabat/<int:pk>/ubah/", views.OfficeEdit.as_view(), name="office-edit"),
    path(
        "pejabat/<int:pk>/mutasi/", views.HolderRecord.as_view(), name="holder-record"
    ),
    path(
        "pejabat/orang/<int:pk>/ubah/", views.HolderEdit.as_view(), name="holder-edit"
    ),
]
