"""What the floor and the calendar ask of this slice by name."""

from focal_points.campaigns.gate import may_read_document
from focal_points.campaigns.todo import hang, waiting_count
from focal_points.planning import hanging
from pug_portal.files import gates
from pug_portal.nav import register_counter


def connect() -> None:
    gates.register(may_read_document)
    hanging.register(hang)
    register_counter("planning-calendar", waiting_count)
