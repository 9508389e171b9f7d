"""Headings told by the headings beside them: where "1. Sở A" and "2. Sở B" name who is told, "3." does so too.

Finds         3. Ủy ban nhân dân các xã, phường, đặc khu A: · 5. Các chủ rừng là tổ chức (...): ·
              4. Ban Quản lý A, các đơn vị kinh doanh hạ tầng B
Leaves alone  3. Kinh phí thực hiện · 4. Chế độ báo cáo · 5. Các nhiệm vụ trọng tâm · headings beside matters
"""

import re
from collections.abc import Iterator

from dondoc.extraction.directives.headings import Address, read_address
from dondoc.extraction.directives.members import members_of, names_somebody
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.phrases import skip_marks
from dondoc.extraction.directives.standing import Standing
from dondoc.text import Span

_FARTHEST = 150
_MOST_WORDS = 45
_ASIDE = re.compile(r"\([^()]*\)?")
# What a heading that names nobody speaks of, or a whole task says.
_MATTER = re.compile(
    r"(?<!\w)(?:nhiệm vụ|giải pháp|nội dung|mục tiêu|kết quả|kinh phí|chế độ|thời gian|yêu cầu|chỉ tiêu|biện pháp|"
    r"hoạt động|công tác|dự án|lĩnh vực|vấn đề|thủ tục|hồ sơ|cần|phải|đã|được|thực hiện|triển khai|tăng cường|"
    r"rà soát|như sau)"
    r"(?!\w)",
    re.IGNORECASE,
)


def read_beside(standing: Standing, index: int, head: Span) -> Address | None:
    """Whom the heading ``index`` names, where a heading beside it names who is told and this one reads no other way."""
    page, item = standing.page, standing.items[index]
    if item.mark is None or index not in standing.parents or not _names_somebody(page, head):
        return None
    if not any(_is_address(standing, beside) for beside in _beside(standing, index)):
        return None
    start = skip_marks(page.content, head.start, head.end)
    return Address(tuple(members_of(page, Span(start, head.end))), (), Span(start, head.end), "lead.heading")


def _names_somebody(page: Page, head: Span) -> bool:
    start = skip_marks(page.content, head.start, head.end)
    words = _ASIDE.sub(" ", page.content[start : head.end])
    if len(words.split()) > _MOST_WORDS or _MATTER.search(words) is not None:
        return False
    return names_somebody(page, start, head.end) is not None


def _beside(standing: Standing, index: int) -> Iterator[int]:
    """The items of the same list that stand near ``index``: those before it, then those behind it."""
    items, item = standing.items, standing.items[index]
    for near in (
        range(index - 1, max(index - _FARTHEST, -1), -1),
        range(index + 1, min(index + _FARTHEST, len(items))),
    ):
        for at in near:
            if at == item.parent:
                break
            if items[at].parent == item.parent and items[at].mark is not None:
                yield at


def _is_address(standing: Standing, index: int) -> bool:
    if index in standing.leads.of_item:
        return standing.leads.of_item[index].rule.startswith("lead.heading")
    item = standing.items[index]
    words = standing.words(item.span)
    if index not in standing.parents or len(words.split()) > _MOST_WORDS:
        return False
    address = read_address(standing.page, Span(item.span.start, item.span.start + len(words.rstrip(" :*_."))))
    return address is not None
