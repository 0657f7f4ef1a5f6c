"""Addresses of private files."""

from django.urls import path

from pug_portal.files import deposits, views

urlpatterns = [
    path("berkas/potongan/", deposits.FilePart.as_view(), name="file-part"),
    path("berkas/<uuid:pk>/", views.FileDownload.as_view(), name="file-download"),
    path("berkas/<uuid:pk>/lihat/", views.FileView.as_view(), name="file-view"),
    path("berkas/<uuid:pk>/hapus/", views.FileDelete.as_view(), name="file-delete"),
]
