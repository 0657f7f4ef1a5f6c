"""Members of a decree through Excel, with the columns of its lampiran."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.decrees.actions import revoke_decree
from pokja.decrees.models import Kind
from pokja.membership.actions import end_member
from pokja.membership.models import Member, Standing
from pokja.membership.ranks import stored_ranks
from pokja.membership.sheet import MemberImporter
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.imports.actions import apply_draft
from tests.make import focal_points as make_fp
from tests.make import imports as make
from tests.make import pokja as make_pokja


@pytest.fixture
def decree(world):
    return make_pokja.decree(world)


@pytest.fixture
def importer(decree) -> MemberImporter:
    return MemberImporter(decree)


def rows(importer, *many: dict) -> bytes:
    def add(page):
        for cells in many:
            make.add_row(page, importer, **{"standing": "Anggota", **cells})

    return make.edited(importer, add)


def test_an_unchanged_export_changes_nothing(importer, decree, world):
    office = make_fp.office(world.blora, "Kepala Bappeda", opd=world.bappeda)
    make_pokja.member(
        world, decree, office=office, position="", standing=Standing.CHAIR
    )
    make_pokja.member(world, decree, name="=Sri, S.Sos.", sex="P", opd=world.dinkes)
    make_pokja.member(world, decree, institution="BPS", note="+62 812")
    # Typed before the office stood in the register: it stays typed.
    make_pokja.member(world, decree, position="Kepala Bappeda", field="Data")
    gone = make_pokja.member(
        world, decree, name="Adi", sex="L", nip="19700101 199503 1 001"
    )
    end_member(member=gone, on=dt.date(2021, 1, 1), reason="mutasi", by=world.siti)

    plan = make.plan_of(importer, make.edited(importer), world.siti)

    assert [str(problem) for problem in plan.problems] == []
    assert plan.counts["sama"] == 5


@pytest.mark.slow
def test_new_rows_become_members_of_the_decree(importer, decree, world):
    office = make_fp.office(world.blora, "Bupati Blora")
    content = rows(
        importer,
        {"order": 1, "position": "bupati blora", "standing": "Pembina"},
        {
            "name": "Sri Contoh",
            "sex": "Perempuan",
            "institution": "Dinkes",
            "start": "5 Maret 2020",
        },
        {"position": "Kepala BPS", "institution": "BPS Blora", "standing": "anggota"},
    )

    make.apply(importer, content, world.siti)

    patron, sri, bps = Member.objects.order_by("pk")
    assert (patron.office, patron.position, patron.order) == (office, "", 1)
    assert patron.start == decree.effective_from
    assert (sri.sex, sri.opd, sri.start) == ("P", world.dinkes, dt.date(2020, 3, 5))
    assert (bps.opd, bps.institution) == (None, "BPS Blora")
    assert list(Member.objects.values_list("rank__order", flat=True)) == [1, 9, 9]
    assert Event.objects.filter(verb="member.added").count() == 3


def test_somebody_who_left_is_ended_with_the_reason(importer, decree, world):
    member = make_pokja.member(world, decree)
    content = make.edited(
        importer,
        lambda page: make.put(
            page,
            importer,
            2,
            end="30 Juni 2020",
            end_reason="mutasi",
            note="ke Jakarta",
        ),
    )

    make.apply(importer, content, world.siti)

    member.refresh_from_db()
    assert (member.end, member.end_reason) == (dt.date(2020, 6, 30), "mutasi")
    ended = Event.objects.get(verb="member.ended")
    assert (ended.reason, ended.changes) == ("mutasi", {"end": [None, "2020-06-30"]})
    assert Event.objects.get(verb="member.changed").changes == {
        "note": ["", "ke Jakarta"]
    }


def test_another_position_and_office_are_understood(importer, decree, world):
    office = make_fp.office(world.blora, "Kepala Bappeda")
    member = make_pokja.member(world, decree, institution="BPS")
    content = make.edited(
        importer,
        lambda page: make.put(
            page, importer, 2, position="Kepala Bappeda", institution="DLH", order=None
        ),
    )

    make.apply(importer, content, world.siti)

    member.refresh_from_db()
    assert (member.office, member.position) == (office, "")
    assert (member.opd, member.institution, member.order) == (world.dlh, "", 1)


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({}, "F2: Isi nama, atau jabatan"),
        ({"name": "Sri"}, "D2: Isi L/P"),
        ({"position": "Kabid", "sex": "P"}, "D2: L/P diisi hanya bila"),
        ({"name": "Sri", "sex": "P", "nip": "123"}, "E2: NIP terdiri atas 18"),
        (
            {"name": "Sri", "sex": "P", "nip": 197001011995032001},
            "E2: terbaca sebagai angka",
        ),
        ({"position": "Kabid", "start": "1/1/2020"}, "J2: Anggota mulai sebelum SK"),
        (
            {"position": "Kabid", "end": "1/1/2020", "end_reason": "x"},
            "K2: Tanggal berakhir",
        ),
        ({"position": "Kabid", "end": "1/1/2021"}, "L2: isi alasan selesai"),
        ({"position": "Kabid", "end_reason": "mutasi"}, "K2: isi tanggal selesai"),
        ({"position": "Kabid", "institution": "x" * 160}, "G2: instansi di luar OPD"),
        (
            {"position": "Kabid", "standing": None},
            "H2: kedudukan dalam pokja wajib diisi",
        ),
    ],
)
def test_what_the_form_refuses_the_row_refuses_at_its_cell(
    importer, world, cells, problem
):
    plan = make.plan_of(importer, rows(importer, cells), world.siti)

    assert [str(found)[: len(problem)] for found in plan.problems] == [problem]


@pytest.mark.slow
def test_a_seat_already_held_in_the_chain_is_refused(decree, world):
    make_pokja.member(world, decree)
    amendment = MemberImporter(make_pokja.amendment(world, decree))
    content = rows(
        amendment,
        {"position": "Kepala Dinas Kesehatan"},
        {"position": "Camat"},
        {"position": "Camat"},
    )

    plan = make.plan_of(amendment, content, world.siti)

    assert [problem.address for problem in plan.problems] == ["H2", "H3", "H4"]


@pytest.mark.slow
def test_the_same_template_uploaded_twice_changes_nothing_the_second_time(
    importer, world
):
    content = rows(importer, {"position": "Camat Jepon"}, {"name": "Sri", "sex": "P"})
    make.apply(importer, content, world.siti)

    assert make.plan_of(importer, content, world.siti).counts["sama"] == 2


def test_a_decree_without_a_date_needs_the_start(world):
    draft = MemberImporter(make_pokja.decree_at(world, "rancangan"))

    plan = make.plan_of(draft, rows(draft, {"position": "Camat"}), world.siti)

    assert [str(problem) for problem in plan.problems] == ["J2: mulai wajib diisi"]


def test_a_decree_revoked_meanwhile_takes_no_members(importer, decree, world):
    draft = make.upload(importer, world.siti, rows(importer, {"position": "Camat"}))
    seen = importer.plan(make.unpacked(draft.reading)).fingerprint
    revoke_decree(
        decree=decree, on=dt.date(2021, 1, 1), reason="SK baru", by=world.siti
    )

    with pytest.raises(Refusal, match="sudah dicabut"):
        apply_draft(draft=draft, importer=importer, fingerprint=seen, by=world.siti)


@pytest.mark.slow
def test_the_workbook_of_another_decree_is_refused(importer, world, client_of):
    other = make_pokja.decree(world, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020")
    make_pokja.member(world, other)
    url = reverse("member-sheet", args=[importer.decree.pk])

    answer = make.send(client_of(world.siti), url, make.edited(MemberImporter(other)))

    assert answer.status_code == 422
    assert "050.13/14/2020" in answer.text


@pytest.mark.slow
def test_pages_of_decrees_of_others_and_of_no_team(decree, world, client_of):
    def get(who, made):
        return client_of(who).get(reverse("member-sheet", args=[made.pk])).status_code

    assert get(world.siti, decree) == 200
    assert get(world.prov, decree) == 403
    assert get(world.joko, decree) == 403
    assert (
        get(
            world.siti,
            make_pokja.decree(
                world, kind=Kind.FOCAL_POINT, number="1", opd=world.dinkes
            ),
        )
        == 404
    )


@pytest.mark.slow
def test_as_many_queries_for_forty_rows_as_for_three(world, decree):
    make_fp.office(world.blora, "Kepala Bappeda")
    stored_ranks(world.blora)

    def asked(first: int, last: int) -> int:
        importer = MemberImporter(decree)
        usual = {"sex": "P", "institution": "Dinkes"}
        content = rows(
            importer,
            *(
                {**usual, "name": f"Sri {n}", "nip": f"1970010119950320{n:02}"}
                for n in range(first, last)
            ),
        )
        return make.queries_to_apply(importer, content, world.siti)

    assert asked(0, 3) == asked(3, 43)


@pytest.mark.slow
def test_changed_rows_are_written_in_as_many_queries_too(importer, world, decree):
    for number in range(12):
        make_pokja.member(
            world, decree, name=f"Sri {number}", sex="P", opd=world.dinkes
        )

    def asked(count: int) -> int:
        def change(page):
            for row in range(2, 2 + count):
                make.put(
                    page, importer, row, note=f"catatan {count}", institution="BPS"
                )

        content = make.edited(importer, change)
        return make.queries_to_apply(importer, content, world.siti)

    assert asked(2) == asked(12)
