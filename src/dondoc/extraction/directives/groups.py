"""Which of a group are told: the words between "các xã" and what they are to do.

Finds         UBND các xã [ven sông Thao] kiểm tra ... · Giám đốc các sở [có dự án chậm giải ngân] kiểm điểm ...
              các doanh nghiệp [trong khu công nghiệp A] vận hành ... · các xã [chưa đủ năng lực] ký hợp đồng ...
Leaves alone  UBND các xã trong tháng 5 hoàn thành ...: a time · các sở có văn bản gửi ...: an action
"""

import re

from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.text import Span

_OPENS = re.compile(
    r"[\s*_]+(?:tại (?!cuộc|hội nghị|buổi|phiên|các? (?:văn bản|nghị quyết|kế hoạch|quyết định)|văn bản|thông báo|"
    r"công văn|kế hoạch|quyết định|nghị quyết|chỉ thị|điều|khoản|mục|điểm|phụ lục|báo cáo|tờ trình|kỳ họp)|ở |"
    r"trong (?=(?:khu|vùng|cụm|địa bàn|lưu vực|phạm vi ranh|diện|danh sách|hành lang|lòng hồ)\s)|"
    r"thuộc (?!thẩm quyền|trách nhiệm|chức năng|lĩnh vực)|ven |dọc |giáp |nằm |"
    r"nơi |nhận được |làm chủ đầu tư\b|bị (?=(?:thiệt hại|ảnh hưởng|ngập|mất|sạt|cô lập))|có (?=(?:dự án|công trình|"
    r"diện tích|rừng|đất|tàu|hồ|đê|đập|chợ|di tích|khu|cụm|số|tỷ lệ|"
    r"nhiều|đông|đồng bào|hộ|tuyến|đường|biên giới|biển|bờ|nguồn|vốn|mỏ|cảng|ổ dịch|dịch|nguy cơ|người|học sinh|"
    r"lao động|nhà|lễ hội)\s)|"
    r"chưa (?=\w+ \w+ \w+)|"
    r"còn (?=(?:hộ|nhiều|nợ|tồn|nhà|vướng|diện tích|dự án|số)\s))"
)
_STOPS = re.compile(r"[.;:()\n]")
_WORD = re.compile(r",?\s+(?=[^\W\d_])")
_DUTY = re.compile(r"[^,]*?\s(?=(?:cần(?! thiết)|phải|có trách nhiệm|chịu trách nhiệm|trực tiếp)\s)")
# What only says where they lie, and where something is gathered: nobody is told apart, or nothing at all.
_IN_WHOLE = re.compile(r"\s(?:trong|thuộc) (?:vùng|khu vực|tỉnh)")
_LIES = re.compile(r"tập trung (?:ở|tại|nhiều|chủ yếu|đông)(?!\w)")
# Behind these a verb still says which of them are meant.
_INSIDE = re.compile(
    r"(?<!\w)(?:chậm|chưa|không|đã|đang|được|bị|có|việc|sự|của|và|hoặc|để|tham gia|phạm vi|diện|dự án|công trình|"
    r"khu|khu vực|vùng|vốn|đất|cơ sở|kế hoạch|chương trình|nguồn|dịch vụ|hệ thống|số|nguy cơ|đơn vị|từng|phải|mới|"
    r"khó|tỷ lệ|mức|tiến độ|kết quả|tình hình|khả năng|nhu cầu|điều kiện|hoạt động|công tác|người|(?<!phòng )hộ|"
    r"lực lượng|dịch)\s*\Z"
)
# What a known name may end with, and how it goes on: "UBND các xã nơi có rừng [phòng hộ]".
_BEGUN = re.compile(r"(?<!\w)có (?:dự án|công trình|tuyến đường|đường|rừng|biển|đê)\Z", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s+(?!căn|theo|trên|trong|tại|khi|để|thì|cần|cùng|và|với|đã|đang|là|được|trước|sau|từ|đến|định|hằng|"
    r"hàng)[a-zà-ỹđ]"
)
_REACH = 130


def described_until(page: Page, row: Row, end: int) -> int | None:
    """Where the action begins behind the words that say which of the group ``row`` are told; None where none do."""
    content, at = page.content, row.span.end
    if not row.agencies[-1].group or row.companions:
        return None
    whole = _IN_WHOLE.match(content, at, end)
    if whole is not None and _acts(content, whole.end(), end):
        return None
    begun = _BEGUN.search(row.agencies[-1].name)
    opening = None if begun else _OPENS.match(content, at, end)
    if opening is None and (begun is None or not _GOES_ON.match(content, at, end) or _acts(content, at, end)):
        return None
    opened = at if opening is None else opening.end()
    stop = _STOPS.search(content, opened, min(end, at + _REACH))
    limit = stop.start() if stop else min(end, at + _REACH)
    duty = _DUTY.match(content, opened, limit)
    if duty is not None:
        return duty.end()
    for gap in _WORD.finditer(content, opened, limit):
        if not content[gap.end()].islower() or gap.start() <= at or _INSIDE.search(content, at, gap.end()):
            continue
        if phrase_at(content, gap.end(), end, "actions", "told_actions") is not None:
            return None if _LIES.match(content, gap.end()) else gap.end()
    return None


def _acts(content: str, at: int, end: int) -> bool:
    return phrase_at(content, at, end, "actions", "modals", "told_actions", "weak_actions") is not None


def describing(content: str, row: Row, until: int) -> Span:
    """The words of the last of ``row`` with those that say which of them are told."""
    start = row.agencies[-1].span.start
    return Span(start, start + len(content[start:until].rstrip(" ,*_")))
