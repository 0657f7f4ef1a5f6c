"""Every verb on PPRG documents."""

from focal_points.pprg.actions.filling import (
    derive,
    refill,
    save_step,
    start_gap,
)
from focal_points.pprg.actions.reviewing import (
    add_note,
    approve,
    ask_repair,
    begin_review,
    give_verdict,
    reject,
    reopen,
    resolve_note,
)
from focal_points.pprg.actions.sending import attach_signed_page, submit, withdraw
from focal_points.pprg.actions.teaming import (
    choose_gap_format,
    end_reviewer,
    name_reviewer,
)

__all__ = [
    "add_note",
    "approve",
    "ask_repair",
    "attach_signed_page",
    "begin_review",
    "choose_gap_format",
    "derive",
    "end_reviewer",
    "give_verdict",
    "name_reviewer",
    "refill",
    "reject",
    "reopen",
    "resolve_note",
    "save_step",
    "start_gap",
    "submit",
    "withdraw",
]
