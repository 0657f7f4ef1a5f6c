"""Marks the submissions that were verified before the portal kept that mark."""

from django.db import migrations


def mark_verified_versions(apps, schema_editor):
    """Of what was verified before this release the trail tells when and by whom."""
    Event = apps.get_model("audit", "Event")
    Version = apps.get_model("focal_points", "ProgressVersion")
    Progress = apps.get_model("focal_points", "Progress")
    User = apps.get_model("accounts", "User")
    people = set(User.objects.values_list("pk", flat=True))
    reports = set(Progress.objects.values_list("pk", flat=True))
    events = Event.objects.filter(verb="progress.verified").order_by("at", "pk")
    for event in events.iterator():
        if not event.object_id.isdecimal() or int(event.object_id) not in reports:
            continue
        sent = Version.objects.filter(
            progress_id=int(event.object_id),
            withdrawn_at=None,
            submitted_at__lte=event.at,
        ).order_by("-number")
        version = sent.first()
        if version is not None:
            version.verified_at = event.at
            version.verified_by_id = (
                event.actor_id if event.actor_id in people else None
            )
            version.save(update_fields=["verified_at", "verified_by"])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("audit", "0002_sealed_and_keyed_by_region"),
        ("focal_points", "0010_rechecks"),
    ]

    operations = [
        migrations.RunPython(mark_verified_versions, migrations.RunPython.noop),
    ]
