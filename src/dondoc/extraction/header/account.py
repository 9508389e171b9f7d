"""Whether a text without head and title is a mere account: paragraph after paragraph of figures that nobody tells.

Finds         Năm 2018, GRDP đạt ... (long paragraphs, dozens of figures, no headline)
Leaves alone  Theo Cục Thống kê, ... · Sáng 28/9, ... cho biết ...: news · a text under a headline · an excerpt of news
"""

import re
from collections import Counter

from dondoc.extraction.header.page import Page

_TOLD = re.compile(
    r"(?<!\w)(?:cho (?:biết|hay|rằng)|theo (?:báo cáo|số liệu|thông tin|thống kê|đánh giá|ông|bà|đồng chí|cục|sở|bộ|"
    r"tổng cục|ubnd|phòng|ban|chi cục|nguồn)|phát biểu|nhấn mạnh|phóng viên|pv|ảnh|hội nghị|phiên họp|"
    r"kỳ họp|buổi làm việc|(?:sáng|chiều|ngày) (?:nay|qua)|date \d)(?!\w)",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d(?:[.,]\d+)*\s?(?:%|(?:tỷ|tỉ|triệu|nghìn|ngàn|ha|tấn|lượt|hộ|người|dự án|doanh nghiệp|con)(?!\w))"
)
_YEAR = re.compile(
    r"(?<!so với )(?<!thực hiện )(?<!cùng kỳ )(?<!đến )(?<!từ )(?<!của )(?<!kế hoạch )(?<!dự toán )"
    r"năm (?P<year>20\d\d)(?!\d|\s*[-–])",
    re.IGNORECASE,
)
_FEWEST_YEARS = 3
_MOST = 0.6
_LONGEST_HEADLINE = 160
_FEWEST_FIGURES = 25
_FEWEST_LINES = 3


def is_account(page: Page, content: str) -> bool:
    """Whether ``page`` begins with a paragraph, holds figures throughout, and names nobody who tells them."""
    if len(page.lines) < _FEWEST_LINES or len(page.lines[0].words) <= _LONGEST_HEADLINE:
        return False
    return len(_FIGURE.findall(content)) >= _FEWEST_FIGURES and _TOLD.search(content) is None


_OF_A_PART = re.compile(r"(?:(?:tháng|quý)(?: [\wIVX]+)?|đầu|cuối|giữa),? \Z", re.IGNORECASE)


def is_of_whole_year(content: str) -> bool:
    """Whether an account names years more often by themselves than months of them."""
    years = [*_YEAR.finditer(content)]
    alone = [found for found in years if not _OF_A_PART.search(content, max(0, found.start() - 12), found.start())]
    return len(alone) > len(years) - len(alone)


def year_of_account(content: str) -> str | None:
    """The year that most of the words of time of an account name; None where they name several."""
    years = Counter(found["year"] for found in _YEAR.finditer(content))
    year, times = years.most_common(1)[0] if years else (None, 0)
    return year if times >= max(_FEWEST_YEARS, years.total() * _MOST) else None
