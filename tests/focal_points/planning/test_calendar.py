from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from focal_points.planning.actions import change_stage, fill_calendar
from focal_points.planning.models import Stage, StageKind, When
from focal_points.planning.usual import usual_dates
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import planning as make

URL = "/kalender-perencanaan/"


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2026-11-22")


@pytest.mark.parametrize(
    ("kind", "starts", "ends"),
    [
        (StageKind.VILLAGE, dt.date(2026, 1, 1), dt.date(2026, 1, 31)),
        (StageKind.DISTRICT, dt.date(2026, 2, 1), dt.date(2026, 2, 28)),
        (StageKind.DPA, dt.date(2026, 12, 1), dt.date(2027, 1, 31)),
        (StageKind.DPPA, dt.date(2027, 8, 1), dt.date(2027, 10, 31)),
    ],
)
def test_the_usual_dates_lie_in_the_year_in_which_the_work_is_done(kind, starts, ends):
    assert usual_dates(kind, 2027) == (starts, ends)


def test_a_year_is_filled_once_and_keeps_budget_and_planning_year_apart(world):
    first = fill_calendar(region=world.blora, budget_year=2027, by=world.joko)
    again = fill_calendar(region=world.blora, budget_year=2027, by=world.siti)

    assert ([stage.kind for stage in first], again) == (list(StageKind), [])
    years = {stage.kind: stage.planning_year for stage in first}
    assert (years[StageKind.RKA], years[StageKind.DPPA]) == (2026, 2027)
    assert not Stage.objects.filter(region=world.rembang).exists()


@pytest.mark.slow
def test_a_change_asks_a_reason_and_the_page_tells_it_to_the_opd(world, client_of):
    stage = make.stage(world.blora)
    new = dt.date(2026, 12, 4)

    with pytest.raises(Refusal, match="alasan"):
        change_stage(stage=stage, ends_on=new, reason=" ", by=world.joko)
    change_stage(stage=stage, ends_on=new, reason="Menunggu SE <b>", by=world.joko)

    shown = client_of(world.ratih).get(f"{URL}{stage.pk}/").content.decode()
    assert "4 Desember 2026" in shown
    assert "Menunggu SE &lt;b&gt;" in shown
    assert Event.objects.filter(verb="planning.rescheduled").count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"ends_on": dt.date(2026, 1, 1)}, "ends_on"),
        ({"starts_on": dt.date(2020, 1, 1)}, "starts_on"),
        ({"ends_on": dt.date(2036, 12, 1)}, "ends_on"),
    ],
)
def test_impossible_dates_are_refused_beside_their_field(world, facts, field):
    with pytest.raises(Refusal) as refused:
        change_stage(
            stage=make.stage(world.blora), reason="Salah", by=world.joko, **facts
        )
    assert refused.value.field == field


@pytest.mark.parametrize("who", ["ratih", "hasan", "wati", "yusuf", "budi", "prov"])
def test_others_change_nothing(world, who):
    stage = make.stage(world.blora)
    actor = world.everyone()[who]
    for verb in (
        lambda: fill_calendar(region=world.blora, budget_year=2030, by=actor),
        lambda: change_stage(stage=stage, note="x", reason="x", by=actor),
    ):
        with pytest.raises(PermissionDenied):
            verb()


@pytest.mark.slow
def test_every_hat_of_the_region_reads_it_and_only_the_office_fills_it(
    world, client_of
):
    siti = client_of(world.siti)
    assert "Isi tahap yang lazim" in siti.get(URL).content.decode()
    siti.post(f"{URL}isi/", {"anggaran": "2027"})

    for who in ("ratih", "hasan", "wati", "joko"):
        shown = client_of(world.everyone()[who]).get(URL).content.decode()
        assert "Musrenbang kecamatan" in shown
        assert "Isi tahap yang lazim" not in shown
    assert "9 tahap" not in client_of(world.budi).get(URL).content.decode()


@pytest.mark.parametrize("typed", ["", "abc", "20999", "0000", "<script>"])
def test_a_senseless_year_is_next_years_budget_or_refused(world, client_of, typed):
    siti = client_of(world.siti)
    assert siti.get(URL, {"anggaran": typed}).status_code == 200
    siti.post(f"{URL}isi/", {"anggaran": typed})
    assert not Stage.objects.exists()


def test_when_a_stage_is_running_is_judged_by_the_day(world):
    stage = make.stage(world.blora)
    days = (stage.starts_on, stage.ends_on, stage.ends_on + dt.timedelta(days=1))
    assert [stage.when_on(day) for day in days] == [
        When.RUNNING,
        When.RUNNING,
        When.OVER,
    ]
