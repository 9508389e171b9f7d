"""Numbers that stand behind what became of things, without a noun of their own.

Finds         giải thể 58, tạm ngừng 173 · nhắc nhở 16, xử phạt 41 (32 triệu đồng) · quá hạn 68, đang giải quyết 331.
              chết 21, bị thương 19 người · kỳ trước chuyển sang 214, tổng cộng 3.432 hồ sơ · trễ 14;
Leaves alone  Điều 58, khoản 12 · Đại hội lần thứ 13, khóa 12 · xử lý theo Nghị định 100, có hiệu lực
              thay thế Quyết định 31, hết hạn: numbers of papers
"""

import re

from dondoc.facts import Measure
from dondoc.grammar.measures.candidate import Candidate

# What became of things that were counted before, or of those that the next number counts.
_OUTCOMES = (
    "giải thể", "tạm ngừng", "ngừng hoạt động", "tạm ngừng hoạt động", "nhắc nhở", "xử phạt", "lập biên bản",
    "phạt tiền", "khiển trách", "cảnh cáo", "cách chức", "khai trừ", "khởi tố", "vi phạm", "bị thương", "chết",
    "tử vong", "mất tích", "khỏi bệnh", "ra viện", "quá hạn", "trễ hạn", "trễ", "đúng hạn", "trước hạn", "trong hạn",
    "chưa đến hạn", "đang giải quyết", "đã giải quyết", "giải quyết", "đang xử lý", "chưa giải quyết",
    "đang thực hiện", "hoàn thành", "chưa hoàn thành", "đang thi công", "chuyển sang", "chuyển tiếp", "khởi công mới",
    "có lý do", "không lý do", "cấp mới", "cấp đổi", "cấp lại", "xây mới", "sửa chữa", "tiếp nhận mới", "tồn đọng",
    "tước gplx", "tước giấy phép lái xe", "tạm giữ", "hòa giải thành", "hoà giải thành", "không thành", "phục hồi",
    "đình chỉ", "tái phạm", "đúng một phần", "đã xử lý", "sai toàn bộ", "khiếu nại đúng", "tố cáo đúng",
    "đúng toàn bộ", "sai", "tố cáo", "khiếu nại", "kiến nghị", "phản ánh",
)  # fmt: skip
_WORDS = "|".join(sorted(_OUTCOMES, key=len, reverse=True))
_BEHIND = re.compile(rf"(?<!\w)(?:{_WORDS})(?: được| mới| là| xong)?:? \Z")
_LAST_WORDS = frozenset({one.split()[-1] for one in _OUTCOMES} | {"được", "mới", "là", "xong"})
_ENDS = re.compile(r"[,;.)](?=\s|\Z)|\s\((?!\d{1,2}\))| và (?=[^\W\d])| (?=bị thương \d)")
_REACH, _FAR = 40, 110
_LARGEST = 7
_PERSONS = ("chết", "bị thương", "tử vong", "mất tích")
_COUNTS = frozenset(
    {"measure.count", "measure.list", "measure.unknown_noun", "measure.part", "measure.outcome", "measure.pair.second"}
)


def outcome_unit(candidate: Candidate, found: list[Measure]) -> tuple[str | None] | None:
    """The unit of a bare number behind what became of things, in a tuple; None where it is no such number."""
    written = candidate.written
    if candidate.last_word.rstrip(":") not in _LAST_WORDS or "," in written or len(written) > _LARGEST:
        return None
    if _ENDS.match(candidate.text, candidate.end) is None:
        return None
    told = _BEHIND.search(candidate.low, max(0, candidate.start - _REACH), candidate.start)
    if told is None:
        return None
    if told.group().startswith(_PERSONS):
        return ("người",)
    last = next((one for one in reversed(found[-_LARGEST:]) if one.rule in _COUNTS), None)
    if (
        last is None
        or candidate.start - last.span.end > _FAR
        or "\n" in candidate.text[last.span.end : candidate.start]
    ):
        return (None,)
    return (last.unit,)
