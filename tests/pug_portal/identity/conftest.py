"""What several tests of this folder begin with."""

from __future__ import annotations

import pytest

from pug_portal.access.roles import Role
from pug_portal.regions.models import Level, Region
from tests.make import pug_portal as make
from tests.pug_portal.identity.eastward import TODAY, Two


@pytest.fixture
def two(world, clock) -> Two:
    clock(TODAY)
    Region.objects.filter(pk__in=[world.blora.pk, world.rembang.pk]).update(
        uses_portal=True
    )
    east = make.region("35", "Provinsi Jawa Timur", Level.PROVINCE, world.nation)
    make.region("35.16", "Kabupaten Mojokerto", Level.REGENCY, east)
    new = make.hat(make.user("Nia Timur", east), Role.SEKRETARIAT, east)
    return Two(east, new, world.prov)
