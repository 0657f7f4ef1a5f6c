"""The floor: regions, people, access, audit, files and tools every app stands on."""

# Without this import shared_task binds to Celery's default app and delay_on_commit is missing.
from pug_portal.celery import app as celery_app

__all__ = ["celery_app"]
__version__ = "0.1.0"
