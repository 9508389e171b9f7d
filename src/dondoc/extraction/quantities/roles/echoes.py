"""Figures that have their role from the figure before them.

Finds         tăng 30% - 45% · tăng lần lượt 5,4% và 17,2% · đạt 27,1% và 22,4% (the second like the first)
              lúa đạt 101,8% kế hoạch; ngô 640 ha, đạt 98% (a share again) · tăng 10% (riêng chế biến 10,9%)
Leaves alone  tỷ lệ tốt nghiệp đạt 98%: a rate, whatever stands before; bằng 98% behind bằng 105% so với cùng kỳ
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.roles.aims import AGAINST
from dondoc.extraction.quantities.signals import GROWTH
from dondoc.facts import Evidence, Role
from dondoc.grammar.agencies.folding import CAPITALS

_RANGE = re.compile(r"\s*(?:-|–|và|đến|tới|,)\s*(?:khoảng\s+|gần\s+|trên\s+|hơn\s+)?")
_APART = re.compile(
    r"(?:\A|[,;(:])[^,;(:]{0,60}?\b(?P<verb>đạt|bằng|tương đương)(?:\s+(?:khoảng|gần|trên|hơn|mới|chỉ))*\s*\Z"
)
_REACHES = re.compile(r",?\s*(?:mới |chỉ |ước )?đạt\s+(?:khoảng\s+|gần\s+|trên\s+|hơn\s+)?")
_ALONE = re.compile(r"\s*(?:[,;.)(/]|\Z|và\b|tăng\b|giảm\b|so\b)")
_DONE = frozenset({"actual", "cumulative"})
_OF_ITS_OWN = re.compile(
    r"tỷ lệ|tỉ lệ|công suất|lấp đầy|bao phủ|tốt nghiệp|hài lòng|cùng kỳ|năm trước|\btổng\b|tốc độ|tăng trưởng"
)
_YEAR_BEFORE = re.compile(
    r"(?<!với )(?<!so )(?<!hơn )cùng kỳ(?: (?:năm )?(?:trước|ngoái|20\d\d))?(?: (?:là|ước|đạt|chỉ|mới|thực hiện))*"
    r":?\s*\Z|(?:với |so )cùng kỳ(?: (?:năm )?(?:trước|ngoái|20\d\d))?\s*\((?:là |ước |đạt |chỉ |mới )+\Z|"
    r"\b(?:thấp|cao) hơn (?:so với )?cùng kỳ(?: (?:năm )?(?:trước|ngoái|20\d\d))?\s*\(\Z"
)
_TOLD = frozenset({"actual", "cumulative", "share_of_plan", "rate"})
_SHARED = frozenset({"change", "share_of_plan", "rate", "plan"})
_CASES = frozenset({"vụ", "người"})
_NEXT_HARM = re.compile(r"\s*(?:chết|bị thương|tử vong|mất tích)?\s*(?:,|và)\s*(?:và )?")
_HARM = re.compile(r"\s*(?:chết|bị thương|tử vong|mất tích)\b")
_IN_OTHER_UNIT = re.compile(
    r"[^,;.()\d]{0,25},?\s*(?:tương đương|quy đổi|quy ra|thành tiền|với tổng số)"
    r"(?:\s(?:với|là|khoảng|trên|hơn|gần))*\s*"
)
# "Hải Phòng tăng 20,1%, Thái Nguyên 18,1% và Hải Dương 11,2%": the next name of the list.
_NEXT_NAME = re.compile(
    r"\s*(?:,|;|và|,? và)\s+(?:(?:tỉnh|huyện|xã|thành phố|TP\.?|thị xã|quận)\s+)?"
    rf"[{CAPITALS}][^\W\d]*(?:\s[{CAPITALS}][^\W\d]*){{0,3}}\s+"
)
_AND_ALSO = re.compile(r"(?:\)|[^\W\d]| ){0,12}\s*(?:,|và|, và)\s+")
_IN_BRACKETS = re.compile(r"[^,;.()\d]{0,30}\(\s*\Z")
_THAN = re.compile(r"[^,;.()\d]{0,20}\bso (?:với )?(?:cùng kỳ|ck\b|năm|tháng|quý|đầu năm|kỳ|\d{1,2} tháng)")
_IN_RESPECT = re.compile(r" về [^,;.()\d]{2,25}(?:,| và)\s+(?:khoảng |gần |trên |hơn )?")
_THAN_ONE = re.compile(r" so (?:với )?(?:cùng kỳ|ck|năm|tháng|quý|kỳ)[^,;.()\d]{0,20}(?:20\d\d)?(?:,| và|, và)\s+")
# "(công nghiệp 10,2%; xây dựng: 6,1%)": names of branches and nothing that the percentage would be the share of.
_NAME_ONLY = re.compile(
    r"\s*[,;]?\s*(?:và |riêng |trong đó )?(?!cùng kỳ|cả nước|chỉ tiêu|kịch bản|kh\b|vượt)"
    r"(?:(?!chiếm|đạt|tỷ lệ|tỉ lệ|bằng|còn|kế hoạch|mục tiêu|đóng góp)[^\W\d]+(?:[ ,]+|-|: ?)){1,8}"
)
_FAR = 4
_NEAR = 60
_AMONG = re.compile(r"[\s*–-]*trong đó\b")
_SHARED_BRANCH = re.compile(
    r"\b(?:thu|chi|giải ngân|giá trị|sản lượng|vốn|doanh thu)\b[^;.()\d]{0,90}\b(?:đạt|bằng|với)"
    r"(?: (?:trên|khoảng|gần|hơn))?\s*\Z"
)
_OF_BRANCH = re.compile(
    r"\b(?:khu vực|ngành|lĩnh vực|nông|công nghiệp|dịch vụ|thuế)\b[^;.()\d]{0,80}\b(?:đạt|ước|là)\s*\Z"
)
_SINGLED_OUT = re.compile(r"\(\s*(?:riêng|trong đó|nhất là)\b[^()\d%]{0,50}\Z")


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


def echo_growth(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``GRDP tăng 6,9%. Trong đó: khu vực dịch vụ ước đạt 7,2%``: growth as in the sentence before."""
    last = earlier[-1] if earlier else None
    if last is None or not _AMONG.match(sentence.low) or sentence.span.start - last.measure.span.end > _NEAR:
        return
    if last.role != "change" or last.unit != "%" or not last.cues_so_far & GROWTH:
        _echo_share(sentence, earlier)
        return
    for figure in sentence.figures:
        if figure.unit != "%" or figure.role != "rate" or not _OF_BRANCH.search(figure.low_before):
            return
        figure.role, figure.fall = "change", False
        figure.evidence.append(Evidence("role", "role.growth"))


def _echo_share(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``Thu ngân sách đạt 64% dự toán. Trong đó, thu thuế đạt trên 100%``: a share as in the sentence before."""
    first = sentence.figures[0]
    if first.role != "rate" or first.unit != "%" or not _SHARED_BRANCH.search(first.low_before):
        return
    if any(one.role == "share_of_plan" for one in earlier[-_FAR:]):
        first.role = "share_of_plan"
        first.evidence.append(Evidence("role", "role.share_again"))


def echoed(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """Return the role of the figure before, where ``figure`` only goes on with it."""
    first = figure.previous
    changed = first is not None and first.role == "change" and figure.unit != "%"
    if first is not None and changed and _is_told_with(figure, first, before, after):
        figure.fall = first.fall
        return "change"
    if first is None or (first.unit != "%") != (figure.unit != "%"):
        return None
    if figure.ranges and first.role in _SHARED and first.unit in (None, figure.unit):
        figure.fall = first.fall
        return first.role
    if figure.unit != "%":
        return _with_change(figure, first, before)
    if _RANGE.fullmatch(before) and first.role in _SHARED and figure.depth == first.depth:
        figure.fall = first.fall
        return first.role
    if first.role == "change" and _is_changed_too(figure, first, before, after):
        figure.fall = first.fall
        return "change"
    listed = first.role == "share_of_plan" and figure.depth == first.depth
    if listed and is_next_name(figure, first):
        return "share_of_plan"
    if first.role == "change" and ((figure.opens and _SINGLED_OUT.search(before)) or _breaks_down(figure, first)):
        figure.fall = first.fall
        return "change"
    return None


def _breaks_down(figure: Figure, first: Figure) -> bool:
    """``công nghiệp và xây dựng tăng 9,4% (công nghiệp 10,2%, xây dựng 6,1%)``: how each of them grew."""
    whole = figure.owner
    if whole is None or whole.role != "change" or whole.unit != "%" or figure.task:
        return False
    inside = figure.low_before.rsplit("(", 1)[-1]
    beside = figure.opens if first is whole else first.owner is whole and first.depth == figure.depth
    return beside and _NAME_ONLY.fullmatch(inside) is not None


def _is_changed_too(figure: Figure, first: Figure, before: str, after: str) -> bool:
    """``giảm 14,1% về lượng và 24,2% về giá trị`` · ``tăng 1,1% so với tháng trước và 10,9% so với cùng kỳ``."""
    if figure.depth != first.depth or figure.task:
        return False
    if _IN_RESPECT.fullmatch(before) is not None:
        return after.startswith(" về ")
    return _THAN_ONE.fullmatch(before) is not None and _THAN.match(after) is not None


def _reaches(before: str, after: str) -> bool:
    """``, đạt 91,4%`` with nothing behind it that it could be the share of."""
    return _REACHES.fullmatch(before) is not None and _ALONE.match(after) is not None


def _with_change(figure: Figure, first: Figure, before: str) -> Role | None:
    """``(tăng 25 vụ/153 đối tượng)`` · ``tăng 13 hộ nghèo, 52 hộ cận nghèo``."""
    if first.role == "change" and first.unit in _CASES and _is_next_harm(figure, first, before):
        figure.fall = first.fall
        return "change"
    listed = before.strip() in (",", "và") and (first.unit or "").split()[:1] == (figure.unit or "").split()[:1]
    if first.role != "change" or not (before.strip() == "/" or (listed and first.depth == figure.depth)):
        return None
    figure.fall = first.fall
    return "change"


def _is_told_with(figure: Figure, first: Figure, before: str, after: str) -> bool:
    """``tăng 09 vụ (50%) và 2,31 ha (33,7%)`` · ``tăng 7 doanh nghiệp, 38 hộ so với cùng kỳ``: risen together."""
    if first.unit == "%" and first.opens and first.owner is not None:
        beside, first = _IN_BRACKETS.match(after), first.owner
    else:
        beside = AGAINST.match(after) or _THAN.match(after)
    if first.role != "change" or first.unit == "%" or figure.under is not None or figure.over is not None:
        return False
    return beside is not None and _AND_ALSO.fullmatch(before) is not None and figure.depth == first.depth


def _is_next_harm(figure: Figure, first: Figure, before: str) -> bool:
    """``So với tháng trước, giảm 1 vụ, 1 người chết``: the change of the next number of the same accidents."""
    if figure.depth != first.depth or _NEXT_HARM.fullmatch(before) is None or not _HARM.match(figure.low_after):
        return False
    known = first.previous
    while known is not None and known.role == "change":
        known = known.previous
    if known is None or (known.unit or "").partition(" ")[0] not in _CASES:
        return True
    return "so với" in first.low_before or "so cùng" in first.low_before


def is_next_name(figure: Figure, first: Figure) -> bool:
    """``Hải Phòng tăng 20,1%, Thái Nguyên 18,1%``: the word of change stands before the first name only."""
    if figure.unit != "%" or figure.depth != first.depth:
        return False
    return _NEXT_NAME.fullmatch(figure.before) is not None


def said_again(figure: Figure) -> bool:
    """``kế hoạch 334.608 tấn xi măng, tương đương 1.860 km``: the plan in another unit."""
    first = figure.previous
    if first is None or first.role != "plan" or first.task or figure.unit == "%":
        return False
    return _IN_OTHER_UNIT.fullmatch(figure.low_before) is not None


def shared_again(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``Lúa 2.860 ha, đạt 98,6% kế hoạch; ngô 640 ha, đạt 91,4%``: the plan is named at the first only."""
    if figure.unit != "%" or figure.task:
        return None
    verb = _APART.search(before)
    if (
        verb is None
        or AGAINST.match(after)
        or _OF_ITS_OWN.search(before)
        or _OF_ITS_OWN.search(after[:25].partition(",")[0])
    ):
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
