"""A refusal: a rule of the domain says no, and says what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError


class Refusal(ValidationError):
    """One Indonesian sentence a person can act on, beside `field` where there is one.

    `others` are what else is wrong with the same entry: a form shows all of it at once.
    """

    others: Sequence[Refusal] = ()

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__({field: [sentence]} if field else sentence)
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return self.sentence


def refuse_all(refusals: Iterable[Refusal]) -> None:
    """Raise the first, which carries the rest."""
    for first in (found := iter(refusals)):
        first.others = list(found)
        raise first
