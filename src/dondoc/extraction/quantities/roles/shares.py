"""Percentages and ratios.

Finds         đạt 62% kế hoạch (share_of_plan) · tỷ lệ 16% (rate) · gấp 1,5 lần (rate)
              bình quân một ngày 0,68 vụ (rate)
Leaves alone  tăng 5%: ``changes`` · phấn đấu đạt 95%: ``plans``
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.parts.likeness import fits
from dondoc.extraction.quantities.roles.aims import AGAINST, AIM_WORDS, MUST, RATE_WORDS
from dondoc.extraction.quantities.signals import AIM, DISBURSED, GROWTH, PLAN, WANTED
from dondoc.facts import Role

_AVERAGE = re.compile(r"bình quân (?:một|mỗi|1|01)\s[^,;.]{0,60}\Z|\(\s*mỗi [^,;.()\d]{2,25}\Z")
# "..., bình quân 12 cuộc/ban": a clause of its own that names no more than whose average it is.
_MEAN = re.compile(
    r"(?:\A|[,;:.(]|\bvà)[\s–-]*(?:(?:như vậy|tức(?: là)?|tính chung|tính|chung),? )?"
    r"(?:bình quân|trung bình|tính ra)(?: chung)?(?P<of>(?: [^\W\d]+){0,7}?)"
    r"(?: (?:là|đạt|được|có|khoảng|gần|hơn|trên|chỉ|mới|xấp xỉ|mức))*\s*\Z"
)
_OF_ONE = re.compile(r"\A (?:mỗi|một|1|01|đầu người) |\A đầu người\Z|\bmỗi ")
_PER_ONE = re.compile(r"\s?/\s?[^\W\d]")
_PRICED = re.compile(r"/\s?(?:chỉ|lượng|usd|kg|lít|tấn|tạ|m3|m2|kwh|năm|tháng)\Z")
_PER_HEAD = re.compile(
    r"/\s*(?:vạn|1\.000|nghìn|100\.000|10\.000) ?dân\Z|/100 (?:bé gái|trẻ gái|gái|nữ)\Z|/(?:doanh nghiệp|xã|hộ|người)\Z"
)
_PER = re.compile(r"bình quân\s*(?:đạt\s*)?\Z")
_RISEN = re.compile(r"\b(?:tăng|cao hơn)(?: gần| hơn| khoảng)? gấp(?:\s+(?:khoảng|gần|hơn|trên))?\s*\Z")
_TIMES = re.compile(r"(?:gấp|bằng)(?:\s+(?:khoảng|gần|hơn|trên))*\s*\Z")
_WITH_PLAN = re.compile(
    r"[\s%*]*[^,;.()\d]{0,20}\((?:chỉ tiêu|kh|kế hoạch|mục tiêu|nghị quyết|nq|dự toán)\b[^()\d]{0,40}\Z"
)
_GROWTH = re.compile(r"(?:tăng trưởng|grdp|gdp|tốc độ tăng)[^;.]{0,60}\Z")
_GROWS = re.compile(r"\b(?:tốc độ|mức|tỷ lệ|tỉ lệ) (?:tăng|phát triển)\b|tăng trưởng")
_REVENUE = re.compile(
    r"\b(?:(?:thu|chi) (?:ngân sách|nsnn|nội địa|cân đối|xuất nhập khẩu)|giá trị|sản lượng|doanh thu|kim ngạch|gtsx|"
    r"vốn đầu tư (?:toàn xã hội|phát triển|công))"
    r"[^,;.()\d]{0,50}\b(?:đạt|bằng)"
    r"(?:\s+(?:khoảng|gần|trên|hơn))?\s*\Z"
)
_OF_TARGETS = re.compile(r"\s*(?:chỉ |mới )?đạt(?:\s+(?:khoảng|trên|dưới|từ|hơn|gần))?\s*\Z")
_BEHIND_PLAN = re.compile(
    r"giải ngân[^,;.()\d]{0,40}\b(?:dưới|thấp hơn|chưa đạt|không đạt|đạt thấp|chỉ đạt|mới đạt)(?:\s+\w+)?\s*\Z"
)
_GRADED = re.compile(r"giải ngân[^,;.()\d]{0,50}\b(?:được|đạt|trên|dưới|từ|đến|hơn|gần|khoảng|chỉ|mới|là)\s*\Z")
_SPENT = re.compile(r"\bgiải ngân(?:[^;.()\d]|(?<=\s)\d{1,2}/\d{1,2}(?:/\d{4})?|(?<=năm )20\d\d){0,70}\Z")
_TAXED = re.compile(
    r"\bthu (?:tiền|thuế|phí|lệ phí|nội địa)[^,;.()\d]{0,40}\b(?:đạt|bằng)(?:\s+(?:khoảng|gần|trên|hơn))?\s*\Z"
)
_REACHES = re.compile(r",?\s*(?:đạt|bằng)\s+")
_STOPS = re.compile(r"\s*(?:[,;.]|\Z|và\b|tăng\b)")
_AT_LEAST = re.compile(r"(?:tối thiểu|ít nhất)(?: là| đạt)?\s*\Z")
_CONTRIBUTED = re.compile(r"(?:\A|[,;(] ?)(?:đóng )?góp(?: khoảng| gần| hơn| tới)?\s*\Z")
# "so dự toán giao đạt 42%": the plan stands before the share.
_AGAINST_PLAN = re.compile(
    r"\bso (?:với )?(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết|kh)\b[^,;.()\d]{0,30},? ?(?:mới |chỉ |ước )?(?:đạt|bằng)"
    r"(?: (?:khoảng|gần|trên|hơn))?\s*\Z"
)
_AGAINST_YEAR = re.compile(r"\bso (?:với )?cùng kỳ[^,;.()\d]{0,25} (?:đạt|bằng)(?: (?:khoảng|gần|trên|hơn))?\s*\Z")
_OF_ALL = re.compile(
    r"(?:bình quân|trung bình)(?: chung)?(?: của)? (?:cả nước|toàn quốc|cả tỉnh|toàn tỉnh|tỉnh)\s*\(\s*\Z"
)
# "số còn phải giải ngân chiếm 42% kế hoạch": how much of it something is, and nothing that was reached.
_CLAIMED = re.compile(r"\bchiếm(?: khoảng| trên| gần| hơn| tới)*\s*\Z")
_AGAINST_NAMED = re.compile(
    r"\s*so (?:với )?(?:mức )?(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết)(?: (?!giảm|tăng|là)[^\s,;.()\d]+){0,5}"
    r"(?: là)?\s+"
)
_MISSED = re.compile(r"\b(?:chưa|không|mới|đã) đạt (?:chỉ tiêu|mục tiêu)(?: (?!là)[^\s,;.()\d]+){0,6}(?: là)?\s*\Z")
_SHORT_OF = re.compile(
    r"[^;.\d]{0,20}[,)(]? ?(?:vẫn )?còn (?:thiếu|hụt|phải (?:thực hiện|đạt|thu|giải ngân))(?: thêm| khoảng)*\s+"
)
_WHOLE = 100
_SHORT = 8
_FEW = 4


def times(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``gấp 1,5 lần so với cùng kỳ`` (rate) · ``tăng gấp 1,5 lần`` (change)."""
    if _TIMES.search(before) is None:
        return None
    return "change" if _RISEN.search(before) and not figure.task else "rate"


def average(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``bình quân một ngày xảy ra 0,68 vụ`` · ``9,2 bác sĩ/vạn dân``."""
    unit = (figure.unit or "").lower()
    if (unit == "‰" or unit.startswith("%/")) and not figure.task:
        return "plan" if figure.cues_so_far & AIM and AIM_WORDS.search(lead) else "rate"
    if figure.task or figure.under or figure.over or unit == "%" or unit.startswith("tiêu chí"):
        return None
    if figure.cues_before & WANTED and MUST.search(before):
        return None
    per = _PER_HEAD.search(unit)
    told = _AVERAGE.search(before) or (per and (unit.endswith(("dân", "gái", "nữ")) or _PER.search(before)))
    return "rate" if told or _is_mean(unit, before, after) else None


def _is_mean(unit: str, before: str, after: str) -> bool:
    """``bình quân 12 cuộc/ban`` · ``trung bình mỗi trạm 3,3 bác sĩ``: an average of no noun before it."""
    told = _MEAN.search(before)
    if told is None or _PRICED.search(unit):
        return False
    if "/" in unit or _PER_ONE.match(after):
        return len(told["of"].split()) < _FEW
    return _OF_ONE.search(told["of"]) is not None


def share(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đạt 62% kế hoạch`` · ``giải ngân 142 tỷ đồng, đạt 35%``."""
    if figure.cues_before & PLAN and _is_named_plan(figure, before):
        return "plan"
    if _falls_short(figure, before):
        figure.fall = True
        return "change"
    if _AT_LEAST.search(before):
        return "plan"
    if figure.cues_after & PLAN and read_cues().plan_after.match(after):
        if _CLAIMED.search(before):
            return "rate"
        aimed = figure.task or (figure.cues_so_far & AIM and AIM_WORDS.search(lead))
        return "plan" if aimed else "share_of_plan"
    if AGAINST.match(after) or ("cùng kỳ" in before and _AGAINST_YEAR.search(before)):
        return None
    if figure.cues_before & PLAN and _AGAINST_PLAN.search(before) and not figure.task:
        return "share_of_plan"
    if _is_beyond_whole(figure, before, after):
        return "share_of_plan"
    if figure.opens and _OF_ALL.search(before) and _told_share_before(figure):
        return "share_of_plan"
    previous = figure.previous
    of_pair = previous is not None and previous.over is not None and previous.role == "plan"
    if previous is not None and "giải ngân" not in before and _is_some_of(previous, figure):
        return "rate"
    rated = RATE_WORDS.search(before) is not None and ("chiếm" in before or not _is_made(previous, figure))
    if of_pair and not rated:
        return "share_of_plan"
    if _GROWS.search(before):
        return None
    reaches = "đạt" in before or "bằng" in before
    if reaches and not RATE_WORDS.search(before) and _has_plan(figure):
        return "share_of_plan"
    disbursed = figure.cues_so_far & DISBURSED and "giải ngân" in lead
    told = before.strip() in ("-", "–", "=") or _GRADED.search(before) or _is_spent(before, lead)
    spent = disbursed and not figure.task and told
    if spent or (disbursed and (reaches or "(" in before) and not figure.task):
        return "share_of_plan"
    told = (disbursed and _BEHIND_PLAN.search(before)) or _is_of_targets(figure, before)
    revenue = reaches and not figure.task and (_REVENUE.search(before) or _TAXED.search(before))
    return "share_of_plan" if told or revenue else None


def _is_named_plan(figure: Figure, before: str) -> bool:
    """``cao hơn 4,2% so với mục tiêu 80%`` · ``chưa đạt chỉ tiêu huyện đề ra là 80%``: the plan itself."""
    first = figure.previous
    against = first is not None and first.role == "change" and _AGAINST_NAMED.fullmatch(before) is not None
    return against or _MISSED.search(before) is not None


def _falls_short(figure: Figure, before: str) -> bool:
    """``chưa đạt chỉ tiêu 80% (còn thiếu 4,2%)``: what is missing to a plan in percent."""
    first = figure.previous
    planned = first is not None and first.role == "plan" and first.unit == "%" and not figure.task
    return planned and _SHORT_OF.fullmatch(before) is not None


def _is_some_of(bottom: Figure, share: Figure) -> bool:
    """``310/402 tàu (đạt 77,1%)``: the percentage that the pair makes, of all there are."""
    return bottom.over is not None and bottom.over.role == "part" and _is_made(bottom, share)


def _is_made(bottom: Figure | None, share: Figure) -> bool:
    """``130,5/450 tỷ đồng, tỷ lệ 29%``: whether ``share`` is the percentage that the pair makes."""
    return bottom is not None and bottom.over is not None and fits(bottom.over, bottom, share)


def _told_share_before(figure: Figure) -> bool:
    """``vốn địa phương đạt 50,9%; cao hơn bình quân cả nước (50%)``: as the shares told before it."""
    other = figure.previous
    while other is not None and other.unit != "%" and other.number > figure.number - _FEW:
        other = other.previous
    return other is not None and other.role == "share_of_plan"


def _is_spent(before: str, lead: str) -> bool:
    """``tỷ lệ giải ngân đến 30/6 là 5,8%`` · ``giải ngân vốn nước ngoài 0%``, and nothing that is aimed at."""
    return _SPENT.search(before) is not None and not AIM_WORDS.search(lead)


def _is_beyond_whole(figure: Figure, before: str, after: str) -> bool:
    """``thu nhập 36 triệu đồng/người/năm, đạt 120%``: more than the whole of nothing but a plan."""
    value = figure.measure.value
    if value is None or value <= _WHOLE or figure.task or figure.opens:
        return False
    other = figure.previous
    while other is not None and other.unit != "%" and other.number > figure.number - _FEW:
        other = other.previous
    if other is not None and other.unit == "%" and other.role == "rate":
        return False
    return _REACHES.search(before[-_SHORT:]) is not None and _STOPS.match(after) is not None


def _is_of_targets(figure: Figure, before: str) -> bool:
    """``12 chỉ tiêu đạt trên 50%``."""
    previous = figure.previous
    return previous is not None and previous.unit == "chỉ tiêu" and _OF_TARGETS.fullmatch(before) is not None


def _has_plan(figure: Figure) -> bool:
    """``Kế hoạch 2.400 ha, đã thực hiện 1.950 ha, đạt 81,25%``: the plan stands in the sentence."""
    done: Figure | None = None
    other = figure.previous
    for _ in range(5):
        if other is None:
            return False
        if other.unit != "%" and other.role != "change" and other.under is None:
            if done is not None and other.role == "plan" and other.unit == done.unit:
                return True
            if done is not None and done.role == "plan":
                beside = done.depth > 0 or "so với" in done.before or fits(other, done, figure)
                return other.role in ("actual", "cumulative") and other.unit == done.unit and beside
            done = done or other
        other = other.previous
    return False


def percent(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """Any other percentage: growth where the clause speaks of it, else a rate."""
    if _CONTRIBUTED.search(before):
        return "rate"
    if figure.cues_so_far & GROWTH and _GROWTH.search(lead):
        figure.fall = False
        return "change"
    return "actual" if "(" in after and _WITH_PLAN.match(after) else "rate"
