"""What is counted once after each write in the region, not on every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches

from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today

T = TypeVar("T")

KEPT_SECONDS = 60


def until_next_event(actor: Actor, name: str, compute: Callable[[], T]) -> T:
    """What `compute` says, asked anew after any write in the actor's region.

    Every write leaves an event, and the newest one came along with the actor. What only
    the clock changes, such as a meeting that ended, shows a minute later; without a known
    event nothing is kept.
    """
    event = actor.cache.get("newest_event")
    if event is None:
        return compute()
    key = f"{name}:{actor.assignment_id}:{event}:{today()}"
    return for_a_minute(key, compute)


def for_a_minute(key: str, compute: Callable[[], T]) -> T:
    """What `compute` said within the last minute, for everybody alike."""
    found: T | None = caches["local"].get(key)
    if found is None:
        found = compute()
        caches["local"].set(key, found, KEPT_SECONDS)
    return found
