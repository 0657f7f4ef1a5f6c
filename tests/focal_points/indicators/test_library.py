"""The register: kept by the desk, chosen by an OPD in its GAP, read everywhere."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.indicators.actions import change_indicator
from focal_points.indicators.formulas import Formula
from focal_points.indicators.models import Indicator
from focal_points.indicators.sheet import IndicatorImporter
from focal_points.pprg import actions as pprg
from focal_points.pprg.fields import Field, Shape
from focal_points.pprg.library import add_line, take, used
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.sheets import template
from tests.make import imports as make_sheet
from tests.make import indicators as make
from tests.make import pprg as make_pprg

ROWS = Field("opening_rows", "Data", Shape.ROWS, picks="label")


@pytest.fixture
def row(world) -> Indicator:
    return make.indicator(world.blora, world.joko, owner=world.dinkes)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"numerator": ""}, "numerator"),
        ({"baseline_year": None}, "baseline_year"),
        ({"baseline_year": 2200}, "baseline_year"),
        ({"men_bottom": Decimal(0)}, "men_bottom"),
        ({"women_bottom": None}, "women_bottom"),
        ({"women_top": None}, "women_top"),
        ({"axes": []}, "axes"),
        ({"total_top": Decimal(99)}, "total_bottom"),
        ({"total_top": Decimal(99), "total_bottom": Decimal(150)}, "total_top"),
        ({"formula": Formula.DIRECT}, "men_bottom"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(world, facts, field):
    with pytest.raises(Refusal) as refused:
        make.indicator(world.blora, world.siti, **facts)

    assert refused.value.field == field


def test_codes_are_unique_in_a_region_and_only_the_desk_writes(world, row):
    with pytest.raises(Refusal, match="Kode kes-01 sudah dipakai"):
        make.indicator(world.blora, world.siti, code="kes-01")
    with pytest.raises(Refusal, match="daerah lain"):
        make.indicator(world.blora, world.siti, code="X", owner=world.dinkes_rembang)
    make.indicator(world.rembang, world.budi)
    for who in (world.ratih, world.wati, world.yusuf, world.budi, world.prov):
        with pytest.raises(PermissionDenied):
            make.indicator(world.blora, who, code="X")

    change_indicator(indicator=row, by=world.siti, formula=Formula.RATIO, axes=["umur", "jenis_kelamin"])  # fmt: skip

    event = Event.objects.about(row).get(verb="indicator.changed")
    assert event.changes["axes"] == [["Jenis kelamin"], ["Kelompok umur", "Jenis kelamin"]]  # fmt: skip
    assert event.changes["formula"][1] == "Pembilang ÷ penyebut"


def test_a_chosen_indicator_fills_what_is_empty_and_nothing_else():
    chosen = Indicator(
        code="A", name="Kelas", unit="persen", men_top=Decimal(12), baseline_year=2019
    )
    typed = {"label": None, "men": None, "women": 5, "source": None}

    taken = take(ROWS, typed, chosen, None)
    assert taken == {"label": "Kelas (persen)", "men": 12, "women": 5, "source": "2019"}
    # Emptied again by its writer: it stays empty.
    emptied = {**taken, "men": None}
    assert take(ROWS, emptied, chosen, "A") == emptied
    chosen.men_top = Decimal("12.5")
    assert take(ROWS, typed, chosen, None).get("men") is None
    assert add_line("Satu\n", chosen) == "Satu\nKelas (persen)"
    assert add_line("Kelas (persen)", chosen) == "Kelas (persen)"
    line = Field("x", "X", Shape.LIST, picks="line")
    assert used([line], {"x": "1. Kelas (persen)"}, [chosen]) == [chosen]
    assert used([line, ROWS], {"opening_rows": [{"label": "Kelas"}]}, [chosen]) == []


@pytest.mark.slow
def test_chosen_in_the_gap_it_travels_to_the_gbs_without_retyping(
    world, row, client_of
):
    ratih, gap = client_of(world.ratih), make_pprg.filled_gap(world.dinkes, world.ratih)
    shown = ratih.get(reverse("pprg-step", args=[gap.pk, "2"])).content.decode()
    assert f"{row.code} {row.name} (persen)" in shown

    def send(step, **typed):
        url = reverse("pprg-step", args=[gap.pk, step])
        page = ratih.get(url)
        form = page.context["form"]
        data = {
            name: bound.initial if (bound := form[name]) and bound.initial else ""
            for name in form.fields
        }
        data |= {f"{r.name}-about": r.about for a in page.context["asked"] for r in a.rows}  # fmt: skip
        return ratih.post(url, {**data, **typed, "seen": page.context["seen"]})

    assert send("2", **{"opening_rows-1-library": "TIDAK-ADA"}).status_code == 422
    send("2", **{"opening_rows-1-library": row.code})
    send("9", **{"gender_indicator-2-library": row.code})
    gap.refresh_from_db()

    assert gap.content["opening_rows"][1] == {
        "label": row.numerator,
        "men": 12,
        "women": 88,
        "source": "2019, Profil kesehatan",
        "library": row.code,
    }
    gbs = pprg.derive(source=gap, by=world.ratih)
    assert row.called in gbs.content["outcome_indicator"]
    assert list(row.pprg_documents.order_by("pk")) == [gap, gbs]
    page = reverse("indicator-detail", args=[row.pk])
    assert gap.title in ratih.get(page).content.decode()
    # A draft is its OPD's alone: the desk does not read of it here either.
    assert gap.title not in client_of(world.siti).get(page).content.decode()


@pytest.mark.slow
def test_pages_keep_what_was_typed_and_show_what_is_missing(world, row, client_of):
    siti = client_of(world.siti)
    typed = {"code": "KES-01", "name": "<b>Baru</b>", "unit": "orang", "formula": "langsung", "men_top": "1.2.3"}  # fmt: skip

    refused = siti.post(reverse("indicator-add"), typed)
    assert refused.status_code == 422
    assert "&lt;b&gt;Baru&lt;/b&gt;" in refused.content.decode()
    assert 'value="1.2.3"' in refused.content.decode()
    siti.post(reverse("indicator-add"), {**typed, "code": "KES-02", "men_top": ""})
    made = Indicator.objects.get(code="KES-02")
    detail = siti.get(reverse("indicator-detail", args=[made.pk])).content.decode()
    assert "belum ada" in detail
    edit = reverse("indicator-edit", args=[made.pk])
    seen = siti.get(edit).context["seen"]
    change_indicator(indicator=made, by=world.joko, unit="keluarga")
    stale = siti.post(edit, {**typed, "code": "KES-02", "men_top": "", "seen": seen})
    assert stale.status_code == 409
    assert "keluarga" in stale.content.decode()


@pytest.fixture
def importer(world) -> IndicatorImporter:
    return IndicatorImporter(world.blora)


@pytest.mark.slow
def test_excel_both_ways(world, row, importer):
    same = make_sheet.plan_of(importer, make_sheet.edited(importer), world.siti)
    assert same.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 1}
    assert template(importer.sheet).startswith(b"PK")

    def change(page):
        make_sheet.put(page, importer, 2, women_top="", women_bottom="", unit="%")
        make_sheet.add_row(
            page,
            importer,
            code="PEND-01",
            name="Angka partisipasi",
            unit="persen",
            axes="Wilayah; umur",
            men_top=None,
            owner_id="Dinkes",
        )

    make_sheet.apply(importer, make_sheet.edited(importer, change), world.siti)

    row.refresh_from_db()
    assert (row.unit, row.women_top, row.total.value) == ("%", None, None)
    made = Indicator.objects.get(code="PEND-01")
    assert (made.axes, made.owner, made.men_top) == (["wilayah", "umur"], world.dinkes, None)  # fmt: skip


@pytest.mark.slow
def test_wrong_cells_are_all_told_and_nothing_is_written(world, row, importer):
    def change(page):
        make_sheet.put(page, importer, 2, men_top="banyak", axes="Zodiak")
        make_sheet.add_row(page, importer, code="kes-01", name="Kembar", unit="orang")

    plan = make_sheet.plan_of(importer, make_sheet.edited(importer, change), world.siti)

    assert plan.counts["salah"] == 2
    with pytest.raises(Refusal):
        make_sheet.apply(importer, make_sheet.edited(importer, change), world.siti)
    assert Indicator.objects.count() == 1


@pytest.mark.slow
def test_the_list_asks_as_often_for_three_as_for_forty(world, client_of):
    siti, url = client_of(world.siti), reverse("indicator-list")

    def asked(upto: int, start: int) -> int:
        for number in range(start, upto):
            make.indicator(world.blora, world.siti, code=f"K-{number}", owner=world.dinkes)  # fmt: skip
        siti.get(url)
        with CaptureQueriesContext(connection) as found:
            siti.get(url)
        return len(found)

    assert asked(3, 0) == asked(40, 3) <= 12
