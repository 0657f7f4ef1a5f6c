"""A member's kedudukan is a row of its region's list; the fixed code goes.

Apart from 0015: PostgreSQL does not alter a table in the transaction that filled it.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pokja", "0015_rank")]

    operations = [
        migrations.AlterField(
            model_name="member",
            name="rank",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="pokja.rank",
                verbose_name="kedudukan",
            ),
        ),
        migrations.AlterModelOptions(
            name="member",
            options={"ordering": ["decree", "rank__order", "order", "pk"]},
        ),
        # The defaults let a way back add the columns to rows that exist.
        migrations.AlterField(
            model_name="member",
            name="standing",
            field=models.CharField(max_length=20, default="anggota"),
        ),
        migrations.AlterField(
            model_name="member",
            name="standing_order",
            field=models.PositiveSmallIntegerField(editable=False, default=9),
        ),
        migrations.RemoveField(model_name="member", name="standing"),
        migrations.RemoveField(model_name="member", name="standing_order"),
    ]
