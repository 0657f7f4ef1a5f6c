"""Addresses of the list by name and of check-in by phone."""

from django.urls import path

from pokja.attendance import correcting_views as correcting
from pokja.attendance import door_views as door
from pokja.attendance import public_views as public
from pokja.attendance import views

urlpatterns = [
    # /rapat/ralat/<pk>/
    path(
        "rapat/ralat/<int:pk>/kehadiran/",
        correcting.CorrectionPeople.as_view(),
        name="correction-people",
    ),
    # /rapat/<pk>/daftar-hadir/
    path(
        "rapat/<int:pk>/daftar-hadir/",
        views.AttendanceList.as_view(),
        name="attendance-list",
    ),
    path(
        "rapat/<int:pk>/daftar-hadir/isi/",
        views.AttendancePrefill.as_view(),
        name="attendance-prefill",
    ),
    path(
        "rapat/<int:pk>/daftar-hadir/tambah/",
        views.ParticipantAdd.as_view(),
        name="participant-add",
    ),
    path(
        "rapat/<int:pk>/daftar-hadir/cetak/",
        views.AttendanceSheet.as_view(),
        name="attendance-sheet",
    ),
    # /rapat/hadirin/<pk>/
    path(
        "rapat/hadirin/<int:pk>/",
        views.ParticipantMark.as_view(),
        name="participant-mark",
    ),
    path(
        "rapat/hadirin/<int:pk>/ubah/",
        views.ParticipantChange.as_view(),
        name="participant-change",
    ),
    path(
        "rapat/hadirin/<int:pk>/hapus/",
        views.ParticipantRemove.as_view(),
        name="participant-remove",
    ),
    path(
        "rapat/hadirin/<int:pk>/coret/",
        views.CheckInStrike.as_view(),
        name="check-in-strike",
    ),
    # /rapat/<pk>/absensi/
    path(
        "rapat/<int:pk>/absensi/", door.CheckInScreen.as_view(), name="check-in-screen"
    ),
    path(
        "rapat/<int:pk>/absensi/buka/",
        door.CheckInOpen.as_view(),
        name="check-in-open",
    ),
    path(
        "rapat/<int:pk>/absensi/tutup/",
        door.CheckInClose.as_view(),
        name="check-in-close",
    ),
    # /absen/
    path("absen/", public.CheckInCode.as_view(), name="check-in-code"),
    path("absen/selesai/", public.CheckInDone.as_view(), name="check-in-done"),
    path("absen/<str:code>/", public.CheckIn.as_view(), name="check-in"),
]
