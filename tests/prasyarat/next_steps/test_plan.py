"""The action plan: its lines, the gap that closes by itself, the annex."""

from __future__ import annotations

import datetime as dt
import html

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prasyarat.assessments.actions import submit_answer
from prasyarat.assessments.judge_actions import reopen_answer, verify_answer
from prasyarat.next_steps import programme
from prasyarat.next_steps.models import GapAction
from prasyarat.next_steps.plan import actions_of, plan_of
from prasyarat.next_steps.plan_actions import add_action, change_action, remove_action
from prasyarat.next_steps.plan_forms import ActionForm
from prasyarat.next_steps.printing import plan_html
from prasyarat.next_steps.reading import outlook
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make
from tests.make import programme as make_programme

DAY = dt.date(2020, 10, 26)
PLAN = "/prasyarat/langkah/rencana/"


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


def planned(world, code="KEL-1", **facts) -> GapAction:
    given = {
        "step": f"Memenuhi {code}",
        "opd": world.dinsos,
        "owner": "",
        "due_on": DAY + dt.timedelta(days=20),
        "programme_line": "2.08.02.2.01 Pelembagaan PUG",
        "by": world.siti,
    }
    item = make.item(code, world.blora)
    return add_action(
        region=world.blora, indicator=item.indicator, **{**given, **facts}
    )


def plan(world, on=DAY):
    seen = outlook(world.blora, on, make.instrument(), with_claims=True)
    return plan_of(seen, actions_of(world.blora))


def status(world, on=DAY) -> list[str]:
    return [line.badge[1] for line in plan(world, on).lines]


@pytest.mark.slow
def test_a_gap_closes_by_itself_once_its_answer_is_verified(ready, clock):
    planned(ready)
    assert status(ready) == ["Dikerjakan"]
    answer = make.answer_at("diajukan", make.item("KEL-1", ready.blora), ready.siti)
    assert status(ready) == ["Menunggu verifikasi"]
    verify_answer(answer=answer, by=ready.joko)
    done = plan(ready)
    assert [(line.badge[1], line.closed_on) for line in done.lines] == [
        ("Tertutup", DAY)
    ]
    assert (done.closed, done.after) == (1, done.total)
    reopen_answer(answer=answer, reason="Salah SK.", by=ready.joko)
    assert status(ready) == ["Dikerjakan"]


@pytest.mark.slow
def test_half_an_answer_closes_nothing_and_a_late_step_says_so(ready):
    planned(ready)
    make.answer_at(
        "terverifikasi",
        make.item("KEL-1", ready.blora),
        ready.siti,
        judge=ready.joko,
        choice="proses",
    )
    assert status(ready) == ["Dikerjakan"]
    assert status(ready, DAY + dt.timedelta(days=23)) == ["Terlambat 3 hari"]


@pytest.mark.slow
def test_evidence_that_expires_opens_the_gap_again(ready):
    planned(ready)
    item = make.item("KEL-1", ready.blora)
    make.answer_at("draf", item, ready.siti, documented=False)
    make.evidence(
        item, ready.siti, document_date=DAY, valid_until=DAY + dt.timedelta(days=5)
    )
    answer = submit_answer(answer=item.indicator.answers.get(), by=ready.siti)
    verify_answer(answer=answer, by=ready.joko)
    assert status(ready) == ["Tertutup"]
    assert status(ready, DAY + dt.timedelta(days=6)) == ["Dikerjakan"]


def test_the_plan_tells_the_rise_of_all_its_open_steps(ready):
    planned(ready)
    planned(ready, "KEL-2", opd=None, owner="Bagian Organisasi Setda")
    seen = outlook(ready.blora, DAY, make.instrument(), with_claims=True)
    assert plan(ready).after == seen.if_done(["KEL-1", "KEL-2"])


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"step": " "}, "step"),
        ({"opd": None}, "opd"),
        ({"owner": "Setda"}, "opd"),
        ({"due_on": DAY - dt.timedelta(days=1)}, "due_on"),
    ],
)
def test_a_step_without_owner_or_time_is_refused_beside_its_field(ready, bad, field):
    with pytest.raises(Refusal) as refused:
        planned(ready, **bad)
    assert refused.value.field == field


def test_a_double_click_makes_one_line(ready):
    planned(ready)
    with pytest.raises(Refusal):
        planned(ready)
    assert Event.objects.filter(verb="gap_action.added").count() == 1


def test_an_office_of_another_region_and_a_stranger_are_refused(ready):
    with pytest.raises(Refusal):
        planned(ready, opd=ready.dinkes_rembang)
    for stranger in (ready.budi, ready.prov, ready.ratih, ready.wati):
        with pytest.raises(PermissionDenied):
            planned(ready, by=stranger)


def test_two_people_at_once_and_nothing_is_lost(ready):
    made = planned(ready)
    facts = {k: getattr(made, k) for k in ("opd", "owner", "due_on", "programme_line")}
    change_action(action=made, step="Yang pertama", by=ready.siti, seen=0, **facts)
    with pytest.raises(Refusal, match="baru saja diubah"):
        change_action(action=made, step="Yang kedua", by=ready.joko, seen=0, **facts)
    assert GapAction.objects.get().step == "Yang pertama"
    remove_action(action=made, by=ready.joko)
    with pytest.raises(Refusal, match="sudah dihapus"):
        change_action(action=made, step="Yang kedua", by=ready.joko, seen=1, **facts)
    assert Event.objects.filter(verb="gap_action.removed").count() == 1


@pytest.mark.slow
def test_the_form_begins_with_the_step_and_offers_the_programme(ready, client_of):
    client = client_of(ready.siti)
    url = f"{PLAN}tambah/KEL-1/"
    page = html.unescape(client.get(url).content.decode())
    assert "Memenuhi KEL-1: SK Pokja PUG" in page
    assert 'value="DPPPA"' in page
    bad = client.post(url, {"step": "<b>Susun</b>", "owner": "", "due_on": "besok"})
    assert bad.status_code == 422
    assert "&lt;b&gt;Susun&lt;/b&gt;" in bad.content.decode()
    assert "Tanggal tidak terbaca" in bad.content.decode()
    good = {"step": "<b>Susun</b>", "opd": ready.dinsos.pk, "due_on": "2020-12-01"}
    assert client.post(url, good).status_code == 302
    shown = client.get(PLAN).content.decode()
    assert "&lt;b&gt;Susun" in shown
    assert "Dinsos P3A" in shown


def test_lines_of_the_programme_in_force_are_offered_by_the_app_above(ready, clock):
    clock("2021-02-01")
    make_programme.programme(ready)
    offered = programme.lines_offered(ready.blora)
    assert offered
    assert all(line.startswith("2021: ") for line in offered)
    assert programme.lines_offered(ready.rembang) == ()


def test_the_annex_says_what_the_screen_says(ready):
    planned(ready)
    printed = plan_html(plan(ready))
    for word in (
        "LAMPIRAN",
        "Kabupaten Blora",
        "Memenuhi KEL-1",
        "Dinsos P3A",
        "15 November 2020",
        "2.08.02.2.01",
        "bukan nilai APE resmi",
    ):
        assert word in printed


@pytest.mark.slow
def test_the_annex_is_a_pdf(ready, client_of):
    planned(ready)
    answer = client_of(ready.siti).get(f"{PLAN}lampiran.pdf")
    assert answer.content.startswith(b"%PDF")
    assert "rencana-aksi-pug-blora-2020-10-26.pdf" in answer["Content-Disposition"]


@pytest.mark.slow
def test_as_many_questions_for_three_lines_as_for_forty(ready, client_of):
    made = planned(ready)
    client = client_of(ready.siti)
    client.get(PLAN)
    few = questions(client)
    facts = {"indicator": made.indicator, "opd": ready.dinsos, "due_on": made.due_on}
    GapAction.objects.bulk_create(
        GapAction(region=ready.blora, step=f"Langkah {number}", **facts)
        for number in range(40)
    )
    assert questions(client) == few <= 12


def questions(client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(PLAN)
    return len(asked)


def test_an_office_that_is_chosen_takes_the_place_of_the_name_offered(world):
    def owner(**words):
        form = ActionForm(
            {"step": "Tetapkan", "due_on": "2027-01-05", **words},
            initial={"owner": "Sekretariat"},
            region=world.blora,
            lines=(),
        )
        assert form.is_valid(), form.errors
        return form.facts()["owner"]

    assert owner(opd=world.dinsos.pk, owner="Sekretariat") == ""
    assert owner(opd="", owner="Sekretariat") == "Sekretariat"
    # What somebody wrote beside it is asked about, not dropped.
    assert owner(opd=world.dinsos.pk, owner="Forum PUSPA") == "Forum PUSPA"
