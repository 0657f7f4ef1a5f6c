"""Reads one object of a JSON file strictly, and notes each problem under the row's name."""

from datetime import date
from decimal import Decimal
from typing import Any


class Row:
    """Answers with a harmless value after a problem, so one pass finds all problems."""

    def __init__(self, name: str, raw: Any, problems: list[str]) -> None:
        self.name = name
        self.problems = problems
        self.seen: set[str] = set()
        self.raw: dict[str, Any] = raw if isinstance(raw, dict) else {}
        if not isinstance(raw, dict):
            self.refuse("harus berupa objek {…}.")

    def refuse(self, sentence: str) -> None:
        self.problems.append(f"{self.name}: {sentence}")

    def text(self, key: str, *, required: bool = True) -> str:
        value = self._get(key, required=required, default="")
        if not isinstance(value, str):
            self.refuse(f"{key} harus berupa teks.")
            return ""
        if required and key in self.raw and not value.strip():
            self.refuse(f"{key} tidak boleh kosong.")
        return value

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self.text(key)
        if value and value not in allowed:
            self.refuse(
                f"{key} «{value}» tidak dikenal; pilihan: {', '.join(allowed)}."
            )
        return value if value in allowed else allowed[0]

    def whole(self, key: str) -> int:
        value = self._get(key, required=True, default=0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.refuse(f"{key} harus bilangan bulat 0 atau lebih.")
            return 0
        return value

    def number(self, key: str) -> Decimal:
        return self._decimal(key, self._get(key, required=True, default=0))

    def number_or_none(self, key: str) -> Decimal | None:
        value = self._get(key, required=False, default=None)
        return None if value is None else self._decimal(key, value)

    def day(self, key: str) -> date:
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            self.refuse(f"{key} harus tanggal seperti 2020-10-26.")
            return date.min

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        return tuple(
            self._decimal(key, value) for value in self._list(key, required=True)
        )

    def flag(self, key: str, *, required: bool = True) -> bool:
        value = self._get(key, required=required, default=False)
        if not isinstance(value, bool):
            self.refuse(f"{key} harus true atau false.")
            return False
        return value

    def texts(
        self, key: str, *, allowed: tuple[str, ...], filled: bool = True
    ) -> tuple[str, ...]:
        values = self._list(key, required=True)
        if filled and key in self.raw and not values:
            self.refuse(f"{key} tidak boleh kosong.")
        for value in values:
            if not isinstance(value, str) or value not in allowed:
                self.refuse(f"{key} memuat «{value}» yang tidak dikenal.")
        return tuple(str(value) for value in values)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts that may be empty."""
        values = self._list(key, required=True)
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.refuse(f"{key} harus berupa daftar teks.")
            return ()
        return tuple(values)

    def rows(self, key: str, name: str, *, required: bool = True) -> "list[Row]":
        return [
            Row(self._row_name(name, number, raw), raw, self.problems)
            for number, raw in enumerate(self._list(key, required=required), start=1)
        ]

    def row(self, key: str, *, required: bool = True) -> "Row | None":
        raw = self._get(key, required=required, default=None)
        return None if raw is None else Row(f"{self.name}, {key}", raw, self.problems)

    def mapping(self, key: str) -> dict[str, Any]:
        value = self._get(key, required=True, default={})
        if not isinstance(value, dict):
            self.refuse(f"{key} harus berupa objek {{…}}.")
            return {}
        return value

    def finish(self) -> None:
        """A misspelt key must not pass as a missing optional one."""
        for key in self.raw:
            if key not in self.seen:
                self.refuse(f"kolom «{key}» tidak dikenal.")

    def _get(self, key: str, *, required: bool, default: Any) -> Any:
        self.seen.add(key)
        if key in self.raw:
            return self.raw[key]
        if required and self.raw:
            self.refuse(f"{key} belum ada.")
        return default

    def _list(self, key: str, *, required: bool) -> list[Any]:
        value = self._get(key, required=required, default=[])
        if not isinstance(value, list):
            self.refuse(f"{key} harus berupa daftar […].")
            return []
        return value

    def _decimal(self, key: str, value: Any) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.refuse(f"{key} harus berupa angka.")
            return Decimal(0)
        return Decimal(value)

    def _row_name(self, name: str, number: int, raw: Any) -> str:
        code = raw.get("code") if isinstance(raw, dict) else None
        prefix = f"{self.name}, " if self.name else ""
        label = f"{name} ke-{number}"
        return (
            f"{prefix}{label} ({code})"
            if isinstance(code, str) and code
            else prefix + label
        )
