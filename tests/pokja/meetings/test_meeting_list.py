"""The list: which rows each visitor sees, and at what price."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pokja.meetings.models import Meeting, Recommendation
from tests.make import meetings as make

LIST = reverse("meeting-list")


@pytest.fixture(autouse=True)
def in_november(clock):
    clock("2020-11-02")


def titles(client) -> set[str]:
    page = client.get(LIST)
    return {m.title for m in page.context["coming"] + page.context["held"]}


@pytest.mark.slow
def test_the_desk_sees_all_and_others_what_is_theirs_to_see(world, client_of):
    make.meeting_at("disahkan", world, title="Sudah sah")
    make.meeting_at("koreksi", world, title="Masih draf")

    everything = {"Sudah sah", "Masih draf"}
    seen = {who: titles(client_of(a)) for who, a in world.everyone().items() if who not in {"admin", "baru"}}  # fmt: skip

    for who in ("siti", "joko", "ratih", "dewi", "hasan"):
        assert seen[who] == everything, who
    for who in ("wati", "yusuf", "prov"):
        assert seen[who] == {"Sudah sah"}, who
    assert seen["budi"] == set()


def test_draft_figures_are_not_in_the_list_of_an_opd(world, client_of):
    make.meeting_at("koreksi", world)

    assert "9 <span" in client_of(world.siti).get(LIST).content.decode()
    assert "9 <span" not in client_of(world.ratih).get(LIST).content.decode()


@pytest.mark.slow
def test_coming_meetings_stand_apart_from_those_held(world, client_of):
    make.meeting_at("disahkan", world)
    make.meeting_at(
        "diundang",
        world,
        title="Rapat evaluasi",
        held=dt.date(2020, 11, 20),
        is_past_entry=False,
    )

    page = client_of(world.siti).get(LIST)

    assert [m.title for m in page.context["coming"]] == ["Rapat evaluasi"]
    assert len(page.context["held"]) == 1


@pytest.mark.slow
def test_the_filter_finds_by_state_and_word(world, client_of):
    make.meeting_at("disahkan", world)
    make.meeting_at("ditunda", world, title="Bimtek PPRG")
    siti = client_of(world.siti)

    assert "Bimtek PPRG" in siti.get(LIST, {"status": "ditunda"}).content.decode()
    assert "Bimtek PPRG" in siti.get(LIST, {"q": "bimtek"}).content.decode()
    empty = siti.get(LIST, {"status": "entah", "q": "tidak ada"}).content.decode()
    assert "Tidak ada rapat yang cocok" in empty


def test_an_empty_list_says_what_to_do(world, client_of):
    assert "Belum ada rapat" in client_of(world.siti).get(LIST).content.decode()
    assert "Rapat baru" not in client_of(world.wati).get(LIST).content.decode()


def queries_of(client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def copy(meeting: Meeting, numbers: range) -> None:
    """Rows for counting queries only."""
    row = meeting.recommendations.get()
    for number in numbers:
        twin = Meeting.objects.get(pk=meeting.pk)
        twin.pk, twin.title = None, f"Rapat {number}"
        twin.save()
        follow_up = Recommendation.objects.get(pk=row.pk)
        follow_up.pk, follow_up.meeting, follow_up.number = None, twin, number
        follow_up.save()


@pytest.mark.slow
@pytest.mark.parametrize("who", ["siti", "ratih", "prov"])
@pytest.mark.parametrize("name", ["meeting-list", "follow-up-list"])
def test_lists_ask_as_often_at_forty_rows_as_at_three(world, client_of, name, who):
    meeting = make.meeting_at("disahkan", world)
    copy(meeting, range(2, 4))
    client = client_of(getattr(world, who))
    few = queries_of(client, reverse(name))

    copy(meeting, range(4, 41))
    many = queries_of(client, reverse(name))

    assert many == few <= 12
