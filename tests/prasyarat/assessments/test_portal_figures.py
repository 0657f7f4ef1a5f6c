"""Indicators the portal answers itself: dated, counted once, replaced only with a reason."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prasyarat import facts
from prasyarat.assessments import figure_jobs
from prasyarat.assessments.actions import open_draft, save_answer
from prasyarat.assessments.figure_actions import count_figures, revert_answer
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.item import Reply
from prasyarat.assessments.models import Answer
from prasyarat.assessments.opd_map import opd_matrix
from prasyarat.assessments.queries import sheets
from prasyarat.facts import Fact
from pug_portal.access.actor import SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make

DAY = dt.date(2020, 12, 31)
LATER = dt.date(2021, 1, 4)


@pytest.fixture(autouse=True)
def day(clock):
    clock("2020-12-31")


@pytest.fixture
def told(world, monkeypatch):
    """The facts of this test alone; a test changes what they say."""
    make.instrument()
    said: dict[str, Fact | None] = {
        facts.FOLLOW_UPS_DONE: Fact("3 dari 4.", Decimal(3), Decimal(4), url="/tl/"),
        facts.SETTLED_MEETINGS: Fact("2 rapat.", Decimal(2)),
    }
    asked = {name: lambda region, on, n=name: said.get(n) for name in facts.NAMES}
    monkeypatch.setattr(facts, "_providers", asked)
    monkeypatch.setattr(facts, "_opd_providers", {})
    return said


def item(sheet, code):
    return next(item for item in sheet.items if item.code == code)


def scores(region, on=DAY, code="KEL-8"):
    pair = sheets(region, on)
    return item(pair.mandiri, code).score, item(pair.terverifikasi, code).score


def override(world, told, **facts_of_reply):
    reply = {"numerator": Decimal(4), "denominator": Decimal(4), **facts_of_reply}
    return save_answer(
        item=make.item("KEL-8", world.blora),
        as_of=DAY,
        reply=Reply(**reply),
        by=world.siti,
    )


def test_a_figure_answers_in_both_scores_from_its_day_on(world, told):
    assert count_figures(region=world.blora, by=SYSTEM) == 2

    assert scores(world.blora) == (Decimal("0.75"), Decimal("0.75"))
    assert scores(world.blora, DAY - dt.timedelta(days=1)) == (0, 0)
    assert sheets(world.blora, DAY).counts()["dihitung_portal"] == 2
    assert sheets(world.blora, DAY).mandiri.filled == 2


def test_counting_again_writes_only_what_changed(world, told, clock):
    count_figures(region=world.blora, by=world.siti)
    assert count_figures(region=world.blora, by=world.siti) == 0
    clock("2021-01-04")
    told[facts.FOLLOW_UPS_DONE] = Fact("4 dari 4.", Decimal(4), Decimal(4))

    assert count_figures(region=world.blora, by=world.siti) == 1

    assert PortalFigure.objects.count() == 3
    assert Event.objects.filter(verb="figures.counted").count() == 2
    # A past day keeps the score it had.
    assert scores(world.blora) == (Decimal("0.75"), Decimal("0.75"))
    assert scores(world.blora, LATER) == (1, 1)


def test_two_counts_of_one_day_leave_one_figure(world, told):
    count_figures(region=world.blora, by=SYSTEM)
    told[facts.FOLLOW_UPS_DONE] = Fact("1 dari 4.", Decimal(1), Decimal(4))
    count_figures(region=world.blora, by=SYSTEM)

    assert scores(world.blora) == (Decimal("0.25"), Decimal("0.25"))
    assert PortalFigure.objects.count() == 2


def test_what_the_portal_no_longer_knows_answers_no_more(world, told, clock):
    count_figures(region=world.blora, by=SYSTEM)
    clock("2021-01-04")
    told[facts.FOLLOW_UPS_DONE] = None

    assert count_figures(region=world.blora, by=SYSTEM) == 1
    assert count_figures(region=world.blora, by=SYSTEM) == 0

    assert scores(world.blora, LATER) == (0, 0)
    assert scores(world.blora) == (Decimal("0.75"), Decimal("0.75"))


def test_a_hint_answers_nothing(world, told):
    told[facts.POKJA_DECREE] = Fact("Daftar SK masih kosong.")
    count_figures(region=world.blora, by=SYSTEM)
    assert sheets(world.blora, DAY).mandiri.filled == 2


def test_without_its_document_a_decree_scores_nothing(world, told):
    told[facts.POKJA_DECREE] = Fact("SK 1 berlaku.", yes=True)
    count_figures(region=world.blora, by=SYSTEM)
    assert scores(world.blora, code="KEL-1") == (0, 0)

    told[facts.POKJA_DECREE] = Fact("SK 1 berlaku.", yes=True, documented=True)
    count_figures(region=world.blora, by=SYSTEM)
    assert scores(world.blora, code="KEL-1") == (1, 1)


def test_a_person_replaces_a_figure_only_with_a_reason(world, told):
    count_figures(region=world.blora, by=SYSTEM)

    with pytest.raises(Refusal) as refused:
        override(world, told)
    assert refused.value.field == "override_reason"

    override(world, told, override_reason="Satu rekomendasi selesai di luar portal.")
    # Until it is verified, what is verified is the portal's figure.
    assert scores(world.blora) == (1, Decimal("0.75"))


def test_a_replaced_figure_comes_back_and_nothing_is_lost(world, told, clock):
    count_figures(region=world.blora, by=SYSTEM)
    answer = override(world, told, override_reason="Di luar portal.")
    clock("2021-01-04")

    revert_answer(answer=answer, by=world.siti)

    assert scores(world.blora, LATER) == (Decimal("0.75"), Decimal("0.75"))
    assert scores(world.blora) == (1, Decimal("0.75"))
    kept = Answer.objects.get()
    assert (kept.override_reason, kept.reverted_on) == ("Di luar portal.", LATER)
    with pytest.raises(Refusal, match="sudah dikembalikan"):
        revert_answer(answer=answer, by=world.siti)


def test_a_draft_of_evidence_alone_leaves_the_figure_standing(world, told):
    count_figures(region=world.blora, by=SYSTEM)
    open_draft(item=make.item("KEL-8", world.blora), by=world.siti)
    assert scores(world.blora) == (Decimal("0.75"), Decimal("0.75"))


def test_strangers_count_nothing_and_hand_nothing_back(world, told):
    count_figures(region=world.blora, by=SYSTEM)
    answer = override(world, told, override_reason="Di luar portal.")
    for name in ("budi", "prov", "wati", "hasan", "yusuf", "admin"):
        with pytest.raises(PermissionDenied):
            count_figures(region=world.blora, by=getattr(world, name))
    for name in ("budi", "prov", "wati", "ratih"):
        with pytest.raises(PermissionDenied):
            revert_answer(answer=answer, by=getattr(world, name))


def test_what_was_never_counted_is_not_handed_back(world, told):
    answer = override(world, told)
    with pytest.raises(Refusal, match="tidak menghitung"):
        revert_answer(answer=answer, by=world.siti)


def test_figures_of_opd_are_asked_once_for_all(world, told):
    asked = []

    def gap(region, on):
        asked.append(region)
        return {
            opd.pk: Fact("1 GAP.", Decimal(1), documented=True)
            for opd in (world.dinkes, world.dlh)
        }

    facts.register_by_opd(facts.GAP_OF_OPD, gap)
    assert count_figures(region=world.blora, by=SYSTEM) == 4

    rows = {row.opd: row.fulfilled for row in opd_matrix(world.blora, DAY).rows}
    assert (rows[world.dinkes], rows[world.dlh], rows[world.dinsos]) == (1, 1, 0)
    assert asked == [world.blora]


def test_the_sheet_asks_the_same_number_of_queries_with_figures(world, told):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            sheets(world.blora, DAY)
        return len(found)

    asked()  # the rules of the instrument are kept from now on
    before = asked()
    count_figures(region=world.blora, by=SYSTEM)
    assert asked() == before


def test_regions_without_a_write_are_not_counted_again(world, told):
    count_figures(region=world.blora, by=SYSTEM)
    before = PortalFigure.objects.first().counted_at
    open_draft(item=make.item("KEL-9", world.blora), by=world.siti)
    figure_jobs.count_where_changed()
    assert PortalFigure.objects.first().counted_at >= before


@pytest.mark.slow
def test_the_page_names_source_day_and_the_way_back(world, told, client_of):
    client = client_of(world.siti)
    done = client.post("/prasyarat/angka-portal/", follow=True)
    assert "2 angka portal diperbarui" in done.content.decode()

    page = client.get("/prasyarat/indikator/KEL-8/").content.decode()
    assert "3 dari 4 rekomendasi" in page.replace(" rekomendasi dari", " dari")
    assert "per 31 Desember 2020" in page
    assert 'href="/tl/"' in page
    assert "Alasan mengganti angka portal" in page

    refused = client.post(
        "/prasyarat/indikator/KEL-8/",
        {"numerator": "4", "denominator": "4", "as_of": "2020-12-31"},
    )
    assert refused.status_code == 422
    assert "Tulis alasan angkanya diganti" in refused.content.decode()
    assert 'value="4"' in refused.content.decode()

    client.post(
        "/prasyarat/indikator/KEL-8/",
        {
            "numerator": "4",
            "denominator": "4",
            "as_of": "2020-12-31",
            "override_reason": "<b>luar</b>",
        },
    )
    page = client.get("/prasyarat/indikator/KEL-8/").content.decode()
    assert "&lt;b&gt;luar&lt;/b&gt;" in page
    assert "Pakai angka portal lagi" in page

    answer = Answer.objects.get()
    client.post(f"/prasyarat/jawaban/{answer.pk}/angka-portal/")
    page = client.get("/prasyarat/indikator/KEL-8/").content.decode()
    assert "Pakai angka portal lagi" not in page
    assert "dikembalikan ke angka portal" in page
