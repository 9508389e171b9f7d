"""Whether the words behind somebody tell them to act.

Finds         [Sở A] khẩn trương ... · [Sở A] theo chức năng rà soát ... · [các cơ quan] được giao vốn phải ...
Leaves alone  [Sở A] đã ... · [Sở A] được khen · [Sở A]; (a list goes on)
"""

import re

from dondoc.extraction.directives.bare import reports_to
from dondoc.extraction.directives.groups import described_until
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at

_FILLER = re.compile(
    r"""[\s*_]*(?:\([^()]{0,200}\)\s*)?(?:(?:và|,)\ (?:các\ )?(?:tổ\ chức,\ )?cá\ nhân\s+)?
        (?:(?:có\s+)?liên\s+quan|trên\s+địa\s+bàn(?:\s+(?:toàn\s+)?(?:tỉnh|thành\s+phố|huyện|xã|phường))?
        |trong\s+(?:tỉnh|vùng|khu\s+vực|toàn\s+(?:tỉnh|quốc)|cả\s+nước)|nêu\s+(?:ở\s+)?(?:phần\s+)?trên|thuộc\s+tỉnh|toàn\s+tỉnh
          |đóng\s+(?:quân\s+|chân\s+)?trên\s+địa\s+bàn(?:\s+(?:tỉnh|thành\s+phố|huyện|xã|phường))?
          |tỉnh|thành\s+phố|các\s+cấp|nêu\s+trên|còn\s+lại|khác|được\s+giao|này|địa\s+phương|nơi\s+đó|sở\s+tại|đó|của\s+tỉnh
          |thì)?[\s*_]*,?[\s*_]*(?:(?:cũng|đều|nhất\s+định|nhất\s+thiết)\s+(?=(?:cần|phải|không|có)\s))?""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUND = re.compile(
    r"(?:căn cứ|theo|trên cơ sở|trong phạm vi|với vai trò|tùy|tuỳ|trong thời gian|trước ngày|chậm nhất|"
    r"trong quá trình|bằng|từ nay|trong ngày|trong tuần|trong tháng|trong quý|trong năm|định kỳ|hằng|hàng|khi|sau khi|"
    r"trước khi|qua|bên cạnh|ngoài|tại|với sự (?:phối hợp|tham gia|hỗ trợ) của)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"[\s*_,]*(?:cũng\s+|cơ bản\s+|luôn\s+)?(?:đã|đang|vừa|luôn|được|là|"
    r"có\s+ý\s+kiến(?!\s+(?:bằng\s+văn|chính\s+thức|gửi|trước|chậm))|"
    r"báo\s+cáo\s+tình(?!\s+hình[^.;]{0,70}\s(?:về|cho|trước|hằng|hàng|định\s+kỳ)\s)|chưa|còn(?!\s+lại)|"
    r"cơ bản|cho biết|cho rằng|khẳng định|nhấn mạnh|bày tỏ|nêu rõ|đánh giá cao|ghi nhận|thống nhất thông qua|chủ trì "
    r"(?:cuộc họp|"
    r"phiên họp|buổi))\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"[\s*_,]*(?:còn (?:có trách nhiệm|phải|được (?:giao|yêu cầu|chỉ đạo))|được giao(?: nhiệm vụ)? (?:chủ trì|"
    r"phối hợp|tham mưu|làm)|là (?:cơ quan|đơn vị|đầu mối)|"
    r"chưa (?:hoàn thành|thực hiện)[^.;]{0,120}(?:phải|cần|khẩn trương))",
    re.IGNORECASE,
)
_OBJECTIVE = re.compile(
    r"[\s*_,]*(?:giữ (?:vững )?quan điểm|đặt mục tiêu|xác định|quyết tâm|thống nhất (?:mục tiêu|quan điểm)|sẽ)\b",
    re.IGNORECASE,
)
# What somebody will do, in news of what was decided: "Sở A sẽ tiếp tục rà soát ...".
_WILL = re.compile(r"[\s*_]*(?:cũng )?sẽ ", re.IGNORECASE)
_STRIVE = re.compile(r"phấn đấu|nỗ lực|quyết tâm|đạt mức|hoàn thành", re.IGNORECASE)
RELATIVE = re.compile(
    r"[\s*_]*(?:đã\s+)?(?:được\s+(?:giao|phân công|phân bổ|hỗ trợ|bố trí|thụ hưởng|chọn)|có|chưa|còn|đang|"
    r"phụ trách|sử dụng|"
    r"quản lý|là)\b(?:(?! thì )[^.;:,(]|\([^()]{2,80}\)|"
    r",(?=\s(?:Phó )?(?:Chủ tịch|Thường trực|Bí thư|UBND|HĐND)\s)){0,140}?"
    r"\s(?=(?:phải|cần|có trách nhiệm|chịu trách nhiệm|khẩn trương|"
    r"nghiêm túc)\b)|"
    r"[\s*_]*(?:được\s+(?:giao|phân công|phân bổ|hỗ trợ|bố trí|chọn)|có(?! trách nhiệm| văn bản| ý kiến| thể)|"
    r"phụ trách|giáp)"
    r"\s(?!của|cho|tại|theo)[^.;:,]{3,120}?\s(?=(?:thường xuyên|chủ động|tiếp tục|kịp thời|sẵn sàng|quyết liệt|"
    r"đẩy nhanh|rà soát|chỉ đạo|tăng cường|tập trung(?! ở| tại| nhiều| chủ yếu| đông)|phối hợp (?:chặt|với)|"
    r"tổ chức (?:rà|kiểm|tuyên|tuần|trực|di|thực hiện))(?!\w))",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\s+(?:được|đạt \d|tăng \d|giảm \d)", re.IGNORECASE)
_GROUND_REACH = 420


def predicate(page: Page, row: Row, end: int) -> bool:
    """Whether the words after ``row`` tell it to do something."""
    content = page.content
    after = row.span.end
    if _DUTY.match(content, after, end):
        return True
    will = _WILL.match(content, after, end) if page.narrates else None
    if will is not None and phrase_at(content, will.end(), end, "actions", "modals") is not None:
        return True
    if _OBJECTIVE.match(content, after, end):
        return _STRIVE.search(content, after, min(end, after + _GROUND_REACH)) is not None
    if content[after : min(end, after + 40)].lstrip(" *_")[:1] in (";", ":", ".", "?", ""):
        return False
    filler = _FILLER.match(content, after, end)
    at = filler.end() if filler else after
    if described_until(page, row, end) is not None:
        return True
    if row.agencies[-1].group and (relative := RELATIVE.match(content, after, end)) is not None:
        return phrase_at(content, relative.end(), end, "actions", "modals") is not None
    assigned = None if row.agencies[-1].group else _ASSIGNED.match(content, after, end)
    if assigned is not None:
        return phrase_at(content, assigned.end(), end, "actions", "told_actions", "weak_actions") is not None
    if PAST.match(content, at, end) or PAST.match(content, after, end):
        return False
    told = phrase_at(content, at, end, "actions", "modals", "told_actions")
    if told is not None and page.narrates and _BY_SO_MUCH.match(content, told - len("tăng"), end):
        return False
    if told is not None:
        return content[told - 5 : told] == "không" or _RESULT.match(content, told, end) is None
    if reports_to(content, at, end) is not None:
        return True
    if _GROUND.match(content, at, end):
        reach = min(end, at + _GROUND_REACH)
        return _VERBS.search(content, at, reach) is not None and _DONE.search(content, at, reach) is None
    return False


# "Sở Y tế được giao kiểm tra ...": the body is told; a group so described is only named ("các đơn vị được giao vốn").
_ASSIGNED = re.compile(
    r"[\s*_]+(?:cũng\s+|sẽ\s+|còn\s+)?(?:được\s+(?:giao|phân công|ủy quyền|yêu cầu|đề nghị|chỉ đạo)|"
    r"bị\s+yêu cầu)(?:\s+(?:nhiệm vụ|trách nhiệm|thêm|phải|cần))?[\s:]+",
    re.IGNORECASE,
)


# News tells by how much: "quận 2 giảm 2 phường".
_BY_SO_MUCH = re.compile(r"(?:tăng|giảm) \d")
_DONE = re.compile(r"(?<!\w)(?:đã|ước đạt|đạt được)(?!\w)", re.IGNORECASE)
_VERBS = re.compile(
    r"(?<!\w)(?:khẩn trương|chủ động|tập trung|tiếp tục|tăng cường|chịu trách nhiệm|có trách nhiệm|cần|phải|"
    r"chủ trì|tham mưu|triển khai|"
    r"tổ chức|xây dựng|rà soát|thực hiện|báo cáo|hướng dẫn|kiểm tra|chỉ đạo|phối hợp|đẩy mạnh|kịp thời|nghiêm túc|"
    r"đôn đốc|gửi|lập|giúp|bố trí|đề xuất|bảo đảm|đảm bảo|hỗ trợ|tạo|xử lý|giải quyết|tổng hợp|trình|cập nhật|"
    r"phân công|quy định|ban hành|lựa chọn|hoàn thành|khắc phục|bàn giao|di dời|vận động|giám sát|cung ứng|cung cấp|"
    r"đăng ký)(?!\w)",
    re.IGNORECASE,
)
