"""How the standing of a task is said: words, an icon and a tone, so that colour is never alone."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from dondoc.office.tasks.standing import Standing, days_left

Tone = Literal["calm", "good", "warn", "bad", "accent"]

LOOKS: dict[Standing, tuple[str, Tone]] = {
    Standing.IN_TIME: ("clock", "accent"),
    Standing.DUE_SOON: ("calendar-due", "warn"),
    Standing.OVERDUE: ("clock-exclamation", "bad"),
    Standing.AWAITING_ACCEPTANCE: ("mail-forward", "accent"),
    Standing.LATE_ACCEPTANCE: ("hourglass", "bad"),
    Standing.DONE_ON_TIME: ("circle-check", "good"),
    Standing.DONE_LATE: ("checks", "calm"),
    Standing.NEEDS_CLEARING: ("zoom-question", "warn"),
    Standing.WAITING: ("clock-pause", "calm"),
    Standing.STOPPED: ("player-stop", "calm"),
}


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge shows."""

    words: str
    icon: str
    tone: Tone


def badge(standing: Standing, deadline: date | None = None, today: date | None = None) -> Badge:
    """The badge of a standing; with a deadline, how many days are left or gone by."""
    icon, tone = LOOKS[standing]
    words = str(standing.label)
    left = days_left(deadline, today) if today is not None else None
    if left is not None and standing is Standing.OVERDUE:
        words = _("Quá hạn %(days)d ngày") % {"days": -left}
    elif left is not None and standing is Standing.DUE_SOON:
        words = _("Đến hạn hôm nay") if left == 0 else _("Sắp đến hạn (còn %(days)d ngày)") % {"days": left}
    return Badge(words, icon, tone)


def cut(words: str, most: int) -> str:
    """What ``truncatechars`` of templates does; that looks at each letter for marks that combine, hundreds a page."""
    return words if len(words) <= most else f"{words[: most - 1]}…"
