"""The one-time link for an OPD without accounts: made, opened, spent, withdrawn."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.db import transaction

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.actions.filling import check_startable, start_draft
from focal_points.progress.actions.locking import check_open
from focal_points.progress.actions.sending import submit
from focal_points.progress.link_models import FillingLink
from focal_points.progress.links import guest_of
from focal_points.progress.models import EDITABLE, Progress, State
from focal_points.progress.sections import people_of
from pug_portal.access.actor import Actor, Guest
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

DAYS = 7
MADE = Verb("progress.link_made", "membuat tautan pengisian untuk {object}")
REVOKED = Verb("progress.link_revoked", "mencabut tautan pengisian {object}")
OPENED = Verb("progress.link_opened", "membuka tautan pengisian {object}")

ASK = "Mintalah tautan baru kepada sekretariat Pokja."
OPEN_STATES = (*EDITABLE, State.AWAITING_HEAD)


class LinkUnknown(Refusal):
    """No link has this secret: the only refusal that is counted as a guess."""


class LinkUsed(Refusal):
    """The report is where the link was to bring it."""

    def __init__(self, link: FillingLink) -> None:
        super().__init__(_used(link))
        self.link = link


@transaction.atomic
def make_link(
    *, period: ReportingPeriod, opd: Opd, by: Actor
) -> tuple[FillingLink, str]:
    """The secret is told once. An older link of the same report dies."""
    require_in(by, period.region, Permission.PROGRESS_FILL_FOR)
    if opd.region_id != period.region_id:
        raise Refusal("OPD ini bukan OPD daerah yang membuka periode itu.")
    # Two presses wait for each other here, so that one link is left.
    Opd.objects.select_for_update().get(pk=opd.pk)
    if people := people_of(opd):
        raise Refusal(
            f"{opd.short_name} sudah punya focal point berakun ({people[0]}). Tautan "
            "hanya untuk OPD tanpa akun."
        )
    _check_fillable(period, opd)
    moment = now()
    open_ones = FillingLink.objects.filter(revoked_at=None, used_at=None)
    open_ones.filter(period=period, opd=opd).update(revoked_at=moment)
    token = secrets.token_urlsafe(32)
    link = FillingLink.objects.create(
        period=period,
        opd=opd,
        token_digest=digest(token),
        made_by=by.user,
        made_at=moment,
        expires_at=moment + dt.timedelta(days=DAYS),
    )
    record(by=by, verb=MADE, obj=link, region=period.region)
    return link, token


@transaction.atomic
def revoke_link(*, link: FillingLink, by: Actor) -> FillingLink:
    require_in(by, link.period.region, Permission.PROGRESS_FILL_FOR)
    link = FillingLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.revoked_at is not None or link.used_at is not None:
        return link  # the second press
    link.revoked_at = now()
    link.save(update_fields=["revoked_at"])
    record(by=by, verb=REVOKED, obj=link, region=link.period.region)
    return link


def open_link(token: str) -> FillingLink:
    """The link behind the secret, or a refusal that says whom to ask."""
    rows = FillingLink.objects.select_related("period__region", "opd__region")
    link = rows.filter(token_digest=digest(token)).first()
    if link is None:
        raise LinkUnknown(f"Tautan ini tidak dikenal. {ASK}")
    if link.used_at is not None:
        raise LinkUsed(link)
    if link.revoked_at is not None:
        raise Refusal(f"Tautan ini sudah dicabut sekretariat Pokja. {ASK}")
    if link.expires_at <= now():
        raise Refusal(f"Tautan ini sudah lewat masa berlakunya. {ASK}")
    progress = report_of(link)
    if progress is None:
        check_startable(link.period, link.opd)
        return link
    # Whoever sent it: what comes back is mended through a link of its own.
    was_sent = progress.submitted_at is not None and (
        progress.submitted_at > link.made_at
    )
    if was_sent or progress.state not in OPEN_STATES:
        raise LinkUsed(link)
    check_open(progress)
    return link


@transaction.atomic
def enter(*, link: FillingLink, name: str, position: str) -> tuple[Progress, Guest]:
    """Who fills says his name and office; the report begins when there is none."""
    link = FillingLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    guest = guest_of(link, name, position)
    progress = start_draft(period=link.period, opd=link.opd, by=guest)
    is_again = (link.person_name, link.person_position) == (name, position)
    link.person_name, link.person_position = name, position
    link.opened_at = now()
    link.save(update_fields=["person_name", "person_position", "opened_at"])
    if not is_again:
        record(
            by=guest,
            verb=OPENED,
            obj=progress,
            region=link.period.region,
            changes={"pengisi": (None, guest.name)},
        )
    return progress, guest


@transaction.atomic
def submit_by_link(*, link: FillingLink, progress: Progress, by: Guest) -> Progress:
    """Submitting spends the link: what comes back is mended through a new one."""
    link = FillingLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if link.revoked_at is not None:
        # Withdrawn between the opening of the page's door and this moment.
        raise Refusal(f"Tautan ini sudah dicabut sekretariat Pokja. {ASK}")
    progress = submit(progress=progress, by=by)
    link.used_at = now()
    link.save(update_fields=["used_at"])
    return progress


def report_of(link: FillingLink) -> Progress | None:
    rows = Progress.objects.select_related("opd__region", "period__region")
    return rows.filter(period=link.period_id, opd=link.opd_id).first()


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _check_fillable(period: ReportingPeriod, opd: Opd) -> None:
    progress = Progress.objects.filter(period=period, opd=opd).first()
    if progress is None:
        check_startable(period, opd)
        return
    if progress.state not in OPEN_STATES:
        raise Refusal(
            f"Laporan {opd.short_name} berstatus «{progress.status.label}», jadi tidak "
            "ada yang diisi lewat tautan."
        )
    check_open(progress)


def _used(link: FillingLink) -> str:
    progress = report_of(link)
    number = progress.receipt_number if progress else ""
    told = f" dengan nomor tanda terima {number}" if number else ""
    return (
        f"Laporan kemajuan {link.called_opd.name} {link.period} sudah diajukan{told}. "
        "Tautan ini tidak dapat dipakai lagi; bila laporan dikembalikan, sekretariat "
        "Pokja mengirim tautan baru."
    )
