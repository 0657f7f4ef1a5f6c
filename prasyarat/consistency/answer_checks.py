"""What the rules over answers and their evidence look for: one function per rule."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prasyarat.assessments.models import State
from prasyarat.consistency.answers import Answers, Said
from prasyarat.consistency.core import Case
from prasyarat.rules import AnswerType, is_filled
from prasyarat.scoring_words import amount
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import angka

LONG_WAIT = 30
OLD_ADDRESS = 365
MOST_USES = 3
MOST_LEFT_OUT = 4  # more than one in four
FOCAL_POINT_DECREE, FOCAL_POINT_SHARE = "KEL-4", "KEL-3"


def claims(row: Said) -> bool:
    """It says more than no or nought, whatever its evidence."""
    given, rule = row.given, row.rule
    if given.not_applicable:
        return False
    if rule.answer_type.is_choice:
        choice = rule.choice(given.choice)
        return choice is not None and choice.score > 0
    if rule.answer_type is AnswerType.TXT:
        return bool(given.text.strip())
    figure = given.value if rule.answer_type is AnswerType.N else given.numerator
    return figure is not None and figure > 0


def _case(row: Said, sentence: str) -> Case:
    return Case(row.subject, sentence, row.url)


def without_evidence(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.rule.document_mandatory and not row.proofs and claims(row):
            yield _case(row, "Jawaban bernilai, tetapi tidak ada bukti terlampir.")


def expired_evidence(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        ends = [p.valid_until for p in row.proofs if p.valid_until]
        is_bare = row.is_handed_in and not row.given.has_valid_evidence
        if is_bare and ends and max(ends) < seen.on:
            yield _case(row, f"Bukti terakhir berlaku sampai {tanggal(max(ends))}.")


def evidence_after_answer(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        for proof in row.proofs:
            if proof.document_date and proof.document_date > row.as_of:
                yield _case(
                    row,
                    f"«{proof.name}» bertanggal {tanggal(proof.document_date)}, "
                    f"jawabannya per {tanggal(row.as_of)}.",
                )


def above_hundred(seen: Answers) -> Iterator[Case]:
    for row, part, whole in _shares(seen):
        if part > whole and not row.rule.may_exceed:
            yield _case(row, f"{_of(row, part)} dari {_of(row, whole)}.")


def excess_without_note(seen: Answers) -> Iterator[Case]:
    for row, part, whole in _shares(seen):
        if part > whole and row.rule.may_exceed and not row.given.note.strip():
            yield _case(
                row, f"{_of(row, part)} dari {_of(row, whole)}, tanpa penjelasan."
            )


def impossible_figure(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        figures = (row.given.value, row.given.numerator, row.given.denominator)
        for figure in figures:
            if figure is not None and (
                figure < 0 or figure != figure.to_integral_value()
            ):
                yield _case(row, f"Tertulis {angka(figure)}.")


def other_number_of_opds(seen: Answers) -> Iterator[Case]:
    for row, _, whole in _shares(seen):
        is_of_region = row.rule.unit == "OPD" and row.opd_id is None
        listed = seen.opds_on(row.as_of)
        if is_of_region and whole != listed:
            yield _case(
                row,
                f"Penyebutnya {angka(whole)} OPD, daftar OPD per {tanggal(row.as_of)} "
                f"memuat {listed}.",
            )


def share_is_not_the_register(seen: Answers) -> Iterator[Case]:
    row = seen.of_region(FOCAL_POINT_SHARE)
    part = row.given.numerator if row else None
    if row is None or part is None:
        return
    having = seen.decrees_on(row.as_of)
    if part != having:
        yield _case(
            row,
            f"Tertulis {angka(part)} OPD, penunjukan bernomor SK per "
            f"{tanggal(row.as_of)} ada pada {having} OPD.",
        )


def older_than_the_year(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.as_of.year < seen.on.year:
            yield _case(row, f"Jawaban per {tanggal(row.as_of)}.")


def verified_by_its_writer(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.verified_by and row.verified_by in {row.filled_by, row.submitted_by}:
            yield _case(row, "Yang memverifikasi ikut mengisi atau mengajukannya.")


def waits_too_long(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.state == State.SUBMITTED and row.submitted_on:
            days = (seen.on - row.submitted_on).days
            if days > LONG_WAIT:
                yield _case(row, f"Menunggu verifikasi {angka(days)} hari.")


def returned_and_left(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        days = (seen.on - row.touched_on).days
        if row.state == State.NEEDS_WORK and days > LONG_WAIT:
            yield _case(row, f"Perlu perbaikan, tidak disentuh {angka(days)} hari.")


def file_used_too_often(seen: Answers) -> Iterator[Case]:
    uses: dict[str, list[Said]] = {}
    names: dict[str, str] = {}
    for row in seen.said:
        for key in {proof.key for proof in row.proofs if not proof.is_address}:
            uses.setdefault(key, []).append(row)
        names.update({proof.key: proof.name for proof in row.proofs})
    for key, rows in uses.items():
        if len(rows) > MOST_USES:
            codes = ", ".join(row.subject for row in rows[:6])
            more = " …" if len(rows) > 6 else ""
            yield Case(
                names[key],
                f"Berkas yang sama dipakai {len(rows)} kali: {codes}{more}.",
                rows[0].url,
            )


def address_not_opened_lately(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        for proof in row.proofs:
            if proof.is_address and (
                proof.accessed_on is None
                or (seen.on - proof.accessed_on).days > OLD_ADDRESS
            ):
                when = (
                    tanggal(proof.accessed_on) if proof.accessed_on else "tanpa tanggal"
                )
                yield _case(row, f"{proof.name}: terakhir dibuka {when}.")


def decree_said_without_focal_point(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.code != FOCAL_POINT_DECREE or row.opd_id is None:
            continue
        if claims(row) and row.opd_id not in seen.opds_with_focal_point:
            yield _case(row, "Dijawab ada, tetapi OPD ini tidak punya focal point.")


def much_left_out(seen: Answers) -> Iterator[Case]:
    own = [row for row in seen.said if row.opd_id is None]
    left = [row for row in own if row.state == State.NOT_APPLICABLE]
    if left and len(left) * MOST_LEFT_OUT > len(own):
        codes = ", ".join(row.code for row in left)
        yield Case(
            "Jawaban daerah",
            f"{len(left)} dari {len(own)} jawaban «tidak berlaku»: {codes}.",
            left[0].url,
        )


def said_no_with_evidence(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.proofs and _says_no(row):
            yield _case(row, "Dijawab belum atau nol, padahal ada bukti terlampir.")


def incomplete_but_handed_in(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        is_empty = not is_filled(row.rule, row.given) and not row.proves_figure
        if row.is_handed_in and is_empty:
            yield _case(row, "Sudah diajukan, tetapi jawabannya kosong.")


def figure_moved_since(seen: Answers) -> Iterator[Case]:
    for row in seen.said:
        if row.figure_then:
            yield _case(
                row,
                f"Saat diverifikasi portal menghitung {row.figure_then}, "
                f"kini {row.figure_now}.",
            )


def _shares(seen: Answers) -> Iterator[tuple[Said, Decimal, Decimal]]:
    for row in seen.said:
        part, whole = row.given.numerator, row.given.denominator
        if row.rule.answer_type is AnswerType.PCT and part is not None and whole:
            yield row, part, whole


def _of(row: Said, figure: Decimal) -> str:
    return amount(figure, row.rule.unit)


def _says_no(row: Said) -> bool:
    is_answered = not row.given.not_applicable and is_filled(row.rule, row.given)
    return is_answered and not claims(row)
