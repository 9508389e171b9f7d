"""What a text tells of the time behind it, though its sentences act like tasks.

Finds         Trong 9 tháng đầu năm, UBND huyện đã ... Đẩy mạnh thu hút đầu tư. (news: the whole paragraph)
              đã tập trung chỉ đạo các ngành ... · kiểm tra 40 cơ sở, phát hiện 3 cơ sở ...
              (news) Tỉnh thu hút 31 dự án · Các đơn vị hoàn thành đúng hạn 171 nhiệm vụ (no day, no least amount)
Leaves alone  Trong tháng 9, các xã cần ... · Trong 3 tháng tới, ... · phấn đấu hoàn thành 9 việc, đạt 90%
"""

import re

from dondoc.extraction.directives.forms import Form
from dondoc.extraction.directives.page import Page
from dondoc.text import Span

# A time and what came about in it, where nobody is asked for anything and nothing lies ahead.
_OPENS = re.compile(
    r"\W*(?:(?:trong|qua|sau|kết thúc|hết|ngay từ|từ|tính (?:đến|chung)|bước vào)\s)?"
    r"(?=[^,;.:]{0,60}?(?:tháng|quý|năm|tuần|(?<=\w )qua)(?!\w))(?![^,;.:]{0,60}?(?:tới|cuối năm|còn lại|tiếp theo|năm "
    r"sau)(?!\w))"
    r"(?!(?:nhiệm vụ|kế hoạch|phương hướng|mục tiêu|chỉ tiêu)(?!\w))[^,;.:]{4,70}(?:,|\s(?=UBND|tình hình|kinh tế))"
    r"[^.:]{0,240}?(?<!\w)(?:đã(?! (?:yêu cầu|đề nghị|giao))|đạt|ước|ổn định|có nhiều|chuyển biến|được)(?!\w)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|giao(?! (?:thông|dịch|lưu|ban|thương|quân))|cần|phải|sẽ|lưu ý|nhấn mạnh|kết luận|"
    r"(?:thời gian|tháng|quý|năm) tới)(?!\w)",
    re.IGNORECASE,
)
_MUST = re.compile(r"[\s*_,]*(?:cũng |đều )?(?:cần|phải|có trách nhiệm|sẽ)(?!\w)", re.IGNORECASE)
# What was counted when it was done.
_COUNTED = re.compile(
    r"[^.;]{0,160}?(?:,| và)\s+(?:phát hiện|lập biên bản|nhắc nhở|xử phạt|bắt(?: giữ)?|thu giữ|tịch thu|triệt phá|"
    r"khởi tố)"
    r"(?:, (?:xử lý|ngăn chặn|bắt giữ))?\s+(?:được\s+)?(?:hơn |gần |trên |khoảng )?\d"
)
_FIGURES = re.compile(r"\d")
# What came in, or came out, in so many: nobody is told to let it.
_CAME_ABOUT = re.compile(
    r"\s(?:hiện |cũng |còn )?(?:thu hút|tiếp nhận|ghi nhận|đón|phát sinh|giải ngân|giải quyết|hoàn thành|xử lý|cấp mới|"
    r"thành lập|tạo việc làm|xuất khẩu|thu)(?: (?:được|đúng hạn|trước hạn|cho|mới))* (?:hơn |gần |trên |khoảng )?\d"
)


def opens_account(page: Page, sentence: Span) -> bool:
    """Whether a paragraph of news that begins with ``sentence`` tells what came about in some time."""
    return _OPENS.match(page.content, *sentence) is not None and _ASKS.search(page.content, *sentence) is None


def goes_on_account(page: Page, form: Form, sentence: Span) -> bool:
    """Whether what ``form`` tells, in a paragraph that gives account, belongs to the account."""
    if form.row is not None and _MUST.match(page.content, form.row.span.end, sentence.end) is not None:
        return False
    return _ASKS.search(page.content, *sentence) is None


def counts_up(page: Page, form: Form, clause: Span) -> bool:
    """Whether figures behind somebody's action say that it is done: "kiểm tra 40 cơ sở, phát hiện 3 cơ sở ..."."""
    if form.name not in ("subject", "inner_subject") or form.row is None:
        return False
    after = form.row.span.end
    if _FIGURES.search(page.content, after, clause.end) is None or _MUST.match(page.content, after, clause.end):
        return False
    if page.narrates and _CAME_ABOUT.match(page.content, after, clause.end) and not _lies_ahead(page, clause):
        return True
    return _COUNTED.match(page.content, after, clause.end) is not None


def _lies_ahead(page: Page, clause: Span) -> bool:
    """Whether ``clause`` sets a day still to come, or a least amount."""
    days = (one.by for one in page.deadlines_in(clause) if ".strong." in one.rule)
    return any(day is None or page.issued is None or day > page.issued for day in days)
