"""ARG and its tags against a change made meanwhile; the course over the years as a picture."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from focal_points.budgets import line_actions
from focal_points.budgets.actions import record_arg
from focal_points.budgets.charts import charts
from focal_points.budgets.line_models import BudgetLine
from focal_points.budgets.models import ArgBudget
from focal_points.budgets.sums import groups
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today

YEAR = today().year


def seen_on(page: str) -> str:
    return re.search(r'name="seen" value="(\w+)"', page)[1]


@pytest.mark.slow
def test_two_offices_at_one_form_see_both_figures(world, client_of):
    client, url = (
        client_of(world.ratih),
        reverse("arg-edit", args=[world.dinkes.pk, YEAR]),
    )
    token = seen_on(client.get(url).content.decode())
    record_arg(opd=world.dinkes, year=YEAR, by=world.joko, dpa_arg=5_000)
    typed = {"denominator": "belanja_opd", "dpa_arg": "1.000", "seen": token}

    answer = client.post(url, typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Rp\u00a05.000" in page
    assert "Rp\u00a01.000" in page
    assert "Joko Purwanto" in page
    assert ArgBudget.objects.get().dpa_arg == 5_000
    again = client.post(url, {**typed, "seen": seen_on(page)})
    assert (again.status_code, ArgBudget.objects.get().dpa_arg) == (302, 1_000)
    # The same once more, as a double click does, is no change made meanwhile.
    assert client.post(url, {**typed, "seen": seen_on(page)}).status_code == 302


@pytest.fixture
def lines(world) -> list[BudgetLine]:
    made = [
        BudgetLine(
            opd=world.dinkes,
            year=YEAR,
            stage="dpa",
            rule_version="2026",
            sub_code=f"1.02.{number}",
            sub=f"Sub {number}",
            ceiling=10,
        )
        for number in range(3)
    ]
    return BudgetLine.objects.bulk_create(made)


def test_two_people_who_tag_keep_both_tags(world, lines, client_of):
    told = {"opd": world.dinkes, "year": YEAR, "stage": "dpa"}
    first, second, third = (line.pk for line in lines)
    tag = line_actions.tag_lines
    assert tag(chosen=[first], shown=[], by=world.ratih, **told) == 10

    # Joko's page was opened before, when nothing was tagged.
    assert tag(chosen=[second], shown=[], by=world.joko, **told) == 20
    assert tag(chosen=[], shown=[first], by=world.joko, **told) == 10
    with pytest.raises(Refusal, match="impor yang lebih baru"):
        tag(chosen=[third + 99], shown=[], by=world.joko, **told)

    url = reverse("budget-lines", args=[world.dinkes.pk, YEAR])
    page = client_of(world.ratih).get(url).content.decode()
    assert page.count('name="tadi"') == 1
    client_of(world.ratih).post(url, {"aksi": "tandai", "tadi": [second]})
    assert not BudgetLine.objects.filter(is_arg=True).exists()


def row(year: int, kind: str, arg: int, total: int | None) -> ArgBudget:
    return ArgBudget(year=year, denominator=kind, dpa_arg=arg, dpa_total=total)


def test_one_picture_per_denominator_and_none_for_a_single_year():
    told = [
        (2024, groups([row(2024, "belanja_opd", 10, 100)])),
        (2025, groups([row(2025, "belanja_opd", 30, 200)])),
        (
            2026,
            groups(
                [
                    row(2026, "belanja_opd", 20, 100),
                    row(2026, "total_belanja_apbd", 1, 9),
                ]
            ),
        ),
    ]

    [chart] = charts(told)

    assert chart.heading == "Porsi ARG dari belanja OPD"
    assert "2024 10,0%; 2025 15,0%; 2026 20,0%" in chart.picture
    assert 'fill="#' in charts(told, for_print=True)[0].picture
    assert charts([(2026, groups([row(2026, "belanja_opd", 1, None)]))]) == []
