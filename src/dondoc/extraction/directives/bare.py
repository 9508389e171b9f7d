"""A task without a subject, and sentences that only report.

Finds         Rà soát ... · Đồng thời, khẩn trương ... · Để ..., tập trung ... · Việc hỗ trợ phải bảo đảm ...
              Cần có sự tập trung ...
Leaves alone  Đã hoàn thành ... · Rà soát được 12 hộ · Công tác X được quan tâm · Nhờ đó, ...
              Về doanh thu: 412 tỷ đồng, tăng 12% so với tháng 3
"""

import re

from dondoc.extraction.directives.heads import heads
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.phrases import phrase_at
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_MODAL = re.compile(
    r"(?<!\w)(?:cần(?! thiết| nói)(?! Thơ)|"
    r"phải(?! sinh| nói| kể| mất| thừa nhận| nhìn nhận| đối mặt| gánh| nhận thấy)|không được|không để|"
    r"nghiêm cấm|tuyệt đối không|chịu trách nhiệm|có trách nhiệm)(?!\w)"
)
_NOT_PURPOSE = re.compile(
    r"(?:qua|tuy|mặc dù|hiện|do|vì|với|tại|nhờ|trong khi|bên cạnh(?! đó)|so)(?!\w)", re.IGNORECASE
)
_NARRATED = re.compile(
    r"(?:trong|từ|qua|đến|tại|vào|tháng|quý|dưới)\s(?:[^:]){0,300}?(?<!\w)đã\s"
    r"(?!nêu|được|có|ký|giao|đề ra|duyệt|xác định|ban hành|phê)",
    re.IGNORECASE,
)
_WHOEVER = re.compile(
    r"[^.;:]{0,60}?(?<!\w)nào\s[^.;:]{0,120}?(?<!\w)(?P<then>thì(?=\s)|sẽ(?=\s(?:bị\s)?(?:xem xét|xử lý|kiểm điểm|thu "
    r"hồi)\s)|(?:ưu tiên|kiên quyết|tiến hành|khẩn trương|kịp thời)(?=\s[a-zà-ỹđ]))",
    re.IGNORECASE,
)
_OPENING_MODAL = re.compile(r"(?:cần(?! thiết)(?! Thơ)|phải|không được|nghiêm cấm)(?!\w)", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"(?:mà|những|vấn đề|các (?:nội dung|điều kiện|việc|giải pháp)|giải pháp|việc|nội dung|phương án|chỉ|không|"
    r"chưa|điều kiện|hạn chế|số|khoản|số tiền|số vốn|số việc)\s*$",
    re.IGNORECASE,
)
_PAST_HEAD = re.compile(
    r"""(?:đã|qua\ đó|hiện\ nay|hiện(?=,\s)|(?:ngày|sáng|chiều|sáng\ ngày|chiều\ ngày)\ \d{1,2}
    (?!,?\ (?:hằng|hàng|mỗi|của\ (?:tháng|mỗi)|tháng\ (?:cuối|đầu))\b)|được|đang|vừa|nhờ
    |kết\ quả(?![^.;]{2,80}\s(?:phải|cần)\s)
    |đến\ nay|tính\ đến|lũy\ kế|luỹ\ kế|nhìn\ chung|(?:tháng|tuần|quý|thời\ gian)\ qua
    |trong\ tháng(?!\s+(?:tới|\d))|trong\ kỳ
    |trong\ quý(?!\s+[IV\d])|trong\ năm\ qua
        |mặc\ dù|dù|trước\ (?:đó|đây)|(?:tháng|năm|quý)[^,.;]{0,14}\ (?:ngoái|trước)|báo\ cáo\ (?:tại|với\ đoàn)
        |theo\ (?:báo\ cáo|số\ liệu|thống\ kê|phản\ ánh)|những\ năm\ qua
        |từ\ đầu\ (?:năm|nhiệm\ kỳ|tháng|quý|vụ)(?:\ \d+)?\ đến|trong\ (?:giai\ đoạn|thời\ kỳ|những\ năm)\ 19\d\d
        |cử\ tri|(?:cùng|cùng\ tham|tham)\ dự(?:[^,.;:]{0,90}?\s(?:có|gồm)(?!\w)|\s*:)|dự\ (?:họp|hội\ nghị|cuộc\ họp)
        |(?:thông\ báo|kế\ hoạch|quy\ định|chỉ\ thị|quy\ chế|phân\ cấp|đầu\ tư|quy\ hoạch|hướng\ dẫn)\ này
        |năm\ qua|vừa\ qua|ước|so\ với|tuy\ nhiên(?![^.;]{4,160},\s[^.;,]{2,60}\scần\s)|dự\ báo|nguyên\ nhân
        |về\ (?:những\ |một\ số\ |các\ )?nguyên\ nhân(?![^.;]{2,160}\s(?:phải|cần)\s)
        |hiện\ tại|qua\ rà\ soát|qua\ kiểm\ tra
        |qua\ theo\ dõi
        |(?:đây|đó)\ (?:cũng\ |chính\ |đều\ )?là(?![^.;]{0,160},\s[^.;]{0,120}\b(?:cần|phải)\b)
        |bên\ cạnh\ những\ kết\ quả(?![^.;]{4,120},\s[^.;,]{2,60}\scần\s)|thường\ vào|trên\ đây\ là)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_PAST_OPENS = first_letters(
    "đã qua hiện ngày sáng chiều được đang vừa mặc dù nhờ kết đến tính lũy luỹ nhìn tháng thời trong trước báo theo "
    "những tuần quý từ cử cùng tham dự thông kế quy chỉ phân đầu hướng năm ước so tuy nguyên đây đó bên về "
    "thường trên"
)
# Matched against small letters.
_RECKONED = re.compile(
    r"(?:[^.;:]{0,80}(?::|(?:nêu rõ|nhấn mạnh|cho rằng|khẳng định|cho biết)[,:]?(?: rằng)?)\s+)?"
    r"(?:muốn|để|như vậy|do vậy|theo đó|bình quân|mỗi|tính ra)(?!\w)[^.;]{0,160}?(?<!\w)"
    r"(?:bình quân|mỗi|còn lại|quý [ivx]{1,3}|\d{1,2} tháng (?:cuối năm|tới))(?!\w)[^.;,]{0,60}?(?<!\w)"
    r"phải (?:thu|tăng|đạt|giải ngân|huy động|bằng)\s",
)
# What something is, though it begins like a task: "Phát triển kinh tế biển là nhiệm vụ trọng tâm của tỉnh".
_MEANS = re.compile(
    r"\W*(?:(?!xác định|coi|lấy|xem|đặt|nhất|đặc biệt|trước|trọng|mục|chủ|nòng|ưu tiên|khẩn|tiếp tục|tập trung|"
    r"thực hiện)[^\s,;:.]+[,\s]+){2,16}?là (?:thước đo|nền tảng|động lực|điều kiện|yếu tố|"
    r"cơ sở|tiền đề|một trong (?:những|các)|"
    r"(?:một )?nhiệm vụ|(?:một )?yêu cầu|(?:một )?giải pháp|khâu|vấn đề|trách nhiệm|quyền|xu thế|chìa khóa|con đường|"
    r"đầu tư cho|biểu hiện|sự|việc làm|chủ trương|nội dung|mục tiêu)(?!\w)"
)
_SAID = re.compile(
    r"”[^”]{0,50}?(?:chia sẻ|nói|cho biết|bày tỏ|khẳng định|phấn khởi|tâm sự|kể|"
    r"nhận xét)\W*\Z",
    re.IGNORECASE,
)
_REPORTS_TO = re.compile(
    r"[\s*_,]*(?:tổng hợp,?\s+)?báo cáo,?\s+(?:đề xuất,?\s+|ngay (?:cho )?)?"
    r"(?=cụ thể |nguyên nhân|lý do|bằng văn bản |kết quả |"
    r"tiến độ |về |UBND|Ủy ban|Uỷ ban|"
    r"Chủ tịch|Thủ tướng|Chính phủ|Bộ|Ban|Thường trực|Tỉnh ủy|HĐND|Hội đồng|Sở|Huyện ủy|trước |Văn phòng|"
    r"(?:[^\s,;.()]+ ){1,8}(?:trước ngày|chậm nhất) )",
    re.IGNORECASE,
)
# How much was reached, told with what was planned or done: "cho 1.240 người, đạt 103% kế hoạch (1.200 người)".
_REACHED = re.compile(
    r"\d\s?[^\W\d][^,;.()]{0,30},? (?:đạt|bằng|vượt|tăng|giảm) \d[\d.,]*\s?% "
    r"(?:(?:so với )?(?:kế hoạch|KH|dự toán|chỉ tiêu) [^;.]{0,40}?\(\d|so (?:với )?cùng kỳ)"
    r"|\d [^\W\d][^;.]{0,80}, đã [^\W\d]+(?: [^\W\d]+){0,3} \d"
)
_AIMS = re.compile(
    r"(?<!\w)(?:phấn đấu|mục tiêu|yêu cầu|bảo đảm|đảm bảo|phải|cần|ít nhất|tối thiểu|trở lên|trước ngày|chậm nhất|"
    r"để|nhằm|hoàn thành (?:trước|trong)|xong)(?!\w)",
    re.IGNORECASE,
)
# A draft that is to be written: "Dự thảo văn bản để tỉnh trình Bộ A", not "Dự thảo Luật gồm 5 chương".
_DRAFTS = re.compile(
    r"(?:soạn thảo|dự thảo)\s+(?:các\s+|sẵn\s+)?(?:văn bản|công văn|tờ trình|báo cáo|quyết định|kế hoạch|nghị quyết|"
    r"hợp đồng|thư)\s(?!đã|được|gồm|có|này|đang|phải|cần|do)[^,;.]{0,90}?"
    r"(?<!\w)(?:để|trình|gửi|tham mưu|xin|lấy|báo cáo|đề nghị|trước)\s",
    re.IGNORECASE,
)
# "Chỉ tiếp nhận viên chức có ...", "Chỉ được triển khai khi ...".
_ONLY = re.compile(r"chỉ\s+(?:được\s+)?(?=[^\W\d])", re.IGNORECASE)
# Somebody did it, behind the words that say on what occasion: "Tiếp nhận thông tin, UBND quận đã kiểm tra".
_OCCASIONED = re.compile(
    r"[^,;.:]{4,160},\s(?:[A-ZĐ]|ông|bà|các|lực lượng|bộ [A-ZĐ]|sở [A-ZĐ]|công an|cơ quan|huyện|tỉnh|thành phố|"
    r"xã|phường|quận|công ty|đơn vị)[^,;.:]{2,90}\s(?:đã|"
    r"vừa|cho biết|khẳng định|cho rằng|cho hay|"
    r"nói)\s"
    r"(?!yêu cầu|giao|chỉ đạo|đề nghị)"
)
# Where an occasion opens a report outside of news too, and what presses on behind it: "Về việc này, tỉnh đã giao ...".
_TELLS_OF = first_letters("về thực theo qua sau thời trước tại căn")
_PRESSES = re.compile(
    r"(?<!\w)(?:khẩn trương|tập trung|tiếp tục|chủ động|sớm|yêu cầu|đề nghị|giao|lưu ý|nghiêm túc|tăng cường|"
    r"đẩy nhanh|nay)(?!\w)",
    re.IGNORECASE,
)
# News that opens with a day or month of a year tells what happened then: "Giữa tháng 3/2017, UBND tỉnh công bố ...".
_DATED = re.compile(r"(?:(?:vào|giữa|đầu|cuối|hồi)\s+)?(?:ngày|tháng|năm)\s+(?:\d{1,2}[/-]){0,2}(?:19|20)\d\d,\s")
_BEFELL = re.compile(r"\s(?:đã|bị)\s(?!yêu cầu|giao|chỉ đạo|đề nghị)")
_DATED_OPENS = first_letters("vào giữa đầu cuối hồi ngày tháng năm")
_NEGATED = re.compile(r"không\s+(?=[^\W\d])", re.IGNORECASE)
# Two things forbidden at once, whatever they are: "Không bẻ rào, không lấn lề".
_RESULTS = (
    r"(?!(?:có|còn|đạt|bị|đủ|chỉ|những|phát|ghi|xảy|hoàn|tăng|giảm|ai|thấy|khí|gian|ít|nhiều|gặp|thuộc|mưa|được|phải|"
    r"thể|cần|nên|biết|đáng|đồng|cao|lớn|gây)(?!\w))"
)
_FORBIDS = re.compile(
    rf"(?P<first>không\s+{_RESULTS}[a-zà-ỹđ]+)\s[^.;:,]{{2,80}},\s+không\s+{_RESULTS}[a-zà-ỹđ]+\s", re.IGNORECASE
)
# What praises or finds, tells nobody: "Đánh giá cao sự chủ động ...", "Chia sẻ với khó khăn ...".
_PRAISE = re.compile(
    r"\s+cao(?!\w)|\s+(?:chung\s+)?(?:là|rằng)(?!\w)|\s+với (?:những )?(?:khó khăn|mất mát|tổn thất)|"
    r"\s+(?:những|các) (?:kết quả|thành tích|nỗ lực|cố gắng|đóng góp)(?: (?:đã )?đạt được| của)",
    re.IGNORECASE,
)
# Nouns that begin like verbs: "Tổ chức, cá nhân có dự án ...", "cấp V".
_NOUN = re.compile(
    r"tổ chức(?:,| và| hoặc|/)\s*(?:cá nhân|đơn vị|cơ quan|hộ|doanh nghiệp|đoàn thể)|"
    r"tổ chức (?:đảng|chính trị|tín dụng|cơ sở đảng|công đoàn|kinh tế|phi chính phủ)(?!\w)(?! (?:viên|học))|"
    r"cấp (?:[IVX]{1,4}|\d|ủy|uỷ|trên|dưới|xã|huyện|tỉnh)(?!\w)|quản lý nhà nước:|"
    r"(?:chỉ đạo|yêu cầu|đề nghị|kết luận|quyết định|hướng dẫn|phân công|thống kê|báo cáo|kiểm tra|đánh giá|phân tích|"
    r"khảo sát|thông tin) (?:của (?:(?-i:[A-ZĐ])|các |cơ quan|lãnh đạo|ông|bà)|này|trên|đó)|"
    r"thông tin (?:về|từ|do) [^.;]{2,80} (?:là|đã|chưa)(?!\w)|"
    r"(?-i:Là) (?:hộ|người|đối tượng|những|các|tổ chức|cá nhân|đất|công trình|dự án)(?!\w)",
    re.IGNORECASE,
)
_FINDS = ("đánh giá", "chia sẻ")
_RESULT_AFTER = re.compile(r"\s+(?:được|đã|đạt(?!\s+(?:và|các|chỉ|kế|tiến|chuẩn|mục|yêu|hiệu))|ước|tăng \d|giảm \d)\b")
# What was got by it: "Thu hút đầu tư được 12 dự án".
_GAINED = re.compile(r"(?: (?!cần|phải|để|nhằm|bảo|đảm)[^\s,;:.()]+){1,8} được (?:hơn |gần |trên |khoảng )?\d")
# What was reached of what was planned: "Giải ngân vốn 1.102 tỷ đồng/6.897 tỷ đồng, đạt 16%".
_PAIRED = re.compile(
    r"(?: [^\s\d,;:.()]+){0,9} \d[\d.,]*(?: [^\W\d]+){0,3}\s?/\s?\d[\d.,]*(?: [^\W\d]+){0,3},? (?:đạt|bằng|tỷ lệ|"
    r"chiếm) "
    r"(?:tỷ lệ )?\d"
)
_PAIR_REACH = 120
# What was not decided yet on a matter: "Mức thu phí tham quan: chưa thông qua tại phiên họp này".
_UNDECIDED = re.compile(
    r"[^.;:]{3,160}: (?:tạm thời )?(?:chưa|không) (?:thông qua|thống nhất|đồng ý|trình|xem xét|quyết định)(?!\w)"
)
# How far a figure told before moved: "Về doanh thu: 412 tỷ đồng, tăng 12% so với tháng 3".
_CHANGED = re.compile(
    r"\s+\d[^,;.]*(?:[.,]\d[^,;.]*)?\bso (?:với )?(?:cùng kỳ|cùng thời điểm|tháng|quý|năm|6 tháng|đầu năm)"
)
_REACH = 220
# What some of those present hold.
_OPINION = re.compile(
    r"(?:nhiều|một số|có|các) ý kiến(?: [^,.;]{0,30})? (?:cho rằng|đề nghị|đề xuất|băn khoăn)(?!\w)", re.IGNORECASE
)
# What is said in somebody's name tells nobody: "Thay mặt lãnh đạo tỉnh, gửi lời thăm hỏi ...".
_CEREMONY = re.compile(
    r"(?:thay mặt|nhân dịp)\s[^.;]{3,200}?(?<!\w)(?:gửi lời|bày tỏ|chia buồn|cảm ơn|cám ơn|ghi nhận|biểu dương|"
    r"chúc mừng|chúc|"
    r"nhiệt liệt|hoan nghênh|đánh giá cao|tri ân)(?!\w)",
    re.IGNORECASE,
)
_OPINION_REACH = 16


def reported(page: Page, clause: Span) -> bool:
    """Whether the clause opens as a report of what was done or is."""
    content, low = page.content, page.low
    start, end = clause
    if content.startswith(("“", '"'), start) and _SAID.search(content, max(start, end - 60), end):
        return True
    for place in heads(content, clause)[:2]:
        if low[place : place + 2] in _PAST_OPENS and _PAST_HEAD.match(content, place, end):
            return True
        if low.startswith(("thay", "nhân"), place) and _CEREMONY.match(content, place, end):
            return True
        if content.find(" ý kiến", place, place + _OPINION_REACH) >= 0 and _OPINION.match(content, place, end):
            return True
    if page.narrates and low[start : start + 2] in _DATED_OPENS and _DATED.match(low, start, end) is not None:
        return _MODAL.search(content, start, end) is None or _BEFELL.search(content, start, end) is not None
    if page.narrates and low.find("vừa qua,", start, end) >= 0 and _MODAL.search(content, start, end) is None:
        return True
    if content.find(": ", start, end) >= 0 and _UNDECIDED.match(content, start, end):
        return True
    occasioned = (
        _OCCASIONED.match(content, start, end) if page.narrates or low[start : start + 2] in _TELLS_OF else None
    )
    if occasioned is not None and _MODAL.search(content, start, end) is None:
        pressed = None if page.narrates else _PRESSES.search(content, occasioned.end(), end)
        if pressed is None:
            return True
    if low.find(" là ", start, end) >= 0 and _MEANS.match(low, start, end) and not _MODAL.search(content, start, end):
        return True
    if _REACHED.search(content, start, end) is not None and _AIMS.search(content, start, end) is None:
        return True
    return low.find("phải ", start, end) >= 0 and _RECKONED.match(low, start, end) is not None


def reports_to(content: str, start: int, end: int) -> int | None:
    """The end of "báo cáo" where somebody is to report: to a body named, or on a result, by a day."""
    match = _REPORTS_TO.match(content, start, end)
    return None if match is None else match.end()


def _drafted(content: str, start: int, end: int) -> int | None:
    """The end of "dự thảo" where a draft is to be written."""
    return start + len("dự thảo") if _DRAFTS.match(content, start, end) is not None else None


def bare_action(content: str, clause: Span, *, weak: bool = False) -> Span | None:
    """The verb of instruction that opens the clause."""
    names = ("actions", "weak_actions") if weak else ("actions",)
    places = heads(content, clause)
    for index, place in enumerate(places):
        if index and _NOT_PURPOSE.match(content, places[0], clause.end):
            return None
        if index and any(_NARRATED.match(content, begins, place) for begins in places[: min(index, 2)]):
            return None
        if index and content[place : place + 1].isupper() and content[place - 2 : place] == ", ":
            continue
        if content[place : place + 1] in "TtCcQqLYyĐđKkHhPp" and _NOUN.match(content, place, clause.end):
            continue
        end = phrase_at(content, place, clause.end, *names)
        if end is not None and len(places) > index + 1 and content[place] in "Tt":
            joins = phrase_at(content, place, clause.end, "connectives")
            if joins is not None and joins > end:
                continue  # "Tiếp đó, ..." is no "tiếp"
        negated = _NEGATED.match(content, place, clause.end) if end is None else None
        if negated is None and end is None:
            negated = _ONLY.match(content, place, clause.end)
        if negated is not None:
            end = phrase_at(content, negated.end(), clause.end, "actions", "told_actions")
        if end is None and (forbids := _FORBIDS.match(content, place, clause.end)) is not None:
            end = forbids.end("first")
        if end is None:
            end = reports_to(content, place, clause.end)
        if end is None and content[place : place + 1] in "DdSs":
            end = _drafted(content, place, clause.end)
        if end is None:
            modal = _OPENING_MODAL.match(content, place, clause.end)
            if modal is not None:
                return Span(*modal.span())
            continue
        if content.startswith(" của ", end):
            continue  # "... cùng sự nỗ lực, phấn đấu của các ngành": a noun
        if _RESULT_AFTER.match(content, end, clause.end) or _GAINED.match(content, end, clause.end):
            return None
        if index and content[place:end] in ("tăng", "giảm") and _CHANGED.match(content, end, clause.end):
            return None
        if content.find("/", end, end + _PAIR_REACH) >= 0 and _PAIRED.match(content, end, clause.end):
            return None
        if content[place:end].lower() in _FINDS and _PRAISE.match(content, end, clause.end):
            return None
        return Span(place, end)
    return None


def handed_in(content: str, clause: Span) -> Span | None:
    """What is to be handed in, or by when the task before it: "Báo cáo gửi về Sở A trước ngày ...", "Thời hạn: ..."."""
    match = _HANDED_IN.match(content, clause.start, clause.end)
    return None if match is None else Span(*match.span())


_HANDED_IN = re.compile(
    r"[\s*_]*(?:(?:(?:công )?việc|nội dung|nhiệm vụ) này (?:cần |phải )?(?:hoàn thành|thực hiện xong|báo cáo|xong)\s|"
    r"(?:thời gian|thời hạn|tiến độ|hạn)\s+(?:thực hiện|hoàn thành|gửi|nộp|báo cáo|cuối)[^.;]{0,40}?"
    r"(?:\s(?:hoàn thành|xong|trước|chậm nhất|trong)(?!\w)|:)|"
    r"(?:báo cáo|hồ sơ|văn bản|kết quả|danh sách|ý kiến|số liệu|kế hoạch|đăng ký)(?:\s[^.;:]{0,60}?)?\s"
    r"(?:yêu cầu\s+|đề nghị\s+|được\s+|xin\s+)?(?:gửi|nộp|gởi|chuyển)(?:\s+về)?\s)",
    re.IGNORECASE,
)


# What was not named is done as an earlier paper says: "Các nội dung khác thực hiện theo Thông báo số 12/TB-UBND".
_AS_BEFORE = re.compile(
    r"\W*(?:các|những)\s+(?:nội dung|nhiệm vụ|công việc|vấn đề|chỉ tiêu|ý kiến)\s+(?:khác|còn lại)"
    r"(?:\s[^.;:,]{0,60}?)?,?\s+(?:vẫn\s+|tiếp tục\s+)?(?:thực hiện|triển khai|giữ nguyên|áp dụng)\s+(?=theo\s)",
    re.IGNORECASE,
)
_REST_OPENS = first_letters("các những")


# What was done for some time is assessed, whatever is still needed: "việc A thời gian qua đã được quan tâm, cần ...".
_WAS_DONE = re.compile(
    r"(?:thời gian qua|những năm qua|vừa qua|trước đây|nhiều năm qua)[^.;:]{0,60}?\sđã\s", re.IGNORECASE
)


def _acts_then(content: str, wherever: re.Match[str], end: int) -> bool:
    """Whether an action stands behind "thì", or is what ``wherever`` ends with: "Đoạn nào khô ưu tiên bơm"."""
    if wherever["then"].lower() not in ("thì", "sẽ"):
        return True
    denied = _NEGATED.match(content, wherever.end() + 1, end)
    at = denied.end() if denied else wherever.end()
    return phrase_at(content, at, end, "actions", "modals") is not None or reports_to(content, at, end) is not None


def duty(page: Page, clause: Span) -> Span | None:
    """A modal verb that rules the clause: "Việc hỗ trợ phải bảo đảm ..."."""
    content = page.content
    if page.low[clause.start : clause.start + 2] in _REST_OPENS:
        rest = _AS_BEFORE.match(content, clause.start, clause.end)
        if rest is not None:
            return Span(*rest.span())
    wherever = _WHOEVER.match(content, clause.start, clause.end)
    if wherever is not None and _acts_then(content, wherever, clause.end):
        return Span(*wherever.span("then"))
    for match in page.cues.matches("modal", _MODAL, content, clause.start, min(clause.end, clause.start + _REACH)):
        if _WAS_DONE.search(content, clause.start, match.start()) is not None:
            return None
        if not _SUBORDINATE.search(content, max(clause.start, match.start() - 24), match.start()):
            return Span(*match.span())
    return None
