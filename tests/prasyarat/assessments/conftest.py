"""What several tests of this folder begin with."""

from __future__ import annotations

import pytest

from tests.make import prasyarat as make


@pytest.fixture
def kel1(world):
    return make.item("KEL-1", world.blora)
