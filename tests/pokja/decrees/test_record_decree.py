"""Recording a decree: what is accepted, and what is refused beside its field."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from pokja.decrees.actions import issue_decree, issue_new, record_decree
from pokja.decrees.models import Decree, Kind, State
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import pokja as make
from tests.pokja.decrees.told import refused

D = dt.date


def test_with_number_and_dates_it_is_issued(world):
    assert make.decree(world).state == State.ISSUED


def test_without_a_number_it_is_a_draft(world):
    assert make.decree_at(world, "rancangan").state == State.DRAFT


def test_it_leaves_its_event(world):
    decree = make.decree(world)

    assert Event.objects.about(decree).first().verb == "decree.issued"


def test_a_second_one_in_force_is_refused_and_the_first_is_named(world):
    make.decree(world)

    refusal = refused(lambda: make.decree(world, number="463.23/99/2021"))

    assert refusal.field == "effective_from"
    assert "463.23/160/2020" in refusal.sentence


def test_a_double_click_keeps_one_draft(world):
    make.decree_at(world, "rancangan")
    with pytest.raises(Refusal, match="Rancangan yang sama") as refused:
        make.decree_at(world, "rancangan")
    assert refused.value.field == "title"
    make.decree(world, number="", signed_on=None, effective_from=None, title="Lain")


def test_another_kind_may_be_in_force_beside_it(world):
    make.decree(world)

    assert make.decree(world, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020")


@pytest.mark.slow
def test_forty_focal_point_decrees_of_forty_opd_are_fine(world):
    for n in range(40):
        opd = make_fp.opd(world.blora, f"Dinas {n}")
        make.decree(world, kind=Kind.FOCAL_POINT, opd=opd, number=f"800/{n}/2020")

    assert Decree.objects.in_force_on(D(2020, 3, 1)).count() == 40


def test_two_focal_point_decrees_of_one_opd_are_refused(world):
    facts = {"kind": Kind.FOCAL_POINT, "opd": world.dinkes}
    make.decree(world, number="800/1/2020", **facts)

    assert refused(lambda: make.decree(world, number="800/2/2020", **facts))


def test_a_focal_point_decree_needs_its_opd(world):
    assert refused(lambda: make.decree(world, kind=Kind.FOCAL_POINT)).field == "opd"


def test_an_end_before_the_start_is_refused(world):
    refusal = refused(lambda: make.decree(world, effective_until=D(2020, 1, 1)))

    assert refusal.field == "effective_until"


def test_a_start_before_the_signing_needs_a_note(world):
    early = {"effective_from": D(2020, 1, 2)}

    assert refused(lambda: make.decree(world, **early)).field == "note"
    assert make.decree(world, note="Berlaku surut sesuai diktum.", **early)


def test_a_double_submit_is_refused_by_its_number(world):
    make.decree(world)

    refusal = refused(lambda: make.decree(world))

    assert refusal.field == "number"
    assert "3 Februari 2020" in refusal.sentence
    assert Decree.objects.count() == 1


@pytest.mark.parametrize("typed", ["463.23/160/2020", "  463.23/160/2020 ", "A/1"])
def test_a_number_is_one_number_however_it_is_spaced_or_cased(world, typed):
    make.decree(world, number=typed.strip(), effective_until=D(2020, 3, 1))

    again = {"number": typed.lower(), "effective_from": D(2020, 4, 1)}
    assert refused(lambda: make.decree(world, **again)).field == "number"


def test_two_opd_may_give_the_same_number_on_the_same_day(world):
    for opd in (world.dinkes, world.dlh):
        make.decree(world, kind=Kind.FOCAL_POINT, opd=opd, number="800/1/2020")

    assert Decree.objects.count() == 2


def test_the_same_number_in_another_year_is_fine(world):
    make.decree(world, effective_until=D(2020, 12, 31))

    later = {"signed_on": D(2021, 1, 4), "effective_from": D(2021, 1, 4)}
    assert make.decree(world, **later)


def test_the_database_refuses_the_twin_that_slipped_through(world, monkeypatch):
    make.decree(world)
    monkeypatch.setattr("pokja.decrees.rules._about_number", lambda decree: ())

    assert refused(lambda: make.decree(world)).field == "number"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"number": " "}, "number"),
        ({"signed_on": None}, "signed_on"),
        ({"effective_from": None}, "effective_from"),
        ({"title": " "}, "title"),
        ({"issuer_position": ""}, "issuer_position"),
    ],
)
def test_what_a_signed_decree_must_say_is_asked_beside_its_field(world, facts, field):
    known = {"kind": Kind.POKJA, "number": "1/2020", "title": "Pokja"}
    known |= {"issuer_position": "Bupati", "signed_on": make.SIGNED}
    known |= {"effective_from": make.SIGNED, **facts}

    refusal = refused(lambda: issue_new(region=world.blora, by=world.siti, **known))
    assert refusal.field == field


def test_a_day_to_come_is_no_signing_day(world, clock):
    clock("2020-02-02")

    assert refused(lambda: make.decree(world)).field == "signed_on"


def test_an_opd_of_another_region_is_refused(world):
    facts = {"kind": Kind.FOCAL_POINT, "opd": world.dinkes_rembang}

    assert refused(lambda: make.decree(world, **facts)).field == "opd"


def test_an_opd_is_named_only_for_focal_points(world):
    assert refused(lambda: make.decree(world, opd=world.dinkes)).field == "opd"


@pytest.mark.parametrize("who", ["prov", "budi"])
def test_nobody_records_for_another_region(world, who):
    with pytest.raises(PermissionDenied):
        record_decree(
            region=world.blora,
            by=getattr(world, who),
            kind=Kind.TECHNICAL_TEAM,
            number="1/2020",
            title="x",
            issuer_position="Bupati",
            signed_on=make.SIGNED,
            effective_from=make.SIGNED,
        )


def test_a_state_is_no_fact_that_can_be_written(world):
    with pytest.raises(TypeError, match="state"):
        make.decree(world, state=State.REVOKED)


def test_bappeda_records_the_technical_team_only(world):
    assert make.decree(
        world, by=world.joko, kind=Kind.TECHNICAL_TEAM, number="050.13/14/2020"
    )
    with pytest.raises(PermissionDenied, match="sekretariat"):
        make.decree(world, by=world.joko)


def test_a_focal_point_records_no_decree(world):
    with pytest.raises(PermissionDenied):
        make.decree(world, by=world.ratih)


def test_a_draft_is_issued_by_its_number(world):
    draft = make.decree_at(world, "rancangan")

    issued = issue_decree(
        decree=draft,
        by=world.siti,
        number="463.23/160/2020",
        signed_on=make.SIGNED,
        effective_from=make.SIGNED,
    )

    assert issued.state == State.ISSUED


def test_a_draft_still_without_its_number_is_not_issued(world):
    draft = make.decree_at(world, "rancangan")

    assert refused(lambda: issue_decree(decree=draft, by=world.siti)).field == "number"
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_an_issued_one_is_not_issued_again(world):
    decree = make.decree(world)

    assert refused(lambda: issue_decree(decree=decree, by=world.siti))


def test_a_draft_stands_in_nobodys_way(world):
    make.decree_at(world, "rancangan")

    assert make.decree(world).state == State.ISSUED


def test_nothing_is_written_when_the_scan_is_refused(world):
    with pytest.raises(Refusal):
        make.decree(world, scan=SimpleUploadedFile("sk.pdf", b"<html>"))

    assert not Decree.objects.exists()
    assert not Event.objects.filter(verb="decree.issued").exists()
