"""Where the main part of a clause can begin: behind connectives, and behind clauses of time, purpose and ground.

Example       "Đồng thời, để kịp tiến độ, rà soát ..." begins at "Đồng thời", "để" and "rà soát".
"""

import re
from bisect import bisect_right
from functools import lru_cache

from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span

_PREFIX = re.compile(
    r"""(?:để|nhằm|căn\ cứ|trên\ cơ\ sở|theo|qua|với|trong|từ|đối\ với|về|khi|trước|sau|ngay|đến|hiện|tại
    |cùng\ với|song\ song|do|vì
        |nếu|trường\ hợp|bên\ cạnh|ngoài|riêng|hàng|hằng|định\ kỳ|vào|nhân|bằng|thông\ qua|lấy|tùy|tuỳ|tùy\ theo
        |dưới|xuất\ phát|góp\ phần|quá\ trình
        |trước\ mắt|thời\ gian|mặc\ dù|tuy|đồng\ thời|hiện\ nay|hiện\ đã|chậm\ nhất|bắt\ đầu|kể\ từ|thực\ hiện
        |triển\ khai|trên\ tinh\ thần|cùng|khẩn\ trương)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_PREFIX_OPENS = first_letters(
    "để nhằm căn trên theo qua với trong từ đối về khi trước sau ngay đến hiện tại cùng song do vì nếu trường bên "
    "ngoài riêng hàng hằng định vào nhân bằng thông lấy tùy tuỳ dưới xuất góp thời mặc tuy đồng chậm bắt kể thực "
    "triển khẩn quá"
)
_COMMA = re.compile(r",(?:\s+(?:thì|và|đồng\ thời|cần))?\s+|:\s+|\s[–-]\s|;\s+")
# What befalls whom where something fails: "nếu chậm tiến độ thì Giám đốc Ban phải ...".
_FAILING = re.compile(
    r"(?:(?:(?:trong )?quá trình [^,;.]{2,60}?,? )?nếu|để (?:mất|xảy ra|chậm))\s[^,;.]{2,120}?\sthì\s+",
    re.IGNORECASE,
)
# What is done where trouble comes up: "Trong quá trình thực hiện có vướng mắc, phát sinh thì kịp thời phản ánh".
_TROUBLED = re.compile(
    r"(?:trong )?quá trình [^,;.]{2,80}?\s(?:có|gặp|phát sinh|nảy sinh|xuất hiện)\s[^;.]{2,120}?(?:\sthì|"
    r",(?= đề nghị| yêu cầu))\s+",
    re.IGNORECASE,
)
# What is done in a case of a kind: "Trường hợp hồ sơ vượt thẩm quyền thì báo cáo cấp có thẩm quyền".
_CASE = re.compile(
    r"(?:(?:đối với |trong )?(?:các |những )?(?:trường hợp|(?<=những )(?:công trình|dự án|hạng mục|chỉ tiêu|nội dung|"
    r"việc|vấn đề|khoản|"
    r"nhiệm vụ)|(?<=các )(?:công trình|dự án|hạng mục)(?! này)|"
    r"(?:dự án|công trình|hạng mục|gói thầu|hồ sơ|hộ|cơ sở|nội dung|phần việc|khoản|chỉ tiêu|nhiệm vụ) nào)|"
    r"(?:khi|nếu)(?=\s[^.;]{2,90},[^.;]{2,90}\sthì\s))"
    r",?\s[^.;:]{2,240}?\sthì\s+",
    re.IGNORECASE,
)
# What is done about a matter that hangs: "Việc hỗ trợ còn 87 nhà chưa xong thì tập trung đôn đốc".
_HANGS = re.compile(
    r"việc\s[^.;:]{3,200}?\s(?:chưa|còn|chậm|không)\s[^.;:]{1,80}?\sthì\s+(?=(?:tập trung|khẩn trương|phải|cần|"
    r"tiếp tục|chủ động|kiên quyết|đôn đốc|rà soát|sớm)\s)",
    re.IGNORECASE,
)
_CASE_SIGN = " thì "
_MANY_OPENS = first_letters("những các việc dự công hạng gói hồ hộ cơ nội phần khoản chỉ nhiệm")
# What the tasks of a time to come are: "Nhiệm vụ tháng 11 tập trung ...".
_TASKS_OF = re.compile(
    r"(?:nhiệm vụ|phương hướng)(?: trọng tâm| công tác)*(?: của| trong)? (?:tháng|quý|tuần|năm|thời gian|những tháng|"
    r"các tháng|"
    r"\d{1,2} tháng)(?: [^\s,;.:]+){1,6}? (?:là )?(?=(?:tập trung|tiếp tục|đẩy mạnh|tăng cường|chú trọng|rà soát|hoàn "
    r"thành|cần|phải) )",
    re.IGNORECASE,
)
_TASKS_OPENS = first_letters("nhiệm phương")
# How often or by what day, before who is told, without a comma: "Định kỳ ngày 20 hằng tháng UBND xã báo cáo ...".
_OFTEN = re.compile(
    r"(?:định kỳ,?\s+)?(?:(?:vào\s+|trước\s+|từ\s+)?ngày\s+\d{1,2}(?:\s+đến\s+(?:ngày\s+)?\d{1,2})?\s+)?"
    r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm|6 tháng)(?:\s+một lần)?\s+|"
    r"(?:định kỳ\s+)?(?:trước|chậm nhất(?: là)?)\s+(?:ngày|tháng|quý|tuần|năm)\s+[\dIV][\dIV/.-]*"
    r"(?:\s+(?:tháng|năm)\s+\d+)*(?:\s+(?:hằng|hàng)\s+(?:tháng|quý|năm))?\s+|"
    r"(?:ngay\s+)?trong\s+(?:đêm nay|hôm nay|ngày mai|(?:tuần|tháng|quý|năm) (?:này|tới|nay)|"
    r"thời gian tới|những ngày tới)\s+|"
    r"ngay từ (?:những ngày |những tháng |các tháng |tháng |quý )?đầu (?:năm|tháng|quý|vụ)(?: \d{4})?\s+|"
    r"thời gian tới\s+|từ nay đến (?:cuối năm|hết năm)\s+|"
    r"phấn đấu (?:đến|trong|trước)(?: hết| cuối)?(?: ngày| tháng| quý| năm)? ?[\dIV/.-]*\s"
    r"(?=(?:các |toàn ngành|100%|mỗi ))",
    re.IGNORECASE,
)
_WHO_OPENS = re.compile(
    r"(?:các|thủ trưởng|chủ tịch|giám đốc|lãnh đạo|người đứng đầu|cấp ủy|chính quyền|chủ đầu tư|đơn vị|huyện|xã|phường|"
    r"địa phương|ngành|toàn ngành) "
)
_REPORTED_TO = re.compile(r"(?:tổng hợp,? )?báo cáo\s[^,;.]{0,40}?(?:về|cho)\s(?=[A-ZĐ])")
_OFTEN_OPENS = first_letters("phấn định vào ngày trước hằng hàng mỗi chậm trong thời từ ngay")
_COURSE = ("Trong quá ", "trong quá ", "Quá trình ", "quá trình ")
# "Cuối tháng 3/2010: các sở hoàn thành ...": by when, before what is to be done.
_TIME_LABEL = re.compile(
    r"(?:(?:đầu|giữa|cuối|trước|trong|từ|đến|chậm nhất(?: là)?)\s+)*(?:ngày|tuần|tháng|quý|năm)\s[^:;.,\n]{1,40}:\s+",
    re.IGNORECASE,
)
_TIME_OPENS = first_letters("đầu giữa cuối trước trong từ đến chậm ngày tuần tháng quý năm")
_LABEL_REACH = 70
_BRACKET = re.compile(r"[()]")
_GROUND = re.compile(
    r"\W*(?:để|nhằm|căn cứ|trên cơ sở|thực hiện (?:nghị quyết|kết luận|chỉ thị|kế hoạch|công văn|quyết định|"
    r"chương trình|ý kiến)|theo đề nghị|xét đề nghị|sau khi|trước tình hình|tiếp theo)\b",
    re.IGNORECASE,
)
_LIMIT = 700


@lru_cache(maxsize=8)
def brackets(content: str, span: Span) -> tuple[Span, ...]:
    """The outermost pairs of parentheses inside ``span``."""
    if content.find("(", span.start, span.end) < 0:
        return ()
    found: list[Span] = []
    opened: list[int] = []
    for match in _BRACKET.finditer(content, span.start, span.end):
        if match.group() == "(":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append(Span(start, match.end()))
    if opened and len(opened) == 1 and not found:
        return ()
    return tuple(found)


def is_subordinate(content: str, clause: Span) -> bool:
    """Whether the clause only gives a ground or a purpose: "Để đạt mục tiêu, căn cứ Kế hoạch ...;"."""
    return _GROUND.match(content, clause.start, clause.end) is not None


def opens_with_time(content: str, clause: Span) -> bool:
    """Whether the clause opens with a time and a colon: "Tháng 7/2010: sơ kết ..."."""
    at = skip_marks(content, clause.start, clause.end)
    return content[at : at + 2].lower() in _TIME_OPENS and _time_label(content, at, clause.end) is not None


def _time_label(content: str, at: int, end: int) -> int | None:
    """The end of a time and its colon that stand at ``at``."""
    if content.find(":", at, at + _LABEL_REACH) < 0:
        return None
    label = _TIME_LABEL.match(content, at, end)
    return None if label is None else label.end()


def _often(content: str, at: int, end: int) -> int | None:
    """Where somebody is named right behind how often or by when: a capital or one of many."""
    match = _OFTEN.match(content, at, end)
    if match is None or not (
        content[match.end() : match.end() + 1].isupper()
        or _WHO_OPENS.match(content, match.end()) is not None
        or _REPORTED_TO.match(content, match.end(), end) is not None
    ):
        return None
    return match.end()


def _often_at(content: str, at: int, end: int) -> int | None:
    """Where somebody is named behind how often or by when, if that stands at ``at``."""
    return _often(content, at, end) if content[at : at + 2].lower() in _OFTEN_OPENS else None


def _then(content: str, at: int, end: int) -> int | None:
    """Where the words behind "thì" begin that say what is done in a case, or what befalls whom."""
    if content.find(_CASE_SIGN, at, end) < 0:
        return None
    case = _FAILING.match(content, at, end) or _CASE.match(content, at, end) or _HANGS.match(content, at, end)
    return None if case is None else skip_marks(content, case.end(), end)


@lru_cache(maxsize=8)
def heads(content: str, clause: Span) -> tuple[int, ...]:
    """The offsets at which a predicate or subject may open the clause, first to last."""
    at = skip_marks(content, clause.start, clause.end)
    found = [at]
    apart = False
    if content.startswith(_COURSE, at):
        troubled = _TROUBLED.match(content, at, clause.end)
        if troubled is not None:
            return (at, skip_marks(content, troubled.end(), clause.end))
    for _ in range(3):
        end = phrase_at(content, at, clause.end, "connectives")
        if end is None:
            break
        after = skip_marks(content, end, clause.end)
        if after == end and content[end : end + 1].isalnum():
            break
        apart = content[at:end].lower() == "riêng"
        at = after
        found.append(at)
    letters = content[at : at + 2].lower()
    often = _often_at(content, at, clause.end)
    if often is not None:
        return (*found, often)
    label = _time_label(content, at, clause.end) if letters in _TIME_OPENS else None
    if label is not None:
        return (*found, skip_marks(content, label, clause.end))
    if letters in _MANY_OPENS and (then := _then(content, at, clause.end)) is not None:
        return (*found, then)
    if letters in _TASKS_OPENS and (tasks := _TASKS_OF.match(content, at, clause.end)) is not None:
        return (*found, tasks.end())
    if not apart and (letters not in _PREFIX_OPENS or not _PREFIX.match(content, at, clause.end)):
        return tuple(found)
    if (then := _then(content, at, clause.end)) is not None:
        at = then
        found.append(at)
        if not _PREFIX.match(content, at, clause.end):
            return tuple(found)
    limit = min(clause.end, at + _LIMIT)
    inside = brackets(content, Span(at, limit))
    starts = [bracket.start for bracket in inside]
    for match in _COMMA.finditer(content, at, limit):
        index = bisect_right(starts, match.start()) - 1 if starts else -1
        if index >= 0 and match.start() < inside[index].end:
            continue
        found.append(skip_marks(content, match.end(), clause.end))
    if len(found) > 1 and (often := _often_at(content, found[-1], clause.end)) is not None:
        found.append(often)
    return tuple(found)
