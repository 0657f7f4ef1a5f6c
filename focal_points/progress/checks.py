"""What is wrong or doubtful in a report, by plain rules on its content. No database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from focal_points.progress.content import QUESTIONS, Content, day
from pug_portal.lib.dates import Semester, rentang_tanggal
from pug_portal.lib.numbers import angka, rupiah

Fields = dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """`anchor` is the id of the field on the form page. A blocking one stops submission."""

    anchor: str
    sentence: str
    is_blocking: bool
    # Where else to look: the page on which the other side of a contradiction stands.
    more: str = ""


def _stop(key: str, sentence: str) -> Finding:
    return Finding(f"id_{key}", sentence, True)


def _ask(key: str, sentence: str) -> Finding:
    return Finding(f"id_{key}", sentence, False)


REQUIRED = (
    "renstra_responsive",
    "renja_responsive",
    "rka_has_gbs",
    "spending_ceiling",
    "arg_ceiling",
    "arg_realized",
    "obstacles",
    "efforts",
)
EXPECTED = (
    "gap_count",
    "gbs_count",
    "kak_count",
    "tables_available",
    "tables_updated",
    "active_focal_points",
    "recommendation",
)


def findings(content: Content, semester: Semester) -> list[Finding]:
    """Everything the OPD should see before it submits, blocking ones first."""
    fields: Fields = content["fields"]
    found = [
        *_missing(fields),
        *_budget(fields),
        *_counts(fields),
        *_activities(content, semester),
    ]
    if not content["files"]:
        found.append(
            _ask("bukti", "Belum ada bukti dukung. Unggah paling sedikit satu berkas.")
        )
    return sorted(found, key=lambda finding: not finding.is_blocking)


def blocking(content: Content, semester: Semester) -> list[Finding]:
    return [found for found in findings(content, semester) if found.is_blocking]


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _missing(fields: Fields) -> Iterator[Finding]:
    for key in REQUIRED:
        if _is_empty(fields[key]):
            hint = ""
            if key in {"obstacles", "efforts"}:
                hint = " Tulis «tidak ada» bila memang tidak ada."
            elif QUESTIONS[key].kind == "uang":
                hint = " Tulis 0 bila memang tidak ada."
            yield _stop(key, f"{QUESTIONS[key].label} belum diisi.{hint}")
    for key in EXPECTED:
        if _is_empty(fields[key]):
            yield _ask(
                key,
                f"{QUESTIONS[key].label} belum diisi; di laporan Pokja tampil kosong (–).",
            )
    yield from _pair(
        fields,
        ("trained_men", "trained_women"),
        ("trained_men", "trained_women"),
        "staf dilatih",
    )


def _budget(fields: Fields) -> Iterator[Finding]:
    spending, ceiling = fields["spending_ceiling"], fields["arg_ceiling"]
    if _exceeds(ceiling, spending):
        yield _stop(
            "arg_ceiling",
            f"Pagu ARG {rupiah(ceiling)} melebihi total belanja OPD {rupiah(spending)}. "
            "Perbaiki salah satunya.",
        )
    yield from _realized(
        fields["arg_realized"],
        ceiling,
        fields["arg_note"],
        ("arg_note", "arg_realized"),
        "Realisasi ARG",
    )


def _counts(fields: Fields) -> Iterator[Finding]:
    if _exceeds(fields["tables_updated"], fields["tables_available"]):
        yield _stop(
            "tables_updated",
            "Tabel yang dimutakhirkan lebih banyak daripada tabel yang tersedia. "
            "Perbaiki salah satunya.",
        )
    if fields["rka_has_gbs"] == "ya" and fields["gbs_count"] == 0:
        yield _stop(
            "gbs_count",
            "RKA/DPA dinyatakan memuat GBS, tetapi jumlah GBS 0. "
            "Perbaiki salah satunya.",
        )
    if fields["rka_has_gbs"] == "tidak" and (fields["gbs_count"] or 0) > 0:
        yield _ask(
            "gbs_count",
            "Ada GBS, tetapi RKA/DPA dinyatakan belum memuat GBS. Periksa kembali.",
        )
    if _exceeds(fields["gbs_count"], fields["gap_count"]):
        yield _ask(
            "gbs_count",
            "Jumlah GBS lebih banyak daripada jumlah GAP. Biasanya satu GBS "
            "disusun dari satu GAP.",
        )


def _activities(content: Content, semester: Semester) -> Iterator[Finding]:
    activities: list[Fields] = content["activities"]
    proven = {file.get("activity") for file in content["files"]}
    if not activities:
        yield _ask(
            "tambah-kegiatan",
            "Belum ada kegiatan. Bila memang tidak ada kegiatan, jelaskan pada kendala.",
        )
    for place, row in enumerate(activities, start=1):
        called = f"Kegiatan {place}"
        yield from _activity(row, called, semester)
        yield from _against_the_list(row, called)
        if row.get("achievement") == "tercapai" and row["id"] not in proven:
            yield _stop(
                f"kegiatan-{row['id']}-achievement",
                f"{called} dinyatakan tercapai, tetapi belum ada bukti pada kegiatan "
                "itu. Unggah buktinya dan pilih kegiatannya, atau ubah capaiannya.",
            )


def _against_the_list(row: Fields, called: str) -> Iterator[Finding]:
    """What is claimed against what the attendance list says."""
    for name, listed, sex in (
        ("men", "listed_men", "laki-laki"),
        ("women", "listed_women", "perempuan"),
    ):
        claimed, counted = row.get(name), row.get(listed)
        if claimed is None or counted is None or claimed == counted:
            continue
        yield _ask(
            f"kegiatan-{row['id']}-{name}",
            f"{called}: peserta {sex} ditulis {angka(claimed)}, di daftar hadir "
            f"{angka(counted)}. Samakan, atau jelaskan pada hasil.",
        )


def _activity(row: Fields, called: str, semester: Semester) -> Iterator[Finding]:
    def key(name: str) -> str:
        return f"kegiatan-{row['id']}-{name}"

    start, end = day(row["held_from"]), day(row["held_to"])
    if _is_empty(row["name"]):
        yield _stop(key("name"), f"{called}: nama kegiatan belum diisi.")
    if start is None:
        yield _ask(key("held_from"), f"{called}: tanggal belum diisi.")
    elif start > semester.end or (end or start) < semester.start:
        yield _ask(
            key("held_from"),
            f"{called}: tanggal {rentang_tanggal(start, end or start)} di luar {semester}.",
        )
    yield from _pair(row, ("men", "women"), (key("men"), key("women")), called)
    if row["men"] is None and row["women"] is None:
        yield _ask(key("men"), f"{called}: jumlah peserta L/P belum diisi.")
    yield from _realized(
        row["realized"],
        row["ceiling"],
        row["realized_note"],
        (key("realized_note"), key("realized")),
        f"{called}: realisasi",
    )


def _pair(
    fields: Fields, names: tuple[str, str], keys: tuple[str, str], called: str
) -> Iterator[Finding]:
    """One sex counted and the other left open is no count."""
    for sex, name, key, other in (
        ("laki-laki", names[0], keys[0], names[1]),
        ("perempuan", names[1], keys[1], names[0]),
    ):
        if fields[name] is None and fields[other] is not None:
            subject = f"{called}: jumlah" if called[0].isupper() else f"Jumlah {called}"
            yield _stop(key, f"{subject} {sex} belum diisi. Tulis 0 bila tidak ada.")


def _realized(
    realized: int | None,
    ceiling: int | None,
    note: str,
    keys: tuple[str, str],
    called: str,
) -> Iterator[Finding]:
    if not _exceeds(realized, ceiling):
        return
    over = f"{called} {rupiah(realized)} melebihi pagu {rupiah(ceiling)}."
    finding: Callable[[str, str], Finding] = _stop if _is_empty(note) else _ask
    advice = (
        " Tulis catatan, misalnya perubahan anggaran."
        if _is_empty(note)
        else " Catatan sudah ada."
    )
    yield finding(keys[0] if _is_empty(note) else keys[1], over + advice)


def _exceeds(value: int | None, limit: int | None) -> bool:
    return value is not None and limit is not None and value > limit
