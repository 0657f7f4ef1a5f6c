"""The region's own SIPD export: columns matched once, codes text, all lines or none."""

from __future__ import annotations

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from focal_points.budgets import line_actions as actions
from focal_points.budgets.line_models import BudgetLine, SipdDraft, SipdMapping
from focal_points.budgets.models import ArgBudget
from focal_points.budgets.sipd import chosen, header_row, parse
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today

YEAR = today().year
HEADER = ["No", "Nama Program", "Kode Sub", "Uraian Sub", "Nilai DPA", "Realisasi"]
ROWS = [
    ["LAPORAN SIPD", None, None, None, None, None],
    HEADER,
    [1, "Program A", "1.02.02.2.02.0001", "Ibu hamil", 412500000, 100],
    [None, "Jumlah program", None, None, 412500000, None],
    [2, "Program A", "1.02.02.2.02.0010", "Gizi", "80.000.000,00", None],
]
PLACES = {"program": 1, "sub_code": 2, "sub": 3, "ceiling": 4, "realized": 5}


def book(rows=ROWS) -> SimpleUploadedFile:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    target = io.BytesIO()
    made.save(target)
    return SimpleUploadedFile("sipd.xlsx", target.getvalue())


def kept(world, rows=ROWS, by=None, **facts):
    told = {"year": YEAR, "stage": "dpa", "rule_version": "2025", **facts}
    return actions.keep_sipd(
        opd=world.dinkes, upload=book(rows), by=by or world.ratih, **told
    )


def test_the_header_is_found_and_the_columns_of_last_time_are_known_again():
    assert header_row(ROWS) == 1
    found = chosen(HEADER, {"sub": "Uraian Sub", "ceiling": "Nilai DPA", "gone": "x"})

    assert {key: found[key] for key in PLACES} == PLACES


def test_every_bad_cell_is_named_and_sums_are_left_out():
    lines, problems = parse(ROWS, 1, PLACES)
    assert [line.sub_code for line in lines] == [
        "1.02.02.2.02.0001",
        "1.02.02.2.02.0010",
    ]
    assert (lines[1].ceiling, lines[1].realized, problems) == (80_000_000, None, [])
    bad = [
        *ROWS[:2],
        [1, "A", "1.02.03", None, "1.23.4", "x"],
        [2, "A", "1.02.03", "B", None, 1],
    ]

    assert {each.cell for each in parse(bad, 1, PLACES)[1]} == {"E3", "F3", "D3", "E4"}


def test_an_impossible_year_in_the_address_is_refused(world):
    with pytest.raises(Refusal, match="tidak mungkin"):
        kept(world, year=99_999)
    assert not SipdDraft.objects.exists()


def test_lines_take_the_place_of_the_old_ones_and_keep_their_tags(world):
    actions.apply_sipd(draft=kept(world), places=PLACES, by=world.ratih)
    first = BudgetLine.objects.get(sub_code="1.02.02.2.02.0001")
    assert (first.rule_version, first.ceiling) == ("2025", 412_500_000)
    told = {"opd": world.dinkes, "year": YEAR, "stage": "dpa", "by": world.ratih}
    assert actions.tag_lines(chosen=[first.pk], **told) == 412_500_000
    assert actions.use_as_ceiling(**told).dpa_arg == 412_500_000

    again = kept(world, by=world.joko, rule_version="2026")
    actions.apply_sipd(draft=again, places=PLACES, by=world.joko)

    assert BudgetLine.objects.count() == 2
    assert BudgetLine.objects.get(is_arg=True).sub_code == first.sub_code
    assert SipdMapping.objects.get().columns["ceiling"] == "Nilai DPA"
    assert not SipdDraft.objects.exists()


def test_nothing_is_written_while_a_cell_is_wrong_or_by_a_stranger(world):
    rows = [*ROWS, [3, "A", "1.02.04", "C", "abc", None]]
    draft = kept(world, rows)
    with pytest.raises(actions.UnreadableLines) as refused:
        actions.apply_sipd(draft=draft, places=PLACES, by=world.ratih)
    assert [each.cell for each in refused.value.problems] == ["E6"]
    assert not BudgetLine.objects.exists()
    for by in (world.dewi, world.hasan, world.wati, world.budi):
        with pytest.raises(PermissionDenied):
            kept(world, by=by)


@pytest.mark.slow
def test_uploaded_matched_and_tagged_on_the_pages(world, client_of):
    client = client_of(world.ratih)
    url = reverse("budget-lines", args=[world.dinkes.pk, YEAR])
    told = {"stage": "dpa", "rule_version": "2025"}
    bad = SimpleUploadedFile("x.xlsx", b"bukan excel")
    assert client.post(url, {**told, "file": bad}).status_code == 422
    evil = [*ROWS, [3, "A", "1.02.05", "<script>x", 5, None]]
    matched = client.post(url, {**told, "file": book(evil)}).url
    page = client.get(matched).content.decode()
    assert "<script>x" not in page
    assert client.post(matched, {"sub_code": "2"}).status_code == 422
    client.post(matched, PLACES)

    lines = BudgetLine.objects.order_by("sub_code")
    client.post(url, {"aksi": "pakai", "baris": [lines[0].pk, "x"]})

    assert ArgBudget.objects.get().dpa_arg == lines[0].ceiling
    assert "&lt;script&gt;x" in client.get(url).content.decode()
    assert client_of(world.joko).get(matched).status_code == 404


def test_a_mark_whose_line_is_gone_is_told(world, client_of):
    actions.apply_sipd(draft=kept(world), places=PLACES, by=world.ratih)
    BudgetLine.objects.filter(sub_code="1.02.02.2.02.0001").update(is_arg=True)
    newer = kept(world, [*ROWS[:2], ROWS[4]])

    url = reverse("sipd-columns", args=[newer.pk])
    page = client_of(world.ratih).post(url, PLACES, follow=True).content.decode()

    assert "tidak ada lagi di ekspor ini: 1.02.02.2.02.0001" in page
