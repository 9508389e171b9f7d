"""What the calendar says of a task on a day: the level, the day that makes it once, the words."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext

from dondoc.office.reminders.models import Level
from dondoc.office.reminders.whom import InQuestion, Untold
from dondoc.office.rules.models import Rules
from dondoc.office.rules.queries import Calendar
from dondoc.office.tasks.models import TaskState

# Whoever would hear of more tasks at one level at one moment hears of all of them in one notice.
MOST = 20
BY_THE_CALENDAR = (Level.SOON, Level.OVERDUE, Level.BADLY_OVERDUE, Level.ACCEPTANCE, Level.LOOK_AGAIN)


@dataclass(frozen=True, slots=True)
class Clock:
    """Today under the rules and the calendar of this office; working days since a deadline are counted once."""

    today: date
    rules: Rules
    office: Calendar
    counted: dict[date, int] = field(default_factory=dict)

    def worked_since(self, day: date) -> int:
        """Working days after ``day`` up to today."""
        if day not in self.counted:
            self.counted[day] = self.office.working_days_between(day, self.today)
        return self.counted[day]


def level_of(task: InQuestion, clock: Clock) -> tuple[Level, date] | None:
    """The level and the day that makes it once; None where nothing needs to be said today."""
    if task.state == TaskState.SUBMITTED and task.submitted_on is not None:
        waited = (clock.today - task.submitted_on).days
        return None if waited <= clock.rules.acceptance_days else (Level.ACCEPTANCE, task.submitted_on)
    if task.state == TaskState.WAITING and task.look_again is not None:
        return Level.LOOK_AGAIN, task.look_again
    if task.deadline is None:
        return None
    if task.deadline >= clock.today:
        return Level.SOON, task.deadline
    bad = clock.worked_since(task.deadline) > clock.rules.badly_overdue_days
    return (Level.BADLY_OVERDUE if bad else Level.OVERDUE), task.deadline


def words_of(each: Untold, clock: Clock) -> str:
    """What is said of one task, before its own words."""
    days = (each.day - clock.today).days
    if each.level is Level.ACCEPTANCE:
        return gettext("Chờ nghiệm thu đã %(days)d ngày") % {"days": -days}
    if each.level is Level.LOOK_AGAIN:
        return gettext("Đến ngày xem lại điều kiện")
    if each.level is not Level.SOON:
        return gettext("Quá hạn %(days)d ngày làm việc") % {"days": clock.worked_since(each.day)}
    return gettext("Còn %(days)d ngày đến hạn") % {"days": days} if days else gettext("Đến hạn hôm nay")


def sum_in_words(level: Level, number: str) -> str:
    """What is said of many tasks at once."""
    return {
        Level.SOON: gettext("%(number)s nhiệm vụ sắp đến hạn: mở danh sách"),
        Level.OVERDUE: gettext("%(number)s nhiệm vụ đã quá hạn: mở danh sách"),
        Level.BADLY_OVERDUE: gettext("%(number)s nhiệm vụ quá hạn nghiêm trọng: mở danh sách"),
        Level.ACCEPTANCE: gettext("%(number)s kết quả chờ nghiệm thu quá lâu: mở danh sách"),
        Level.LOOK_AGAIN: gettext("%(number)s nhiệm vụ đến ngày xem lại điều kiện: mở danh sách"),
    }[level] % {"number": number}
