"""The two figures of a pair: X of a population, or X against a plan.

Finds         02/12 đơn (a part of the 12) · 711ha/600 ha (reached, and the plan) · 19/19 tiêu chí (the plan is 19)
Leaves alone  2-3%: a range
"""

import re
from functools import cache

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import AIM_WORDS
from dondoc.extraction.quantities.roles.counts import is_plain
from dondoc.extraction.quantities.signals import PLAN
from dondoc.facts import Role

_YEARLY = re.compile(
    r"phát triển mới|thành lập mới|đưa|tuyển|xuống giống|gieo|trồng|\bthu\b(?! gom| hồi| hút| thập)|"
    r"giải ngân|đào tạo|dạy nghề|huấn luyện|kết nạp|\btiêm\b(?!.* mũi)|xuất khẩu lao động|biên chế"
)
_STATED = re.compile(
    r"\s*(?!đạt chuẩn|tiêu chí)(?:[^\W\d]+\s+){0,3}?(?:chưa|không|thuộc diện|thuộc thẩm quyền|đang|dự kiến|còn|"
    r"có|tổ chức|vi phạm|bị|đã|tăng|giảm|giải ngân|được|đăng ký|tham gia|sử dụng|trong vùng|đỗ|đậu|"
    r"trúng tuyển|tốt nghiệp|lên lớp|xếp loại|xuống cấp|hư hỏng|quá tải|ngập|"
    r"sạt lở|hết hạn|biểu quyết|tán thành|nhất trí|đi bầu|đi bỏ phiếu|bỏ phiếu|dự thi|đoạt giải|đạt giải)\b"
)
_BY = re.compile(r"\A[\s,*]*(?:theo\s+)?")
_PROMISED = re.compile(r"\s*đăng ký (?:hoàn thành|đạt|về đích|xây dựng)")
_AS_RATE = re.compile(r"tỷ lệ[^,;.()\d]{0,15}\Z")
_TARGETED = re.compile(r"kế hoạch|\bkh\b|chỉ tiêu|dự toán|được giao|biên chế|nông thôn mới")
_PLAN_BETWEEN = re.compile(r"\b(?:kh|kế hoạch|chỉ tiêu|dự toán|mục tiêu|nq|nghị quyết)\b")
_PRESENT = re.compile(r"tham dự|\bdự (?:hội nghị|họp|đại hội|phiên)|có mặt")
_SOFAR = re.compile(
    r"đưa|phát triển mới|thành lập mới|(?<!hè )(?<!doanh )\bthu\b(?! đông| hoạch)|giải ngân|kết nạp|xuất cảnh|"
    r"xuất khẩu lao động|vận động|quyên góp|việc làm|dạy nghề"
)
_UNTIL = re.compile(r"đến ngày|đến hết|\bđến \d{1,2}[/.-]\d{1,2}\b")
_JUDGED = re.compile(r"rà soát|tự đánh giá")
_CLAUSE = re.compile(r"[,;]\s")
# "khởi công 04/07 công trình", "giữ vững 8/8 xã đạt chuẩn" in a task: so many of them.
_TO_FINISH = re.compile(
    r"(?<!đã )\b(?:hoàn thành|hoàn thiện|khởi công|xong|giữ vững|có đủ|nâng tổng số lên)(?: cho| cả| đủ| thêm)?\s*\Z"
)
# "bàn giao nốt mặt bằng còn lại (đã bàn giao 21/34 km)": how far a task has come.
_DONE_OF = re.compile(r"\((?:hiện |mới |đến nay )*(?:đã|mới) [^,;()\d]{2,30}\Z")
_LAND_READY = re.compile(r"\bcó mặt bằng(?: sạch)?\s*\Z")
_HARVESTED = re.compile(r"(?:diện tích[^;.]{0,30}|đang )thu hoạch[^;.\d]{0,40}\Z")
# What a thing can hold, and what was sown before it is harvested: not to be reached.
_BY_PROGRAMME = re.compile(r"\s*theo (?:đề án|kế hoạch|nghị quyết|chương trình|vị trí việc làm|biên chế|định mức)\b")
_CAPACITY = re.compile(r"\s*(?:dung tích|công suất|sức chứa)\b")
_SOWN = re.compile(r"\s*(?:lúa |đã |diện tích )*(?:xuống giống|gieo|cấy)")
# What becomes of them is told of cases; how many there are is followed by statistics, as with these other nouns.
_CASES = re.compile(r"(?:vụ|đơn(?! vị)|hồ sơ|việc|án|tổ chức)\b")
_TRACKED = re.compile(
    r"(?:vụ|đơn(?! vị)|hồ sơ|việc|án|hộ|nhà|ngôi nhà|phòng học|lao động|tàu|em|thanh niên|sản phẩm|trường hợp|cơ sở|"
    r"doanh nghiệp|bị can|ha|tấn|đồng(?! chí))\b"
)
# "mặt bằng đã bàn giao 21,4/34 km": cleared bit by bit, however many months a report is on.
_CLEARED = re.compile(r"\bbàn giao\b[^;.()\d]{0,30}\Z")
_LAND = frozenset({"km", "ha", "m", "m2"})
_BUILT = ("nhà", "căn", "ngôi nhà", "công trình", "cầu", "phòng")
_MONEY = frozenset({"đồng", "usd"})
_OTHER_TIME = re.compile(r"\b(?:tháng|quý|tuần|trong kỳ|riêng)\b")
_FAR = 8
_FEW = 3
_MEASURED = frozenset({"đồng", "usd", "ha", "tấn", "%", "tiêu chí", "kg", "m", "km", "m2", "m3", "kwh"})


def pair(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``2/12 đơn`` · ``711ha/600 ha``."""
    bottom = figure if figure.over is not None else figure.under
    if bottom is not None and _CAPACITY.match(bottom.low_after):
        return "count" if figure is bottom else "actual"
    if figure.under is not None:
        if figure.task and not figure.depth and _TO_FINISH.search(before):
            return "plan"
        return "part" if _is_share_of_population(figure, lead) else _reached(figure, lead)
    if figure.over is None:
        return None
    if figure.task and figure.over.role == "plan" and _TO_FINISH.search(figure.over.low_before):
        aimed = (figure.unit or "").lower() in _MEASURED or AIM_WORDS.search(figure.over.low_before)
        return "plan" if aimed else "count"
    if figure.over.role == "rank":
        return "count"
    if figure.over.role == "part":
        tracked = figure.unit is None or _TRACKED.match(figure.unit.lower())
        return "actual" if tracked and not figure.task else "count"
    return "plan"


def _is_share_of_population(figure: Figure, lead: str) -> bool:
    bottom = figure.under
    if bottom is None or bottom.unit == "%":
        return False
    after = bottom.low_after
    if _PLAN_BETWEEN.search(bottom.low_before):
        return False
    planned = bottom.cues_after & PLAN and read_cues().plan_after.match(_BY.sub("", after[:40]))
    if _BY_PROGRAMME.match(after):
        return False
    if (planned and "đạt và vượt" not in after[:40] and "không đạt" not in after[:40]) or _PROMISED.match(after):
        return False
    if figure.low_before.endswith(("đủ ", "thành lập ")) and figure.measure.value == bottom.measure.value:
        return False
    near, unit = lead[-60:], (bottom.unit or "").lower()
    if not figure.task and figure.low_before.endswith("hoàn thành ") and unit.startswith(_BUILT):
        return False
    if "tổng số" in figure.low_after and unit not in _MONEY:
        return True
    if figure.opens and figure.owner is not None and figure.owner is figure.previous and figure.owner.role == "rate":
        return not _TARGETED.search(near)
    if figure.task and figure.opens and _DONE_OF.search(near):
        return True
    if unit == "ha" and (_is_harvested(figure, lead) or ("thu hoạch" in near and _SOWN.match(after))):
        return True
    if unit not in ("tiêu chí", "đồng", "usd") and _AS_RATE.search(after) and not _TARGETED.search(near):
        return True
    clause = _CLAUSE.split(near)[-1]
    if unit in ("km", "ha") and not figure.task and _LAND_READY.search(clause):
        return True
    if unit in _MEASURED:
        return False
    yearly = _YEARLY.search(clause) is not None
    if not _is_less(figure, bottom):
        return not yearly and (is_plain(unit) or _CASES.match(unit) is not None)
    told = _STATED.match(after[:60]) or _PRESENT.search(near)
    if told and not yearly and not _TARGETED.search(clause):
        return True
    return not yearly and not f"{unit} ".startswith(_planned_units())


@cache
def _planned_units() -> tuple[str, ...]:
    return tuple(f"{unit.lower()} " for unit in read_cues().planned_units)


def _is_less(top: Figure, bottom: Figure) -> bool:
    return top.measure.value is None or bottom.measure.value is None or top.measure.value < bottom.measure.value


def _summed_before(figure: Figure) -> Figure | None:
    """``giải ngân đến 20/9 được 742/1.236 tỷ đồng; vốn trái phiếu 189/412 tỷ đồng``: so far, as the clause before."""
    first = figure.previous
    if ";" not in figure.low_before or _OTHER_TIME.search(figure.low_before):
        return None
    for _ in range(_FAR):
        if first is None:
            return None
        bottom = figure.under
        alike = bottom is not None and first.unit in (figure.unit, bottom.unit) and not first.depth
        if alike and first.role in ("actual", "cumulative"):
            return first if first.role == "cumulative" else None
        first = first.previous
    return None


def _is_harvested(figure: Figure, lead: str) -> bool:
    """``diện tích thu hoạch: ngô 4.041 ha/4.085 ha; rau 3.573 ha/3.613 ha``: of what was planted."""
    if "thu hoạch" in lead:
        return _HARVESTED.search(lead) is not None or (":" in lead and "diện tích thu hoạch" in lead)
    other = figure.previous if ";" in figure.low_before else None
    for _ in range(_FEW):
        if other is None or other.over is not None:
            break
        other = other.previous
    # "thu hoạch: ngô 4.041 ha/4.085 ha, năng suất ...; rau 3.573 ha/3.613 ha": as the pair before.
    return other is not None and other.over is not None and other.unit == "ha" and other.over.role == "part"


def _reached(figure: Figure, lead: str) -> Role:
    if (figure.task and AIM_WORDS.search(lead)) or "phấn đấu" in lead.rpartition(",")[2]:
        return "plan"
    near = lead[-240:].rstrip(": ").rsplit(":", 1)[-1]
    if figure.unit == "tiêu chí":
        known = figure.previous.over if figure.previous is not None and figure.previous.unit == "tiêu chí" else None
        judged = known.role == "actual" if known is not None else _JUDGED.search(lead) is not None
        return "actual" if judged else "cumulative"
    if read_cues().cumulative.search(near) or _UNTIL.search(near):
        return "cumulative"
    if figure.unit in _LAND and not figure.task and _CLEARED.search(near):
        return "cumulative"
    figure.yearly = _SOFAR.search(near) is not None
    if figure.yearly:
        return "cumulative"
    first = _summed_before(figure)
    if first is not None:
        figure.yearly, figure.spent = first.yearly, first.spent
        return "cumulative"
    explains = figure.opens and figure.owner is not None and figure.owner.unit != "%" and figure.unit != "%"
    return "cumulative" if explains else "actual"
