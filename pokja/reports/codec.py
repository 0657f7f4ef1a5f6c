"""Frozen dataclasses to JSON values and back, exactly, led by their type hints."""

from __future__ import annotations

import datetime as dt
import types
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: Any) -> Any:
    if is_dataclass(value):
        kept = [f for f in fields(value) if not _is_left_out(value, f)]
        return {f.name: encode(getattr(value, f.name)) for f in kept}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"cannot freeze {type(value).__name__}")


def _is_left_out(value: Any, field: Field[Any]) -> bool:
    """A part that came after version 1, of which there is none: the hash stays as it was."""
    return field.default is None and getattr(value, field.name) is None


def decode(kind: type[T], data: dict[str, Any]) -> T:
    """Refuses what is missing or unknown: a frozen report is whole or it is nothing."""
    return cast(T, _decode(kind, data))


def _decode(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = [arg for arg in get_args(kind) if arg is not type(None)]
        return None if value is None else _decode(inner, value)
    if origin is tuple:
        return _decode_tuple(get_args(kind), value)
    if is_dataclass(kind):
        return _decode_object(kind, value)
    if kind is Decimal:
        return Decimal(value)
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _decode_tuple(inner: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_decode(inner[0], item) for item in value)
    return tuple(_decode(kind, item) for kind, item in zip(inner, value, strict=True))


def _decode_object(kind: Any, value: Any) -> Any:
    hints = _hints(kind)
    later = {f.name for f in fields(kind) if f.default is None}
    if odd := (set(hints) ^ set(value)) - (later - set(value)):
        raise ValueError(f"{kind.__name__}: {', '.join(sorted(odd))}")
    return kind(**{name: _decode(hints[name], given) for name, given in value.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
