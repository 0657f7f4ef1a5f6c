"""Door: Celery looks for tasks only here."""
