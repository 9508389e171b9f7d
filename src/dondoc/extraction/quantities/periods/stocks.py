"""What stands at a day and did not come together over months: left at the end, or there at the beginning.

Finds         9 tháng ...; còn 1.204 hộ nghèo, tổng đàn bò 98.700 con in a report on a month: at the ninth
              (hiện có 126 hợp tác xã, chỉ 47 hợp tác xã có lãi) in a task: when the paper is written
              Đầu năm có 1.023 hộ nghèo, tỷ lệ 3,62% · giảm 2% so với đầu năm (28,6 tỷ đồng): at no period
Leaves alone  còn 1.204 hộ nghèo in a report on nine months: of the nine, like all that it tells
              từ đầu năm, 6 tháng đầu năm: what came together since · chỉ tiêu đầu năm: a plan
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.periods.calendar import Calendar

_LEFT = re.compile(
    r"\bcòn(?: lại| nợ| tồn)?(?: khoảng| trên| gần| hơn)?\s*\Z|\bhiện (?:còn|đang)\b[^,;.\d]{0,40}\Z"
    r"|\btồn kho\b[^,;.\d]{0,30}\Z|\bnợ (?:đọng|xấu|thuế|khối lượng)\b[^;.\d]{0,50}\Z"
    r"|\b(?:lượng|số|hàng)\b[^,;.\d]{0,12}\btồn\b[^,;.\d]{0,70}\Z"
)
_STATE = re.compile(
    r"\b(?:(?<!thực )(?<!thể )(?<!phát )(?<!biểu )hiện|đến nay|tới nay)\b[^;.()\d]{0,50}\Z|"
    r"\((?:[^;.()\d]{0,40}\b)?(?:mới|đã|đang|có)\b[^,;.()\d]{0,30}\Z"
)
_STANDS = re.compile(
    r"\b(?:tổng đàn|đàn (?:trâu|bò|lợn|heo|dê|gia|vật)|dân số|"
    r"tỷ lệ (?:bao phủ|hộ|dân)|che phủ rừng)\b[^,;.()\d]{0,40}\Z"
)
_NEW_YEAR = re.compile(
    r"(?<!tháng )(?<!từ )(?<!từ ngày )(?<!quý )(?<!ngày )\bđầu năm\b(?: nay| 20\d\d)?"
    r"(?: là| có| còn| đạt| chỉ)*[ :(]*\Z"
)
# "17 xã đạt từ 15 tiêu chí trở lên", "đạt 19/19 tiêu chí": how far a programme has come.
_PLACES = frozenset({"xã", "phường", "huyện", "xã, phường", "thôn", "bản", "ấp"})
_MEETS = re.compile(r"[\s)]*(?:đã |được )?(?:đạt|công nhận)\b")
_BESIDE = re.compile(r"(?:, ?|\()(?:chiếm |với |đạt )?(?:tỷ lệ )?\Z")
_STANDING = frozenset({"actual", "count", "rate", "cumulative"})


def standing(figure: Figure, named: str | None, calendar: Calendar) -> str | None:
    """The last of the months ``named`` for what is left or stands then, as they are for all else.

    A paper whose head names the months so far tells all that it tells of them, stocks too.
    """
    own = calendar.headed and named in (calendar.period, calendar.month) and ".." in (calendar.month or "..")
    if not named or ".." not in named or own:
        return named
    stands = _is_of_programme(figure)
    if not stands and figure.role in _STANDING:
        stands = bool(_LEFT.search(figure.low_before) or _STANDS.search(figure.low_before))
    return named[-len("2025-01") :] if stands else named


def tells_state(figure: Figure) -> bool:
    """``rà soát các hợp tác xã (hiện có 126 hợp tác xã, chỉ 47 hợp tác xã có lãi)``: a task says how things stand."""
    if figure.role == "plan" or figure.over is not None:
        return False
    if _STATE.search(figure.low_before):
        return True
    first = figure.previous
    beside = first is not None and figure.depth > 0 and first.depth == figure.depth and first.owner is figure.owner
    return bool(beside and not figure.opens and first is not None and tells_state(first))


def _is_of_programme(figure: Figure) -> bool:
    """``17 xã đạt từ 15 tiêu chí trở lên``: communes by the criteria that they meet, and the criteria met."""
    unit = (figure.unit or "").lower()
    return figure.role != "plan" and (unit == "tiêu chí" or (unit in _PLACES and bool(_MEETS.match(figure.low_after))))


def is_at_new_year(figure: Figure) -> bool:
    """Whether ``figure`` says how things stood when the year began, or shares the time of one that does."""
    if figure.role not in _STANDING:
        return False
    if "đầu năm" in figure.low_before and _NEW_YEAR.search(figure.low_before):
        return True
    first = figure.previous
    beside = figure.unit == "%" and first is not None and first.unit != "%"
    return bool(beside and _BESIDE.fullmatch(figure.low_before) and first is not None and is_at_new_year(first))
