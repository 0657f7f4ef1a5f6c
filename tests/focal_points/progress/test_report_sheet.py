"""The report in Excel: one OPD's workbook, and that of all OPD of a period."""

from __future__ import annotations

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from openpyxl import load_workbook

from focal_points.opd.models import Opd
from focal_points.progress import actions
from focal_points.progress.models import Progress, State
from focal_points.progress.sheet import AllReports, OneReport
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.imports.actions import apply_draft, keep_draft, marked_file
from pug_portal.imports.codec import unpacked
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import imports
from tests.make import progress as make


@pytest.fixture
def report(world) -> Progress:
    return make.filled(make.draft(world.dinkes, world.ratih), world.ratih)


def book_of(importer):
    return load_workbook(io.BytesIO(importer.export()))


def cell(importer, key: str, number: int = 2) -> str:
    return importer.sheet.address(key, number)


def plan_of(importer, book, by):
    draft = keep_draft(
        importer=importer, upload=imports.as_upload(imports.saved(book)), by=by
    )
    return draft, importer.plan(unpacked(draft.reading))


def apply(importer, book, by):
    draft, plan = plan_of(importer, book, by)
    return apply_draft(
        draft=draft, importer=importer, fingerprint=plan.fingerprint, by=by
    )


def one(report) -> OneReport:
    return OneReport(make.fresh(report))


@pytest.mark.slow
def test_an_unchanged_workbook_changes_nothing(world, report):
    book = book_of(one(report))
    page, rows = book["Laporan"], book["Kegiatan"]

    assert [page["B2"].value, page["B3"].value] == [
        "Dinas Kesehatan",
        "Semester II 2020",
    ]
    assert page[cell(one(report), "arg_ceiling")].value == 508_500_000
    assert rows["C2"].value == "Kelas ibu hamil"
    assert len(page.data_validations.dataValidation) == 23
    _, plan = plan_of(one(report), book, world.ratih)
    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 2}


@pytest.mark.slow
def test_answers_and_activities_are_written_together_with_their_events(world, report):
    importer = one(report)
    book = book_of(importer)
    book["Laporan"][cell(importer, "arg_realized")] = "Rp 400.000.000"
    book["Laporan"][cell(importer, "obstacles")] = "Baris satu.\nBaris dua."
    kegiatan = importer.sheet.more[0]
    book["Kegiatan"][kegiatan.address("women", 2)] = 4107
    book["Kegiatan"][kegiatan.address("name", 3)] = "=Pelatihan kader"
    book["Kegiatan"][kegiatan.address("duties", 3)] = "b; a"
    book["Kegiatan"][kegiatan.address("held_from", 3)] = "7 September 2020"

    # A formula is never calculated: it is told at its cell, and nothing is written.
    _, plan = plan_of(importer, book, world.ratih)
    assert next(str(p) for p in plan.problems).startswith("Kegiatan, C3: berisi rumus")
    book["Kegiatan"][kegiatan.address("name", 3)] = "'=Pelatihan kader"
    apply(one(report), book, world.ratih)

    report = make.fresh(report)
    assert report.arg_realized == 400_000_000
    assert report.obstacles == "Baris satu.\nBaris dua."
    old, new = report.activities.all()
    assert (old.women, new.name, new.duties) == (4107, "=Pelatihan kader", ["a", "b"])
    saved = Event.objects.about(report).filter(reason="Impor Excel: isian.xlsx")
    assert sorted(saved.values_list("verb", flat=True)) == [
        "progress.activity_added",
        "progress.saved",
    ]
    # What begins like a formula leaves neutralised, and comes back as it was.
    again = book_of(one(report))
    assert again["Kegiatan"]["C3"].value == "'=Pelatihan kader"
    _, plan = plan_of(one(report), again, world.ratih)
    assert plan.to_do == 0


@pytest.mark.slow
def test_what_another_person_typed_meanwhile_is_never_overwritten(world, report):
    importer = one(report)
    book = book_of(importer)
    actions.save(
        progress=report,
        version=report.version,
        answers={"gap_count": 7, "efforts": "Ditulis Hasan sesudah unduh."},
        by=world.ratih,
    )
    book["Laporan"][cell(importer, "efforts")] = "Ditulis di Excel."
    book["Laporan"][cell(importer, "gbs_count")] = 5

    _, plan = plan_of(one(report), book, world.ratih)
    assert [p.address for p in plan.problems] == [cell(importer, "efforts")]
    assert "Ditulis Hasan" in next(plan.problems).sentence

    # Taking theirs settles it; the old answer beside it never counted as a change.
    book["Laporan"][cell(importer, "efforts")] = "Ditulis Hasan sesudah unduh."
    apply(one(report), book, world.ratih)
    report = make.fresh(report)
    assert (report.gap_count, report.gbs_count) == (7, 5)
    assert report.efforts == "Ditulis Hasan sesudah unduh."


@pytest.mark.slow
def test_all_problems_are_told_at_once_and_come_back_coloured(world, report):
    importer = one(report)
    book = book_of(importer)
    page, rows = book["Laporan"], book["Kegiatan"]
    kegiatan = importer.sheet.more[0]
    page[cell(importer, "rka_has_gbs")] = "mungkin"
    page[cell(importer, "gap_count")] = "tiga"
    page[cell(importer, "period")] = "Semester I 2021"
    rows[kegiatan.address("held_to", 2)] = "1/8/2020"
    rows[kegiatan.address("duties", 2)] = "z"

    draft, plan = plan_of(importer, book, world.ratih)

    told = [str(problem) for problem in plan.problems]
    assert len(told) == 5
    assert any(
        "«Semester I 2021», sedangkan di sini «Semester II 2020»" in t for t in told
    )
    with pytest.raises(Refusal, match="tidak ada yang disimpan"):
        apply(one(report), book, world.ratih)
    back = load_workbook(io.BytesIO(marked_file(draft, plan)))
    assert back["Laporan"][cell(importer, "gap_count")].fill.fgColor.rgb == "00FBD0CA"
    assert back["Kegiatan"][kegiatan.address("held_to", 2)].comment is not None
    assert make.fresh(report).gap_count == 3


@pytest.mark.slow
@pytest.mark.parametrize(
    ("other", "named"),
    [
        (("dlh", "dewi", 2020, 2), "Dinas Lingkungan Hidup, Semester II 2020"),
        (("dinkes", "ratih", 2020, 1), "Dinas Kesehatan, Semester I 2020"),
    ],
)
def test_a_workbook_of_another_opd_or_period_is_refused_by_name(
    world, report, clock, other, named
):
    opd, who, year, half = other
    filler = getattr(world, who)
    clock("2020-06-15" if half == 1 else make.WITHIN)
    theirs = make.draft(
        getattr(world, opd), filler, make.period(world.blora, year, half)
    )
    book = book_of(one(theirs))
    clock(make.WITHIN)

    with pytest.raises(Refusal) as refused:
        plan_of(one(report), book, world.ratih)

    assert f"Berkas ini untuk {named}, sedangkan" in refused.value.sentence
    assert "Dinas Kesehatan, Semester II 2020" in refused.value.sentence


@pytest.mark.slow
def test_a_sent_report_is_not_changed_by_a_workbook(world, report, client_of):
    importer = one(report)
    book = book_of(importer)
    make.sent(report, world.ratih)
    book["Laporan"][cell(importer, "gap_count")] = 9

    _, plan = plan_of(one(report), book, world.ratih)

    assert "berstatus «Diajukan»" in next(plan.problems).sentence
    shown = client_of(world.ratih).get(reverse("progress-sheet", args=[report.pk]))
    assert "berstatus «Diajukan»" in shown.content.decode()
    assert "Unggah dan lihat pratinjau" not in shown.content.decode()


@pytest.mark.slow
def test_the_sekretariat_fills_all_opd_of_a_period_from_one_workbook(world, report):
    period = report.period
    importer = AllReports(period, world.siti)
    book = book_of(importer)
    page, rows = book["Laporan"], book["Kegiatan"]
    names = {page.cell(n, 2).value: n for n in range(2, page.max_row + 1)}
    # The draft of Dinkes is its own: neither its answers nor its activities are told.
    at = names["Dinas Kesehatan"]
    assert page[cell(importer, "gap_count", at)].value is None
    assert rows.max_row == 1
    dlh = names["Dinas Lingkungan Hidup"]
    page[cell(importer, "gap_count", dlh)] = 4
    rows.append(["", "Dinas Lingkungan Hidup", "Bank sampah"])
    _, plan = plan_of(importer, book, world.siti)
    assert plan.counts == {"salah": 0, "berubah": 1, "baru": 1, "sama": 3}

    apply(AllReports(period, world.siti), book, world.siti)

    made = Progress.objects.get(opd=world.dlh)
    assert (made.gap_count, made.is_on_behalf) == (4, True)
    assert [row.name for row in made.activities.all()] == ["Bank sampah"]
    # The same file once more finds its rows again, and writes nothing.
    _, plan = plan_of(AllReports(period, world.siti), book, world.siti)
    assert plan.to_do == 0

    page[cell(importer, "gap_count", at)] = 1
    _, plan = plan_of(AllReports(period, world.siti), book, world.siti)
    assert "Dinkes mengisi sendiri" in next(plan.problems).sentence


@pytest.mark.slow
def test_strangers_have_no_workbook(world, report, client_of):
    for who, answer in (("dewi", 404), ("siti", 404), ("joko", 403), ("hasan", 403)):
        url = reverse("progress-sheet-data", args=[report.pk])
        assert client_of(getattr(world, who)).get(url).status_code == answer
    url = reverse("progress-all-sheet-data", args=[report.period.pk])
    for who, answer in (("ratih", 403), ("joko", 403), ("prov", 404)):
        assert client_of(getattr(world, who)).get(url).status_code == answer
    with pytest.raises(PermissionDenied):
        plan_of(AllReports(report.period, world.joko), book_of(one(report)), world.joko)


@pytest.mark.slow
def test_the_pages_lead_from_download_to_the_saved_report(world, report, client_of):
    client = client_of(world.ratih)
    start = reverse("progress-sheet", args=[report.pk])
    assert "Lembar Kegiatan" in client.get(start).content.decode()
    importer = one(report)
    book = book_of(importer)
    book["Laporan"][cell(importer, "kak_count")] = 12
    answer = imports.send(client, start, imports.saved(book))
    assert answer.status_code == 302
    shown = client.get(answer["Location"])
    assert "Jumlah KAK" in shown.content.decode()
    done = client.post(answer["Location"], {"sidik": shown.context["plan"].fingerprint})
    assert done["Location"] == reverse("progress-form", args=[report.pk])
    assert make.fresh(report).kak_count == 12
    assert make.fresh(report).state == State.DRAFT


@pytest.mark.slow
def test_the_preview_of_all_opd_takes_few_queries_for_any_number(
    world, clock, client_of
):
    client = client_of(world.siti)
    period = make.period(world.blora)

    def queries() -> int:
        importer = AllReports(period, world.siti)
        book = book_of(importer)
        for number in range(2, book["Laporan"].max_row + 1):
            book["Laporan"][cell(importer, "gap_count", number)] = 1
        start = reverse("progress-all-sheet", args=[period.pk])
        preview = imports.send(client, start, imports.saved(book))["Location"]
        return queries_of(client, preview)

    few = queries()
    for n in range(36):
        make_fp.opd(world.blora, f"Dinas {n}", f"D{n}")
    assert queries() == few <= 12
    assert Opd.objects.filter(region=world.blora).count() == 40
