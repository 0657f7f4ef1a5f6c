"""`python -m bench.data.load first|others|finish`, each in a process of its own."""

from __future__ import annotations

import sys

import django
from django.db import connection, transaction

django.setup()

from bench.data.copying import copy_region
from bench.data.people import person
from bench.data.region import fill_region
from pug_portal.access.roles import Role
from pug_portal.regions.models import Level, Region

BIG, SMALL = "33.16", "33.17"
OPD_OF_BIG, OPD_OF_SMALL = 40, 3


@transaction.atomic
def first() -> None:
    fill_region(Region.objects.get(code=BIG), OPD_OF_BIG, "")


@transaction.atomic
def others() -> None:
    """Every other region like the first, and one small one to count queries in."""
    source = Region.objects.get(code=BIG)
    rest = Region.objects.exclude(code__in=(BIG, SMALL)).exclude(level=Level.NATION)
    Region.objects.exclude(level=Level.NATION).update(uses_portal=True)
    copy_region(source, list(rest))
    fill_region(Region.objects.get(code=SMALL), OPD_OF_SMALL, "kecil-")


def finish() -> None:
    nation = Region.objects.get(level=Level.NATION)
    person("pusat", Role.SEKRETARIAT, nation)
    person("provinsi", Role.SEKRETARIAT, Region.objects.get(code=BIG[:2]))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    {"first": first, "others": others, "finish": finish}[sys.argv[1]]()
