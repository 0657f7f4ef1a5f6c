"""ARG: DPA and DPPA both kept, and nothing unlike is ever added up."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from focal_points.budgets.actions import record_arg, send_recap
from focal_points.budgets.models import ArgBudget, Stage
from focal_points.budgets.queries import recap, sent_below, trend
from focal_points.budgets.sums import MIXED, groups
from focal_points.opd.models import Opd
from focal_points.progress.models import Denominator
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today

YEAR = today().year
DPA = {"dpa_total": 10_000, "dpa_arg": 1_000, "dpa_on": dt.date(YEAR, 1, 5)}


def row(kind, arg, total, realized=None):
    return ArgBudget(denominator=kind, dpa_arg=arg, dpa_total=total, realized=realized)


def test_unlike_denominators_are_never_summed():
    found = groups(
        [
            row(Denominator.OPD_SPENDING, 10, 100, 5),
            row(Denominator.OPD_SPENDING, 30, 100),
            row(Denominator.TOTAL_BUDGET, 7, 70),
            row(Denominator.OPD_SPENDING, None, 999),
        ]
    )

    assert [(g.denominator, g.offices, g.arg, g.share) for g in found] == [
        ("belanja_opd", 2, 40, "20,0%"),
        ("total_belanja_apbd", 1, 7, "10,0%"),
    ]
    assert (found[0].realized, found[1].realized) == (5, None)


def test_a_row_without_denominator_is_counted_but_not_in_the_share():
    group = groups([row("belanja_opd", 10, None), row("belanja_opd", 10, 100)])[0]

    assert (group.arg, group.share) == (20, "10,0%")


def test_the_changed_budget_stands_beside_the_first(world):
    record_arg(opd=world.dinkes, year=YEAR, by=world.ratih, **DPA)
    made = record_arg(
        opd=world.dinkes, year=YEAR, by=world.joko, dppa_total=8_000, dppa_arg=2_000
    )

    assert (made.dpa_arg, made.dppa_arg) == (1_000, 2_000)
    assert (made.stage, made.arg, made.total) == (Stage.DPPA, 2_000, 8_000)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"dpa_arg": 11_000}, "dpa_arg"),
        ({"realized": 5}, "realized_on"),
        ({"realized": 1_001, "realized_on": dt.date(YEAR, 6, 30)}, "note"),
        ({"dpa_arg": 10**16, "dpa_total": None}, "dpa_arg"),
        ({"dpa_arg": None, "realized": 5}, "dpa_arg"),
    ],
)
def test_contradictions_are_refused_beside_their_field(world, facts, field):
    with pytest.raises(Refusal) as refused:
        record_arg(opd=world.dinkes, year=YEAR, by=world.ratih, **{**DPA, **facts})

    assert refused.value.field == field


def test_strangers_write_nothing(world):
    for by in (world.dewi, world.hasan, world.wati, world.budi, world.prov):
        with pytest.raises(PermissionDenied):
            record_arg(opd=world.dinkes, year=YEAR, by=by, **DPA)


def test_the_province_reads_what_was_sent_and_never_a_rank(world, client_of):
    with pytest.raises(Refusal):
        send_recap(region=world.blora, year=YEAR, by=world.joko)
    record_arg(opd=world.dinkes, year=YEAR, by=world.ratih, **DPA)
    assert sent_below(world.province, YEAR) == []
    send_recap(region=world.blora, year=YEAR, by=world.joko)
    record_arg(
        opd=world.dinkes_rembang,
        year=YEAR,
        by=world.budi,
        denominator="total_belanja_apbd",
        dpa_total=100,
        dpa_arg=90,
    )
    send_recap(region=world.rembang, year=YEAR, by=world.budi)

    page = client_of(world.prov).get(reverse("arg-recap")).content.decode()

    assert MIXED in page
    assert page.index("Kabupaten Blora") < page.index("Kabupaten Rembang")
    assert [len(each.groups) for each in sent_below(world.province, YEAR)] == [1, 1]
    with pytest.raises(PermissionDenied):
        send_recap(region=world.rembang, year=YEAR, by=world.prov)


@pytest.mark.slow
def test_an_office_sees_itself_alone_and_writes_on_a_phone(world, client_of):
    client = client_of(world.ratih)
    url = reverse("arg-edit", args=[world.dinkes.pk, YEAR])
    bad = client.post(url, {"denominator": "belanja_opd", "dpa_arg": "1.23.4"})
    assert bad.status_code == 422
    assert "1.23.4" in bad.content.decode()
    client.post(
        url,
        {"denominator": "belanja_opd", "dpa_arg": "Rp 1.000", "note": "<script>x"},
    )

    page = client.get(reverse("arg-recap")).content.decode()

    assert "Dinas Lingkungan Hidup" not in page
    assert "Rp\u00a01.000" in page
    assert [r.opd for r in recap(world.ratih, world.blora, YEAR).rows] == [world.dinkes]
    assert "<script>x" not in client.get(url).content.decode()


def with_two_denominators(world):
    """Dinkes over three years, the last one changed; DLH by another measure."""
    for back, arg in ((2, 500), (1, 800)):
        record_arg(
            opd=world.dinkes,
            year=YEAR - back,
            by=world.ratih,
            dpa_total=10_000,
            dpa_arg=arg,
        )
    record_arg(opd=world.dinkes, year=YEAR, by=world.ratih, **DPA)
    record_arg(
        opd=world.dinkes, year=YEAR, by=world.joko, dppa_total=8_000, dppa_arg=2_000
    )
    record_arg(
        opd=world.dlh,
        year=YEAR,
        by=world.dewi,
        denominator="total_belanja_apbd",
        dpa_total=70_000,
        dpa_arg=7_000,
    )


@pytest.mark.slow
def test_the_printed_recap_names_its_denominators_and_adds_up_none(world, client_of):
    with_two_denominators(world)

    paper = client_of(world.joko).get(reverse("arg-recap-pdf"))
    pages = PdfReader(io.BytesIO(paper.content)).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert MIXED in words
    own, whole = (
        Denominator("belanja_opd").label,
        Denominator("total_belanja_apbd").label,
    )
    assert f"{own} 1 Rp 2.000 – (–) 25,0%" in words
    assert f"{whole} 1 Rp 7.000 – (–) 10,0%" in words
    assert f"Dinas Kesehatan Rp 1.000 Rp 2.000 – 25,0% dari {own}, DPPA" in words
    assert f"Dinas Lingkungan Hidup Rp 7.000 – – 10,0% dari {whole}, DPA" in words
    assert "9.000" not in words  # 2.000 of one kind and 7.000 of the other
    for year, arg, share in (
        (YEAR - 2, "500", "5,0%"),
        (YEAR - 1, "800", "8,0%"),
        (YEAR, "2.000", "25,0%"),
    ):
        assert f"{year} {own} Rp {arg} – {share}" in words


def test_the_trend_tells_years_apart_and_keeps_both_budgets(world):
    with_two_denominators(world)

    told = trend(world.joko, world.blora, YEAR)

    assert [
        (year, [(g.denominator, g.arg, g.share) for g in found]) for year, found in told
    ] == [
        (YEAR - 2, [("belanja_opd", 500, "5,0%")]),
        (YEAR - 1, [("belanja_opd", 800, "8,0%")]),
        (
            YEAR,
            [("belanja_opd", 2_000, "25,0%"), ("total_belanja_apbd", 7_000, "10,0%")],
        ),
    ]
    row = next(r for r in recap(world.joko, world.blora, YEAR).rows if r.budget)
    assert (row.dpa, row.dppa) == ("Rp\u00a01.000", "Rp\u00a02.000")


@pytest.mark.slow
def test_the_recap_asks_as_often_for_forty_offices(world, client_of):
    client, url = client_of(world.joko), reverse("arg-recap")

    def asked():
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            client.get(url)
        return len(found)

    few = asked()
    made = Opd.objects.bulk_create(
        Opd(region=world.blora, name=f"Dinas {n}", short_name=f"D{n}")
        for n in range(37)
    )
    ArgBudget.objects.bulk_create(
        ArgBudget(opd=opd, year=YEAR, dpa_arg=1, dpa_total=9, touched_at=MOMENT)
        for opd in made
    )

    assert asked() == few <= 12


MOMENT = dt.datetime(2026, 1, 5, tzinfo=dt.UTC)
