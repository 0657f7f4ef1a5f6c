"""A fresh database takes the tables of 0001 to 0020 in one step: see docs/adr/0021.

The rows that 0015 lays down come from members; a fresh database has none.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from pug_portal.lib.create_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("pokja", "0001_initial"),
        ("pokja", "0002_programme"),
        ("pokja", "0003_regulations"),
        ("pokja", "0004_calendar_feed"),
        ("pokja", "0005_radar_notice"),
        ("pokja", "0006_invitees"),
        ("pokja", "0007_letters"),
        ("pokja", "0008_attendance_by_name"),
        ("pokja", "0009_decree_reading_and_drafting"),
        ("pokja", "0010_handover_and_person_merge"),
        ("pokja", "0011_minutes_versions_and_revisions"),
        ("pokja", "0012_recommendation_owners_and_proof"),
        ("pokja", "0013_meeting_archive"),
        ("pokja", "0014_releases"),
        ("pokja", "0015_rank"),
        ("pokja", "0016_rank_of_member"),
        ("pokja", "0017_public_roster"),
        ("pokja", "0018_agenda_templates_and_correction_data"),
        ("pokja", "0019_member_contact_and_portraits"),
        ("pokja", "0020_correction_of_people_and_quorum"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("focal_points", "0014_submitted_under_and_listed_from"),
        ("regions", "0005_entered_index_values"),
    ]

    operations = [
        CreateTables(
            operations=[
                migrations.CreateModel(
                    name="Decree",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pokja", "SK Pokja PUG"),
                                    ("tim_teknis", "SK Tim Teknis PUG"),
                                    ("tim_penggerak", "SK Tim Penggerak PPRG"),
                                    ("focal_point", "SK Focal Point OPD"),
                                    ("puspa", "SK Forum PUSPA"),
                                    ("forum_data", "SK Forum Data"),
                                    ("fasilitator", "SK Fasilitator PUG/PPRG"),
                                ],
                                max_length=16,
                                verbose_name="jenis SK",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="nomor"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=300, verbose_name="tentang"),
                        ),
                        (
                            "alias",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="nama forum/tim"
                            ),
                        ),
                        (
                            "issuer_position",
                            models.CharField(
                                max_length=150, verbose_name="jabatan penandatangan"
                            ),
                        ),
                        (
                            "signed_name",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="nama penandatangan",
                            ),
                        ),
                        (
                            "signed_place",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="ditetapkan di"
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal penetapan"
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="berlaku sejak"
                            ),
                        ),
                        (
                            "effective_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="berlaku sampai"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("rancangan", "Rancangan"),
                                    ("ditetapkan", "Ditetapkan"),
                                    ("dicabut", "Dicabut"),
                                ],
                                default="rancangan",
                                max_length=12,
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("mengganti", "Mengganti"),
                                    ("mengubah", "Mengubah"),
                                ],
                                max_length=10,
                                verbose_name="hubungan dengan SK lain",
                            ),
                        ),
                        (
                            "revoked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="dicabut mulai"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="berakhir lebih awal",
                            ),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan pencabutan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "base",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="amendments",
                                to="pokja.decree",
                                verbose_name="SK induk",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                                verbose_name="OPD",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "related",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successors",
                                to="pokja.decree",
                                verbose_name="SK yang diubah atau diganti",
                            ),
                        ),
                        (
                            "scan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-signed_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=120, verbose_name="nama templat"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("rapat_koordinasi", "Rapat koordinasi"),
                                    ("rapat_pokja", "Rapat Pokja"),
                                    ("rapat_tim_teknis", "Rapat Tim Teknis"),
                                    ("rapat_focal_point", "Rapat focal point"),
                                    ("evaluasi", "Evaluasi"),
                                    ("bimtek", "Bimbingan teknis"),
                                    (
                                        "sosialisasi_advokasi",
                                        "Sosialisasi dan advokasi",
                                    ),
                                    ("audiensi", "Audiensi"),
                                ],
                                max_length=24,
                                verbose_name="jenis rapat",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaTemplateItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="lama (menit)"
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=250, verbose_name="acara"),
                        ),
                        (
                            "speaker",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="pengisi"
                            ),
                        ),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False, verbose_name="internal panitia"
                            ),
                        ),
                        (
                            "holds_carried",
                            models.BooleanField(
                                default=False,
                                verbose_name="memuat rekomendasi terdahulu",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="items",
                                to="pokja.agendatemplate",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["template", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="DecreeText",
                    fields=[
                        (
                            "decree",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="text",
                                serialize=False,
                                to="pokja.decree",
                            ),
                        ),
                        ("considering", models.TextField(verbose_name="menimbang")),
                        ("recalling", models.TextField(verbose_name="mengingat")),
                        ("dictums", models.TextField(verbose_name="diktum")),
                        (
                            "copies",
                            models.TextField(blank=True, verbose_name="tembusan"),
                        ),
                    ],
                    options={
                        "ordering": ["decree"],
                    },
                ),
                migrations.CreateModel(
                    name="DecreeReading",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200, verbose_name="nama berkas"
                            ),
                        ),
                        ("content", models.BinaryField()),
                        ("proposal", models.JSONField()),
                        ("created_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField(db_index=True)),
                        ("confirmed_at", models.DateTimeField(null=True)),
                        (
                            "decree",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="pokja.decree",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-created_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="DriverPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="tahun"),
                        ),
                        (
                            "role_note",
                            models.TextField(
                                blank=True, verbose_name="peran tahun ini"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="driver_plans",
                                to="focal_points.opd",
                                verbose_name="OPD penggerak",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-year", "opd__name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="DriverStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("persiapan", "Persiapan (Januari–Maret)"),
                                    ("implementasi", "Implementasi (April–September)"),
                                    (
                                        "monev",
                                        "Monitoring dan evaluasi (Oktober–Desember)",
                                    ),
                                ],
                                max_length=12,
                                verbose_name="tahap",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="urutan"
                            ),
                        ),
                        (
                            "action",
                            models.CharField(max_length=300, verbose_name="aksi"),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                max_length=200, verbose_name="tanggung jawab"
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="bukti dukung"
                            ),
                        ),
                        (
                            "target",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="indikator target",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="steps",
                                to="pokja.driverplan",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["plan", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FeedLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("token_digest", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField(verbose_name="dibuat pada")),
                        (
                            "revoked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dicabut pada"
                            ),
                        ),
                        (
                            "assignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="feed_links",
                                to="accounts.assignment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["assignment", "-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal serah terima")),
                        (
                            "reason",
                            models.CharField(max_length=200, verbose_name="alasan"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "items",
                            models.JSONField(
                                default=list, verbose_name="tugas yang diserahkan"
                            ),
                        ),
                        ("made_at", models.DateTimeField(verbose_name="dicatat")),
                        (
                            "leaving",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handed_over",
                                to="focal_points.appointment",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="taken_over",
                                to="focal_points.appointment",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "serah terima",
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Letterhead",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=60, verbose_name="nama singkat kantor"
                            ),
                        ),
                        ("lines", models.TextField(verbose_name="baris kop")),
                        (
                            "address",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="alamat"
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="telepon"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="surel"
                            ),
                        ),
                        (
                            "website",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="laman"
                            ),
                        ),
                        (
                            "paper",
                            models.CharField(
                                choices=[
                                    ("A4", "A4 (210 × 297 mm)"),
                                    ("F4", "F4 atau folio (215 × 330 mm)"),
                                ],
                                default="A4",
                                max_length=2,
                                verbose_name="ukuran kertas",
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True,
                                max_length=60,
                                verbose_name="tempat surat dibuat",
                            ),
                        ),
                        (
                            "number_format",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="format nomor"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True,
                                max_length=30,
                                verbose_name="kode klasifikasi",
                            ),
                        ),
                        (
                            "number_mark",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="penanda nomor"
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "emblem",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="lambang",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letterheads",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("undangan", "Undangan"),
                                    ("penundaan", "Penundaan"),
                                    ("ralat", "Ralat"),
                                    ("pembatalan", "Pembatalan"),
                                ],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("draf", "Draf"), ("selesai", "Selesai")],
                                default="draf",
                                max_length=8,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "form",
                            models.CharField(
                                choices=[
                                    (
                                        "daftar",
                                        "Satu surat dengan daftar undangan terlampir",
                                    ),
                                    ("masing", "Satu surat untuk tiap penerima"),
                                ],
                                default="daftar",
                                max_length=8,
                                verbose_name="bentuk",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="nomor"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                blank=True,
                                max_length=30,
                                verbose_name="kode klasifikasi",
                            ),
                        ),
                        ("dated", models.DateField(verbose_name="tanggal surat")),
                        (
                            "nature",
                            models.CharField(
                                choices=[
                                    ("biasa", "Biasa"),
                                    ("penting", "Penting"),
                                    ("segera", "Segera"),
                                    ("sangat_segera", "Sangat segera"),
                                ],
                                default="biasa",
                                max_length=14,
                                verbose_name="sifat",
                            ),
                        ),
                        (
                            "attachment",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="lampiran"
                            ),
                        ),
                        (
                            "subject",
                            models.CharField(max_length=200, verbose_name="hal"),
                        ),
                        (
                            "addressed",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="kepada"
                            ),
                        ),
                        ("opening", models.TextField(verbose_name="pembuka")),
                        (
                            "closing",
                            models.TextField(blank=True, verbose_name="penutup"),
                        ),
                        (
                            "shows_agenda",
                            models.BooleanField(
                                default=False, verbose_name="cantumkan susunan acara"
                            ),
                        ),
                        (
                            "copies",
                            models.TextField(blank=True, verbose_name="tembusan"),
                        ),
                        (
                            "capacity",
                            models.CharField(
                                choices=[
                                    ("sendiri", "Atas jabatannya sendiri"),
                                    ("an", "a.n. (atas nama)"),
                                    ("ub", "u.b. (untuk beliau)"),
                                ],
                                default="sendiri",
                                max_length=8,
                                verbose_name="kewenangan",
                            ),
                        ),
                        ("content", models.JSONField(blank=True, null=True)),
                        ("content_sha256", models.CharField(blank=True, max_length=64)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "finished_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "on_behalf_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.office",
                                verbose_name="atas nama",
                            ),
                        ),
                        (
                            "refers_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="pokja.letter",
                            ),
                        ),
                        (
                            "signer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.office",
                                verbose_name="penanda tangan",
                            ),
                        ),
                        (
                            "via",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.office",
                                verbose_name="pejabat di antaranya",
                            ),
                        ),
                        (
                            "letterhead",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="pokja.letterhead",
                                verbose_name="kop surat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="LetterJob",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("zip", "ZIP semua surat"),
                                    ("surel", "Kirim surel"),
                                    ("arsip", "Arsip rapat"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("antri", "Antri"),
                                    ("berjalan", "Berjalan"),
                                    ("siap", "Selesai"),
                                    ("gagal", "Gagal"),
                                ],
                                default="antri",
                                max_length=8,
                            ),
                        ),
                        ("done", models.PositiveSmallIntegerField(default=0)),
                        ("total", models.PositiveSmallIntegerField(default=0)),
                        ("error", models.TextField(blank=True)),
                        ("path", models.CharField(blank=True, max_length=200)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("lease_until", models.DateTimeField(blank=True, null=True)),
                        ("requested_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "letter",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="jobs",
                                to="pokja.letter",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["letter", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="LetterMail",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField()),
                        ("name", models.CharField(max_length=200)),
                        ("email", models.EmailField(max_length=254)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("antri", "Menunggu"),
                                    ("terkirim", "Terkirim"),
                                    ("gagal", "Gagal"),
                                ],
                                default="antri",
                                max_length=8,
                            ),
                        ),
                        ("error", models.CharField(blank=True, max_length=200)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "job",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="mails",
                                to="pokja.letterjob",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["job", "place", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("rapat_koordinasi", "Rapat koordinasi"),
                                    ("rapat_pokja", "Rapat Pokja"),
                                    ("rapat_tim_teknis", "Rapat Tim Teknis"),
                                    ("rapat_focal_point", "Rapat focal point"),
                                    ("evaluasi", "Evaluasi"),
                                    ("bimtek", "Bimbingan teknis"),
                                    (
                                        "sosialisasi_advokasi",
                                        "Sosialisasi dan advokasi",
                                    ),
                                    ("audiensi", "Audiensi"),
                                ],
                                max_length=24,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=250, verbose_name="nama rapat"),
                        ),
                        (
                            "theme",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="tema"
                            ),
                        ),
                        ("starts_at", models.DateTimeField(verbose_name="mulai")),
                        ("ends_at", models.DateTimeField(verbose_name="selesai")),
                        (
                            "place",
                            models.CharField(max_length=200, verbose_name="tempat"),
                        ),
                        (
                            "organiser",
                            models.CharField(
                                max_length=150, verbose_name="penyelenggara"
                            ),
                        ),
                        (
                            "host",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="tuan rumah"
                            ),
                        ),
                        (
                            "chair_name",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="pimpinan rapat",
                            ),
                        ),
                        (
                            "chair_position",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="jabatan pimpinan rapat",
                            ),
                        ),
                        (
                            "opened_by",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="dibuka oleh"
                            ),
                        ),
                        (
                            "represents",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="mewakili"
                            ),
                        ),
                        (
                            "speakers",
                            models.TextField(
                                blank=True,
                                help_text="Satu per baris.",
                                verbose_name="narasumber",
                            ),
                        ),
                        (
                            "planned_participants",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="rencana jumlah peserta",
                            ),
                        ),
                        (
                            "online_link",
                            models.URLField(
                                blank=True,
                                max_length=300,
                                verbose_name="tautan rapat daring",
                            ),
                        ),
                        (
                            "quorum_percent",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="kuorum"
                            ),
                        ),
                        (
                            "is_past_entry",
                            models.BooleanField(
                                default=False, verbose_name="dicatat sesudah rapat"
                            ),
                        ),
                        (
                            "duties",
                            models.JSONField(
                                blank=True, default=list, verbose_name="tugas Pokja"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("rencana", "Rencana"),
                                    ("diundang", "Diundang"),
                                    ("berlangsung", "Berlangsung"),
                                    ("koreksi", "Koreksi"),
                                    ("disahkan", "Disahkan"),
                                    ("ditunda", "Ditunda"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="rencana",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "state_reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="alasan"
                            ),
                        ),
                        (
                            "source_note",
                            models.TextField(
                                blank=True, verbose_name="sumber dan keterangan"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True, verbose_name="ringkasan jalannya rapat"
                            ),
                        ),
                        ("summary_page", models.CharField(blank=True, max_length=40)),
                        (
                            "notulis",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="notulis"
                            ),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_content", models.JSONField(blank=True, null=True)),
                        ("settled_sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="versi notulen"
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-starts_at", "-pk"],
                    },
                ),
                migrations.AddField(
                    model_name="letterjob",
                    name="meeting",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="archive_jobs",
                        to="pokja.meeting",
                    ),
                ),
                migrations.AddField(
                    model_name="letter",
                    name="meeting",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="pokja.meeting",
                    ),
                ),
                migrations.CreateModel(
                    name="ExpectedOutcome",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "text",
                            models.CharField(
                                max_length=300, verbose_name="hasil yang diharapkan"
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("tercapai", "Tercapai"),
                                    ("sebagian", "Sebagian"),
                                    ("belum", "Belum"),
                                ],
                                max_length=10,
                                verbose_name="penilaian",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="outcomes",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Door",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("secret", models.CharField(max_length=64)),
                        ("is_open", models.BooleanField(default=True)),
                        ("opened_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "opened_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="door",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting"],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "institution",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="instansi lain"
                            ),
                        ),
                        (
                            "names",
                            models.TextField(
                                blank=True,
                                help_text="Satu per baris.",
                                verbose_name="nama yang hadir",
                            ),
                        ),
                        (
                            "represents",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="mewakili"
                            ),
                        ),
                        (
                            "is_leader",
                            models.BooleanField(
                                default=False, verbose_name="unsur pimpinan daerah"
                            ),
                        ),
                        (
                            "men",
                            models.PositiveIntegerField(
                                default=0, verbose_name="laki-laki"
                            ),
                        ),
                        (
                            "women",
                            models.PositiveIntegerField(
                                default=0, verbose_name="perempuan"
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                                verbose_name="OPD",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="attendance",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("undangan", "Undangan"),
                                    ("daftar_hadir", "Daftar hadir"),
                                    ("foto", "Foto"),
                                    ("bahan", "Bahan paparan"),
                                ],
                                max_length=12,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "caption",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="keterangan"
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=0)),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="meeting_files",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "kind", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Member",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="urutan"
                            ),
                        ),
                        (
                            "field",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="bidang"
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="jabatan dalam dinas",
                            ),
                        ),
                        (
                            "institution",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="instansi"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama"
                            ),
                        ),
                        (
                            "nip",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="NIP"
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="L/P",
                            ),
                        ),
                        (
                            "grade",
                            models.CharField(
                                blank=True,
                                max_length=60,
                                verbose_name="pangkat/golongan",
                            ),
                        ),
                        (
                            "contact",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="kontak (HP/WA atau surel)",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "hides_name",
                            models.BooleanField(
                                default=False,
                                verbose_name="nama tidak ditayangkan publik",
                            ),
                        ),
                        ("start", models.DateField(verbose_name="mulai")),
                        (
                            "end",
                            models.DateField(
                                blank=True, null=True, verbose_name="sampai"
                            ),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="alasan berakhir",
                            ),
                        ),
                        (
                            "decree",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="pokja.decree",
                            ),
                        ),
                        (
                            "end_decree",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="pokja.decree",
                            ),
                        ),
                        (
                            "office",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.office",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                                verbose_name="OPD",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["decree", "rank__order", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Invitee",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="urutan"
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("anggota", "Anggota tim"),
                                    ("focal_point", "Focal point"),
                                    ("tamu", "Tamu"),
                                ],
                                max_length=12,
                                verbose_name="dari",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama"
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan"
                            ),
                        ),
                        (
                            "institution",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="instansi"
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="L/P",
                            ),
                        ),
                        (
                            "phone",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="HP/WA"
                            ),
                        ),
                        (
                            "email",
                            models.EmailField(
                                blank=True, max_length=254, verbose_name="surel"
                            ),
                        ),
                        (
                            "appointment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="focal_points.appointment",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                                verbose_name="OPD",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitees",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="pokja.member",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesCorrection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(verbose_name="versi"),
                        ),
                        (
                            "reason",
                            models.CharField(max_length=250, verbose_name="alasan"),
                        ),
                        ("content", models.JSONField(default=list)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("koreksi", "Menunggu pengesahan"),
                                    ("disahkan", "Disahkan"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="draf",
                                max_length=10,
                            ),
                        ),
                        (
                            "state_reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="alasan status"
                            ),
                        ),
                        ("facts", models.JSONField(blank=True, default=dict)),
                        ("figures", models.JSONField(blank=True, default=list)),
                        ("by_name", models.JSONField(blank=True, default=dict)),
                        ("opened_at", models.DateTimeField()),
                        (
                            "notulis",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="notulis"
                            ),
                        ),
                        ("signed_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="corrections",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "opened_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "signed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("pembukaan", "Pembukaan"),
                                    ("pemaparan", "Pemaparan"),
                                    ("pembahasan", "Pembahasan"),
                                    ("keputusan", "Keputusan dan kesimpulan"),
                                    ("rencana", "Rencana tindak lanjut"),
                                    ("penutup", "Penutup"),
                                ],
                                default="pembahasan",
                                max_length=12,
                                verbose_name="bagian",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("text", models.TextField(verbose_name="isi")),
                        ("key", models.CharField(blank=True, max_length=40)),
                        ("page", models.CharField(blank=True, max_length=40)),
                        ("writer", models.CharField(blank=True, max_length=120)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="minutes",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "parent",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="children",
                                to="pokja.minutesitem",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesRevision",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("number", models.PositiveIntegerField(verbose_name="nomor")),
                        ("content", models.JSONField()),
                        ("began_at", models.DateTimeField()),
                        ("at", models.DateTimeField()),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "correction",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="revisions",
                                to="pokja.minutescorrection",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="revisions",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(verbose_name="versi"),
                        ),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("replaced_at", models.DateTimeField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="MonevVisit",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "visited_on",
                            models.DateField(verbose_name="tanggal kunjungan"),
                        ),
                        ("team", models.TextField(verbose_name="tim")),
                        (
                            "summary",
                            models.TextField(blank=True, verbose_name="ringkasan"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="monev_visits",
                                to="focal_points.opd",
                                verbose_name="OPD yang dikunjungi",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-visited_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        ("text", models.TextField(verbose_name="temuan")),
                        ("follow_up", models.TextField(verbose_name="tindak lanjut")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tenggat"
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="selesai pada"
                            ),
                        ),
                        (
                            "result",
                            models.TextField(
                                blank=True, verbose_name="hasil tindak lanjut"
                            ),
                        ),
                        (
                            "visit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="findings",
                                to="pokja.monevvisit",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["visit", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Participant",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("pokja", "Anggota tim"),
                                    ("focal_point", "Focal point"),
                                    ("undangan", "Undangan"),
                                    ("tamu", "Tamu"),
                                    ("ditambah", "Ditambah sekretariat"),
                                ],
                                max_length=12,
                                verbose_name="asal",
                            ),
                        ),
                        (
                            "institution",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="instansi lain"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama"
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan"
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="L/P",
                            ),
                        ),
                        (
                            "is_leader",
                            models.BooleanField(
                                default=False, verbose_name="unsur pimpinan daerah"
                            ),
                        ),
                        ("key", models.CharField(editable=False, max_length=320)),
                        (
                            "appointment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="focal_points.appointment",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="participants",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                                verbose_name="OPD",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Certificate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True,
                                max_length=100,
                                verbose_name="nomor sertifikat",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="certificates",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "participant",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="certificate",
                                to="pokja.participant",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["participant"],
                    },
                ),
                migrations.CreateModel(
                    name="PersonMerge",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kept_name",
                            models.CharField(
                                max_length=120, verbose_name="nama yang dipakai"
                            ),
                        ),
                        (
                            "kept_nip",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="NIP"
                            ),
                        ),
                        (
                            "other_name",
                            models.CharField(
                                max_length=120, verbose_name="nama yang dilebur"
                            ),
                        ),
                        (
                            "other_nip",
                            models.CharField(
                                blank=True,
                                max_length=18,
                                verbose_name="NIP yang dilebur",
                            ),
                        ),
                        ("rows", models.JSONField(default=list)),
                        ("told", models.JSONField(default=list)),
                        ("made_at", models.DateTimeField(verbose_name="dilebur")),
                        (
                            "undone_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dibatalkan"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "peleburan data orang",
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Phrase",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=500, verbose_name="frasa"),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "text", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PokjaReport",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="tahun"),
                        ),
                        (
                            "half",
                            models.PositiveSmallIntegerField(verbose_name="semester"),
                        ),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(verbose_name="edisi"),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="judul"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("diajukan", "Diajukan"),
                                    ("disahkan", "Disahkan"),
                                    ("terkirim", "Terkirim"),
                                ],
                                default="draf",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                max_length=40,
                                unique=True,
                                verbose_name="kode verifikasi",
                            ),
                        ),
                        ("requested_at", models.DateTimeField()),
                        (
                            "job_state",
                            models.CharField(
                                choices=[
                                    ("antri", "Antri"),
                                    ("dikumpulkan", "Dikumpulkan"),
                                    ("dirender", "Dirender"),
                                    ("siap", "Siap"),
                                    ("gagal", "Gagal"),
                                ],
                                default="antri",
                                max_length=12,
                            ),
                        ),
                        ("job_step", models.CharField(blank=True, max_length=120)),
                        ("job_percent", models.PositiveSmallIntegerField(default=0)),
                        ("job_error", models.TextField(blank=True)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("lease_until", models.DateTimeField(blank=True, null=True)),
                        ("started_at", models.DateTimeField(blank=True, null=True)),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("inputs", models.JSONField(blank=True, default=dict)),
                        ("content", models.JSONField(blank=True, null=True)),
                        ("content_sha256", models.CharField(blank=True, max_length=64)),
                        ("key_figures", models.JSONField(blank=True, default=list)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "pdf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="berkas PDF",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "same_as",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="pokja.pokjareport",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-year", "-half", "-edition"],
                    },
                ),
                migrations.CreateModel(
                    name="Portrait",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("name", models.CharField(max_length=120, verbose_name="nama")),
                        (
                            "nip",
                            models.CharField(
                                blank=True, max_length=18, verbose_name="NIP"
                            ),
                        ),
                        (
                            "is_public",
                            models.BooleanField(
                                default=False, verbose_name="boleh ditayangkan"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="foto",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "foto orang",
                        "ordering": ["region", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Presence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("day", models.DateField(verbose_name="hari")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("hadir", "Hadir"),
                                    ("izin", "Izin"),
                                    ("diwakili", "Diwakili"),
                                    ("tanpa_keterangan", "Tanpa keterangan"),
                                ],
                                max_length=16,
                                verbose_name="kehadiran",
                            ),
                        ),
                        (
                            "stand_in_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="nama wakil"
                            ),
                        ),
                        (
                            "stand_in_position",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan wakil"
                            ),
                        ),
                        (
                            "stand_in_sex",
                            models.CharField(
                                blank=True,
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="L/P wakil",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "by_code",
                            models.BooleanField(
                                default=False, verbose_name="lewat kode QR"
                            ),
                        ),
                        ("at", models.DateTimeField(verbose_name="dicatat")),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presences",
                                to="pokja.participant",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["participant", "day", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="versi"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("ditetapkan", "Ditetapkan"),
                                    ("perubahan", "Diganti perubahan"),
                                ],
                                default="draf",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan perubahan",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="dasar penetapan",
                            ),
                        ),
                        (
                            "settled_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal penetapan"
                            ),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "source_note",
                            models.TextField(
                                blank=True, verbose_name="sumber dan keterangan"
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="tahun"),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "predecessor",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successor",
                                to="pokja.programme",
                                verbose_name="yang diubah",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-year", "-version", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ProgrammeLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="urutan"
                            ),
                        ),
                        (
                            "duties",
                            models.JSONField(
                                blank=True, default=list, verbose_name="tugas Pokja"
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(max_length=300, verbose_name="kegiatan"),
                        ),
                        ("aim", models.TextField(blank=True, verbose_name="tujuan")),
                        (
                            "beneficiaries",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="sasaran"
                            ),
                        ),
                        (
                            "indicator",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="indikator keluaran",
                            ),
                        ),
                        (
                            "target",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="target"
                            ),
                        ),
                        (
                            "from_month",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="mulai bulan"
                            ),
                        ),
                        (
                            "to_month",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="sampai bulan"
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="penanggung jawab",
                            ),
                        ),
                        (
                            "others",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="pelaksana lain",
                            ),
                        ),
                        (
                            "budget",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="anggaran"
                            ),
                        ),
                        (
                            "fund_source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("apbd", "APBD"),
                                    ("apbn", "APBN"),
                                    ("lain", "Sumber lain"),
                                ],
                                max_length=8,
                                verbose_name="sumber dana",
                            ),
                        ),
                        (
                            "sub_activity_code",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="kode sub kegiatan",
                            ),
                        ),
                        (
                            "code_rule",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("Permendagri 90/2019", "Permendagri 90/2019"),
                                    (
                                        "Kepmendagri 050-3708/2020",
                                        "Kepmendagri 050-3708/2020",
                                    ),
                                    (
                                        "Kepmendagri 050-5889/2021",
                                        "Kepmendagri 050-5889/2021",
                                    ),
                                    (
                                        "Kepmendagri 900.1.15.5-1317/2023",
                                        "Kepmendagri 900.1.15.5-1317/2023",
                                    ),
                                    (
                                        "Kepmendagri 900.1.15.5-3406/2024",
                                        "Kepmendagri 900.1.15.5-3406/2024",
                                    ),
                                    (
                                        "Kepmendagri 900.1-2850/2025",
                                        "Kepmendagri 900.1-2850/2025",
                                    ),
                                    (
                                        "Kepmendagri 900.1-861/2026",
                                        "Kepmendagri 900.1-861/2026",
                                    ),
                                ],
                                max_length=40,
                                verbose_name="aturan kode",
                            ),
                        ),
                        (
                            "executors",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="focal_points.opd",
                                verbose_name="pelaksana (OPD)",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="pokja.programme",
                            ),
                        ),
                        (
                            "root",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="descendants",
                                to="pokja.programmeline",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["programme", "order", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="monevvisit",
                    name="line",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="pokja.programmeline",
                        verbose_name="baris program kerja",
                    ),
                ),
                migrations.AddField(
                    model_name="meeting",
                    name="programme_line",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="pokja.programmeline",
                        verbose_name="baris program kerja",
                    ),
                ),
                migrations.CreateModel(
                    name="LineRecord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("direncanakan", "Direncanakan"),
                                    ("berjalan", "Berjalan"),
                                    ("selesai", "Selesai"),
                                    ("ditunda", "Ditunda"),
                                    ("dibatalkan", "Dibatalkan"),
                                ],
                                default="direncanakan",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "realisation",
                            models.TextField(blank=True, verbose_name="realisasi"),
                        ),
                        (
                            "obstacles",
                            models.TextField(blank=True, verbose_name="kendala"),
                        ),
                        ("revision", models.PositiveIntegerField(default=0)),
                        ("touched_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "touched_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "line",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="progress_record",
                                to="pokja.programmeline",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["line", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Rad",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="versi"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("ditetapkan", "Ditetapkan"),
                                    ("perubahan", "Diganti perubahan"),
                                ],
                                default="draf",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan perubahan",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="dasar penetapan",
                            ),
                        ),
                        (
                            "settled_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal penetapan"
                            ),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "source_note",
                            models.TextField(
                                blank=True, verbose_name="sumber dan keterangan"
                            ),
                        ),
                        (
                            "first_year",
                            models.PositiveSmallIntegerField(verbose_name="tahun awal"),
                        ),
                        (
                            "last_year",
                            models.PositiveSmallIntegerField(
                                verbose_name="tahun akhir"
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "predecessor",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successor",
                                to="pokja.rad",
                                verbose_name="yang diubah",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "settled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-first_year", "-version", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="driverplan",
                    name="rad",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="driver_plans",
                        to="pokja.rad",
                    ),
                ),
                migrations.CreateModel(
                    name="RadarNotice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("key", models.CharField(max_length=80)),
                        ("text", models.CharField(max_length=300, verbose_name="isi")),
                        ("made_at", models.DateTimeField(verbose_name="dicatat pada")),
                        (
                            "mailed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dikirim pada"
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RadLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(
                                default=1, verbose_name="urutan"
                            ),
                        ),
                        (
                            "content",
                            models.CharField(
                                choices=[
                                    (
                                        "a",
                                        "PUG dalam peraturan perundang-undangan daerah",
                                    ),
                                    ("b", "PUG dalam siklus pembangunan"),
                                    ("c", "Penguatan kelembagaan PUG"),
                                    ("d", "Penguatan peran serta masyarakat"),
                                ],
                                max_length=1,
                                verbose_name="muatan",
                            ),
                        ),
                        (
                            "issue",
                            models.TextField(
                                blank=True, verbose_name="isu gender atau masalah"
                            ),
                        ),
                        ("aim", models.TextField(blank=True, verbose_name="tujuan")),
                        (
                            "strategy",
                            models.TextField(blank=True, verbose_name="strategi"),
                        ),
                        (
                            "activity",
                            models.CharField(
                                max_length=300, verbose_name="program atau kegiatan"
                            ),
                        ),
                        (
                            "indicator",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="indikator"
                            ),
                        ),
                        (
                            "baseline",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="baseline"
                            ),
                        ),
                        (
                            "baseline_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tahun baseline"
                            ),
                        ),
                        (
                            "targets",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                verbose_name="target per tahun",
                            ),
                        ),
                        (
                            "lead",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="penanggung jawab lain",
                            ),
                        ),
                        (
                            "fund_source",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("apbd", "APBD"),
                                    ("apbn", "APBN"),
                                    ("lain", "Sumber lain"),
                                ],
                                max_length=8,
                                verbose_name="sumber dana",
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "lead_opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.opd",
                                verbose_name="OPD penanggung jawab",
                            ),
                        ),
                        (
                            "rad",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="lines",
                                to="pokja.rad",
                            ),
                        ),
                        (
                            "root",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="descendants",
                                to="pokja.radline",
                            ),
                        ),
                        (
                            "supporters",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="focal_points.opd",
                                verbose_name="OPD pendukung",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["rad", "content", "order", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="programmeline",
                    name="rad_line",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programme_lines",
                        to="pokja.radline",
                    ),
                ),
                migrations.CreateModel(
                    name="Rank",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("code", models.SlugField(max_length=60)),
                        (
                            "label",
                            models.CharField(max_length=60, verbose_name="sebutan"),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pembina", "Pembina"),
                                    ("pengarah", "Pengarah"),
                                    ("penanggung_jawab", "Penanggung Jawab"),
                                    ("ketua", "Ketua"),
                                    ("wakil_ketua", "Wakil Ketua"),
                                    ("sekretaris", "Sekretaris"),
                                    ("wakil_sekretaris", "Wakil Sekretaris"),
                                    ("koordinator", "Koordinator Bidang"),
                                    ("anggota", "Anggota"),
                                    ("sekretariat", "Sekretariat"),
                                    ("lain", "Kedudukan lain"),
                                ],
                                max_length=20,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "order",
                            models.PositiveSmallIntegerField(verbose_name="urutan"),
                        ),
                        (
                            "is_retired",
                            models.BooleanField(
                                default=False, verbose_name="tidak ditawarkan lagi"
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kedudukan",
                        "ordering": ["region", "order", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="member",
                    name="rank",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="pokja.rank",
                        verbose_name="kedudukan",
                    ),
                ),
                migrations.CreateModel(
                    name="Recommendation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tahun"
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="nomor"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="rekomendasi")),
                        (
                            "proposer",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="pengusul lain"
                            ),
                        ),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="penanggung jawab lain",
                            ),
                        ),
                        (
                            "expected_proof",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="bukti yang diharapkan",
                            ),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tenggat"
                            ),
                        ),
                        (
                            "is_example",
                            models.BooleanField(default=False, verbose_name="contoh"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum"),
                                    ("proses", "Proses"),
                                    ("selesai", "Selesai"),
                                    ("batal", "Batal"),
                                ],
                                default="belum",
                                max_length=8,
                                verbose_name="status tindak lanjut",
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="selesai pada"
                            ),
                        ),
                        (
                            "cancel_reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="alasan batal"
                            ),
                        ),
                        (
                            "co_responsible",
                            models.ManyToManyField(
                                blank=True,
                                related_name="+",
                                to="focal_points.opd",
                                verbose_name="OPD pendamping",
                            ),
                        ),
                        (
                            "confirmed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "programme_line",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="pokja.programmeline",
                                verbose_name="baris program kerja",
                            ),
                        ),
                        (
                            "proposer_opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "responsible_opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="focal_points.opd",
                                verbose_name="OPD penanggung jawab",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FollowUpNote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="uraian")),
                        ("written_at", models.DateTimeField()),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_up_notes",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="pokja.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["recommendation", "written_at", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("order", models.PositiveSmallIntegerField(default=1)),
                        (
                            "time",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="waktu"
                            ),
                        ),
                        (
                            "minutes",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="lama (menit)"
                            ),
                        ),
                        (
                            "text",
                            models.CharField(max_length=250, verbose_name="acara"),
                        ),
                        (
                            "speaker",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="pengisi"
                            ),
                        ),
                        (
                            "is_internal",
                            models.BooleanField(
                                default=False, verbose_name="internal panitia"
                            ),
                        ),
                        (
                            "holds_carried",
                            models.BooleanField(
                                default=False,
                                verbose_name="memuat rekomendasi terdahulu",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "material",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="pokja.meetingfile",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="pokja.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Regulation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("perda", "Peraturan Daerah"),
                                    ("perkada", "Peraturan kepala daerah"),
                                    ("instruksi", "Instruksi kepala daerah"),
                                    ("se", "Surat Edaran"),
                                    ("pks", "Perjanjian kerja sama"),
                                    ("mou", "Nota kesepahaman"),
                                    ("lain", "Produk hukum lain"),
                                ],
                                max_length=10,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(max_length=120, verbose_name="sebutan"),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="nomor"
                            ),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tahun"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=300, verbose_name="tentang"),
                        ),
                        (
                            "partner",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="mitra"
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal penetapan"
                            ),
                        ),
                        (
                            "effective_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="berlaku sejak"
                            ),
                        ),
                        (
                            "effective_until",
                            models.DateField(
                                blank=True, null=True, verbose_name="berlaku sampai"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("rancangan", "Rancangan"),
                                    ("ditetapkan", "Ditetapkan"),
                                    ("dicabut", "Dicabut"),
                                ],
                                default="rancangan",
                                max_length=12,
                            ),
                        ),
                        (
                            "revoked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="dicabut mulai"
                            ),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan pencabutan",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "scan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                                verbose_name="pindaian",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-year", "kind", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RegulationEvaluation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="tanggal evaluasi")),
                        (
                            "judged_by",
                            models.CharField(
                                max_length=150, verbose_name="dinilai oleh"
                            ),
                        ),
                        (
                            "verdict",
                            models.CharField(
                                choices=[
                                    ("optimal", "Sudah optimal"),
                                    ("belum_optimal", "Belum optimal"),
                                    ("belum_dilaksanakan", "Belum dilaksanakan"),
                                    ("perlu_diubah", "Perlu diubah"),
                                ],
                                max_length=20,
                                verbose_name="penilaian",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="uraian")),
                        (
                            "regulation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evaluations",
                                to="pokja.regulation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RegulationFollowUp",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("text", models.TextField(verbose_name="tindak lanjut")),
                        (
                            "responsible",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="pelaksana lain",
                            ),
                        ),
                        ("planned_on", models.DateField(verbose_name="dicatat pada")),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tenggat"
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="selesai pada"
                            ),
                        ),
                        ("result", models.TextField(blank=True, verbose_name="hasil")),
                        (
                            "evaluation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="pokja.regulationevaluation",
                                verbose_name="atas evaluasi",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                                verbose_name="OPD",
                            ),
                        ),
                        (
                            "regulation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follow_ups",
                                to="pokja.regulation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["planned_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="RegulationLink",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("mengubah", "Mengubah"),
                                    ("mencabut", "Mencabut"),
                                ],
                                max_length=10,
                                verbose_name="hubungan",
                            ),
                        ),
                        (
                            "newer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="links_to",
                                to="pokja.regulation",
                            ),
                        ),
                        (
                            "older",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_from",
                                to="pokja.regulation",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["newer", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Release",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                max_length=19, unique=True, verbose_name="kode"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=200, verbose_name="judul"),
                        ),
                        ("body", models.TextField(verbose_name="isi")),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                verbose_name="versi notulen"
                            ),
                        ),
                        (
                            "is_on",
                            models.BooleanField(default=False, verbose_name="tayang"),
                        ),
                        (
                            "published_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="tayang sejak"
                            ),
                        ),
                        ("saved_at", models.DateTimeField()),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="release",
                                to="pokja.meeting",
                            ),
                        ),
                        (
                            "saved_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-published_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReleaseSwitch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "is_on",
                            models.BooleanField(
                                default=False, verbose_name="rilis publik"
                            ),
                        ),
                        (
                            "region",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="release_switch",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region"],
                    },
                ),
                migrations.CreateModel(
                    name="RosterSwitch",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "is_on",
                            models.BooleanField(
                                default=False, verbose_name="susunan publik"
                            ),
                        ),
                        (
                            "shows_names",
                            models.BooleanField(
                                default=False, verbose_name="nama anggota ditayangkan"
                            ),
                        ),
                        (
                            "shows_photos",
                            models.BooleanField(
                                default=False, verbose_name="foto anggota ditayangkan"
                            ),
                        ),
                        (
                            "region",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="roster_switch",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region"],
                    },
                ),
                migrations.CreateModel(
                    name="Training",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "target_men",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="target laki-laki"
                            ),
                        ),
                        (
                            "target_women",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="target perempuan"
                            ),
                        ),
                        (
                            "lesson_hours",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="jam pelajaran"
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(
                                default=False,
                                verbose_name="ditawarkan ke kabupaten/kota",
                            ),
                        ),
                        (
                            "meeting",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="training",
                                to="pokja.meeting",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["meeting"],
                    },
                ),
                migrations.CreateModel(
                    name="Acceptance",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("accepted_at", models.DateTimeField()),
                        (
                            "accepted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "training",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="acceptances",
                                to="pokja.training",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["training", "region"],
                    },
                ),
                migrations.AddConstraint(
                    model_name="agendatemplate",
                    constraint=models.UniqueConstraint(
                        fields=("region", "name"), name="agenda_template_once"
                    ),
                ),
                migrations.AddIndex(
                    model_name="decree",
                    index=models.Index(
                        fields=["region", "kind", "effective_from"], name="decree_kind"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), _negated=True), ("opd", None)
                        ),
                        fields=("region", "kind", "number", "signed_on"),
                        name="decree_number_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), _negated=True),
                            ("opd__isnull", False),
                        ),
                        fields=("opd", "number", "signed_on"),
                        name="decree_number_once_per_opd",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("effective_until", None),
                            ("effective_until__gte", models.F("effective_from")),
                            _connector="OR",
                        ),
                        name="decree_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state", "rancangan"),
                            models.Q(
                                models.Q(("number", ""), _negated=True),
                                ("effective_from__isnull", False),
                                ("signed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="decree_issued_has_number_and_dates",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "focal_point"), ("opd__isnull", False)),
                            models.Q(
                                models.Q(("kind", "focal_point"), _negated=True),
                                ("opd__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="decree_opd_only_for_focal_point",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("related", None), ("relation", "")),
                            models.Q(
                                models.Q(("relation", ""), _negated=True),
                                ("related__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="decree_relation_names_the_other",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="decree",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("revoked_on__isnull", False), ("state", "dicabut")
                            ),
                            models.Q(
                                models.Q(("state", "dicabut"), _negated=True),
                                ("revoked_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="decree_revoked_has_its_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="feedlink",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("assignment",),
                        name="feed_link_one_open_per_hat",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letterhead",
                    constraint=models.UniqueConstraint(
                        fields=("region", "name"),
                        name="letterhead_name_once_per_region",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="lettermail",
                    constraint=models.UniqueConstraint(
                        fields=("job", "email"), name="letter_mail_once_per_address"
                    ),
                ),
                migrations.AddIndex(
                    model_name="letterjob",
                    index=models.Index(
                        fields=["state", "lease_until"], name="letter_jobs"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letterjob",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["antri", "berjalan"])),
                        fields=("letter", "kind"),
                        name="letter_one_job_of_a_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letterjob",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["antri", "berjalan"])),
                        fields=("meeting", "kind"),
                        name="meeting_one_job_of_a_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letterjob",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "arsip"),
                                ("letter", None),
                                ("meeting__isnull", False),
                            ),
                            models.Q(
                                models.Q(("kind", "arsip"), _negated=True),
                                ("letter__isnull", False),
                                ("meeting", None),
                            ),
                            _connector="OR",
                        ),
                        name="letter_job_is_about_one",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letter",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "draf")),
                        fields=("meeting", "kind"),
                        name="letter_one_draft_of_a_kind",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="letter",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draf"),
                            models.Q(
                                ("content__isnull", False),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="letter_finished_has_content",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution", ""), ("opd__isnull", False)),
                            models.Q(
                                ("opd__isnull", True),
                                models.Q(("institution", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="attendance_is_opd_or_institution",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("opd__isnull", False)),
                        fields=("meeting", "opd"),
                        name="attendance_opd_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="attendance",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("institution", ""), _negated=True),
                        fields=("meeting", "institution"),
                        name="attendance_institution_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitee",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("position", ""), _negated=True),
                            models.Q(("institution", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="invitee_is_somebody",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitee",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("member__isnull", False)),
                        fields=("meeting", "member"),
                        name="invitee_member_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="invitee",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("appointment__isnull", False)),
                        fields=("meeting", "appointment"),
                        name="invitee_appointment_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="minutescorrection",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["draf", "koreksi"])),
                        fields=("meeting",),
                        name="minutes_correction_one_at_a_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="minutescorrection",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="minutes_correction_has_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="minutesitem",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("meeting", "key"),
                        name="minutes_item_key_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="minutesrevision",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "number"),
                        name="minutes_revision_number_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="minutesversion",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "number"), name="minutes_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="finding",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None),
                            models.Q(("result", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_done_says_what",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.UniqueConstraint(
                        fields=("meeting", "key"), name="participant_once_in_a_meeting"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution", ""), ("opd__isnull", False)),
                            models.Q(
                                ("opd__isnull", True),
                                models.Q(("institution", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="participant_is_of_opd_or_institution",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="participant",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("position", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="participant_is_person_or_position",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="phrase",
                    constraint=models.UniqueConstraint(
                        fields=("region", "text"), name="phrase_once"
                    ),
                ),
                migrations.AddIndex(
                    model_name="pokjareport",
                    index=models.Index(
                        fields=["job_state", "lease_until"], name="report_jobs"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pokjareport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("same_as", None)),
                        fields=("region", "year", "half", "edition"),
                        name="report_edition_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pokjareport",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("job_state__in", ["antri", "dikumpulkan", "dirender"])
                        ),
                        fields=("region", "year", "half"),
                        name="report_one_job_per_semester",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pokjareport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("job_state", "siap"), _negated=True),
                            ("pdf__isnull", False),
                            _connector="OR",
                        ),
                        name="report_ready_has_pdf",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pokjareport",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draf", "diajukan"]),
                            models.Q(
                                ("job_state", "siap"),
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="report_settled_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="presence",
                    constraint=models.UniqueConstraint(
                        fields=("participant", "day"), name="presence_once_a_day"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="presence",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "diwakili"),
                                models.Q(("stand_in_name", ""), _negated=True),
                                models.Q(("stand_in_sex", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "diwakili"), _negated=True),
                                ("stand_in_name", ""),
                            ),
                            _connector="OR",
                        ),
                        name="presence_represented_names_who",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.UniqueConstraint(
                        fields=("region", "year", "version"), name="programme_version"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "draf")),
                        fields=("region", "year"),
                        name="programme_one_draft",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "ditetapkan")),
                        fields=("region", "year"),
                        name="programme_one_in_force",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draf"),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="programme_settled_says_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programme",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("predecessor", None), ("version", 1)),
                            models.Q(
                                ("predecessor__isnull", False), ("version__gt", 1)
                            ),
                            _connector="OR",
                        ),
                        name="programme_later_one_names_the_first",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="monevvisit",
                    constraint=models.UniqueConstraint(
                        fields=("opd", "visited_on"), name="visit_once_per_day"
                    ),
                ),
                migrations.AddIndex(
                    model_name="meeting",
                    index=models.Index(
                        fields=["region", "-starts_at"], name="meeting_of_region"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_at__gte", models.F("starts_at"))),
                        name="meeting_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("quorum_percent__isnull", True),
                            models.Q(
                                ("quorum_percent__gte", 1), ("quorum_percent__lte", 100)
                            ),
                            _connector="OR",
                        ),
                        name="meeting_quorum_is_a_share",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "disahkan"), _negated=True),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                                ("signed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_settled_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rad",
                    constraint=models.UniqueConstraint(
                        fields=("region", "first_year", "last_year", "version"),
                        name="rad_version",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rad",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "draf")),
                        fields=("region", "first_year", "last_year"),
                        name="rad_one_draft",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rad",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state", "ditetapkan")),
                        fields=("region", "first_year", "last_year"),
                        name="rad_one_in_force",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rad",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state", "draf"),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="rad_settled_says_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rad",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("predecessor", None), ("version", 1)),
                            models.Q(
                                ("predecessor__isnull", False), ("version__gt", 1)
                            ),
                            _connector="OR",
                        ),
                        name="rad_later_one_names_the_first",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rad",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("last_year__gte", models.F("first_year"))),
                        name="rad_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="driverplan",
                    constraint=models.UniqueConstraint(
                        fields=("opd", "year"), name="driver_plan_once_per_year"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="radarnotice",
                    constraint=models.UniqueConstraint(
                        fields=("region", "key"), name="radar_notice_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programmeline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("from_month", None), ("to_month", None)),
                            models.Q(
                                ("from_month__gte", 1),
                                ("to_month__gte", models.F("from_month")),
                                ("to_month__lte", 12),
                            ),
                            _connector="OR",
                        ),
                        name="programme_line_months",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programmeline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("budget", None), ("budget__gte", 0), _connector="OR"
                        ),
                        name="programme_line_budget_not_negative",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="programmeline",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code_rule", ""), ("sub_activity_code", "")),
                            models.Q(
                                models.Q(("sub_activity_code", ""), _negated=True),
                                models.Q(("code_rule", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="programme_line_code_has_its_rule",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rank",
                    constraint=models.UniqueConstraint(
                        fields=("region", "code"), name="rank_code_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="rank",
                    constraint=models.UniqueConstraint(
                        models.F("region"),
                        django.db.models.functions.text.Lower("label"),
                        name="rank_label_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="member",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("end", None),
                            ("end__gte", models.F("start")),
                            _connector="OR",
                        ),
                        name="member_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="member",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("position", ""), _negated=True),
                            ("office__isnull", False),
                            _connector="OR",
                        ),
                        name="member_has_name_or_position",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="member",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("name", ""),
                            models.Q(("sex", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="member_named_has_sex",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recommendation",
                    constraint=models.UniqueConstraint(
                        fields=("region", "year", "number"),
                        name="recommendation_number_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recommendation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", None), ("year", None)),
                            models.Q(
                                ("number__isnull", False), ("year__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_number_has_year",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recommendation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "batal"), _negated=True),
                            models.Q(("cancel_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="recommendation_cancelled_has_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recommendation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "selesai"), _negated=True),
                            models.Q(
                                ("confirmed_by__isnull", False),
                                ("done_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_done_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agendaitem",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("recommendation__isnull", False)),
                        fields=("meeting", "recommendation"),
                        name="agenda_recommendation_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="agendaitem",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("holds_carried", True)),
                        fields=("meeting",),
                        name="agenda_one_place_for_the_carried",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("region", "kind", "number", "year"),
                        name="regulation_number_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("effective_until", None),
                            ("effective_from", None),
                            ("effective_until__gte", models.F("effective_from")),
                            _connector="OR",
                        ),
                        name="regulation_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("state", "rancangan"),
                            models.Q(
                                models.Q(("number", ""), _negated=True),
                                ("year__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="regulation_issued_has_number_and_year",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("revoked_on__isnull", False), ("state", "dicabut")
                            ),
                            models.Q(
                                models.Q(("state", "dicabut"), _negated=True),
                                ("revoked_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="regulation_revoked_has_its_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulationfollowup",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("done_on", None),
                            models.Q(("result", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="regulation_follow_up_done_has_result",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulationlink",
                    constraint=models.UniqueConstraint(
                        fields=("newer", "older"), name="regulation_link_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regulationlink",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("newer", models.F("older")), _negated=True),
                        name="regulation_link_not_to_itself",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="release",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("is_on", False),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="release_shown_since",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="acceptance",
                    constraint=models.UniqueConstraint(
                        fields=("training", "region"), name="training_accepted_once"
                    ),
                ),
            ],
        ),
    ]
