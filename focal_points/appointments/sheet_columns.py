"""The columns of the workbook of focal points."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from focal_points.appointments.models import Appointment, Level, TeamRole
from focal_points.offices.nip import NipCell
from focal_points.opd.models import Opd
from pug_portal.accounts.models import PENDING_DAYS
from pug_portal.lib.dates import tanggal
from pug_portal.lib.sheets import Choice, Column, Date, Text, sex


def given_end(appointment: Appointment) -> dt.date | None:
    """The end somebody wrote; the sixty days of «SK menyusul» nobody wrote."""
    limit = appointment.start + dt.timedelta(days=PENDING_DAYS)
    is_pending = appointment.is_decree_pending and not appointment.end_reason
    return None if is_pending and appointment.end == limit else appointment.end


def opd_choice(opds: Iterable[Opd]) -> Choice:
    """Every OPD by its full name; short names and others are understood when unique."""
    known = list(opds)
    twice = Counter(opd.name.casefold() for opd in known)
    pairs = tuple((opd.pk, _label(opd, twice)) for opd in known)
    words = [
        (word, opd.pk)
        for opd in known
        for word in {opd.name, opd.short_name, *opd.aliases}
        if word
    ]
    meanings = Counter(word.casefold() for word, _ in words)
    also = tuple((word, pk) for word, pk in words if meanings[word.casefold()] == 1)
    return Choice(pairs, also, empty=None)


def _label(opd: Opd, twice: Counter[str]) -> str:
    if twice[opd.name.casefold()] == 1:
        return opd.name
    since = f"sejak {tanggal(opd.active_from)}" if opd.active_from else "nama lama"
    return f"{opd.name} ({since})"


def columns_for(opds: Iterable[Opd]) -> tuple[Column, ...]:
    choice = opd_choice(opds)
    first = choice.pairs[0][0] if choice.pairs else None
    return (
        Column(
            "opd", "OPD", choice, is_required=True, width=40, example=first, of=_opd
        ),
        Column(
            "kind",
            "Sebagai",
            Choice(tuple(Appointment.Kind.choices)),
            "Kosong berarti focal point.",
            width=14,
            example=Appointment.Kind.FOCAL_POINT,
            default=Appointment.Kind.FOCAL_POINT.value,
        ),
        Column(
            "name", "Nama", Text(120), is_required=True, width=30, example="Sri Contoh"
        ),
        Column("nip", "NIP", NipCell(30), width=22),
        Column("sex", "L/P", sex(), is_required=True, width=7, example="P"),
        Column(
            "position",
            "Jabatan",
            Text(150),
            width=28,
            example="Kasubag Perencanaan",
        ),
        Column(
            "contact",
            "Kontak",
            Text(120),
            "Nomor WhatsApp atau surel. Hanya dilihat sekretariat.",
            width=24,
        ),
        Column(
            "decree_number",
            "Nomor SK",
            Text(100),
            f"Kosong berarti SK menyusul, berlaku {PENDING_DAYS} hari.",
            width=22,
            example="800/12/2026",
        ),
        Column("decree_date", "Tanggal SK", Date(), width=14),
        Column(
            "start",
            "Mulai",
            Date(),
            is_required=True,
            width=14,
            example=dt.date(2026, 1, 5),
        ),
        Column(
            "end",
            "Sampai",
            Date(),
            "Kosong bila SK tidak menentukan akhirnya.",
            width=14,
            of=given_end,
        ),
        Column("trained_on", "Terakhir dilatih PUG", Date(), width=16),
        Column(
            "team_role", "Peran dalam tim", Choice(tuple(TeamRole.choices)), width=16
        ),
        Column(
            "level",
            "Tingkat",
            Choice(tuple(Level.choices)),
            "Kosong berarti perangkat daerah.",
            width=16,
            default=Level.OPD.value,
        ),
    )


def _opd(appointment: Appointment) -> int:
    return appointment.opd_id
