"""Numbers as Indonesian readers expect them. Reading what people type is in `typed_numbers`, re-exported here."""

from decimal import ROUND_HALF_UP, Decimal

from pug_portal.lib.typed_numbers import (
    BIGGEST_COUNT,
    BIGGEST_DECIMAL,
    BIGGEST_RUPIAH,
    NumberRefused,
    parse_count,
    parse_decimal,
    parse_rupiah,
)

__all__ = [
    "BIGGEST_COUNT",
    "BIGGEST_DECIMAL",
    "BIGGEST_RUPIAH",
    "EMPTY",
    "MINUS",
    "NumberRefused",
    "angka",
    "parse_count",
    "parse_decimal",
    "parse_rupiah",
    "persen",
    "persen_nilai",
    "perubahan",
    "rupiah",
    "terbilang",
    "ukuran",
]

EMPTY = "\N{EN DASH}"  # stands for "no value", never a zero or a blank
MINUS = "\N{MINUS SIGN}"  # the true minus, as wide as the plus
NBSP = "\N{NO-BREAK SPACE}"

Number = int | float | Decimal

_UNITS = [
    "",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
]
_SCALES = [
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (10**3, "ribu"),
    (100, "ratus"),
]
_BIGGEST_IN_WORDS = 10**18


def rupiah(value: int | None) -> str:
    """`Rp 1.250.000`; the space does not break."""
    if value is None:
        return EMPTY
    sign = MINUS if value < 0 else ""
    return f"{sign}Rp{NBSP}{_grouped(abs(value))}"


def angka(value: Number | None, places: int | None = None) -> str:
    """`1.234.567,89`. Without `places` a fraction keeps at most two digits and loses its closing zeros."""
    if value is None:
        return EMPTY
    # Most are counts, a hundred to a page: no decimal is needed to write them.
    if type(value) is int and not places:
        return f"{MINUS if value < 0 else ''}{_grouped(abs(value))}"
    exact = _exact(value)
    if not exact.is_finite():
        return EMPTY
    rounded = _rounded(exact, 2 if places is None else places)
    text = _indonesian(rounded)
    if places is None and "," in text:
        return text.rstrip("0").rstrip(",")
    return text


def persen(
    numerator: Number | None, denominator: Number | None, places: int = 1
) -> str:
    """`77,2%` of a numerator and its denominator; nothing can be said of a denominator of zero."""
    if numerator is None or not denominator:
        return EMPTY
    return persen_nilai(_exact(numerator) * 100 / _exact(denominator), places)


def persen_nilai(value: Number | None, places: int = 1) -> str:
    """`77,2%` of a value that already is a percentage."""
    text = angka(value, places)
    return text if text == EMPTY else f"{text}%"


def perubahan(value: Number | None, places: int = 1) -> str:
    """`+3,5`, or `1,2` behind a true minus; a change that rounds to nothing carries no sign."""
    text = angka(value, places)
    if value is None or text == EMPTY or text.startswith(MINUS) or not text.strip("0,"):
        return text
    return f"+{text}"


def terbilang(value: int | None) -> str:
    """The number in words: `satu juta dua ratus lima puluh ribu`."""
    if value is None:
        return EMPTY
    if abs(value) >= _BIGGEST_IN_WORDS:
        raise ValueError(f"no words for {value}")
    if value == 0:
        return "nol"
    return f"minus {_words(-value)}" if value < 0 else _words(value)


def ukuran(size: int | None) -> str:
    """The size of a file: `1,8 MB`, `48 KB`, `512 byte`."""
    if size is None:
        return EMPTY
    if size < 1024:
        return f"{size}{NBSP}byte"
    if round(size / 1024) < 1024:
        return f"{angka(size / 1024, 0)}{NBSP}KB"
    megabytes = _rounded(Decimal(size) / 1024**2, 1)
    if megabytes < 1024:
        return f"{_without_zero(megabytes)}{NBSP}MB"
    return f"{_without_zero(_rounded(Decimal(size) / 1024**3, 1))}{NBSP}GB"


def _without_zero(value: Decimal) -> str:
    return _indonesian(value).removesuffix(",0")


def _exact(value: Number) -> Decimal:
    # Through text, so that 2.675 stays the 2.675 that was meant and not its nearest binary neighbour.
    return value if isinstance(value, Decimal) else Decimal(str(value))


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _indonesian(value: Decimal) -> str:
    sign = MINUS if value < 0 else ""
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    return sign + whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def _words(value: int) -> str:
    for size, name in _SCALES:
        if value >= size:
            many, rest = divmod(value, size)
            return f"{_so_many(many, name)} {_words(rest)}".strip()
    if value < 12:
        return _UNITS[value]
    if value < 20:
        return f"{_UNITS[value - 10]} belas"
    return f"{_UNITS[value // 10]} puluh {_UNITS[value % 10]}".strip()


def _so_many(many: int, name: str) -> str:
    # One hundred and one thousand have a word of their own; one million has not.
    return (
        f"se{name}"
        if many == 1 and name in ("ratus", "ribu")
        else f"{_words(many)} {name}"
    )
