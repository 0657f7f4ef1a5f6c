"""A fresh database takes the tables of 0001 to 0014 in one step: see docs/adr/0021.

0011 marks submissions verified before it; a fresh database has none.
"""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from pug_portal.lib.create_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("focal_points", "0001_initial"),
        ("focal_points", "0002_opd_restructuring"),
        ("focal_points", "0003_announced_opd_names"),
        ("focal_points", "0004_dispensation_planning_campaigns"),
        ("focal_points", "0005_progress_editor"),
        ("focal_points", "0006_pprg"),
        ("focal_points", "0007_campaign_due_and_approval_reason"),
        ("focal_points", "0008_filling_link"),
        ("focal_points", "0009_kept_drafts"),
        ("focal_points", "0010_rechecks"),
        ("focal_points", "0011_verified_versions"),
        ("focal_points", "0012_indicator_library"),
        ("focal_points", "0013_paper_forms"),
        ("focal_points", "0014_submitted_under_and_listed_from"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("regions", "0005_entered_index_values"),
        # Not needed, but each costs a second once the big apps are there.
        ("account", "0009_emailaddress_unique_primary_email"),
        ("audit", "0002_sealed_and_keyed_by_region"),
        ("imports", "0001_initial"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("pug_portal", "0001_initial"),
        ("sessions", "0001_initial"),
    ]

    operations = [
        CreateTables(
            operations=[
                migrations.CreateModel(
                    name="Musrenbang",
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
                            "kecamatan",
                            models.CharField(max_length=80, verbose_name="kecamatan"),
                        ),
                        ("held_on", models.DateField(verbose_name="tanggal")),
                        (
                            "men",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="peserta laki-laki"
                            ),
                        ),
                        (
                            "women",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="peserta perempuan"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["stage", "kecamatan", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ArgRecap",
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
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        ("groups", models.JSONField()),
                        (
                            "offices",
                            models.PositiveSmallIntegerField(
                                verbose_name="OPD dalam rekap"
                            ),
                        ),
                        (
                            "expected",
                            models.PositiveSmallIntegerField(
                                verbose_name="OPD seluruhnya"
                            ),
                        ),
                        ("sent_at", models.DateTimeField()),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "sent_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-year", "-sent_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Campaign",
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
                            models.CharField(max_length=150, verbose_name="judul"),
                        ),
                        (
                            "kinds",
                            models.JSONField(
                                default=list, verbose_name="dokumen yang diminta"
                            ),
                        ),
                        (
                            "message",
                            models.TextField(
                                blank=True, verbose_name="pesan untuk OPD"
                            ),
                        ),
                        ("opened_on", models.DateField(verbose_name="dibuka")),
                        ("due_on", models.DateField(verbose_name="tenggat")),
                        (
                            "due_before",
                            models.DateField(
                                blank=True, null=True, verbose_name="tenggat sebelumnya"
                            ),
                        ),
                        (
                            "due_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan tenggat dipindah",
                            ),
                        ),
                        (
                            "closed_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="ditutup pada"
                            ),
                        ),
                        (
                            "close_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan ditutup",
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                    ],
                    options={
                        "ordering": ["-opened_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Opd",
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
                            models.CharField(max_length=200, verbose_name="nama resmi"),
                        ),
                        (
                            "short_name",
                            models.CharField(
                                max_length=60, verbose_name="nama singkat"
                            ),
                        ),
                        (
                            "aliases",
                            models.JSONField(
                                blank=True, default=list, verbose_name="nama lain"
                            ),
                        ),
                        (
                            "tag",
                            models.CharField(
                                choices=[
                                    ("pppa", "Pemberdayaan perempuan"),
                                    ("perencanaan", "Perencanaan"),
                                    ("keuangan", "Keuangan"),
                                    ("inspektorat", "Inspektorat"),
                                    ("lain", "Lainnya"),
                                ],
                                default="lain",
                                max_length=12,
                                verbose_name="tugas",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True, max_length=40, verbose_name="jenis"
                            ),
                        ),
                        (
                            "active_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="aktif sejak"
                            ),
                        ),
                        (
                            "active_to",
                            models.DateField(
                                blank=True, null=True, verbose_name="aktif sampai"
                            ),
                        ),
                        (
                            "takes_part",
                            models.BooleanField(
                                default=True, verbose_name="ikut melapor"
                            ),
                        ),
                        (
                            "is_guess",
                            models.BooleanField(
                                default=False, verbose_name="masih dugaan"
                            ),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="catatan"
                            ),
                        ),
                        (
                            "former_names",
                            models.JSONField(
                                blank=True, default=list, verbose_name="nama terdahulu"
                            ),
                        ),
                        (
                            "coming",
                            models.JSONField(
                                blank=True,
                                default=dict,
                                verbose_name="nama yang akan berlaku",
                            ),
                        ),
                        (
                            "heir",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="inherited",
                                to="focal_points.opd",
                                verbose_name="penerus urusan",
                            ),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="opds",
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Office",
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
                                    ("kepala_daerah", "Kepala daerah"),
                                    ("wakil", "Wakil kepala daerah"),
                                    ("sekda", "Sekretaris Daerah"),
                                    ("kepala_opd", "Kepala OPD"),
                                    ("lain", "Jabatan lain"),
                                ],
                                default="lain",
                                max_length=14,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(max_length=150, verbose_name="jabatan"),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="offices",
                                to="focal_points.opd",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "title", "pk"],
                    },
                ),
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
                        ("code", models.CharField(max_length=30, verbose_name="kode")),
                        ("name", models.CharField(max_length=250, verbose_name="nama")),
                        (
                            "definition",
                            models.TextField(blank=True, verbose_name="definisi"),
                        ),
                        (
                            "unit",
                            models.CharField(max_length=40, verbose_name="satuan"),
                        ),
                        (
                            "formula",
                            models.CharField(
                                choices=[
                                    ("langsung", "Nilai langsung, tanpa pembagian"),
                                    ("persen", "Pembilang ÷ penyebut × 100"),
                                    ("rasio", "Pembilang ÷ penyebut"),
                                    ("per_1000", "Pembilang ÷ penyebut × 1.000"),
                                    ("per_100000", "Pembilang ÷ penyebut × 100.000"),
                                ],
                                default="langsung",
                                max_length=12,
                                verbose_name="cara hitung",
                            ),
                        ),
                        (
                            "formula_text",
                            models.TextField(
                                blank=True, verbose_name="rumus dalam kata"
                            ),
                        ),
                        (
                            "numerator",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="pembilang"
                            ),
                        ),
                        (
                            "denominator",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="penyebut"
                            ),
                        ),
                        (
                            "axes",
                            models.JSONField(
                                blank=True, default=list, verbose_name="pemilahan"
                            ),
                        ),
                        (
                            "baseline_year",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="tahun data dasar"
                            ),
                        ),
                        (
                            "total_top",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=17,
                                null=True,
                                verbose_name="pembilang atau nilai, jumlah",
                            ),
                        ),
                        (
                            "total_bottom",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=17,
                                null=True,
                                verbose_name="penyebut, jumlah",
                            ),
                        ),
                        (
                            "men_top",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=17,
                                null=True,
                                verbose_name="pembilang atau nilai, laki-laki",
                            ),
                        ),
                        (
                            "men_bottom",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=17,
                                null=True,
                                verbose_name="penyebut, laki-laki",
                            ),
                        ),
                        (
                            "women_top",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=17,
                                null=True,
                                verbose_name="pembilang atau nilai, perempuan",
                            ),
                        ),
                        (
                            "women_bottom",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=17,
                                null=True,
                                verbose_name="penyebut, perempuan",
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="sumber data"
                            ),
                        ),
                        (
                            "is_offered",
                            models.BooleanField(default=True, verbose_name="dipakai"),
                        ),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicators",
                                to="focal_points.opd",
                                verbose_name="OPD penanggung jawab",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "code"],
                    },
                ),
                migrations.CreateModel(
                    name="GenderProposal",
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
                            models.CharField(max_length=300, verbose_name="usulan"),
                        ),
                        (
                            "proposer",
                            models.CharField(
                                max_length=150, verbose_name="kelompok pengusul"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("belum_diputus", "Belum diputus"),
                                    ("ditampung", "Ditampung"),
                                    ("tidak_ditampung", "Tidak ditampung"),
                                ],
                                default="belum_diputus",
                                max_length=16,
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="alasan"
                            ),
                        ),
                        (
                            "musrenbang",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="proposals",
                                to="focal_points.musrenbang",
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
                    ],
                    options={
                        "ordering": ["musrenbang", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CascadeEntry",
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
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        (
                            "plan",
                            models.CharField(
                                choices=[
                                    ("rpjmd", "RPJMD"),
                                    ("renstra", "Renstra"),
                                    ("renja", "Renja"),
                                    ("rka", "RKA"),
                                    ("dpa", "DPA"),
                                ],
                                max_length=8,
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("ya", "Ya"),
                                    ("sebagian", "Sebagian"),
                                    ("belum", "Belum"),
                                ],
                                max_length=8,
                                verbose_name="jawaban",
                            ),
                        ),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                verbose_name="letaknya di dokumen",
                            ),
                        ),
                        ("touched_at", models.DateTimeField()),
                        (
                            "found",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ya", "Ya"),
                                    ("sebagian", "Sebagian"),
                                    ("belum", "Belum"),
                                ],
                                max_length=8,
                                verbose_name="hasil tinjauan",
                            ),
                        ),
                        (
                            "review_note",
                            models.CharField(
                                blank=True,
                                max_length=400,
                                verbose_name="catatan tinjauan",
                            ),
                        ),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cascade_entries",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "reviewed_by",
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
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cascade",
                                to="focal_points.opd",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opd", "-year", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="CampaignDocument",
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
                                    ("gap", "GAP"),
                                    ("gbs", "GBS/PAG"),
                                    ("kak", "KAK"),
                                    ("sk_fp", "SK Focal Point"),
                                    ("renstra", "Renstra"),
                                    ("renja", "Renja"),
                                    ("rka", "RKA"),
                                    ("dpa", "DPA"),
                                    ("dppa", "DPPA"),
                                ],
                                max_length=8,
                                verbose_name="dokumen",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("belum", "Belum"),
                                    ("diunggah", "Diunggah"),
                                    ("diterima", "Diterima"),
                                    ("dikembalikan", "Dikembalikan"),
                                ],
                                default="diunggah",
                                max_length=12,
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField()),
                        ("first_uploaded_at", models.DateTimeField()),
                        ("judged_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="catatan"
                            ),
                        ),
                        (
                            "campaign",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="focal_points.campaign",
                            ),
                        ),
                        (
                            "earlier",
                            models.ManyToManyField(
                                related_name="+", to="files.storedfile"
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="campaign_documents",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "judged_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "uploaded_by",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.opd",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["campaign", "opd", "kind"],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetLine",
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
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[("dpa", "DPA"), ("dppa", "DPPA")],
                                max_length=4,
                                verbose_name="tahap",
                            ),
                        ),
                        (
                            "rule_version",
                            models.CharField(max_length=4, verbose_name="aturan kode"),
                        ),
                        (
                            "program_code",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="kode program"
                            ),
                        ),
                        (
                            "program",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="program"
                            ),
                        ),
                        (
                            "activity_code",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="kode kegiatan"
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="kegiatan"
                            ),
                        ),
                        (
                            "sub_code",
                            models.CharField(
                                max_length=40, verbose_name="kode sub kegiatan"
                            ),
                        ),
                        (
                            "sub",
                            models.CharField(
                                max_length=200, verbose_name="sub kegiatan"
                            ),
                        ),
                        ("ceiling", models.BigIntegerField(verbose_name="pagu")),
                        (
                            "realized",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="realisasi"
                            ),
                        ),
                        (
                            "is_arg",
                            models.BooleanField(default=False, verbose_name="ARG"),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budget_lines",
                                to="focal_points.opd",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opd", "-year", "stage", "sub_code"],
                    },
                ),
                migrations.CreateModel(
                    name="ArgBudget",
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
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        (
                            "denominator",
                            models.CharField(
                                choices=[
                                    ("belanja_opd", "Belanja OPD"),
                                    ("belanja_langsung", "Belanja langsung"),
                                    ("total_belanja_apbd", "Total belanja APBD"),
                                    (
                                        "belanja_operasi_modal",
                                        "Belanja operasi dan modal",
                                    ),
                                ],
                                default="belanja_opd",
                                max_length=24,
                                verbose_name="pembagi",
                            ),
                        ),
                        (
                            "dpa_total",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="pembagi pada DPA"
                            ),
                        ),
                        (
                            "dpa_arg",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="pagu ARG pada DPA"
                            ),
                        ),
                        (
                            "dpa_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal DPA"
                            ),
                        ),
                        (
                            "dppa_total",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="pembagi pada DPPA"
                            ),
                        ),
                        (
                            "dppa_arg",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="pagu ARG pada DPPA"
                            ),
                        ),
                        (
                            "dppa_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal DPPA"
                            ),
                        ),
                        (
                            "realized",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="realisasi ARG"
                            ),
                        ),
                        (
                            "realized_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="realisasi per tanggal",
                            ),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="catatan")),
                        ("touched_at", models.DateTimeField()),
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
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="arg_budgets",
                                to="focal_points.opd",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opd", "-year"],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
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
                                    ("focal_point", "Focal point"),
                                    ("kepala_opd", "Kepala OPD"),
                                ],
                                default="focal_point",
                                max_length=12,
                                verbose_name="sebagai",
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
                            "sex",
                            models.CharField(
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="L/P",
                            ),
                        ),
                        (
                            "position",
                            models.CharField(
                                blank=True, max_length=150, verbose_name="jabatan"
                            ),
                        ),
                        (
                            "team_role",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ketua", "Ketua tim"),
                                    ("sekretaris", "Sekretaris tim"),
                                    ("anggota", "Anggota tim"),
                                    ("champion", "Gender champion"),
                                ],
                                max_length=10,
                                verbose_name="peran dalam tim",
                            ),
                        ),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("opd", "Perangkat daerah"),
                                    ("kecamatan", "Kecamatan"),
                                    ("kelurahan", "Kelurahan/desa"),
                                ],
                                default="opd",
                                max_length=10,
                                verbose_name="tingkat",
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
                            "decree_number",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="nomor SK"
                            ),
                        ),
                        (
                            "decree_date",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal SK"
                            ),
                        ),
                        (
                            "trained_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="terakhir dilatih"
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
                            "assignment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.assignment",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="akun",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="focal_points.opd",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opd", "kind", "name", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PprgDocument",
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
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("gap", "GAP"),
                                    ("gbs", "GBS"),
                                    ("kak", "KAK"),
                                ],
                                max_length=3,
                                verbose_name="jenis",
                            ),
                        ),
                        (
                            "gap_format",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("gap9", "Sembilan langkah"),
                                    ("gap4", "Empat langkah"),
                                ],
                                max_length=4,
                                verbose_name="format GAP",
                            ),
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
                                    ("diajukan", "Menunggu telaah"),
                                    ("ditelaah", "Sedang ditelaah"),
                                    ("perlu_perbaikan", "Perlu perbaikan"),
                                    ("disetujui", "Disetujui"),
                                    ("ditolak", "Ditolak"),
                                ],
                                default="draf",
                                max_length=16,
                            ),
                        ),
                        ("content", models.JSONField(default=dict)),
                        ("prefilled", models.JSONField(blank=True, default=dict)),
                        ("touched_at", models.DateTimeField()),
                        ("sent_count", models.PositiveSmallIntegerField(default=0)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "approval_reason",
                            models.TextField(
                                blank=True, verbose_name="alasan tetap disetujui"
                            ),
                        ),
                        (
                            "stamp_number",
                            models.CharField(
                                blank=True,
                                max_length=40,
                                verbose_name="nomor persetujuan",
                            ),
                        ),
                        (
                            "signed_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="tanggal tanda tangan",
                            ),
                        ),
                        (
                            "signed_by_name",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="ditandatangani oleh",
                            ),
                        ),
                        (
                            "approved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "filled_by",
                            models.ManyToManyField(
                                related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "indicators",
                            models.ManyToManyField(
                                related_name="pprg_documents",
                                to="focal_points.indicator",
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pprg_documents",
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "signed_page",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signed_pprg",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="derived",
                                to="focal_points.pprgdocument",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opd", "-year", "kind", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PprgNote",
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
                            models.CharField(
                                blank=True, max_length=16, verbose_name="langkah"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="catatan")),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                verbose_name="pengajuan ke"
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("resolved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="focal_points.pprgdocument",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pprg_notes",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "resolved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["document", "version", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="PprgVersion",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=200)),
                        ("content", models.JSONField()),
                        ("submitted_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="focal_points.pprgdocument",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["document", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Progress",
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
                                    ("draf", "Draf"),
                                    ("menunggu_kepala", "Menunggu Kepala OPD"),
                                    ("diajukan", "Diajukan"),
                                    ("dikembalikan", "Dikembalikan"),
                                    ("diverifikasi", "Diverifikasi"),
                                ],
                                default="draf",
                                max_length=16,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "renstra_responsive",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ya", "Ya"),
                                    ("sebagian", "Sebagian"),
                                    ("tidak", "Tidak"),
                                ],
                                max_length=8,
                                verbose_name="Renstra responsif gender",
                            ),
                        ),
                        (
                            "renja_responsive",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ya", "Ya"),
                                    ("sebagian", "Sebagian"),
                                    ("tidak", "Tidak"),
                                ],
                                max_length=8,
                                verbose_name="Renja responsif gender",
                            ),
                        ),
                        (
                            "rka_has_gbs",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ya", "Ya"),
                                    ("sebagian", "Sebagian"),
                                    ("tidak", "Tidak"),
                                ],
                                max_length=8,
                                verbose_name="RKA/DPA memuat GBS",
                            ),
                        ),
                        (
                            "gap_count",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="jumlah GAP"
                            ),
                        ),
                        (
                            "gbs_count",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="jumlah GBS"
                            ),
                        ),
                        (
                            "kak_count",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="jumlah KAK"
                            ),
                        ),
                        (
                            "spending_ceiling",
                            models.BigIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="total belanja OPD (pagu)",
                            ),
                        ),
                        (
                            "arg_ceiling",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="pagu ARG"
                            ),
                        ),
                        (
                            "arg_realized",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="realisasi ARG"
                            ),
                        ),
                        (
                            "arg_note",
                            models.TextField(
                                blank=True, verbose_name="catatan realisasi ARG"
                            ),
                        ),
                        (
                            "denominator",
                            models.CharField(
                                choices=[
                                    ("belanja_opd", "Belanja OPD"),
                                    ("belanja_langsung", "Belanja langsung"),
                                    ("total_belanja_apbd", "Total belanja APBD"),
                                    (
                                        "belanja_operasi_modal",
                                        "Belanja operasi dan modal",
                                    ),
                                ],
                                default="belanja_opd",
                                max_length=24,
                            ),
                        ),
                        (
                            "tables_available",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="tabel data terpilah tersedia",
                            ),
                        ),
                        (
                            "tables_updated",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="tabel data terpilah dimutakhirkan",
                            ),
                        ),
                        (
                            "trained_men",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="staf dilatih, laki-laki",
                            ),
                        ),
                        (
                            "trained_women",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="staf dilatih, perempuan",
                            ),
                        ),
                        (
                            "active_focal_points",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="focal point aktif"
                            ),
                        ),
                        (
                            "obstacles",
                            models.TextField(blank=True, verbose_name="permasalahan"),
                        ),
                        ("efforts", models.TextField(blank=True, verbose_name="upaya")),
                        (
                            "support_asked",
                            models.TextField(
                                blank=True, verbose_name="dukungan yang diminta"
                            ),
                        ),
                        (
                            "recommendation",
                            models.TextField(blank=True, verbose_name="rekomendasi"),
                        ),
                        ("unread", models.JSONField(blank=True, default=dict)),
                        ("writers", models.JSONField(blank=True, default=dict)),
                        ("carried", models.JSONField(blank=True, default=list)),
                        ("is_on_behalf", models.BooleanField(default=False)),
                        ("touched_at", models.DateTimeField()),
                        (
                            "submitted_as",
                            models.CharField(
                                blank=True, max_length=170, verbose_name="diajukan oleh"
                            ),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "first_submitted_at",
                            models.DateTimeField(blank=True, null=True),
                        ),
                        ("receipt_number", models.CharField(blank=True, max_length=30)),
                        (
                            "opened_by_verifier_at",
                            models.DateTimeField(blank=True, null=True),
                        ),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "open_until",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="boleh diperbaiki sampai",
                            ),
                        ),
                        ("verified_at", models.DateTimeField(blank=True, null=True)),
                        ("changed_count", models.PositiveSmallIntegerField(default=0)),
                        (
                            "submitted_under",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="dasar"
                            ),
                        ),
                        (
                            "created_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "filled_by",
                            models.ManyToManyField(
                                related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="progress_reports",
                                to="focal_points.opd",
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
                    ],
                    options={
                        "ordering": ["period", "opd", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="KeptDraft",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("content", models.JSONField()),
                        ("unread", models.JSONField(blank=True, default=dict)),
                        ("carried", models.JSONField(blank=True, default=list)),
                        ("replaced_by", models.CharField(max_length=40)),
                        ("kept_at", models.DateTimeField()),
                        (
                            "files",
                            models.ManyToManyField(
                                related_name="kept_drafts", to="files.storedfile"
                            ),
                        ),
                        (
                            "kept_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kept_drafts",
                                to="focal_points.progress",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["progress", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Approval",
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
                                    ("akun", "Akun Kepala OPD"),
                                    ("tautan", "Tautan sekali pakai"),
                                    ("lembar", "Lembar bertanda tangan"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("progress_version", models.PositiveIntegerField()),
                        (
                            "head_name",
                            models.CharField(
                                blank=True,
                                max_length=120,
                                verbose_name="nama Kepala OPD",
                            ),
                        ),
                        (
                            "token_digest",
                            models.CharField(blank=True, db_index=True, max_length=64),
                        ),
                        ("expires_at", models.DateTimeField(blank=True, null=True)),
                        ("asked_at", models.DateTimeField()),
                        ("given_at", models.DateTimeField(blank=True, null=True)),
                        ("revoked_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "return_reason",
                            models.TextField(
                                blank=True, verbose_name="alasan dikembalikan"
                            ),
                        ),
                        ("content", models.JSONField(blank=True, null=True)),
                        (
                            "signed_page",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signed_approvals",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="approvals",
                                to="focal_points.progress",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["progress", "-asked_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Activity",
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
                            "name",
                            models.CharField(max_length=300, verbose_name="kegiatan"),
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
                            "held_from",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal mulai"
                            ),
                        ),
                        (
                            "held_to",
                            models.DateField(
                                blank=True, null=True, verbose_name="tanggal selesai"
                            ),
                        ),
                        (
                            "beneficiaries",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="sasaran"
                            ),
                        ),
                        (
                            "institutions",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="lembaga yang terlibat",
                            ),
                        ),
                        (
                            "men",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="peserta laki-laki"
                            ),
                        ),
                        (
                            "women",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="peserta perempuan"
                            ),
                        ),
                        (
                            "listed_men",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="laki-laki di daftar hadir",
                            ),
                        ),
                        (
                            "listed_women",
                            models.PositiveIntegerField(
                                blank=True,
                                null=True,
                                verbose_name="perempuan di daftar hadir",
                            ),
                        ),
                        (
                            "ceiling",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="pagu"
                            ),
                        ),
                        (
                            "realized",
                            models.BigIntegerField(
                                blank=True, null=True, verbose_name="realisasi"
                            ),
                        ),
                        (
                            "realized_note",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="catatan realisasi",
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
                            "stage",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("perencanaan", "Perencanaan"),
                                    ("penyusunan", "Penyusunan"),
                                    ("pelaksanaan", "Pelaksanaan"),
                                    ("pemantauan", "Pemantauan"),
                                    ("evaluasi", "Evaluasi"),
                                ],
                                max_length=12,
                                verbose_name="tahap",
                            ),
                        ),
                        (
                            "duties",
                            models.JSONField(
                                blank=True, default=list, verbose_name="tugas Pokja"
                            ),
                        ),
                        ("result", models.TextField(blank=True, verbose_name="hasil")),
                        (
                            "achievement",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("tercapai", "Tercapai"),
                                    ("sebagian", "Tercapai sebagian"),
                                    ("belum", "Belum tercapai"),
                                ],
                                max_length=10,
                                verbose_name="capaian",
                            ),
                        ),
                        ("listed_from", models.CharField(blank=True, max_length=40)),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="activities",
                                to="focal_points.progress",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["progress", "order", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ProgressFile",
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
                            "caption",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="keterangan"
                            ),
                        ),
                        (
                            "activity",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="files",
                                to="focal_points.activity",
                                verbose_name="kegiatan",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="progress_files",
                                to="files.storedfile",
                            ),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="focal_points.progress",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["progress", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ProgressNote",
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
                            "field",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="isian"
                            ),
                        ),
                        ("text", models.TextField(verbose_name="catatan")),
                        ("round", models.PositiveSmallIntegerField(default=1)),
                        ("written_at", models.DateTimeField()),
                        ("resolved_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "resolution",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("diperbaiki", "Sudah diperbaiki"),
                                    ("dikesampingkan", "Dikesampingkan"),
                                ],
                                max_length=14,
                            ),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="focal_points.progress",
                            ),
                        ),
                        (
                            "resolved_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["progress", "round", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="NoteReply",
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
                        ("text", models.TextField(verbose_name="tanggapan")),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="focal_points.progressnote",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["note", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ProgressVersion",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("content", models.JSONField()),
                        ("submitted_at", models.DateTimeField()),
                        (
                            "submitted_as",
                            models.CharField(
                                blank=True, max_length=170, verbose_name="diajukan oleh"
                            ),
                        ),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("verified_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "submitted_under",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="dasar"
                            ),
                        ),
                        (
                            "files",
                            models.ManyToManyField(
                                related_name="progress_versions", to="files.storedfile"
                            ),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="versions",
                                to="focal_points.progress",
                            ),
                        ),
                        (
                            "submitted_by",
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
                        "ordering": ["progress", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="Recheck",
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
                        ("key", models.CharField(max_length=60, verbose_name="isian")),
                        ("fingerprint", models.CharField(blank=True, max_length=16)),
                        ("checked_at", models.DateTimeField()),
                        (
                            "checked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rechecks",
                                to="focal_points.progressversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ReportingPeriod",
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
                            models.PositiveSmallIntegerField(
                                choices=[(1, "Semester I"), (2, "Semester II")],
                                verbose_name="semester",
                            ),
                        ),
                        (
                            "figures_as_of",
                            models.DateField(verbose_name="angka per tanggal"),
                        ),
                        ("opens_on", models.DateField(verbose_name="dibuka")),
                        ("due_on", models.DateField(verbose_name="tenggat")),
                        ("locks_on", models.DateField(verbose_name="dikunci")),
                        (
                            "region",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "-year", "-half"],
                    },
                ),
                migrations.AddField(
                    model_name="progress",
                    name="carried_from",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="focal_points.reportingperiod",
                    ),
                ),
                migrations.AddField(
                    model_name="progress",
                    name="period",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress_reports",
                        to="focal_points.reportingperiod",
                    ),
                ),
                migrations.CreateModel(
                    name="PaperJob",
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
                                    ("cetak", "Cetak semua formulir"),
                                    ("pindai", "Pindaian"),
                                ],
                                max_length=6,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("antri", "Antri"),
                                    ("dikerjakan", "Sedang dikerjakan"),
                                    ("selesai", "Selesai"),
                                    ("gagal", "Gagal"),
                                ],
                                default="antri",
                                max_length=10,
                            ),
                        ),
                        ("done", models.PositiveSmallIntegerField(default=0)),
                        ("total", models.PositiveSmallIntegerField(default=0)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("lease_until", models.DateTimeField(blank=True, null=True)),
                        ("error", models.TextField(blank=True)),
                        ("asked_at", models.DateTimeField()),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        ("content", models.BinaryField(null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.reportingperiod",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-asked_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="FillingLink",
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
                            "expires_at",
                            models.DateTimeField(verbose_name="berlaku sampai"),
                        ),
                        (
                            "revoked_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dicabut pada"
                            ),
                        ),
                        (
                            "used_at",
                            models.DateTimeField(
                                blank=True,
                                null=True,
                                verbose_name="dipakai mengajukan pada",
                            ),
                        ),
                        (
                            "person_name",
                            models.CharField(
                                blank=True, max_length=80, verbose_name="nama pengisi"
                            ),
                        ),
                        (
                            "person_position",
                            models.CharField(
                                blank=True,
                                max_length=80,
                                verbose_name="jabatan pengisi",
                            ),
                        ),
                        (
                            "opened_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dibuka pada"
                            ),
                        ),
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.reportingperiod",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-made_at", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Exemption",
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
                            "reason",
                            models.CharField(max_length=250, verbose_name="alasan"),
                        ),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "decided_by",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exemptions",
                                to="focal_points.reportingperiod",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["period", "opd"],
                    },
                ),
                migrations.CreateModel(
                    name="Dispensation",
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
                        ("until", models.DateTimeField(verbose_name="dibuka sampai")),
                        (
                            "reason",
                            models.CharField(max_length=250, verbose_name="alasan"),
                        ),
                        (
                            "letter_number",
                            models.CharField(
                                blank=True, max_length=60, verbose_name="nomor surat"
                            ),
                        ),
                        (
                            "granted_at",
                            models.DateTimeField(verbose_name="diberikan pada"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dicabut pada"
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=250,
                                verbose_name="alasan dicabut",
                            ),
                        ),
                        (
                            "granted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "period",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dispensations",
                                to="focal_points.reportingperiod",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-until", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Restructuring",
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
                                    ("ganti_nama", "Ganti nama"),
                                    ("gabung", "Penggabungan"),
                                    ("pecah", "Pemecahan"),
                                    ("tutup", "Penutupan"),
                                ],
                                max_length=12,
                                verbose_name="jenis perubahan",
                            ),
                        ),
                        (
                            "effective_on",
                            models.DateField(verbose_name="berlaku sejak"),
                        ),
                        (
                            "legal_basis",
                            models.CharField(
                                max_length=250, verbose_name="dasar hukum"
                            ),
                        ),
                        ("summary", models.TextField(verbose_name="ringkasan")),
                        ("made_at", models.DateTimeField(verbose_name="dicatat")),
                        (
                            "undone_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="dibatalkan"
                            ),
                        ),
                        ("rows", models.JSONField(default=list)),
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
                        "verbose_name": "perubahan OPD",
                        "ordering": ["-effective_on", "-pk"],
                    },
                ),
                migrations.CreateModel(
                    name="Reviewer",
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
                            "office",
                            models.CharField(
                                choices=[
                                    ("bappeda", "Bappeda"),
                                    ("dpppa", "DPPPA"),
                                    ("bpkad", "BPKAD"),
                                    ("inspektorat", "Inspektorat"),
                                ],
                                max_length=12,
                                verbose_name="unsur",
                            ),
                        ),
                        (
                            "decree_number",
                            models.CharField(max_length=100, verbose_name="nomor SK"),
                        ),
                        ("decree_date", models.DateField(verbose_name="tanggal SK")),
                        ("start", models.DateField(verbose_name="mulai")),
                        (
                            "end",
                            models.DateField(
                                blank=True, null=True, verbose_name="sampai"
                            ),
                        ),
                        (
                            "opds",
                            models.ManyToManyField(
                                blank=True,
                                related_name="pprg_reviewers",
                                to="focal_points.opd",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pprg_reviewer",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region", "office", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="ScanFile",
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
                        ("order", models.PositiveSmallIntegerField()),
                        (
                            "name",
                            models.CharField(
                                max_length=200, verbose_name="nama berkas"
                            ),
                        ),
                        ("kind", models.CharField(max_length=4)),
                        ("sha256", models.CharField(max_length=64)),
                        ("content", models.BinaryField(null=True)),
                        ("refusal", models.CharField(blank=True, max_length=400)),
                        (
                            "job",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="files",
                                to="focal_points.paperjob",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["job", "order"],
                    },
                ),
                migrations.CreateModel(
                    name="ScanPage",
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
                            models.PositiveSmallIntegerField(
                                verbose_name="halaman berkas"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("cocok", "Cocok"),
                                    ("terlampir", "Terlampir"),
                                    ("sudah_ada", "Sudah ada"),
                                    ("perlu_ditetapkan", "Perlu ditetapkan"),
                                    ("ditolak", "Ditolak"),
                                    ("dibuang", "Tidak dipakai"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=400)),
                        ("page", models.PositiveSmallIntegerField(null=True)),
                        ("pages", models.PositiveSmallIntegerField(null=True)),
                        ("sha256", models.CharField(max_length=64)),
                        ("place", models.PositiveSmallIntegerField(null=True)),
                        ("thumb", models.BinaryField(null=True)),
                        ("picture", models.BinaryField(null=True)),
                        (
                            "evidence",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="focal_points.progressfile",
                            ),
                        ),
                        (
                            "file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="pages",
                                to="focal_points.scanfile",
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
                    ],
                    options={
                        "ordering": ["file", "number"],
                    },
                ),
                migrations.CreateModel(
                    name="SectionAuthor",
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
                            models.CharField(max_length=20, verbose_name="bagian"),
                        ),
                        (
                            "progress",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="section_authors",
                                to="focal_points.progress",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["progress", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="SipdDraft",
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
                        ("year", models.PositiveSmallIntegerField()),
                        (
                            "stage",
                            models.CharField(
                                choices=[("dpa", "DPA"), ("dppa", "DPPA")], max_length=4
                            ),
                        ),
                        ("rule_version", models.CharField(max_length=4)),
                        (
                            "name",
                            models.CharField(
                                max_length=200, verbose_name="nama berkas"
                            ),
                        ),
                        ("rows", models.JSONField()),
                        (
                            "header",
                            models.PositiveSmallIntegerField(
                                verbose_name="baris judul"
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        (
                            "opd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="focal_points.opd",
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
                    name="SipdMapping",
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
                        ("columns", models.JSONField(default=dict)),
                        (
                            "region",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="regions.region",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["region"],
                    },
                ),
                migrations.CreateModel(
                    name="Stage",
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
                                    ("musrenbang_desa", "Musrenbang desa/kelurahan"),
                                    ("musrenbang_kecamatan", "Musrenbang kecamatan"),
                                    ("forum_opd", "Forum OPD"),
                                    (
                                        "musrenbang_kabupaten",
                                        "Musrenbang kabupaten/kota",
                                    ),
                                    ("renja", "Renja OPD (n+1)"),
                                    ("kua_ppas", "KUA-PPAS"),
                                    ("rka", "RKA"),
                                    ("dpa", "DPA"),
                                    ("dppa", "DPPA (perubahan)"),
                                ],
                                max_length=24,
                                verbose_name="tahap",
                            ),
                        ),
                        (
                            "budget_year",
                            models.PositiveSmallIntegerField(
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        (
                            "planning_year",
                            models.PositiveSmallIntegerField(
                                verbose_name="tahun perencanaan"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="mulai")),
                        ("ends_on", models.DateField(verbose_name="selesai")),
                        (
                            "note",
                            models.CharField(
                                blank=True, max_length=250, verbose_name="keterangan"
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
                        "ordering": ["region", "-budget_year", "starts_on", "pk"],
                    },
                ),
                migrations.AddField(
                    model_name="musrenbang",
                    name="stage",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held",
                        to="focal_points.stage",
                    ),
                ),
                migrations.AddField(
                    model_name="campaign",
                    name="stage",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="campaigns",
                        to="focal_points.stage",
                    ),
                ),
                migrations.CreateModel(
                    name="Succession",
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
                            "new",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="follows",
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "old",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="followed_by",
                                to="focal_points.opd",
                            ),
                        ),
                        (
                            "restructuring",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="successions",
                                to="focal_points.restructuring",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "penerus OPD",
                        "ordering": ["restructuring", "old", "new"],
                    },
                ),
                migrations.CreateModel(
                    name="Verdict",
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
                                verbose_name="pengajuan ke"
                            ),
                        ),
                        (
                            "office",
                            models.CharField(
                                choices=[
                                    ("bappeda", "Bappeda"),
                                    ("dpppa", "DPPPA"),
                                    ("bpkad", "BPKAD"),
                                    ("inspektorat", "Inspektorat"),
                                ],
                                max_length=12,
                                verbose_name="unsur",
                            ),
                        ),
                        (
                            "answer",
                            models.CharField(
                                choices=[
                                    ("setuju", "Setuju"),
                                    ("perbaiki", "Perlu perbaikan"),
                                    ("tolak", "Tolak"),
                                ],
                                max_length=10,
                                verbose_name="pendapat",
                            ),
                        ),
                        ("text", models.TextField(blank=True, verbose_name="alasan")),
                        ("given_at", models.DateTimeField()),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="verdicts",
                                to="focal_points.pprgdocument",
                            ),
                        ),
                        (
                            "reviewer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["document", "version", "office", "pk"],
                    },
                ),
                migrations.CreateModel(
                    name="GapChoice",
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
                                verbose_name="tahun anggaran"
                            ),
                        ),
                        (
                            "gap_format",
                            models.CharField(
                                choices=[
                                    ("gap9", "Sembilan langkah"),
                                    ("gap4", "Empat langkah"),
                                ],
                                max_length=4,
                                verbose_name="format GAP",
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
                        "ordering": ["region", "-year"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("region", "year"), name="gap_choice_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OfficeHolder",
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
                            "rank",
                            models.CharField(
                                blank=True,
                                max_length=60,
                                verbose_name="pangkat/golongan",
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                choices=[("L", "Laki-laki"), ("P", "Perempuan")],
                                max_length=1,
                                verbose_name="L/P",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("definitif", "Definitif"),
                                    ("plt", "Plt."),
                                    ("plh", "Plh."),
                                ],
                                default="definitif",
                                max_length=10,
                                verbose_name="status jabatan",
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
                            "office",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holders",
                                to="focal_points.office",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["office", "-start", "-pk"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("end", None),
                                    ("end__gte", models.F("start")),
                                    _connector="OR",
                                ),
                                name="holder_end_not_before_start",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="opd",
                    constraint=models.UniqueConstraint(
                        fields=("region", "name", "active_from"),
                        name="opd_name_once_per_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="opd",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("active_from", None)),
                        fields=("region", "name"),
                        name="opd_name_once_without_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="opd",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("active_to", None),
                            ("active_from", None),
                            ("active_to__gte", models.F("active_from")),
                            _connector="OR",
                        ),
                        name="opd_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="office",
                    constraint=models.UniqueConstraint(
                        fields=("region", "title"), name="office_title_once_per_region"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.UniqueConstraint(
                        models.F("region"),
                        django.db.models.functions.text.Lower("code"),
                        name="indicator_code_once_per_region",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            models.Q(("unit", ""), _negated=True),
                        ),
                        name="indicator_has_code_name_unit",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="genderproposal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opd__isnull", False), ("state", "ditampung")),
                            models.Q(
                                models.Q(("state", "ditampung"), _negated=True),
                                ("opd", None),
                            ),
                            _connector="OR",
                        ),
                        name="proposal_taken_means_by_whom",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="genderproposal",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "tidak_ditampung"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="proposal_left_means_why",
                    ),
                ),
                migrations.AddIndex(
                    model_name="cascadeentry",
                    index=models.Index(fields=["year", "opd"], name="cascade_by_year"),
                ),
                migrations.AddConstraint(
                    model_name="cascadeentry",
                    constraint=models.UniqueConstraint(
                        fields=("opd", "year", "plan"), name="cascade_once_per_plan"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="cascadeentry",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("found", ""),
                                ("reviewed_at", None),
                                ("reviewed_by", None),
                            ),
                            models.Q(
                                models.Q(("found", ""), _negated=True),
                                ("reviewed_at__isnull", False),
                                ("reviewed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="cascade_found_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="campaigndocument",
                    constraint=models.UniqueConstraint(
                        fields=("campaign", "opd", "kind"),
                        name="campaign_document_once",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="campaigndocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "dikembalikan"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="campaign_document_returned_with_note",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="budgetline",
                    constraint=models.UniqueConstraint(
                        fields=("opd", "year", "stage", "sub_code"),
                        name="line_once_per_stage",
                    ),
                ),
                migrations.AddIndex(
                    model_name="argbudget",
                    index=models.Index(fields=["year", "opd"], name="arg_by_year"),
                ),
                migrations.AddConstraint(
                    model_name="argbudget",
                    constraint=models.UniqueConstraint(
                        fields=("opd", "year"), name="arg_once_per_year"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="argbudget",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("dpa_arg", None),
                            ("dpa_total", None),
                            ("dpa_arg__lte", models.F("dpa_total")),
                            _connector="OR",
                        ),
                        name="arg_dpa_within_total",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="argbudget",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("dppa_arg", None),
                            ("dppa_total", None),
                            ("dppa_arg__lte", models.F("dppa_total")),
                            _connector="OR",
                        ),
                        name="arg_dppa_within_total",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="appointment",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("end", None),
                            ("end__gte", models.F("start")),
                            _connector="OR",
                        ),
                        name="appointment_end_not_before_start",
                    ),
                ),
                migrations.AddIndex(
                    model_name="pprgdocument",
                    index=models.Index(
                        fields=["opd", "year", "kind"], name="pprg_by_opd_year"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pprgdocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                                ("state", "disetujui"),
                            ),
                            models.Q(
                                models.Q(("state", "disetujui"), _negated=True),
                                ("approved_at__isnull", True),
                                ("approved_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="pprg_approved_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pprgdocument",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "gap"),
                                models.Q(("gap_format", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("kind", "gap"), _negated=True),
                                ("gap_format", ""),
                            ),
                            _connector="OR",
                        ),
                        name="pprg_only_gap_has_format",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pprgdocument",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("stamp_number", ""), _negated=True),
                        fields=("stamp_number",),
                        name="pprg_stamp_unique",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="pprgversion",
                    constraint=models.UniqueConstraint(
                        fields=("document", "number"), name="pprg_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="keptdraft",
                    constraint=models.UniqueConstraint(
                        fields=("progress", "number"), name="kept_draft_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="activity",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("held_to", None),
                            ("held_from", None),
                            ("held_to__gte", models.F("held_from")),
                            _connector="OR",
                        ),
                        name="activity_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="progressfile",
                    constraint=models.UniqueConstraint(
                        fields=("progress", "file"), name="progress_file_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="progressnote",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("resolution", ""),
                                ("resolved_at", None),
                                ("resolved_by", None),
                            ),
                            models.Q(
                                ("resolved_at__isnull", False),
                                models.Q(("resolution", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="note_resolved_means_when_and_how",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="progressversion",
                    constraint=models.UniqueConstraint(
                        fields=("progress", "number"), name="progress_version_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="recheck",
                    constraint=models.UniqueConstraint(
                        fields=("version", "key"), name="recheck_once_per_answer"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reportingperiod",
                    constraint=models.UniqueConstraint(
                        fields=("region", "year", "half"), name="period_once_per_region"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reportingperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__gte", models.F("opens_on")),
                            ("locks_on__gte", models.F("due_on")),
                        ),
                        name="period_opens_then_due_then_locks",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="reportingperiod",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("half__in", [1, 2])),
                        name="period_half_is_1_or_2",
                    ),
                ),
                migrations.AddIndex(
                    model_name="progress",
                    index=models.Index(
                        fields=["period", "state"], name="progress_board"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="progress",
                    constraint=models.UniqueConstraint(
                        fields=("period", "opd"), name="progress_once_per_opd"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="progress",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "diverifikasi"),
                                ("verified_at__isnull", False),
                                ("verified_by__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state", "diverifikasi"), _negated=True),
                                ("verified_at__isnull", True),
                                ("verified_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="progress_verified_means_who_and_when",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="progress",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("receipt_number", ""), _negated=True),
                        fields=("receipt_number",),
                        name="progress_receipt_unique",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="paperjob",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(
                            ("kind", "cetak"), ("state__in", ["antri", "dikerjakan"])
                        ),
                        fields=("period", "asked_by"),
                        name="paper_one_print_at_a_time",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="fillinglink",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None), ("used_at", None)),
                        fields=("period", "opd"),
                        name="filling_link_one_open_per_report",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="exemption",
                    constraint=models.UniqueConstraint(
                        fields=("period", "opd"), name="exemption_once_per_opd"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dispensation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("granted_at"))),
                        name="dispensation_ends_after_it_is_given",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="dispensation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("period", "opd", "until"),
                        name="dispensation_once_until_a_minute",
                    ),
                ),
                migrations.AddIndex(
                    model_name="scanpage",
                    index=models.Index(fields=["sha256"], name="scan_page_sha256"),
                ),
                migrations.AddConstraint(
                    model_name="scanpage",
                    constraint=models.UniqueConstraint(
                        fields=("file", "number"), name="scan_page_once_per_file"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="sectionauthor",
                    constraint=models.UniqueConstraint(
                        fields=("progress", "section"), name="section_author_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stage",
                    constraint=models.UniqueConstraint(
                        fields=("region", "kind", "budget_year"),
                        name="stage_once_per_year",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="stage_end_not_before_start",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="stage",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("planning_year", models.F("budget_year")),
                            (
                                "planning_year",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("budget_year"), "-", models.Value(1)
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="stage_planned_the_year_before_or_the_same",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="musrenbang",
                    constraint=models.UniqueConstraint(
                        fields=("stage", "kecamatan"),
                        name="musrenbang_once_per_kecamatan",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="campaign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", False),
                            ("close_reason", ""),
                            _connector="OR",
                        ),
                        name="campaign_reason_only_when_closed",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="campaign",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_before", None), ("due_reason", "")),
                            models.Q(
                                ("due_before__isnull", False),
                                models.Q(("due_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="campaign_due_moved_means_why",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="succession",
                    constraint=models.UniqueConstraint(
                        fields=("restructuring", "old", "new"), name="succession_once"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="verdict",
                    constraint=models.UniqueConstraint(
                        fields=("document", "version", "reviewer"),
                        name="pprg_verdict_once_per_version",
                    ),
                ),
            ],
        ),
    ]
