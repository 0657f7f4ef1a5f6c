"""The kedudukan of a region: its own list, followed everywhere it is told."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.decree_drafting.annex import annex_of, members_of
from pokja.decrees.models import Kind
from pokja.membership import rank_actions as verbs
from pokja.membership.models import Member, Standing
from pokja.membership.printing import roster_html
from pokja.membership.queries import members_on
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import choices_of, code_called, ranks_of, usual_ranks
from pokja.membership.sheet import MemberImporter
from pokja.reports.collect_pokja import member_rows
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.clock import today
from tests.make import pokja as make


def labels(region) -> list[str]:
    return [rank.label for rank in ranks_of(region)]


def test_a_list_of_its_own_is_followed_by_every_table(world):
    decree = make.decree(world)
    make.member(world, decree, standing="anggota", name="Sri Contoh", sex="P")
    here = {"region": world.blora, "by": world.siti}
    adviser = verbs.add_rank(label="Dewan  Penasihat", kind="lain", **here)
    make.member(world, decree, standing=adviser.code, position="Sekretaris Daerah")
    verbs.change_rank(code="anggota", label="Anggota Tetap", kind="anggota", **here)
    while verbs.move_rank(code=adviser.code, step=-1, **here).order > 1:
        pass

    told = ["Dewan Penasihat", "Anggota Tetap"]
    roster = members_on(world.blora, "pokja", today())
    assert [seat.member.rank.label for seat in roster.seats] == told
    assert [row.standing for row in annex_of(members_of(decree))] == told
    assert [row.standing for row in member_rows(world.blora, today())[0]] == told
    html = roster_html(world.blora, Kind(decree.kind), roster)
    assert html.index(told[0]) < html.index(told[1])
    sheet = MemberImporter(decree).sheet
    column = next(each for each in sheet.columns if each.key == "standing")
    assert column.kind.options[0] == "Dewan Penasihat"
    assert "Anggota Tetap" in column.kind.options
    assert Rank.objects.filter(region=world.rembang).count() == 0
    assert labels(world.rembang)[0] == "Pembina"


@pytest.mark.slow
def test_a_retired_kedudukan_stays_with_who_has_it(world, client_of):
    decree = make.decree(world)
    member = make.member(world, decree)
    verbs.retire_rank(region=world.blora, code="anggota", by=world.siti)
    siti = client_of(world.siti)

    fresh = siti.get(reverse("member-add", args=[decree.pk]))
    own = siti.get(reverse("member-change", args=[member.pk]))

    offered = dict(fresh.context["formset"].forms[0].fields["standing"].choices)
    assert "anggota" not in offered
    assert "anggota" in dict(own.context["form"].fields["standing"].choices)
    importer = MemberImporter(decree)
    assert importer.objects()[0].rank.code == "anggota"
    assert "anggota" in dict(importer.sheet.columns[6].kind.pairs)


@pytest.mark.parametrize(
    ("printed", "kind", "code"),
    [
        ("Wakil Ketua", "wakil_ketua", "wakil_ketua"),
        ("Dewan Penasihat", "", "penasihat"),
        ("dewan  penasihat :", "", "penasihat"),
        ("Koordinator Bidang Data", "koordinator", "koordinator"),
        ("Pengawas", "", ""),
        ("Sekretaris", "sekretaris", ""),
    ],
)
def test_words_of_a_decree_find_the_kedudukan_of_the_region(printed, kind, code):
    ranks = [rank for rank in usual_ranks(None) if rank.code != "sekretaris"]
    ranks.append(Rank(code="penasihat", label="Dewan Penasihat", kind="lain", order=11))
    assert code_called(ranks, printed, kind) == code


def test_a_twin_an_empty_label_and_the_last_one_are_refused(world):
    here = {"region": world.blora, "by": world.siti}
    with pytest.raises(Refusal, match="sudah ada"):
        verbs.add_rank(label="KETUA", kind="ketua", **here)
    with pytest.raises(Refusal, match="Tulis sebutan"):
        verbs.add_rank(label="  ", kind="ketua", **here)
    for code in list(Standing.values)[:9]:
        verbs.retire_rank(code=code, **here)
    with pytest.raises(Refusal, match="Sedikitnya satu"):
        verbs.retire_rank(code="sekretariat", **here)
    verbs.offer_rank(code="ketua", **here)
    assert [c for c, _ in choices_of(ranks_of(world.blora))] == ["ketua", "sekretariat"]
    assert Event.objects.filter(verb="rank.retired").count() == 9


def test_strangers_and_other_kedudukan_are_refused(world):
    decree = make.decree(world)
    with pytest.raises(Refusal, match="Pilih kedudukan"):
        make.member(world, decree, standing="kaisar")
    with pytest.raises(PermissionDenied):
        verbs.add_rank(region=world.blora, label="X", kind="lain", by=world.budi)
    with pytest.raises(PermissionDenied):
        verbs.add_rank(region=world.blora, label="X", kind="lain", by=world.joko)
    assert Member.objects.count() == 0


@pytest.mark.slow
def test_the_page_adds_orders_renames_and_retires(world, client_of):
    siti, page = client_of(world.siti), reverse("rank-list")
    siti.post(page, {"label": "Bendahara <b>", "kind": "lain"})
    siti.post(reverse("rank-step", args=["bendahara_b", "naik"]))
    siti.post(
        reverse("rank-change", args=["bendahara_b"]),
        {"label": "Bendahara", "kind": "lain"},
    )
    siti.post(reverse("rank-step", args=["pembina", "hentikan"]))

    assert labels(world.blora)[-2:] == ["Bendahara", "Sekretariat"]
    assert "Dihentikan" in siti.get(page).content.decode()
    assert siti.post(page, {"label": "Ketua", "kind": "ketua"}).status_code == 422
    assert siti.get(reverse("rank-change", args=["kaisar"])).status_code == 404
    assert siti.post(reverse("rank-step", args=["ketua", "terbang"])).status_code == 404
