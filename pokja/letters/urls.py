"""Addresses of letters, letterheads and the meeting kit."""

from django.urls import path

from pokja.letters import file_views as files
from pokja.letters import head_views as heads
from pokja.letters import invitee_views as invitees
from pokja.letters import views

urlpatterns = [
    path("kop-surat/", heads.LetterheadList.as_view(), name="letterhead-list"),
    path("kop-surat/baru/", heads.LetterheadAdd.as_view(), name="letterhead-add"),
    path(
        "kop-surat/<int:pk>/ubah/",
        heads.LetterheadChange.as_view(),
        name="letterhead-change",
    ),
    path(
        "kop-surat/<int:pk>/hapus/",
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
    # /surat/
    path("surat/<int:pk>/", views.LetterDetail.as_view(), name="letter-detail"),
    path("surat/<int:pk>/hapus/", views.LetterRemove.as_view(), name="letter-remove"),
    path("surat/<int:pk>/zip/", files.LetterZip.as_view(), name="letter-zip"),
    path("surat/<int:pk>/surel/", files.LetterMailOut.as_view(), name="letter-mail"),
    path(
        "surat/<int:pk>/berkas/<slug:form>/",
        files.LetterFile.as_view(),
        name="letter-file",
    ),
    path("surat/kerja/<int:pk>/", files.JobProgress.as_view(), name="letter-job"),
    path(
        "surat/kerja/<int:pk>/unduh/",
        files.JobDownload.as_view(),
        name="letter-job-download",
    ),
]
