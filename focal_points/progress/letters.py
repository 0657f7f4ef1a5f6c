"""The words that travel by WhatsApp: one reminder per OPD, one recap for the group."""

from __future__ import annotations

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import BoardRow, Group, Status, group_counts
from pug_portal.lib.dates import tanggal, tanggal_waktu


def sender_of(period: ReportingPeriod) -> str:
    office = period.region.secretariat_office
    sender = f"Sekretariat Pokja PUG {period.region.short_name}"
    return f"{sender} ({office})" if office else sender


def reminder(row: BoardRow, period: ReportingPeriod, sender: str, address: str) -> str:
    """To the focal points of one OPD; says the state and the next step."""
    people = ", ".join(row.focal_points)
    greeting = f"Yth. Bapak/Ibu {people}" if people else "Yth. Bapak/Ibu focal point"
    return "\n".join(
        [
            f"{greeting} ({row.opd.short_name}),",
            "",
            _message(row, period),
            "",
            f"Masuk di {address}",
            f"Terima kasih. {sender}",
        ]
    )


def _message(row: BoardRow, period: ReportingPeriod) -> str:
    if row.group == Group.NOT_REPORTED and (overdue := _overdue(row, period)):
        return overdue
    about = f"laporan kemajuan PUG {period}"
    at_start = about[0].upper() + about[1:]
    due = tanggal(period.due_on)
    messages = {
        Status.NOT_STARTED: f"Mohon mulai mengisi {about}. Tenggat {due}.",
        Status.DRAFT: f"Draf {about} belum diajukan. Tenggat {due}.",
        Status.AWAITING_HEAD: (
            f"{at_start} menunggu persetujuan Kepala OPD. Tenggat {due}."
        ),
        Status.SUBMITTED: f"{at_start} sudah kami terima dan sedang diperiksa.",
        Status.RETURNED: (
            f"{at_start} dikembalikan dengan catatan. Mohon diperbaiki dan "
            "diajukan ulang."
        ),
        Status.VERIFIED: f"{at_start} sudah terverifikasi.",
        Status.EXEMPT: f"Pada periode ini OPD Anda tidak wajib menyampaikan {about}.",
    }
    return messages[row.status]


def _overdue(row: BoardRow, period: ReportingPeriod) -> str:
    """What the calendar adds for an OPD that never sent anything; empty before the due day."""
    missing = f"Laporan kemajuan PUG {period} belum kami terima"
    if row.dispensed_until is not None:
        until = tanggal_waktu(row.dispensed_until, period.region.zone)
        return f"{missing}. Dispensasi pengisian untuk OPD Anda berlaku sampai {until}."
    if row.is_locked:
        return (
            f"{missing} dan pengisian sudah dikunci sejak {tanggal(period.locks_on)}. "
            "Mohon menghubungi sekretariat Pokja."
        )
    if row.days_late:
        return (
            f"{missing}; sudah lewat {row.days_late} hari dari tenggat "
            f"{tanggal(period.due_on)}. Mohon diajukan paling lambat "
            f"{tanggal(period.locks_on)}."
        )
    return ""


_RECAP = (
    (Group.VERIFIED, "Terverifikasi"),
    (Group.IN_REVIEW, "Dalam verifikasi"),
    (Group.IN_REPAIR, "Dalam perbaikan"),
    (Group.NOT_REPORTED, "Belum melapor"),
)


def recap(
    rows: list[BoardRow], period: ReportingPeriod, as_of: str, sender: str
) -> str:
    """The state of every OPD, for the group of focal points."""
    expected = [row for row in rows if row.group != Group.EXEMPT]
    number = group_counts(rows)
    reported = len(expected) - number[Group.NOT_REPORTED]
    lines = [
        f"*Laporan kemajuan PUG {period}*",
        f"Keadaan {as_of}, tenggat {tanggal(period.due_on)}",
        f"{reported} dari {len(expected)} OPD sudah melapor",
    ]
    for group, title in _RECAP:
        members = [row for row in rows if row.group == group]
        if members:
            lines += ["", f"*{title} ({len(members)})*"]
            lines += [f"{i}. {row.opd.short_name}" for i, row in enumerate(members, 1)]
    return "\n".join([*lines, "", f"Terima kasih. {sender}"])
