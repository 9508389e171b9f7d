"""Figures of a plan or a resolution that stand under a heading of aims, or say what will be given.

Finds         2. Các chỉ tiêu chủ yếu ... - Thu ngân sách trên địa bàn: 4.600 tỷ đồng · - Tỷ lệ che phủ rừng: 47%
              a) Hộ nghèo: 96 suất, mức 700.000 đồng/suất, in a plan: what it sets
              Đến năm 2030, tỷ lệ đô thị hóa khoảng 45%, in a text of 2025
              II. PHƯƠNG HƯỚNG NĂM 2023 1. Các chỉ tiêu chủ yếu - Thu ngân sách: 480 tỷ đồng, in a report
              2.1. Chi đầu tư: 640 tỷ đồng, in a resolution on the budget of a year
Leaves alone  I. Kết quả năm 2022 ... - Thu ngân sách đạt 4.350 tỷ đồng: reached · other lists of reports
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.structure import Outline
from dondoc.facts import Evidence, Header
from dondoc.text import Text

_HEADED = Evidence("role", "role.headed")
_SETTING = frozenset({"plan", "resolution"})
_AIMS = re.compile(
    r"[\s*]*(?:điều \d+\.?\s*)?(?:các |một số |hệ thống |những )*(?:mục tiêu|chỉ tiêu)\b"
    r"(?![^:]*(?:kết quả|tình hình|thực hiện|đạt được|đánh giá|hoàn thành))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\n[^\n]{0,12}\b(?:[Mm]ục tiêu|[Cc]hỉ tiêu|MỤC TIÊU|CHỈ TIÊU|CÁC CHỈ TIÊU|[Cc]ác chỉ tiêu)\b")
_AHEAD_OF = re.compile(
    r"phương hướng|nhiệm vụ|phấn đấu|nhiệm kỳ|năm tới|mục tiêu|kế hoạch năm|kế hoạch phát triển[^:\n]{0,40} năm 20",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"kết quả|tình hình|thực trạng|đánh giá|căn cứ|cần thiết|hạn chế|tồn tại|bối cảnh|đặc điểm", re.IGNORECASE
)
_TOLD = re.compile(
    r"\bđã\b|\bđạt\b|\bước\b|\bhiện\b|\btăng\b|\bgiảm\b(?! còn)|\bcó\b|\bcòn (?:lại|nợ|thiếu)\b|kết quả|so với|"
    r"năm trước|\bđược\b(?! tạo| cung| sử)|tính đến|toàn (?:tỉnh|huyện|xã)|\bqua\b|theo (?:báo cáo|thống kê)"
)
_REACHED = re.compile(
    r"\bđã\b|so với(?! năm 20\d\d| dự toán| kế hoạch| chỉ tiêu)|ước thực hiện|tính đến|đến nay|năm trước|cùng kỳ|"
    r"bằng \d"
)
_OPEN = frozenset({"actual", "rate", "count", "cumulative", "change", "share_of_plan"})
# "Về dự toán thu ngân sách và phương án phân bổ ngân sách cấp tỉnh năm 2017"
_HANDING = frozenset({"resolution", "decision"})
_ALLOTS = re.compile(r"dự toán|phân bổ|giao (?:chỉ tiêu|kế hoạch)|kế hoạch (?:vốn|đầu tư|tài chính)", re.IGNORECASE)
_SETTLES = re.compile(r"quyết toán|kết quả|tình hình|báo cáo", re.IGNORECASE)
_LAID_DOWN = re.compile(r"quy hoạch|đề án|mục tiêu|phương án|định hướng", re.IGNORECASE)
_MONEY = frozenset({"đồng", "USD"})
_AHEAD = re.compile(r"\bđến (?:hết |cuối )?năm 20\d\d")
_TOLD_ROLES = frozenset({"actual", "rate", "cumulative"})
_HEADING = 160
_SHORT = 25
_UP = 5


def allots(header: Header) -> bool:
    """Whether a resolution or a decision hands out what may be spent: all its amounts are planned."""
    subject = header.subject or ""
    return header.type in _HANDING and _ALLOTS.search(subject) is not None and _SETTLES.search(subject) is None


def allot(sentence: Sentence) -> None:
    """Make what a budget sets its plans before the lists are told apart: "2.1. Chi đầu tư: 640 tỷ đồng, gồm:"."""
    if sentence.task or sentence.footnote or _REACHED.search(sentence.low):
        return
    for figure in sentence.figures:
        _set(figure, figure.role == "actual" and figure.unit in _MONEY)


def settle_headed(text: Text, outline: Outline, header: Header, sentences: Sequence[Sentence]) -> None:
    """Make the figures of lists of aims plans, in documents that set them."""
    setting = header.type in _SETTING
    if not setting and not _NAMED.search(text.content):
        return
    for sentence in sentences:
        if sentence.task or sentence.footnote:
            continue
        above = _headings(text, outline, sentence.item)
        aimed = any(_AIMS.match(words) for words in above)
        if aimed and not setting:
            aimed = any(_AHEAD_OF.search(words) for words in above) and not any(map(_RESULTS.search, above))
        if aimed and not _REACHED.search(sentence.low):
            for figure in sentence.figures:
                _set(figure, figure.role in _OPEN)
        elif header.type == "plan" and above and not _TOLD.search(sentence.low):
            told = any(_RESULTS.search(words) for words in above)
            for figure in sentence.figures:
                _set(figure, figure.role == "actual" and figure.unit != "%" and not told)


def is_of_plan(text: Text) -> bool:
    """Whether the first words speak of what is laid down for years to come: "Điều chỉnh quy hoạch sử dụng đất"."""
    return _LAID_DOWN.search(text.content, 0, _HEADING) is not None


def settle_ahead(year: str, sentences: Sequence[Sentence]) -> None:
    """``Đến năm 2030, tỷ lệ đô thị hóa khoảng 45%`` in a text of the ``year`` 2025: nothing was reached yet."""
    if not year:
        return
    for sentence in sentences:
        if sentence.task or "năm 20" not in sentence.low or not _AHEAD.search(sentence.low):
            continue
        for figure in sentence.figures:
            if figure.role in _TOLD_ROLES and figure.whole is None and (figure.period or "")[:4] > year:
                _set(figure, may=True)


def _set(figure: Figure, may: bool) -> None:
    timed = (figure.unit or "").lower() not in read_cues().untimed
    since = figure.low_before.endswith(("từ ", "theo "))
    if may and timed and figure.whole is None and not since:
        figure.role = "plan"
        figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _HEADED]


def _headings(text: Text, outline: Outline, item: int) -> list[str]:
    """The first words of the items that ``item`` stands under."""
    found: list[str] = []
    parent = outline.items[item].parent
    while parent is not None and len(found) < _UP:
        above, behind = outline.items[parent], outline.items[min(parent + 1, len(outline.items) - 1)]
        words = text.content[above.span.start : min(above.span.end, above.span.start + _HEADING)]
        if behind.mark is None and behind.parent == parent and len(words) < _SHORT:
            # "PHẦN THỨ HAI:", and in a line of its own what the part is about.
            words = f"{words} {text.content[behind.span.start : min(behind.span.end, behind.span.start + _HEADING)]}"
        found.append(words)
        parent = above.parent
    return found
