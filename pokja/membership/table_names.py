"""How the tables that a merge touches are called on the screen."""

from django.db import models

TABLES = {
    "accounts.AccessLink": "Tautan masuk",
    "accounts.Assignment": "Peran",
    "accounts.User": "Akun",
    "files.StoredFile": "Berkas",
    "focal_points.Appointment": "Penunjukan",
    "focal_points.ArgBudget": "ARG OPD",
    "focal_points.ArgRecap": "Rekap ARG",
    "focal_points.Approval": "Persetujuan Kepala OPD",
    "focal_points.Campaign": "Pengumpulan dokumen",
    "focal_points.CampaignDocument": "Dokumen pengumpulan",
    "focal_points.Dispensation": "Dispensasi pengisian",
    "focal_points.Exemption": "Ketetapan tidak wajib",
    "focal_points.FillingLink": "Tautan pengisian",
    "focal_points.NoteReply": "Tanggapan catatan",
    "focal_points.CascadeEntry": "Kaskade perencanaan",
    "focal_points.OfficeHolder": "Pejabat",
    "focal_points.PprgDocument": "Dokumen PPRG",
    "focal_points.PprgDocument_filled_by": "Pengisi dokumen PPRG",
    "focal_points.PprgNote": "Catatan penelaah PPRG",
    "focal_points.PprgVersion": "Dokumen PPRG yang diajukan",
    "focal_points.Progress": "Laporan kemajuan",
    "focal_points.ProgressNote": "Catatan pemeriksa",
    "focal_points.ProgressVersion": "Laporan yang diajukan",
    "focal_points.Progress_filled_by": "Pengisi laporan kemajuan",
    "focal_points.Restructuring": "Perubahan OPD",
    "focal_points.SectionAuthor": "Pembagian bagian laporan",
    "focal_points.Reviewer": "Penelaah PPRG",
    "focal_points.SipdDraft": "Unggahan SIPD",
    "focal_points.Verdict": "Pendapat penelaah PPRG",
    "pokja.Acceptance": "Tawaran pelatihan yang diterima",
    "pokja.Decree": "SK",
    "pokja.Door": "Absensi QR",
    "pokja.DriverPlan": "Rencana aksi OPD penggerak",
    "pokja.FollowUpNote": "Catatan tindak lanjut",
    "pokja.Handover": "Serah terima",
    "pokja.Letter": "Surat rapat",
    "pokja.LetterJob": "Pengiriman surat",
    "pokja.LineRecord": "Realisasi program kerja",
    "pokja.Meeting": "Rapat",
    "pokja.Member": "Anggota",
    "pokja.MinutesCorrection": "Ralat notulen",
    "pokja.MinutesRevision": "Naskah notulen",
    "pokja.MonevVisit": "Kunjungan monev",
    "pokja.PersonMerge": "Peleburan data orang",
    "pokja.PokjaReport": "Laporan Pokja",
    "pokja.Programme": "Program kerja",
    "pokja.Rad": "RAD PUG",
    "pokja.Recommendation": "Rekomendasi",
    "pokja.Regulation": "Produk hukum",
    "pokja.Release": "Rilis rapat",
    "prasyarat.Answer": "Jawaban indikator",
}

# Columns that name an account and have no label of their own.
COLUMNS = {
    "accepted_by": "diterima oleh",
    "approved_by": "disetujui oleh",
    "by": "oleh",
    "closed_by": "ditutup oleh",
    "confirmed_by": "dikonfirmasi oleh",
    "created_by": "dibuat oleh",
    "decided_by": "diputuskan oleh",
    "filled_by": "diisi oleh",
    "finished_by": "diselesaikan oleh",
    "granted_by": "diberikan oleh",
    "judged_by": "dinilai oleh",
    "made_by": "dicatat oleh",
    "opened_by": "dibuka oleh",
    "requested_by": "diminta oleh",
    "resolved_by": "diselesaikan oleh",
    "reviewer": "penelaah",
    "reviewed_by": "ditinjau oleh",
    "saved_by": "disimpan oleh",
    "sent_by": "dikirim oleh",
    "settled_by": "disahkan oleh",
    "signed_by": "ditandatangani oleh",
    "submitted_by": "diajukan oleh",
    "touched_by": "diubah oleh",
    "uploaded_by": "diunggah oleh",
    "user": "akun",
    "verified_by": "diverifikasi oleh",
    "withdrawn_by": "ditarik oleh",
    "written_by": "ditulis oleh",
}


def column_name(model: type[models.Model], name: str) -> str:
    label = str(getattr(model._meta.get_field(name), "verbose_name", name))
    return COLUMNS.get(name, label) if label == name.replace("_", " ") else label


def table_name(model: type[models.Model]) -> str:
    return TABLES.get(model._meta.label, str(model._meta.verbose_name).capitalize())
