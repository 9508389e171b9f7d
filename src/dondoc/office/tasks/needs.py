"""What is out of the ordinary about a task, beyond its standing: kinds that the list can be filtered by."""

from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks.models import Assignment, AssignmentRole, Extension, ExtensionAnswer, Instruction, Task
from dondoc.office.tasks.models import TaskState as State
from dondoc.office.tasks.standing import Standing, clocks, with_standing

UNDER_WAY = (State.OPEN, State.WAITING)
ENDED = (State.DONE, State.CANCELLED)
_DAY = timedelta(days=1)


class Need(StrEnum):
    """The kinds; values are stable and used in addresses."""

    BADLY_OVERDUE = "qua-han-nghiem-trong"
    LONG_AT_APPROVER = "nghiem-thu-qua-lau"
    WANTS_TIME = "xin-gia-han"
    UNANSWERED = "chi-dao-chua-tra-loi"
    ANSWER_OVERDUE = "chi-dao-qua-han-tra-loi"
    NO_LEAD = "thieu-chu-tri"
    NO_DEADLINE = "thieu-han"
    NO_PRODUCT = "thieu-san-pham"
    LEAD_NO_AGENCY = "chu-tri-khong-phai-co-quan"

    @property
    def label(self) -> str | Promise:
        """The words shown to people."""
        return LABELS[self]


LABELS: dict[Need, str | Promise] = {
    Need.BADLY_OVERDUE: _("Quá hạn nghiêm trọng"),
    Need.LONG_AT_APPROVER: _("Chờ nghiệm thu quá lâu"),
    Need.WANTS_TIME: _("Đề nghị gia hạn chờ trả lời"),
    Need.UNANSWERED: _("Ý kiến chỉ đạo chưa trả lời"),
    Need.ANSWER_OVERDUE: _("Ý kiến chỉ đạo quá hạn trả lời"),
    Need.NO_LEAD: _("Thiếu chủ trì"),
    Need.NO_DEADLINE: _("Thiếu thời hạn"),
    Need.NO_PRODUCT: _("Thiếu sản phẩm"),
    Need.LEAD_NO_AGENCY: _("Chủ trì là nhóm hoặc chưa rõ"),
}


def last_bad_day(today: date) -> date:
    """The latest deadline that is badly overdue on ``today``: more working days ago than the rules allow."""
    office, most = calendar(), current().badly_overdue_days
    day, worked = today, 0
    while worked <= most:
        worked += office.works(day)
        day -= _DAY
    return day


def needing(tasks: QuerySet[Task], need: Need, today: date) -> QuerySet[Task]:
    """The tasks of one kind."""
    if need is Need.BADLY_OVERDUE:
        return tasks.filter(state=State.OPEN, deadline__lte=last_bad_day(today))
    if need is Need.LONG_AT_APPROVER:
        return tasks.filter(state=State.SUBMITTED, submitted_on__lt=today - timedelta(days=clocks().acceptance))
    if need is Need.WANTS_TIME:
        asked = Extension.objects.filter(task=OuterRef("pk"), answer=ExtensionAnswer.PENDING)
        return tasks.filter(Exists(asked), state__in=UNDER_WAY)
    if need in (Need.UNANSWERED, Need.ANSWER_OVERDUE):
        silent = Instruction.objects.filter(task=OuterRef("pk"), replied_at__isnull=True)
        silent = silent.filter(reply_due__lt=today) if need is Need.ANSWER_OVERDUE else silent
        return tasks.filter(Exists(silent)).exclude(state__in=ENDED)
    if need is Need.LEAD_NO_AGENCY:
        leads = Assignment.objects.filter(task=OuterRef("pk"), role=AssignmentRole.LEAD, agency__isnull=False)
        return tasks.filter(~Exists(leads))
    unclear = with_standing(tasks.filter(state=State.OPEN), today)
    return unclear.filter(_LACKS[need], standing=Standing.NEEDS_CLEARING)


_LACKS = {
    Need.NO_LEAD: Q(has_lead=False),
    Need.NO_DEADLINE: Q(deadline__isnull=True),
    Need.NO_PRODUCT: Q(product=""),
}
