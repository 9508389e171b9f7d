"""One body instructs another.

Finds         Chủ tịch UBND tỉnh giao Sở Tài chính ... · Yêu cầu các địa phương ... · ..., đề nghị Sở Y tế ...
              · Thủ tướng yêu cầu tiếp tục ... (nobody named)
              Sở Công Thương được giao chủ trì ... is a subject, not this
Leaves alone  theo yêu cầu của ... · nhiệm vụ được giao · giao thông · đã giao Sở X trong tháng (reported)
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dondoc.extraction.directives.addressees import joins
from dondoc.extraction.directives.heads import heads
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.ranks import asks_above
from dondoc.extraction.directives.told import opens_order, told_at
from dondoc.text import Span

_VERB = re.compile(
    r"""(?<!\w)(?:
        (?:trân\ trọng\ |kính\ )?đề\ nghị | yêu\ cầu | lưu\ ý | nhắc\ nhở | phân\ công | [uủ][yỷ]\ quyền
      | chỉ\ đạo | nhấn\ mạnh | kêu\ gọi | chỉ\ thị(?!\s+(?:số|\d)) | cho\ phép
      | (?:(?:thống\ nhất|đồng\ ý|nhất\ trí|quyết\ định|tiếp\ tục)\ )?giao
        (?!\ (?-i:thông|dịch|lưu|ban|tiếp|quân|thừa|mùa|nộp|hàng|hữu|nhận|đất|dự\ toán|kế\ hoạch|chỉ\ tiêu
      |vốn|biên|thương|diện))
    )(?!\w)(?:\s+(?:trách\ nhiệm\ cho|nhiệm\ vụ\ cho|trách\ nhiệm|nhiệm\ vụ|thêm|ngay|rõ|cụ\ thể|cho|tới|đến
    |đối\ với))*""",
    re.VERBOSE | re.IGNORECASE,
)
# A cue stands in every match of _VERB, at most so many characters behind its beginning.
_CUE_REACH = 16
_WORD = re.compile(r"(?<!\w)\w")
_ISSUER = re.compile(
    r"""(?:^|[\s,;:“"*(])(?:
        (?:Phó\ )?(?:[Cc]hủ\ tịch|[Bb]í\ thư|[Tt]hủ\ tướng|[Bb]ộ\ trưởng|Tổng\ Bí\ thư|Thứ\ trưởng|Trưởng\ ban
        |Giám\ đốc|Chánh\ Văn\ phòng)
      | (?:[Đđ]ồng\ chí|[Ôô]ng|[Bb]à)(?=\ ) | (?:Thường\ trực|Ban\ Thường\ vụ|Ban\ Chấp\ hành|Ban\ [Cc]hỉ\ đạo
      |Ban\ cán\ sự)
      | UBND|Ủy\ ban\ nhân\ dân|Uỷ\ ban\ nhân\ dân|HĐND|Hội\ đồng\ nhân\ dân|Chính\ phủ|Quốc\ hội|Tỉnh\ ủy
      |Tỉnh\ uỷ|Thành\ ủy|Thành\ uỷ
      | Huyện\ ủy|Thị\ ủy|Đảng\ ủy|Bộ|Hội\ nghị|hội\ nghị|Lãnh\ đạo|lãnh\ đạo|[Nn]gười\ đứng\ đầu|Phó\ Thủ\ tướng|Sở
      |Cục|Văn\ phòng|Tổng\ cục|[Cc]ông\ văn|[Vv]ăn\ bản|[Cc]hỉ\ thị|[Cc]ông\ điện|[Tt]hông\ báo|[Kk]ế\ hoạch
      |Nghị\ quyết
      |Thông\ tri|T\.Ư|Trung\ ương
    )(?:[^,;:.]|(?<=T[PXT])\.){0,90}(?:,\ (?:đã|vừa|cũng)\ [^,;:.]{0,30})?$""",
    re.VERBOSE,
)
# A place that speaks for its government, right before the verb: "huyện yêu cầu địa phương ...".
_PLACE_ISSUER = re.compile(
    r"(?:^|\s)(?:tỉnh|huyện|thành phố|TP|thị xã|xã|phường|quận)\s+(?:cũng\s+|tiếp tục\s+)?$", re.IGNORECASE
)
# The name of a place speaks for its government in news: "Hà Nội cũng giao Sở Y tế ...".
# What happened against an order, or what somebody sues for, tells nobody: "dù UBND tỉnh chỉ đạo các cơ quan ...".
_CONCEDES = re.compile(
    r"(?<!\w)(?:(?:dù|mặc dù|mặc cho|khi|sau khi|"
    r"(?<!làm )việc(?= (?:UBND|Chủ tịch|tỉnh|TP|thành phố|huyện|Thủ tướng|Bộ|Sở|Ủy ban)(?!\w))|vì(?! vậy| thế))"
    r"\s[^,;.]{0,70}|(?:khởi kiện|làm đơn|có đơn|gửi đơn)(?:\s[^,;.]{0,60})?)$",
    re.IGNORECASE,
)
_NAMED_ISSUER = re.compile(r"^\W*(?:[A-ZĐ][^\W\d_]*\s+){1,4}(?:cũng\s+|còn\s+|tiếp tục\s+)?$")
# Others than those in charge ask: an opinion, not an instruction.
_ASKERS = re.compile(
    r"(?:(?:nhiều|một số|có|các)\s+ý kiến(?:\s+đại biểu)?\s+(?:cho rằng|đề nghị|cũng|khác)|nhiều ý kiến|"
    r"có ý kiến cho rằng|"
    r"(?:các |nhiều |một số )đại biểu|cử tri|bức xúc|luật sư|người dân|hộ dân|bà con|"
    r"chuyên gia|bạn đọc|hiệp hội)(?!\w)[^.;:]{0,160}\Z",
    re.IGNORECASE,
)
# Who is narrated to direct somebody: one leader, or the office that leads.
_LEADER = re.compile(
    r"(?:(?:Phó )?(?:Thủ tướng|Chủ tịch(?! UBND các| Ủy ban nhân dân các)|Bí thư|Bộ trưởng|Thứ trưởng|Tổng Bí thư)|"
    r"đồng chí|Ban (?:Thường vụ|Chỉ đạo)|T\.Ư|(?<!\w)Thường trực(?! UBND các)|"
    r"(?<!\w)[Ôô]ng|(?<!\w)[Bb]à|[Ll]ãnh đạo(?! các)|UBND (?:tỉnh|huyện|thành phố|TP|quận|thị xã|phường|"
    r"xã))(?!\w)(?:[^,;:.]|(?<=T[PXT])\.){0,90}\Z",
    re.IGNORECASE,
)
_LEADER_NEXT = re.compile(
    r"(?:đồng chí (?:Phó )?(?:Chủ tịch|Bí thư)(?: UBND| HĐND| Ủy ban nhân dân)? (?:tỉnh|thành phố|huyện|thị xã|quận|"
    r"xã|phường)|(?:^\W*|,\s)(?:Phó )?Thủ tướng(?: Chính phủ)?) \Z",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?:(?:đã|có|vừa|từng|bàn|đấu|chuyển|phân|được|bị|việc|theo|nhiệm vụ|các|những|đúng|đáp ứng|tinh thần|ý kiến|"
    r"sự)|^\W*Đã)\s+$"
)
# How work was led, which tells nobody now: "UBND huyện đã tập trung chỉ đạo các xã ...".
_LED = re.compile(
    r"(?<!\w)(?:đã|luôn|thường xuyên)(?: (?:luôn|tập trung|kịp thời|chủ động|quyết liệt|thường xuyên|tích cực|trực "
    r"tiếp|khẩn trương|"
    r"tăng cường|quan tâm|chú trọng|đẩy mạnh|sâu sát|bám sát|nỗ lực|tiếp tục|nghiêm túc|triển khai|lãnh đạo,?|và))+ \Z"
)
_OWN_STAFF = re.compile(
    r"\s*(?:cụ thể |rõ |ngay )?(?:từng|mỗi|các|những|một|hai|\d+)?\s*(?:đồng chí )?"
    r"(?:đảng ủy viên|cấp ủy viên|ủy viên|cán bộ|công chức|thành viên|đảng viên|"
    r"lãnh đạo|người|lực lượng|tổ công tác|trực|nhiệm vụ)(?!\w)",
    re.IGNORECASE,
)
_PERSON_WINDOW = 110
_REPORTED_WINDOW = 30
# What a paper is about, or a kind of work: "Công điện về định hướng chỉ đạo, điều hành ...".
_NO_ORDER = re.compile(
    r"(?<!\w)(?:về|định hướng|công tác|vai trò|trách nhiệm|phương thức|năng lực|hoạt động)\s+\Z", re.IGNORECASE
)
# Who is told to direct others: "Sở A chỉ đạo Chi cục B thực hiện các nội dung sau".
ITSELF_TOLD = re.compile(
    r"^\W*(?:Giám đốc |Lãnh đạo |Thủ trưởng )?(?:Sở|Công an|Phòng|Chi cục|Cục|Ban Quản lý|Văn phòng|Đài|Báo|"
    r"Bộ Chỉ huy|Trung tâm"
    r"|(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch UBND|Chủ tịch Ủy ban nhân dân) các)(?!\w)[^;:.]{0,90}$"
)
# What a leader says to all; it tells those who must: "nhấn mạnh Sở A phải ...".
_SAYINGS = frozenset({"nhấn mạnh"})
_COMMANDED = re.compile(r"[\s*_]*(?:cần|phải|có trách nhiệm|không được|tuyệt đối không)(?!\w)", re.IGNORECASE)
_MODAL_AFTER = re.compile(r"[\s*_]*(?:cần|phải|tập trung|khẩn trương|triển khai|tiếp tục|nghiêm túc)\b", re.IGNORECASE)


def _verbs(page: Page, clause: Span) -> Iterator[re.Match[str]]:
    """The verbs of instruction inside ``clause``, tried at the words around the cues only."""
    position = clause.start
    for cue in page.cues.of("issued", clause.start, clause.end):
        for word in _WORD.finditer(page.content, max(position, cue - _CUE_REACH), cue + 1):
            match = _VERB.match(page.content, word.start(), clause.end)
            if match is not None:
                yield match
                position = match.end()
                break


@lru_cache(maxsize=32)
def find_issued(page: Page, clause: Span) -> tuple[Row | None, Span] | None:
    """Return the agencies told (None where the text names none) and the issuing verb."""
    content = page.content
    first_open: Span | None = None
    for match in _verbs(page, clause):
        before = content[max(clause.start, match.start() - _PERSON_WINDOW) : match.start()]
        told_of = _REPORTED.search(before, max(0, len(before) - _REPORTED_WINDOW)) is not None
        if match.group().lower().startswith("chỉ đạo") and _LED.search(before) is not None:
            continue
        if told_of and (not _narrated(page, before) or _SO_FAR.match(page.low, *clause)):
            continue
        row = told_at(page, match.end(), clause.end)
        verb = match.group().lower()
        if _gives(page, Span(match.end(), clause.end), before, verb, row):
            continue
        if verb.startswith("phân công") and _OWN_STAFF.match(content, match.end(), clause.end):
            if not before.strip(" *_“-+"):
                return None
            continue
        if row is not None and page.narrates and verb in _ASKING and asks_above(page, clause, before, row):
            return None
        if not _governs(page, clause, match.start(), before, verb, row):
            continue
        if verb.startswith("chỉ đạo") and _NO_ORDER.search(before) is not None:
            continue
        if verb.startswith("chỉ đạo") and not page.narrates and ITSELF_TOLD.match(before) is not None:
            continue
        if (
            verb.startswith("chỉ đạo")
            and not _commands(content, clause, row)
            and not _directs(page, before, row, clause)
        ):
            continue
        if verb in _SAYINGS and (row is None or not _COMMANDED.match(content, row.span.end, clause.end)):
            continue
        if row is not None:
            return row, Span(*match.span())
        if verb.startswith("lưu ý") and not (page.narrates and _LEADER.search(before) is not None):
            continue
        if first_open is None and opens_order(content, match.end(), clause.end):
            first_open = Span(*match.span())
    return None if first_open is None else (None, first_open)


def _gives(page: Page, after: Span, before: str, verb: str, row: Row | None) -> bool:
    """Whether a plan or a thing is given, or a body above asked: nobody is told to act."""
    if verb == "giao" and _GIVEN_PLAN.search(before) and (row is None or page.content[after.start] in ",:;.()"):
        return True
    if row is None and verb == "giao" and _GIVES_MUCH.match(page.content, after.start, after.end) is not None:
        return True
    if row is None:
        return page.narrates and verb == "đề nghị" and _SENT_UP.search(before) is not None
    return "giao" in verb and _GIVES.match(page.content, row.span.end, after.end) is not None


# "được Sở A giao ...": the body told is the subject; "kiến nghị UBND cho phép ...": somebody begs.
_PASSIVE = re.compile(r"(?<!\w)(?<![Nn]hận )(?:được|do(?! đó| vậy)|bị)\s+[^,;:.]{3,60}(?<!\svà)\s+\Z")
_BEGS_ABOVE = re.compile(
    r"(?<!\w)(?:kiến nghị|xin|đề xuất|đề nghị) (?:(?:Phó )?Thủ tướng|Chính phủ|tỉnh|UBND tỉnh|Quốc hội)[^,;.:]{0,40}\Z"
)
_BEGS = re.compile(r"(?<!\w)(?:kiến nghị|xin|đề xuất|đề nghị|báo cáo|trình)\s[^,;:.]{0,60}\Z", re.IGNORECASE)
# What a law laid down tells of it: "Luật Bảo vệ môi trường và Nghị định số 06 giao Bộ Tài chính ...".
_LAID_DOWN = re.compile(r"\W*(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp|Nghị định|Thông tư)(?!\w)[^;:.]*\Z")
# Who is advised to order it orders nobody yet: "tham mưu Thường trực HĐND đề nghị UBND tỉnh thống nhất".
_ADVISED = re.compile(
    r"(?<!\w)(?<!chương )(?<!công )(?<!quy )(?<!quá )(?:[Tt]ham mưu|[Tt]rình|[Bb]áo cáo)(?: cho| giúp| để)?\s"
    r"(?=UBND|HĐND|Ủy ban|Uỷ ban|Thường trực|Ban Thường vụ|Ban Chấp hành|Chủ tịch|Phó Chủ tịch|Tỉnh ủy|Thành ủy|"
    r"Huyện ủy|Đảng ủy|Bộ|Chính phủ|Thủ tướng|[Ll]ãnh đạo|Giám đốc|Hội đồng|cấp|tỉnh|huyện|thành phố)[^,;:.]{2,60}\Z"
)
# What is done and then asked by those told: "phải hướng dẫn, yêu cầu các đơn vị khắc phục".
_COORDINATE = re.compile(
    r"(?<!\w)(?:hướng dẫn|đôn đốc|kiểm tra|giám sát|vận động|tuyên truyền|theo dõi|phát hiện|thông báo|cảnh báo|"
    r"nhắc nhở), \Z"
)
# To whom a request of news went: "có công văn gửi Thủ tướng đề nghị thu hồi dự án".
_SENT_UP = re.compile(r"gửi (?:đến |tới |lên )?(?:Thủ tướng|Chính phủ|Quốc hội|Bộ|các bộ)(?!\w)[^;.]{0,80}\Z")
_ASKING = ("đề nghị", "kiến nghị", "yêu cầu")
_JOINABLE = ("yêu cầu", "đề nghị", "nhắc nhở")
# A matter that is given to somebody: "Nội dung này", "Việc thẩm định hồ sơ", "Phần kinh phí còn thiếu".
_MATTER_FIRST = re.compile(
    r"\W*(?:Các |Những |Riêng |Phần |Đối với )?(?:việc|nhiệm vụ|nội dung|vấn đề|phần việc|công việc|kinh phí|hồ sơ|"
    r"thủ tục|kiến nghị|"
    r"đề xuất|dự án|đề án|hạng mục|công trình|tuyến đường)(?: (?!(?:do|mà|được|đã|đang|của|theo)\s)[^\s,;:.]+,?){0,9} ",
    re.IGNORECASE,
)
# Whom an order concerns, named ahead of it: "Đối với Sở A, UBND tỉnh yêu cầu khẩn trương ...".
AHEAD = re.compile(r"[\W_]*(?:đối với|với|riêng|về phía)\s+", re.IGNORECASE)
# What somebody is given to have, not to do: "giao Công ty A 26,3 ha đất", "vốn giao cho các xã là 12 tỷ".
_GIVES = re.compile(
    r"(?:,\d+|\s+(?:hơn |gần |khoảng )?\d[\d.,]*)\s*(?:ha|m2|m²|km|tỷ|tỉ|triệu|lô|biên chế|suất)(?!\w)|"
    r"\s(?:(?:trong )?năm \d{4} )?(?:là|bằng|đạt)\s(?:hơn |gần |khoảng |trên )?\d"
)
# How much a plan sets: "Nghị quyết giao giảm 4,2%", "Trung ương giao 85%".
_GIVES_MUCH = re.compile(r"\s*(?:là |phải )?(?:tăng |giảm |đạt )?(?:từ |ít nhất |trên )?\d")
# Whose plan it is, not who is told: "đạt 57,9% kế hoạch Thủ tướng Chính phủ giao, ...", "dự toán tỉnh giao là ...".
_GIVEN_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|số vốn|tổng vốn|nguồn vốn|\d+ (?:nhiệm vụ|công việc|văn bản))"
    r"(?! và đầu tư)(?:\s+[^\s,;.:()]+){0,12}\s+\Z",
    re.IGNORECASE,
)
# What was ordered over months is told of, not told again: "Từ đầu năm đến nay, UBND tỉnh đã chỉ đạo xử lý 20 điểm".
_SO_FAR = re.compile(
    r"\W*(?:từ (?:đầu (?:năm|nhiệm kỳ|quý|tháng)|khi|năm)[^,;.]{0,40}?\s(?:đến nay|tới nay)|"
    r"(?:trong )?(?:thời gian|(?:những|các|nhiều) năm|\d{1,2} tháng|năm) qua|(?:trong )?\d{1,2} tháng đầu năm)(?!\w)"
)
_ALREADY = re.compile(r"(?:đã|vừa)(?:\s+có\s+(?:ý kiến|văn bản|công văn))?\s+$")


def _narrated(page: Page, before: str) -> bool:
    """Whether news narrates what a leader told: "Phó Thủ tướng A đã yêu cầu ..."."""
    return page.narrates and _ALREADY.search(before) is not None and _LEADER.search(before) is not None


def _directs(page: Page, before: str, row: Row | None, clause: Span) -> bool:
    """Whether a leader is told to direct ``row`` to do something; outside of news the leader stands right ahead."""
    if (_LEADER if page.narrates else _LEADER_NEXT).search(before) is None:
        return False
    return page.narrates if row is None else joins(page.content, row.span.end, clause.end)


def _governs(page: Page, clause: Span, at: int, before: str, verb: str, row: Row | None) -> bool:
    """Whether the verb is the predicate of the clause: it opens it, has an issuer before it, or follows a comma."""
    if verb in _JOINABLE and before.endswith(", ") and (verb == "nhắc nhở" or _COORDINATE.search(before) is not None):
        return False
    if at in heads(page.content, clause):
        return not verb.startswith(("chỉ đạo", "phân công", "cho phép", "kêu gọi")) or (
            row is not None and (verb.startswith("phân công") or _charges(page.content, row, clause.end))
        )
    if _PASSIVE.search(before) is not None or (verb.startswith("cho phép") and _BEGS.search(before) is not None):
        return False
    if page.narrates and (before.endswith(" là ") or (verb.startswith("chỉ đạo") and _BEGS_ABOVE.search(before))):
        return False
    if _CONCEDES.search(before) is not None or (page.narrates and verb.startswith("cho phép")):
        return False
    if _ADVISED.search(before) is not None or _LAID_DOWN.match(page.content, clause.start, at) is not None:
        return False
    if _ISSUER.search(before) is not None:
        return True
    if page.cues.any("askers", at - len(before), at) and _ASKERS.search(before) is not None:
        return False
    if page.narrates and _NAMED_ISSUER.search(before) is not None:
        return True
    if (row is not None or page.narrates) and _PLACE_ISSUER.search(before) is not None:
        return True
    joined = before.rstrip(" *_")
    if row is not None and _handed_on(page, clause, before, row):
        return True
    if verb.startswith(("phân công", "nhắc nhở", "cho phép", "kêu gọi")):
        return False
    return row is not None and joined.endswith((",", ";", ":", "và", "đồng thời", "theo đó", "trong đó", "–", "-"))


def _handed_on(page: Page, clause: Span, before: str, row: Row) -> bool:
    """Whether a matter stands first and is given to ``row``: "Việc này giao Sở A làm thủ tục"."""
    return _MATTER_FIRST.fullmatch(before) is not None and opens_order(page.content, row.span.end, clause.end)


def _charges(content: str, row: Row, end: int) -> bool:
    """Whether whoever is directed leads the task: "Chỉ đạo Sở A chủ trì, phối hợp với Sở B hoàn thành ..."."""
    return content.startswith(" chủ trì", row.span.end, end)


def _commands(content: str, clause: Span, row: Row | None) -> bool:
    if row is None:
        return False
    if _charges(content, row, clause.end):
        return True
    return content[max(clause.start, clause.end - 40) : clause.end].rstrip(" *_").endswith(":") or (
        _MODAL_AFTER.match(content, row.span.end, clause.end) is not None
        and content[row.span.end : min(clause.end, row.span.end + 40)].lstrip(" *_").lower().startswith(("cần", "phải"))
    )
