"""Figures that say by how much something rose or fell.

Finds         tăng 5,14% · giảm 33 vụ · (+9,01%) · tăng 11 doanh nghiệp (29,7%) · đạt 45,7%, chậm 11% so với kế hoạch
              Giảm 39,9% về số vụ, 38,9% về số người chết · kém năm ngoái 48 tỷ đồng, tức 9%
Leaves alone  tăng cả 3 tiêu chí · lên 25 xã: what it came to · phấn đấu tăng 8%: a plan
"""

import re

from dondoc.extraction.quantities.beyond import compared_level, is_level_of_plan, told_beyond
from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.parts.likeness import POINTS
from dondoc.extraction.quantities.roles.aims import AGAINST, AIM_WORDS, EACH, MUST
from dondoc.extraction.quantities.roles.echoes import is_next_name
from dondoc.extraction.quantities.signals import PLAN, WANTED
from dondoc.facts import Role

_SIGN = re.compile(r"[-+–−±]\s*\Z")
_BEHIND = re.compile(
    r"(?:\A|[,;(])[\s*]*(?:(?P<fall>chậm|trễ|thấp hơn|kém)|nhanh|sớm|cao hơn|vượt)(?:\s+(?:khoảng|gần|trên|hơn))?\s*\Z"
)
_SCHEDULE = re.compile(r"[%\s*]*so (?:với )?(?:kế hoạch|tiến độ|yêu cầu|hợp đồng|cam kết|quy định|cùng kỳ)")
_LATE = re.compile(r"\b(?P<fall>chậm|trễ|muộn)(?:\s+(?:khoảng|gần|trên|hơn))?\s*\Z")
_STRETCHES = frozenset({"ngày", "tuần", "tháng", "quý", "năm", "giờ", "%"})
_ADDED = re.compile(
    r"(?:(?:mới|đăng ký|vốn) và|vốn(?: đăng ký| đầu tư| điều chỉnh)*) tăng thêm(?:\s+\w+){0,2}\s*\Z|số vốn (?:đăng ký |"
    r"đầu tư )?điều chỉnh tăng(?: thêm)?\s*\Z"
)
# "Tổng giá trị tăng thêm 3.682 tỷ đồng": what an economy adds, where nothing is compared.
_VALUE_ADDED = re.compile(r"\bgiá trị (?:tăng thêm|gia tăng)(?: (?:đạt|ước|khoảng|trên|hơn|gần|là))*\s*\Z")
_AGAIN = re.compile(
    r"\s*=\s*|(?: so (?:với )?(?:cùng kỳ|ck|kế hoạch|kh|tháng|quý|năm)(?: (?:năm )?(?:trước|ngoái|20\d\d))?)?[,\s]*"
    r"(?:tương ứng|tương đương|tức là|tức|hay)(?:\s+(?:với|giảm|tăng|là))*\s*"
)
_OWN_WAY = re.compile(r"\b(tăng|giảm)\s*\Z")
_HALF_AS_MUCH = 50
_ONLY_COMMA = re.compile(r"\s*,\s*")
_ENDS = re.compile(r"\s*(?:[),;.]|so\b|\Z)")
_SAME_AGAIN = re.compile(r"\(\s*(?:tương ứng|tương đương|tức|hay|nghĩa)(?:\s+(?:với|tăng|giảm|là))*\s*\Z")
_COMPARED = re.compile(r"cùng kỳ|tháng trước|năm trước")
_LISTED = re.compile(r"\A\s*(?:về )?(?:số|tổng|giá|lượng|diện)[^,;.()\d]{1,40}(?:,| và)\s+\Z")
# "nhóm giáo dục tăng cao nhất với 9,21%"
_MOST = re.compile(
    r"\b(?P<way>tăng|giảm)(?: (?:cao|mạnh|nhiều|thấp|sâu|nhanh|ít|lớn))? nhất"
    r"(?: (?:(?:kể )?từ|trong|so với) [^;.()]{2,40}?(?=,| với| là| đạt))?"
    r"(?:,? (?:với|là|đạt|ở mức|với mức|khoảng|trên|hơn))*\s*\Z"
)
# "tăng cao nhất là giáo dục 2,94%": the name of the highest between.
_MOST_NAMED = re.compile(
    r"\b(?P<way>tăng|giảm)(?: (?:cao|mạnh|nhiều|thấp|sâu|nhanh|ít|lớn))? nhất (?:là|thuộc về|ở)"
    r"(?: (?!đạt|chiếm|bằng|còn|với)[^\s,;.()\d]+){1,8}\s+\Z"
)
# "giảm tương ứng 0,3% và 1,7%" · "tăng kỷ lục với gần 55%" · "làm tăng CPI chung khoảng 0,14%"
_TOLD_ALIKE = re.compile(
    r"\b(?P<way>tăng|giảm) tương ứng(?: là| khoảng)*\s*\Z"
    r"|\b(?:làm|khiến|kéo)(?: cho)? (?P<made>tăng|giảm) (?:cpi|chỉ số giá)\b[^;.()]{0,40}?"
    r"(?: khoảng| trên| gần| hơn| thêm)*\s*\Z"
    r"|\b(?P<much>tăng|giảm)(?: trưởng)? (?:kỷ lục|đột biến|ấn tượng|vượt bậc|mạnh|cao|nhanh|sâu),? với(?: mức)?"
    r"(?: khoảng| trên| gần| hơn| tới)*\s*\Z"
)
_FROM = re.compile(r"\b(?P<way>tăng|giảm)\s+(?:thêm\s+)?(?:được\s+)?(?:khoảng\s+)?từ\s+\Z")
_OR_MORE = re.compile(r"\s*(?:-|–|trở lên)")
_ONLY_OPENED = re.compile(r"[\s*]*\([\s*]*")
# "tăng 2,64%, bằng 7.300 con so với cùng kỳ" · "tăng 0,74% so với cùng kỳ (bằng 837,2 ha)"
_BY_SO_MUCH = re.compile(r"[\s*]*,?\s*(?:bằng|tương đương|tương ứng)(?: (?:khoảng|gần|hơn|trên|với))?\s*")
_EQUAL_TO = re.compile(r"\(\s*(?:bằng|tương đương|tương ứng)(?: (?:khoảng|gần|hơn|trên|với))?\s*\Z")
_UP_TO = re.compile(r"[\s%]*(?:đến|tới)\s+\Z")
# "tăng thấp hơn 6 tháng đầu năm 2011 là 0,8%"
_LOWER = re.compile(r"\b(?:thấp|ít|kém|chậm) hơn\b[^,;.()]{0,60}\blà\s*\Z")
# "khai khoáng giảm 0,5%, đóng góp giảm 0,01 điểm phần trăm": its share of the growth, not by how much it fell.
_CONTRIBUTES = re.compile(r"đóng góp(?: tăng| giảm)?(?: khoảng| gần)?\s*\Z")
_IS_LEVEL = re.compile(r"tỷ lệ|tỉ lệ|tỷ trọng|lãi suất|thuế suất|đánh giá|trị giá|giá trị")
_LEVEL = re.compile(r"mức tăng trưởng[^;.]*\Z")
# "vượt chỉ tiêu đề ra là trên 10%" · "(kế hoạch tăng từ 14 - 16%)": the plan itself, not by how much it was passed.
_PLAN_TOLD = re.compile(
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|kịch bản)[^,;.()\d]{0,40}\b(?:là|:)(?: (?:trên|khoảng|từ|"
    r"hơn|dưới|tăng))*\s*\Z"
    r"|\(\s*(?:kế hoạch|chỉ tiêu|mục tiêu|kịch bản|kh)\b(?![^()]*so với)(?: năm)?(?: 20\d\d)?[^()\d]{0,40}\Z"
    r"|(?<!so với )(?<!vượt )(?:(?:chỉ tiêu|mục tiêu)(?: [^\s,;.()\d]+){0,2} (?:tăng|giảm)|"
    r"(?:chỉ tiêu|mục tiêu|kế hoạch) (?:tốc độ )?tăng trưởng(?: (?:kinh tế|grdp|gdp))?)"
    r"(?: thêm| từ| khoảng| trên)*\s*\Z"
)
# "vượt chỉ tiêu tiết kiệm 1,5% của Bộ giao"
_GIVEN_BY = re.compile(r"[\s%]*(?:của|do) [^,;.()\d]{2,25} (?:giao|đề ra)\b")
_GOAL = re.compile(
    r"(?:nhiệm vụ|phương hướng|cuối năm)[^;.]{0,90}(?:chỉ tiêu|mục tiêu)[^;:.\d]{0,30}:|phấn đấu|"
    r"mục tiêu (?:năm|đến|tăng|giai đoạn)|chỉ tiêu (?:năm|chủ yếu)"
)
_WORD = re.compile(r"\w{3,}")
_EQUALLY = re.compile("tương ứng|tương đương")
_COMPARED_AFTER = re.compile(r"[^;.()]{0,30}\b(?:so|cùng kỳ|mỗi năm)\b")
_IS_SHARE = re.compile(r"tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng")
_AND_PASSES = re.compile(r"[^,;.()\d]{0,20},?\s*(?:tăng|vượt|cao hơn|giảm|thấp hơn)(?: thêm| khoảng| trên)*\s*")
_THAN_PLAN = re.compile(r"[%\s]*so (?:với )?(?:mức )?(?:dự toán|kế hoạch|kh\b|chỉ tiêu|nghị quyết)")
_UP_OR_DOWN_TO = re.compile(r"\blên|xuống còn")


def bracketed_rate(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``tăng 11 doanh nghiệp (29,7%)``: the change again, as a percentage."""
    changed = figure.previous
    if changed is None or changed.role != "change":
        return None
    if figure.opens and _SAME_AGAIN.search(before):
        figure.fall = changed.fall
        return "change"
    if figure.unit != "%" and changed.unit == "%":
        opens = figure.opens and figure.owner is changed
        return _absolutely(figure, changed, before) if opens or _BY_SO_MUCH.fullmatch(before) else None
    again = _AGAIN.fullmatch(before) is not None or _is_alone_again(figure, changed, before, after)
    if figure.unit != "%" or not (again or (figure.opens and figure.owner is changed)):
        return None
    bare = _ONLY_OPENED.fullmatch(before) is not None or "=" in before
    if (changed.unit or "").startswith(("%", "điểm")):
        return None
    if _COMPARED.search(changed.before) and not (bare or told_beyond(changed) is not None):
        return None
    if figure.opens and _WORD.search(_EQUALLY.sub("", before.rsplit("(", 1)[-1])):
        return None
    # "thấp hơn 24,6 tỷ đồng, tương đương tăng 8,3%": what is said of it, right or wrong.
    own = _OWN_WAY.search(before)
    figure.fall = own[1] == "giảm" if own is not None else changed.fall
    return "change"


def _is_alone_again(figure: Figure, changed: Figure, before: str, after: str) -> bool:
    """``(tăng 250 tấn, 8,3%)``: the same change in percent."""
    within = figure.depth and figure.depth == changed.depth
    return bool(within) and _ENDS.match(after) is not None and _ONLY_COMMA.fullmatch(before) is not None


def _absolutely(figure: Figure, changed: Figure, before: str) -> Role | None:
    """``giảm 0,3% (114,5 ha)``: the change again, in its own unit."""
    said = _ONLY_OPENED.fullmatch(before) or _BY_SO_MUCH.fullmatch(before) or _EQUAL_TO.search(before)
    if not said or figure.under is not None or figure.over is not None or _is_level(figure, changed):
        return None
    figure.fall = changed.fall
    return "change"


def _is_level(figure: Figure, changed: Figure) -> bool:
    """``612.000 con, tăng 5,5% (580.000 con)``: what it was before, too much for the change."""
    now, value, share = changed.previous, figure.measure.value, changed.measure.value
    if now is None or now.unit != figure.unit or not now.measure.value or value is None or share is None:
        return False
    return abs(share) < _HALF_AS_MUCH and abs(value) * 2 > abs(now.measure.value)


def signed(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``(+9,01%)`` · ``(- 33 trường hợp)``."""
    if figure.ranges and not figure.signed:
        return None
    sign = _SIGN.search(before)
    # "(năm 2015 – 8,2%)", "642 hồ sơ - 10%": a dash behind words.
    apart = sign is not None and before[: sign.start()].rstrip(" *")[-1:].isalnum()
    return "change" if figure.signed or (sign is not None and not apart) else None


def behind(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đạt 45,7%, chậm 11% so với kế hoạch`` · ``chậm 02 tháng so với cam kết``."""
    if figure.task or figure.unit not in _STRETCHES or not _SCHEDULE.match(after):
        return None
    found = (_BEHIND.search(before) if figure.unit == "%" else None) or _LATE.search(before)
    if found is None:
        return None
    figure.fall = found["fall"] is not None and figure.unit == "%"
    return "change"


def beyond(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``nhiều hơn năm 2018 là 27 doanh nghiệp`` · ``thấp hơn tháng 7 (512 tỷ đồng) 48 tỷ đồng``."""
    told = told_beyond(figure) if not figure.task else None
    if told is None:
        return "plan" if compared_level(figure) == "plan" or is_level_of_plan(figure) else None
    figure.fall = told.fall
    return "change"


def change(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``tăng 5,14%`` · ``giảm 33 vụ``; a rise that is aimed at is a plan."""
    if figure.cues_before & PLAN and (_PLAN_TOLD.search(before) or _GIVEN_BY.match(after)):
        return "plan"
    cues = read_cues()
    if figure.unit in POINTS and _CONTRIBUTES.search(before):
        return None
    if figure.unit in ("đồng", "USD") and _VALUE_ADDED.search(before) and not _COMPARED_AFTER.match(after):
        return None
    if figure.under or figure.over or EACH.search(before) or (figure.unit != "%" and _ADDED.search(before)):
        return None
    rise, fall = cues.rise.search(before), cues.fall.search(before)
    found = fall or rise
    if found is None and figure.unit == "%" and "nhất" in before:
        most = _MOST.search(before) or _MOST_NAMED.search(before)
        figure.fall = most is not None and most["way"] == "giảm"
        return "change" if most is not None and not figure.task else None
    if found is None and figure.unit == "%" and not figure.task and (alike := _TOLD_ALIKE.search(before)):
        figure.fall = "giảm" in alike.groups()
        return "change"
    if found is None and figure.unit == "%" and not figure.task and _LOWER.search(before):
        figure.fall = True
        return "change"
    if found is None:
        return _ranged_change(figure, before, after, lead) or _listed_change(figure, before)
    if _passes_plan(figure, before, after):
        figure.fall = fall is not None
        return "change"
    if (figure.unit or "").startswith("%") and _GOAL.search(lead) and not AGAINST.search(after):
        return "plan"
    if _LEVEL.search(before) or (figure.task and figure.unit == "%" and AIM_WORDS.search(lead)):
        return "plan" if figure.task or AIM_WORDS.search(lead) else "change"
    aimed = figure.task and not (figure.depth or AGAINST.search(after))
    if aimed or (figure.cues_before & WANTED and MUST.search(before)):
        return "plan"
    figure.fall = fall is not None or _LOWER.search(before) is not None
    level = figure.unit != "%" or _IS_SHARE.search(before) or not _COMPARED_AFTER.match(after)
    if level and _UP_OR_DOWN_TO.search(found.group()):
        return None
    return "change"


def _passes_plan(figure: Figure, before: str, after: str) -> bool:
    """``phấn đấu thu 3.250 tỷ đồng, vượt 150 tỷ đồng so với dự toán``: by how much what is aimed at passes the plan."""
    first = figure.previous
    if first is None or first.role != "plan" or first.unit == "%" or first.depth != figure.depth:
        return False
    return _AND_PASSES.fullmatch(before) is not None and ("vượt" in before or _THAN_PLAN.match(after) is not None)


def _ranged_change(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``tăng từ 20% - 35%`` · ``giá cát tăng từ 12% đến 18%``; not ``giảm từ 5% xuống 4%``, which are levels."""
    to = _UP_TO.match(after) is not None and "giá" in before and not _IS_LEVEL.search(before)
    found = _FROM.search(before) if to or _OR_MORE.match(after) else None
    if found is None:
        return None
    figure.fall = found["way"] == "giảm"
    return "plan" if figure.task or AIM_WORDS.search(lead) else "change"


def _listed_change(figure: Figure, before: str) -> Role | None:
    """``Giảm 39,9% về số vụ, 38,9% về số người chết``: the word of change stands before the first only."""
    previous = figure.previous
    if previous is None or previous.role != "change" or previous.unit != figure.unit:
        return None
    if not (is_next_name(figure, previous) or _LISTED.search(before)):
        return None
    figure.fall = previous.fall
    return "change"
