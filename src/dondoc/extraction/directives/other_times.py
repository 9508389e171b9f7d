"""Times beside an action that bound something else, or nothing.

Finds         rút ngắn còn không quá 02 ngày (a length) · không dồn vào cuối năm · các nhiệm vụ được giao trong năm 2025
              sau Tết Nguyên đán · nếu đến 30/9 chưa đạt 60% (a condition)
Leaves alone  hoàn thành trong năm 2025 · trước, trong và sau Tết: what is kept up through a feast
"""

import re

from dondoc.facts import Deadline
from dondoc.text import Span

# A length to be reached, not a limit: "rút ngắn xuống còn không quá 02 ngày".
_SHORTENED = re.compile(r"(?:xuống|còn|xuống còn|giảm còn)\s+\Z", re.IGNORECASE)
# What was or was not reached by a day, or how long each case may take: no limit of the task itself.
_OF_OTHERS = re.compile(
    r"\s+(?:mà\s+)?(?:(?:giải ngân|đạt|hoàn thành|thực hiện|có)\s+)?(?:dưới|chưa|vẫn chưa|không đạt|không hoàn thành|"
    r"không giải ngân|thấp hơn|còn)(?!\w)|"
    r"\s+(?:đối với|cho)\s+(?:mỗi|từng|các|một)?\s*(?:hồ sơ|thủ tục|trường hợp)(?!\w)|"
    r"\s+(?:và|,)\s*(?:các|những) (?:năm|tháng|quý) (?:tiếp theo|sau|tới)",
    re.IGNORECASE,
)
# A level to be kept is a goal: "phấn đấu tỷ lệ nợ thuế đến cuối năm dưới 5%".
_AIMS = re.compile(r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|kéo giảm|đưa|giữ)\s(?:tỷ lệ|tỉ lệ|số|mức|nợ)\s[^;:.,]{0,60}\Z")
# "không dồn vào cuối năm": a time at which it is not to be done.
_NOT_THEN = re.compile(
    r"(?<!\w)(?:không|tránh|tránh để)\s+(?:dồn|tập trung|để|đợi|chờ|đến|tới)(?:\s[^,;.]{0,30})?\s*\Z"
)
# How long each case may take: "giải quyết hồ sơ thanh toán trong vòng 01 ngày làm việc".
_EACH_CASE = re.compile(
    r"(?<!\w)(?:giải quyết|trả|thanh toán|xử lý|tiếp nhận|thẩm định|cấp|kiểm soát|trả lời)\s(?:[^,;.\d]{0,40}\s)?"
    r"(?:hồ sơ|thủ tục|kết quả|giấy phép|giấy chứng nhận|yêu cầu|chứng từ)[^,;.\d]{0,40}\s\Z",
    re.IGNORECASE,
)
_FEAST = re.compile(r"(?:Tết|tết|Quốc khánh|lễ|Lễ)(?!\w)")
# A year that says which matters are meant: "các nhiệm vụ được giao trong năm 2025".
_WHICH = re.compile(
    r"(?<!\w)(?:(?:được|đã|đã được) (?:giao|đăng ký|phân bổ|bố trí|phát hiện|ghi nhận)|tiếp tục được xử lý|phát sinh|"
    r"đăng ký tiến độ|(?:dự án|công trình|nhiệm vụ|gói thầu)[^,;.]{0,20}\s(?:có kế hoạch|dự kiến|dự định|phải|đăng ký) "
    r"(?:hoàn thành|khởi công|đưa vào[^,;.]{0,20}))\s*\Z"
)
_CONDITIONS = ("nếu ", "Nếu ", "trường hợp ", "Trường hợp ")
_BEHIND = ("sau ngày ", "sau ")


def is_of_others(content: str, clause: Span, deadline: Deadline) -> bool:
    """Whether the words around ``deadline`` make it the time of something other than the task of ``clause``."""
    start, end = deadline.span
    if content.endswith("tính ", clause.start, start):
        return True
    if deadline.rule.endswith("until_day") and content.endswith(_CONDITIONS, clause.start, start):
        return True
    if _SHORTENED.search(content, max(clause.start, start - 24), start):
        return True
    if _OF_OTHERS.match(content, end, clause.end) and _AIMS.search(content, clause.start, start) is None:
        return True
    within = deadline.rule.endswith("within_period")
    before = content[max(clause.start, start - 80) : start]
    if deadline.rule.endswith("day_count") and "khi " not in content[start:end] and _EACH_CASE.search(before):
        return True
    if _NOT_THEN.search(before) or (within and _WHICH.search(before)):
        return True
    if not before.endswith(_BEHIND):
        return False
    numbered = any(sign in content[start:end] for sign in "/-.")
    return numbered or (_FEAST.match(content, start) is not None and not before.endswith("và sau "))
