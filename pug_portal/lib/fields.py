"""Form fields that read and show numbers and dates the Indonesian way.

Each keeps what the person typed when it is refused, and shows a stored value as it would be typed.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pug_portal.lib import numbers

# Beyond it the number no longer fits into a key of the database.
LONGEST_KEY = 18
REQUIRED = "Kolom ini perlu diisi."
REQUIRED_FILE = "Pilih berkasnya dahulu."
WHOLE_NUMBER = "Tulis bilangan bulat dengan angka saja, misalnya 12."


def empty_if(case: str, field: forms.Field) -> forms.Field:
    """A field that its label calls empty only «bila …»: a rule asks for it otherwise."""
    field.required = False
    field.empty_if = case  # type: ignore[attr-defined]
    return field


class NumberInput(forms.TextInput):
    """A text box with the number keys of a phone. `type=number` would drop "1.250.000" unseen."""

    def __init__(
        self, attrs: Mapping[str, Any] | None = None, inputmode: str = "numeric"
    ) -> None:
        super().__init__(
            {"inputmode": inputmode, "autocomplete": "off", **(attrs or {})}
        )


class DecimalInput(NumberInput):
    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(attrs, inputmode="decimal")


class TypedNumberField(forms.Field):
    """What the three number fields share; each says how its text is read."""

    widget: type[forms.Widget] = NumberInput
    default_error_messages = {"required": REQUIRED}

    def read(self, text: str) -> int | Decimal | None:
        raise NotImplementedError

    def to_python(self, value: Any) -> int | Decimal | None:
        if value in self.empty_values:
            return None
        try:
            return self.read(_as_typed(value))
        except numbers.NumberRefused as refused:
            raise ValidationError(refused.sentence, code="invalid") from refused

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else _as_typed(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        if self.disabled:
            return False
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class RupiahField(TypedNumberField):
    """Whole rupiah; `Rp 1.250.000`, `1.250.000` and `1250000` are the same amount."""

    unit_before = "Rp"

    def __init__(self, *, biggest: int = numbers.BIGGEST_RUPIAH, **kwargs: Any) -> None:
        self.biggest = biggest
        super().__init__(**kwargs)

    def read(self, text: str) -> int | None:
        return numbers.parse_rupiah(text, self.biggest)


class CountField(TypedNumberField):
    """A whole number from zero on. Empty is None: nobody counted, which is not the same as zero."""

    def __init__(self, *, biggest: int = numbers.BIGGEST_COUNT, **kwargs: Any) -> None:
        self.biggest = biggest
        super().__init__(**kwargs)

    def read(self, text: str) -> int | None:
        return numbers.parse_count(text, self.biggest)


class YearField(CountField):
    """A year: four digits, shown without the point of thousands."""

    def read(self, text: str) -> int | None:
        try:
            year = super().read(text)
        except numbers.NumberRefused:
            year = 0
        if year is not None and not 1000 <= year <= 9999:
            raise numbers.NumberRefused(
                "Tulis tahun dengan empat angka, misalnya 2025."
            )
        return year

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value


class DecimalField(TypedNumberField):
    """A number with a fraction behind a comma."""

    widget: type[forms.Widget] = DecimalInput

    def __init__(
        self,
        *,
        places: int = 2,
        smallest: Decimal | None = Decimal(0),
        biggest: Decimal = numbers.BIGGEST_DECIMAL,
        **kwargs: Any,
    ) -> None:
        self.places, self.smallest, self.biggest = places, smallest, biggest
        super().__init__(**kwargs)

    def read(self, text: str) -> Decimal | None:
        return numbers.parse_decimal(text, self.places, self.smallest, self.biggest)


class PercentField(DecimalField):
    """A percentage from 0 to 100; a percent sign typed along is no mistake."""

    unit_after = "%"

    def __init__(self, *, biggest: Decimal = Decimal(100), **kwargs: Any) -> None:
        super().__init__(biggest=biggest, **kwargs)

    def read(self, text: str) -> Decimal | None:
        return super().read(text.strip().removesuffix("%"))


class DateInput(forms.DateInput):
    """The browser's own date picker, which wants ISO dates whatever the language of the page."""

    input_type = "date"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        # A date needs no full-width box; `w-m` is the design's middle width.
        usual = {"autocomplete": "off", "class": "w-m"}
        super().__init__({**usual, **(attrs or {})}, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        # A picker shows an empty box for words that are no date; a text box keeps them in sight.
        if not _is_day(context["widget"]["value"]):
            context["widget"]["type"] = "text"
        return context


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", **(attrs or {})}, format="%H:%M")


class TanggalField(forms.DateField):
    """A date. Browsers without a picker send what was typed, so the Indonesian order is read too."""

    widget = DateInput
    input_formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]
    default_error_messages = {
        "required": REQUIRED,
        "invalid": "Tanggal tidak terbaca. Tulis tanggal, bulan, dan tahun, misalnya 26-10-2020.",
    }

    def __init__(
        self, *, first_year: int = 1945, last_year: int = 2100, **kwargs: Any
    ) -> None:
        self.first_year, self.last_year = first_year, last_year
        super().__init__(**kwargs)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        # The picker takes the year digit by digit and happily sends the year 20.
        if value is not None and not self.first_year <= value.year <= self.last_year:
            raise ValidationError(
                f"Tahun {value.year} tidak mungkin di sini. Tulis tahun dengan empat angka, "
                f"dari {self.first_year} sampai {self.last_year}.",
                code="year",
            )


class JamField(forms.TimeField):
    """An hour of the day: `07:30` from the picker, `07.30` as Indonesians type it."""

    widget = TimeInput
    input_formats = ["%H:%M", "%H.%M", "%H:%M:%S"]
    default_error_messages = {
        "required": REQUIRED,
        "invalid": "Jam tidak terbaca. Tulis jam dan menit, misalnya 07.30.",
    }


class LongLineField(forms.CharField):
    """One line that no text box shows whole, such as the title of a law; pasted in
    several lines it becomes one again."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").split())


class ManyField(forms.ModelMultipleChoiceField):
    """A key that no row can have is an unknown choice, not a question for the database."""

    def clean(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            if len(str(key)) > LONGEST_KEY:
                raise ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": str(key)[:LONGEST_KEY]},
                )
        return super().clean(value)


def _is_day(shown: str | None) -> bool:
    try:
        return not shown or bool(date.fromisoformat(shown))
    except ValueError:
        return False


def _as_typed(value: Any) -> str:
    """A number as its reader would type it; text is left alone."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return numbers.angka(
            value.normalize(), max(0, -int(value.normalize().as_tuple().exponent))
        ).replace(numbers.MINUS, "-")
    return numbers.angka(value).replace(numbers.MINUS, "-")
