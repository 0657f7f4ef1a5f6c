"""One GAP from its start to the stamp, and who may not."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.pprg import actions
from focal_points.pprg.actions.filling import StaleStep, step_values
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import Kind, PprgDocument, State
from focal_points.pprg.queries import counted, label_of, waiting_for
from focal_points.pprg.reading import content_for
from focal_points.pprg.wiring import may_read
from focal_points.pprg.workflow import WORKFLOW
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.clock import today
from pug_portal.lib.seen import fingerprint
from tests.make import focal_points as make_fp
from tests.make import pprg as make
from tests.make import pug_portal as make_floor


def readers(world, document):
    return {
        name
        for name, actor in world.everyone().items()
        if PprgDocument.objects.readable_by(actor).filter(pk=document.pk).exists()
    }


@pytest.mark.slow
def test_from_draft_through_repair_to_the_stamp(world):
    world_opd, ratih, joko = world.dinkes, world.ratih, world.joko
    gap = make.filled_gap(world_opd, ratih)
    assert readers(world, gap) == {"ratih", "hasan"}

    gap = actions.submit(document=gap, by=ratih)
    assert actions.submit(document=gap, by=ratih).sent_count == 1
    assert readers(world, gap) == {"ratih", "hasan", "siti", "joko"}
    make.seat(world.yusuf, "inspektorat", [world_opd], joko)
    world.yusuf.cache.clear()
    assert "yusuf" in readers(world, gap)
    assert waiting_for(world.yusuf).count() == 1

    gap = actions.begin_review(document=gap, by=world.yusuf)
    with pytest.raises(Refusal, match="Sedang ditelaah"):
        actions.withdraw(document=gap, by=ratih)
    with pytest.raises(Refusal, match="catatan"):
        actions.ask_repair(document=gap, by=joko)
    note = actions.add_note(
        document=gap, step="2", text="Tambahkan umur.", by=world.yusuf
    )
    actions.give_verdict(
        document=gap, answer="perbaiki", text="Data kurang", by=world.yusuf
    )
    with pytest.raises(PermissionDenied):
        actions.ask_repair(document=gap, by=world.yusuf)
    with pytest.raises(Refusal, match="catatan terbuka"):
        actions.approve(document=gap, by=joko)
    gap = actions.ask_repair(document=gap, by=joko)

    gap = make.fill(gap, ratih, {"opening_data": "Menurut umur: L 12, P 88"})
    # While the OPD mends, the team reads what was sent.
    assert content_for(gap, joko)["opening_data"] != gap.content["opening_data"]
    actions.resolve_note(note=note, by=ratih)
    gap = actions.submit(document=gap, by=ratih)
    assert label_of(gap) == "Diajukan ulang"
    actions.begin_review(document=gap, by=joko)
    actions.give_verdict(document=gap, answer="setuju", text="", by=world.yusuf)
    gap = actions.approve(document=gap, by=joko)

    assert gap.stamp_number == f"PPRG-33.16-{gap.year}-0001"
    assert [v.number for v in gap.versions.all()] == [1, 2]
    assert [(v.version, v.answer) for v in gap.verdicts.all()] == [
        (1, "perbaiki"),
        (2, "setuju"),
    ]
    assert {"wati", "prov", "admin"} & readers(world, gap) == {"wati", "prov"}
    gap = actions.reopen(document=gap, reason="DPPA", by=joko)
    assert (gap.state, gap.approved_at) == (State.REVISE, None)


def test_what_was_sent_again_waits_again_for_who_spoke_before(world, clock):
    clock("2026-11-01")
    make.seat(world.yusuf, "inspektorat", [world.dinkes], world.joko)
    gap = make.reviewing(world.dinkes, world.ratih, world.joko)
    actions.give_verdict(document=gap, answer="perbaiki", text="Kurang", by=world.yusuf)
    assert waiting_for(world.yusuf).count() == 0
    note = actions.add_note(document=gap, step="", text="Perbaiki", by=world.joko)
    actions.ask_repair(document=gap, by=world.joko)
    clock("2026-11-02")
    actions.resolve_note(note=note, by=world.ratih)
    actions.submit(document=gap, by=world.ratih)

    assert waiting_for(world.yusuf).count() == 1


def test_the_signed_page_of_a_draft_is_not_named_to_others(world, client_of):
    gbs = make.gbs(world.dinkes, world.ratih)
    make.signed(gbs, world.ratih)

    stored = Event.objects.filter(verb="file.stored").latest("pk")

    assert stored.is_sealed
    assert "lembar" not in stored.says + stored.object_label


@pytest.mark.slow
def test_a_draft_made_of_a_sent_document_is_not_shown_to_the_team(world, client_of):
    gbs = actions.submit(document=make.gbs(world.dinkes, world.ratih), by=world.ratih)
    kak = actions.derive(source=gbs, by=world.ratih)
    page = client_of(world.joko).get(reverse("pprg-detail", args=[gbs.pk]))

    assert reverse("pprg-detail", args=[kak.pk]) not in page.content.decode()


@pytest.mark.slow
def test_the_province_reads_the_document_and_not_what_the_team_wrote(world, client_of):
    gap = make.reviewing(world.dinkes, world.ratih, world.joko)
    note = actions.add_note(
        document=gap, step="2", text="Kurang umur", by=world.joko, upload=make.pdf()
    )
    actions.resolve_note(note=note, by=world.joko)
    actions.approve(document=gap, by=world.joko)

    for who, sees in ((world.joko, True), (world.ratih, True), (world.prov, False)):
        page = client_of(who).get(reverse("pprg-detail", args=[gap.pk]))
        assert ("Kurang umur" in page.content.decode()) is sees
        assert may_read(who, note.file) is sees
    url = reverse("pprg-review-sheet", args=[gap.pk])
    assert client_of(world.prov).get(url).status_code == 404


def test_a_seat_that_was_ended_is_not_opened_by_an_old_page(world):
    seat = make.seat(world.yusuf, "inspektorat", [world.dinkes], world.joko)
    actions.end_reviewer(reviewer=seat, by=world.joko)

    with pytest.raises(Refusal, match="sudah berakhir"):
        actions.name_reviewer(
            region=world.blora,
            user=world.yusuf.user,
            office="inspektorat",
            decree_number="1",
            decree_date=today(),
            opds=[world.dinkes],
            reviewer=seat,
            by=world.joko,
        )


def test_a_gbs_counts_only_with_the_heads_signed_page(world):
    gbs = actions.submit(document=make.gbs(world.dinkes, world.ratih), by=world.ratih)
    gbs = make.approved(gbs, world.joko)
    assert (gbs.counts, counted(world.blora, gbs.year, Kind.GBS)) == (False, 0)

    gbs = make.signed(gbs, world.ratih)

    assert (gbs.counts, counted(world.blora, gbs.year, Kind.GBS)) == (True, 1)
    page = gbs.signed_page
    gbs = actions.reopen(document=gbs, reason="DPPA", by=world.joko)
    # The head signed what stood there before: that page counts for nothing new.
    assert (gbs.signed_page, gbs.notes.latest("pk").file) == (None, page)


@pytest.mark.slow
def test_nobody_judges_his_own_and_a_stranger_nothing(world):
    gap = make.sent_gap(world.dinkes, world.ratih)
    hat = make_floor.hat(world.ratih.user, world.joko.role, world.blora)
    own = make.sent_gap(world.bappeda, _focal_point(world, world.bappeda))

    for by in (hat, world.yusuf, world.budi, world.prov, world.dewi, world.hasan):
        with pytest.raises(PermissionDenied):
            actions.begin_review(document=gap, by=by)
    with pytest.raises(PermissionDenied, match="kantor Anda sendiri"):
        actions.begin_review(document=own, by=world.joko)
    for by in (world.dewi, world.siti, world.hasan):
        with pytest.raises(PermissionDenied):
            make.gap(world.dinkes, by)


def _focal_point(world, opd):
    return make_fp.appointed(make_floor.user("Lina Marlina", world.blora), opd)


def test_two_people_in_one_step_lose_nothing(world):
    gap = make.gap(world.dinkes, world.ratih)
    first, second = template_of(gap).steps[:2]
    seen = {step.key: fingerprint(step_values(gap, step)) for step in (first, second)}

    def save(step, key, text):
        values = {**step_values(PprgDocument.objects.get(pk=gap.pk), step), key: text}
        return actions.save_step(
            document=gap, step=step, values=values, seen=seen[step.key], by=world.ratih
        )

    save(first, "policy", "Program A")
    save(second, "opening_data", "Data")  # another step: no quarrel
    with pytest.raises(StaleStep) as stale:
        save(first, "policy", "Program B")

    assert stale.value.stored["policy"] == "Program A"
    gap.refresh_from_db()
    assert (gap.content["policy"], gap.content["opening_data"]) == ("Program A", "Data")


def test_a_region_chooses_four_steps_for_a_year(world):
    year = today().year + 1
    actions.choose_gap_format(
        region=world.blora, year=year, gap_format="gap4", by=world.joko
    )

    assert len(template_of(make.gap(world.dinkes, world.ratih)).steps) == 4
    assert (
        len(template_of(make.gap(world.dinkes, world.ratih, year=year - 1)).steps) == 9
    )
    with pytest.raises(PermissionDenied):
        actions.choose_gap_format(
            region=world.blora, year=year, gap_format="gap9", by=world.ratih
        )
    with pytest.raises(PermissionDenied):
        actions.choose_gap_format(
            region=world.rembang, year=year, gap_format="gap9", by=world.joko
        )


def test_an_unfinished_gap_is_not_sent_and_a_sent_one_can_be_taken_back(world):
    with pytest.raises(Refusal, match="belum diisi"):
        actions.submit(document=make.gap(world.dinkes, world.ratih), by=world.ratih)
    gap = make.sent_gap(world.dinkes, world.ratih)
    with pytest.raises(Refusal):
        make.fill(gap, world.ratih, {"policy": "x"})

    gap = actions.withdraw(document=gap, by=world.ratih)

    assert (gap.state, gap.sent_count) == (State.DRAFT, 0)
    assert readers(world, gap) == {"ratih", "hasan"}


def test_a_reviewer_needs_an_sk_a_hat_and_an_opd_of_the_region(world):
    with pytest.raises(Refusal, match="belum berperan"):
        make.seat(world.wati, "bpkad", [world.dinkes], world.joko)
    with pytest.raises(Refusal, match="daerah Anda"):
        make.seat(world.yusuf, "bpkad", [world.dinkes_rembang], world.joko)
    seat = make.seat(world.yusuf, "bpkad", [world.dinkes], world.siti)
    gap = make.sent_gap(world.dlh, world.dewi)
    with pytest.raises(PermissionDenied, match="tidak ditugaskan"):
        actions.begin_review(document=gap, by=world.yusuf)

    actions.end_reviewer(reviewer=seat, by=world.siti)

    world.yusuf.cache.clear()
    assert waiting_for(world.yusuf).count() == 0


def test_the_trail_of_a_draft_does_not_tell_its_text(world):
    make.filled_gap(world.dinkes, world.ratih, title="Rahasia")

    rows = Event.objects.filter(verb__startswith="pprg.")
    assert rows.count() == 10
    assert all(row.is_sealed and "Rahasia" not in row.says for row in rows)


@pytest.mark.parametrize("source", State)
@pytest.mark.parametrize("target", State)
def test_only_the_moves_of_the_table_exist(world_free, source, target):
    allowed = {(step.source, step.target) for step in WORKFLOW}
    offered = {
        step.target for who in world_free for step in WORKFLOW.offered(source, who)
    }

    assert (target in offered) == ((source, target) in allowed)


@pytest.fixture
def world_free():
    from pug_portal.access.actor import Actor
    from pug_portal.access.roles import Role

    return [Actor(user=None, role=role) for role in Role]
