"""Roles in the team, levels below the OPD, who should be trained again, L and P."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from focal_points.appointments.queries import as_rows, cover
from focal_points.appointments.trainings import needs_refresh
from pug_portal.lib.clock import today
from tests.make import focal_points as make_fp

DAY = dt.date(2026, 11, 1)


def test_after_two_years_or_none_at_all_somebody_is_trained_again():
    assert needs_refresh(None, DAY)
    assert needs_refresh(dt.date(2024, 10, 1), DAY)
    assert not needs_refresh(dt.date(2025, 1, 1), DAY)


def test_the_list_tells_role_level_refresh_and_both_sexes(world, client_of):
    make_fp.appointment(
        world.dinkes, "Gilang", sex="L", team_role="champion", level="kecamatan"
    )
    trained = make_fp.appointment(world.dinkes, "Tari", trained_on=today())

    page = client_of(world.siti).get(reverse("appointment-list")).content.decode()

    assert "Gender champion" in page
    assert "Kecamatan" in page
    assert "perlu penyegaran" in page
    assert [row.needs_refresh for row in as_rows([trained], today())] == [False]
    told = cover(world.blora, today())
    assert (told.men, told.women, told.offices, told.thin) == (1, 3, 2, 1)
    assert "1 laki-laki, 3 perempuan" in page
