"""The list on screen: order, switches, target, levels; what is typed badly."""

from __future__ import annotations

import datetime as dt
import html
import re
from decimal import Decimal

import pytest

from prasyarat.next_steps.level_actions import record_level, remove_level
from prasyarat.next_steps.models import AwardLevel
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make

LIST = "/prasyarat/langkah/"
DAY = "2020-10-26"


@pytest.fixture
def ready(clock, world):
    clock(DAY)
    make.instrument()
    return world


def text(response) -> str:
    return " ".join(
        re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split()
    )


def level(world, name="Madya", score="1", **facts) -> AwardLevel:
    given = {"source": "Surat edaran contoh 1/2024", "source_date": dt.date(2020, 1, 2)}
    return record_level(
        instrument=make.instrument(),
        name=name,
        from_score=Decimal(score),
        by=world.admin,
        **{**given, **facts},
    )


def test_the_list_says_points_evidence_effort_and_whom_to_ask(ready, client_of):
    make.answer_at("diajukan", make.item("KEL-1", ready.blora), ready.siti)
    page = client_of(ready.siti).get(LIST)
    said = text(page)
    assert "Nilai internal, bukan nilai APE resmi" in said
    line = next(x for x in page.context["lines"] if x.indicator.code == "KEL-1")
    assert line.effort.label == "Ringan"  # a Pokja decree is not, but it lies there
    assert line.ask == "Bappeda (memverifikasi)"
    assert "Bukti lazim: SK kepala daerah" in said
    assert "perkiraan internal" in said
    assert (
        f"menambah {str(page.context['first_points']).replace('.', ',')} angka" in said
    )


@pytest.mark.slow
def test_three_switches_change_score_and_level_without_a_script(ready, client_of):
    level(ready)
    before = text(client_of(ready.siti).get(LIST))
    page = client_of(ready.siti).get(
        LIST, {"jika": ["KOM-4", "KEL-7", "PSM-1", "X-9", "KOM-4"]}
    )
    assert "Perkiraan jenjang: di bawah jenjang terendah" in before
    said = text(page)
    forecast = page.context["forecast"]
    assert (forecast.count, forecast.before) == (3, 0)
    assert f"{forecast.after}".replace(".", ",") in said
    assert "Perkiraan jenjang: Madya , sekarang di bawah jenjang terendah" in said
    assert "menurut Surat edaran contoh 1/2024, 2 Januari 2020" in said
    assert page.content.decode().count(" checked") == 3


@pytest.mark.slow
def test_the_script_asks_for_the_result_alone_and_gets_the_same_figure(
    ready, client_of
):
    client = client_of(ready.siti)
    asked = {"jika": ["KOM-4", "KEL-7"], "sasaran": "30"}
    whole, part = (
        client.get(LIST, asked),
        client.get(LIST, {**asked, "bagian": "hasil"}),
    )
    assert "<h1>" not in part.content.decode()
    assert part.context["forecast"].after == whole.context["forecast"].after
    assert text(part) in text(whole)


def test_the_way_to_a_target_is_told(ready, client_of):
    page = client_of(ready.siti).get(LIST, {"sasaran": "70"})
    way = page.context["way"]
    assert f"Sampai 70,00: lakukan {len(way.steps)} langkah ini:" in text(page)
    assert way.steps[-1].after >= 70


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["tujuh", "0", "101", "-5"])
def test_a_bad_target_stays_with_a_sentence_beside_it(ready, client_of, typed):
    page = client_of(ready.siti).get(LIST, {"sasaran": typed})
    assert page.status_code == 200
    assert f'value="{typed}"' in page.content.decode()
    assert 'class="galat" id="e_sasaran"' in page.content.decode()


def test_without_levels_the_screen_says_why_and_names_none(ready, client_of):
    said = text(client_of(ready.siti).get(LIST))
    assert "ambang resminya belum dicatat administrator" in said
    assert "Perkiraan jenjang:" not in said


def test_none_is_shipped(ready):
    assert not AwardLevel.objects.exists()


@pytest.mark.slow
def test_a_reader_without_claims_sees_no_draft(ready, client_of):
    make.answer_at("draf", make.item("KEL-1", ready.blora), ready.siti)
    lines = client_of(ready.wati).get(LIST).context["lines"]
    line = next(line for line in lines if line.indicator.code == "KEL-1")
    assert line.step.gap.todo == "penuhi"
    assert "draf" not in line.todo


def test_a_level_needs_a_source_and_is_entered_once(ready):
    level(ready)
    assert Event.objects.filter(verb="award_level.recorded").count() == 1
    for bad, field in (
        ({"source": " "}, "source"),
        ({"name": "madya", "score": "60"}, "name"),
        ({"name": "Utama"}, "from_score"),
        (
            {"name": "Utama", "score": "60", "source_date": dt.date(2021, 1, 1)},
            "source_date",
        ),
        ({"name": "Utama", "score": "101"}, "from_score"),
    ):
        with pytest.raises(Refusal) as refused:
            level(ready, **bad)
        assert refused.value.field == field


def test_a_level_is_removed_once(ready):
    made = level(ready)
    remove_level(level=made, by=ready.admin)
    with pytest.raises(Refusal):
        remove_level(level=made, by=ready.admin)


def test_what_was_typed_for_a_level_stays_when_it_is_refused(ready, client_of):
    facts = {
        "name": "Utama",
        "from_score": "70,5",
        "source": "",
        "source_date": "2020-01-02",
    }
    page = client_of(ready.admin).post("/prasyarat/jenjang/", facts)
    assert page.status_code == 422
    assert 'value="70,5"' in page.content.decode()
    assert not AwardLevel.objects.exists()
    done = client_of(ready.admin).post(
        "/prasyarat/jenjang/", {**facts, "source": "<script>x</script>"}
    )
    assert done.status_code == 302
    shown = client_of(ready.admin).get("/prasyarat/jenjang/").content.decode()
    assert "<script>x" not in shown
    assert "70,50" in shown
