"""The Celery app and the one list of periodic work."""

import os

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pug_portal.settings")

app = Celery("pug_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    # Denyut: pekerja menulis tanda hidup yang dibaca /healthz.
    "worker-heartbeat": {"task": "pug_portal.tasks.beat_heartbeat", "schedule": 20.0},
    # Pekerjaan laporan yang kehilangan pekerjanya dimasukkan kembali ke antrean.
    "requeue-lost-reports": {
        "task": "pokja.reports.tasks.requeue_lost",
        "schedule": 30.0,
    },
    # Begitu pula ZIP surat dan pengiriman surel.
    "requeue-lost-letters": {
        "task": "pokja.letters.tasks.requeue_lost_letters",
        "schedule": 30.0,
    },
    # Begitu pula Profil Gender Daerah.
    "requeue-lost-profiles": {
        "task": "prasyarat.gender_data.tasks.requeue_lost_profiles",
        "schedule": 30.0,
    },
    # Begitu pula paket evaluasi.
    "requeue-lost-packs": {
        "task": "prasyarat.evaluation.tasks.requeue_lost_packs",
        "schedule": 30.0,
    },
    # Begitu pula cetakan dan pindaian formulir.
    "requeue-lost-papers": {
        "task": "focal_points.paper_forms.tasks.requeue_lost_papers",
        "schedule": 30.0,
    },
    # Angka prasyarat yang dihitung portal mengikuti data yang berubah.
    "count-portal-figures": {
        "task": "prasyarat.assessments.tasks.count_portal_figures",
        "schedule": 600.0,
    },
    # Begitu pula bukti prasyarat yang teksnya belum dibaca.
    "requeue-lost-evidence": {
        "task": "prasyarat.evidence.tasks.requeue_lost_evidence",
        "schedule": 60.0,
    },
    # Semester berikutnya dibuka sendiri pada tanggalnya.
    "open-next-periods": {
        "task": "focal_points.periods.tasks.open_due_periods",
        "schedule": 3600.0,
    },
    # Nama OPD yang mulai berlaku ditulis, agar daftar juga urut dan tercari menurutnya.
    "take-due-names": {
        "task": "focal_points.opd.tasks.take_due_names",
        "schedule": 3600.0,
    },
    # Daerah yang pindah provinsi berpindah pada tanggalnya.
    "apply-due-moves": {
        "task": "pug_portal.identity.tasks.apply_due_moves",
        "schedule": 900.0,
    },
    # SK dan penunjukan yang berakhir, dan mutasi: sekretariat diberi tahu sekali.
    "note-endings": {
        "task": "pokja.radar.tasks.note_endings",
        "schedule": 21600.0,
    },
    # Berkas impor yang tidak jadi diterapkan dihapus sehari sesudah diunggah.
    "drop-expired-imports": {
        "task": "pug_portal.imports.tasks.drop_expired_drafts",
        "schedule": 3600.0,
    },
    # Begitu juga unggahan yang tidak pernah selesai, sesudah dua hari.
    "drop-old-parts": {
        "task": "pug_portal.files.tasks.drop_old_parts",
        "schedule": 21600.0,
    },
    # Begitu juga gambar halaman pindaian dan cetakan formulir, sesudah dua minggu.
    "drop-old-papers": {
        "task": "focal_points.paper_forms.tasks.drop_old_papers",
        "schedule": 21600.0,
    },
    # Begitu juga paket evaluasi sesudah 30 hari, dan folder lama yang tidak jadi diimpor.
    "drop-old-packs": {
        "task": "prasyarat.evaluation.tasks.drop_old_packs",
        "schedule": 3600.0,
    },
    # Begitu juga SK yang dibaca tetapi tidak jadi disimpan.
    "drop-expired-readings": {
        "task": "pokja.decree_reading.tasks.drop_expired_readings",
        "schedule": 3600.0,
    },
}


@worker_ready.connect
def give_first_sign(**_: object) -> None:
    """Through the broker, so that /healthz need not wait for beat's first round."""
    app.send_task("pug_portal.tasks.beat_heartbeat")
