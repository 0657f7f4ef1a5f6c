from django.urls import path

from prasyarat.evaluation import field_views, folder_views, result_views, views

ROOT = "prasyarat/evaluasi/"
ONE = f"{ROOT}<int:pk>/"
RESULTS = "prasyarat/hasil-resmi/"
RESULT = f"{RESULTS}<int:pk>/"
NOTE = "prasyarat/catatan-verifikator/<int:pk>/"

urlpatterns = [
    path(ROOT, views.EvaluationList.as_view(), name="evaluation-list"),
    path(ONE, views.EvaluationDetail.as_view(), name="evaluation-detail"),
    path(f"{ONE}ubah/", views.EvaluationEdit.as_view(), name="evaluation-edit"),
    path(f"{ONE}status/", views.EvaluationMove.as_view(), name="evaluation-move"),
    path(f"{ONE}paket/", views.PackAsk.as_view(), name="evaluation-pack-ask"),
    path(
        "prasyarat/paket/<int:pk>/",
        views.PackProgress.as_view(),
        name="evaluation-pack",
    ),
    path(
        "prasyarat/paket/<int:pk>/unduh/",
        views.PackDownload.as_view(),
        name="evaluation-pack-download",
    ),
    path(
        f"{ONE}folder/", folder_views.FolderUpload.as_view(), name="evaluation-folder"
    ),
    path(
        "prasyarat/folder/<int:pk>/",
        folder_views.FolderPreview.as_view(),
        name="evaluation-folder-preview",
    ),
    path(
        "prasyarat/folder/<int:pk>/impor/",
        folder_views.FolderImport.as_view(),
        name="evaluation-folder-import",
    ),
    path(
        "prasyarat/folder/<int:pk>/kemajuan/",
        folder_views.FolderProgress.as_view(),
        name="evaluation-folder-progress",
    ),
    path(
        "prasyarat/folder/<int:pk>/batal/",
        folder_views.FolderDrop.as_view(),
        name="evaluation-folder-drop",
    ),
    path(f"{ONE}lapangan/", field_views.FieldPage.as_view(), name="evaluation-field"),
    path(
        f"{ONE}lapangan.pdf",
        field_views.FieldPdf.as_view(),
        name="evaluation-field-pdf",
    ),
    path(
        f"{ONE}lapangan/<str:kode>/",
        field_views.FieldCheckSet.as_view(),
        name="evaluation-field-check",
    ),
    path(RESULTS, result_views.ResultList.as_view(), name="official-results"),
    path(
        f"{RESULTS}tambah/",
        result_views.ResultAdd.as_view(),
        name="official-result-add",
    ),
    path(RESULT, result_views.ResultPage.as_view(), name="official-result"),
    path(
        f"{RESULT}ubah/", result_views.ResultEdit.as_view(), name="official-result-edit"
    ),
    path(
        f"{RESULT}hapus/",
        result_views.ResultRemove.as_view(),
        name="official-result-remove",
    ),
    path(f"{RESULT}catatan/", result_views.NoteAdd.as_view(), name="official-note-add"),
    path(
        f"{NOTE}tindak-lanjut/",
        result_views.NoteFollowUp.as_view(),
        name="official-note-follow-up",
    ),
    path(
        f"{NOTE}hapus/", result_views.NoteRemove.as_view(), name="official-note-remove"
    ),
]
