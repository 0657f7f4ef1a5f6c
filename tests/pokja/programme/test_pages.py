"""The pages: what they show to whom, what they refuse, and at what price."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.opd.models import Opd
from pokja.programme.models import MonevVisit, Programme, ProgrammeLine, Rad
from tests.make import focal_points as make_fp
from tests.make import programme as make

SCRIPT = "<script>alert(1)</script>"


def text(answer) -> str:
    return answer.content.decode()


def address(name, thing) -> str:
    return reverse(name, args=[thing.pk])


@pytest.mark.slow
def test_a_programme_is_written_from_the_rad_and_settled(world, client_of):
    make.rad(world)
    desk, chair = client_of(world.siti), client_of(world.joko)

    made = desk.post(reverse("programme-add"), {"year": "2021"})
    programme = Programme.objects.get()
    assert made.url == address("programme-detail", programme)
    page = desk.post(address("programme-fill", programme), follow=True)
    assert "1 baris diambil dari RAD" in text(page)
    assert "belum menyebut tugas Pokja" in text(page)

    line = programme.lines.get()
    form = desk.get(address("line-change", line)).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    desk.post(address("line-change", line), {**sent, "duties": ["a", "d"]})
    page = chair.get(address("programme-detail", programme))
    assert address("programme-settle", programme) in text(page)
    chair.post(
        address("programme-settle", programme),
        {"settled_on": "2021-01-15", "basis": "Keputusan Ketua"},
    )
    programme.refresh_from_db()
    assert (programme.state, programme.lines.get().duties) == ("ditetapkan", ["a", "d"])


def test_what_was_typed_comes_back_with_its_error(world, client_of):
    programme = make.programme(world, "draf")
    answer = client_of(world.siti).post(
        address("line-add", programme),
        {"activity": "Rapat", "budget": "1.23.4", "sub_activity_code": "2.08"},
    )

    assert answer.status_code == 422
    assert "budget" in answer.context["form"].errors
    assert 'value="1.23.4"' in text(answer)


def test_the_matrix_line_of_a_rad_is_written_with_its_yearly_targets(world, client_of):
    rad = make.rad(world, "draf")
    client_of(world.siti).post(
        address("rad-line-add", rad),
        {
            "content": "d",
            "activity": "Fasilitasi PUSPA",
            "lead_opd": str(world.dinsos.pk),
            "supporters": [str(world.dlh.pk)],
            "target_2022": "2 kegiatan",
        },
    )

    line = rad.lines.get(content="d")
    assert line.targets == {"2022": "2 kegiatan"}
    assert (line.lead_opd, list(line.supporters.all())) == (world.dinsos, [world.dlh])


@pytest.mark.slow
def test_a_settled_programme_sends_its_form_pages_back(world, client_of):
    line = make.programme(world).lines.get()
    answer = client_of(world.siti).get(address("line-change", line), follow=True)

    assert answer.redirect_chain[0][0] == address("line-detail", line)
    assert "diubah lewat perubahan" in text(answer)


@pytest.mark.slow
def test_a_draft_is_seen_by_its_writers_alone(world, client_of):
    draft = make.programme(world, "draf")
    for who in ("siti", "joko"):
        assert (
            client_of(getattr(world, who))
            .get(address("programme-detail", draft))
            .status_code
            == 200
        )
    for who in ("wati", "ratih", "prov", "yusuf"):
        client = client_of(getattr(world, who))
        assert client.get(address("programme-detail", draft)).status_code == 404
        assert client.get(address("line-detail", draft.lines.get())).status_code == 404
        listed = client.get(reverse("programme-list") + "?daerah=33.16")
        assert address("programme-detail", draft) not in text(listed)


@pytest.mark.slow
def test_a_perubahan_in_the_making_is_not_told_to_readers(world, client_of):
    programme = make.programme(world)
    make.programme_actions.revise_programme(
        programme=programme, reason="Geser anggaran", by=world.siti
    )
    page = address("programme-detail", Programme.objects.get(version=1))

    assert "Perubahan sedang disusun" in text(client_of(world.siti).get(page))
    assert "Perubahan sedang disusun" not in text(client_of(world.wati).get(page))


@pytest.mark.slow
def test_script_typed_into_a_line_is_shown_as_text(world, client_of):
    rad = make.rad(world, "draf")
    make.rad_line(world, rad, activity=SCRIPT, issue=SCRIPT, note=SCRIPT)
    programme = make.programme(world, "draf")
    line = make.line(world, programme, activity=SCRIPT, aim=SCRIPT, target=SCRIPT)
    visit = make.visit(world, team=SCRIPT, summary=SCRIPT)
    make.finding(world, visit, text=SCRIPT, follow_up=SCRIPT)
    desk = client_of(world.siti)

    for url in (
        address("rad-detail", rad),
        address("programme-detail", programme),
        address("line-detail", line),
        address("line-delete", line),
        address("visit-detail", visit),
    ):
        page = text(desk.get(url))
        assert SCRIPT not in page
        assert "&lt;script&gt;" in page


def test_realisasi_is_told_on_its_page_with_the_revision_that_was_read(
    world, client_of
):
    line = make.programme(world).lines.get()
    url, desk = address("line-report", line), client_of(world.siti)
    sent = {"status": "berjalan", "realisation": "Jalan", "obstacles": ""}

    assert 'name="revision" value="0"' in text(desk.get(url))
    assert desk.post(url, {**sent, "revision": "0"}).status_code == 302
    assert (
        desk.post(url, {**sent, "revision": "0", "realisation": "x"}).status_code == 422
    )
    assert ProgrammeLine.objects.get().record.realisation == "Jalan"


@pytest.mark.slow
def test_an_opd_sees_figures_but_not_the_activities_and_visits_of_others(
    world, client_of
):
    line = make.programme(world).lines.get()
    visit = make.visit(world, line=line, opd=world.dlh)
    page = address("line-detail", line)

    assert address("visit-detail", visit) in text(client_of(world.siti).get(page))
    other = text(client_of(world.ratih).get(page))
    assert address("visit-detail", visit) not in other
    assert "1 kunjungan" in other


@pytest.mark.slow
def test_the_duty_table_reads_any_semester_and_shrugs_at_nonsense(world, client_of):
    desk = client_of(world.siti)
    for asked, shown in (
        ("2020-2", "Semester II 2020"),
        ("x", "Semester I 2021"),
        ("9999-1", "Semester I 2021"),
    ):
        page = desk.get(reverse("duty-table"), {"semester": asked})
        assert page.context["semester"].label == shown


def test_the_menu_marks_the_entry_also_below_rad(world, client_of):
    page = client_of(world.siti).get(reverse("rad-list"))

    current = [entry.label for entry in page.context["nav"] if entry.current]
    assert current == ["Program kerja"]


def test_the_list_of_visits_calls_late_what_the_visit_calls_late(world, client_of):
    make.finding(world, make.visit(world), due_on=dt.date(2021, 6, 10))

    page = client_of(world.siti).get(reverse("visit-list"))

    assert page.context["object_list"][0].late_count == 1
    assert "Terlambat" in text(page)


PAGES = {
    "programme-list": lambda world, n: [make.programme(world, year=2000 + i) for i in range(n)],
    "programme-detail": lambda world, n: [make.programme(world, lines=n)],
    "line-detail": lambda world, n: list(make.programme(world, lines=n).lines.all()),
    "duty-table": lambda world, n: [make.programme(world, lines=n)],
    "rad-list": lambda world, n: [make.rad(world)],
    "rad-detail": lambda world, n: [make.rad(world, lines=n)],
    "driver-list": lambda world, n: _plans(world, n),
    "driver-detail": lambda world, n: _plan_with(world, n),
    "visit-list": lambda world, n: _visits(world, n),
    "visit-detail": lambda world, n: _visit_with(world, n),
}  # fmt: skip


def _plans(world, n):
    make.rad(world)
    opds = [world.bappeda] + [
        make_fp.opd(world.blora, f"Inspektorat {i}", f"Insp {i}", "inspektorat")
        for i in range(n - 1)
    ]
    return [
        make.driver_actions.add_driver_plan(
            region=world.blora, opd=opd, year=2021, by=world.siti
        )
        for opd in opds
    ]


def _plan_with(world, n):
    make.rad(world)
    plan = make.plan(world)
    for _ in range(n):
        make.step(world, plan)
    return [plan]


def _visits(world, n):
    opds = [make_fp.opd(world.blora, f"Dinas {i}", f"Din {i}") for i in range(n)]
    return [make.visit(world, opd=opd) for opd in opds]


def _visit_with(world, n):
    visit = make.visit(world)
    for _ in range(n):
        make.finding(world, visit)
    return [visit]


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_a_page_costs_the_same_for_three_rows_and_for_forty(world, client_of, name):
    prices = []
    for count in (3, 40):
        for model in (Programme, Rad, MonevVisit):
            _forget(model)
        Opd.objects.filter(name__regex=r"\d$").delete()
        things = PAGES[name](world, count)
        by_key = name.endswith("-detail")
        url = reverse(name, args=[things[0].pk] if by_key else [])
        desk = client_of(world.siti)
        desk.get(url)
        with CaptureQueriesContext(connection) as caught:
            assert desk.get(url).status_code == 200
        prices.append(len(caught))
        shapes = [query["sql"].split("WHERE")[0] for query in caught.captured_queries]
        assert max(shapes.count(shape) for shape in shapes) <= 2
    # The frame takes seven; a line shows everything that hangs on it.
    assert prices[0] == prices[1] <= (13 if name == "line-detail" else 12), prices


def _forget(model) -> None:
    from pokja.programme.models import DriverPlan

    DriverPlan.objects.all().delete()
    ProgrammeLine.objects.update(rad_line=None, root=None)
    model.objects.all().delete()
