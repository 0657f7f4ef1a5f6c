"""A list of kedudukan per region, laid down from the list that was fixed in code.

Every region with members gets the ten usual kedudukan in their order, and each member
the one it had: nothing is lost, and nothing looks different afterwards.
"""

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

USUAL = (
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
)
PLACES = {code: place for place, (code, _) in enumerate(USUAL, 1)}


def lay_down_lists(apps, schema_editor):
    rank_model = apps.get_model("pokja", "Rank")
    members = apps.get_model("pokja", "Member").objects.order_by()
    regions = members.values_list("decree__region", flat=True).distinct()
    for region in regions:
        ranks = rank_model.objects.bulk_create(
            rank_model(region_id=region, code=code, label=label, kind=code, order=place)
            for place, (code, label) in enumerate(USUAL, 1)
        )
        for rank in ranks:
            same = members.filter(decree__region=region, standing=rank.code)
            same.update(rank=rank)


def take_lists_back(apps, schema_editor):
    """A kedudukan that a region added has no code of old: it becomes Anggota."""
    members = apps.get_model("pokja", "Member").objects.order_by()
    for rank in apps.get_model("pokja", "Rank").objects.all():
        code = rank.kind if rank.kind in PLACES else "anggota"
        members.filter(rank=rank).update(standing=code, standing_order=PLACES[code])


class Migration(migrations.Migration):
    dependencies = [
        ("pokja", "0014_releases"),
        ("regions", "0003_index_values"),
    ]

    operations = [
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
                ("label", models.CharField(max_length=60, verbose_name="sebutan")),
                (
                    "kind",
                    models.CharField(
                        choices=[*USUAL, ("lain", "Kedudukan lain")],
                        max_length=20,
                        verbose_name="jenis",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="urutan")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "code"), name="rank_code_once"
                    ),
                    models.UniqueConstraint(
                        models.F("region"),
                        django.db.models.functions.text.Lower("label"),
                        name="rank_label_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="member",
            name="rank",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pokja.rank",
                verbose_name="kedudukan",
            ),
        ),
        migrations.RunPython(lay_down_lists, take_lists_back),
    ]
