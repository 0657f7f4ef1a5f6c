"""One person written twice, merged, and what the rows looked like."""

from focal_points.appointments.models import Appointment
from focal_points.progress.models import Progress
from pokja.membership.merge_actions import merge, pair
from pokja.membership.merging import plan_merge
from pokja.membership.models import Member
from pokja.membership.writings import writings
from pug_portal.accounts.models import AccessLink, Assignment, User
from pug_portal.lib.row_images import image_of

WATCHED = (Appointment, Assignment, AccessLink, Member, Progress, User)


def keys(region, kept, other):
    by_name = {person.name: person.key for person in writings(region)}
    return by_name[kept], by_name[other]


def merged(world, kept="Ratih Kusuma", other="Ratih Kusumah, S.E.", by=None):
    by = by or world.siti
    one, two = keys(world.blora, kept, other)
    plan = plan_merge(*pair(world.blora, one, two), world.blora, by)
    return merge(
        region=world.blora, kept=one, other=two, fingerprint=plan.fingerprint, by=by
    )


def images():
    links = Progress.filled_by.through.objects.order_by("pk")
    rows = [row for model in WATCHED for row in model.objects.order_by("pk")]
    return [image_of(row) for row in (*rows, *links)]
