"""Who asks a body above it: in news that is a request, no task.

Finds         Huyện A đề nghị tỉnh hỗ trợ ... · UBND tỉnh đề nghị Bộ Giao thông vận tải bố trí vốn · ... Đề nghị UBND
              tỉnh chỉ đạo ... (behind what a district asked for, in one paragraph)
Leaves alone  Chủ tịch UBND tỉnh đề nghị các sở ... · Thủ tướng đề nghị Bộ Công an ...
"""

import re

from dondoc.extraction.directives.page import Page, Row
from dondoc.text import Span

_CENTRAL = re.compile(
    r"(?:(?:các )?(?:Bộ|bộ)(?!\s+(?:phận|máy|Chỉ huy|chỉ huy))(?=[ ,]|\Z)|(?:Phó )?Thủ tướng|Chính phủ"
    r"|Quốc hội|Trung ương"
    r"|(?:Văn phòng |Ủy ban Thường vụ )(?:Chính phủ|Quốc hội)|Ngân hàng Nhà nước(?! chi nhánh)|Bộ Chính trị|Ban Bí thư)"
)
_PROVINCIAL = re.compile(
    r"(?:tỉnh(?!\s+đoàn)|thành phố|TP)(?![^\W_])|(?:Chủ tịch |lãnh đạo |Thường trực )?(?:UBND|HĐND|Ủy ban nhân dân|"
    r"Uỷ ban nhân dân|Hội đồng nhân dân) (?:tỉnh|thành phố|TP|Thành phố)(?![^\W_])"
    r"|(?:Thường trực )?(?:Tỉnh|Thành) (?:ủy|uỷ)",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    r"(?<!\w)(?:huyện|xã|phường|thị xã|thị trấn|quận|địa phương|sở|công ty|doanh nghiệp|nhà thầu|chủ đầu tư|"
    r"hợp tác xã|hội|cử tri|người dân|bà con|trường|bệnh viện|ban quản lý)(?!\w)",
    re.IGNORECASE,
)
_BELOW_CENTRE = re.compile(
    r"(?<!\w)(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|tỉnh|TP|thành phố|Tỉnh ủy|Tỉnh uỷ|Thành ủy)(?!\w)",
    re.IGNORECASE,
)
# Who speaks for the whole country, or for the body asked, however many names stand around it.
_IN_CHARGE = re.compile(
    r"(?<!\w)(?:Thủ tướng|Bộ trưởng|Thứ trưởng|Tổng Bí thư|Chủ tịch (?:nước|Quốc hội)|Chính phủ|Ủy ban Thường vụ"
    r"|Trưởng (?:đoàn|ban)|Đoàn (?:kiểm tra|công tác|giám sát)|Bộ (?-i:[A-ZĐ]))",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất|mong muốn)\s", re.IGNORECASE)
_REACH = 500


def asks_above(page: Page, clause: Span, before: str, row: Row) -> bool:
    """Whether who speaks ``before`` the verb stands below those of ``row``, whom it asks."""
    told = row.agencies[0].name
    central = _CENTRAL.match(told) is not None
    if not central and _PROVINCIAL.match(told) is None:
        return False
    speaker = before
    if not any(letter.isalnum() for letter in before):
        start = max(0, clause.start - _REACH, page.content.rfind("\n", 0, clause.start))
        asked = list(_ASKED_BEFORE.finditer(page.content, start, clause.start))
        if not asked:
            return False
        speaker = page.content[max(start, page.content.rfind(". ", start, asked[0].start())) : asked[0].start()]
    if _IN_CHARGE.search(speaker) is not None:
        return False
    return _LOCAL.search(speaker) is not None or (central and _BELOW_CENTRE.search(speaker) is not None)
