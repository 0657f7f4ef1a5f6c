"""The sekretariat hears of endings at 90, 30 and 7 days and at the end, and of mutasi.

The rows are written first and mailed afterwards, so that a run that broke off tells
nothing twice and forgets nothing.
"""

from __future__ import annotations

import datetime as dt
import smtplib
from collections.abc import Iterator

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from pokja.radar.endings import Ending, appointments_ending, decrees_ending
from pokja.radar.models import RadarNotice
from pokja.radar.moves import moves_since_decrees
from pug_portal.access.actor import SYSTEM
from pug_portal.access.roles import Role
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import Assignment
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import ZONES, tanggal
from pug_portal.regions.models import Region

NOTED = Verb("radar.noted", "mencatat masa berlaku dan mutasi yang perlu perhatian")
# What waited longer than this for a mail server is told by the page alone.
FRESH = dt.timedelta(days=7)
MOST_TEXT = 300


def note_everywhere() -> list[int]:
    """Regions with something to mail. May run at any time, and twice at once."""
    regions = list(Region.objects.filter(uses_portal=True))
    for region in regions:
        note_region(region)
    waiting = _waiting().values_list("region", flat=True).distinct()
    return sorted(waiting.order_by("region"))


@transaction.atomic
def note_region(region: Region) -> list[RadarNotice]:
    """New notices of today; those already written stay as they are."""
    # Two workers at once: the second finds the rows of the first.
    region = Region.objects.select_for_update().get(pk=region.pk)
    day = today(ZONES[region.zone])
    found = dict(_found(region, day))
    known = RadarNotice.objects.filter(region=region, key__in=found)
    for key in known.values_list("key", flat=True):
        del found[key]
    if not found:
        return []
    record(by=SYSTEM, verb=NOTED, obj=region, region=region)
    return RadarNotice.objects.bulk_create(
        RadarNotice(region=region, key=key, text=text[:MOST_TEXT], made_at=now())
        for key, text in found.items()
    )


def _found(region: Region, day: dt.date) -> Iterator[tuple[str, str]]:
    endings = decrees_ending(region, day) + appointments_ending(SYSTEM, region, day)
    for ending in endings:
        yield _key_of(ending), _text_of(ending)
    for move in moves_since_decrees(region, day):
        if move.needs_decree:
            text = (
                f"Mutasi: {move.title} kini dipegang "
                f"{move.now.name if move.now else 'orang lain'} sejak "
                f"{tanggal(move.since)}; SK masih menyebut {move.before}."
            )
            yield f"mutasi-{move.member.pk}-{move.since}", text


def _key_of(ending: Ending) -> str:
    kind = "sk" if ending.decree else "penunjukan"
    row = ending.decree or ending.appointment
    assert row is not None  # noqa: S101 -- an ending is of one or the other
    return f"{kind}-{row.pk}-{ending.last_day}:{ending.band}"


def _text_of(ending: Ending) -> str:
    if ending.decree:
        subject = f"{ending.decree.get_kind_display()} {ending.decree.number}"
        if ending.decree.opd:
            subject += f" ({ending.decree.opd.short_name})"
    else:
        assert ending.appointment is not None  # noqa: S101 -- as above
        person = ending.appointment
        subject = f"Penunjukan {person.name}, {person.opd.short_name}"
    if ending.is_over:
        return (
            f"{subject} sudah berakhir {tanggal(ending.last_day)}, belum ada pengganti."
        )
    return (
        f"{subject} berakhir {tanggal(ending.last_day)} ({ending.days_left} hari lagi)."
    )


def mail_region(region_id: int) -> int:
    """How many addresses got the waiting notices; 0 where there is no mail server."""
    notices = list(_waiting().filter(region=region_id).select_related("region"))
    addresses = _addresses_of(region_id)
    if not notices or not addresses or "dummy" in settings.EMAIL_BACKEND:
        return 0
    region = notices[0].region
    sent = 0
    for address in addresses:
        try:
            sent += send_mail(
                subject=f"Perlu perhatian: SK dan penunjukan {region.name}",
                message=_letter(region, notices),
                from_email=None,
                recipient_list=[address],
            )
        except (smtplib.SMTPException, OSError):
            # The next round tries again, unless another address got it.
            continue
    if sent:
        rows = RadarNotice.objects.filter(pk__in=[row.pk for row in notices])
        rows.update(mailed_at=now())
    return sent


def _letter(region: Region, notices: list[RadarNotice]) -> str:
    lines = "\n".join(f"- {notice.text}" for notice in notices)
    address = settings.SITE_URL + reverse("decree-expiry")
    return (
        f"Yth. Sekretariat Pokja PUG {region.name},\n\n"
        f"Yang baru perlu perhatian:\n\n{lines}\n\n"
        f"Rincian dan tindakannya: {address}\n"
    )


def _addresses_of(region_id: int) -> list[str]:
    hats = Assignment.objects.filter(region=region_id, role=Role.SEKRETARIAT)
    hats = hats.valid_on(today()).filter(user__is_active=True)
    found = hats.exclude(user__email="").values_list("user__email", flat=True)
    return sorted(set(found))


def _waiting() -> RegionQuerySet[RadarNotice]:
    return RadarNotice.objects.filter(mailed_at=None, made_at__gte=now() - FRESH)
