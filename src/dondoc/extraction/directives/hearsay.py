"""What news and resolutions say without telling anybody.

Finds         (news) Theo ông A, các địa phương cần ... · Doanh nghiệp phải ... (nobody told them)
              (news) Thực hiện tốt ... long behind the last order · Phó Thủ tướng A chủ trì phiên họp ...
              (resolution) thông qua ... · ban hành kèm theo ... (done by being said)
Leaves alone  Chủ tịch UBND tỉnh yêu cầu ..., the sentence of a leader; what goes on from it
"""

import re
from functools import lru_cache

from dondoc.extraction.directives.accounts import counts_up, goes_on_account
from dondoc.extraction.directives.forms import Form
from dondoc.extraction.directives.regions import ATTRIBUTED, draws_on, is_narrated
from dondoc.extraction.directives.standing import LONG_SILENCE, Standing
from dondoc.extraction.directives.unnamed_words import PERSON
from dondoc.grammar.agencies.folding import CAPITALS
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

# Forms that name nobody who orders, and so only go on with an order.
_GO_ON = frozenset({"bare", "duty", "loose", "inner_subject"})
# What the sentence tells of a meeting: "Phó Thủ tướng A chiều 5/4 chủ trì phiên họp ...".
_CHAIRS = re.compile(
    r"[^.;:]{0,40}?\s(?:đồng )?(?:chủ trì|dự|tham dự|khai mạc|bế mạc|chủ tọa)(?: và [^,;.]{3,20})? "
    r"(?:phiên|cuộc|hội nghị|buổi|lễ|kỳ họp|đại hội|hội thảo|họp)(?!\w)"
)

# The words of a paper or a leader: '"..., cần ưu tiên A", kết luận nêu'.
_QUOTED = re.compile(
    r"[”\"],?\s(?=[^.;]{0,20}(?:kết luận|thông báo|công (?:điện|văn)|văn bản|chỉ thị|Thủ tướng|Chủ tịch|Bí thư|"
    r"Bộ trưởng|lãnh đạo))(?:[^\s,.]+\s){0,7}?(?:nêu|nêu rõ|yêu cầu|nhấn mạnh|chỉ đạo|lưu ý|đề nghị)\W*\Z",
    re.IGNORECASE,
)
# What news tells of a day: "Sáng 16/4, Sở A tổ chức hội nghị ...", "Lãnh đạo tỉnh trao Bằng khen cho ...".
_EVENT = re.compile(
    r"(?:Đồng )?Chủ trì (?:và [^,;.]{3,30} )?(?:hội nghị|phiên họp|cuộc họp|buổi|kỳ họp|lễ)(?!\w)|"
    r"(?:\([^()]{2,40}\)\s*[-–]\s*)?(?:Sáng|Chiều|Tối|Trưa|Ngày|Trong ngày|Vừa qua|Mới đây)(?!\w)[^.;:]{0,160}?\s"
    r"(?:long trọng )?(?:phối hợp )?tổ chức (?:lễ|hội nghị|hội thảo|buổi|cuộc họp|phiên họp|gặp mặt|họp)(?!\w)|"
    r"(?:Sáng|Chiều|Tối|Trưa|Cùng ngày|Trước đó|Sau đó|Tiếp đó|Sau (?:khi|buổi|phần)\s[^,.]{2,60},)(?!\w)"
    r"(?:(?!yêu cầu|đề nghị|giao |cần |phải )[^.;:]){0,120}?\s(?:(?<!chuyến )(?<!buổi )làm việc với|"
    r"kiểm tra (?:thực|tại|công tác|tiến độ|tình hình|hiện trường)|"
    r"thăm|khảo sát|thị sát|dâng hương|tiếp (?:ông|bà|đoàn)|có (?:buổi|cuộc))(?!\w)|"
    r"[^.;:]{0,90}?\s(?:trao|tặng|trao tặng) (?:bằng khen|giấy khen|hoa|quà|kỷ niệm chương|huân chương|cờ)(?!\w)|"
    r"[^.;:]{0,90}?\s(?:tin tưởng|tin rằng|hy vọng|kỳ vọng|chúc mừng)(?!\w)|"
    r"(?:Ông|Bà|Đồng chí|(?:Phó )?Chủ tịch|Bí thư|Bộ trưởng|Thủ tướng)[^.;:,]{0,60}?\s(?:chia sẻ|kể)(?!\w)|"
    r"(?:Giải trình|Phát biểu|Trao đổi|Báo cáo|Thảo luận|Trả lời)(?: (?:tại|về|với|trước|thêm))?[^,;.:]{0,60}, "
    r"(?:lãnh đạo|đại diện|ông|bà|đồng chí|Giám đốc|Phó Giám đốc|Chủ tịch UBND (?:xã|huyện|phường))"
    r"(?:(?!yêu cầu|đề nghị|chỉ đạo|giao )[^.;:])*[;.]?\Z|"
    r"(?:lãnh đạo|đại diện|(?:Phó )?(?:Giám đốc|Chủ tịch UBND|Bí thư|Trưởng)) [^,;.:]{3,60}? (?:thông tin (?:về|thêm)|"
    r"nói|giải trình|trình bày|phản ánh|nêu (?:thực tế|khó khăn|thực trạng|vướng mắc|ví dụ)|dẫn chứng|than|kiến nghị|"
    r"báo cáo (?:về|rằng|thêm))(?!\w)",
    re.IGNORECASE,
)
# What somebody holds, in their own words: '"Lời hứa phải đi đôi với việc làm", ông A nhấn mạnh'.
_HELD_TRUE = re.compile(
    r"[”\"],?\s[^.;”]{2,70}?\s(?:nhấn mạnh|khẳng định|nói|chia sẻ|bày tỏ|quả quyết|nhắc lại)\W*\Z", re.IGNORECASE
)

# Who only says of others that they asked: "ông A cho biết đơn vị đã đề nghị công an ...".
_SAYS_THAT = re.compile(r"(?<!\w)(?:cho biết|cho hay|xác nhận)(?!\w)(?=[^.;:]*\Z)")
_LEADER = re.compile(r"Thủ tướng|[Cc]hủ tịch|Bí thư|Bộ trưởng|[Ll]ãnh đạo")
_LEADS = re.compile(
    r"Thủ tướng|[Cc]hủ tịch|Bí thư|Bộ trưởng|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chính phủ|[Ll]ãnh đạo|Thường trực|"
    r"thành phố|TP|tỉnh|huyện|quận"
)
# What news says a law or a plan lays down: "Theo Bộ luật Hình sự, ...", "Theo Chiến lược ..., ngành A sẽ ...".
_BY_RULE = re.compile(
    r"\W*[Tt]heo (?:Bộ luật|Luật|Chiến lược|Quy hoạch|Nghị định|Thông tư|quy hoạch|báo cáo|thống kê|số liệu|tìm hiểu|"
    r"ghi nhận|phản ánh|hồ sơ)(?!\w)"
)

# A leader by office and name, and one called by the last word of it: "Theo ông Minh, các quận cần ...".
_LEADER_NAMED = re.compile(
    r"(?:[Cc]hủ tịch|Bí thư|[Tt]hủ tướng|Bộ trưởng|Thứ trưởng)(?: [^\s,;:.()]+){0,7}? "
    rf"[{CAPITALS}][^\W\d_]+(?: [{CAPITALS}][^\W\d_]+){{1,8}}(?! ?[{CAPITALS}]|\w)"
)
_CALLED = re.compile(r"theo (?:ông|bà)", re.IGNORECASE)
_NAME = re.compile(rf" (?:[{CAPITALS}][^\W\d_]+ )*(?P<last>[{CAPITALS}][^\W\d_]+)")


@lru_cache(maxsize=4)
def _leaders(content: str) -> frozenset[str]:
    """The last words of the names of the leaders that a piece of news tells of."""
    return frozenset(match[0].rsplit(" ", 1)[1] for match in _LEADER_NAMED.finditer(content))


def _by_a_leader(content: str, attributed: re.Match[str]) -> bool:
    """Whether "theo ông X" means one of the leaders, who tells others by it."""
    name = _NAME.match(content, attributed.end()) if _CALLED.match(attributed[0]) else None
    return name is not None and name["last"] in _leaders(content)


def is_hearsay(standing: Standing, index: int, form: Form, clause: Span, sentence: Span) -> bool:
    """Whether news or a resolution says this without telling anybody."""
    page, content = standing.page, standing.page.content
    if standing.kind in ("resolution", "decision"):
        if form.name == "subject" and form.row is not None:
            return _SHARES.match(content, form.row.span.end, clause.end) is not None
        return form.name == "bare" and _PERFORMED.match(content, clause.start, clause.end) is not None
    if counts_up(page, form, clause):
        return True
    if not page.narrates:
        return False
    if standing.account == index and goes_on_account(page, form, sentence):
        return True
    if form.name == "issued":
        return _is_asked_by_others(content, form, sentence)
    if (
        form.name == "duty"
        and page[form.words] != "thì"
        and _HELD_TRUE.search(content, sentence.start, sentence.end) is not None
    ):
        return True
    narrated = is_narrated(content, sentence) or draws_on(content, standing.items[index].sentences[0], sentence)
    narrated = narrated or _QUOTED.search(content, sentence.start, sentence.end) is not None
    if not narrated and form.name in _GO_ON and _stands_alone(standing, index, sentence):
        return True
    if _EVENT.match(content, clause.start, clause.end) is not None:
        return True
    if form.row is not None and _CHAIRS.match(content, form.row.span.end, clause.end) is not None:
        return True
    attributed = ATTRIBUTED.search(content, sentence.start, sentence.end)
    if attributed is not None and not _by_a_leader(content, attributed):
        return not narrated
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
    return (form.name == "duty" or person) and not follows and not narrated


def _is_asked_by_others(content: str, form: Form, sentence: Span) -> bool:
    """Whether somebody only says that others than the leaders asked for it."""
    said = _SAYS_THAT.search(content, sentence.start, form.words.start)
    if said is None or _LEADER.search(content, sentence.start, said.start()) is not None:
        return False
    return _LEADS.search(content, said.end(), form.words.start) is None


def _stands_alone(standing: Standing, index: int, sentence: Span) -> bool:
    """Whether a sentence that names nobody goes on with no order: a law says it, or none was given for long."""
    if _BY_RULE.match(standing.page.content, sentence.start, sentence.end) is not None:
        return True
    return standing.silence >= LONG_SILENCE and standing.items[index].mark is None
