"""Sentences that instruct by where they stand: in a list of tasks, with no verb at their head that the lexicon knows.

Finds         (under "Nhiệm vụ trọng tâm") Diện tích lúa Hè Thu gieo trồng 41.000 ha · Công tác tiêm phòng đạt trên 80%
              (in a conclusion) UBND các xã bêu tên hộ lấn chiếm: an agency and whatever it is to do
Leaves alone  Dự báo còn nhiều khó khăn · 6 tháng cuối năm là thời điểm quyết định · Ngân sách tỉnh: 8.750 triệu đồng
              Các sở, ban, ngành tỉnh; (a list of addressees) · Vụ xuân năm ngoái có xã để hoang ruộng: a reason
"""

import re

from dondoc.extraction.directives.actors import partners, row_at
from dondoc.extraction.directives.bare import reported
from dondoc.extraction.directives.forms import Form
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.subjects import loose_subject
from dondoc.text import Span

_STATES = re.compile(
    r"""(?<!\w)(?:đã|đang|từng|(?:vừa|tuần|tháng|quý)\ qua|luôn|hiện(?!\ đại|\ thực)|chưa|dự\ báo
        |là\ (?:thời\ điểm|năm|một|nhiệm\ vụ
        |giai\ đoạn|điều)
        |còn\ (?:nhiều|gặp|chậm|hạn\ chế|thấp|yếu|một\ số)|gặp\ (?:nhiều\ )?khó\ khăn|thời\ cơ|thách\ thức
        |thống\ nhất|nhất\ trí
        |đồng\ ý|ghi\ nhận|biểu\ dương|đánh\ giá\ cao|hoan\ nghênh|chia\ sẻ|cảm\ ơn|có\ hiệu\ lực|thay\ thế
        |thông\ qua|cho\ biết|(?:toàn|cả)\ (?:xã|phường|huyện|tỉnh|thị\ xã|thành\ phố|ngành)\ (?:có|còn)\ \d
        |báo\ cáo\ tại|phát\ biểu|trình\ bày|so\ với\ (?:cùng\ kỳ|năm\ trước|tháng\ trước)|cùng\ kỳ|ước|lũy\ kế
        |diễn\ ra|xảy\ ra|đan\ xen
        |nguyên\ nhân|nhìn\ chung|đến\ nay|vẫn|như\ sau|sau\ đây|nêu\ rõ|khẳng\ định|được\ \d|bị|được\ chọn|đề\ ra
        |(?<!phấn\ đấu\ )đạt\ \d[\d.,]*%\ (?:kế\ hoạch|dự\ toán)|chậm\ \d
        |nếu\ không\ [^.;]{3,80}\ (?:sẽ|thì)|do\ [^,;]{3,60}\ làm\ chủ\ đầu\ tư)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
# Why a task is given, or what it does not hold for: of a sentence that names nobody.
_REASON = re.compile(
    r"(?<!\w)(?:(?:năm|vụ|mùa|đợt)(?: (?!sau|tới)[^\W\d_]+)? (?:trước|ngoái)|mọi năm|cho thấy|không thuộc phạm vi)"
    r"(?!\w)",
    re.IGNORECASE,
)
# What is spent, or found wanting: "Tổng kinh phí 568 triệu đồng ...", "Phê bình các đơn vị ...".
_FUNDS = re.compile(
    r"\W*(?:nghiêm khắc )?phê bình(?!\w)|"
    r"\W*(?:tổng )?(?:kinh phí|nguồn kinh phí|nguồn vốn|dự toán kinh phí|tổng số)(?! hỗ trợ)[^.;]{0,60}?\d|"
    r"\W*\d[\d.,]* (?:tỷ|triệu|nghìn|ngàn) đồng(?!\w)",
    re.IGNORECASE,
)
# A row of a table of indicators, written out: "Tốc độ tăng GRDP: 7% trở lên".
_INDICATOR = re.compile(
    r"[^.;:\n\d]{3,120}:\s*(?:trên|khoảng|từ|tối thiểu|ít nhất|dưới|không quá|≥|≤|>|<)?\s*\d[\d.,]*\s*"
    r"(?:-\s*[\d.,]+\s*)?(?:%|‰|[^\W\d_][^.;:,\d]{0,40})?(?:\s*trở lên)?[\s.;,*_)]*",
)
_FEWEST = 6


def is_indicator(content: str, clause: Span) -> bool:
    """Whether the clause is a row that only sets a figure beside an indicator: "Tỷ lệ che phủ rừng: 42%"."""
    return _INDICATOR.fullmatch(content, clause.start, clause.end) is not None


def is_funded(words: str) -> bool:
    """Whether ``words`` only tell what is spent, or what is found wanting: "1,86 tỷ đồng, trong đó ..."."""
    return _FUNDS.match(words) is not None


def listed_form(page: Page, clause: Span, *, task: bool) -> Form | None:
    """Return the form of a clause that only its place makes an instruction.

    ``task`` says that tasks are listed here, behind marks or under a heading.
    """
    words = page[clause]
    states = _STATES.search(words) is not None and "phấn đấu" not in words.lower()
    if len(words.split()) < _FEWEST or states or reported(page, clause) or words.endswith("?"):
        return None
    if is_funded(words):
        return None
    row = loose_subject(page, clause)
    if row is not None:
        return Form("subject", row.agencies, partners(page, clause, row), row.span, row)
    named = row_at(page, clause.start, clause.end)
    if named is not None and not words[named.span.end - clause.start :].strip(" ;.,*_"):
        return None
    if not task or _REASON.search(words):
        return None
    if not words[:1].isupper() and page.content[max(clause.start - 8, 0) : clause.start].rstrip(" *_")[-1:] != ":":
        return None
    return Form("objective", (), partners(page, clause), clause)
