"""A fresh database takes the tables of 0001 and 0002 in one step: see docs/adr/0021."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [("prasyarat", "0001_initial"), ("prasyarat", "0002_gender_data")]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("focal_points", "0009_kept_drafts"),
        ("regions", "0005_entered_index_values"),
    ]

    operations = [
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
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
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
                    models.BooleanField(default=False, verbose_name="wajib dokumen"),
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
                        blank=True, max_length=150, verbose_name="penanggung jawab"
                    ),
                ),
                ("responsible_role", models.CharField(blank=True, max_length=20)),
                (
                    "levels",
                    models.CharField(
                        help_text="P, K, O", max_length=3, verbose_name="tingkat"
                    ),
                ),
                (
                    "unit",
                    models.CharField(blank=True, max_length=40, verbose_name="satuan"),
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
                        decimal_places=2, max_digits=6, verbose_name="nilai maksimum"
                    ),
                ),
                ("rule", models.JSONField(default=dict, verbose_name="aturan nilai")),
                (
                    "basis",
                    models.CharField(blank=True, max_length=120, verbose_name="dasar"),
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
                ("issuer", models.CharField(max_length=150, verbose_name="penerbit")),
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun")),
                ("source", models.TextField(blank=True, verbose_name="sumber")),
                ("note", models.TextField(blank=True, verbose_name="catatan")),
                ("content_hash", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField()),
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
                    models.CharField(blank=True, max_length=12, verbose_name="jawaban"),
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
                        blank=True, max_length=250, verbose_name="alasan tidak berlaku"
                    ),
                ),
                (
                    "review_note",
                    models.TextField(blank=True, verbose_name="catatan pemeriksa"),
                ),
                ("filled_role", models.CharField(blank=True, max_length=20)),
                ("filled_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                ("verified_at", models.DateTimeField(blank=True, null=True)),
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
                    "opd",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="focal_points.opd",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="regions.region"
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "opd", "indicator", "as_of"),
                        name="answer_once_per_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("opd", None)),
                        fields=("region", "indicator", "as_of"),
                        name="answer_of_region_once_per_day",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "tidak_berlaku"), _negated=True),
                            models.Q(("not_applicable_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="answer_not_applicable_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denominator", None),
                            ("denominator__gt", 0),
                            _connector="OR",
                        ),
                        name="answer_denominator_above_zero",
                    ),
                ],
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
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
                ("name", models.CharField(max_length=100, verbose_name="nama")),
                (
                    "short_name",
                    models.CharField(max_length=30, verbose_name="nama singkat"),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instrument", "code"), name="prerequisite_code_once"
                    )
                ],
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
                        on_delete=django.db.models.deletion.PROTECT, to="regions.region"
                    ),
                ),
            ],
            options={
                "ordering": ["region", "indicator"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "indicator"), name="region_target_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("target__gt", 0)),
                        name="region_target_above_zero",
                    ),
                ],
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
                        blank=True, max_length=120, verbose_name="lembaga pemasok"
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "table"), name="table_duty_once_per_table"
                    ),
                    models.CheckConstraint(
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
                ],
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
                ("year", models.PositiveSmallIntegerField(verbose_name="tahun data")),
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
                    models.CharField(blank=True, max_length=200, verbose_name="sumber"),
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
                        blank=True, max_length=400, verbose_name="catatan pemeriksa"
                    ),
                ),
                ("filled_role", models.CharField(blank=True, max_length=20)),
                ("touched_at", models.DateTimeField(verbose_name="terakhir diubah")),
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
                "indexes": [
                    models.Index(
                        fields=["region", "state", "year"], name="table_year_waiting"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "table", "year"), name="table_year_once"
                    ),
                    models.CheckConstraint(
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
                ],
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
                        blank=True, default="", max_length=16, verbose_name="sumbu"
                    ),
                ),
                ("category", models.CharField(max_length=24, verbose_name="kategori")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table_year", "axis", "category"), name="figure_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("men", None), ("men__gte", 0), _connector="OR"),
                            models.Q(
                                ("women", None), ("women__gte", 0), _connector="OR"
                            ),
                        ),
                        name="figure_not_negative",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("men__isnull", False),
                            ("women__isnull", False),
                            _connector="OR",
                        ),
                        name="figure_says_something",
                    ),
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
                    models.URLField(blank=True, max_length=300, verbose_name="alamat"),
                ),
                (
                    "accessed_on",
                    models.DateField(blank=True, null=True, verbose_name="diakses"),
                ),
                (
                    "page",
                    models.CharField(blank=True, max_length=20, verbose_name="halaman"),
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
                    models.PositiveSmallIntegerField(verbose_name="sampai tahun data"),
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["antri", "disusun"])),
                        fields=("region", "year"),
                        name="gender_profile_one_job_per_year",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(
                fields=("prerequisite", "code"), name="indicator_code_once"
            ),
        ),
    ]
