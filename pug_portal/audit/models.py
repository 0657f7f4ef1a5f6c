"""The trail. An event refers by text only, so that it outlives what it tells of."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from pug_portal.access.actor import Actor
from pug_portal.regions.moves import own_paths


def paths_of(actor: Actor) -> list[str]:
    """The path of the own region and those it had; once per request."""
    if actor.region is None:
        return []
    if "own_paths" not in actor.cache:
        actor.cache["own_paths"] = own_paths(actor.region)
    found: list[str] = actor.cache["own_paths"]
    return found


class EventQuerySet(models.QuerySet["Event"]):
    def for_actor(self, actor: Actor) -> Self:
        if actor.is_system:
            return self
        if actor.region is None:
            return self.none()
        if not actor.region.has_children:
            return self.filter(region_path__in=paths_of(actor))
        return self.filter(region_path__startswith=actor.region.path)

    def owned_by(self, actor: Actor) -> Self:
        return self.none()

    def about(self, obj: models.Model) -> Self:
        return self.filter(object_type=obj._meta.label_lower, object_id=str(obj.pk))


class Event(models.Model):
    """Who did what, when, to which object, and what changed (old → new)."""

    at = models.DateTimeField(db_index=True)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=120)
    actor_role = models.CharField(max_length=40, blank=True)
    verb = models.CharField(max_length=60)
    says = models.CharField(max_length=200)
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    object_label = models.CharField(max_length=250)
    region_code = models.CharField(max_length=5, blank=True)
    region_path = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)
    changes = models.JSONField(default=dict)
    is_sealed = models.BooleanField(default=False)
    """The values and the reason are for those alone who may read the object itself: a draft's answers."""

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(
                fields=["object_type", "object_id", "-at"], name="event_of_object"
            ),
            models.Index(fields=["region_path", "-id"], name="event_of_region_by_id"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.says}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("An audit event is written once and never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("An audit event is never deleted.")

    @property
    def names_changed(self) -> str:
        """What changed, without the values."""
        from pug_portal.audit.tell import label_of

        return ", ".join(label_of(self.object_type, name) for name in self.changes)

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """(label, old, new) in words, for templates."""
        from pug_portal.audit.tell import changes

        return changes(self)
