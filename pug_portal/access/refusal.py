"""A refusal: a rule of the domain says no, and says what to do."""

from django.core.exceptions import ValidationError


class Refusal(ValidationError):
    """One Indonesian sentence a person can act on, beside `field` where there is one."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__({field: [sentence]} if field else sentence)
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return self.sentence
