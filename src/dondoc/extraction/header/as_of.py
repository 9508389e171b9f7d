"""The day up to which a document counts, and the months that this day makes what it reports on.

Finds         kế hoạch vốn năm 2023 đến ngày 30/9/2023: the months so far · Báo cáo tiến độ kỳ 25/10/2016: its month
              (Cập nhật đến 16 giờ ngày 12/7/2019) under a title: the month
              Tính đến ngày 10/5/2024 đã kiểm đếm 305 trường hợp: the month, of a notice whose title names no time
Leaves alone  từ ngày 15/5 đến ngày 14/6/2023: a stretch of days · trước ngày 31/12/2026, phải xong đến 30/6: a deadline
              đến hết 2019, in a notice of 2024: what was reached then
"""

import re

from dondoc.grammar.period_arithmetic import stretch

CUE = re.compile(
    r"(?:tổng kết|kết quả|tình hình|sơ kết|đánh giá|kiểm điểm|công tác|báo cáo|thực hiện|phiên họp|thường kỳ|giao ban"
    r"|số liệu|thành tựu|đạt được)",
    re.IGNORECASE,
)
_DAY = r"[0-3]?\d[/.-](?P<month>1[0-2]|0?[1-9])[/.-](?P<year>20\d\d)(?!\d)"
_SO_FAR = re.compile(
    r"\bđến (?:hết )?(?:(?:ngày )?[0-3]?\d(?:/| tháng )|tháng )"
    r"(?P<month>1[0-2]|0?[1-9])(?:/|-| năm )(?P<year>20\d{2})(?!\d)",
    re.IGNORECASE,
)
_FROM_DAY = re.compile(r"\btừ (?:ngày )?\d{1,2}/\d{1,2}(?:/\d{4})? *\Z", re.IGNORECASE)
_OF_DAY = re.compile(rf"\bkỳ (?:báo cáo )?(?:ngày )?{_DAY}", re.IGNORECASE)
_UP_TO = re.compile(
    r"(?:(?:^|\n|[.;]\s)\W*|\b(?:cập nhật|số liệu|tính|thống kê) )đến (?:hết )?(?:thời điểm )?"
    rf"(?:[0-2]?\d(?:[h:.]|\s?giờ)\s?(?:[0-5]\d)?['’]?,? )?(?:ngày )?{_DAY}",
    re.IGNORECASE,
)
_PAID = re.compile(r"giải ngân", re.IGNORECASE)
_NEAR, _PAID_REACH = 30, 160
_MONTH = len("2023-11")
_LATEST = 2


def so_far(words: str) -> str | None:
    """``giải ngân kế hoạch vốn năm 2023 đến hết ngày 30/9/2023``: from the new year to the month of that day."""
    day = _SO_FAR.search(words)
    if day is None or _FROM_DAY.search(words[: day.start()]) or not CUE.search(words[: day.start()]):
        return None
    return stretch(int(day["year"]), 1, int(day["month"]))


def month_of_day(words: str) -> str | None:
    """``Báo cáo tiến độ kỳ 25/10/2016``: the month of the day."""
    day = _OF_DAY.search(words)
    return f"{day['year']}-{int(day['month']):02}" if day is not None else None


def read_counted_up_to(opening: str, issued: str | None) -> str | None:
    """The month of the first day up to which an ``opening`` counts, no more than two before it was ``issued``.

    The year where the day is its last.
    """
    day = _UP_TO.search(opening)
    if day is None:
        return None
    if issued is not None:
        behind = 12 * (int(issued[:4]) - int(day["year"])) + int(issued[5:_MONTH]) - int(day["month"])
        if not 0 <= behind <= _LATEST:
            return None
    return day["year"] if "31/12/" in day.group() else f"{day['year']}-{int(day['month']):02}"


def read_paid_until(page: str, year: str) -> str | None:
    """The months of ``year`` up to the last day until which a page without a title tells what was paid out."""
    if not year.isdecimal():
        return None
    days = [
        day
        for day in _SO_FAR.finditer(page)
        if day["year"] == year and _PAID.search(page, day.start() - _NEAR, day.end() + _PAID_REACH)
    ]
    months = [int(day["month"]) for day in days]
    return stretch(int(year), 1, max(months)) if months else None
