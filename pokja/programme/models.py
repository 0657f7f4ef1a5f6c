"""Door to the models of this slice."""

from pokja.programme.driver_models import DriverPlan, DriverStep
from pokja.programme.programme_models import LineRecord, Programme, ProgrammeLine
from pokja.programme.rad_models import Rad, RadLine
from pokja.programme.visit_models import Finding, MonevVisit

__all__ = [
    "DriverPlan",
    "DriverStep",
    "Finding",
    "LineRecord",
    "MonevVisit",
    "Programme",
    "ProgrammeLine",
    "Rad",
    "RadLine",
]
