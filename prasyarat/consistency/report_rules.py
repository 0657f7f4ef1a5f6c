"""Rules over the reports of OPD and over who is appointed to write them."""

from __future__ import annotations

from collections.abc import Iterator

from prasyarat.consistency.core import Case, Chapter, Rule, Severity
from prasyarat.consistency.reports import Done, Report, Reports, load
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import rupiah

DECREE_DAYS = 90


def realised_above_ceiling(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if _above(row.arg_realized, row.arg) and not row.arg_note.strip():
            yield _case(
                row,
                f"Realisasi ARG {_money(row.arg_realized)}, pagunya {_money(row.arg)}.",
            )


def arg_above_budget(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if _above(row.arg, row.spending):
            yield _case(
                row,
                f"Pagu ARG {_money(row.arg)}, total belanja {_money(row.spending)}.",
            )


def realised_without_ceiling(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if row.arg_realized and not row.arg:
            yield _case(
                row, f"Realisasi ARG {_money(row.arg_realized)}, pagunya belum diisi."
            )


def activity_above_ceiling(seen: Reports) -> Iterator[Case]:
    for row, done in _activities(seen):
        if _above(done.realized, done.ceiling) and not done.note.strip():
            yield _case(
                row,
                f"«{done.name}»: realisasi {_money(done.realized)}, pagu {_money(done.ceiling)}.",
            )


def activities_above_arg(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        total = sum(done.ceiling or 0 for done in row.activities)
        if row.arg is not None and total > row.arg:
            yield _case(
                row, f"Pagu semua kegiatan {_money(total)}, pagu ARG {_money(row.arg)}."
            )


def verified_without_evidence(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if row.is_verified and not row.files:
            yield _case(row, "Sudah diverifikasi, tidak ada berkas bukti.")


def verified_by_its_writer(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if row.verified_by is not None and row.verified_by in row.writers:
            yield _case(row, "Yang memverifikasi ikut mengisi laporan ini.")


def more_updated_than_there_are(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if _above(row.tables_updated, row.tables):
            yield _case(
                row,
                f"{row.tables_updated} tabel dimutakhirkan dari {row.tables} yang ada.",
            )


def more_gbs_than_gap(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if _above(row.gbs, row.gap):
            yield _case(row, f"{row.gbs} GBS dari {row.gap} GAP.")


def budget_says_gbs_without_one(seen: Reports) -> Iterator[Case]:
    for row in seen.reports:
        if row.rka_has_gbs == "ya" and not row.gbs:
            yield _case(
                row, "RKA/DPA dikatakan memuat GBS, jumlah GBS nol atau kosong."
            )


def people_differ_from_the_list(seen: Reports) -> Iterator[Case]:
    for row, done in _activities(seen):
        for sex, said, listed in (
            ("laki-laki", done.men, done.listed_men),
            ("perempuan", done.women, done.listed_women),
        ):
            if said is not None and listed is not None and said != listed:
                yield _case(
                    row, f"«{done.name}»: {said} {sex}, di daftar hadir {listed}."
                )


def nobody_took_part(seen: Reports) -> Iterator[Case]:
    for row, done in _activities(seen):
        if done.realized and not done.men and not done.women:
            yield _case(row, f"«{done.name}» terealisasi tanpa peserta L maupun P.")


def held_outside_the_semester(seen: Reports) -> Iterator[Case]:
    for row, done in _activities(seen):
        first, last = done.held_from, done.held_to or done.held_from
        if first and last and (last < row.first_day or first > row.last_day):
            yield _case(
                row, f"«{done.name}» tanggal {tanggal(first)}, di luar semester."
            )


def no_focal_point(seen: Reports) -> Iterator[Case]:
    for office in seen.offices:
        if not office.has_focal_point:
            yield Case(office.name, "Tidak ada focal point yang ditunjuk.", office.url)


def decree_never_came(seen: Reports) -> Iterator[Case]:
    for office in seen.offices:
        since = office.pending_since
        if since is not None and (seen.on - since).days > DECREE_DAYS:
            yield Case(office.name, f"SK menyusul sejak {tanggal(since)}.", office.url)


def _activities(seen: Reports) -> Iterator[tuple[Report, Done]]:
    for row in seen.reports:
        for done in row.activities:
            yield row, done


def _above(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole


def _money(amount: int | None) -> str:
    return rupiah(amount or 0)


def _case(row: Report, sentence: str) -> Case:
    return Case(row.subject, sentence, row.url)


H, M, L = Severity.HEAVY, Severity.MIDDLE, Severity.LIGHT
CHAPTER = Chapter(
    "Laporan OPD dan focal point",
    load,
    (
        Rule(
            "O01",
            "Realisasi ARG di atas pagu tanpa catatan",
            "Boleh terjadi sesudah perubahan anggaran, tetapi harus ada catatannya.",
            M,
            realised_above_ceiling,
        ),
        Rule(
            "O02",
            "ARG di atas total belanja",
            "ARG adalah bagian dari belanja OPD, jadi tidak mungkin melebihinya.",
            H,
            arg_above_budget,
        ),
        Rule(
            "O03",
            "Realisasi ARG tanpa pagu",
            "Persentase realisasi tidak dapat dihitung tanpa pagunya.",
            M,
            realised_without_ceiling,
        ),
        Rule(
            "O04",
            "Realisasi kegiatan di atas pagu tanpa catatan",
            "Pemeriksa akan menanyakan asal selisihnya.",
            M,
            activity_above_ceiling,
        ),
        Rule(
            "O05",
            "Pagu kegiatan melebihi pagu ARG",
            "Jumlah kegiatan responsif gender seharusnya tercakup dalam pagu ARG.",
            L,
            activities_above_arg,
        ),
        Rule(
            "O06",
            "Laporan diverifikasi tanpa bukti",
            "Verifikasi menyatakan bahwa bukti sudah diperiksa.",
            H,
            verified_without_evidence,
        ),
        Rule(
            "O07",
            "Laporan diverifikasi oleh pengisinya",
            "Tidak seorang pun memverifikasi laporannya sendiri.",
            H,
            verified_by_its_writer,
        ),
        Rule(
            "O08",
            "Tabel dimutakhirkan lebih banyak daripada yang ada",
            "Yang dimutakhirkan adalah bagian dari tabel yang tersedia.",
            M,
            more_updated_than_there_are,
        ),
        Rule(
            "O09",
            "GBS lebih banyak daripada GAP",
            "GBS disusun dari GAP; kelebihannya biasanya salah hitung.",
            L,
            more_gbs_than_gap,
        ),
        Rule(
            "O10",
            "RKA/DPA memuat GBS, tetapi tidak ada GBS",
            "Dua jawaban dalam satu laporan saling bertentangan.",
            M,
            budget_says_gbs_without_one,
        ),
        Rule(
            "O11",
            "Jumlah peserta berbeda dengan daftar hadir",
            "Perempuan ditambah laki-laki harus sama dengan jumlah menurut daftar hadir.",
            M,
            people_differ_from_the_list,
        ),
        Rule(
            "O12",
            "Kegiatan terealisasi tanpa peserta",
            "Data terpilah peserta adalah isi pokok laporan pelaksanaan PUG.",
            L,
            nobody_took_part,
        ),
        Rule(
            "O13",
            "Kegiatan di luar semester laporan",
            "Kegiatan dihitung pada semester saat dilaksanakan.",
            M,
            held_outside_the_semester,
        ),
        Rule(
            "O14",
            "OPD tanpa focal point",
            "Setiap OPD aktif perlu sedikitnya satu focal point.",
            M,
            no_focal_point,
        ),
        Rule(
            "O15",
            "SK focal point tidak kunjung menyusul",
            f"Penunjukan tanpa nomor SK lebih dari {DECREE_DAYS} hari tidak dapat menjadi bukti.",
            L,
            decree_never_came,
        ),
    ),
)
