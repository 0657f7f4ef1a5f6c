"""Focal points through Excel."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.appointments.actions import appoint, end_appointment
from focal_points.appointments.models import Appointment
from focal_points.appointments.sheet import AppointmentImporter
from focal_points.opd.actions import change_opd
from pug_portal.accounts.models import Basis
from pug_portal.audit.models import Event
from pug_portal.imports.actions import apply_draft
from tests.make import focal_points as make_fp
from tests.make import imports as make
from tests.make import pug_portal as make_floor
from tests.make.restructuring import closed


@pytest.fixture
def importer(world, clock) -> AppointmentImporter:
    clock("2026-11-20")
    return AppointmentImporter(world.blora)


def row_of(importer, appointment) -> int:
    return 2 + [each.pk for each in importer.objects()].index(appointment.pk)


def rows(importer, *many: dict) -> bytes:
    usual = {"opd": "Dinkes", "name": "Sri Contoh", "sex": "P", "start": "5/1/2026"}

    def add(page):
        for cells in many:
            make.add_row(page, importer, **{**usual, **cells})

    return make.edited(importer, add)


def pending(world, **facts) -> Appointment:
    return make_fp.appointment(
        world.dinkes, decree_number="", start=dt.date(2026, 11, 2), **facts
    )


def test_an_unchanged_export_changes_nothing(importer, world):
    pending(world, contact="+62 812 0000")
    gone = make_fp.appointment(world.dlh, "Adi", trained_on=dt.date(2025, 5, 1))
    end_appointment(
        appointment=gone, on=dt.date(2026, 1, 1), reason="pensiun", by=world.siti
    )

    plan = make.plan_of(importer, make.edited(importer), world.siti)

    assert [str(problem) for problem in plan.problems] == []
    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 5}


def test_new_rows_become_appointments_without_an_account(importer, world):
    content = rows(
        importer,
        {"decree_number": "800/1/2026", "nip": "19700101 199503 2 001"},
        {
            "name": "Adi",
            "sex": "L",
            "kind": "Kepala OPD",
            "opd": "Dinas Lingkungan Hidup",
        },
    )

    make.apply(importer, content, world.siti)

    sri = Appointment.objects.get(name="Sri Contoh")
    adi = Appointment.objects.get(name="Adi")
    assert (sri.opd, sri.kind, sri.user, sri.end) == (
        world.dinkes,
        "focal_point",
        None,
        None,
    )
    assert (adi.opd, adi.kind, adi.end) == (
        world.dlh,
        "kepala_opd",
        dt.date(2026, 3, 6),
    )
    assert (
        Event.objects.filter(
            verb="appointment.made", reason__startswith="Impor"
        ).count()
        == 2
    )


def test_the_person_is_mended_and_the_contact_stays_out_of_the_trail(importer, world):
    made = make_fp.appointment(world.dinkes)
    row = row_of(importer, made)
    content = make.edited(
        importer,
        lambda page: make.put(page, importer, row, position="Kasubag", contact="0812"),
    )

    make.apply(importer, content, world.siti)

    made.refresh_from_db()
    assert (made.position, made.contact) == ("Kasubag", "0812")
    event = Event.objects.get(verb="appointment.changed")
    assert event.changes["contact"] == ["(tidak ditampilkan)", "(diubah)"]
    assert event.changes["position"] == ["", "Kasubag"]


def test_a_decree_number_lifts_the_sixty_days_of_person_and_role(importer, world):
    user = make_floor.user("Lina Marlina", world.blora)
    made = appoint(
        opd=world.dinkes,
        kind="focal_point",
        name="Lina Marlina",
        sex="P",
        start=dt.date(2026, 11, 2),
        user=user,
        by=world.siti,
    )
    row = row_of(importer, made)
    content = make.edited(
        importer, lambda page: make.put(page, importer, row, decree_number="800/9/2026")
    )

    make.apply(importer, content, world.siti)

    made.refresh_from_db()
    assert (made.decree_number, made.end) == ("800/9/2026", None)
    assert (made.assignment.basis, made.assignment.end) == (Basis.DECREE, None)
    verbs = set(
        Event.objects.filter(reason__startswith="Impor").values_list("verb", flat=True)
    )
    assert verbs == {"appointment.decree_recorded", "account.basis_completed"}


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"opd": "Dinas Entah"}, "B6: «Dinas Entah» tidak ada dalam daftar"),
        ({"sex": None}, "F6: l/p wajib diisi"),
        ({"start": None}, "K6: mulai wajib diisi"),
        ({"end": "1/1/2020", "decree_number": "1"}, "L6: Tanggal berakhir mendahului"),
        ({"name": "ratih kusuma"}, "D6: ratih kusuma sudah ditunjuk"),
        ({"opd": "Dinas Tutup"}, "B6: OPD ini tidak aktif lagi"),
    ],
)
def test_what_the_form_refuses_the_row_refuses_at_its_cell(
    importer, world, cells, problem
):
    closed = make_fp.opd(world.blora, "Dinas Tutup")
    change_opd(opd=closed, active_to=dt.date(2020, 1, 1), by=world.siti)

    # Three of the world's appointments are of Blora: the new row is the sixth line at most.
    plan = make.plan_of(importer, rows(importer, cells), world.siti)

    told = [str(found) for found in plan.problems]
    new_row = 2 + len(importer.objects())
    assert [line[: len(problem)] for line in told] == [
        problem.replace("6:", f"{new_row}:")
    ]


def test_what_has_a_verb_of_its_own_cannot_be_changed_here(importer, world):
    made = make_fp.appointment(world.dinkes)
    gone = make_fp.appointment(world.dlh, "Adi")
    end_appointment(
        appointment=gone, on=dt.date(2026, 1, 1), reason="pensiun", by=world.siti
    )
    late = pending(world, name="Tuti")
    content = make.edited(
        importer,
        lambda page: (
            make.put(
                page,
                importer,
                row_of(importer, made),
                opd="DLH",
                kind="Kepala OPD",
                start="2/1/2020",
            ),
            make.put(page, importer, row_of(importer, gone), end="1/1/2027"),
            make.put(page, importer, row_of(importer, late), end="1/1/2027"),
        ),
    )

    plan = make.plan_of(importer, content, world.siti)

    told = " | ".join(sorted(problem.sentence for problem in plan.problems))
    assert told.count("akhiri penunjukan ini") == 3
    assert "penunjukan ini sudah diakhiri" in told
    assert "isi nomor SK lebih dahulu" in told


def test_two_offices_of_one_name_are_told_apart_by_their_start(importer, world):
    closed(world.dlh, dt.date(2020, 12, 31))
    young = make_fp.opd(world.blora, "Badan Lingkungan", "BLH")
    change_opd(
        opd=young,
        name="Dinas Lingkungan Hidup",
        active_from=dt.date(2021, 1, 1),
        by=world.siti,
    )
    content = rows(importer, {"opd": "Dinas Lingkungan Hidup (sejak 1 Januari 2021)"})

    make.apply(importer, content, world.siti)

    assert Appointment.objects.get(name="Sri Contoh").opd == young


@pytest.mark.slow
def test_as_many_queries_for_forty_rows_as_for_three(importer, world):
    def asked(first: int, last: int) -> int:
        content = rows(importer, *({"name": f"Sri {n}"} for n in range(first, last)))
        draft = make.upload(importer, world.siti, content)
        seen = make.fresh(importer).plan(make.unpacked(draft.reading)).fingerprint
        with CaptureQueriesContext(connection) as queries:
            apply_draft(
                draft=draft,
                importer=make.fresh(importer),
                fingerprint=seen,
                by=world.siti,
            )
        return len(queries)

    assert asked(0, 3) == asked(3, 43)


def test_other_regions_are_404_and_403(world, client_of):
    url = reverse("appointment-sheet")

    assert client_of(world.siti).get(f"{url}?daerah=33.17").status_code == 404
    assert client_of(world.prov).get(f"{url}?daerah=33.16").status_code == 403
    assert client_of(world.ratih).get(url).status_code == 403
