"""Subjects that no list of agencies knows, at the head of a clause.

Finds         Các tổ chức trong hệ thống chính trị cần ... · Công ty TNHH Thủy nông Đoan Hùng chủ động ...
              Ban QLDA huyện đôn đốc ...
Leaves alone  Các dự án phải ... · Ban hành kế hoạch ... · Phòng, chống dịch ... · Hội nghị đã ...
"""

import re

from dondoc.extraction.directives.page import Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.facts import AgencyMention
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_GROUP = re.compile(
    r"""(?:các|mọi|những|toàn\ thể|tất\ cả\ các|từng|mỗi)\s+
        (?:tổ\ chức|cán\ bộ|công\ chức|đảng\ viên|đồng\ chí|thành\ viên|cơ\ quan|đơn\ vị|cấp|ngành|địa\ phương
        |chủ\ đầu\ tư|nhà\ thầu|nhà\ đầu\ tư|doanh\ nghiệp
          |trường|trưởng|huyện|quận|thị\ xã|thành\ phố|tỉnh|cơ\ sở|bệnh\ viện|hộ|người\ đứng\ đầu|lực\ lượng|hội
          |đoàn\ thể|phòng|ban|xã|phường
          |chi,\ đảng\ bộ|chi\ bộ|đảng\ bộ|tập\ thể|cá\ nhân|hợp\ tác\ xã|đội|tổ)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"""(?:(?:Tổng\ )?Công\ ty|Tập\ đoàn|Ban(?!\ hành)|Trung\ tâm|Chi\ cục|Cục|Đài|Báo(?!\ cáo)|Hội(?!\ nghị
    |\ thảo|\ chợ|\ nhập)|Liên\ đoàn|Liên\ minh|Đoàn(?!\ kết)|Hiệp\ hội
         |Trường(?!\ hợp)|Bệnh\ viện|Viện|Quỹ|Ngân\ hàng|Hạt\ Kiểm\ lâm|Trạm|Hiệu\ trưởng|(?:Phó\ )?Bí\ thư
        |Phó\ (?:Chủ\ tịch|Thủ\ tướng|Giám\ đốc|Chánh)|Lãnh\ đạo(?=\ (?:[A-ZĐ]|các\ |sở|ngành|cơ\ quan|đơn\ vị))
         |Cục\ trưởng|Chánh|Bộ\ trưởng|Tổ\ trưởng|Đội\ trưởng
         |(?:phòng|trạm|trung\ tâm|chi\ cục|đài|ban|hạt)(?=\ [A-ZĐ])|Đội(?!\ ngũ)|Tổ(?!\ chức)
         |Hợp\ tác\ xã|HTX|Điện\ lực|Bưu\ điện|Xí\ nghiệp|Nhà\ máy|Kho\ bạc|Thuế|Công\ chức(?=\ [A-ZĐ])
         |Cán\ bộ(?=\ [A-ZĐ])|Bảo\ hiểm|Thanh\ tra(?!\s+\d)
         |Phòng(?!,|\ chống|\ ngừa)|Sở|Bộ(?!\ máy|\ tiêu\ chí)|Tổng\ cục|Văn\ phòng|Đảng\ ủy|Huyện\ ủy|Thị\ ủy
         |Thành\ ủy|Đảng\ bộ|Chủ\ đầu\ tư|Chủ\ tịch|Giám\ đốc|Thủ\ trưởng|(?:Các\ )?[Tt]rưởng|Công\ an
         |Quân\ sự|Nhà\ thầu|Nhà\ đầu\ tư|Tư\ vấn|Đơn\ vị|Liên\ danh|Cơ\ quan|Doanh\ nghiệp)(?=[\s,])""",
    re.VERBOSE,
)
_COMMON = re.compile(
    r"(?:huyện|tỉnh|thành phố|thị xã|thị trấn|xã|phường|quận|đặc khu|địa phương|đơn vị|ngành|nhà trường|công ty|"
    r"doanh nghiệp|sở|cơ quan|chủ đầu tư|nhà thầu|người đứng đầu|thủ trưởng|hộ gia đình|thôn|bản|tổ dân phố|"
    r"tư vấn|chủ (?:rừng|hồ|đập|mỏ|dự án))(?!\w)"
    r"(?:\s+(?:này|chủ quản|liên quan|có liên quan|trực thuộc|thi công|tư vấn|chức năng|giám sát|thiết kế|vận hành))?",
    re.IGNORECASE,
)
_SECTOR = re.compile(
    r"ngành\s+(?:y tế|giáo dục(?: và đào tạo)?|công an|quân sự|nông nghiệp(?: và môi trường)?|công thương|du lịch|"
    r"thuế|hải quan|"
    r"ngân hàng|điện(?: lực)?|văn hóa|xây dựng|giao thông(?: vận tải)?|tài chính|nội vụ|tư pháp|kiểm lâm|"
    r"bảo hiểm xã hội|"
    r"lao động(?: - thương binh và xã hội)?|tuyên giáo|thanh tra|kiểm sát|tòa án|thủy sản|lâm nghiệp|chức năng)(?!\w)",
    re.IGNORECASE,
)
_SECTOR_TOLD = re.compile(
    r"\s+(?:tiếp tục|tập trung|chủ động|khẩn trương|phối hợp|tăng cường|cần|phải|tổ chức|rà soát|đẩy mạnh|đẩy nhanh|"
    r"chuẩn bị|thực hiện|triển khai|tham mưu|kiểm tra|bảo đảm|có trách nhiệm|nghiêm túc)(?!\w)(?!\s+(?:được|đạt|"
    r"giữ|duy trì))"
)
_COMRADE = re.compile(r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)
_LISTED = re.compile(
    r"các\s+(?:ngành|sở|đơn vị|phòng|ban|địa phương|huyện|xã|phường|cơ quan|"
    r"lực lượng)\s*:\s+",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:từng|mỗi)\s", re.IGNORECASE)
_WORD = re.compile(r"\s+(?=[^\W\d_])")
_DUTY_WORDS = re.compile(
    r"\s+(?=(?:cần|phải|có trách nhiệm|chịu trách nhiệm|khẩn trương|nghiêm túc|không được|tuyệt đối không)(?!\w))"
)
_STOP = re.compile(r"[.;:(]")
_TOLD = re.compile(
    r"(?:đã|được|đang|là|luôn|chưa|còn|cũng|về|của|yêu cầu|đề nghị|giao|lưu ý|thống nhất|nhất trí|cơ bản|đồng ý|"
    r"quyết định|thông báo|ghi nhận|có|do|tại|theo|trình|báo cáo|nhấn mạnh|và|với)(?!\w)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?<!\w)(?:kết luận|như sau|sau đây|yêu cầu|chỉ đạo|đề nghị|giao|ý kiến|phát biểu|thống nhất|nhấn mạnh|"
    r"báo cáo|ban hành|đã|thông báo|cho biết|là)(?!\w)",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\s+(?:được|đã|đạt|tăng|giảm)(?!\w)")
_LISTED_ON = re.compile(r",\s+(?:và\s+)?|\s+và\s+")
# The words that COMMON, SECTOR, LISTED, GROUP and INSTITUTION can begin with.
_OPENS = first_letters(
    "huyện tỉnh thành thị xã phường quận đặc địa đơn ngành nhà công doanh sở cơ chủ người thủ hộ thôn bản tổ tư các "
    "mọi những toàn tất từng mỗi tổng tập ban trung chi cục đài báo hội liên đoàn hiệp trường bệnh viện quỹ ngân hạt "
    "trạm phó bí lãnh chánh bộ đội phòng hợp htx điện bưu xí kho thuế cán bảo thanh văn đảng giám trưởng quân"
)
_REACH = 90
_HEAD_WORDS = 12


def named_partner(content: str, start: int, end: int) -> Row | None:
    """The partner behind "phối hợp với" that no list of agencies knows: "các trường học", "huyện"."""
    at = skip_marks(content, start, end)
    common = _COMMON.match(content, at, end)
    if common is not None and (
        not content[common.end() : min(end, common.end() + 40)].lstrip(" *_")[:1].isalnum()
        or phrase_at(content, common.end(), end, "actions", "modals") is not None
    ):
        return _row(content, at, common.end())
    opening = _GROUP.match(content, at, end) or _INSTITUTION.match(content, at, end)
    if opening is None:
        return None
    stop = _STOP.search(content, opening.end(), min(end, at + _REACH))
    limit = stop.start() if stop else min(end, at + _REACH)
    for gap in _WORD.finditer(content, opening.end(), limit):
        acts = phrase_at(content, gap.end(), end, "actions", "modals", "weak_actions") is not None
        if acts and content[gap.end()].islower():
            return _row(content, at, gap.start())
    return _row(content, at, limit) if stop or limit == end else None


def named_head(content: str, head: Span) -> Row | None:
    """An institution that makes up a whole heading: "Thanh tra Sở", "Đài Truyền thanh huyện"."""
    at = skip_marks(content, head.start, head.end)
    if content[at : at + 2].lower() not in _OPENS:
        return None
    opening = _INSTITUTION.match(content, at, head.end) or _SECTOR.match(content, at, head.end)
    words = content[at : head.end].split()
    if (
        opening is None
        or len(words) > _HEAD_WORDS
        or _STOP.search(content, at, head.end)
        or _SAYS.search(content, at, head.end)
    ):
        return None
    return _row(content, at, head.end)


def addressee(content: str, start: int, end: int) -> Row | None:
    """The body behind a verb of instruction, named by a common noun: "đề nghị huyện tập trung"."""
    at = skip_marks(content, start, end)
    noun = _COMMON.match(content, at, end)
    if noun is not None and phrase_at(content, noun.end(), end, "actions", "modals") is not None:
        return _row(content, at, noun.end())
    sector = _SECTOR.match(content, at, end)
    if sector is not None and phrase_at(content, sector.end(), end, "actions", "modals", "told_actions") is not None:
        return _row(content, at, sector.end())
    comrade = _COMRADE.match(content, at, end)
    at = comrade.end() if comrade is not None else at
    institution = _INSTITUTION.match(content, at, end)
    return unnamed_subject(content, at, end) if institution is not None else None


def unnamed_subject(content: str, start: int, end: int) -> Row | None:
    """Return the subject that begins at ``start`` as a row of one, where a duty or an action follows it."""
    if content[start : start + 2].lower() not in _OPENS:
        return None
    limit = min(end, start + _REACH)
    common = _COMMON.match(content, start, limit)
    if common is not None and _DUTY_WORDS.match(content, common.end(), end):
        return _row(content, start, common.end())
    if common is not None and content[start].isupper() and phrase_at(content, common.end(), end, "actions") is not None:
        return _row(content, start, common.end())
    sector = _SECTOR.match(content, start, limit)
    if sector is not None and content[start].isupper() and _SECTOR_TOLD.match(content, sector.end(), end):
        return _row(content, start, sector.end())
    if (
        common is not None
        and content[max(start - 2, 0) : start] in (", ", ": ")
        and content[common.end() - 1].islower()
    ):
        acted = phrase_at(content, common.end(), end, "actions", "told_actions")
        if acted is not None and not _RESULT.match(content, acted, end):
            return _row(content, start, common.end())
    listed = _LISTED.match(content, start, limit)
    if listed is not None:
        return _until_action(content, start, listed.end(), limit, end)
    group = _GROUP.match(content, start, limit)
    institution = None if group else _INSTITUTION.match(content, start, limit)
    opening = group or institution
    if opening is None:
        return None
    stop = _STOP.search(content, opening.end(), limit)
    limit = stop.start() if stop else limit
    if group is not None and (told := _told_at_once(content, start, group.end(), limit, end)) is not None:
        return told
    if group is not None and _EACH.match(content, start, limit) is None:
        duty = _DUTY_WORDS.search(content, group.end(), limit)
        return _row(content, start, duty.start()) if duty else None
    return _until_action(content, start, opening.end(), limit, end)


def _told_at_once(content: str, start: int, named: int, limit: int, end: int) -> Row | None:
    """A group that opens the sentence and is followed by what it is to do: "Các nhà thầu tăng ca"."""
    gap = _WORD.match(content, named, limit)
    if gap is None or not content[gap.end()].islower():
        return None
    each = _EACH.match(content, start, limit) is not None
    opens = each or content[start].isupper() or content[max(start - 2, 0) : start] == ": "
    if not opens and not content.startswith("các chi, đảng bộ", start):
        return None
    told = phrase_at(content, gap.end(), end, "actions", *(("told_actions",) if each else ()))
    return _row(content, start, named) if told is not None and not _RESULT.match(content, told, end) else None


def _until_action(content: str, start: int, named: int, limit: int, end: int) -> Row | None:
    """The words from ``start`` up to the first action behind ``named``."""
    for gap in _WORD.finditer(content, named, limit):
        if content.startswith(("nào ", "giao ", "yêu cầu ", "đề nghị ", "thống nhất ", "đã "), gap.end()):
            return None
        if gap.start() == named:
            continue
        if _TOLD.match(content, gap.end(), end):
            return None
        if content[gap.end()].islower() and phrase_at(content, gap.end(), end, "actions", "modals") is not None:
            return _row(content, start, gap.start())
    return None


def _row(content: str, start: int, end: int) -> Row:
    whole = Span(start, start + len(content[start:end].rstrip(" ,*_")))
    cuts = [
        match
        for match in _LISTED_ON.finditer(content, whole.start, whole.end)
        if _INSTITUTION.match(content, match.end(), end)
    ]
    if _INSTITUTION.match(content, start, end) is None:
        cuts = []
    starts = [whole.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), whole.end]
    return Row(tuple(_mention(content, Span(one, last)) for one, last in zip(starts, ends, strict=True)), whole)


def _mention(content: str, span: Span) -> AgencyMention:
    name = content[span.start : span.end]
    return AgencyMention(span, name, name, "unnamed", False, "subject.unnamed")
