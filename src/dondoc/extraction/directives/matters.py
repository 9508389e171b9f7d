"""What the words before a colon open: an assessment, or a matter with those it concerns; and what results lead to.

Finds         1. Đánh giá chung: ... (reported) · Thủy lợi: các xã nạo vét ... · Vì vậy, các ngành cần ...
Leaves alone  Chủ tịch UBND tỉnh nhấn mạnh: các sở ... · Đánh giá kết quả hằng quý, báo cáo ... (no colon)
"""

import re

from dondoc.extraction.directives.headings import is_topic
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.regions import heading_region
from dondoc.extraction.directives.subjects import head_subject
from dondoc.text import Span

_ASSESSMENT = re.compile(
    r"\W*(?:về )?(?:đánh giá|nhận xét|nhận định|kết quả|tồn tại|hạn chế|nguyên nhân|ưu điểm|khuyết điểm|khó khăn|"
    r"thuận lợi)",
    re.IGNORECASE,
)
_THEREFORE = re.compile(
    r"\W*(?:(?:chính )?(?:vì vậy|vì thế)|do đó|do vậy|bởi vậy|bởi thế|vì lẽ đó|"
    r"từ (?:thực tế|thực trạng|tình hình|kết quả)|trước (?:tình hình|thực trạng)|(?:trong )?thời gian tới|"
    r"để (?:hoàn thành|đạt))(?!\w)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"(?:nhấn mạnh|yêu cầu|kết luận|đề nghị|lưu ý|chỉ đạo|giao|thống nhất)(?!\w)", re.IGNORECASE)
_ASSESSING_WORDS = 6
_MATTER_WORDS = 14


def opens_assessment(page: Page, head: Span, kind: str) -> bool:
    """Whether ``head`` opens an assessment."""
    words = page[head]
    if len(words.split()) > _ASSESSING_WORDS or _SPEAKS.search(words) or not _ASSESSMENT.match(words):
        return False
    return heading_region(words, kind) == "result"


def names_matter(page: Page, head: Span, tail: Span) -> bool:
    """Whether ``head`` names the matter and ``tail`` begins with those who are told."""
    words = page[head]
    if len(words.split()) > _MATTER_WORDS or _SPEAKS.search(words) or not is_topic(page.content, head):
        return False
    return head_subject(page, tail) is not None


def follows_from_results(page: Page, sentence: Span) -> bool:
    """Whether the sentence draws its task from the results before it."""
    return _THEREFORE.match(page.content, sentence.start, sentence.end) is not None
