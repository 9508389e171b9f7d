"""What the words behind a change, a share or a rate say it is about.

Finds         giảm 39,9% về số vụ · 100% hộ dân sử dụng điện
              chiếm 75% tổng số xã (the figure that counts them)
Leaves alone  tăng 5% so với cùng kỳ: only what it is held against
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.name_state import (
    NameState,
    is_counted,
)
from dondoc.extraction.quantities.names.tails import tail_phrase, whole_tail
from dondoc.extraction.quantities.names.trimming import trim_name

REACHED = re.compile(r"\s*đạt\s+(?:trên|dưới|từ|gần|hơn)\s*")
_ABOUT = re.compile(
    r"[\s%]*(?:về\s+)?(?P<thing>(?:về\s+)?số\s+[^,;.()]+?|người\s+(?:chết|bị thương)|vụ)(?=\s+(?:so|và|nhưng|song)\b|"
    r"[,;.()]|\s*\Z)"
    r"|[\s%]*về\s+(?P<measure>(?:tổng )?(?:vốn|giá trị|sản lượng|khối lượng|lượng|trị giá|diện tích|kim ngạch|"
    r"doanh thu|"
    r"tiền|quy mô|kinh phí)(?: [^\s,;.()]+){0,5}?)(?=\s+(?:so|và|nhưng|song)\b|[,;.()]|\s*\Z)"
)
# "các dự án chỉ tăng thêm 12% khối lượng thi công": what grew stands behind the figure.
_GROWN = re.compile(
    r"\s+(?:khối lượng|sản lượng|diện tích|giá trị|số (?:vụ|ca|hộ)|lượng) (?!so\b|và\b|với\b|\d)[^\W\d_]"
)
_GROWN_WORDS = 4
TIMES = frozenset({"%", "lần", "điểm phần trăm", "điểm %"})
_WHO = re.compile(
    r"\A\s+(?!so\b|là\b|thuộc\b|toàn\b|cùng kỳ|kế hoạch|dự toán|và\b|tổng|trên\b|của\b|năm\b|vào\b|ước\b)[^\W\d_]"
)
_ALL_THINGS = re.compile(r"[\s%]*(?:trên )?tổng số (?P<noun>[^\W\d]+(?: [^\W\d]+)?)")
_WHO_WORDS = 16
_OPENED = re.compile(r"(?:,| và|;)\s*(?:(?:gần|hơn|trên|khoảng|đã có|có|đến nay)\s+)*\Z")
# "Phong trào ... đã có 70% ấp, khu phố đạt chuẩn": whom the rate counts, and what they do.
_PREDICATED = re.compile(
    r" (?:hộ|gia đình|ấp|thôn|khu|xã|phường|học sinh|trẻ|người|dân|cán bộ|cơ sở|đơn vị|trường|"
    r"doanh nghiệp|lao động|số)\b"
    r"[^;:.()\d]{0,60}?\b(?:đạt|được|có|tham gia|sử dụng|hoàn thành|vào|đăng ký) "
)
_ONLY_ASKS = frozenset({"", "yêu cầu", "đề nghị", "bảo đảm", "đảm bảo", "phấn đấu"})
_BESIDE = re.compile(r"\b(?:bằng|so với|gấp|tương đương|tương ứng)\s*\Z")
_CLAIMING = re.compile(r"\bchiếm(?:\s+(?:khoảng|gần|trên|hơn|tới))?\s*\Z")
_REACHING = re.compile(r"\b(?:đạt|bằng|tỷ lệ|tỉ lệ)(?:\s+(?:khoảng|gần|trên|hơn|tới|là))*\s*\Z")


def told_behind(figure: Figure, words: str, state: NameState) -> str:
    """The name that the words behind the figure give: "tăng 15% về số DN", "100% hộ dân sử dụng điện"."""
    about = _ABOUT.match(figure.after) if figure.unit in TIMES and figure.role in ("change", "rate") else None
    if about and (figure.role == "change" or "về" in about.group()):
        thing = (about["thing"] or about["measure"]).removeprefix("về ")
        subject = state.head or head_phrase(words) or state.topic
        return _told_of(thing, state) or f"{thing} {subject}".strip()
    if figure.role == "change" and figure.unit == "%" and _GROWN.match(figure.after):
        grown = tail_phrase(figure.after)
        if len(grown.split()) >= _GROWN_WORDS:
            return grown
    in_unit = _of_all(figure, state)
    if in_unit:
        return in_unit
    previous = figure.previous
    if previous is not None and is_counted(previous.unit) and REACHED.fullmatch(previous.after):
        return f"{previous.unit} đạt kế hoạch"
    who = _who(figure, words) if figure.role == "rate" else ""
    state.head = who if who and not figure.depth else state.head
    return who


def _told_of(thing: str, state: NameState) -> str:
    """``420 DN, vốn đăng ký 3.477 tỷ đồng, tăng 15% về số DN, 72% về số vốn đăng ký``: the figure of that noun."""
    noun = thing.removeprefix("số ").lower()
    if " " in noun:
        for _, name in state.named:
            if name.lower().startswith(noun):
                return name
    for unit, name in reversed(state.named):
        if noun in name.lower() and " " in name and (" " in noun or unit == noun):
            return name
    return ""


def _of_all(figure: Figure, state: NameState) -> str:
    """``200/264 xã và 1 huyện được công nhận (chiếm 75,75% tổng số xã)``: the figure of that noun."""
    told = _ALL_THINGS.match(figure.low_after) if figure.unit == "%" and figure.role == "rate" else None
    last = figure.previous
    if told is None or last is None or not is_counted(last.unit) or told["noun"].startswith((last.unit or "").lower()):
        return ""
    names = [name for known, name in state.named if known == told["noun"].partition(" ")[0] and " " in name]
    return names[-1] if names else ""


def _who(figure: Figure, words: str) -> str:
    """``100% hộ dân sử dụng điện``: whom the rate at the beginning of a clause counts."""
    if not _WHO.match(figure.after) or _BESIDE.search(figure.low_before) or not _begins(figure, words):
        return ""
    if figure.previous is not None and (_CLAIMING.search(figure.low_before) or _REACHING.search(figure.low_before)):
        return ""
    who = whole_tail(figure.after, limit=_WHO_WORDS)
    return who.rstrip(" ,") if len(who.split()) > 1 else ""


def _begins(figure: Figure, words: str) -> bool:
    """Whether a clause begins at the figure ("..., 100% hộ dân ...")."""
    if _OPENED.search(figure.low_before) is not None or trim_name(words).lower() in _ONLY_ASKS:
        return True
    if not figure.low_before.endswith(" có "):
        return False
    return not trim_name(words.rpartition(", ")[2]) or _PREDICATED.match(figure.low_after) is not None
