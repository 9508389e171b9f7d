"""What news and resolutions say without telling anybody.

Finds         (news) Theo ông A, các địa phương cần ... · Doanh nghiệp phải ... (nobody told them)
              (resolution) thông qua ... · ban hành kèm theo ... (done by being said)
Leaves alone  Chủ tịch UBND tỉnh yêu cầu ..., the sentence of a leader; what goes on from it
"""

import re

from dondoc.extraction.directives.forms import Form
from dondoc.extraction.directives.regions import ATTRIBUTED, NARRATED
from dondoc.extraction.directives.standing import Standing
from dondoc.extraction.directives.unnamed_words import PERSON
from dondoc.text import Span

# What a resolution does by saying it.
_PERFORMED = re.compile(
    r"\W*(?:thành lập|thông qua|phê duyệt|phê chuẩn|tán thành|ban hành (?:kèm|quy|danh|mức|bảng)|quy định (?:mức|"
    r"chế độ|về|một)|"
    r"điều chỉnh(?:,| địa giới| mức| bổ sung)|bổ sung (?:khoản|điểm|vào)|sửa đổi|xác nhận|công nhận|miễn nhiệm|"
    r"bãi bỏ)(?!\w)",
    re.IGNORECASE,
)

# Who bears what part of a cost, in a resolution or a decision: "tỉnh hỗ trợ 80%".
_SHARES = re.compile(r"[\s*_]+(?:hỗ trợ|bố trí|đóng góp|chi|chịu|hưởng|bảo đảm|đảm bảo)\s+(?:tối đa |không quá )?\d")


# What is told of, not to: "thành phố đã có các giải pháp cần ...".
_TOLD_OF = re.compile(r"\s(?:đã|vừa|từng|bị)\s")


def is_hearsay(standing: Standing, index: int, form: Form, clause: Span, sentence: Span) -> bool:
    """Whether news or a resolution says this without telling anybody."""
    page, content = standing.page, standing.page.content
    if standing.kind in ("resolution", "decision"):
        if form.name == "subject" and form.row is not None:
            return _SHARES.match(content, form.row.span.end, clause.end) is not None
        return form.name == "bare" and _PERFORMED.match(content, clause.start, clause.end) is not None
    if not page.narrates or form.name == "issued":
        return False
    if ATTRIBUTED.search(content, sentence.start, sentence.end) is not None:
        return NARRATED.search(content, sentence.start, sentence.end) is None
    unnamed = form.row is not None and form.row.agencies[0].kind == "unnamed"
    person = (
        unnamed
        and form.row is not None
        and PERSON.match(content, form.row.span.start, form.row.span.end + 1) is not None
    )
    running = standing.leads.running_item if standing.leads.running is not None else -1
    follows = running == index or (
        running == index - 1 and _TOLD_OF.search(content, clause.start, form.words.start) is None
    )
    return (
        (form.name == "duty" or person)
        and not follows
        and NARRATED.search(content, sentence.start, sentence.end) is None
    )
