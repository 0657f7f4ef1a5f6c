"""The words that travel by WhatsApp: one reminder per OPD, one recap for the group."""

from __future__ import annotations

from focal_points.campaigns.board import Row
from focal_points.campaigns.models import Campaign, DocumentKind, DocumentState
from pug_portal.lib.dates import tanggal


def reminder(row: Row, campaign: Campaign, sender: str, address: str) -> str:
    about = f"*{campaign.title}* ({campaign.stage})"
    due = _due(campaign)
    if row.is_complete:
        body = [f"Dokumen {about} sudah kami terima lengkap."]
    elif not row.owed:
        body = [f"Dokumen {about} sudah kami terima dan sedang diperiksa."]
    else:
        body = [f"Mohon mengunggah dokumen {about} paling lambat {due}:"]
        body += [f"- {_owed(row, kind)}" for kind in row.owed]
        body += ["", f"Unggah di {address}"]
    return "\n".join(
        [
            f"Yth. Bapak/Ibu focal point {row.opd.short_name},",
            "",
            *body,
            "",
            f"Terima kasih. {sender}",
        ]
    )


def recap(rows: list[Row], campaign: Campaign, as_of: str, sender: str) -> str:
    """Who is complete and what the others still owe; the numbers are the board's."""
    complete = [row for row in rows if row.is_complete]
    checking = [row for row in rows if not row.is_complete and not row.owed]
    owing = [row for row in rows if row.owed]
    lines = [
        f"*{campaign.title}*",
        f"{campaign.stage}, tenggat {_due(campaign)}",
        f"Keadaan {as_of}: {len(complete)} dari {len(rows)} OPD lengkap",
    ]
    if owing:
        lines += ["", f"*Belum lengkap ({len(owing)})*"]
        lines += [
            f"{number}. {row.opd.short_name}: "
            + ", ".join(_owed(row, kind) for kind in row.owed)
            for number, row in enumerate(owing, 1)
        ]
    for title, group in (("Sedang diperiksa", checking), ("Lengkap", complete)):
        if group:
            lines += ["", f"*{title} ({len(group)})*"]
            lines += [f"{i}. {row.opd.short_name}" for i, row in enumerate(group, 1)]
    return "\n".join([*lines, "", f"Terima kasih. {sender}"])


def _due(campaign: Campaign) -> str:
    day = tanggal(campaign.due_on)
    if campaign.due_before is None:
        return day
    return f"{day} (dipindahkan dari {tanggal(campaign.due_before)})"


def _owed(row: Row, kind: DocumentKind) -> str:
    is_returned = row.state_of(kind) == DocumentState.RETURNED
    return f"{kind.label} (perbaikan)" if is_returned else str(kind.label)
