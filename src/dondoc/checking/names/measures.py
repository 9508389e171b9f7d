"""What a figure is measured by (another time, a plan, what others have), and the words that say by how much."""

import re
from typing import NamedTuple

_WHEN = r"(?:năm|tháng|quý|kỳ|vụ|tuần|đợt|khóa|khoá|nhiệm kỳ|niên vụ|niên độ)(?: học)?"
_TIME = (
    rf"cùng (?:kỳ|thời điểm)|{_WHEN} (?:[^\W\d_]+ )?(?:trước|ngoái|liền kề)|trước (?:đó|đây)|\btrước\b|(?:đầu|cuối) "
    rf"{_WHEN}|ban đầu|hiện hành|\bcũ\b|{_WHEN} (?:[IVX]+/)?#|vụ (?:[^\W\d_]+ ){{1,2}}#"
)
_PLAN = (
    r"kế hoạch|\bkh\b|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bnq\b|kịch bản|định mức|nhu cầu|đề nghị|\btrình\b|dự kiến"
    r"|\bgiao\b|so (?:với )?(?:mốc|mức|quy định|yêu cầu|bình quân|trung bình|cả nước|toàn (?:tỉnh|quốc))"
)
_THEN = rf"(?P<year>cùng (?:kỳ|thời điểm)|năm (?:trước|ngoái|#))|(?P<time>{_TIME})"
_BASE = re.compile(rf"{_THEN}|{_PLAN}", re.IGNORECASE)
_OWN = re.compile(rf"\s*(?:so |với )*(?:{_BASE.pattern})", re.IGNORECASE)
_OF_THEN = re.compile(rf"\s*(?:của|hồi|trong|ở|vào)?\s*(?:vụ (?:này|đó) )?(?:{_THEN})", re.IGNORECASE)
_DATE = re.compile(
    r"(?<![\d.,])(?:\d{1,2}/)?(?:\d{1,2}/)?(?:19|20)\d\d(?:\s?[-–]\s?(?:20)?\d\d)?(?![\d.,]\d)|(?<=tháng )\d\d?\b"
)
_MONTHS = re.compile(r"\b\d{1,2} (?=tháng\b)")
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[,;]")
_DOWN = r"giảm|hạ|bớt|mất|hao|sụt|tụt|rút|loại|cắt"
_SHORT = r"hụt|(?:còn )?thiếu|còn phải(?: [^\W\d_]+){1,2}"
_WAY = re.compile(
    rf"\b(?:(?P<planned>(?P<short>{_SHORT})|vượt)|(?P<less>(?:ít|thấp|nhỏ) hơn|kém|thua)"
    rf"|(?P<more>(?:nhiều|cao|lớn|trội) hơn|hơn|trội|dôi)|(?P<down>{_DOWN})|tăng|nhích|nhỉnh|thêm|nâng)"
    r"(?: (?:đi|mất|hụt|hẳn|thêm|được|tới|đến|khoảng|là|những|trừ|giảm|bỏ|khỏi [^,;.()\d]{2,25}))*"
    rf"(?: (?:so (?:với )?)?(?:mức )?(?:{_TIME}|{_PLAN})(?: [^\W\d_]+){{0,4}}?)?\s+\Z",
    re.IGNORECASE,
)
# Some word of each way: without one of them before a figure there is nothing to search.
WAYS = (
    "tăng", "nhích", "nhỉnh", "thêm", "hơn", "vượt", "trội", "dôi", "nâng", "giảm", "hạ", "bớt", "mất", "hao", "kém",
    "thiếu", "hụt", "sụt", "tụt", "rút", "thua", "loại", "cắt", "còn phải",
)  # fmt: skip


class Way(NamedTuple):
    """Which way a figure differs; ``apart``: the words set two figures against each other (thấp hơn, vượt, thiếu);
    ``planned``: one of them is what there should be (vượt, thiếu)."""

    sign: int
    apart: bool
    planned: bool


def way_of(words: str) -> Way | None:
    """By what the words before a figure say that it is a difference; None where they do not."""
    found = _WAY.search(words)
    if found is None:
        return None
    sign = -1 if found["short"] or found["less"] or found["down"] else 1
    return Way(sign, bool(found["planned"] or found["less"] or found["more"]), found["planned"] is not None)


def undated(words: str) -> str:
    """``words`` with ``#`` for each date."""
    return _DATE.sub("#", words) if _DIGIT.search(words) else words


def timeless(words: str) -> str:
    """``words`` without the numbers of dates and months."""
    return _MONTHS.sub("", undated(words)).replace("#", "") if _DIGIT.search(words) else words


def base_before(words: str) -> str:
    """What the clause before a figure says that it is of: ``year`` (cùng kỳ, năm ngoái) or another time by its first
    word (tháng trước, đầu vụ), ``plan``; "" where it says none of these."""
    found = list(_BASE.finditer(_PARTED.split(undated(words))[-1]))
    return _kind(found[-1]) if found else ""


def base_behind(words: str) -> str:
    """What the words behind a figure say that it is of: ``318 nghìn m³ của năm ngoái``."""
    found = _OF_THEN.match(undated(words))
    return _kind(found) if found is not None else ""


def measured_behind(words: str) -> str:
    """What the words behind a difference say that it is measured by: ``giảm 12 vụ so với cùng kỳ``."""
    found = _OWN.match(undated(words))
    return _kind(found) if found is not None else ""


def _kind(base: re.Match[str]) -> str:
    return "year" if base["year"] else base["time"].lower().split()[0] if base["time"] else "plan"
