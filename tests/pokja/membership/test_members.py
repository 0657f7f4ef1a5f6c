"""Who was a member on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from focal_points.offices.models import Office, OfficeHolder
from pokja.decrees.models import Kind
from pokja.membership.actions import (
    add_members,
    change_member,
    delete_member,
    end_member,
)
from pokja.membership.models import Member, Standing
from pokja.membership.queries import members_on
from pug_portal.access.refusal import Refusal
from tests.make import pokja as make

D = dt.date


def names(world, day: D) -> list[str]:
    roster = members_on(world.blora, Kind.POKJA, day)
    return [seat.name or seat.position for seat in roster.seats]


def test_a_member_counts_from_the_first_to_the_last_day(world):
    decree = make.decree(world)
    member = make.member(world, decree)
    end_member(member=member, on=D(2020, 6, 30), reason="mutasi", by=world.siti)

    assert names(world, D(2020, 2, 2)) == []
    assert names(world, D(2020, 6, 30)) == ["Kepala Dinas Kesehatan"]
    assert names(world, D(2020, 7, 1)) == []


def test_the_roster_stands_in_the_order_of_kedudukan(world):
    decree = make.decree(world)
    for standing in (Standing.MEMBER, Standing.CHAIR, Standing.SECRETARY):
        make.member(world, decree, standing=standing, position=standing.label)

    assert names(world, D(2020, 3, 1)) == ["Ketua", "Sekretaris", "Anggota"]


def test_an_ex_officio_seat_has_the_name_of_that_days_holder(world):
    office = Office.objects.create(region=world.blora, title="Kepala Dinas Kesehatan")
    for name, start, end in (
        ("Agus Setiawan", D(2019, 1, 1), D(2020, 6, 30)),
        ("Sri Mulyati", D(2020, 7, 1), None),
    ):
        OfficeHolder.objects.create(
            office=office, name=name, sex="L", start=start, end=end
        )
    make.member(world, make.decree(world), office=office, position="")

    assert names(world, D(2020, 6, 30)) == ["Agus Setiawan"]
    assert names(world, D(2020, 7, 1)) == ["Sri Mulyati"]


def test_members_of_an_expired_decree_no_longer_count(world):
    make.member(world, make.decree_at(world, "kedaluwarsa"))

    assert names(world, D(2020, 12, 31)) != []
    assert names(world, D(2021, 1, 1)) == []


def test_a_named_member_needs_l_or_p(world):
    decree = make.decree(world)

    with pytest.raises(Refusal) as refused:
        make.member(world, decree, name="Tono", sex="")

    assert refused.value.field == "sex"


def test_a_position_without_a_name_is_allowed(world):
    assert make.member(world, make.decree(world)).is_ex_officio


def test_a_row_without_name_and_position_is_refused_and_none_is_written(world):
    decree = make.decree(world)
    rows = [
        {"standing": Standing.CHAIR, "position": "Kepala Bappeda"},
        {"standing": Standing.MEMBER},
    ]

    with pytest.raises(Refusal):
        add_members(decree=decree, rows=rows, by=world.siti)

    assert not Member.objects.exists()


def test_a_last_day_before_the_first_is_refused(world):
    member = make.member(world, make.decree(world))

    with pytest.raises(Refusal):
        end_member(member=member, on=D(2019, 1, 1), reason="x", by=world.siti)


def test_deleting_needs_a_reason(world):
    member = make.member(world, make.decree(world))

    with pytest.raises(Refusal):
        delete_member(member=member, reason="", by=world.siti)


def rows_of(*rows: dict[str, str]) -> dict[str, str]:
    data = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": "0"}
    for n, row in enumerate(rows):
        data |= {f"form-{n}-{key}": value for key, value in row.items()}
    return data


def test_several_members_are_added_on_one_page(world, client_of):
    decree = make.decree(world)
    data = rows_of(
        {"standing": "ketua", "position": "Kepala Bappeda"},
        {"standing": "anggota", "name": "Nur Aini", "sex": "P"},
        {"standing": "anggota"},
    )

    client_of(world.siti).post(reverse("member-add", args=[decree.pk]), data)

    assert names(world, D(2020, 3, 1)) == ["Kepala Bappeda", "Nur Aini"]


def test_a_wrong_row_comes_back_as_it_was_typed(world, client_of):
    decree = make.decree(world)
    data = rows_of({"standing": "anggota", "name": "Nur Aini"})

    page = client_of(world.siti).post(reverse("member-add", args=[decree.pk]), data)

    assert page.status_code == 422
    assert 'value="Nur Aini"' in page.content.decode()


def test_every_wrong_row_is_told_at_once_and_none_is_saved(world, client_of):
    decree = make.decree(world)
    data = rows_of(
        {"standing": "anggota", "name": "Nur Aini"},
        {"standing": "ketua", "position": "Kepala Bappeda"},
        {"standing": "anggota", "name": "Bimo Contoh"},
    )

    page = client_of(world.siti).post(reverse("member-add", args=[decree.pk]), data)

    told = [form.errors for form in page.context["formset"]]
    assert ["sex" in errors for errors in told] == [True, False, True]
    assert not decree.members.exists()


@pytest.mark.slow
def test_more_rows_come_without_javascript_and_keep_what_was_typed(world, client_of):
    decree = make.decree(world)
    data = rows_of({"standing": "anggota", "name": "Nur Aini"}) | {"more": "1"}

    page = client_of(world.siti).post(reverse("member-add", args=[decree.pk]), data)

    assert 'name="form-6-name"' in page.content.decode()
    assert 'value="Nur Aini"' in page.content.decode()


def test_the_page_shows_the_roster_of_the_day_asked_for(world, client_of):
    make.member(world, make.decree(world))
    client = client_of(world.wati)

    def page(day: str) -> str:
        return client.get(reverse("member-list"), {"tanggal": day}).content.decode()

    assert "Kepala Dinas Kesehatan" in page("2020-03-01")
    assert "Kepala Dinas Kesehatan" not in page("2020-01-01")


@pytest.mark.slow
def test_the_province_reads_the_roster_below_it(world, client_of):
    make.member(world, make.decree(world))
    url = reverse("member-list")

    page = client_of(world.prov).get(url, {"daerah": "33.16", "tanggal": "2020-03-01"})
    assert "Kepala Dinas Kesehatan" in page.content.decode()
    assert client_of(world.budi).get(url, {"daerah": "33.16"}).status_code == 404


def test_an_untouched_row_is_no_row(world, client_of):
    decree = make.decree(world)
    data = rows_of({"standing": "anggota"})

    page = client_of(world.siti).post(reverse("member-add", args=[decree.pk]), data)

    assert "Isi paling sedikit satu baris" in page.content.decode()


def test_every_field_of_a_member_is_asked_in_indonesian(world, client_of):
    decree = make.decree(world)
    url = reverse("member-add", args=[decree.pk])

    shown = client_of(world.siti).get(url).content.decode()

    assert "Jabatan dalam daftar pejabat" in shown
    assert ">Office" not in shown


def test_a_nip_of_somebody_else_is_refused_and_other_degrees_are_not(world):
    nip = "197001011995032001"
    decree = make.decree(world)
    member = make.member(world, decree, name="Sri Contoh, S.E.", sex="P", nip=nip)
    with pytest.raises(Refusal, match="atas nama Sri Contoh"):
        make.member(world, decree, name="Tri Lain", sex="P", nip=nip)
    other = make.member(world, decree, name="Tri Lain", sex="P")
    with pytest.raises(Refusal, match="atas nama Sri Contoh"):
        change_member(member=other, by=world.siti, nip=nip)
    change_member(member=member, by=world.siti, name="Sri Contoh, S.E., M.M.")
    make.member(world, decree, name="Sri Contoh, M.M.", sex="P", nip=nip, field="Data")


# By hand: A from the start; B joins in May and leaves in August; C follows B after a gap
# of a month; D by the amendment; a new decree of 2021 seats E alone, and a year ends it.
BY_HAND = {
    "2020-02-02": "",
    "2020-02-03": "A",
    "2020-04-30": "A",
    "2020-05-01": "A B",
    "2020-06-15": "A B",
    "2020-08-02": "A B",
    "2020-08-03": "A B D",
    "2020-08-31": "A B D",
    "2020-09-01": "A D",
    "2020-09-30": "A D",
    "2020-10-01": "A C D",
    "2020-11-11": "A C D",
    "2020-11-12": "A C",
    "2020-12-31": "A C",
    "2021-01-03": "A C",
    "2021-01-04": "E",
    "2021-06-30": "E",
    "2021-12-30": "E",
    "2021-12-31": "E",
    "2022-01-01": "",
}


@pytest.mark.slow
def test_the_members_of_twenty_days_are_those_listed_by_hand(world):
    def seat(decree, name, start, end=None):
        facts = {"end": end, "end_reason": "mutasi"} if end else {}
        make.member(
            world, decree, name=name, sex="P", position="", start=start, **facts
        )

    base = make.decree(world)
    seat(base, "A", D(2020, 2, 3))
    seat(base, "B", D(2020, 5, 1), D(2020, 8, 31))
    seat(base, "C", D(2020, 10, 1))
    seat(make.amendment(world, base), "D", D(2020, 8, 3), D(2020, 11, 11))
    new = make.replacement(world, base, effective_until=D(2021, 12, 31))
    seat(new, "E", D(2021, 1, 4))

    found = {
        day: " ".join(sorted(names(world, D.fromisoformat(day)))) for day in BY_HAND
    }
    assert found == BY_HAND
