"""What a card of the board stands for that is dropped on another column: an act with its form, or why there is none.

Nobody moves a task by hand: a standing follows from acts and days. A drop only opens the form of the act that leads
there, and the day decides the rest.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dondoc.office.accounts.models import User
from dondoc.office.look.forms import typed
from dondoc.office.rules.queries import calendar
from dondoc.office.tasks.acts import ACTS, Act
from dondoc.office.tasks.board import COLUMNS
from dondoc.office.tasks.models import Task, TaskState
from dondoc.office.tasks.queries import missing_parts
from dondoc.office.tasks.standing import Standing, clocks

RUNNING = (Standing.OVERDUE, Standing.DUE_SOON, Standing.IN_TIME)
DONE = (Standing.DONE_ON_TIME, Standing.DONE_LATE)
ENDED = (TaskState.DONE, TaskState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Move:
    """A column and the act that a drop on it opens; without an act (``slug``), ``why`` says in a sentence why not."""

    to: Standing
    slug: str = ""
    act: Act | None = None
    why: str | Promise = ""


def moves(person: User, task: Task) -> list[Move]:
    """A move to every other column. ``task`` comes with what belongs to it, and its standing (``queries.whole``)."""
    stands = Standing(task.standing)  # type: ignore[attr-defined]
    return [_move(person, task, stands, to) for to in COLUMNS if to != stands]


def _move(person: User, task: Task, stands: Standing, to: Standing) -> Move:
    wanted = _acts(task, stands, to)
    for slug in wanted:
        if ACTS[slug].offered(person, task):
            return Move(to, slug, ACTS[slug])
    return Move(to, why=_refused(person, task, wanted[-1]) if wanted else _why(task, stands, to))


def _acts(task: Task, stands: Standing, to: Standing) -> tuple[str, ...]:
    """The acts that lead from where the task stands to ``to``, the most fitting first; none where no act does."""
    if to in RUNNING:
        return _acts_to_run(task, stands, to)
    by_state = {
        (TaskState.OPEN, Standing.AWAITING_ACCEPTANCE): ("nop-ket-qua",),
        (TaskState.WAITING, Standing.AWAITING_ACCEPTANCE): ("nop-ket-qua",),
        (TaskState.SUBMITTED, Standing.DONE_ON_TIME): ("nghiem-thu",),
        (TaskState.SUBMITTED, Standing.DONE_LATE): ("nghiem-thu",),
        (TaskState.OPEN, Standing.WAITING): ("cho",),
        (TaskState.OPEN, Standing.STOPPED): ("dung",),
        (TaskState.WAITING, Standing.STOPPED): ("dung",),
    }
    return by_state.get((TaskState(task.state), to), ())


def _acts_to_run(task: Task, stands: Standing, to: Standing) -> tuple[str, ...]:
    by_state = {
        TaskState.SUBMITTED.value: ("tra-lai", "rut-ket-qua"),
        TaskState.WAITING.value: ("tiep-tuc",),
        TaskState.DONE.value: ("mo-lai",),
        TaskState.CANCELLED.value: ("mo-lai",),
    }
    if task.state in by_state:
        return by_state[task.state]
    if stands is Standing.NEEDS_CLEARING:
        only_lead = missing_parts(task) == [gettext("chủ trì")]
        return () if to is Standing.OVERDUE else ("giao-lai",) if only_lead else ("sua",)
    later = RUNNING.index(to) > RUNNING.index(stands)
    return ("tra-loi-gia-han", "xin-gia-han") if later else ()


def _refused(person: User, task: Task, slug: str) -> str:
    """Why ``person`` cannot do now what would lead there."""
    if slug == "xin-gia-han" and not ACTS[slug].fits(task):
        return gettext("Đã có đề nghị gia hạn đang chờ trả lời.")
    pending = next((each for each in task.submissions.all() if each.answer == "pending"), None)
    if slug == "nghiem-thu" and pending is not None and pending.by_id == person.pk:
        return gettext("Bạn đã nộp kết quả này nên người khác phải nghiệm thu.")
    return gettext(
        "Bạn không có quyền làm việc “%(act)s” với nhiệm vụ này; hãy nhờ văn phòng hoặc cơ quan chủ trì."
    ) % {"act": ACTS[slug].name}


def _why(task: Task, stands: Standing, to: Standing) -> str | Promise:
    """Why no act leads from ``stands`` to ``to``."""
    if to in DONE and task.state == TaskState.DONE:
        return _("Đúng hạn hay quá hạn do ngày của minh chứng quyết định.")
    if task.state in ENDED:
        return _("Nhiệm vụ đã kết thúc; hãy chuyển sang “Trong hạn” để mở lại trước.")
    return _WHY[to] if to in _WHY else _("Ngày tháng quyết định tình trạng này; muốn đổi hạn thì sửa hoặc xin gia hạn.")


_WHY: dict[Standing, str | Promise] = {
    Standing.NEEDS_CLEARING: _("Cần làm rõ là do thiếu chủ trì, thời hạn hoặc sản phẩm, không ai chuyển vào được."),
    Standing.AWAITING_ACCEPTANCE: _("Kết quả đã nộp và đang chờ nghiệm thu rồi."),
    Standing.LATE_ACCEPTANCE: _("Chậm ở khâu nghiệm thu do số ngày chờ quyết định, không ai chuyển vào được."),
    Standing.DONE_ON_TIME: _("Chưa nộp kết quả nên chưa nghiệm thu được; hãy chuyển sang “Chờ nghiệm thu” trước."),
    Standing.DONE_LATE: _("Chưa nộp kết quả nên chưa nghiệm thu được; hãy chuyển sang “Chờ nghiệm thu” trước."),
    Standing.WAITING: _("Chỉ nhiệm vụ đang thực hiện mới chuyển sang chờ điều kiện được."),
    Standing.STOPPED: _("Chỉ dừng được nhiệm vụ đang thực hiện hoặc đang chờ điều kiện."),
}


def start_of(task: Task, slug: str, column: str, today: date) -> dict[str, object]:
    """What the column that a card was dropped on puts into the form: the day wished for, the answer meant."""
    if slug == "tra-loi-gia-han" and column in RUNNING:
        return {"grant": "yes"}
    if slug == "xin-gia-han" and column in RUNNING:
        return {"wanted": typed(_first_day(task, Standing(column), today))}
    return {}


def _first_day(task: Task, column: Standing, today: date) -> date | None:
    """The nearest working day after the deadline on which the task would stand in ``column``."""
    soon = clocks().soon(today)
    day = max(soon + timedelta(days=1) if column is Standing.IN_TIME else today, (task.deadline or today))
    office = calendar()
    while not office.works(day) or (task.deadline is not None and day <= task.deadline):
        day += timedelta(days=1)
    return day if column is Standing.IN_TIME or day <= soon else None
