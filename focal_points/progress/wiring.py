"""What the floor asks of this slice by name: who may read a file, what waits for whom."""

from focal_points.progress.gate import may_read_evidence
from focal_points.progress.queue import queue_for
from focal_points.progress.todo import tasks_for
from pug_portal.access.actor import Actor
from pug_portal.files import gates
from pug_portal.nav import register_counter


def connect() -> None:
    gates.register(may_read_evidence)
    register_counter("progress-board", queue_for)
    register_counter("progress-mine", _waiting_for_opd)


def _waiting_for_opd(actor: Actor) -> int:
    """Tasks that wait for this person; waiting for the head is not one of them."""
    return sum(task.weight < 4 for task in tasks_for(actor))
