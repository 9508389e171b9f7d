"""Cases received or found, and what came of them, as parts.

Finds         phát hiện X trường hợp, qua đó nhắc nhở a, xử phạt b · tiếp nhận X hồ sơ, đã giải quyết a
              thụ lý X vụ/Y bị can, đã giải quyết a vụ/b bị can
Leaves alone  more settled than received; another noun; what a later clause says of other cases; fines
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import alike, not_above, same_kind
from dondoc.extraction.quantities.signals import SETTLED
from dondoc.facts import Evidence

_CASES = re.compile(r"phát hiện|kiểm tra|thanh tra|xảy ra|tiếp nhận|phạm pháp|tội phạm|phạm tội|\bán\b")
_HANDLED = re.compile(
    r"(?:qua đó|kết quả|đã|,|;|và|\)|\()[^,;.\d]{0,30}?(?:nhắc nhở|lập biên bản|xử phạt|xử lý|cảnh cáo|đình chỉ|tước|"
    r"phạt tiền|tháo dỡ|trễ hạn|quá hạn|đúng hạn|trước hạn|thuộc thẩm quyền|vi phạm|làm rõ|khám phá)"
)
_RECEIVED = re.compile(
    r"tiếp nhận|ghi nhận|mắc|nhiễm|phát hiện|thụ lý|tổng số|giao|nhận|gửi|kiểm tra|kiểm sát|xảy ra|hiện có|"
    r"\bsốt\b|tay chân miệng|\bbệnh\b|\bdịch\b|(?:triển khai|đầu tư|khởi công)(?: xây dựng)?(?: mới)?\s*\Z"
)
_SETTLING = re.compile(
    r"(?:\A|[,;()]|\bvà)\s*(?:trong đó\s+)?(?:đã\s+|đang\s+|được\s+|chưa\s+|còn\s+)*"
    r"(?:đến nay\s+)?(?:đã\s+)?(?:phát hiện (?:và )?)?(?:chi trả|bồi thường|di dời|lắp|"
    r"giải quyết|trả lời|thẩm định|xử lý|trả|điều trị|chữa|khỏi|tử vong|chết|tiêu hủy|tiêu huỷ|hoàn thành|thực hiện|"
    r"xác minh|phê duyệt|thi công|triển khai|đúng hạn|trước hạn|quá hạn|trễ hạn|trong hạn|còn hạn|bình phục|xuất viện|"
    r"thuộc thẩm quyền|điều tra|làm rõ|khởi tố|hòa giải thành|hoà giải thành|xem xét)[^,;.()\d]{0,40}\Z"
)
_OF_OTHERS = re.compile(r"\bkhác\s*\Z")
_OUTCOME = re.compile(
    r"\s*(?:đạt|vi phạm|thực hiện tốt|có (?:khuyết điểm|vi phạm|dấu hiệu)|"
    r"không đạt|chưa đạt|không vi phạm|chưa hoàn thành|hoàn thành|đúng hạn|trễ hạn|quá hạn)\b"
)
_IN_TIME = re.compile(r"(?:đúng|trước|trễ|quá|chậm|sớm) hạn")
_DONE = frozenset({"actual", "count", "cumulative"})
_FINED = re.compile(r"phạt|xử lý|đình chỉ|nhắc nhở|lập biên bản|tháo dỡ|cảnh cáo")
_IN_BREACH = re.compile(r"\s*(?:vi phạm|không đạt|sai phạm)")
_PASSED = re.compile(
    r"[^,;.()\d]{0,20}[,;]?\s*(?:kết quả |có |trong đó )?(?:không )?"
    r"(?:đạt(?: tiêu chuẩn| yêu cầu| chuẩn| chất lượng)?|(?:thi |trúng tuyển |tốt nghiệp )?đỗ|"
    r"đủ (?:điều kiện|tiêu chuẩn|sức khỏe)):?\s*"
)
_EXAMINED = re.compile(r"dự thi|kiểm tra|kiểm định|xét nghiệm|thẩm định|phân tích|đánh giá|khảo sát|khám|sơ tuyển")
# What the figure before came to, and nothing that was done about it: "làm 01 người chết và 02 người bị thương".
_SUFFERED = re.compile(r"\A\s*(?:bị )?(?:tử vong|chết|mất tích|bị thương)\b")
_SETTLED = re.compile(r"giải quyết|trả|xử lý")


def link_cases(sentence: Sentence, index: int) -> None:
    """Cases found, then what was done about them."""
    figure = sentence.figures[index]
    before = figure.low_before
    if figure.role not in _DONE or figure.over or figure.under:
        return
    if not ((figure.cues_before & SETTLED and _HANDLED.search(before)) or _OUTCOME.match(figure.low_after)):
        return
    in_time = _IN_TIME.search(before) is not None
    fined = _FINED.search(before) is not None
    if fined and figure.unit == "đồng":
        return
    for other in reversed(sentence.figures[max(index - 8, 0) : index]):
        if other.role == "change" or other.unit == "%" or (other.over is None and other.under is not None):
            continue
        if not (alike(figure, other) and (figure.unit is None or same_kind(figure, other))):
            continue
        settled = in_time and _is_settled(other)
        settled = settled or (fined and _IN_BREACH.match(other.low_after) is not None)
        whole = other.whole if other.whole is not None and other.role == "part" and not settled else other
        if whole is other and other.over is None and not settled and not _CASES.search(other.low_before):
            continue
        value, total = figure.measure.value, whole.measure.value
        if value is not None and total is not None and value <= total:
            figure.whole, figure.role = whole, "part"
            figure.unit = figure.unit or whole.unit
            figure.evidence.append(Evidence("of", "parts.cases"))
            return


def link_settled(sentence: Sentence, index: int, before: str) -> bool:
    """``Tiếp nhận 34 hồ sơ, đã thẩm định 19 hồ sơ``: what came of the cases received, in the same clause."""
    figure = sentence.figures[index]
    if not figure.cues_before & SETTLED or figure.role not in _DONE or figure.depth:
        return False
    if figure.over is not None or figure.under is not None:
        return False
    if not _SETTLING.search(_SUFFERED.sub("", before)) or _OF_OTHERS.search(before):
        return False
    in_time = _IN_TIME.search(before) is not None
    for other in reversed(sentence.figures[max(index - 4, 0) : index]):
        if (
            not same_kind(other, figure)
            or other.over is not None
            or other.role not in ("actual", "count", "cumulative", "part")
        ):
            continue
        settled = in_time and _is_settled(other)
        whole = other.whole if other.role == "part" and other.whole is not None and not settled else other
        if not in_time and whole.role == "part" and whole.whole is not None and _IN_TIME.search(other.low_before):
            whole = whole.whole
        if whole is other and not settled and not _RECEIVED.search(other.low_before):
            return False
        if not not_above(figure, whole) or not same_kind(whole, figure):
            return False
        figure.whole, figure.role = whole, "part"
        figure.evidence.append(Evidence("of", "parts.settled"))
        return True
    return False


def link_passed(figure: Figure) -> bool:
    """``kiểm tra 1.536 cơ sở, đạt 1.348 cơ sở``: those that passed."""
    known = figure.previous
    if known is None or figure.role not in _DONE or known.role not in _DONE or figure.over or figure.under:
        return False
    if not _PASSED.fullmatch(figure.low_before) or not _EXAMINED.search(known.low_before):
        return False
    if known.over is not None or not same_kind(known, figure) or not not_above(figure, known):
        return False
    figure.whole, figure.role = known, "part"
    figure.evidence.append(Evidence("of", "parts.passed"))
    return True


def link_beside(figures: Sequence[Figure], near: Sequence[Figure]) -> None:
    """``thụ lý 86 vụ/135 bị can, đã giải quyết 70 vụ/103 bị can``: as the figure before the slash."""
    for figure in figures:
        first = figure.previous
        if first is None or first.role != "part" or figure.role not in _DONE or figure.before.strip() != "/":
            continue
        for other in near:
            beside = other.previous is first.whole and other.before.strip() == "/" and other.unit == figure.unit
            if beside and other is not figure and not_above(figure, other):
                figure.whole, figure.role = other, "part"
                figure.evidence.append(Evidence("of", "parts.beside"))


def _is_settled(other: Figure) -> bool:
    """``đã giải quyết 55.730 hồ sơ``: a part itself, and the whole of those in time and late."""
    return _SETTLED.search(other.low_before) is not None and _IN_TIME.search(other.low_before) is None
