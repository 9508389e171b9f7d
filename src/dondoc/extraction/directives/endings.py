"""Where the name of a body ends that no list knows whole: the small words behind what is known of it.

Finds         Phòng Quản lý [năng lượng] · các đơn vị [taxi] tiếp tục ... · các đơn vị [cấp nước thuộc phạm vi quản lý]
Leaves alone  các cơ quan liên quan [điều hành ...]: what it is to do · các địa phương [thời gian tới ...]: a time
"""

import re
from dataclasses import replace

from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.extraction.directives.unnamed import ends_compound, mention_of, unnamed_subject
from dondoc.text import Span

_SMALL = re.compile(r" (?=[a-zà-ỹđ])")


def whole_name(page: Page, row: Row, end: int) -> Row | None:
    """``row`` with the small words that end its name: "Phòng Quản lý năng lượng", "Ban chỉ đạo trồng rừng huyện"."""
    content = page.content
    name = row.agencies[0].name
    if len(row.agencies) > 1 or row.agencies[0].group or not (name.lower().endswith(_GOES_ON) or _OPEN.match(name)):
        return None
    firm = name.endswith(_LEGAL_FORMS) and content[row.span.end + 1 : row.span.end + 2].isupper()
    if not firm and not _SMALL.match(content, row.span.end, end):
        return None
    if not firm and phrase_at(content, row.span.end + 1, end, "actions", "modals", "told_actions", "weak_actions"):
        return None
    named = unnamed_subject(content, row.span.start, end)
    longer = named is not None and row.span.end < named.span.end <= row.span.end + _NAME_REACH
    return named if longer and not _FILLER_WORDS.match(content, row.span.end, end) else None


def tailed(page: Page, row: Row, end: int) -> Row:
    """``row`` with the words that say which of a group its last are: "các đơn vị cấp nước thuộc phạm vi quản lý"."""
    content, at, last = page.content, row.span.end, row.everyone[-1]
    if not (last.group or last.name[:1].islower()) or not _SMALL.match(content, at, end):
        return row
    if _WHOLE.search(last.name) is not None or _PURPOSE.match(content, at + 1, end):
        return row
    qualified = _KIND.match(content, at + 1, end) is not None
    if not qualified and (
        _FILLER_WORDS.match(content, at, end)
        or phrase_at(content, at + 1, end, "actions", "modals", "told_actions", "weak_actions") is not None
    ):
        return row
    for gap in _SMALL.finditer(content, at + 1, min(end, at + _TAIL_REACH)):
        between = content[at : gap.start()]
        if any(sign in between for sign in ",;:."):
            break
        if content.startswith(("trên địa bàn", "được "), gap.end()) or ends_compound(content, gap.end()):
            continue
        acts = _IN_TAIL.search(between) is None and phrase_at(content, gap.end(), end, "actions", "modals") is not None
        if acts or _PURPOSE.match(content, gap.end(), end):
            named = mention_of(content, Span(last.span.start, gap.start()))
            if row.companions:
                return replace(row, companions=(*row.companions[:-1], named))
            return Row((*row.agencies[:-1], named), Span(row.span.start, gap.start()))
    return row


# What kind of body it is, though it begins like a task.
_KIND = re.compile(
    r"(?!\w+ \w+ (?:chặt|việc|quá trình|công tác|kết quả|tiến độ|tốt|an toàn|nghiêm|thường xuyên)(?!\w))"
    r"(?:chủ trì (?:soạn thảo|tham mưu|thực hiện)|soạn thảo|quản lý|thi công|tư vấn|giám sát|đào tạo|vận hành|cung "
    r"ứng|cung cấp|cấp (?:nước|điện)|bồi thường|chuyên|"
    r"được (?:giao|lựa chọn|phân công|ủy quyền|chọn)|sử dụng|sản xuất|kinh doanh|quan trắc|"
    r"vận tải|điều tra|chủ quản)(?!\w)"
)
# Names that nothing goes on with.
_WHOLE = re.compile(r"(?:liên quan|chức năng|hữu quan|trên địa bàn|chủ trì|phối hợp|nêu trên|chuyên môn|khác)\Z")
_PURPOSE = re.compile(
    r"(?:như|để|nhằm|"
    r"trong|theo|khi|nhất là|trên|tại|thì|qua|cùng|từ|đến|trước|sau|nay|thời gian|sắp tới|cũng|đều)(?!\w)"
)
# Behind these a verb still says which body is meant.
_IN_TAIL = re.compile(
    r"(?<!\w)(?:đang|được|được giao|có|chưa|không|chậm|tỷ lệ|mức|tiến độ|kết quả|việc|của|và|hoặc|phạm vi|thuộc|lựa "
    r"chọn|(?<!phạm vi )quản lý)\s*\Z|\A\s*(?!(?:biển|đảo|nghèo|mới|cũ|khác|trên|điểm|lân|ven|vùng)\Z)\w+\Z"
)
_TAIL_REACH = 120
_NAME_REACH = 45
# A name that is not whole yet: "Phòng Quản lý ...", "Ban chỉ đạo ...".
_GOES_ON = (
    *("quản lý", "chỉ đạo", "dự án", "kế hoạch", "tổ chức", "nghiệp vụ", "hỗ trợ", "phát triển", "kiểm tra"),
    *("điều hành", "hội đồng", "tổ công tác", "ban", "trung tâm", "phòng", "cục", "vụ", "hội", "tổ", "đội"),
)
# Bodies whose names run on in small letters: "Cục Bảo tồn thiên nhiên", "Công ty Xổ số kiến thiết".
_OPEN = re.compile(r"(?:Cục|Vụ|Viện|Công ty|Tổng công ty|Trung tâm|Cơ quan|Quỹ|Hội đồng|Tổ)(?!\w)")
# What a firm is by law, before its name: "Công ty TNHH MTV Khai thác thủy lợi".
_LEGAL_FORMS = ("TNHH", "MTV", "Cổ phần", "cổ phần", "CP", "một thành viên", "Một thành viên")
_FILLER_WORDS = re.compile(
    r"\s+(?:liên quan|có liên quan|trên địa bàn|tỉnh|thành phố|huyện|xã|phường|các cấp|nêu trên|còn lại|khác|được|này|"
    r"địa phương|đó|của|thì|theo|là|cùng|đồng|hằng|hàng|thường|trực|nơi|căn|trong|khi|sau|trước|tại|bằng|sẽ|đã|"
    r"đang)(?!\w)"
)
