"""What to lay ready for the field verification."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.opd.models import Opd
from prasyarat.assessments.duty_actions import assign_duties
from prasyarat.assessments.evidence_actions import add_upload
from prasyarat.evaluation.actions import set_check
from prasyarat.evaluation.field import FieldLine, field_html, field_list, field_pdf
from prasyarat.evaluation.models import FieldCheck
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import evaluation as make_evaluation
from tests.make import focal_points as make_fp
from tests.make import instruments as make_instruments
from tests.make import prasyarat as make

DAY = dt.date(2020, 10, 26)


@pytest.fixture
def ready(clock, world):
    clock(DAY.isoformat())
    make.instrument()
    return world


@pytest.fixture
def period(ready):
    return make_evaluation.period(ready.blora, ready.siti)


def line(period, actor, code) -> FieldLine:
    lines = field_list(period, actor).lines
    return next(each for each in lines if each.indicator.code == code)


@pytest.mark.slow
def test_each_item_says_what_where_who_and_what_is_open(ready, period, client_of):
    item = make.item("KEL-1", ready.blora)
    assert line(period, ready.siti, "KEL-1").open == ("belum dijawab",)
    piece = add_upload(item=item, upload=make.pdf(), by=ready.siti)
    piece.file.pages = 40
    piece.file.save(update_fields=["pages"])
    assign_duties(
        region=ready.blora,
        indicators=[item.indicator],
        opd=ready.dinsos,
        since=DAY,
        due_on=DAY,
        by=ready.siti,
    )
    make.answer_at("draf", item, ready.siti)
    told = line(period, ready.siti, "KEL-1")
    assert (told.who, told.open) == (
        "Dinsos P3A",
        ("sebutkan halaman yang ditunjukkan",),
    )
    piece.page = "hal. 12"
    piece.save(update_fields=["page"])
    told = line(period, ready.siti, "KEL-1")
    assert told.open == ()
    assert [place.page for place in told.shown] == [12]
    page = client_of(ready.siti).get(reverse("evaluation-field", args=[period.pk]))
    assert "?hal=12" in page.content.decode()
    # What the desk drafts is not for those who read what is settled.
    assert line(period, ready.wati, "KEL-1").shown == ()
    assert line(period, ready.siti, "KEL-4").open[-1].endswith("OPD belum lengkap")


@pytest.mark.slow
def test_a_tick_is_kept_once_and_told_in_the_trail(ready, period, client_of):
    url = reverse("evaluation-field-check", args=[period.pk, "KEL-1"])
    client = client_of(ready.siti)
    for _ in range(2):
        assert client.post(url, {"siap": "1"})["Location"].endswith("#b-KEL-1")
    assert FieldCheck.objects.get().checked_by == ready.siti.user
    assert line(period, ready.joko, "KEL-1").is_ready
    for _ in range(2):
        client.post(url, {"siap": "0"})
    assert not FieldCheck.objects.exists()
    verbs = Event.objects.filter(verb__startswith="field_check.")
    assert sorted(verbs.values_list("verb", flat=True)) == [
        "field_check.cleared",
        "field_check.set",
    ]
    strange = reverse("evaluation-field-check", args=[period.pk, "XYZ-9"])
    assert client.post(strange, {"siap": "1"}).status_code == 404


def test_an_item_of_another_instrument_is_not_ticked(ready, period):
    other = make_instruments.alone()
    indicator = other.prerequisites.first().indicators.select_related("prerequisite")[0]
    with pytest.raises(Refusal, match="bukan dari instrumen"):
        set_check(period=period, indicator=indicator, is_ready=True, by=ready.siti)


def test_print_holds_the_ticks_and_escapes_what_was_typed(ready, period):
    item = make.item("KEL-1", ready.blora)
    make.evidence(item, ready.siti, page="<i>hal. 3</i>")
    set_check(period=period, indicator=item.indicator, is_ready=True, by=ready.siti)
    html = field_html(field_list(period, ready.siti))
    assert html.count('class="kotak">X<') == 1
    assert "&lt;i&gt;hal. 3" in html
    assert "1 dari 63 indikator siap" in html
    # Where it lies: its folder of the pack, as the pack names it.
    assert html.count("folder 03.01 dalam paket") == 1


@pytest.mark.slow
def test_it_prints(ready, period):
    assert field_pdf(field_list(period, ready.siti)).startswith(b"%PDF")


@pytest.mark.slow
def test_the_page_asks_as_much_for_many_opd_as_for_few(ready, period, client_of):
    client = client_of(ready.siti)
    url = reverse("evaluation-field", args=[period.pk])

    def asked() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    make.evidence(make.item("KEL-1", ready.blora), ready.siti)
    few = asked()
    for number in range(36):
        opd: Opd = make_fp.opd(ready.blora, f"Dinas {number}", f"Dinas {number}")
        if number < 12:
            make.answer_at("draf", make.item("KEL-4", ready.blora, opd), ready.siti)
    assert asked() == few <= 12
