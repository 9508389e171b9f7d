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
    "tạo", "đồng", "nghỉ", "cách", "ly", "học", "công", "luyện", "huấn", "ứng", "phép", "chữa",
})  # fmt: skip
_REPORTING = re.compile(r"\s(?:đầu|cuối|còn\slại|qua|năm|vừa|đã|gần|tiếp|trong\snăm|tới)\b|/[12][0-9]{3}")
_ANNIVERSARY = re.compile(
    r"\s(?:ngày|thực\shiện|triển\skhai|thành\slập|qua|truyền|chiến|quan\shệ|giải\sphóng|xây|tái|kỷ|liên\stiếp)\b"
    r"|\s(?:đầu|cuối|gần|tới|thi\shành|hợp|phong)\b"
    r"|\s?\((?:19|20)|\s(?:19|20)[0-9]{2}|\sgiai\sđoạn"
)
_STRETCH = frozenset({"gian", "hạn"})
_FROM_TO = re.compile(r"\s(?:xuống|còn|lên|đến|tới|trở)\b")
_SHORTENED = re.compile(r"\s(?:xuống|còn)\b")
_DAYS_OF = re.compile(r"\s(?:mưa|nắng|nghỉ|phép|rét|không|liên\stục|nước|điều trị)\b")
_YEAR = 12
# "dịp 19 tháng 12 năm 2025": a day.
_IS_DAY = re.compile(r"\s+(?:0?[1-9]|1[0-2])(?:\s+năm\s|\s*[,.;)/](?![0-9])|\s*\Z|\s*\n)")
_LATELY = re.compile(r"\squa\b")
# "trong 10 tháng ước đạt 3.475 lượt khách": the months reported on.
_TOLD_OF = re.compile(
    r"\s(?:ước|có|là|đạt|thặng|nhập|xuất|doanh|sản|lợi|đã|tăng|giảm|toàn|cả|tổng|UBND|HĐND|Chủ\stịch|Công\san|ngành|xảy|thu|các|tỉnh|huyện|xã|thành\sphố|kim|giá|trên\sđịa\sbàn)\b"
)
_NO_STRETCH = re.compile(r"\s(?:tuổi|chạp|giêng)\b", re.IGNORECASE)
_HOURS_OF = re.compile(
    r"\s(?:phát\s(?:thanh|sóng)|bay|học|công|làm\s(?:việc|thêm)|tập|dạy|giảng|lao\sđộng|lý\sthuyết|thực\shành)\b"
)
_AGE_OPENERS = frozenset({"thọ", "quân", "trung", "bình"})


def is_stretch_of(text: str, start: int, end: int) -> bool:
    """Whether hours between ``start`` and ``end`` are shortened ("từ 3 giờ xuống 1 giờ") and no time of the day."""
    return text.endswith("từ ", 0, start) and _SHORTENED.match(text, end) is not None


def is_hours_of(text: str, end: int) -> bool:
    """Whether hours that end at ``end`` measure an activity ("12 giờ phát thanh") and are no time of the day."""
    return _HOURS_OF.match(text, end) is not None


def _is_leading(candidate: Candidate, end: int) -> bool:
    """``Trong 6 tháng, thu ngân sách đạt ...``: the months so far, at the beginning of a sentence."""
    if candidate.text[end : end + 1] != ",":
        return False
    return candidate.text.endswith(("Trong ", "Sau ", "Qua ", "Cũng trong ", "Như vậy, trong "), 0, candidate.start)


def is_duration(candidate: Candidate, written: str, unit: str, end: int) -> bool:
    """Whether ``written`` and a unit of time that ends at ``end`` measure a stretch of time."""
    text, previous = candidate.text, candidate.last_word
    if unit == "tuổi":
        return "," in written or previous in _AGE_OPENERS
    if "/" in unit:
        return True
    if _LATELY.match(text, end) and unit in ("giờ", "ngày", "tuần"):
        return False
    if _NO_STRETCH.match(text, end):
        return False
    if previous == "từ" and _FROM_TO.match(text, end):
        return True
    if unit in ("tháng", "quý"):
        if unit == "tháng" and _IS_DAY.match(text, end):
            return False
        if previous == "trong" and written.isdecimal() and int(written[:4]) <= _YEAR and _TOLD_OF.match(text, end):
            return False
        if _REPORTING.match(text, end) or _is_leading(candidate, end) or candidate.words[-2:] == ["bình", "quân"]:
            return False
        if "," in written:
            return True
        if candidate.words[-2:] == ["tư", "công"]:
            return False
        return previous in _OPENERS or (written.isdecimal() and int(written[:4]) > 12)
    if unit == "năm":
        if text.startswith(" tù", end) or "," in written:
            return True
        return previous in _OPENERS and not _ANNIVERSARY.match(text, end)
    if (unit == "giờ" and is_hours_of(text, end)) or (unit == "ngày" and _DAYS_OF.match(text, end)):
        return True
    if not _STRETCH.isdisjoint(candidate.words[-4:]):
        return True
    if "." in written:
        return True
    return previous in _OPENERS or unit in ("ngày làm việc", "ngày đêm") or "," in written
