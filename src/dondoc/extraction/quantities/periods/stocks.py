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
    r"|\btồn kho\b[^,;.\d]{0,30}\Z|\b(?:dư nợ|nguồn vốn huy động|số dư)\b[^;,]{0,60}\Z"
    r"|\bnợ (?:đọng|xấu|thuế|khối lượng)\b[^;.\d]{0,50}\Z"
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
# What comes in and is dealt with one by one: no population.
_COME_IN = frozenset(
    {"hồ sơ", "đơn", "vụ", "vụ việc", "việc", "ca", "lượt", "trường hợp", "kiến nghị", "nhiệm vụ", "khoản thu"}
)
# "11/35 chủ đầu tư chưa giải ngân": by what came together since the new year.
_BY_MONEY = re.compile(r"\A[^;.()]*\b(?:giải ngân|dự toán|kế hoạch|khoản thu)\b")
_CLAUSE = 60
# "đã đạt 71% khối lượng": how far a work has come.
_DONE = re.compile(r"[\s)]*(?:tổng |giá trị )?khối lượng\b")
_TODAY = re.compile(r"\b(?<!thực )(?<!thể )(?<!phát )(?<!biểu )hiện (?:còn|có|nay|đã|mới|đang)\b[^;.()\d]{0,50}\Z")
_BESIDE = re.compile(r"(?:, ?|\()(?:chiếm |với |đạt )?(?:tỷ lệ )?\Z")
_STANDING = frozenset({"actual", "count", "rate", "cumulative"})


def standing(figure: Figure, named: str | None, calendar: Calendar) -> str | None:
    """The last of the months ``named`` for what is left or stands then, as they are for all else.

    A paper whose head names the months so far tells all that it tells of them, stocks too.
    """
    own = calendar.headed and named in (calendar.period, calendar.month) and ".." in (calendar.month or "..")
    if not named or ".." not in named or own:
        return named
    stands = _is_of_programme(figure) or _is_of_population(figure)
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


def tells_today(figure: Figure) -> bool:
    """``(hiện còn thiếu 16 giáo viên)``: how things stand when the task is given."""
    return "hiện" in figure.low_before and _TODAY.search(figure.low_before) is not None


def _is_of_programme(figure: Figure) -> bool:
    """``17 xã đạt từ 15 tiêu chí trở lên``: communes by the criteria that they meet, and the criteria met."""
    unit = (figure.unit or "").lower()
    if unit == "%" and _DONE.match(figure.low_after):
        return figure.role != "plan"
    return figure.role != "plan" and (unit == "tiêu chí" or (unit in _PLACES and bool(_MEETS.match(figure.low_after))))


def _is_of_population(figure: Figure) -> bool:
    """``210/480 trường đạt chuẩn, tỷ lệ 43,8%``: how many of all there are, and what share of them."""
    if figure.unit == "%":
        first = figure.previous
        return figure.role == "rate" and first is not None and first.over is not None and _is_of_population(first)
    whole = figure.under or figure
    if figure.role not in ("part", "count") or whole.role != "count" or (figure.over is None and figure.under is None):
        return False
    paid = _BY_MONEY.search(whole.low_after[:_CLAUSE]) is not None
    return not paid and (whole.unit or "").lower() not in _COME_IN


def is_at_new_year(figure: Figure) -> bool:
    """Whether ``figure`` says how things stood when the year began, or shares the time of one that does."""
    if figure.role not in _STANDING:
        return False
    if "đầu năm" in figure.low_before and _NEW_YEAR.search(figure.low_before):
        return True
    first = figure.previous
    beside = figure.unit == "%" and first is not None and first.unit != "%"
    return bool(beside and _BESIDE.fullmatch(figure.low_before) and first is not None and is_at_new_year(first))
