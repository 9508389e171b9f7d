"""What single cells of a brought list say: the days of a deadline, the names of agencies.

Offices write both as they write documents ("Quý IV/2026", "Sở Xây dựng, UBND các xã, phường"), so they are read by the
same grammar. A cell that is no plain day keeps its words beside the task. 01/01/1970 and the first days of 1900, which
spreadsheets write where there is no date, are no date.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from dondoc.grammar.agencies.lists import find_agencies
from dondoc.grammar.context import TimeContext
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.periods import last_day
from dondoc.office.folding import fold

YEARS = range(2000, 2100)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
_CUT = re.compile(r"\s*[;\n]\s*")
_BULLET = re.compile(r"^[-–+•*]\s*")
# What may stand between the names of a cell.
_BETWEEN = re.compile(r"(?:[\s,.:]|(?<!\w)va(?!\w))*")


@dataclass(frozen=True, slots=True)
class Due:
    """What a cell says about the deadline. ``words``: as written, where that is no plain day."""

    day: date | None = None
    words: str = ""
    recurrence: str = ""
    error: str = ""


def due(cell: str, on: date) -> Due:
    """The deadline of a cell; ``on`` is the day from which what comes back is counted.

    >>> due("Quý IV/2026", date(2026, 11, 10)).day
    datetime.date(2026, 12, 31)
    """
    words = " ".join(cell.split())
    if match := _ISO.fullmatch(words):
        return _plain(words, *(int(part) for part in match.groups()))
    if match := _DAY.fullmatch(words):
        day, month, year = (int(part) for part in match.groups())
        return _plain(words, year if year > 99 else 2000 + year, month, day)
    if (match := _MONTH.fullmatch(words)) and 1 <= int(match[1]) <= 12 and int(match[2]) in YEARS:
        return Due(last_day(f"{match[2]}-{int(match[1]):02}"), words)
    found = find_deadlines(words, TimeContext())
    if any(each.recurrence for each in found):
        found = [each for each in find_deadlines(words, TimeContext(issued=on)) if each.recurrence]
        return Due(found[0].by, words, found[0].recurrence or "") if found else Due(words=words)
    days = {each.by for each in found if each.by is not None}
    return Due(days.pop() if len(days) == 1 else None, words)


def _plain(words: str, year: int, month: int, day: int) -> Due:
    try:
        found = date(year, month, day)
    except ValueError:
        return Due(error=gettext("thời hạn “%(words)s” không có trong lịch") % {"words": words})
    if found == date(1970, 1, 1) or date(1899, 12, 30) <= found <= date(1900, 1, 1):
        return Due()
    if year not in YEARS:
        return Due(error=gettext("năm của thời hạn “%(words)s” có vẻ gõ nhầm") % {"words": words})
    return Due(found)


def names(cell: str) -> tuple[str, ...]:
    """The names of a cell, one a line or parted by semicolons."""
    pieces = (_BULLET.sub("", each.strip()) for each in _CUT.split(cell))
    return tuple(dict.fromkeys(" ".join(each.split()) for each in pieces if each))


def parted(written: tuple[str, ...], known: Container[str]) -> tuple[str, ...]:
    """``written`` with what is not ``known`` whole taken apart into the agencies that its words list.

    Left whole where anything but agencies stands in it: nothing that somebody wrote is lost.
    """
    found: dict[str, None] = {}
    for each in written:
        found |= dict.fromkeys([each] if each in known else _listed(each))
    return tuple(found)


def _listed(words: str) -> list[str]:
    mentions = find_agencies(words)
    here, rest = 0, []
    for mention in mentions:
        rest.append(words[here : mention.span.start])
        here = mention.span.end
    rest.append(words[here:])
    if len(mentions) < 2 or not all(_BETWEEN.fullmatch(fold(each)) for each in rest):
        return [words]
    return [mention.name for mention in mentions]
