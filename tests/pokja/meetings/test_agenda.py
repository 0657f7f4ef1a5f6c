"""Hours follow from the start; open recommendations stand once; templates lie in one click."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pokja.letters.kit import kit_of
from pokja.meetings import agenda_actions
from pokja.meetings.agenda import Agenda, agenda_of
from pokja.meetings.agenda_templates import choices_for, shipped
from pokja.meetings.carry_over import Carried
from pokja.meetings.choices import Kind
from pokja.meetings.content import freeze
from pokja.meetings.models import AgendaItem, AgendaTemplate, Meeting
from pokja.meetings.rows import AgendaRow
from pug_portal.access.refusal import Refusal
from pug_portal.regions.models import Region
from tests.make import meetings as make

NINE = dt.datetime(2020, 10, 26, 2, tzinfo=dt.UTC)


def meeting(hours: int = 3) -> Meeting:
    end = NINE + dt.timedelta(hours=hours)
    return Meeting(region=Region(zone="WIB"), starts_at=NINE, ends_at=end)


def item(text: str, minutes: int | None = None, time: str = "", **other) -> AgendaItem:
    return AgendaItem(text=text, minutes=minutes, time=time, **other)


def carried(*pks: int) -> SimpleNamespace:
    return SimpleNamespace(
        items=[Carried(pk, f"{pk}/2020", f"Rek {pk}", "BPS", 1, 7) for pk in pks]
    )


def test_hours_follow_from_the_start_and_a_typed_hour_restarts_them():
    rows = [
        item("Pembukaan", 15),
        item("Paparan", 45),
        item("Makan siang", 60, "13.00"),
        item("Doa", 10),
        item("Bebas"),
        item("Sesudahnya", 5),
    ]

    found = Agenda(meeting(), rows)

    assert [slot.time for slot in found.slots] == [
        "09.00–09.15",
        "09.15–10.00",
        "13.00–14.00",
        "14.00–14.10",
        "",
        "",
    ]
    assert (found.total, found.beyond) == (135, 0)
    assert Agenda(meeting(hours=2), rows).beyond == 15


def test_an_item_of_the_committee_takes_time_but_no_paper():
    rows = [item("Rapat panitia", 30, is_internal=True), item("Pembukaan", 10)]

    found = Agenda(meeting(), rows)

    assert [(slot.time, slot.text) for slot in found.printed] == [
        ("09.30–09.40", "Pembukaan")
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    open_ones=st.sets(st.integers(1, 8)),
    placed=st.sets(st.integers(1, 8)).map(list),
    holder=st.none() | st.integers(0, 8),
)
def test_each_open_recommendation_stands_exactly_once_and_a_closed_one_never(
    open_ones, placed, holder
):
    rows = [item("x", 5, recommendation_id=pk) for pk in placed]
    if holder is not None:
        rows.insert(min(holder, len(rows)), item("Tindak lanjut", holds_carried=True))

    found = Agenda(meeting(), rows, carried(*sorted(open_ones)))

    shown = [row.pk for slot in found.slots for row in slot.carried]
    shown += [row.pk for row in found.left]
    assert sorted(shown) == sorted(open_ones)
    assert len(found.slots) == len(open_ones & set(placed)) + (holder is not None)


def test_every_kind_of_meeting_has_a_shipped_agenda():
    assert set(shipped()) == set(Kind.values)
    assert all(sum(row.minutes or 0 for row in rows) for rows in shipped().values())


@pytest.fixture
def planned(world):
    make.follow_up_of(world)
    return make.meeting_at("rencana", world, held=dt.date(2020, 12, 7))


@pytest.mark.slow
@pytest.mark.django_db
def test_one_click_lays_a_template_and_the_sheets_show_the_hours(
    world, planned, client_of
):
    client = client_of(world.siti)
    page = client.get(f"/rapat/{planned.pk}/agenda/")
    assert "Bawaan: Rapat koordinasi" in page.content.decode()

    client.post(
        f"/rapat/{planned.pk}/agenda/templat/", {"template": "bawaan-rapat_koordinasi"}
    )

    slots = agenda_of(planned).slots
    assert [slot.time for slot in slots][:3] == [
        "09.00–09.15",
        "09.15–09.25",
        "09.25–09.35",
    ]
    [held] = [slot for slot in slots if slot.below]
    assert [row.number for row in held.below] == ["1/2020"]
    assert agenda_of(planned).left == []
    kit = kit_of(planned)
    assert kit.agenda[0].time == "09.00–09.15"
    assert kit.agenda[4].carried[0].startswith("1/2020: Menyusun profil gender")
    frozen = freeze(planned)
    assert frozen["agenda"][4]["carried"][0].startswith("1/2020")
    assert frozen["carried"] == []

    with pytest.raises(Refusal, match="sudah mempunyai 9 baris"):
        agenda_actions.lay_template(
            meeting=planned, rows=shipped()["audiensi"], replace=False, by=world.siti
        )


@pytest.mark.slow
@pytest.mark.django_db
def test_a_recommendation_gets_a_place_of_its_own_on_the_page(
    world, planned, client_of
):
    [open_one] = agenda_of(planned).left
    agenda_actions.set_agenda(
        meeting=planned, rows=[AgendaRow("A", minutes=10)], by=world.siti
    )
    client = client_of(world.siti)
    page = client.get(f"/rapat/{planned.pk}/agenda/").content.decode()
    assert open_one.text in page

    sent = {
        "baris-TOTAL_FORMS": "2",
        "baris-INITIAL_FORMS": "2",
        "baris-0-text": "A",
        "baris-0-minutes": "10",
        "baris-0-order": "2",
        "baris-1-recommendation": str(open_one.pk),
        "baris-1-text": "tidak dipakai",
        "baris-1-order": "1",
        "baris-1-minutes": "20",
    }
    assert client.post(f"/rapat/{planned.pk}/agenda/", sent).status_code == 302

    found = agenda_of(planned)
    assert [(slot.time, slot.text[:20]) for slot in found.slots] == [
        ("09.00–09.20", "Rekomendasi 1/2020: "),
        ("09.20–09.30", "A"),
    ]
    assert found.left == []
    with pytest.raises(Refusal, match="sudah selesai atau tercatat dua kali"):
        agenda_actions.set_agenda(
            meeting=planned,
            rows=[AgendaRow("x", recommendation=open_one.pk)] * 2,
            by=world.siti,
        )


@pytest.mark.slow
@pytest.mark.django_db
def test_a_region_keeps_its_own_templates(world, planned, client_of):
    agenda_actions.set_agenda(
        meeting=planned,
        rows=[
            AgendaRow("Laporan", "09.30", minutes=20),
            AgendaRow("", holds_carried=True),
        ],
        by=world.siti,
    )

    made = agenda_actions.keep_as_template(
        meeting=planned, name="Rapat triwulan", by=world.siti
    )

    [first, second] = made.items.all()
    assert (first.text, first.minutes) == ("Laporan", 20)
    assert second.text == agenda_actions.CARRIED_TEXT
    assert choices_for(world.blora, planned.kind)[0].label == "Rapat triwulan"
    with pytest.raises(Refusal, match="nama itu sudah ada"):
        agenda_actions.keep_as_template(
            meeting=planned, name="Rapat triwulan", by=world.joko
        )
    client = client_of(world.siti)
    address = f"/rapat/susunan-acara/{made.pk}/ubah/"
    rows = {"baris-TOTAL_FORMS": "1", "baris-INITIAL_FORMS": "0"}
    bad = client.post(address, {**rows, "name": "", "baris-0-minutes": "banyak"})
    assert bad.status_code == 422
    good = {**rows, "name": "Triwulan <b>", "baris-0-text": "Doa"}
    assert client.post(address, good).status_code == 302
    html = client.get("/rapat/susunan-acara/").content.decode()
    assert "Triwulan &lt;b&gt;" in html
    client.post(f"/rapat/susunan-acara/{made.pk}/hapus/")
    assert not AgendaTemplate.objects.exists()


@pytest.mark.django_db
def test_material_of_another_meeting_and_two_places_are_refused(world, planned):
    for rows, why in [
        ([AgendaRow("A", material=999)], "berkas rapat ini"),
        ([AgendaRow("A", holds_carried=True)] * 2, "Hanya satu baris"),
        ([AgendaRow("A", minutes=2000)], "Baris 1: isi lama"),
    ]:
        with pytest.raises(Refusal, match=why):
            agenda_actions.set_agenda(meeting=planned, rows=rows, by=world.siti)
