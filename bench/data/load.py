"""`python -m bench.data.load first|others|finish`, each in a process of its own."""

from __future__ import annotations

import sys

import django
from django.db import connection, transaction

django.setup()

from bench.data.copying import copy_region
from bench.data.people import person
from bench.data.proofs import fill_proofs
from bench.data.region import fill_region
from pug_portal.access.roles import Role
from pug_portal.accounts.models import User
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
    _proofs(BIG, "")
    _proofs(SMALL, "kecil-")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


@transaction.atomic
def _proofs(code: str, prefix: str) -> None:
    """The small region is filled in one of the two bases alone."""
    desk, judge = (
        User.objects.filter(username=f"{prefix}{name}").first()
        for name in ("siti", "joko")
    )
    if desk and judge:
        fill_proofs(Region.objects.get(code=code), desk, judge)


if __name__ == "__main__":
    {"first": first, "others": others, "finish": finish}[sys.argv[1]]()
