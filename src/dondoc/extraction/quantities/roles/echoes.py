"""Figures that have their role from the figure before them.

Finds         tăng 30% - 45% · tăng lần lượt 5,4% và 17,2% · đạt 27,1% và 22,4% (the second like the first)
              lúa đạt 101,8% kế hoạch; ngô 640 ha, đạt 98% (a share again) · tăng 10% (riêng chế biến 10,9%)
              tăng giá, nhất là nhóm giáo dục (5,72%)
Leaves alone  tỷ lệ tốt nghiệp đạt 98%: a rate, whatever stands before; bằng 98% behind bằng 105% so với cùng kỳ
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.roles.aims import AGAINST
from dondoc.facts import Evidence, Role

_RANGE = re.compile(r"\s*(?:-|–|và|đến|tới|,)\s*(?:khoảng\s+|gần\s+|trên\s+|hơn\s+)?")
_APART = re.compile(
    r"(?:\A|[,;(:])[^,;(:]{0,60}?\b(?P<verb>đạt|bằng|tương đương)(?:\s+(?:khoảng|gần|trên|hơn|mới|chỉ))*\s*\Z"
)
_REACHES = re.compile(r",?\s*(?:mới |chỉ |ước )?đạt\s+(?:khoảng\s+|gần\s+|trên\s+|hơn\s+)?")
_ALONE = re.compile(r"\s*(?:[,;.)(/]|\Z|và\b|tăng\b|giảm\b|so\b)")
_DONE = frozenset({"actual", "cumulative"})
_OF_ITS_OWN = re.compile(r"tỷ lệ|tỉ lệ|công suất|lấp đầy|bao phủ|tốt nghiệp|hài lòng|cùng kỳ|năm trước|\btổng\b")
_YEAR_BEFORE = re.compile(
    r"(?<!với )(?<!so )cùng kỳ(?: (?:năm )?(?:trước|ngoái|20\d\d))?(?: (?:là|ước|đạt|chỉ|mới|thực hiện))*:?\s*\Z"
)
_TOLD = frozenset({"actual", "cumulative", "share_of_plan", "rate"})
_SHARED = frozenset({"change", "share_of_plan", "rate", "plan"})
_FAR = 4
_SINGLED_OUT = re.compile(r"\(\s*(?:riêng|trong đó|nhất là)\b[^()\d%]{0,50}\Z")
_MOST = re.compile(r"(?P<way>tăng|giảm)[^;.()\d]{0,60}\bnhất[^;.()\d]{0,50}\(\s*\Z")


def year_before(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``62% (cùng kỳ 58,4%)`` · ``534,6 tỷ đồng (cùng kỳ 486 tỷ đồng)``: as the figure it stands beside."""
    if tells_year_before(before):
        first = figure.previous
        for _ in range(_FAR):
            if first is None:
                return None
            if first.unit == figure.unit and first.role in _TOLD and first.over is None:
                return first.role
            first = first.previous
    return None


def tells_year_before(before: str) -> bool:
    """Whether the words ``before`` a figure say that it is the one of the same period: "cùng kỳ năm 2022 đạt"."""
    return "cùng kỳ" in before and _YEAR_BEFORE.search(before) is not None


def echo_year_before(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``... đạt 39% kế hoạch. Cùng kỳ năm 2022 đạt 42,6%``: as the share in the sentence before."""
    first = sentence.figures[0]
    if first.role != "rate" or first.unit != "%" or not tells_year_before(first.low_before):
        return
    if any(one.role == "share_of_plan" for one in earlier[-_FAR:]):
        first.role = "share_of_plan"
        first.evidence.append(Evidence("role", "role.year_before"))


def echoed(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """Return the role of the figure before, where ``figure`` only goes on with it."""
    first = figure.previous
    if first is None or (first.unit != "%") != (figure.unit != "%"):
        return None
    if figure.unit != "%":
        return _with_change(figure, first, before)
    if _RANGE.fullmatch(before) and first.role in _SHARED and figure.depth == first.depth:
        figure.fall = first.fall
        return first.role
    if first.role == "change" and figure.opens and _SINGLED_OUT.search(before):
        figure.fall = first.fall
        return "change"
    return None


def _reaches(before: str, after: str) -> bool:
    """``, đạt 91,4%`` with nothing behind it that it could be the share of."""
    return _REACHES.fullmatch(before) is not None and _ALONE.match(after) is not None


def _with_change(figure: Figure, first: Figure, before: str) -> Role | None:
    """``(tăng 25 vụ/153 đối tượng)`` · ``tăng 13 hộ nghèo, 52 hộ cận nghèo``."""
    listed = before.strip() in (",", "và") and (first.unit or "").split()[:1] == (figure.unit or "").split()[:1]
    if first.role != "change" or not (before.strip() == "/" or (listed and first.depth == figure.depth)):
        return None
    figure.fall = first.fall
    return "change"


def singled_out(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``Có 7 nhóm tăng giá, cao nhất là giáo dục (5,72%)``."""
    if figure.unit != "%" or not figure.opens or figure.task:
        return None
    found = _MOST.search(before)
    if found is None:
        return None
    figure.fall = found["way"] == "giảm"
    return "change"


def shared_again(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``Lúa 2.860 ha, đạt 98,6% kế hoạch; ngô 640 ha, đạt 91,4%``: the plan is named at the first only."""
    if figure.unit != "%" or figure.task:
        return None
    verb = _APART.search(before)
    if verb is None or AGAINST.match(after) or _OF_ITS_OWN.search(before) or _OF_ITS_OWN.search(after[:25]):
        return None
    done = figure.previous
    if done is None or (done.role in ("part", "rate") and done.unit != "%"):
        return None
    if (
        done.unit in read_cues().planned_units
        and done.role in _DONE
        and done.depth == figure.depth
        and _reaches(before, after)
    ):
        return "share_of_plan"
    other: Figure | None = done
    for _ in range(6):
        if other is None:
            return None
        if other.unit == "%" and other.role in ("share_of_plan", "rate"):
            same = re.search(r"\b(?:đạt|bằng|tương đương)\b", other.low_before) is not None
            return "share_of_plan" if other.role == "share_of_plan" and same and other.depth == figure.depth else None
        other = other.previous
    return None
