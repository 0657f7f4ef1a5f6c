"""List, detail and forms of periods."""

import datetime as dt

import pytest
from django.urls import reverse

from focal_points.opd.actions import change_opd
from focal_points.periods.actions import exempt
from focal_points.periods.models import Exemption, Phase, ReportingPeriod
from focal_points.periods.queries import as_row, expected_opds
from pug_portal.access.actor import SYSTEM
from pug_portal.lib.dates import Semester
from tests.counting import queries_of
from tests.make import focal_points as make
from tests.make.restructuring import closed

TYPED = {
    "year": "2020",
    "half": "2",
    "figures_as_of": "2020-12-31",
    "opens_on": "2021-01-01",
    "due_on": "2021-01-31",
    "locks_on": "2021-02-15",
}


def periods() -> list[str]:
    return [str(period) for period in ReportingPeriod.objects.all()]


@pytest.mark.parametrize(
    ("day", "phase", "current"),
    [
        ("2020-12-31", Phase.COMING, "Dibuka"),
        ("2021-01-01", Phase.OPEN, "Dibuka"),
        ("2021-01-31", Phase.OPEN, "Tenggat"),
        ("2021-02-01", Phase.OVERDUE, "Dikunci"),
        ("2021-02-15", Phase.OVERDUE, "Dikunci"),
        ("2021-02-16", Phase.LOCKED, None),
    ],
)
def test_the_bar_follows_the_day(world, day, phase, current):
    row = as_row(make.period(world.blora), dt.date.fromisoformat(day))

    marked = [mark.label for mark in row.marks if mark.is_current]
    assert row.phase == phase
    assert marked == ([current] if current else [])


def test_who_must_report_follows_the_day_the_figures_close(world):
    period = make.period(world.blora)
    closed(world.dlh, dt.date(2020, 12, 30))
    change_opd(opd=world.bappeda, by=SYSTEM, active_to=dt.date(2021, 1, 1))
    exempt(period=period, opd=world.dinsos, reason="Baru", by=SYSTEM)

    assert [opd.short_name for opd in expected_opds(period)] == ["Bappeda", "Dinkes"]


def test_one_button_opens_the_next_semester_and_a_double_click_only_one(
    world, client_of
):
    make.period(world.blora)
    siti = client_of(world.siti)
    sent = {"semester": siti.get("/periode/").context["next_semester"].code}

    for _ in range(2):
        siti.post(reverse("period-open-next"), sent)

    assert periods() == ["Semester I 2021", "Semester II 2020"]


def test_the_first_period_is_the_running_semester(world, client_of, clock):
    clock("2026-11-22")
    siti = client_of(world.siti)

    siti.post(reverse("period-open-next"), {"semester": "2026-2"})

    assert periods() == ["Semester II 2026"]


def test_an_earlier_semester_is_opened_for_old_figures(world, client_of):
    make.period(world.blora)
    siti = client_of(world.siti)

    siti.post(reverse("period-open-earlier"), {"semester": "2020-1"})
    siti.post(reverse("period-open-earlier"), {"semester": "2020-1"})

    assert periods() == ["Semester II 2020", "Semester I 2020"]


def test_a_period_is_opened_with_ones_own_dates(world, client_of):
    sent = client_of(world.siti).post(
        reverse("period-open"), {**TYPED, "due_on": "2021-02-05"}
    )

    period = ReportingPeriod.objects.get()
    assert sent.url == reverse("period-detail", args=[period.pk])
    assert period.due_on == dt.date(2021, 2, 5)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"due_on": "2020-12-01"}, "due_on"),
        ({"locks_on": "2021-01-15"}, "locks_on"),
        ({"year": "abad ini"}, "year"),
        ({"half": "3"}, "half"),
        ({"opens_on": "31-02-2021"}, "opens_on"),
    ],
)
def test_bad_dates_stand_beside_their_field_and_are_kept(
    world, client_of, wrong, field
):
    page = client_of(world.siti).post(reverse("period-open"), {**TYPED, **wrong})

    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert 'value="2020-12-31"' in page.content.decode()


def test_a_semester_that_is_open_is_refused_on_the_form(world, client_of):
    make.period(world.blora)

    page = client_of(world.siti).post(reverse("period-open"), TYPED)

    assert "half" in page.context["form"].errors


@pytest.mark.slow
def test_dates_change_with_a_reason_that_everyone_can_read(world, client_of):
    period = make.period(world.blora)
    siti = client_of(world.siti)
    url = reverse("period-change", args=[period.pk])
    dates = {**TYPED, "due_on": "2021-02-05"}

    refused = siti.post(url, dates)
    siti.post(url, {**dates, "reason": "Listrik padam"})

    assert "reason" in refused.context["form"].errors
    page = client_of(world.joko).get(reverse("period-detail", args=[period.pk]))
    text = page.content.decode()
    assert "Listrik padam" in text
    assert "31 Januari 2021" in text


def test_an_opd_is_exempted_and_asked_again(world, client_of):
    period = make.period(world.blora)
    siti = client_of(world.siti)

    siti.post(
        reverse("period-exempt", args=[period.pk]),
        {"opd": world.dlh.pk, "reason": "Baru dibentuk"},
    )
    made = Exemption.objects.get()
    shown = siti.get(reverse("exemption-undo", args=[made.pk])).content.decode()
    siti.post(reverse("exemption-undo", args=[made.pk]))
    trail = siti.get(reverse("period-detail", args=[period.pk])).content.decode()

    assert "Baru dibentuk" in shown
    assert "menetapkan OPD yang tidak wajib pada Semester II 2020" in trail
    assert f"OPD: {world.dlh.name}" in trail
    assert "mencabut ketetapan tidak wajib pada Semester II 2020" in trail
    assert not Exemption.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize("typed", [{}, {"opd": "0"}, {"reason": "x"}])
def test_an_exemption_needs_opd_and_reason(world, client_of, typed):
    period = make.period(world.blora)

    page = client_of(world.siti).post(reverse("period-exempt", args=[period.pk]), typed)

    assert page.status_code == 422


@pytest.mark.slow
def test_a_period_of_another_region_is_not_found_and_below_not_changed(
    world, client_of
):
    period = make.period(world.blora)
    url = reverse("period-detail", args=[period.pk])
    change = reverse("period-change", args=[period.pk])

    assert client_of(world.budi).get(url).status_code == 404
    assert client_of(world.prov).get(url).status_code == 200
    assert client_of(world.prov).post(change, TYPED).status_code == 403


@pytest.mark.slow
def test_the_list_takes_as_many_queries_for_40_periods_as_for_3(world, client_of):
    siti = client_of(world.siti)
    semester = Semester(2000, 1)

    def more(count: int) -> None:
        nonlocal semester
        for _ in range(count):
            period = make.period(world.blora, semester)
            exempt(period=period, opd=world.dlh, reason="Baru", by=SYSTEM)
            semester = semester.next()

    more(3)
    few = queries_of(siti, "/periode/")
    more(37)

    assert queries_of(siti, "/periode/") == few <= 12


def test_html_typed_into_a_reason_is_shown_as_text(world, client_of):
    period = make.period(world.blora)
    script = "<script>alert(1)</script>"
    exempt(period=period, opd=world.dlh, reason=script, by=SYSTEM)

    page = client_of(world.siti).get(reverse("period-detail", args=[period.pk]))

    assert script not in page.content.decode()
