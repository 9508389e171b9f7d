"""What is stored of tasks: what people decided, reported and said. Standings are computed (``tasks.standing``)."""

from dondoc.office.tasks.models.answering import Extension, ExtensionAnswer, Submission, SubmissionAnswer
from dondoc.office.tasks.models.assignment import Assignment, AssignmentRole
from dondoc.office.tasks.models.importing import TaskImport
from dondoc.office.tasks.models.offering import Offer, OfferKind, OfferState
from dondoc.office.tasks.models.reporting import Evidence, ProgressReport
from dondoc.office.tasks.models.reviewing import Review
from dondoc.office.tasks.models.seeing import Audience, AudiencePlace, Seen
from dondoc.office.tasks.models.talking import Comment, Instruction, Watch
from dondoc.office.tasks.models.tally import LedTally, Tally
from dondoc.office.tasks.models.task import NEVER, Grade, Phase, Recurrence, Task, TaskState
from dondoc.office.tasks.models.viewing import SavedView
from dondoc.office.tasks.models.worded import Worded

__all__ = [
    "NEVER",
    "Assignment",
    "AssignmentRole",
    "Audience",
    "AudiencePlace",
    "Comment",
    "Evidence",
    "Extension",
    "ExtensionAnswer",
    "Grade",
    "Instruction",
    "LedTally",
    "Offer",
    "OfferKind",
    "OfferState",
    "Phase",
    "ProgressReport",
    "Recurrence",
    "Review",
    "SavedView",
    "Seen",
    "Submission",
    "SubmissionAnswer",
    "Tally",
    "Task",
    "TaskImport",
    "TaskState",
    "Watch",
    "Worded",
]
