"""Where the name of a body ends by the level it belongs to, whatever verb follows.

Finds         Thanh tra tỉnh | phúc tra kết quả ... · Kho bạc Nhà nước Khu vực X | hoàn thuế ...
Leaves alone  Bảo hiểm xã hội · UBND tỉnh và ... · Trạm Y tế xã nơi có dịch: the name goes on
"""

import re

_LEVEL = re.compile(
    r"(?<= )(?:tỉnh(?! (?:lộ|đội|bạn|ủy|uỷ|đoàn))|huyện(?! (?:ủy|uỷ|đội|đoàn|lỵ|nghèo|đảo))|xã(?! (?:hội|viên|đội))"
    r"|phường(?! đội)|quận(?! (?:ủy|uỷ|đội|đoàn|huyện))|thành phố(?! (?:trực|thuộc))|thị xã|Trung ương|Việt Nam"
    r"|[Kk]hu vực (?:[IVX]+|\d{1,2}))"
    r"(?= (?!và|thuộc|trực|của|có|nơi|ven|tại|trong|được|liên|hoặc|miền|biên|vùng|điểm|lân|khác|còn|này|đó|cùng|"
    r"phối|đã|đang|sẽ|là|theo|về|với|căn|nghèo|quản lý|chủ|phụ trách|quốc gia|lâm thời|thực)[a-zà-ỹđ])"
)


def level_end(content: str, start: int, end: int) -> int:
    """Where the name from ``start`` on ends inside ``end``: behind its level, or at ``end`` where it names none."""
    last = max(content.rfind(", ", start, end), content.rfind(" và ", start, end), start)
    match = _LEVEL.search(content, last, end)
    return end if match is None else match.end()
