"""ImportDraft: an uploaded workbook between its preview and its application."""

from __future__ import annotations

import uuid
from typing import Self

from django.db import models

from pug_portal.access.actor import Actor
from pug_portal.access.scope import RegionQuerySet
from pug_portal.accounts.models import User
from pug_portal.lib.clock import now
from pug_portal.regions.models import Region


class ImportDraftQuerySet(RegionQuerySet["ImportDraft"]):
    def of(self, actor: Actor) -> Self:
        """A draft is seen by the person who uploaded it alone."""
        if actor.user is None:
            return self.none()
        return self.filter(user=actor.user)

    def expired(self) -> Self:
        return self.filter(expires_at__lte=now())


class ImportDraft(models.Model):
    """`code` and `subject` say which sheet it is for; see Sheet.

    The workbook lies in the base, not among the files: it is nobody's document and is
    gone after a day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    name = models.CharField("nama berkas", max_length=200)
    content = models.BinaryField()
    reading = models.JSONField()
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    applied_at = models.DateTimeField(null=True)

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= now()
