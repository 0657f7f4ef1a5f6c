"""Two administrators press «Terbitkan» at the same moment."""

from __future__ import annotations

from functools import partial

import pytest

from prasyarat.instruments.draft_actions import begin_version, publish_draft
from prasyarat.instruments.models import Instrument
from tests.at_once import at_once
from tests.make import instruments as make
from tests.world import build


@pytest.mark.postgres  # row locks
@pytest.mark.django_db(transaction=True)
def test_one_publishes_and_the_other_is_told():
    world = build()
    draft = begin_version(instrument=make.tiny(), by=world.admin)
    press = partial(publish_draft, draft=draft, by=world.admin)

    done, told = at_once(press, press)

    assert done == 1
    assert len(told) == 1
    assert "tidak dapat berubah" in told[0]
    assert Instrument.objects.filter(code="kecil-v2").count() == 1
