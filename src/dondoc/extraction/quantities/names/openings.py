"""What a sentence begins with: its own title, its field of work, the names of the sentence before that it goes on with.

Finds         Thủy sản: ... (a title of its own)
              Lũy kế 9 tháng đạt ... · So với cùng kỳ, tăng 3 vụ · Đạt 99% kế hoạch: they go on with the sentence before
Leaves alone  a title with figures, or of more than twelve words
"""

import re

from dondoc.extraction.quantities.figures import Sentence
from dondoc.extraction.quantities.names.head_phrases import topic_name
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, NameState, is_counted, unit_noun
from dondoc.extraction.quantities.names.trimming import trim_name

_GOES_ON = re.compile(r"[\s*-]*(?:l[uũ]y kế|luỹ kế|tính chung|cộng dồn|ước cả năm|riêng tháng|trong tháng)\b")
_CONTINUES = re.compile(
    r"[\s*-]*(?:(?:nhưng|tuy nhiên|trong khi|song|và),? )?(?:l[uũ]y kế|luỹ kế|tính chung|cộng dồn|"
    r"so (?:với )?(?:cùng|tháng|tuần|năm|quý)|"
    r"(?:con số|tỷ lệ|tỉ lệ|số tiền|mức|số|kết quả) (?:này|trên|nói trên)|ước cả năm|cùng kỳ|nâng)\b"
)
_FOLLOWS = re.compile(
    r"[\s*+-]*(?:(?:đặc biệt|tuy nhiên|trong khi đó|riêng),? )?(?:vẫn |đã |chỉ )?(?:đạt|tăng|giảm|bằng|vượt|"
    r"chiếm)\s[^,;:]{0,24}?\d"
)
_COMPARES = re.compile(r"[\s*-]*so (?:với )?(?:cùng kỳ|tháng|tuần|qu[ýí]|năm|kỳ|thời gian)\b")
_AMONG = re.compile(r"[\s*-]*(?:trong đó|gồm|bao gồm|cụ thể)\b")
_FIELD = re.compile(
    r"[\s*+-]*(?:(?:về\s+)?(?:công tác|tình hình|hoạt động|việc)\s+(?:(?:giữ gìn|bảo đảm|đảm bảo|thực hiện|triển khai)"
    r"\s+)*|(?:dịch bệnh|dịch|bệnh)\s+|(?:về|đối với)\s+(?=[^,:;(.\d]{4,40},)|"
    r"(?:chi cục|cục|hạt|đội kiểm tra liên ngành|phòng|trạm)\s+)"
    r"(?P<field>[^,:;(.\d]{4,60}?)"
    r"(?=\s+(?:được|đã|luôn|tiếp tục|có|trong|tại|trên địa bàn|cho|theo|thành phố|huyện|tỉnh|thị xã|xã|phường|kiểm tra|"
    r"thụ lý|diễn biến|xảy ra|cơ bản|chưa|không|còn|vẫn|phát triển|phục hồi|ổn định|gặp|chuyển biến)\b|[,:(])",
    re.IGNORECASE,
)
_OWN_FIELD = re.compile(
    r"[\s*+\d.-]*(?:về )?(?P<field>(?:án|tội phạm|phạm pháp|tai nạn|cháy|tệ nạn|vi phạm|buôn lậu|ma túy)\b"
    r"[^,:;(.\d]{2,40}):",
    re.IGNORECASE,
)
# What is built, by its name, where a sentence tells of it: "dự án cao tốc A - B đoạn qua tỉnh dài 12 km".
_WORKS = re.compile(
    r"(?:\A|[,;:.] )[\s*+-]*(?:riêng )?(?:(?:[Dd]ự án|[Tt]iểu dự án|[Đđ]oạn) )?(?P<what>(?i:(?:đường (?:bộ )?)?cao tốc|"
    r"tuyến(?: đường)?|đường(?: sắt)?|cầu|quốc lộ|khu công nghiệp|cụm công nghiệp|khu tái định cư|hồ|kè|vành đai)"
    r"(?: [a-zà-ỹ]+){0,3}(?: (?:[A-ZĐ]\S*|\d[\w.]*))+(?:\s?[-–]\s?[A-ZĐ]\S*(?: [A-ZĐ]\S*)*)?)"
    r"(?= (?:đoạn|qua|dài|có|cần|đã|đi|thuộc|mới)\b)"
)
_WORKS_REACH = 160
# What the bare cases and victims of a field of work come from.
_EVENTS = {"an toàn giao thông": "tai nạn giao thông", "atgt": "tai nạn giao thông", "ttatgt": "tai nạn giao thông"}
_EVENTS |= {event: event for event in ("tai nạn giao thông", "tai nạn lao động")}
_EVENTS |= {"phòng cháy": "cháy", "pccc": "cháy", "an toàn lao động": "tai nạn lao động"}
_EVENT_FIELD = re.compile(rf"\b(?:{'|'.join(_EVENTS)})\b")  # matched against small letters
_UNDER = re.compile(r"\s+theo (?:quyết định|nghị quyết|nghị định|chỉ thị|đề án|kế hoạch) .*", re.IGNORECASE)
_FIGURE = re.compile(r"\d[.,]?\d*\s*\w")
_CARRIED = 8
_TITLE_REACH = 90
_TITLE_WORDS = 12


def opened(sentence: Sentence, topic: str, before: NameState | None, invested: bool) -> NameState:
    """The state in which the naming of ``sentence`` begins; ``before``: the names of the sentence before it."""
    title = topic_name(_own_title(sentence)) or topic_name(topic)
    anchored = sentence.anchor.indicator if sentence.anchor is not None else None
    state = NameState(title, anchored or _gone_on_with(sentence, before), _field(sentence), invested)
    state.works = _works(sentence)
    state.event = _event(sentence, topic) or (before.event if before is not None else "")
    if before is not None:
        state.before = before.first or before.before
        state.earlier = (before.named or before.earlier)[-1:]
        state.continued = is_continued(sentence)
        state.told = before.named[:_CARRIED] or before.told
        state.named = before.named[-_CARRIED:] if _COMPARES.match(sentence.low) else []
    return state


def is_continued(sentence: Sentence) -> bool:
    """Whether ``sentence`` goes on with the paragraph before: ``Lũy kế từ đầu năm đến nay ...``."""
    return _CONTINUES.match(sentence.low) is not None


def _gone_on_with(sentence: Sentence, before: NameState | None) -> str:
    """The name of the sentence before that the words ``sentence`` begins with speak of again."""
    if before is None:
        return ""
    if sentence.figures[0].role in FOLLOWERS and _FOLLOWS.match(sentence.low):
        return before.head
    first = sentence.figures[0]
    if is_counted(first.unit) and unit_noun(first.unit) not in {known for known, _ in before.named or before.told}:
        return ""
    return before.first if _COMPARES.match(sentence.low) or _GOES_ON.match(sentence.low) else ""


def first_name(sentence: Sentence, before: NameState | None) -> str:
    """The name that the sentence behind ``sentence`` may go on with: its first, or still that of the one before."""
    if before is not None and (_COMPARES.match(sentence.low) or _AMONG.match(sentence.low)):
        return before.first
    return next((one.indicator for one in sentence.figures if one.indicator and one.role != "part"), "")


def _field(sentence: Sentence) -> str:
    """``Công tác giữ gìn trật tự an toàn giao thông ... 108 trường hợp vi phạm``: the field of work of the sentence."""
    found = _FIELD.match(sentence.words)
    if found:
        return trim_name(found["field"])
    own = _OWN_FIELD.match(sentence.words)
    return trim_name(own["field"]) if own else ""


def _works(sentence: Sentence) -> str:
    """The road or the like whose building ``sentence`` tells of before its first figure."""
    first = sentence.figures[0].measure.span.start - sentence.span.start
    found = _WORKS.search(sentence.words, 0, min(first, _WORKS_REACH))
    return " ".join(found["what"].split()) if found is not None else ""


def _event(sentence: Sentence, topic: str) -> str:
    """What happens in the field of work that the words before the first figure name, or the title."""
    fields = _events_in(sentence.figures[0].low_before)
    if fields:
        return fields[-1]
    titled = {*_events_in(topic.lower())}
    return titled.pop() if len(titled) == 1 else ""


def _events_in(low: str) -> list[str]:
    """What happens in the fields of work that ``low``, words in small letters, names."""
    if not any(map(low.__contains__, _EVENTS)):
        return []
    return [_EVENTS[found.group()] for found in _EVENT_FIELD.finditer(low)]


def _own_title(sentence: Sentence) -> str:
    words = sentence.words[:_TITLE_REACH]
    title, colon, _ = words.partition(":")
    if not colon:
        return ""
    title = _UNDER.sub("", title)
    return title if 1 < len(title.split()) <= _TITLE_WORDS and not _FIGURE.search(title) else ""
