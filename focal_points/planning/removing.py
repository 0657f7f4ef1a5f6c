"""Taking away what was written down by mistake: asked once more, and told in the trail."""

from __future__ import annotations

from django.db import transaction

from focal_points.planning.models import GenderProposal, Musrenbang, Stage
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import angka

# Told of the stage, whose page shows it: the row itself has no page any more.
MUSRENBANG_REMOVED = Verb("musrenbang.removed", "menghapus catatan Musrenbang {object}")
PROPOSAL_REMOVED = Verb("proposal.removed", "menghapus usulan gender {object}")


@transaction.atomic
def remove_musrenbang(*, musrenbang: Musrenbang, seen: int, by: Actor) -> Stage:
    """With its proposals; `seen`: how many of them the page told of. Twice: nothing."""
    stage = _locked(musrenbang.stage, by)
    rows = stage.held.select_for_update(of=("self",))
    row = rows.filter(pk=musrenbang.pk).first()
    if row is None:
        return stage
    proposals = list(row.proposals.select_for_update(of=("self",)))
    if len(proposals) != seen:
        raise Refusal(
            f"Usulan kecamatan ini berubah sejak halaman dibuka: sekarang "
            f"{len(proposals)}. Periksa lagi sebelum menghapus."
        )
    told = f"{tanggal(row.held_on)}, L {angka(row.men)}, P {angka(row.women)}"
    changes = {f"Kecamatan {row.kecamatan}": (told, None)}
    if proposals:
        changes["usulan"] = ("; ".join(each.title for each in proposals), None)
    GenderProposal.objects.filter(pk__in=[each.pk for each in proposals]).delete()
    row.delete()
    record(
        by=by, verb=MUSRENBANG_REMOVED, obj=stage, region=stage.region, changes=changes
    )
    return stage


@transaction.atomic
def remove_proposal(*, proposal: GenderProposal, seen: str, by: Actor) -> Stage:
    """`seen`: the decision the page told of. Twice: nothing."""
    stage = _locked(proposal.musrenbang.stage, by)
    rows = GenderProposal.objects.filter(pk=proposal.pk).select_related("musrenbang")
    row = rows.first()
    if row is None:
        return stage
    if row.state != seen:
        raise Refusal(
            f"Keputusan usulan ini baru saja menjadi «{row.get_state_display()}». "
            "Periksa lagi sebelum menghapus."
        )
    where = f"usulan {row.proposer}, Kecamatan {row.musrenbang.kecamatan}"
    told = f"{row.title} ({row.get_state_display().lower()})"
    row.delete()
    changes = {where: (told, None)}
    record(
        by=by, verb=PROPOSAL_REMOVED, obj=stage, region=stage.region, changes=changes
    )
    return stage


def _locked(stage: Stage, by: Actor) -> Stage:
    """The stage is the queue: two who remove at once come one after the other."""
    rows = Stage.objects.select_for_update(of=("self",)).select_related("region")
    found = rows.get(pk=stage.pk)
    require_in(by, found.region, Permission.PLANNING_EDIT)
    return found
