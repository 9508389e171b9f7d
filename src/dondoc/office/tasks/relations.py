"""How a task concerns one person: kinds that the list can be filtered by, the same address for everybody."""

from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.access import agencies_looked_after, agencies_owed_by, may_confirm
from dondoc.office.accounts.models import User
from dondoc.office.agencies.queries import Standpoint, standpoint
from dondoc.office.tasks import access
from dondoc.office.tasks.actions.extending import may_answer
from dondoc.office.tasks.models import (
    AssignmentRole,
    Extension,
    ExtensionAnswer,
    Instruction,
    Phase,
    Submission,
    SubmissionAnswer,
    Task,
    TaskState,
    Watch,
)

ENDED = (TaskState.DONE, TaskState.CANCELLED)
UNDER_WAY = (TaskState.OPEN, TaskState.WAITING)


class Relation(StrEnum):
    """The kinds; values are stable and used in addresses."""

    LED = "co-quan-toi-chu-tri"
    HELPED = "co-quan-toi-phoi-hop"
    FOLLOWED = "toi-phu-trach"
    WATCHED = "toi-theo-doi"
    TO_ACCEPT = "cho-toi-nghiem-thu"
    TO_GRANT = "cho-toi-gia-han"
    UNHEARD = "chua-tra-loi-toi"
    IN_FIELD = "linh-vuc-toi-phu-trach"

    @property
    def label(self) -> str | Promise:
        """The words shown to people."""
        return LABELS[self]


LABELS: dict[Relation, str | Promise] = {
    Relation.LED: _("Cơ quan tôi chủ trì"),
    Relation.HELPED: _("Cơ quan tôi phối hợp, chưa xong"),
    Relation.FOLLOWED: _("Tôi là chuyên viên theo dõi"),
    Relation.WATCHED: _("Tôi đang theo dõi"),
    Relation.TO_ACCEPT: _("Chờ tôi nghiệm thu"),
    Relation.TO_GRANT: _("Chờ tôi trả lời gia hạn"),
    Relation.UNHEARD: _("Ý kiến của tôi quá hạn trả lời"),
    Relation.IN_FIELD: _("Lĩnh vực tôi phụ trách"),
}


def concerning(tasks: QuerySet[Task], relation: Relation, person: User, today: date) -> QuerySet[Task]:
    """The tasks that concern ``person`` in this way; none where the way is not the person's to go."""
    if relation is Relation.FOLLOWED:
        return tasks.filter(follower=person)
    if relation is Relation.WATCHED:
        return tasks.filter(pk__in=Watch.objects.filter(person=person).values("task")).exclude(state__in=ENDED)
    if relation is Relation.UNHEARD:
        silent = Instruction.objects.filter(by=person, replied_at__isnull=True, reply_due__lt=today).order_by()
        return tasks.filter(pk__in=silent.values("task")).exclude(state__in=ENDED)
    if relation is Relation.IN_FIELD:
        agencies = agencies_looked_after(person)
        return led(tasks, standpoint(*agencies)) if agencies else tasks.none()
    if relation in (Relation.LED, Relation.HELPED):
        return _owed(tasks, relation, person)
    if relation is Relation.TO_ACCEPT and may_confirm(person):
        # Nobody accepts what they handed in themselves; nobody grants the time that they asked for.
        mine = Submission.objects.filter(answer=SubmissionAnswer.PENDING, by=person).order_by()
        return tasks.filter(~Q(pk__in=mine.values("task")), phase=Phase.SUBMITTED)
    if relation is Relation.TO_GRANT and may_answer(person):
        asked = Extension.objects.filter(answer=ExtensionAnswer.PENDING).order_by()
        asked = asked.filter(Q(by__isnull=True) | ~Q(by=person))
        return tasks.filter(pk__in=asked.values("task"), state__in=UNDER_WAY)
    return tasks.none()


def _owed(tasks: QuerySet[Task], relation: Relation, person: User) -> QuerySet[Task]:
    agencies = agencies_owed_by(person)
    if not agencies:
        return tasks.none()
    place = standpoint(*agencies)
    if relation is Relation.LED:
        return led(tasks, place)
    helped = access.named_by(place, role=AssignmentRole.COORDINATING)
    return tasks.filter(helped, ~access.named_by(place, role=AssignmentRole.LEAD)).exclude(state__in=ENDED)


def led(tasks: QuerySet[Task], place: Standpoint) -> QuerySet[Task]:
    """Those of ``tasks`` that whoever stands at ``place`` leads."""
    return tasks.filter(access.named_by(place, role=AssignmentRole.LEAD))
