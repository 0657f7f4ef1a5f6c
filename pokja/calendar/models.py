"""A secret address under which a calendar program reads what is planned."""

from __future__ import annotations

from django.db import models

from pug_portal.accounts.models import Assignment


class FeedLink(models.Model):
    """Shows what one hat sees; only the token's digest is kept."""

    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, related_name="feed_links"
    )
    token_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField("dibuat pada")
    revoked_at = models.DateTimeField("dicabut pada", null=True, blank=True)

    class Meta:
        ordering = ["assignment", "-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"],
                condition=models.Q(revoked_at=None),
                name="feed_link_one_open_per_hat",
            )
        ]

    def __str__(self) -> str:
        return f"Tautan kalender {self.assignment}"
