"""Every kind of thing a person may do. Who may do it stands in roles.py."""

from django.db.models import TextChoices


class Permission(TextChoices):
    """Value: code; label: the sentence `docs/permissions.md` prints."""

    HOME_VIEW = "home_view", "membuka beranda"
    # Lantai
    ACCOUNT_MANAGE = "account_manage", "mengundang orang dan mengatur perannya"
    REGION_EDIT = "region_edit", "mengatur identitas daerah"
    INDEX_VIEW = "index_view", "melihat indeks gender daerah"
    AUDIT_VIEW = "audit_view", "membaca jejak perubahan daerah"
    FILE_DELETE = "file_delete", "menghapus berkas yang salah unggah"
    # OPD, pejabat, focal point
    OPD_VIEW = "opd_view", "melihat daftar OPD"
    OPD_EDIT = "opd_edit", "mengubah daftar OPD"
    OFFICE_VIEW = "office_view", "melihat daftar jabatan dan pejabat"
    OFFICE_EDIT = "office_edit", "mencatat pejabat"
    APPOINTMENT_VIEW = "appointment_view", "melihat penunjukan focal point"
    APPOINTMENT_EDIT = "appointment_edit", "menunjuk dan mengakhiri focal point"
    # Periode dan laporan kemajuan
    PERIOD_VIEW = "period_view", "melihat periode pelaporan"
    PERIOD_EDIT = "period_edit", "membuka dan mengubah periode pelaporan"
    BOARD_VIEW = "board_view", "melihat papan status laporan OPD"
    PROGRESS_VIEW = "progress_view", "membaca isi laporan kemajuan OPD"
    PROGRESS_FILL = "progress_fill", "mengisi dan mengajukan laporan OPD sendiri"
    PROGRESS_FILL_FOR = "progress_fill_for", "mengisi laporan atas nama OPD"
    PROGRESS_APPROVE = "progress_approve", "menyetujui laporan sebagai Kepala OPD"
    PROGRESS_VERIFY = "progress_verify", "memverifikasi atau mengembalikan laporan"
    PROGRESS_REOPEN = "progress_reopen", "membuka kembali laporan yang terverifikasi"
    # Kalender perencanaan dan pengumpulan dokumen PPRG
    PLANNING_VIEW = "planning_view", "melihat kalender perencanaan"
    PLANNING_EDIT = "planning_edit", "mengatur kalender perencanaan dan Musrenbang"
    CAMPAIGN_VIEW = "campaign_view", "melihat papan pengumpulan dokumen"
    CAMPAIGN_OWN = "campaign_own", "melihat pengumpulan dokumen OPD sendiri"
    CAMPAIGN_UPLOAD = "campaign_upload", "mengunggah dokumen OPD sendiri"
    CAMPAIGN_EDIT = "campaign_edit", "membuka dan memeriksa pengumpulan dokumen"
    # Dokumen PPRG
    PPRG_VIEW = "pprg_view", "membaca dokumen PPRG"
    PPRG_FILL = "pprg_fill", "menyusun GAP, GBS, dan KAK OPD sendiri"
    PPRG_REVIEW = "pprg_review", "menelaah dokumen PPRG yang ditugaskan"
    PPRG_DECIDE = "pprg_decide", "memutuskan telaah dokumen PPRG"
    PPRG_TEAM = "pprg_team", "menetapkan penelaah PPRG dan format GAP"
    ARG_VIEW = "arg_view", "melihat rekap ARG"
    ARG_EDIT = "arg_edit", "mencatat pagu dan realisasi ARG"
    ARG_SEND = "arg_send", "mengirim rekap ARG ke provinsi"
    CASCADE_VIEW = "cascade_view", "melihat kaskade perencanaan"
    CASCADE_FILL = "cascade_fill", "mengisi kaskade perencanaan OPD sendiri"
    CASCADE_REVIEW = "cascade_review", "meninjau kaskade perencanaan"
    INDICATOR_VIEW = "indicator_view", "melihat pustaka indikator"
    INDICATOR_EDIT = "indicator_edit", "mencatat pustaka indikator"
    # Tujuh prasyarat
    INSTRUMENT_VIEW = "instrument_view", "melihat instrumen penilaian"
    INSTRUMENT_EDIT = "instrument_edit", "menyusun dan menerbitkan instrumen penilaian"
    ASSESSMENT_VIEW = "assessment_view", "melihat nilai tujuh prasyarat"
    ANSWER_FILL = "answer_fill", "mengisi jawaban indikator"
    ANSWER_VERIFY = "answer_verify", "memverifikasi jawaban indikator"
    GAP_PLAN_EDIT = "gap_plan_edit", "menyusun rencana aksi tujuh prasyarat"
    EVALUATION_EDIT = "evaluation_edit", "menyiapkan evaluasi PUG dan hasil resminya"
    AWARD_LEVEL_EDIT = (
        "award_level_edit",
        "mencatat jenjang penghargaan beserta sumbernya",
    )
    CONSISTENCY_VIEW = "consistency_view", "membuka halaman konsistensi data"
    # Data terpilah
    GENDER_DATA_VIEW = "gender_data_view", "melihat data terpilah"
    GENDER_DATA_FILL = "gender_data_fill", "mengisi tabel data terpilah"
    GENDER_DATA_VERIFY = "gender_data_verify", "memverifikasi tabel data terpilah"
    GENDER_DATA_ASSIGN = "gender_data_assign", "menetapkan pemasok data terpilah"
    INDEX_EDIT = "index_edit", "mencatat nilai indeks gender"
    # Pokja
    DECREE_VIEW = "decree_view", "melihat SK"
    DECREE_EDIT = "decree_edit", "mencatat SK"
    DECREE_EDIT_TECHNICAL = "decree_edit_technical", "mencatat SK Tim Teknis"
    REGULATION_VIEW = "regulation_view", "melihat produk hukum"
    REGULATION_EDIT = "regulation_edit", "mencatat produk hukum dan evaluasinya"
    MEMBER_VIEW = "member_view", "melihat susunan keanggotaan"
    MEMBER_EDIT = "member_edit", "mengubah keanggotaan"
    PROGRAMME_VIEW = "programme_view", "melihat program kerja dan RAD PUG"
    PROGRAMME_EDIT = "programme_edit", "menyusun program kerja, RAD PUG, dan monev"
    PROGRAMME_SETTLE = "programme_settle", "menetapkan program kerja dan RAD PUG"
    MEETING_VIEW = "meeting_view", "melihat rapat"
    MEETING_EDIT = "meeting_edit", "menyiapkan rapat dan menyusun notulen"
    MINUTES_SETTLE = "minutes_settle", "mengesahkan notulen"
    RELEASE_EDIT = "release_edit", "menyusun dan menayangkan rilis rapat"
    FOLLOW_UP_VIEW = "follow_up_view", "melihat rekomendasi dan tindak lanjut"
    FOLLOW_UP_ANSWER = "follow_up_answer", "melaporkan tindak lanjut OPD sendiri"
    FOLLOW_UP_CONFIRM = "follow_up_confirm", "menyatakan tindak lanjut selesai"
    REPORT_VIEW = "report_view", "melihat dan mengunduh laporan Pokja"
    REPORT_REQUEST = "report_request", "meminta laporan Pokja disusun"
    REPORT_SETTLE = "report_settle", "mengesahkan laporan Pokja"
    ROLLUP_VIEW = "rollup_view", "melihat rekap daerah di bawahnya"
