"""Making two writings of a person one, and taking that back within thirty days."""

from __future__ import annotations

from dataclasses import replace

from django.db import IntegrityError, transaction

from focal_points.appointments.actions import refuse_twice
from focal_points.appointments.models import Appointment
from pokja.membership.actions import refuse_twin
from pokja.membership.merge_models import UNDO_DAYS, PersonMerge
from pokja.membership.merging import MergePlan, plan_merge, write
from pokja.membership.models import Member
from pokja.membership.writings import Writing, writings
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.models import AccessLink, User
from pug_portal.audit.record import Verb, record
from pug_portal.lib import row_images
from pug_portal.lib.clock import now
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

MERGED = Verb("person.merged", "mencatat {object}")
UNDONE = Verb("person.merge_undone", "membatalkan {object}")

MOST_TOLD = 5
TWICE = (
    "Keduanya punya baris yang hanya boleh ada sekali. Betulkan salah satunya dahulu."
)
# It rewrites members, appointments and accounts: every one of these rights is needed.
NEEDED = (
    Permission.MEMBER_EDIT,
    Permission.APPOINTMENT_EDIT,
    Permission.OFFICE_EDIT,
    Permission.ACCOUNT_MANAGE,
)


def pair(region: Region, kept: str, other: str) -> tuple[Writing, Writing]:
    """The two writings by the keys of the page."""
    known = {
        f"{row._meta.label_lower}:{row.pk}": person
        for person in writings(region)
        for row in person.rows
    }
    if kept not in known or other not in known:
        raise Refusal("Data orang ini sudah berubah. Pilih lagi dari daftar.")
    return known[kept], known[other]


@transaction.atomic
def merge(
    *, region: Region, kept: str, other: str, fingerprint: str, by: Actor
) -> PersonMerge:
    """Does what the dry run with this fingerprint showed, or refuses."""
    _require(region, by)
    Region.objects.select_for_update().get(pk=region.pk)
    plan = plan_merge(*pair(region, kept, other), region, by)
    if plan.fingerprint != fingerprint:
        raise Refusal("Data berubah sejak Anda memeriksanya. Periksa sekali lagi.")
    told = [
        [table, [[each.label, each.lines] for each in rows]]
        for table, rows in plan.tables
    ]
    changes = _write(plan)
    _refuse_doubles(changes)
    made = PersonMerge.objects.create(
        region=region,
        kept_name=plan.kept.name,
        kept_nip=plan.kept.nip,
        other_name=plan.other.name,
        other_nip=plan.other.nip,
        rows=[change.as_json() for change in changes],
        told=told,
        made_by=by.user,
        made_at=now(),
    )
    counted = {table: (None, f"{len(rows)} baris") for table, rows in plan.tables}
    record(by=by, verb=MERGED, obj=made, region=region, changes=counted)
    return made


def _require(region: Region, by: Actor) -> None:
    for permission in NEEDED:
        require_in(by, region, permission)


def _write(plan: MergePlan) -> list[row_images.Change]:
    try:
        with transaction.atomic():
            return [write(each) for each in plan.touched]
    except IntegrityError as collision:
        raise Refusal(TWICE) from collision


def _put_back(changes: list[row_images.Change]) -> None:
    """What came in meanwhile may hold the very seat or name that comes back."""
    try:
        with transaction.atomic():
            row_images.put_back(changes)
    except IntegrityError as collision:
        raise Refusal(TWICE) from collision
    _refuse_doubles(changes)


def _refuse_doubles(changes: list[row_images.Change]) -> None:
    """One person may hold a seat or an appointment once at a time."""
    for change in changes:
        if change.model is Member:
            refuse_twin(Member.objects.select_related("decree").get(pk=change.pk))
        elif change.model is Appointment:
            rows = Appointment.objects.select_related("opd", "user")
            mine = rows.get(pk=change.pk)
            refuse_twice(mine, mine.user)


def _without_keys(changes: list[row_images.Change]) -> list[row_images.Change]:
    """What gives nobody a way in: accounts stay inactive, links stay revoked."""
    found = []
    for change in changes:
        if change.model is User and change.before:
            before = {k: v for k, v in change.before.items() if k != "is_active"}
            change = replace(change, before=before)
        if change.model is not AccessLink and change.before != {}:
            found.append(change)
    return found


@transaction.atomic
def undo_merge(
    *, made: PersonMerge, by: Actor, reopens_account: bool = False
) -> PersonMerge:
    """Every touched column as it was; keys to the door only when asked for."""
    made = (
        PersonMerge.objects.select_for_update(of=("self",))
        .select_related("region")
        .get(pk=made.pk)
    )
    _require(made.region, by)
    if made.undone_at is not None:
        raise Refusal("Peleburan ini sudah dibatalkan.")
    if now() > made.undo_until:
        raise Refusal(
            f"Peleburan hanya dapat dibatalkan {UNDO_DAYS} hari, sampai "
            f"{tanggal(made.undo_until, made.region.zone)}."
        )
    changes = row_images.read(made.rows)
    if found := row_images.collisions(changes):
        more = f"; dan {len(found) - MOST_TOLD} lagi" if len(found) > MOST_TOLD else ""
        raise Refusal(
            "Sudah diubah sesudah peleburan, jadi tidak dapat dibatalkan: "
            f"{'; '.join(found[:MOST_TOLD])}{more}."
        )
    _put_back(changes if reopens_account else _without_keys(changes))
    made.undone_at = now()
    made.save(update_fields=["undone_at"])
    told: dict[str, tuple[object, object]] = {}
    if made.closes_account:
        told["account"] = ("nonaktif", "aktif" if reopens_account else "tetap nonaktif")
    record(by=by, verb=UNDONE, obj=made, region=made.region, changes=told)
    return made
