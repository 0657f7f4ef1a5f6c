"""Lines of the plan from the steps of one OPD: whose they are, and what closes them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from focal_points.opd.models import Opd
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.opd_plan import outlooks_for
from prasyarat.next_steps.plan import Plan, actions_of, plan_of
from prasyarat.next_steps.plan_actions import add_action
from prasyarat.next_steps.printing import plan_html
from prasyarat.next_steps.reading import outlook
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)
PLAN = "/prasyarat/langkah/rencana/"
STEP = "Menetapkan SK Focal Point"


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


def planned(world, **facts) -> GapAction:
    given = {
        "region": world.blora,
        "indicator": make.item("KEL-4", world.blora, world.dinkes).indicator,
        "of_opd": world.dinkes,
        "step": STEP,
        "opd": world.dinkes,
        "owner": "",
        "due_on": DAY + dt.timedelta(days=20),
        "programme_line": "2.08.02.2.01 Pelembagaan PUG",
        "by": world.siti,
    }
    return add_action(**{**given, **facts})


def plan(world, by=None) -> Plan:
    seen = outlook(world.blora, DAY, make.instrument(), with_claims=True)
    rows = actions_of(world.blora)
    return plan_of(seen, rows, outlooks_for(seen, rows, by or world.siti))


def test_it_closes_by_itself_once_the_opds_own_answer_is_verified(ready):
    made = planned(ready)
    assert [made.owner_name, str(made)] == [
        "Focal point Dinkes",
        "rencana aksi KEL-4 Dinkes",
    ]
    # Another OPD's answer to the same indicator closes nothing.
    other = make.item("KEL-4", ready.blora, ready.dlh)
    make.answer_at("terverifikasi", other, ready.dewi, judge=ready.joko)
    before = plan(ready)
    assert [line.badge[1] for line in before.lines] == ["Dikerjakan"]
    assert before.after == before.total
    answer = make.answer_at(
        "diajukan", make.item("KEL-4", ready.blora, ready.dinkes), ready.ratih
    )
    assert plan(ready).lines[0].badge[1] == "Menunggu verifikasi"
    make.verify_answer(answer=answer, by=ready.siti)
    done = plan(ready).lines[0]
    assert (done.badge[1], done.closed_on) == ("Tertutup", DAY)


def test_a_draft_of_the_opd_is_not_told_by_the_plan(ready):
    planned(ready)
    make.answer_at("draf", make.item("KEL-4", ready.blora, ready.dinkes), ready.ratih)
    rows = actions_of(ready.blora)
    seen = outlook(ready.blora, DAY, make.instrument(), with_claims=True)
    assert not outlooks_for(seen, rows, ready.siti)[ready.dinkes.pk].answers
    assert outlooks_for(seen, rows, ready.ratih)[ready.dinkes.pk].answers


def test_the_same_step_may_stand_for_each_opd_once(ready):
    planned(ready)
    planned(ready, of_opd=ready.dinsos, opd=None, owner="Dewi Lestari")
    with pytest.raises(Refusal, match="sudah ada di rencana"):
        planned(ready)
    told = Event.objects.filter(verb="gap_action.added").order_by("pk")
    assert [event.changes["milik"][1] for event in told] == ["Dinkes", "Dinsos P3A"]
    printed = plan_html(plan(ready))
    for words in ("KEL-4<br>Dinkes", "Focal point Dinkes", "Dewi Lestari"):
        assert words in printed
    assert "tidak menambah nilai daerah" in printed


def test_strangers_other_regions_and_indicators_of_the_region_are_refused(ready):
    with pytest.raises(Refusal, match="bukan indikator OPD"):
        planned(ready, indicator=make.item("KEL-1", ready.blora).indicator)
    with pytest.raises(Refusal, match="bukan milik daerah"):
        planned(ready, of_opd=ready.dinkes_rembang)
    for stranger in (ready.ratih, ready.prov, ready.budi):
        with pytest.raises(PermissionDenied):
            planned(ready, by=stranger)


@pytest.mark.slow
def test_the_opd_reads_its_own_lines_and_not_those_of_another(ready, client_of):
    planned(ready)
    own = f"/prasyarat/langkah/opd/{ready.dinkes.pk}/"
    for url in (own, PLAN):
        page = client_of(ready.ratih).get(url).content.decode()
        assert STEP in page
        assert "Masukkan ke rencana" not in page
    assert STEP not in client_of(ready.dewi).get(PLAN).content.decode()


@pytest.mark.slow
def test_the_desk_adds_it_from_the_step_and_a_bad_day_is_told(ready, client_of):
    client = client_of(ready.siti)
    listed = client.get(f"/prasyarat/langkah/opd/{ready.dinkes.pk}/").content.decode()
    url = f"{PLAN}tambah/opd/{ready.dinkes.pk}/KEL-4/"
    assert url in listed
    form = client.get(url).content.decode()
    assert "Memenuhi KEL-4" in form
    assert f'value="{ready.dinkes.pk}" selected' in form
    assert ready.ratih.user.get_full_name() in form
    words = {"step": STEP, "opd": ready.dinkes.pk, "owner": "", "programme_line": ""}
    bad = client.post(url, {**words, "due_on": "besok"})
    assert bad.status_code == 422
    assert STEP in bad.content.decode()
    assert client.post(url, {**words, "due_on": "2020-12-01"}).status_code == 302
    assert GapAction.objects.get().of_opd == ready.dinkes
    wrong = f"{PLAN}tambah/opd/{ready.dinkes.pk}/KEL-1/"
    assert client.get(wrong).status_code == 404


@pytest.mark.slow
def test_as_many_questions_for_the_lines_of_one_opd_as_of_all(ready, client_of):
    made = planned(ready)
    client = client_of(ready.siti)
    client.get(PLAN)
    few = questions(client)
    facts = {"indicator": made.indicator, "due_on": made.due_on, "owner": "Seseorang"}
    GapAction.objects.bulk_create(
        GapAction(region=ready.blora, step=f"Langkah {n}", of_opd=opd, **facts)
        for opd in Opd.objects.filter(region=ready.blora)
        for n in range(5)
    )
    assert questions(client) == few <= 12


def questions(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(PLAN)
    return len(asked)
