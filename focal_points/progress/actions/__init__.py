"""Every write on a progress report, by what it is about: filling, approval, verification."""

from focal_points.progress.actions.approval import (
    approve_as_head,
    approve_by_link,
    ask_head_approval,
    open_approval_link,
    return_by_head,
    stop_asking,
)
from focal_points.progress.actions.attendance import take_attendance
from focal_points.progress.actions.bulk import verify_together
from focal_points.progress.actions.carrying import carry_forward
from focal_points.progress.actions.evidence import (
    also_in,
    attach_file,
    describe_file,
    remove_file,
)
from focal_points.progress.actions.filling import (
    add_activity,
    remove_activity,
    save,
    start_draft,
)
from focal_points.progress.actions.links import (
    enter,
    make_link,
    open_link,
    revoke_link,
    submit_by_link,
)
from focal_points.progress.actions.rechecking import recheck
from focal_points.progress.actions.restoring import put_back
from focal_points.progress.actions.sections import assign_sections
from focal_points.progress.actions.sending import submit, withdraw
from focal_points.progress.actions.thread import reply_to_note
from focal_points.progress.actions.typing import Saved, save_typed
from focal_points.progress.actions.verification import (
    add_note,
    open_for_review,
    reopen,
    resolve_note,
    return_to_opd,
    verify,
)

__all__ = [
    "Saved",
    "add_activity",
    "add_note",
    "also_in",
    "approve_as_head",
    "approve_by_link",
    "ask_head_approval",
    "assign_sections",
    "attach_file",
    "carry_forward",
    "describe_file",
    "enter",
    "make_link",
    "open_approval_link",
    "open_for_review",
    "open_link",
    "put_back",
    "recheck",
    "remove_activity",
    "remove_file",
    "reopen",
    "reply_to_note",
    "resolve_note",
    "return_by_head",
    "return_to_opd",
    "revoke_link",
    "save",
    "save_typed",
    "start_draft",
    "stop_asking",
    "submit",
    "submit_by_link",
    "take_attendance",
    "verify",
    "verify_together",
    "withdraw",
]
