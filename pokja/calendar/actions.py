"""The secret address of one's calendar: made, replaced, revoked."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.db.models import QuerySet

from pokja.calendar.models import FeedLink
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.accounts.actions import digest
from pug_portal.accounts.models import Assignment
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now

MADE = Verb("calendar.link_made", "membuat {object}")
REVOKED = Verb("calendar.link_revoked", "mencabut {object}")


@transaction.atomic
def make_feed_link(*, by: Actor) -> str:
    """The token, told once; the earlier address of this hat ends."""
    require(by, Permission.MEETING_VIEW)
    hat = _own_hat(by)
    _open_links(hat).update(revoked_at=now())
    token = secrets.token_urlsafe(32)
    link = FeedLink.objects.create(
        assignment=hat, token_digest=digest(token), made_at=now()
    )
    record(by=by, verb=MADE, obj=link, region=hat.region)
    return token


@transaction.atomic
def revoke_feed_link(*, by: Actor) -> None:
    require(by, Permission.MEETING_VIEW)
    hat = _own_hat(by)
    link = _open_links(hat).select_for_update().first()
    if link is None:
        raise Refusal("Tautan kalender ini sudah dicabut.")
    link.revoked_at = now()
    link.save(update_fields=["revoked_at"])
    record(by=by, verb=REVOKED, obj=link, region=hat.region)


def _own_hat(by: Actor) -> Assignment:
    """Locked, so that two clicks make one link after the other."""
    if by.assignment_id is None:
        raise Refusal("Pilih dahulu peran Anda di halaman Akun saya.")
    hats = Assignment.objects.select_for_update(of=("self",)).select_related("region")
    return hats.get(pk=by.assignment_id)


def _open_links(hat: Assignment) -> QuerySet[FeedLink]:
    return FeedLink.objects.filter(assignment=hat, revoked_at=None)
