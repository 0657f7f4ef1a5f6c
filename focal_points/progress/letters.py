"""The words that travel by WhatsApp: one reminder per OPD, one recap for the group."""

from __future__ import annotations

from focal_points.periods.models import ReportingPeriod
from focal_points.progress.board import BoardRow, Group, Status, group_counts
from pug_portal.lib.dates import tanggal


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
    about = f"laporan kemajuan PUG {period}"
    at_start = about[0].upper() + about[1:]
    due = tanggal(period.due_on)
    messages = {
        Status.NOT_STARTED: f"Mohon mulai mengisi {about}. Tenggat {due}.",
        Status.DRAFT: f"Draf {about} belum diajukan. Tenggat {due}.",
        Status.AWAITING_HEAD: (
            f"{at_start} menunggu persetujuan Kepala OPD. Tenggat {due}."
        ),
        Status.LATE: (
            f"{at_start} belum kami terima; sudah lewat {row.days_late} hari "
            f"dari tenggat {due}. Mohon diajukan paling lambat "
            f"{tanggal(period.locks_on)}."
        ),
        Status.LOCKED: (
            f"{at_start} belum kami terima dan pengisian sudah dikunci sejak "
            f"{tanggal(period.locks_on)}. Mohon menghubungi sekretariat Pokja."
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
