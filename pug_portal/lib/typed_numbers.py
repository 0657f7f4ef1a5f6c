"""Numbers as Indonesian people type them. Every refusal is a sentence that says what to type instead.

A dot separates thousands, a comma the fraction. `1.5` therefore is no number here: guessing whether fifteen
or one and a half was meant would put a wrong figure into a report.
"""

import re
from decimal import Decimal

BIGGEST_RUPIAH = 10**15
BIGGEST_COUNT = 10**9
BIGGEST_DECIMAL = Decimal(10**12)

_GROUPED = re.compile(r"[1-9][0-9]{0,2}([. ])[0-9]{3}(?:\1[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]+")
_CURRENCY = re.compile(r"(?:rp\.?|idr)\s*", re.IGNORECASE)
_MINUS_SIGNS = "-\N{MINUS SIGN}\N{EN DASH}"
_NO_CENTS = re.compile(
    rf",(?:[{_MINUS_SIGNS}]|00)\Z"
)  # "1.000,-" is how invoices close an amount
_NEGATIVE = re.compile(rf"[{_MINUS_SIGNS}]\s*[0-9]|[(]\s*[0-9][0-9.,\s]*[)]")
_NUMBER_LIKE = re.compile(r"[0-9., ]*[0-9][0-9., ]*")


class NumberRefused(ValueError):
    """What was typed is no number we may use; `sentence` tells the person what to type."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def parse_rupiah(text: str | None, biggest: int = BIGGEST_RUPIAH) -> int | None:
    """`Rp 1.000`, `1.000`, `1000` and `1.000,-` are 1000; nothing typed is None, never 0."""
    typed = _tidy(text)
    if not typed:
        return None
    amount = _CURRENCY.sub("", typed, count=1) if _CURRENCY.match(typed) else typed
    if not amount:
        raise NumberRefused(
            "Belum ada angka sesudah “Rp”. Tulis jumlahnya, misalnya 1.500.000."
        )
    _refuse_negative(amount, "Jumlah uang")
    amount = _NO_CENTS.sub("", amount).strip()
    if "," in amount and _NUMBER_LIKE.fullmatch(amount):
        raise NumberRefused(
            f"Tulis rupiah bulat tanpa sen, misalnya 1.234.567. Pada “{_short(typed)}” ada koma; "
            "titik hanya untuk memisahkan ribuan."
        )
    value = _whole(amount, typed, example="1.500.000", digits_limit=len(str(biggest)))
    if value is None or value > biggest:
        raise NumberRefused(
            f"Jumlah uang paling banyak Rp\N{NO-BREAK SPACE}{biggest:,}.".replace(
                ",", "."
            )
            + " Periksa kembali banyaknya angka nol."
        )
    return value


def parse_count(text: str | None, biggest: int = BIGGEST_COUNT) -> int | None:
    """A number of people or things: `1.284` and `1284`; never a fraction, never below zero."""
    typed = _tidy(text)
    if not typed:
        return None
    _refuse_negative(typed, "Jumlah")
    if "," in typed and _NUMBER_LIKE.fullmatch(typed):
        raise NumberRefused(
            f"Jumlah harus bilangan bulat. Hapus koma pada “{_short(typed)}”, misalnya tulis 12."
        )
    value = _whole(typed, typed, example="1.284", digits_limit=len(str(biggest)))
    if value is None or value > biggest:
        raise NumberRefused(
            f"Jumlah paling banyak {biggest:,}.".replace(",", ".")
            + " Periksa kembali angkanya."
        )
    return value


def parse_decimal(
    text: str | None,
    places: int = 2,
    smallest: Decimal | None = Decimal(0),
    biggest: Decimal = BIGGEST_DECIMAL,
) -> Decimal | None:
    """`1.234,5` and `1234,5`; the comma opens the fraction."""
    typed = _tidy(text)
    if not typed:
        return None
    if smallest is not None and smallest >= 0:
        _refuse_negative(typed, "Nilai")
    negative = typed[0] in _MINUS_SIGNS
    whole_text, comma, fraction = typed.lstrip(_MINUS_SIGNS + " ").partition(",")
    if comma and not _PLAIN.fullmatch(fraction):
        raise NumberRefused(
            f"“{_short(typed)}” bukan angka. Pakai satu koma untuk pecahan, misalnya 12,5."
        )
    if len(fraction) > places:
        raise NumberRefused(
            f"Tulis paling banyak {places} angka di belakang koma, misalnya {_example(places)}."
        )
    whole = _whole(
        whole_text,
        typed,
        example="1.234,5",
        digits_limit=len(str(int(biggest))),
        fraction=True,
    )
    value = (
        None
        if whole is None
        else Decimal(f"{'-' if negative else ''}{whole}.{fraction or '0'}")
    )
    _refuse_outside(value, smallest, biggest)
    return value


def _refuse_outside(
    value: Decimal | None, smallest: Decimal | None, biggest: Decimal
) -> None:
    if value is None or value > biggest:
        raise NumberRefused(
            f"Nilai paling banyak {_plain(biggest)}. Periksa kembali angkanya."
        )
    if smallest is not None and value < smallest:
        raise NumberRefused(
            f"Nilai paling sedikit {_plain(smallest)}. Periksa kembali angkanya."
        )


def _whole(
    part: str, typed: str, *, example: str, digits_limit: int, fraction: bool = False
) -> int | None:
    """The whole number in `part`, or None when it is longer than any we take."""
    if not (_PLAIN.fullmatch(part) or _GROUPED.fullmatch(part)):
        raise NumberRefused(_why_not(part, typed, example, fraction))
    digits = part.replace(".", "").replace(" ", "").lstrip("0")
    # Python itself refuses to read thousands of digits, so the length is judged before the value.
    return None if len(digits) > digits_limit else int(digits or "0")


def _why_not(part: str, typed: str, example: str, fraction: bool) -> str:
    shown = _short(typed)
    if not _NUMBER_LIKE.fullmatch(part):
        return f"“{shown}” bukan angka. Tulis dengan angka saja, misalnya {example}."
    if fraction and re.fullmatch(r"[0-9]+\.[0-9]+", part):
        return f"Pakai koma untuk pecahan: {part.replace('.', ',')}, bukan {part}."
    plain = part.replace(".", "").replace(" ", "").replace(",", "").lstrip("0")
    advice = (
        f"atau tanpa titik: {plain}" if 0 < len(plain) <= 16 else "atau tanpa titik"
    )
    return f"Titik pada “{shown}” tidak memisahkan ribuan. Beri titik tiap tiga angka dari belakang, {advice}."


def _refuse_negative(typed: str, what: str) -> None:
    if _NEGATIVE.match(typed):
        raise NumberRefused(
            f"{what} tidak boleh kurang dari nol. Hapus tanda minus pada “{_short(typed)}”."
        )


def _tidy(text: str | None) -> str:
    # Pasted amounts carry no-break and thin spaces; split() knows them all.
    return " ".join(text.split()) if text else ""


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"


def _example(places: int) -> str:
    return "12," + "5" * places if places else "12"


def _plain(value: Decimal) -> str:
    text = f"{value.normalize():,f}"
    return text.translate(str.maketrans(",.", ".,"))
