"""Addresses of the library."""

from django.urls import path

from prasyarat.library import choose_views, missing_views, views, write_views

urlpatterns = [
    path("prasyarat/bukti/", views.EvidenceList.as_view(), name="evidence-list"),
    path(
        "prasyarat/bukti/unggah/",
        write_views.EvidenceUpload.as_view(),
        name="evidence-upload",
    ),
    path(
        "prasyarat/bukti/kurang/",
        missing_views.EvidenceMissing.as_view(),
        name="evidence-missing",
    ),
    path(
        "prasyarat/bukti/berkas/<uuid:pk>/",
        views.EvidencePreview.as_view(),
        name="evidence-preview",
    ),
    path(
        "prasyarat/bukti/dokumen/<int:pk>/",
        views.EvidenceDetail.as_view(),
        name="evidence-detail",
    ),
    path(
        "prasyarat/bukti/dokumen/<int:pk>/versi-baru/",
        write_views.EvidenceNewVersion.as_view(),
        name="evidence-version",
    ),
    path(
        "prasyarat/bukti/dokumen/<int:pk>/ubah/",
        write_views.EvidenceEdit.as_view(),
        name="evidence-edit",
    ),
    path(
        "prasyarat/bukti/dokumen/<int:pk>/tarik/",
        write_views.EvidenceRetire.as_view(),
        name="evidence-retire",
    ),
    path(
        "prasyarat/bukti/dokumen/<int:pk>/pakai-kembali/",
        write_views.EvidenceRestore.as_view(),
        name="evidence-restore",
    ),
    path(
        "prasyarat/bukti/dokumen/<int:pk>/hapus/",
        write_views.EvidenceDelete.as_view(),
        name="evidence-delete",
    ),
    path(
        "prasyarat/indikator/<str:kode>/pustaka/",
        choose_views.EvidenceChoose.as_view(),
        name="evidence-choose",
    ),
    path(
        "prasyarat/opd/<int:pk>/<str:kode>/pustaka/",
        choose_views.EvidenceChoose.as_view(),
        name="opd-evidence-choose",
    ),
]
