"""Sentences that hand over a list: whom they address, what region they open, and what they ask for themselves.

Finds         yêu cầu các sở ... thực hiện các việc sau: · ... kết luận như sau: · Rà soát ..., trong đó: (a task, too)
Leaves alone  Kết quả như sau: · Sở A ban hành kế hoạch như sau: (issues a text of its own)
"""

import re

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.forms import Form, read_form
from dondoc.extraction.directives.headings import Address, concludes, ends_in_colon, read_introduction, without_handover
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.extraction.directives.regions import RESULT_INTRO
from dondoc.extraction.directives.standing import Standing
from dondoc.extraction.directives.titles import TASK_WORDS, opens_parts
from dondoc.text import Span

_ORDERS = re.compile(
    r"(?:yêu cầu|đề nghị|giao nhiệm vụ|giao|phân công|chỉ thị|nhấn mạnh|lưu ý|quyết định|quyết nghị|nhiệm vụ|"
    r"giải pháp)(?:\s+cụ thể|\s+(?:thêm\s+)?(?:một số|các|những|mấy)\s+(?:nội dung|nhiệm vụ|vấn đề|việc|công việc|"
    r"giải pháp|điểm)(?:\s+(?:cụ thể|trọng tâm|chính|chủ yếu|cơ bản))*|[^.;:]{0,120}(?:sau|như sau|sau đây))?\s*:\W*$|"
    r"^\W*(?:phân công|tổ chức thực hiện)(?:\s+(?:nhiệm vụ|trách nhiệm|công việc|tổ chức|thực hiện|cụ thể))*\s*:\W*$",
    re.IGNORECASE,
)
_ISSUES = re.compile(
    r"(?:ban hành|xây dựng|báo cáo|thông báo|hướng dẫn|đánh giá|triển khai|tổ chức|lập|công bố|trình|trả lời|"
    r"tổng hợp|thống kê|thông tin|tóm tắt|thực hiện)[^:;]{0,160}(?:như sau|sau đây|sau)\s*:\W*$",
    re.IGNORECASE,
)
# By what somebody is to act, before what is to be done: "theo chức năng, nhiệm vụ, thẩm quyền tập trung ...".
_BY = re.compile(
    r"[\s,*_]*theo (?:chức năng|thẩm quyền|nhiệm vụ)(?:, (?:nhiệm vụ|thẩm quyền|quyền hạn))*(?: được giao)?,?"
)
# How a report begins: "UBND huyện báo cáo tình hình tháng 10, nhiệm vụ trọng tâm tháng 11 như sau:".
_ACCOUNT = re.compile(
    r"(?<!\w)(?:báo cáo|(?:tổng hợp|thống kê|thông tin|tóm tắt|đánh giá)(?: về)?(?: sơ bộ)?(?= (?:tình hình|kết quả|"
    r"số liệu|công tác|việc)))\s(?=[^;]{4,400}(?:như sau|sau đây|sau)\s*[:.]?\W*$)",
    re.IGNORECASE,
)
_STRIVE = re.compile(r"phấn đấu|quyết tâm|hoàn thành (?:các |tốt |thắng lợi )*(?:chỉ tiêu|mục tiêu)", re.IGNORECASE)

# What must be reached, said before a list is handed over: "Để phấn đấu tăng trưởng quý I đạt 9%, Sở A yêu cầu ...".
_AIMED_AT = re.compile(
    r"(?:phấn đấu|(?:để|nhằm) (?:đạt|hoàn thành|bảo đảm))\s[^;:.]{0,90}?(?<!\d[./])\b\d[\d,.]*\s?"
    r"(?:%|tỷ đồng|triệu USD)",
    re.IGNORECASE,
)


def introduce(standing: Standing, index: int, sentence: Span) -> Span | None:
    """Note whom an introduction addresses; return what it asks for itself, or None."""
    words = standing.words(sentence)
    if opens_parts(words) and _task_with_parts(standing, index, sentence):
        return sentence
    address = read_introduction(standing.page, sentence)
    concluding = concludes(words)
    if (address is None and not concluding and _reports(words)) or _gives_account(standing, index, words):
        standing.open(index, "result")
        return None
    if address is None and not concluding and standing.leads.running_item == index:
        address = standing.leads.running
    region = standing.region(index)
    if address is not None and region == "front" and _ISSUES.search(words) and not _orders(words):
        return None
    if address is not None:
        standing.leads.introduce(index, address)
    if address is not None or region in ("conclusion", "task") or _orders(words):
        standing.open(index, "task")
    elif concluding:
        standing.open(index, "conclusion")
    if concluding and (address is None or address.rule != "lead.introduction"):
        return None
    if address is not None and _AIMED_AT.search(words) is not None:
        return sentence
    kept = without_handover(standing.page, sentence)
    if kept == sentence:
        aims = address is not None and _STRIVE.search(words) is not None and len(words.split()) > 40
        return sentence if aims else None
    form = read_form(standing.page, kept, strong=False)
    told = address.words.end if address is not None else sentence.start
    if form is None or form.name == "issued_open" or not _substantial(standing.page, kept, form, told):
        return None
    return kept


def _reports(words: str) -> bool:
    """Whether ``words`` end by announcing results; not where an order stands behind them: "hạn chế ..., yêu cầu:"."""
    results = RESULT_INTRO.search(words) if ends_in_colon(words) else None
    ordered = None if results is None else _ORDERS.search(words)
    return results is not None and (ordered is None or ordered.start() < results.start())


def _gives_account(standing: Standing, index: int, words: str) -> bool:
    """Whether a report begins with ``words``: what is told below is results until a heading says otherwise."""
    if standing.kind != "report" or standing.region(index) != "front":
        return False
    return _ACCOUNT.search(words) is not None


def _orders(words: str) -> bool:
    """Whether ``words`` end by ordering what is listed below."""
    return ends_in_colon(words) and _ORDERS.search(words) is not None


def _task_with_parts(standing: Standing, index: int, sentence: Span) -> bool:
    """Note a task that goes on in a list ("..., trong đó:"): its lead and partners hold for the parts."""
    form = read_form(standing.page, sentence, strong=True)
    if form is None or form.name == "issued_open" or len(standing.words(sentence).split()) < TASK_WORDS:
        return False
    base = standing.leads.base(index)
    told = Address(form.lead or base.lead, form.coordinating or base.coordinating, form.words, "lead.introduction")
    standing.leads.introduce(index, told)
    standing.open(index, "task")
    return True


def _only_directs(page: Page, after: int, end: int) -> bool:
    """Whether nothing is said but who is to be directed: "chỉ đạo các ngành, các địa phương và đơn vị liên quan"."""
    directs = _DIRECTS.match(page.content, after, end)
    row = None if directs is None else row_at(page, directs.end(), end)
    return row is not None and len(page.content[row.span.end : end].split()) < _FEW_WORDS


_DIRECTS = re.compile(r"[\s*_,]*(?:tiếp tục |tập trung |lãnh đạo, )?(?:chỉ đạo|yêu cầu|đôn đốc)\s+")
_FEW_WORDS = 8


def _substantial(page: Page, kept: Span, form: Form, told: int) -> bool:
    """Whether something is left to do when the words that hand over are gone."""
    after = max(form.row.span.end if form.row else form.words.end, told)
    rest = page.content[after : kept.end].strip(" ,*_")
    if len(rest.split()) < 6 or _only_directs(page, after, kept.end):
        return False
    by = _BY.match(page.content, after, kept.end)
    return phrase_at(page.content, by.end() if by else after, kept.end, "actions", "modals") is not None
