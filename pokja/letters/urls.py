"""Addresses of letters, letterheads and the meeting kit."""

from django.urls import path

from pokja.letters import file_views as files
from pokja.letters import head_views as heads
from pokja.letters import invitee_views as invitees
from pokja.letters import views

urlpatterns = [
    path("rapat/kop-surat/", heads.LetterheadList.as_view(), name="letterhead-list"),
    path("rapat/kop-surat/baru/", heads.LetterheadAdd.as_view(), name="letterhead-add"),
    path(
        "rapat/kop-surat/<int:pk>/ubah/",
        heads.LetterheadChange.as_view(),
        name="letterhead-change",
    ),
    path(
        "rapat/kop-surat/<int:pk>/hapus/",
        heads.LetterheadRemove.as_view(),
        name="letterhead-remove",
    ),
    # Of a meeting
    path(
        "rapat/<int:pk>/yang-diundang/",
        invitees.InviteeEdit.as_view(),
        name="invitee-edit",
    ),
    path(
        "rapat/<int:pk>/surat/", views.MeetingLetters.as_view(), name="meeting-letters"
    ),
    path(
        "rapat/<int:pk>/surat/<slug:kind>/",
        views.LetterBegin.as_view(),
        name="letter-begin",
    ),
    path(
        "rapat/<int:pk>/kelengkapan/<slug:name>/",
        files.MeetingKit.as_view(),
        name="meeting-kit",
    ),
    # /rapat/surat/
    path("rapat/surat/<int:pk>/", views.LetterDetail.as_view(), name="letter-detail"),
    path(
        "rapat/surat/<int:pk>/hapus/",
        views.LetterRemove.as_view(),
        name="letter-remove",
    ),
    path("rapat/surat/<int:pk>/zip/", files.LetterZip.as_view(), name="letter-zip"),
    path(
        "rapat/surat/<int:pk>/surel/", files.LetterMailOut.as_view(), name="letter-mail"
    ),
    path(
        "rapat/surat/<int:pk>/nomor/",
        views.LetterNumber.as_view(),
        name="letter-number",
    ),
    path(
        "rapat/surat/<int:pk>/berkas/<slug:form>/",
        files.LetterFile.as_view(),
        name="letter-file",
    ),
    path("rapat/surat/kerja/<int:pk>/", files.JobProgress.as_view(), name="letter-job"),
    path(
        "surat/kerja/<int:pk>/unduh/",
        files.JobDownload.as_view(),
        name="letter-job-download",
    ),
]
