"""Spans of time as measures: "sau 5 năm", "trong 10 ngày", against reporting periods and anniversaries.

Finds         sau 5 năm · thời gian 02 tháng · trong thời hạn 15 ngày làm việc · 18 tháng tù · kéo dài 3 tuần
Leaves alone  06 tháng đầu năm · 11 tháng · 9 tháng năm 2023 · 55 năm ngày truyền thống · kế hoạch 5 năm · 18 tuổi
"""

import re

from dondoc.grammar.measures.candidate import Candidate

_OPENERS = frozenset({
    "sau", "trong", "vòng", "gian", "hạn", "dài", "thêm", "chậm", "sớm", "quá", "mất", "tù", "án", "phạt", "treo",
    "hành", "thiểu", "nhất", "đa", "gần", "khoảng", "mỗi", "cứ", "giảm", "rút", "ngắn", "còn", "xuống", "trước", "đủ",
    "liên", "tục", "suốt", "bình", "quân", "trên", "hơn", "dưới", "vay",
    "tạo", "đồng", "nghỉ", "cách", "ly", "học", "công",
})  # fmt: skip
_REPORTING = re.compile(r"\s(?:đầu|cuối|còn\slại|qua|năm|vừa|đã|gần|tiếp|trong\snăm|tới)\b|/[12][0-9]{3}")
_ANNIVERSARY = re.compile(
    r"\s(?:ngày|thực\shiện|triển\skhai|thành\slập|qua|truyền|chiến|quan\shệ|giải\sphóng|xây|tái|kỷ|liên\stiếp)\b"
    r"|\s(?:đầu|cuối|gần|tới|thi\shành|hợp|phong)\b"
    r"|\s?\((?:19|20)|\s(?:19|20)[0-9]{2}|\sgiai\sđoạn"
)
_AGE_OPENERS = frozenset({"thọ", "quân", "trung", "bình"})


def is_duration(candidate: Candidate, written: str, unit: str, end: int) -> bool:
    """Whether ``written`` and a unit of time that ends at ``end`` measure a stretch of time."""
    text, previous = candidate.text, candidate.last_word
    if unit == "tuổi":
        return "," in written or previous in _AGE_OPENERS
    if unit in ("tháng", "quý"):
        if _REPORTING.match(text, end):
            return False
        return previous in _OPENERS or (written.isdecimal() and int(written[:4]) > 12)
    if unit == "năm":
        return previous in _OPENERS and not _ANNIVERSARY.match(text, end)
    return previous in _OPENERS or unit in ("ngày làm việc", "ngày đêm") or "," in written
