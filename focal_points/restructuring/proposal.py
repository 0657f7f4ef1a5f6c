"""What somebody wants to become of offices, and whether it can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from focal_points.opd.change_models import ChangeKind
from focal_points.opd.models import Opd, OpdTag
from focal_points.progress.models import SENT, Progress, ProgressQuerySet
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

ONE_DAY = dt.timedelta(days=1)
FARTHEST = dt.timedelta(days=366)
FEWEST_TO_MERGE = 2
FEWEST_FROM_SPLIT = 2


@dataclass(frozen=True)
class NewOffice:
    name: str
    short_name: str
    tag: str = OpdTag.OTHER

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Proposal:
    """The first of the new offices carries on the open matters of the old ones."""

    region: Region
    kind: ChangeKind
    on: dt.date
    legal_basis: str
    old: tuple[Opd, ...]
    new: tuple[NewOffice, ...]

    @property
    def last_day(self) -> dt.date:
        """Of the old offices, or of the old name."""
        return self.on - ONE_DAY

    @property
    def closes(self) -> bool:
        return self.kind != ChangeKind.RENAME

    @property
    def summary(self) -> str:
        became = f" menjadi {joined(self.new)}" if self.new else ""
        return f"{self.kind.label} {joined(self.old)}{became}"


def joined(things: Iterable[object]) -> str:
    words = [str(thing) for thing in things]
    if len(words) < FEWEST_TO_MERGE:
        return "".join(words)
    return f"{', '.join(words[:-1])} dan {words[-1]}"


def check(proposal: Proposal) -> None:
    """Raises the first Refusal; looks at rows but changes none."""
    _check_numbers(proposal)
    for opd in proposal.old:
        _check_old(proposal, opd)
    if not proposal.legal_basis.strip():
        raise Refusal("Tulis dasar hukum perubahan ini.", field="legal_basis")
    _check_names(proposal)
    if proposal.closes:
        _refuse_sent(proposal)
    else:
        _check_rename(proposal, proposal.old[0])


def _check_numbers(proposal: Proposal) -> None:
    old, new = len(proposal.old), len(proposal.new)
    if proposal.kind == ChangeKind.MERGE:
        if old < FEWEST_TO_MERGE:
            raise Refusal("Pilih paling sedikit dua OPD yang digabung.", field="opds")
        if new != 1:
            raise Refusal(
                "Penggabungan menghasilkan satu OPD. Isi satu baris nama baru saja.",
                field="new_1_name",
            )
        return
    if old != 1:
        raise Refusal("Pilih tepat satu OPD untuk perubahan ini.", field="opds")
    if proposal.kind == ChangeKind.CLOSE and new:
        raise Refusal(
            "Penutupan tidak menghasilkan OPD baru. Kosongkan nama barunya.",
            field="new_1_name",
        )
    if proposal.kind == ChangeKind.SPLIT and new < FEWEST_FROM_SPLIT:
        raise Refusal("Isi paling sedikit dua OPD hasil pemecahan.", field="new_2_name")
    if proposal.kind == ChangeKind.RENAME and new != 1:
        raise Refusal("Isi nama barunya pada baris 1 saja.", field="new_1_name")


def _check_old(proposal: Proposal, opd: Opd) -> None:
    if opd.region_id != proposal.region.pk:
        raise Refusal(f"{opd.short_name} milik daerah lain.", field="opds")
    if not (opd.exists_on(proposal.last_day) and opd.exists_on(proposal.on)):
        raise Refusal(
            f"{opd.short_name} tidak aktif sampai dengan {tanggal(proposal.on)}. "
            "Periksa tanggalnya dan tanggal aktif OPD itu.",
            field="on",
        )


def _check_names(proposal: Proposal) -> None:
    names = [office.name.casefold() for office in proposal.new]
    if len(set(names)) < len(names):
        raise Refusal("Dua OPD baru tidak boleh bernama sama.", field="new_2_name")
    others = Opd.objects.filter(region=proposal.region).existing_on(proposal.on)
    others = others.exclude(pk__in=[opd.pk for opd in proposal.old])
    taken = {
        word.casefold()
        for name, coming in others.values_list("name", "coming")
        for word in (name, coming.get("name", ""))
    }
    for place, name in enumerate(names, 1):
        if name in taken:
            raise Refusal(
                f"«{proposal.new[place - 1]}» sudah ada pada tanggal itu.",
                field=f"new_{place}_name",
            )


def _check_rename(proposal: Proposal, opd: Opd) -> None:
    wanted = proposal.new[0]
    if (wanted.name, wanted.short_name) == (opd.name, opd.short_name):
        raise Refusal("Nama barunya sama dengan yang sekarang.", field="new_1_name")
    if proposal.on > today() + FARTHEST:
        raise Refusal(
            "Catat nama baru paling awal setahun sebelum berlaku.", field="on"
        )
    if opd.coming and opd.coming["was"] == opd.name:
        raise Refusal(
            f"{opd.short_name} sudah tercatat akan berganti nama menjadi "
            f"{opd.coming['name']}. Batalkan dahulu perubahan itu.",
            field="opds",
        )
    latest = max((former["until"] for former in opd.former_names), default="")
    if latest and proposal.last_day.isoformat() <= latest:
        raise Refusal(
            f"{opd.short_name} sudah berganti nama setelah tanggal itu.", field="on"
        )


def _refuse_sent(proposal: Proposal) -> None:
    """Figures of a day on which the office no longer exists: two would report them."""
    sent = reports_after(proposal).filter(state__in=SENT).first()
    if sent is not None:
        raise Refusal(
            f"Laporan {sent} sudah dikirim dengan angka per "
            f"{tanggal(sent.period.figures_as_of)}, jadi OPD itu tidak dapat tutup "
            "sebelumnya. Pakai tanggal sesudah hari itu.",
            field="on",
        )


def reports_after(proposal: Proposal) -> ProgressQuerySet:
    """Reports of the old offices whose figures close on a day they no longer see."""
    rows = Progress.objects.filter(
        opd__in=[opd.pk for opd in proposal.old],
        period__figures_as_of__gte=proposal.on,
    )
    return rows.select_related("opd", "period").order_by("period", "opd__name")


def reports_owed(proposal: Proposal) -> ProgressQuerySet:
    """Begun before and not yet verified: the heir's people finish them."""
    rows = Progress.objects.filter(
        opd__in=[opd.pk for opd in proposal.old],
        period__figures_as_of__lt=proposal.on,
    )
    rows = rows.exclude(state="diverifikasi")
    return rows.select_related("opd", "period").order_by("period", "opd__name")
