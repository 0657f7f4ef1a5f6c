"""A fresh database takes the tables of 0001 to 0008 in one step: see docs/adr/0021.

0003 writes down which instrument is in use and 0005 lists what answers had attached; a
fresh database has neither: load_instrument comes after migrate and notes the use itself.
"""

from decimal import Decimal

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from pug_portal.lib.create_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("prasyarat", "0001_initial"),
        ("prasyarat", "0002_gender_data"),
        ("prasyarat", "0003_instruments_as_data"),
        ("prasyarat", "0004_scores_and_figures"),
        ("prasyarat", "0005_evidence_library"),
        ("prasyarat", "0006_next_steps"),
        ("prasyarat", "0007_proposed_scores_and_owners"),
        ("prasyarat", "0008_evaluation"),
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
                    name="Indicator",
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
                        ("code", models.CharField(max_length=12, verbose_name="kode")),
                        (
                            "order",
                            models.PositiveSmallIntegerField(verbose_name="urutan"),
                        ),
                        ("text", models.TextField(verbose_name="indikator")),
                        (
                            "answer_type",
                            models.CharField(
                                choices=[
                                    ("YN", "Ya/tidak"),
                                    ("YNP", "Ada/proses/belum"),
                                    ("N", "Angka"),
                                    ("PCT", "Persentase"),
                                    ("TXT", "Uraian"),
                                ],
                                max_length=3,
                                verbose_name="jenis jawaban",
                            ),
                        ),
                        (
                            "needs_document",
                            models.BooleanField(
                                default=False, verbose_name="wajib dokumen"
                            ),
                        ),
                        (
                            "typical_evidence",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="bukti lazim"
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
                            "responsible_role",
                            models.CharField(blank=True, max_length=20),
                        ),
                        (
                            "levels",
                            models.CharField(
                                help_text="P, K, O",
                                max_length=3,
                                verbose_name="tingkat",
                            ),
                        ),
                        (
                            "unit",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="satuan"
                            ),
                        ),
                        (
                            "weight",
                            models.DecimalField(
                                decimal_places=2, max_digits=6, verbose_name="bobot"
                            ),
                        ),
                        (
                            "max_score",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=6,
                                verbose_name="nilai maksimum",
                            ),
                        ),
                        (
                            "rule",
                            models.JSONField(default=dict, verbose_name="aturan nilai"),
                        ),
                        ("basis", models.TextField(blank=True, verbose_name="dasar")),
                        (
                            "legal_basis",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="dasar hukum"
                            ),
                        ),
                    ],
                    options={
                        "ordering": [
                            "prerequisite__instrument",
                            "prerequisite__order",
                            "order",
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Instrument",
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
                        ("code", models.CharField(max_length=60, unique=True)),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        (
                            "issuer",
                            models.CharField(max_length=150, verbose_name="penerbit"),
                        ),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="tahun"),
                        ),
                        ("source", models.TextField(blank=True, verbose_name="sumber")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("content_hash", models.CharField(max_length=64)),
                        ("published_at", models.DateTimeField()),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("sum", "Jumlah"),
                                    ("weighted_average", "Rata-rata tertimbang"),
                                    (
                                        "average_of_averages",
                                        "Rata-rata dari rata-rata prasyarat",
                                    ),
                                ],
                                default="sum",
                                max_length=24,
                                verbose_name="cara menghitung",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-year", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                        ("as_of", models.DateField(verbose_name="per tanggal")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("diajukan", "Diajukan"),
                                    ("perlu_perbaikan", "Perlu perbaikan"),
                                    ("terverifikasi", "Terverifikasi"),
                                    ("tidak_berlaku", "Tidak berlaku"),
                                ],
                                default="draf",
                                max_length=16,
                            ),
                        ),
                        (
                            "choice",
                            models.CharField(
                                blank=True, max_length=12, verbose_name="jawaban"
                            ),
                        ),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=20,
                                null=True,
                                verbose_name="nilai",
                            ),
                        ),
                        (
                            "numerator",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=20,
                                null=True,
                                verbose_name="pembilang",
                            ),
                        ),
                        (
                            "denominator",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=20,
                                null=True,
                                verbose_name="penyebut",
                            ),
                        ),
                        (
                            "denominator_kind",
                            models.CharField(
                                blank=True, max_length=24, verbose_name="jenis penyebut"
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="uraian")),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        (
                            "not_applicable_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan tidak berlaku",
                            ),
                        ),
                        (
                            "review_note",
                            models.TextField(
                                blank=True, verbose_name="catatan pemeriksa"
                            ),
                        ),
                        ("filled_role", models.CharField(blank=True, max_length=20)),
                        ("filled_at", models.DateTimeField()),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("verified_at", models.DateTimeField(blank=True, null=True)),
                        ("final_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "final_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan nilai akhir",
                            ),
                        ),
                        (
                            "final_score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="nilai akhir",
                            ),
                        ),
                        (
                            "override_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan mengganti",
                            ),
                        ),
                        ("reverted_on", models.DateField(blank=True, null=True)),
                        (
                            "verifier_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan pemeriksa",
                            ),
                        ),
                        (
                            "verifier_score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="nilai pemeriksa",
                            ),
                        ),
                        (
                            "proposed_reason",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="alasan usulan"
                            ),
                        ),
                        (
                            "proposed_score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                verbose_name="usulan nilai akhir",
                            ),
                        ),
                        (
                            "filled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "final_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
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
                            ),
                        ),
                        (
                            "proposed_by",
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
                                to="regions.region",
                            ),
                        ),
                        (
                            "reverted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "verified_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="prasyarat.indicator",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "indicator", "opd", "-as_of", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationPeriod",
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
                            "first_year",
                            models.PositiveSmallIntegerField(
                                verbose_name="tahun pertama"
                            ),
                        ),
                        (
                            "years",
                            models.PositiveSmallIntegerField(
                                choices=[(1, "Satu tahun"), (2, "Dua tahun")],
                                default=1,
                                verbose_name="lamanya",
                            ),
                        ),
                        ("as_of", models.DateField(verbose_name="keadaan per tanggal")),
                        ("due_on", models.DateField(verbose_name="tenggat pengiriman")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("disiapkan", "Disiapkan"),
                                    ("dikirim", "Dikirim"),
                                    ("selesai", "Selesai"),
                                ],
                                default="disiapkan",
                                max_length=10,
                                verbose_name="status",
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
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="prasyarat.instrument",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-first_year", "-years", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceDocument",
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
                            "title",
                            models.CharField(max_length=200, verbose_name="judul"),
                        ),
                        (
                            "prerequisite",
                            models.CharField(
                                blank=True, max_length=8, verbose_name="prasyarat"
                            ),
                        ),
                        ("added_role", models.CharField(blank=True, max_length=20)),
                        ("added_at", models.DateTimeField()),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "retire_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan ditarik",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
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
                            "retired_by",
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
                        "ordering": ["region", "-added_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="EvidenceVersion",
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
                            "note",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="yang berubah"
                            ),
                        ),
                        (
                            "is_adopted",
                            models.BooleanField(
                                default=False,
                                help_text="Hak bacanya tetap pada bagian yang memilikinya.",
                                verbose_name="berkas bagian lain portal",
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        (
                            "text_state",
                            models.CharField(
                                choices=[
                                    ("antri", "Teks belum dibaca"),
                                    ("terbaca", "Teks terbaca"),
                                    ("tanpa_teks", "Tanpa teks"),
                                    ("tidak_terbaca", "Teks tidak terbaca"),
                                ],
                                default="antri",
                                max_length=14,
                            ),
                        ),
                        ("text_note", models.CharField(blank=True, max_length=200)),
                        ("text_attempts", models.PositiveSmallIntegerField(default=0)),
                        ("text_due_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="prasyarat.evidencedocument",
                            ),
                        ),
                        (
                            "file",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="library_version",
                                to="files.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["document", "-number"],
                    },
                ),
                migrations.CreateModel(
                    name="GenderProfile",
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
                            models.PositiveSmallIntegerField(
                                verbose_name="sampai tahun data"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("antri", "Antri"),
                                    ("disusun", "Sedang disusun"),
                                    ("siap", "Siap"),
                                    ("gagal", "Gagal"),
                                ],
                                default="antri",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("step", models.CharField(blank=True, max_length=120)),
                        ("percent", models.PositiveSmallIntegerField(default=0)),
                        ("error", models.TextField(blank=True)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("lease_until", models.DateTimeField(blank=True, null=True)),
                        ("requested_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("facts_sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "pdf",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
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
                            "requested_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sheet",
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
                        "ordering": ["region", "-requested_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="GapAction",
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
                            "step",
                            models.CharField(max_length=300, verbose_name="langkah"),
                        ),
                        (
                            "owner",
                            models.CharField(
                                blank=True,
                                max_length=150,
                                verbose_name="penanggung jawab lain",
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="tenggat")),
                        (
                            "programme_line",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="baris program kerja atau sub kegiatan",
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
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
                                related_name="gap_actions",
                                to="focal_points.opd",
                                verbose_name="OPD penanggung jawab",
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
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gap_actions",
                                to="prasyarat.indicator",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "due_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FieldCheck",
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
                        ("checked_at", models.DateTimeField()),
                        (
                            "checked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="checks",
                                to="prasyarat.evaluationperiod",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="field_checks",
                                to="prasyarat.indicator",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["period", "indicator"],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerDuty",
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
                        ("since", models.DateField(verbose_name="jawaban sejak")),
                        ("due_on", models.DateField(verbose_name="tenggat")),
                        (
                            "opd",
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
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duties",
                                to="prasyarat.indicator",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "due_on", "indicator"],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentContent",
                    fields=[
                        (
                            "instrument",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="content",
                                serialize=False,
                                to="prasyarat.instrument",
                            ),
                        ),
                        ("text", models.TextField()),
                    ],
                    options={
                        "ordering": ["instrument"],
                    },
                ),
                migrations.CreateModel(
                    name="FolderDraft",
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
                            models.PositiveSmallIntegerField(
                                verbose_name="tahun folder"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                max_length=200, verbose_name="nama berkas"
                            ),
                        ),
                        ("path", models.CharField(blank=True, max_length=200)),
                        ("rows", models.JSONField(default=list)),
                        ("uploaded_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("applied_at", models.DateTimeField(blank=True, null=True)),
                        ("applied", models.PositiveIntegerField(default=0)),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="folders",
                                to="prasyarat.evaluationperiod",
                            ),
                        ),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="prasyarat.instrument",
                                verbose_name="kode",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["period", "-uploaded_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="AwardLevel",
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
                            models.CharField(max_length=60, verbose_name="jenjang"),
                        ),
                        (
                            "from_score",
                            models.DecimalField(
                                decimal_places=2,
                                max_digits=5,
                                validators=[
                                    django.core.validators.MinValueValidator(
                                        Decimal(0)
                                    ),
                                    django.core.validators.MaxValueValidator(
                                        Decimal(100)
                                    ),
                                ],
                                verbose_name="mulai nilai",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(max_length=250, verbose_name="sumber"),
                        ),
                        (
                            "source_date",
                            models.DateField(verbose_name="tanggal sumber"),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="award_levels",
                                to="prasyarat.instrument",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["instrument", "from_score", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentDraft",
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
                        ("code", models.CharField(max_length=60, verbose_name="kode")),
                        (
                            "version",
                            models.PositiveSmallIntegerField(verbose_name="versi"),
                        ),
                        ("name", models.CharField(max_length=150, verbose_name="nama")),
                        (
                            "state",
                            models.CharField(
                                choices=[("draf", "Draf"), ("terbit", "Terbit")],
                                default="draf",
                                max_length=8,
                            ),
                        ),
                        ("content", models.TextField()),
                        ("old_codes", models.JSONField(blank=True, default=dict)),
                        ("revision", models.PositiveIntegerField(default=1)),
                        ("changed_at", models.DateTimeField()),
                        (
                            "changed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pengubah",
                            ),
                        ),
                        (
                            "origin",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="successors",
                                to="prasyarat.instrument",
                            ),
                        ),
                        (
                            "published",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="draft",
                                to="prasyarat.instrument",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "version", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="InstrumentUse",
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
                        ("since", models.DateField(verbose_name="berlaku sejak")),
                        ("chosen_at", models.DateTimeField()),
                        (
                            "chosen_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="pemilih",
                            ),
                        ),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uses",
                                to="prasyarat.instrument",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-since", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ItemMapping",
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
                                choices=[("sama", "Sama"), ("sebagian", "Sebagian")],
                                max_length=8,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mapped_to",
                                to="prasyarat.indicator",
                            ),
                        ),
                        (
                            "target",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mapped_from",
                                to="prasyarat.indicator",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["target", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="OfficialResult",
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
                            models.PositiveSmallIntegerField(
                                verbose_name="tahun evaluasi"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(max_length=60, verbose_name="tahap"),
                        ),
                        ("result_on", models.DateField(verbose_name="tanggal hasil")),
                        (
                            "score",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=8,
                                null=True,
                                validators=[
                                    django.core.validators.MinValueValidator(Decimal(0))
                                ],
                                verbose_name="nilai resmi",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="kategori"
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "recorded_by",
                            models.ForeignKey(
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
                    ],
                    options={
                        "ordering": ["region", "-year", "result_on", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="OfficialNote",
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
                            models.CharField(max_length=1000, verbose_name="catatan"),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="prasyarat.gapaction",
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="prasyarat.indicator",
                            ),
                        ),
                        (
                            "result",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="prasyarat.officialresult",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["result", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PortalFigure",
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
                        ("as_of", models.DateField(verbose_name="per tanggal")),
                        ("choice", models.CharField(blank=True, max_length=12)),
                        (
                            "value",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=20,
                                null=True,
                                verbose_name="nilai",
                            ),
                        ),
                        (
                            "numerator",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=20,
                                null=True,
                                verbose_name="pembilang",
                            ),
                        ),
                        (
                            "denominator",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=20,
                                null=True,
                                verbose_name="penyebut",
                            ),
                        ),
                        (
                            "documented",
                            models.BooleanField(
                                default=False, verbose_name="berdokumen"
                            ),
                        ),
                        ("sentence", models.TextField(verbose_name="sumber")),
                        ("url", models.CharField(blank=True, max_length=200)),
                        ("counted_at", models.DateTimeField()),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="figures",
                                to="prasyarat.indicator",
                            ),
                        ),
                        (
                            "opd",
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
                    ],
                    options={
                        "ordering": ["region", "indicator", "opd", "-as_of", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Prerequisite",
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
                        ("code", models.CharField(max_length=8)),
                        (
                            "order",
                            models.PositiveSmallIntegerField(verbose_name="urutan"),
                        ),
                        ("name", models.CharField(max_length=100, verbose_name="nama")),
                        (
                            "short_name",
                            models.CharField(
                                max_length=30, verbose_name="nama singkat"
                            ),
                        ),
                        ("icon", models.CharField(blank=True, max_length=40)),
                        (
                            "instrument",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="prerequisites",
                                to="prasyarat.instrument",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["instrument", "order"],
                    },
                ),
                migrations.AddField(
                    model_name="indicator",
                    name="prerequisite",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicators",
                        to="prasyarat.prerequisite",
                    ),
                ),
                migrations.CreateModel(
                    name="RegionTarget",
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
                            "target",
                            models.DecimalField(
                                decimal_places=2, max_digits=20, verbose_name="target"
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="prasyarat.indicator",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "indicator"],
                    },
                ),
                migrations.CreateModel(
                    name="TableDuty",
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
                        ("table", models.CharField(max_length=8, verbose_name="tabel")),
                        (
                            "institution",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="lembaga pemasok",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="table_duties",
                                to="focal_points.opd",
                                verbose_name="OPD pemasok",
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
                        "ordering": ["region", "table"],
                    },
                ),
                migrations.CreateModel(
                    name="TableYear",
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
                        ("table", models.CharField(max_length=8, verbose_name="tabel")),
                        (
                            "year",
                            models.PositiveSmallIntegerField(verbose_name="tahun data"),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draf", "Draf"),
                                    ("diajukan", "Diajukan"),
                                    ("perlu_perbaikan", "Perlu perbaikan"),
                                    ("terverifikasi", "Terverifikasi"),
                                ],
                                default="draf",
                                max_length=16,
                                verbose_name="status",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="sumber"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=400, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "supplier",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="pemasok"
                            ),
                        ),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "review_note",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                verbose_name="catatan pemeriksa",
                            ),
                        ),
                        ("filled_role", models.CharField(blank=True, max_length=20)),
                        (
                            "touched_at",
                            models.DateTimeField(verbose_name="terakhir diubah"),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("verified_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="regions.region",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "touched_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "verified_by",
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
                        "ordering": ["region", "table", "-year"],
                    },
                ),
                migrations.CreateModel(
                    name="Figure",
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
                            "axis",
                            models.CharField(
                                blank=True,
                                default="",
                                max_length=16,
                                verbose_name="sumbu",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(max_length=24, verbose_name="kategori"),
                        ),
                        (
                            "men",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="laki-laki",
                            ),
                        ),
                        (
                            "women",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=14,
                                null=True,
                                verbose_name="perempuan",
                            ),
                        ),
                        (
                            "table_year",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="figures",
                                to="prasyarat.tableyear",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["table_year", "axis", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="VersionPage",
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
                        ("number", models.PositiveIntegerField(verbose_name="halaman")),
                        ("text", models.TextField()),
                        ("folded", models.TextField()),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pages",
                                to="prasyarat.evidenceversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="EvaluationPack",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("antri", "Antri"),
                                    ("disusun", "Sedang disusun"),
                                    ("siap", "Siap"),
                                    ("gagal", "Gagal"),
                                ],
                                default="antri",
                                max_length=10,
                                verbose_name="status",
                            ),
                        ),
                        ("done", models.PositiveIntegerField(default=0)),
                        ("total", models.PositiveIntegerField(default=0)),
                        ("error", models.TextField(blank=True)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("lease_until", models.DateTimeField(blank=True, null=True)),
                        ("requested_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("path", models.CharField(blank=True, max_length=200)),
                        (
                            "size",
                            models.PositiveBigIntegerField(
                                default=0, verbose_name="ukuran (bita)"
                            ),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "missing",
                            models.PositiveIntegerField(
                                default=0, verbose_name="yang kurang"
                            ),
                        ),
                        (
                            "assignment",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="accounts.assignment",
                            ),
                        ),
                        (
                            "requested_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="packs",
                                to="prasyarat.evaluationperiod",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["period", "-requested_at", "-pk"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["antri", "disusun"])),
                                fields=("period", "requested_by"),
                                name="evaluation_pack_one_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Evidence",
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
                            "url",
                            models.URLField(
                                blank=True, max_length=300, verbose_name="alamat"
                            ),
                        ),
                        (
                            "accessed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="diakses"
                            ),
                        ),
                        (
                            "page",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="halaman"
                            ),
                        ),
                        (
                            "caption",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="evidence",
                                to="prasyarat.answer",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence",
                                to="files.storedfile",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["answer", "pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("file__isnull", False), ("url", "")),
                                    models.Q(
                                        ("file__isnull", True),
                                        models.Q(("url", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="evidence_is_file_or_url",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="evidencedocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("retired_at", None),
                            models.Q(("retire_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_retired_has_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evidenceversion",
                    constraint=models.UniqueConstraint(
                        fields=("document", "number"), name="evidence_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="genderprofile",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("state__in", ["antri", "disusun"])),
                        fields=("region", "year"),
                        name="gender_profile_one_job_per_year",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="genderprofile",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "siap"), _negated=True),
                            models.Q(
                                ("finished_at__isnull", False),
                                ("pdf__isnull", False),
                                ("sheet__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="gender_profile_ready_has_files",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="gapaction",
                    constraint=models.UniqueConstraint(
                        fields=("region", "indicator", "step"), name="gap_action_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="gapaction",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opd__isnull", False), ("owner", "")),
                            models.Q(
                                ("opd__isnull", True),
                                models.Q(("owner", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="gap_action_has_one_owner",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="fieldcheck",
                    constraint=models.UniqueConstraint(
                        fields=("period", "indicator"), name="field_check_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answerduty",
                    constraint=models.UniqueConstraint(
                        fields=("region", "indicator"), name="answer_duty_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answerduty",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("since__lte", models.F("due_on"))),
                        name="answer_duty_since_before_due",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.UniqueConstraint(
                        fields=("region", "opd", "indicator", "as_of"),
                        name="answer_once_per_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("opd", None)),
                        fields=("region", "indicator", "as_of"),
                        name="answer_of_region_once_per_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "terverifikasi"), _negated=True),
                            models.Q(
                                ("verified_at__isnull", False),
                                ("verified_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="answer_verified_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "tidak_berlaku"), _negated=True),
                            models.Q(("not_applicable_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="answer_not_applicable_has_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("denominator", None),
                            ("denominator__gt", 0),
                            _connector="OR",
                        ),
                        name="answer_denominator_above_zero",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verifier_score", None),
                                models.Q(("verifier_reason", ""), _negated=True),
                                _connector="OR",
                            ),
                            models.Q(
                                ("final_score", None),
                                models.Q(("final_reason", ""), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="answer_other_score_has_reason",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="answer",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("proposed_score", None),
                            models.Q(
                                ("proposed_by__isnull", False),
                                models.Q(("proposed_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answer_proposal_has_whom_and_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationperiod",
                    constraint=models.UniqueConstraint(
                        fields=("region", "first_year", "years"),
                        name="evaluation_period_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="evaluationperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("years__in", (1, 2))),
                        name="evaluation_one_or_two_years",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="awardlevel",
                    constraint=models.UniqueConstraint(
                        fields=("instrument", "name"), name="award_level_name_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="awardlevel",
                    constraint=models.UniqueConstraint(
                        fields=("instrument", "from_score"),
                        name="award_level_score_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="awardlevel",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("from_score__gte", 0), ("from_score__lte", 100)
                        ),
                        name="award_level_score_in_bounds",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentdraft",
                    constraint=models.UniqueConstraint(
                        fields=("code", "version"), name="instrument_draft_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentdraft",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published", None), ("state", "draf")),
                            models.Q(("published__isnull", False), ("state", "terbit")),
                            _connector="OR",
                        ),
                        name="instrument_draft_published_means_which",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentuse",
                    constraint=models.UniqueConstraint(
                        fields=("region", "since"), name="instrument_use_once_per_day"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="instrumentuse",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("region", None)),
                        fields=("since",),
                        name="instrument_use_of_all_once_per_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="itemmapping",
                    constraint=models.UniqueConstraint(
                        fields=("source", "target"), name="item_mapping_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="officialresult",
                    constraint=models.UniqueConstraint(
                        fields=("region", "year", "stage"), name="official_result_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="officialresult",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("score", None), ("score__gte", 0), _connector="OR"
                        ),
                        name="official_score_not_negative",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="officialresult",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", False),
                            models.Q(("category", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="official_result_says_something",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="portalfigure",
                    constraint=models.UniqueConstraint(
                        fields=("region", "opd", "indicator", "as_of"),
                        name="figure_once_per_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="portalfigure",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("opd", None)),
                        fields=("region", "indicator", "as_of"),
                        name="figure_of_region_once_per_day",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="prerequisite",
                    constraint=models.UniqueConstraint(
                        fields=("instrument", "code"), name="prerequisite_code_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.UniqueConstraint(
                        fields=("prerequisite", "code"), name="indicator_code_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regiontarget",
                    constraint=models.UniqueConstraint(
                        fields=("region", "indicator"), name="region_target_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="regiontarget",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("target__gt", 0)),
                        name="region_target_above_zero",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tableduty",
                    constraint=models.UniqueConstraint(
                        fields=("region", "table"), name="table_duty_once_per_table"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tableduty",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("institution", ""), ("opd__isnull", False)),
                            models.Q(
                                ("opd__isnull", True),
                                models.Q(("institution", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="table_duty_is_opd_or_institution",
                    ),
                ),
                migrations.AddIndex(
                    model_name="tableyear",
                    index=models.Index(
                        fields=["region", "state", "year"], name="table_year_waiting"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tableyear",
                    constraint=models.UniqueConstraint(
                        fields=("region", "table", "year"), name="table_year_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="tableyear",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "terverifikasi"), _negated=True),
                            models.Q(
                                ("verified_at__isnull", False),
                                ("verified_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="table_year_verified_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="figure",
                    constraint=models.UniqueConstraint(
                        fields=("table_year", "axis", "category"), name="figure_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="figure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("men", None), ("men__gte", 0), _connector="OR"),
                            models.Q(
                                ("women", None), ("women__gte", 0), _connector="OR"
                            ),
                        ),
                        name="figure_not_negative",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="figure",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("men__isnull", False),
                            ("women__isnull", False),
                            _connector="OR",
                        ),
                        name="figure_says_something",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="versionpage",
                    constraint=models.UniqueConstraint(
                        fields=("version", "number"), name="evidence_page_once"
                    ),
                ),
            ],
        ),
    ]
