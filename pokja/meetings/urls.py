"""Addresses of meetings and follow-ups."""

from django.urls import path

from pokja.meetings import agenda_views as agendas
from pokja.meetings import copy_views as copies
from pokja.meetings import correction_views as corrections
from pokja.meetings import draft_views as drafts
from pokja.meetings import file_views as files
from pokja.meetings import follow_up_views as follow_ups
from pokja.meetings import line_views as lines
from pokja.meetings import part_views as parts
from pokja.meetings import photo_views as photos
from pokja.meetings import phrase_views as phrases
from pokja.meetings import revision_views as revisions
from pokja.meetings import version_views as versions
from pokja.meetings import views
from pokja.meetings import write_views as write

urlpatterns = [
    # /rapat/
    path("rapat/", views.MeetingList.as_view(), name="meeting-list"),
    path("rapat/baru/", write.MeetingAdd.as_view(), name="meeting-add"),
    # /rapat/<pk>/
    path("rapat/<int:pk>/", views.MeetingDetail.as_view(), name="meeting-detail"),
    path(
        "rapat/<int:pk>/cetak/", versions.MinutesPrint.as_view(), name="meeting-print"
    ),
    path(
        "rapat/<int:pk>/notulen.pdf", versions.MinutesPdf.as_view(), name="minutes-pdf"
    ),
    path(
        "rapat/<int:pk>/versi/<int:number>/",
        versions.MinutesPrint.as_view(),
        name="minutes-version",
    ),
    path(
        "rapat/<int:pk>/versi/<int:number>/notulen.pdf",
        versions.MinutesPdf.as_view(),
        name="minutes-version-pdf",
    ),
    # Ralat
    path(
        "rapat/<int:pk>/ralat/",
        corrections.CorrectionOpen.as_view(),
        name="correction-open",
    ),
    path(
        "rapat/ralat/<int:pk>/",
        corrections.CorrectionDetail.as_view(),
        name="correction-detail",
    ),
    path(
        "rapat/ralat/<int:pk>/naskah/",
        drafts.CorrectionEditor.as_view(),
        name="correction-draft",
    ),
    path(
        "rapat/ralat/<int:pk>/naskah/simpan/",
        drafts.CorrectionAutosave.as_view(),
        name="correction-autosave",
    ),
    path(
        "rapat/ralat/<int:pk>/data/",
        corrections.CorrectionData.as_view(),
        name="correction-data",
    ),
    path(
        "rapat/ralat/<int:pk>/tanda-tangan/",
        corrections.CorrectionSign.as_view(),
        name="correction-sign",
    ),
    path(
        "rapat/ralat/<int:pk>/kembalikan/",
        corrections.CorrectionReturn.as_view(),
        name="correction-return",
    ),
    path(
        "rapat/ralat/<int:pk>/batal/",
        corrections.CorrectionCancel.as_view(),
        name="correction-cancel",
    ),
    path(
        "rapat/ralat/<int:pk>/sahkan/",
        corrections.CorrectionSettle.as_view(),
        name="correction-settle",
    ),
    path(
        "rapat/<int:pk>/riwayat/",
        views.MeetingHistory.as_view(),
        name="meeting-history",
    ),
    path("rapat/<int:pk>/ubah/", write.MeetingChange.as_view(), name="meeting-change"),
    path(
        "rapat/<int:pk>/undangan/",
        write.MeetingInvite.as_view(),
        name="meeting-invite",
    ),
    path("rapat/<int:pk>/mulai/", write.MeetingStart.as_view(), name="meeting-start"),
    path(
        "rapat/<int:pk>/tunda/",
        write.MeetingPostpone.as_view(),
        name="meeting-postpone",
    ),
    path(
        "rapat/<int:pk>/jadwal-ulang/",
        write.MeetingReschedule.as_view(),
        name="meeting-reschedule",
    ),
    path("rapat/<int:pk>/batal/", write.MeetingCancel.as_view(), name="meeting-cancel"),
    path("rapat/<int:pk>/hapus/", write.MeetingDelete.as_view(), name="meeting-delete"),
    path(
        "rapat/<int:pk>/tanda-tangan/",
        write.MeetingSign.as_view(),
        name="meeting-sign",
    ),
    path(
        "rapat/<int:pk>/kembalikan/",
        write.MeetingReturn.as_view(),
        name="meeting-return",
    ),
    path(
        "rapat/<int:pk>/sahkan/", write.MeetingSettle.as_view(), name="meeting-settle"
    ),
    path("rapat/<int:pk>/salin/", copies.MeetingCopy.as_view(), name="meeting-copy"),
    path(
        "rapat/<int:pk>/berkala/",
        copies.MeetingSeries.as_view(),
        name="meeting-series",
    ),
    # The parts
    path(
        "rapat/<int:pk>/agenda/", agendas.MeetingAgenda.as_view(), name="meeting-agenda"
    ),
    path(
        "rapat/<int:pk>/agenda/templat/",
        agendas.AgendaLay.as_view(),
        name="agenda-lay",
    ),
    path(
        "rapat/<int:pk>/agenda/simpan-templat/",
        agendas.AgendaKeep.as_view(),
        name="agenda-keep",
    ),
    path(
        "rapat/susunan-acara/",
        agendas.AgendaTemplateList.as_view(),
        name="agenda-template-list",
    ),
    path(
        "rapat/susunan-acara/baru/",
        agendas.AgendaTemplateAdd.as_view(),
        name="agenda-template-add",
    ),
    path(
        "rapat/susunan-acara/<int:pk>/ubah/",
        agendas.AgendaTemplateChange.as_view(),
        name="agenda-template-change",
    ),
    path(
        "rapat/susunan-acara/<int:pk>/hapus/",
        agendas.AgendaTemplateRemove.as_view(),
        name="agenda-template-remove",
    ),
    path(
        "rapat/<int:pk>/hasil/",
        parts.MeetingOutcomes.as_view(),
        name="meeting-outcomes",
    ),
    path(
        "rapat/<int:pk>/kehadiran/",
        parts.MeetingAttendance.as_view(),
        name="meeting-attendance",
    ),
    path(
        "rapat/<int:pk>/notulen/",
        drafts.MeetingMinutes.as_view(),
        name="meeting-minutes",
    ),
    path(
        "rapat/<int:pk>/notulen/simpan/",
        drafts.MeetingMinutesAutosave.as_view(),
        name="meeting-minutes-autosave",
    ),
    path(
        "rapat/<int:pk>/rekomendasi/",
        parts.RecommendationAdd.as_view(),
        name="recommendation-add",
    ),
    path(
        "rapat/<int:pk>/berkas/",
        files.MeetingFileAdd.as_view(),
        name="meeting-file-add",
    ),
    path(
        "rapat/rekomendasi/<int:pk>/ubah/",
        parts.RecommendationChange.as_view(),
        name="recommendation-change",
    ),
    path(
        "rapat/rekomendasi/<int:pk>/hapus/",
        parts.RecommendationRemove.as_view(),
        name="recommendation-remove",
    ),
    path(
        "rapat/berkas/<int:pk>/lepas/",
        files.MeetingFileRemove.as_view(),
        name="meeting-file-remove",
    ),
    path("rapat/<int:pk>/foto/", photos.MeetingPhotos.as_view(), name="meeting-photos"),
    path("rapat/frasa/", phrases.PhraseList.as_view(), name="phrase-list"),
    path("rapat/frasa/bawaan/", phrases.PhraseStart.as_view(), name="phrase-start"),
    path(
        "rapat/frasa/<int:pk>/ubah/",
        phrases.PhraseChange.as_view(),
        name="phrase-change",
    ),
    path(
        "rapat/frasa/<int:pk>/hapus/",
        phrases.PhraseRemove.as_view(),
        name="phrase-remove",
    ),
    path(
        "rapat/<int:pk>/naskah/",
        revisions.RevisionList.as_view(),
        name="revision-list",
    ),
    path(
        "rapat/<int:pk>/naskah/<int:number>/pulihkan/",
        revisions.RevisionRestore.as_view(),
        name="revision-restore",
    ),
    # /tindak-lanjut/
    path(
        "rapat/<int:pk>/program/", lines.MeetingLine.as_view(), name="meeting-programme"
    ),
    path(
        "tindak-lanjut/<int:pk>/program/",
        lines.FollowUpLine.as_view(),
        name="follow-up-programme",
    ),
    path(
        "tindak-lanjut/<int:pk>/jadikan-baris/",
        lines.FollowUpToLine.as_view(),
        name="follow-up-to-line",
    ),
    path("tindak-lanjut/", follow_ups.FollowUpList.as_view(), name="follow-up-list"),
    path("tindak-lanjut/<int:pk>/", follow_ups.FollowUp.as_view(), name="follow-up"),
    path(
        "tindak-lanjut/<int:pk>/selesai/",
        follow_ups.FollowUpConfirm.as_view(),
        name="follow-up-confirm",
    ),
    path(
        "tindak-lanjut/<int:pk>/batal/",
        follow_ups.FollowUpCancel.as_view(),
        name="follow-up-cancel",
    ),
    path(
        "tindak-lanjut/<int:pk>/buka/",
        follow_ups.FollowUpReopen.as_view(),
        name="follow-up-reopen",
    ),
]
