"""Dated papers about a person or an appointment, told by the slices that keep them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db import models

from pug_portal.access.actor import Actor


@dataclass(frozen=True)
class Paper:
    title: str
    url: str
    day: dt.date


Teller = Callable[[models.Model, Actor], list[Paper]]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """`teller` gives what `actor` may read of the papers about an object, or nothing."""
    _tellers.append(teller)


def papers_about(obj: models.Model, actor: Actor) -> list[Paper]:
    return [paper for teller in _tellers for paper in teller(obj, actor)]
