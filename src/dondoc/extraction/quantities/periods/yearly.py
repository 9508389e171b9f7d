"""What comes once a year, and so is told of the year whatever month a text is about.

Finds         1.204 thí sinh đăng ký thi tốt nghiệp THPT, bố trí 12 điểm thi · tỷ lệ tốt nghiệp THPT đạt 98,1%
              giao quân 120/120 thanh niên, in a report on a month
Leaves alone  Năm học 2022 - 2023, tỷ lệ tốt nghiệp THPT đạt 98%: a school year
              giao quân 120/120 thanh niên, in a report on a quarter or half a year: of that
              thi học sinh giỏi có 46 em đoạt giải · tốt nghiệp THPT đạt 98%; có thêm 3 trường đạt chuẩn: another clause
"""

import re

from dondoc.extraction.quantities.figures import CLAUSE_REACH
from dondoc.extraction.quantities.periods.asked import Case
from dondoc.extraction.quantities.periods.calendar import MONTH
from dondoc.extraction.quantities.periods.untimed import in_school_year

# A word that stands in each of the names, so that most clauses are not looked at.
_WORDS = ("tốt nghiệp", "thpt quốc gia", "quân", "nhập ngũ")
_EXAM = re.compile(
    r"\b(?:tốt nghiệp (?:bậc )?(?:thpt|trung học phổ thông)|thpt quốc gia|thi tốt nghiệp|xét tốt nghiệp)\b"
)
_RECRUITED = re.compile(r"\b(?:giao(?: nhận)? quân|tuyển quân|(?<!tuổi )nhập ngũ)\b")
_EXAMINED = frozenset({"thí sinh", "điểm thi", "hội đồng thi", "%", None})
_RECRUITS = frozenset({"thanh niên", "công dân", "tân binh", "%", None})
_CLAUSE_END = re.compile(r"[;:](?! \d)|\.\s")
_BEHIND = 40
_YEAR = len("2025")


def of_every_year(case: Case) -> str | None:
    """The year of what comes once in it: the one that its words name, else that of the text; None for all else."""
    figure, calendar, stated = case.figure, case.calendar, case.stated or ""
    exam = figure.unit in _EXAMINED or figure.role == "rank"
    recruits = figure.unit in _RECRUITS and not figure.task and MONTH.match(calendar.period or "") is not None
    if not (exam or recruits) or in_school_year(figure, case.sentence):
        return None
    clause = _clause(case)
    if not any(map(clause.__contains__, _WORDS)):
        return None
    if not (exam and _EXAM.search(clause)) and not (recruits and _RECRUITED.search(clause)):
        return None
    return stated if len(stated) == _YEAR else (calendar.year or "")[:_YEAR] or None


def _clause(case: Case) -> str:
    """The words of the clause up to the figure, and a few behind it."""
    at = case.figure.measure.span.start - case.sentence.span.start
    told = _CLAUSE_END.split(case.sentence.low[max(0, at - CLAUSE_REACH) : at])[-1]
    return told + re.split(r"[;,.(]", case.figure.low_after[:_BEHIND])[0]
