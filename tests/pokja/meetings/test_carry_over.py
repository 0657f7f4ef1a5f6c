"""Open recommendations come back in the next agenda, each exactly once."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pokja.meetings.carry_over import CarriedOver
from pokja.meetings.content import freeze
from pokja.meetings.models import Meeting, Recommendation
from tests.make import meetings as make

pytestmark = pytest.mark.django_db

FIRST = dt.date(2020, 1, 6)


@pytest.mark.slow
def test_a_planned_meeting_is_handed_the_last_minutes_and_what_is_open(world):
    row = make.follow_up_of(world)
    planned = make.meeting_at("rencana", world, held=dt.date(2020, 12, 7))

    carried = CarriedOver(planned)

    assert carried.approval["pk"] == row.meeting_id
    assert [item.pk for item in carried.items] == [row.pk]
    assert carried.items[0].age == "umur 1 rapat, 42 hari"
    assert freeze(planned)["carried"] == [carried.items[0].told]


@pytest.mark.slow
def test_the_agenda_links_the_pdf_of_the_last_minutes(world, client_of):
    row = make.follow_up_of(world)
    planned = make.meeting_at("rencana", world, held=dt.date(2020, 12, 7))

    html = client_of(world.siti).get(f"/rapat/{planned.pk}/").content.decode()

    assert f'href="/rapat/{row.meeting_id}/notulen.pdf"' in html
    assert "Persetujuan notulen rapat lalu" in html
    assert "umur 1 rapat, 42 hari" in html


@pytest.mark.slow
def test_settled_minutes_tell_what_was_open_on_their_day(world, client_of):
    row = make.follow_up_of(world)
    later = make.meeting_at("disahkan", world, held=dt.date(2020, 12, 7))
    row.refresh_from_db()
    Recommendation.objects.filter(pk=row.pk).update(text="Diubah sesudahnya")

    html = client_of(world.siti).get(f"/rapat/{later.pk}/").content.decode()

    assert f"{row.text} (Dinkes; umur 1 rapat, 42 hari)" in html
    assert f'href="/rapat/{row.meeting_id}/notulen.pdf"' in html
    assert "Diubah sesudahnya" not in html


@pytest.mark.slow
def test_an_earlier_meeting_entered_later_does_not_change_settled_minutes(
    world, client_of
):
    first = make.follow_up_of(world).meeting
    later = make.meeting_at("disahkan", world, held=dt.date(2020, 12, 7))
    between = make.meeting_at(
        "disahkan", world, title="Rapat susulan", held=dt.date(2020, 11, 9)
    )

    html = client_of(world.siti).get(f"/rapat/{later.pk}/").content.decode()

    assert f"{first.title}, 26 Oktober 2020" in html
    assert "Rapat susulan" not in html
    # Neither is a link offered to minutes nobody approved there.
    assert f"/rapat/{between.pk}/notulen.pdf" not in html


FATES = ("open", "proses", "batal", "done before", "done on the day", "draft")
rows = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(FATES)), min_size=1, max_size=12
)


@pytest.mark.slow
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=rows, place=st.integers(0, 9))
def test_every_open_one_exactly_once_and_closed_ones_never(world, rows, place):
    Recommendation.objects.all().delete()
    Meeting.objects.all().delete()
    day = FIRST + dt.timedelta(weeks=place)
    mine = make.meeting_at("rencana", world, title="Rapat ini", held=day)
    earlier, wanted = {}, []
    for number, (week, fate) in enumerate(rows, start=1):
        if (week, fate == "draft") not in earlier:
            earlier[week, fate == "draft"] = _meeting(world, week, fate == "draft")
        row = _row(world, earlier[week, fate == "draft"], number, fate, day)
        if week <= place and fate in {"open", "proses", "done on the day"}:
            wanted.append(row.pk)

    carried = CarriedOver(mine).items

    assert sorted(item.pk for item in carried) == sorted(wanted)
    sources = {row.pk: row.meeting for row in Recommendation.objects.all()}
    for item in carried:
        after = [
            week
            for week, is_draft in earlier
            if sources[item.pk].starts_at
            < earlier[week, is_draft].starts_at
            < mine.starts_at
        ]
        assert item.meetings == len(after) + 1


def _meeting(world, week: int, is_draft: bool) -> Meeting:
    """Written past the verbs: the property is about the rule, not about settling."""
    held = FIRST + dt.timedelta(weeks=week, hours=0)
    meeting = make.meeting_at("rencana", world, title=f"Rapat {week}", held=held)
    Meeting.objects.filter(pk=meeting.pk).update(
        state="berlangsung" if is_draft else "disahkan",
        starts_at=meeting.starts_at - dt.timedelta(hours=1 + is_draft),
        signed_by=world.siti.user,
        signed_at=meeting.starts_at,
        settled_by=world.joko.user,
        settled_at=meeting.starts_at,
    )
    meeting.refresh_from_db()
    return meeting


def _row(world, meeting: Meeting, number: int, fate: str, day: dt.date):
    done = fate.startswith("done")
    gone = day if fate == "done on the day" else day - dt.timedelta(days=1)
    state = {"proses": "proses", "batal": "batal"}.get(fate, "belum")
    return Recommendation.objects.create(
        region=world.blora,
        meeting=meeting,
        text=f"Rekomendasi {number}",
        responsible="BPS",
        proposer="Pokja",
        state="selesai" if done else state,
        done_on=gone if done else None,
        confirmed_by=world.siti.user if done else None,
        cancel_reason="x" if fate == "batal" else "",
        year=None if fate == "draft" else 2020,
        number=None if fate == "draft" else number,
    )
