"""Addresses of trainings."""

from django.urls import path

from pokja.trainings import views

urlpatterns = [
    path("pelatihan/", views.TrainingList.as_view(), name="training-list"),
    path("pelatihan/<int:pk>/", views.TrainingOffer.as_view(), name="training-offer"),
    path(
        "rapat/<int:pk>/pelatihan/", views.TrainingEdit.as_view(), name="training-edit"
    ),
    path(
        "rapat/<int:pk>/sertifikat/",
        views.CertificateList.as_view(),
        name="certificate-list",
    ),
    path(
        "rapat/hadirin/<int:pk>/sertifikat/",
        views.CertificateEdit.as_view(),
        name="certificate-edit",
    ),
]
