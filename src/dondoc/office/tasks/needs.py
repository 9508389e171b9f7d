"""What is out of the ordinary about a task, beyond its standing: kinds that the list can be filtered by."""

from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dondoc.office.rules.queries import calendar, current
from dondoc.office.tasks.models import (
    NEVER,
    Assignment,
    AssignmentRole,
    Extension,
    ExtensionAnswer,
    Instruction,
    Offer,
    OfferState,
    Task,
)
from dondoc.office.tasks.models import TaskState as State
from dondoc.office.tasks.standing import Standing, clocks, conditions

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
    RETURNED = "bi-tra-lai"
    HANDED_IN = "da-nop"
    LOOK_AGAIN = "den-ngay-xem-lai"
    OFFERED = "co-goi-y"

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
    Need.RETURNED: _("Bị trả lại, cần bổ sung"),
    Need.HANDED_IN: _("Đã nộp kết quả"),
    Need.LOOK_AGAIN: _("Đến ngày xem lại điều kiện"),
    Need.OFFERED: _("Có gợi ý minh chứng hoặc nối tiếp"),
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
    return tasks.filter(wanted(need, today))


def wanted(need: Need, today: date) -> Q:
    """What holds of the tasks of one kind, and of no others."""
    if need is Need.BADLY_OVERDUE:
        return Q(state=State.OPEN, due__lte=last_bad_day(today))
    if need is Need.LONG_AT_APPROVER:
        return Q(state=State.SUBMITTED, submitted_on__lt=today - timedelta(days=clocks().acceptance))
    if need is Need.WANTS_TIME:
        asked = Extension.objects.filter(answer=ExtensionAnswer.PENDING).order_by()
        return Q(pk__in=asked.values("task"), state__in=UNDER_WAY)
    if need in (Need.UNANSWERED, Need.ANSWER_OVERDUE):
        silent = Instruction.objects.filter(replied_at__isnull=True).order_by()
        silent = silent.filter(reply_due__lt=today) if need is Need.ANSWER_OVERDUE else silent
        return Q(pk__in=silent.values("task")) & ~Q(state__in=ENDED)
    if need is Need.OFFERED:
        return Q(pk__in=Offer.objects.filter(state=OfferState.OPEN).order_by().values("task"))
    if need is Need.LEAD_NO_AGENCY:
        leads = Assignment.objects.filter(task=OuterRef("pk"), role=AssignmentRole.LEAD, agency__isnull=False)
        # Only where more than one leads has the task to be looked up in the assignments.
        return (Q(leads__lte=1) | ~Exists(leads)) & Q(lead_agency__isnull=True)
    if need in _STATES:
        return _STATES[need]
    if need is Need.LOOK_AGAIN:
        return Q(state=State.WAITING, look_again__lte=today)
    return conditions(today)[Standing.NEEDS_CLEARING] & _LACKS[need]


_STATES = {
    Need.RETURNED: Q(state__in=UNDER_WAY) & ~Q(returned_reason=""),
    Need.HANDED_IN: Q(state=State.SUBMITTED),
}
_LACKS = {
    Need.NO_LEAD: Q(leads=0),
    Need.NO_DEADLINE: Q(due=NEVER),
    Need.NO_PRODUCT: Q(product=""),
}
