"""What a change is measured against, and whether it is a fall.

Finds         so với tháng trước, so với năm 2022 (previous) · so cùng kỳ (same_period)
              so với kế hoạch, vượt ... chỉ tiêu (plan)
              the base named once at the end of a list: 18.515 tỷ, tăng 12,9%; 40.269 tỷ, tăng 14,1% so với cùng kỳ
Leaves alone  (- 33 trường hợp): no base is stated
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dondoc.extraction.quantities.beyond import told_beyond
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.signals import GROWTH
from dondoc.facts import Base, Evidence
from dondoc.text import Span

_BASE = re.compile(
    r"""(?=[cs%])(?<!nền\ )(?:(?P<same_period>cùng\s+kỳ|cùng\s+thời\s+(?:điểm|gian)|svck|\bcknt?\b|\bck\b
            |cùng\s+tháng|cùng\s+quý|cùng\s+vụ
            |so\s*(?:sánh\s+)?(?:với\s+)?(?:tháng|quý|kỳ)\s+này\s+năm\s+(?:trước|ngoái|20\d\d)
            |so\s*(?:sánh\s+)?(?:với\s+)?(?:\d{1,2}\s+tháng(?:\s+đầu)?|(?:tháng\s+(?!12)\d{1,2}|quý\s+(?:[ivx]+|[1-4])\b|vụ\s+[^,;.()\d]{2,20}))
                \s+(?:năm\s+)(?:trước|ngoái|20\d\d)
            |so\s*(?:sánh\s+)?(?:với\s+)?[^,;.()]{0,30}\b(?:nghỉ|tết|lễ)\b[^,;.()\d]{0,25}(?:[^,;.()]{0,12}20\d\d|năm\s+(?:trước|ngoái))
            |so\s*(?:sánh\s+)?(?:với\s+)?nửa\s+(?:đầu|cuối)\s+năm\s+(?:trước|ngoái|20\d\d)
            |so\s*(?:sánh\s+)?(?:với\s+)?vụ\s+[^,;.()\d]{2,20}(?:năm\s+(?:trước|ngoái)|trước|20\d\d))
      | so\s*(?:sánh\s+)?(?:với\s+)?(?:thực\s+hiện\s+)?(?:(?!cùng|trước|ngoái|lập\s|\s[-–]\s)[^,;.()\d]){0,25}?
            (?P<plan>(?:tiến\s+độ|mốc|mức|yêu\s+cầu)[^;.()]{0,30}?\b(?:đề\s+ra|yêu\s+cầu|giao|của\s+quốc\s+hội)
                |kế\s+hoạch|kịch\s+bản|chỉ\s+tiêu|dự\s+toán|nghị\s+quyết|mục\s+tiêu|cam\s+kết|quy\s+hoạch|\bkh\b)
      | so\s*(?:sánh\s+)?(?:với\s+)?(?P<day>(?:thời\s+điểm\s+|ngày\s+)*(?:31[/.-]12|0?1[/.-]0?1)\b
            |tháng\s+(?:12|mười\s+hai)\s+năm\s+(?:trước|ngoái))
      | so\s*(?:sánh\s+)?(?:với\s+)?(?:thực\s+hiện\s+)?(?:(?!cùng)[^,;.()\d]){0,20}?
            (?:(?P<other>năm\s+19\d\d|(?:đầu|cuối)\s+(?:năm|nhiệm\s+kỳ|kỳ|vụ|giai\s+đoạn)|bình\s+quân(?!\s+năm\s+20|\s+cùng)|trung\s+bình|yêu\s+cầu|tiến\s+độ
                |thời\s+điểm\s+lập)
            |(?P<previous>(?:tháng|quý|năm|kỳ|tuần|vụ|ngày|năm\s+học)(?:\s+[^\W\d]+){0,2}?\s+trước|tháng\s+\d|quý\s+[ivx]|năm\s+20\d\d
            |năm\s+ngoái|thời\s+(?:điểm|gian)(?!\s+(?:đầu|cuối)\s)|liền\s+kề|báo\s+cáo\s+(?:ngày|trước|hôm)|20\d\d))
      | %\s*(?:so\s+với\s+)?(?P<season>vụ\s+[^,;.()\d]{2,20}năm\s+(?:trước|ngoái))
      | %\s*(?P<year>(?:so\s+với\s+)?năm\s+(?:trước|ngoái|20\d\d)))
    """,
    re.VERBOSE,
)
_KINDS: dict[str, Base] = {
    "same_period": "same_period",
    "plan": "plan",
    "previous": "previous",
    "season": "same_period",
    "year": "previous",
}
# The growth of an economy is told against the same months of the year before, whether the text says so or not.
_ECONOMY = re.compile(
    r"grdp|\bgdp\b|tốc độ tăng trưởng(?! (?:bình quân|dân số|tín dụng|hằng năm|hàng năm))|"
    r"tổng sản phẩm (?:trên địa bàn|trong nước|nội tỉnh)|tăng trưởng kinh tế|kinh tế tăng trưởng"
)
_SHARED = Evidence("base", "base.shared")
_BY_CUSTOM = Evidence("base", "base.economy")
_OF_WHOLE_YEAR = re.compile(rf"{_ECONOMY.pattern}|\bcả năm\b(?! trước)")
# An index of so many months is one against the same months of the year before.
_INDEX_SO_FAR = re.compile(
    r"(?:chỉ số sản xuất|iip)[^;.]{0,60}\d tháng[^;.]{0,30}\Z|\d tháng[^;.]{0,40}(?:chỉ số sản xuất|iip)[^;.]{0,40}\Z"
)
_SAME_CHANGE = re.compile(r"\b(?:tương đương|tương ứng|tức|tức là|hay)(?: (?:với|là|tăng|giảm|bằng))*\s*\Z")
_THAN_PLAN = re.compile(r"hơn (?:so (?:với )?)?(?:mức )?(?:kế hoạch|kịch bản|chỉ tiêu|dự toán|nghị quyết|mục tiêu)")
_QUARTER_NAMED = re.compile(r"so (?:sánh )?(?:với )?quý\s+([ivx]+|[1-4])\b(?:/| năm )20\d\d")
_MONTH_NAMED = re.compile(r"tháng\s+(\d{1,2})")
_OF_TIME = re.compile(r"\b(?:tháng|quý|năm|tuần|ngày|kỳ)\b|so với|so sánh|hơn")
_GROUPS = re.compile(r"\d+ nhóm (?:hàng|tăng|giảm|có)")
# What is told against a plan: more or less than it.
_THAN_IT = re.compile(r"\b(?:vượt|hụt|tăng thu|giảm thu|cao hơn|thấp hơn|nhiều hơn|ít hơn|chậm|nhanh hơn)\b")
_NEAR = 60
_BACK = 250
_FAR = 6
_OFTEN, _MOSTLY = 4, 3
_ENDS_OF_YEAR = (1, 12)
_ONLY_THAN = re.compile(r"(?:thấp|cao|nhiều|ít) hơn(?: là| tới| gần| khoảng)?\s*\Z")
_HIGHER = re.compile(r"hơn (?:so với )?(?:năm|tháng|quý|kỳ|vụ) (?:trước|ngoái|20\d\d)")
_BEFORE_IT = re.compile(r"\s*so với (?:trước )?khi\b")
# "So với tháng 12, CPI tăng 0,74% và so với cùng kỳ năm trước tăng 3,35%": each base before its figure.
_LEADS = re.compile(
    r"(?:\A[\s*–-]*|[;.]\s+|,\s+|\bvà\s+)(?:(?:nếu|khi)\s+)?(?P<words>so (?:sánh )?với [^,;.()]{3,40}"
    r"(?:,[^,;.()]{3,60}|[^,;.()]{0,40})\b(?:tăng|giảm)[^,;.()\d]{0,20}\Z)"
)
_NEXT_LEADS = re.compile(r"\s*(?:,|;|và|, và)\s+so (?:sánh )?với [^,;.()]{3,40}\b(?:tăng|giảm)\b[^,;.()\d]{0,12}\Z")
_AND_CHANGED = re.compile(r"\s*(?:và(?:\s+(?:tăng|giảm))?|,\s*(?:tăng|giảm))\s*")
_SENTENCE_PART = re.compile(r";|\.(?!\d)|\)(?!\s*so)")
_CLAUSE_END = re.compile(r"[,;.(]")
_OTHER = re.compile(r"(?:hơn|so với|mức)\s+(?:mức\s+)?(?:bình quân|trung bình|chung)")
_PLAN = re.compile(r"[%\s*]*(?:so với |so )?(?:mức )?(?:kế hoạch|kịch bản|chỉ tiêu|dự toán|nghị quyết|mục tiêu|kh\b)")


def set_bases(
    sentence: Sentence, earlier: Base | None = None, year: str | None = None, *, in_turn: bool = False
) -> None:
    """Give every change of ``sentence`` its base; ``earlier`` is the last base that its item named.

    ``in_turn``: the sentence that it goes on with told each figure against the month before and the same period.

    ``year`` is the one reported on: a month of the same year is the one before.
    """
    changes = [figure for figure in sentence.figures if figure.role == "change"]
    if not changes:
        return
    low = sentence.low
    found = [(one.start(), _kind_of(one, low, low[: one.start()])) for one in _BASE.finditer(low)]
    # "đạt 66% so với dự toán, tăng 29% so cùng kỳ": what is reached of a plan is not what others rose against.
    of_others = [base for base in found if base[1] != "plan"]
    if not found and earlier is not None and _GROUPS.search(low):
        # "CPI tăng 0,4% so với tháng trước, tăng 5% so cùng kỳ. Trong 11 nhóm hàng có 8 nhóm tăng": in the month.
        earlier = "previous"
    for figure in changes:
        figure.base = figure.base or _own(figure) or _again(figure) or _of_economy(figure, sentence)
        if figure.base is None:
            named = of_others or (found if _THAN_IT.search(figure.low_before[-_NEAR:]) else [])
            figure.base = (_turn(figure) if in_turn and not found else None) or _shared(
                figure, sentence, named, earlier
            )
            figure.evidence += [_SHARED] if figure.base else []
        _as_range(figure)
    if sentence.cues & GROWTH and any(figure.base is None for figure in changes) and _ECONOMY.search(sentence.low):
        for figure in changes:
            if figure.base is None and figure.unit == "%" and not figure.signed:
                figure.base = "same_period"
                figure.evidence.append(_BY_CUSTOM)
    if "chỉ số sản xuất" in low or "iip" in low:
        for figure in changes:
            if figure.base is None and figure.unit == "%" and _INDEX_SO_FAR.search(figure.low_before):
                figure.base = "same_period"
                figure.evidence.append(_BY_CUSTOM)


def settle_unstated(sentences: Sequence[Sentence]) -> None:
    """``đàn trâu 7,1 nghìn con (+2,9%)`` in a paper that compares with the year before."""
    changes = [figure for sentence in sentences for figure in sentence.figures if figure.role == "change"]
    unstated = [figure for figure in changes if figure.base is None and figure.unit == "%" and not figure.task]
    if not unstated:
        return
    told = Counter(figure.base for figure in changes if figure.base in ("same_period", "previous"))
    if told["same_period"] < _OFTEN or told["same_period"] < _MOSTLY * told["previous"]:
        return
    for figure in unstated:
        figure.base = "same_period"
        figure.evidence.append(_BY_CUSTOM)


def _as_range(figure: Figure) -> None:
    """``tăng 6,5-7,5% so với tháng trước``: both ends are told against the same."""
    first = figure.previous
    if first is None or first.role != "change" or not figure.ranges:
        return
    if _own(first) is not None:
        figure.base = first.base
    elif figure.base is not None:
        first.base = figure.base


def goes_on_comparing(sentence: Sentence) -> bool:
    """Whether a paragraph tells how much things rose and names no time: as the one before it compares."""
    risen = any("tăng" in one.low_before or "giảm" in one.low_before for one in sentence.figures)
    return risen and _OF_TIME.search(sentence.low) is None


def base_before(low: str) -> Base | None:
    """The last base that the words ``low`` before a sentence name, where no figure stands beside it."""
    found = None
    for found in _BASE.finditer(low, max(0, len(low) - _BACK)):  # noqa: B007
        pass
    return _kind(found) if found is not None else None


def _of_economy(figure: Figure, sentence: Sentence) -> Base | None:
    """``GRDP tăng 8,4%; giải ngân đạt 52%, tăng 8 điểm so với tháng trước``: the later base is another's."""
    if figure.unit != "%" or not sentence.cues & GROWTH or ";" not in figure.low_after:
        return None
    if not _ECONOMY.search(figure.low_before):
        return None
    figure.evidence.append(_BY_CUSTOM)
    return "same_period"


def settle_year(figure: Figure) -> None:
    """``Năm 2022, GRDP tăng 9,4%``: what a whole year grew by, it grew by against the year before."""
    if figure.base != "same_period" or not figure.period or not figure.period.isdecimal():
        return
    shared = _SHARED in figure.evidence and _OF_WHOLE_YEAR.search(figure.low_before) is not None
    if shared or _BY_CUSTOM in figure.evidence:
        figure.base = "previous"


def _kind(match: re.Match[str]) -> Base:
    return _KINDS.get(match.lastgroup or "", "other")


def _kind_of(match: re.Match[str], after: str, before: str) -> Base:
    """``tháng 12/2010 tăng ... so với tháng 12/2009``: the same month a year earlier; else its end or beginning."""
    quarter = _QUARTER_NAMED.match(after, match.start()) if match.lastgroup == "previous" else None
    if quarter is not None and re.search(rf"quý\s+{quarter[1]}\b", before):
        return "same_period"
    month = _MONTH_NAMED.search(after, match.start())
    if match.lastgroup == "previous" and month and month.start() < match.end():
        if re.search(rf"tháng\s+0?{int(month[1])}(?!\d)", before):
            return "same_period"
        following = int(month[1]) % 12 + 1
        far = int(month[1]) in _ENDS_OF_YEAR and not re.search(rf"tháng\s+0?{following}(?!\d)", before)
        return "other" if far and after.startswith(("/", ".20", " năm 20"), month.end()) else "previous"
    return _kind(match)


def _again(figure: Figure) -> Base | None:
    """``kém năm ngoái 48 tỷ đồng, tức 9%``: the same change in percent, against the same."""
    first = figure.previous
    same = first is not None and first.role == "change" and not figure.opens and ";" not in figure.before
    return first.base if same and first is not None and _SAME_CHANGE.search(figure.low_before) else None


def _own(figure: Figure) -> Base | None:
    after = figure.low_after
    leading = _leading(figure)
    if leading is not None and leads_next(after):
        return leading
    if _PLAN.match(after):
        return "plan"
    told = told_beyond(figure)
    if told is not None:
        return told.base
    match = _BASE.search(_SENTENCE_PART.split(after, maxsplit=1)[0])
    if match:
        start = figure.measure.span.end
        figure.evidence.append(Evidence("base", "base.behind", Span(start + match.start(), start + match.end())))
        return _kind_of(match, after, figure.low_before)
    if _BEFORE_IT.match(after):
        return "other"
    if _is_over_year(figure):
        return "previous"
    near = _CLAUSE_END.split(figure.low_before[-60:])[-1]
    if _OTHER.search(near):
        return "other"
    match = _BASE.search(near)
    if match:
        return _kind(match)
    if _HIGHER.search(near):
        return "previous"
    if "vượt" in near or _below_aim(figure, near) or _THAN_PLAN.search(near):
        return "plan"
    return leading


def _below_aim(figure: Figure, near: str) -> bool:
    """``giảm 3,77%, nhưng Nghị quyết giao giảm 4,2%, thấp hơn 0,43%``: less than the aim right before."""
    last = figure.previous
    return last is not None and last.role == "plan" and _ONLY_THAN.search(near) is not None


def _is_over_year(figure: Figure) -> bool:
    """``Hộ nghèo đầu năm 24 hộ, cuối năm còn 15 hộ, giảm 9 hộ``: from the end of one year to that of the next."""
    last = figure.previous
    first = last.previous if last is not None and "cuối năm" in last.low_before[-_NEAR:] else None
    return first is not None and "đầu năm" in first.low_before[-_NEAR:] and figure.unit == first.unit


def leads_next(after: str) -> bool:
    """Whether the words ``after`` a change name what the next one is told against: ", so với cùng kỳ tăng 3,35%"."""
    return _NEXT_LEADS.match(after) is not None


def _leading(figure: Figure) -> Base | None:
    """``So với tháng 12, CPI tăng 0,74%``: the base that the clause of the figure begins with."""
    found = _LEADS.search(figure.low_before) if "so " in figure.low_before else None
    if found is None or (figure.previous is not None and not figure.low_before[: found.start("words")].strip()):
        return None
    match = _BASE.search(figure.low_before, found.start("words"))
    if match is None:
        return None
    return _kind_of(match, figure.low_before, figure.low_before[: match.start()])


def _shared(figure: Figure, sentence: Sentence, named: Sequence[tuple[int, Base]], default: Base | None) -> Base | None:
    """The base that a list shares: named later in the sentence, else earlier, else by the change it stands beside."""
    previous = figure.previous
    beside = previous is not None and figure.owner is previous and previous.role == "change"
    if figure.opens and beside and previous is not None and not re.search(r"\w{3,}", figure.before.rsplit("(", 1)[-1]):
        return previous.base
    if previous is not None and _beside_in_bracket(figure, previous):
        return previous.base
    owner = figure.owner
    if figure.opens and owner is not None and owner.role == "change" and owner.base not in (None, "plan"):
        return owner.base
    if figure.depth and (figure.signed or re.search(r"[-+–−]\s*\Z", figure.before)):
        return _of_signed(figure, named)
    turn = _in_turn(figure, sentence, named)
    if turn is not None:
        return turn
    place = figure.measure.span.end - sentence.span.start
    index = bisect_left(named, place, key=lambda pair: pair[0])
    if index < len(named):
        return named[index][1]
    if named and not (previous is not None and previous.role == "change" and previous.base == "plan"):
        return named[-1][1]
    return default


def _of_signed(figure: Figure, named: Sequence[tuple[int, Base]]) -> Base | None:
    """``tăng so với cùng kỳ là: An Lộc 4.090 ha (+26,4%)`` · ``tăng 3,1% (tôm 52,9 nghìn tấn (+5,2%))``: as said."""
    if named:
        return named[-1][1]
    first = figure.previous
    for _ in range(_FAR):
        if first is None or first.role == "change":
            break
        first = first.previous
    return first.base if first is not None and first.role == "change" else None


def _in_turn(figure: Figure, sentence: Sentence, named: Sequence[tuple[int, Base]]) -> Base | None:
    """``tăng 26,9% so với tháng trước và giảm 4,8% so với cùng kỳ; bán lẻ tăng 17,3% và tăng 1,6%``: so in turn."""
    begin = figure.measure.span.start - sentence.span.start
    known = [base for at, base in named if at < begin]
    if known[:2] != ["previous", "same_period"]:
        return None
    return _turn(figure)


def _turn(figure: Figure) -> Base | None:
    """``giảm 1,9% và tăng 8,2%``: the first against the month before, the second against the same period."""
    if _AND_CHANGED.fullmatch(figure.low_after) and "lần lượt" not in figure.low_before:
        return "previous"
    first = figure.previous
    second = first is not None and first.role == "change" and first.base == "previous"
    return "same_period" if second and _AND_CHANGED.fullmatch(figure.low_before) else None


def told_in_turn(sentence: Sentence) -> bool:
    """Whether the last changes of ``sentence`` are told against the month before, then against the same period."""
    bases = [figure.base for figure in sentence.figures if figure.role == "change"]
    return bases[-2:] == ["previous", "same_period"]


def _beside_in_bracket(figure: Figure, previous: Figure) -> bool:
    """``(tăng 58 doanh nghiệp so cùng kỳ, +9,93%)``: the change again, in the same bracket."""
    together = figure.depth and previous.depth == figure.depth and figure.owner is previous.owner
    return bool(together) and previous.role == "change" and figure.unit != previous.unit and ";" not in figure.before
