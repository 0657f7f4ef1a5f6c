"""Every decree of a team names its members: Forum Data and Fasilitator as the Pokja does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.decree_drafting.wording import usual_text, usual_title
from pokja.decree_reading.matching import kind_of
from pokja.decrees.models import TEAM_KINDS, Kind
from pokja.membership import printing
from pokja.membership.models import Member, Standing
from pokja.membership.queries import members_on, teams_without_members
from pokja.membership.sheet import MemberImporter
from pokja.radar.moves import moves_since_decrees
from pug_portal.access.refusal import Refusal
from tests.make import focal_points as make_fp
from tests.make import imports
from tests.make import pokja as make

DAY = dt.date(2020, 10, 26)
YOUNG = (Kind.DATA_FORUM, Kind.FACILITATOR)


@pytest.fixture(params=YOUNG)
def decree(request, world):
    return make.decree(world, kind=request.param, number="463/9/2020")


def test_only_an_sk_focal_point_has_no_members_of_its_own():
    assert set(Kind) - set(TEAM_KINDS) == {Kind.FOCAL_POINT}


def test_a_forum_wants_a_chair_and_a_list_of_fasilitator_does_not(world, decree):
    make.member(world, decree, standing=Standing.MEMBER, position="Kepala Bidang")

    told = [
        remark.title for remark in members_on(world.blora, decree.kind, DAY).remarks()
    ]

    assert ("Belum ada Ketua" in told) == (decree.kind == Kind.DATA_FORUM)


@pytest.mark.slow
def test_members_typed_on_the_page_stand_in_its_roster_and_on_paper(
    world, client_of, decree
):
    make.member(world, decree, standing=Standing.CHAIR, position="Kepala Bappeda")
    row = {"standing": "anggota", "name": "Nur Aini", "sex": "P"}
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0"}
    data |= {f"form-0-{name}": value for name, value in row.items()}
    client = client_of(world.siti)

    sent = client.post(reverse("member-add", args=[decree.pk]), data, follow=True)

    assert sent.redirect_chain[-1][0].endswith(f"?tim={decree.kind}")
    page = client.get(
        reverse("member-list"), {"tim": decree.kind, "tanggal": DAY.isoformat()}
    )
    paper = printing.roster_html(
        world.blora, Kind(decree.kind), members_on(world.blora, decree.kind, DAY)
    )
    for told in (page.text, paper):
        assert told.index("Kepala Bappeda") < told.index("Nur Aini")
    assert decree.kind in page.text


def test_nobody_recorded_yet_is_told_until_somebody_is(world, decree):
    assert decree in teams_without_members(world.siti, DAY)

    make.member(world, decree)

    assert teams_without_members(world.siti, DAY) == []


@pytest.mark.slow
def test_excel_brings_members_in_and_back_unchanged(world, decree):
    importer = MemberImporter(decree)

    def add(page):
        cells = {"standing": "Sekretaris", "name": "Sri Contoh", "sex": "P"}
        imports.add_row(page, importer, **cells)

    imports.apply(importer, imports.edited(importer, add), world.siti)

    assert Member.objects.get().standing == Standing.SECRETARY
    again = imports.plan_of(importer, imports.edited(importer), world.siti)
    assert (again.counts["sama"], list(again.problems)) == (1, [])


def test_a_named_member_who_moved_is_told(world, decree):
    office = make_fp.office(world.blora, "Kepala Bappeda")
    make.member(world, decree, office=office, position="", name="Adi", sex="L")
    make_fp.holder(office, name="Sri Mulyati", start=dt.date(2020, 7, 1))

    assert [move.member.name for move in moves_since_decrees(world.blora, DAY)] == [
        "Adi"
    ]


def test_what_a_pokja_refuses_they_refuse(world, decree):
    make.member(world, decree)

    with pytest.raises(Refusal, match="sudah tercatat"):
        make.member(world, decree)
    with pytest.raises(Refusal, match="L/P"):
        make.member(world, decree, name="Tono", sex="")


def test_an_sk_focal_point_still_refuses_members(world):
    decree = make.decree(world, kind=Kind.FOCAL_POINT, opd=world.dinkes)

    with pytest.raises(Refusal, match="tidak memuat susunan anggota"):
        make.member(world, decree)


@pytest.mark.parametrize("kind", TEAM_KINDS)
def test_the_words_of_a_draft_name_the_team_and_are_read_back_as_it(world, kind):
    decree = make.decree(world, kind=kind)
    title = usual_title(kind, "Kabupaten Blora")

    assert kind_of(title) == kind
    assert title.removeprefix("Pembentukan ") in usual_text(decree, DAY)["dictums"]
