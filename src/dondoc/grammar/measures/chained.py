"""Numbers of a list of names that count what the list began with.

Finds         lúa 25.000 tấn; ngô 3.200; lạc 410 · 320.000 con, trong đó: An Sơn 120.000, Bình Lâm 90.000
              57 trường hợp: nhắc nhở 16, xử phạt 41 · 3 vụ, chết 2 (người)
              3.214 người. Chia ra: tiểu học 1.241 (38,6%), THCS 1.973 (61,4%)
              4.520 hộ (thành thị 520, nông thôn 4.000) · bị thiệt hại 300 ha (Lâm Hà 41, Sơn Bình 18)
Leaves alone  25 ha, quý 3 · 12 km đường, quốc lộ 91 · 5 xã; khoản 12 · 120 tỷ đồng, thu phí 30 (the scale is not told)
"""

import re

from dondoc.facts import Measure
from dondoc.grammar.agencies.folding import CAPITALS

_SEPARATED = re.compile(r"[;,]\s+(?:và\s+|riêng\s+)?")
_BEHIND_NOUN = re.compile(r"[^;,.()\d]{1,30}(?P<sign>[;,])\s+(?:và\s+|riêng\s+)?")
_OPENED = re.compile(
    r"[^;.()]{0,70}?(?:[;.]\s+)?(?:\(|(?<!\w)(?:trong đó|bao gồm|gồm|chia ra)(?:\s+có)?[:,]?\s+)", re.IGNORECASE
)
_NAME_THEN_NUMBER = re.compile(r"(?P<name>[^\d;,.()]{2,50})\d[\d.]*(?:,\d+)?(?=[;,.)]| \(\d|\Z)")
_WORD = re.compile(r"[^\W\d_]+:?")
# Words that say something of the number, so that it is told for itself.
_TELLING = re.compile(
    r"(?<!\w)(?:năm|tháng|quý|ngày|tăng|giảm|vượt|kém|so|còn|chiếm|bằng|khoản|điều|theo|trước|sau|từ|đến|hơn|gần|trên|dưới|"
    r"khoảng|lên|xuống|qua|về|cho|với|để|trong|tại|được|do|thì)(?!\w)"
)
# A single digit counts only behind a name in capitals: "27 sự cố, gồm Bắc Lộc 2, Hà Sơn 1".
_BEHIND_NAME = re.compile(rf"(?:\A|[,;(:]|\w)\s+[{CAPITALS}][a-zà-ỹđ]*(?: [{CAPITALS}][a-zà-ỹđ]*){{1,3}} \Z")
# "khiếu nại 11, tố cáo 5, kiến nghị, phản ánh 80"
_TWO_KINDS = re.compile(r", (?:[^\W\d_]+ ?){1,3}, (?:[^\W\d_]+ ){1,3}")
_VERBS = re.compile(r"(?:(?:đạt|có|là|ước|thêm|gồm|hiện|đã):?\s*)+")
# Words whose number is a name: "quốc lộ 91", "phường 12".
_NUMBERED = re.compile(
    r"(?<!\w)(?:số|thứ|lần|tổ|ấp|(?<!nông )thôn|điểm|mục|cấp|(?<!các )loại|lộ|đường|phường|quận|khóa|khoá|đợt|nhóm|"
    r"hạng|lớp|phố|(?<!định )kỳ|đoạn|lục|bảng|biểu|khu|km|độ|giờ|trang|vòng|kv):?\s*\Z"
)
# What was done in some of the cases told, or who was hurt: "57 trường hợp: nhắc nhở 16, xử phạt 41", "3 vụ, chết 2".
_DEED = re.compile(
    r"\s?[:,;(]\s*(?:(?:và|đã|trong đó|làm)\s+){0,2}(?:(?P<hurt>chết|bị thương|tử vong|mất tích)|nhắc nhở|xử phạt|"
    r"xử lý|phạt tiền|lập biên bản|giải quyết|vi phạm|trễ(?: hạn)?|quá hạn|đúng(?: và trước)? hạn|trước hạn|khởi tố|"
    r"cảnh cáo|khiển trách|đình chỉ|thu hồi|tước GPLX|tạm giữ|hòa giải(?: thành)?)\s",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s?(?:[,;)](?!\d)|\.(?!\d)|\()")
_MEASURED = frozenset({
    "measure.count", "measure.list", "measure.unknown_noun", "measure.measure", "measure.part", "measure.labelled",
})  # fmt: skip
_UNTOLD = frozenset({None, "%", "đồng", "USD", "điểm phần trăm", "điểm %", "tháng", "năm", "ngày", "quý"})
# What share of the whole a number is, told right behind it: "tiểu học 583 (31,9%), THCS 391".
SHARED = re.compile(r"\s?\((?:(?:chiếm|bằng|đạt|tỷ lệ|=|~) ?)?\d[\d.,]*\s?%\)")
_FARTHEST = 110
_MOST_WORDS = 7


def chained_unit(text: str, start: int, end: int, found: list[Measure]) -> str | None:
    """The unit of the bare number from ``start`` to ``end``, behind the measures ``found``; None where it has none."""
    last, gap = found[-1], text[found[-1].span.end : start]
    if last.unit == "%" and len(found) > 1 and (share := SHARED.match(text, found[-2].span.end)):
        last, gap = found[-2], text[share.end() : start]  # the share of the number before
    if last.unit in _UNTOLD or last.rule not in _MEASURED or len(gap) > _FARTHEST:
        return None
    deed = _DEED.fullmatch(gap)
    if deed is not None and _CLOSES.match(text, end):
        return "người" if deed["hurt"] is not None else last.unit
    if end - start < 2 and not _BEHIND_NAME.search(gap):
        return None
    if last.rule == "measure.list" and _TWO_KINDS.fullmatch(gap) and _is_name(gap.replace(",", "").lstrip()):
        return last.unit
    next_one = _SEPARATED.match(gap) or _BEHIND_NOUN.match(gap)
    if next_one is not None and next_one.groupdict().get("sign") == "," and not _goes_on(text, end):
        return None
    if next_one is not None and _is_name(gap[next_one.end() :]):
        grouped = "." in text[start:end] and last.rule == "measure.count"
        told = gap[0] == ";" or last.rule == "measure.list" or grouped or _goes_on(text, end)
        return last.unit if told else None
    opened = _OPENED.match(gap)
    first = opened is not None and _is_name(gap[opened.end() :]) and _goes_on(text, end)
    return last.unit if first else None


def _is_name(words: str) -> bool:
    """Whether ``words`` name what the number behind them counts, and say nothing else."""
    low = words.lower()
    found = low.replace(" - ", " ").replace(" – ", " ").split()
    if not words[-1:].isspace() or not 0 < len(found) <= _MOST_WORDS:
        return False
    if not all(_WORD.fullmatch(word) for word in found) or any(word.endswith(":") for word in found[:-1]):
        return False
    return not (_VERBS.fullmatch(low) or _TELLING.search(low) or _NUMBERED.search(low))


def _goes_on(text: str, end: int) -> bool:
    """Whether another name with a number stands behind ``end``."""
    share = SHARED.match(text, end)
    separated = _SEPARATED.match(text, end if share is None else share.end())
    following = None if separated is None else _NAME_THEN_NUMBER.match(text, separated.end())
    return following is not None and _is_name(following["name"])
