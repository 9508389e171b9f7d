"""The names of changes, shares and rates, which follow the figure they are about.

Finds         Tổng thu ngân sách ước 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách) · giảm 39,9% về số vụ
              12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết) · 100% hộ dân sử dụng điện
Leaves alone  nothing named anywhere before: the title of the item, or none
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.funds import made_clear
from dondoc.extraction.quantities.names.head_phrases import head_phrase, own_words
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, MONEY, NOT_NAMES, NameState, explains, is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase, whole_tail
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import is_vague

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
_TIMES = frozenset({"%", "lần", "điểm phần trăm"})
_WHO = re.compile(r"\A\s+(?!so\b|là\b|thuộc\b|toàn\b|cùng kỳ|kế hoạch|dự toán|và\b|tổng|trên\b|của\b)[^\W\d_]")
_COMPARED = re.compile(
    r"so với (?:cùng kỳ|tuần trước|tháng trước|năm trước|quý trước)(?: năm (?:trước|20\d\d))?|"
    r"so cùng kỳ|so tháng trước",
    re.IGNORECASE,
)
_CASES = re.compile(r"\A(?:số vụ |số |vụ )", re.IGNORECASE)
_GOES_ON = re.compile(
    r",? (?:và )?(?:tăng|giảm|vượt)(?: (?:gần|hơn|khoảng|trên|thêm|tới|đến|mạnh|nhẹ|cao|nhanh|gấp))*\s*\Z"
)
# "đạt 58% so với chỉ tiêu tỉnh giao và đạt 53%": the words say only what the figure before is held against.
_HELD_AGAINST = re.compile(
    r"[\s%)]*(?:so (?:với )?|của )?[^,;.()\d]{0,50}\b(?:giao|dự toán|kế hoạch|chỉ tiêu|cùng kỳ|"
    r"trước)(?: năm)?(?:,|,? và|,? nhưng|,? song)?"
    r" (?:(?:mới|chỉ|vẫn|lại|cũng) )*(?:đạt|bằng|tăng|giảm|vượt)(?: khoảng| gần| hơn| trên)?\s*"
)
_IN_UNIT = re.compile(
    r"[\s%]*về (?P<unit>[^\W\d]{2,8}(?:[.-][^\W\d]{1,4})?)(?=\s+(?:so|và|nhưng|song)\b|[,;.()]|\s*\Z)"
)
_THIS = re.compile(r"(?:tỷ lệ|tỉ lệ|con số|chỉ số|mức|số) này\b")
_PLACE = re.compile(
    r"(?:huyện|xã|phường|thị xã|thành phố|TP\.?|thị trấn|quận|tỉnh|Huyện|Xã|Phường|Thị xã|Thành phố|Quận|"
    r"Tỉnh) (?:[A-ZĐ]|\w+ [A-ZĐ])"
)
_PLACE_WORDS = 5
_ONLY_GROWTH = re.compile(r"(?:mức |tốc độ )?tăng trưởng|tốc độ tăng|mức tăng|vượt .*|chỉ tiêu .*|kế hoạch .*")
_AVERAGE_OF = re.compile(r"(?:mức )?bình quân (?:chung )?(?:của )?(?:cả nước|toàn quốc|chung)|(?:cả nước|toàn quốc)\Z")
_SIBLING_WORDS = 4
_KINDS = frozenset({"đường", "khu", "ngành", "nhóm", "loại", "khối", "vùng", "cấp", "bậc", "tuyến"})
# "tăng 0,5% so với tháng trước nhưng giảm 5,5%": only what the figure before is held against.
_ONLY_COMPARED = re.compile(
    r"[\s%)]*so (?:với )?(?:cùng kỳ|(?:tháng|quý|tuần|năm|kỳ|vụ) trước)(?: năm (?:trước|ngoái))?,?\s+"
    r"(?:nhưng|song|tuy nhiên|mà|và)(?: vẫn| lại)* (?:tăng|giảm)(?: \w+)?\s*"
)
_WHO_WORDS = 16
_OPENED = re.compile(r"(?:,| và|;)\s*(?:(?:gần|hơn|trên|khoảng|đã có|có|đến nay)\s+)*\Z")
_BESIDE = re.compile(r"\b(?:bằng|so với|gấp)\s*\Z")
_CLAIMS = re.compile(r"đóng góp|tỷ trọng|tỉ trọng|chiếm tỷ trọng")
_CLAIMING = re.compile(r"\bchiếm(?:\s+(?:khoảng|gần|trên|hơn|tới))?\s*\Z")
_REACHING = re.compile(r"\b(?:đạt|bằng|tỷ lệ|tỉ lệ)(?:\s+(?:khoảng|gần|trên|hơn|tới|là))*\s*\Z")
_WITHOUT = ("loại trừ", "nếu loại trừ", "không tính", "trừ ")


def follower_name(figure: Figure, words: str, state: NameState) -> str:
    """The name of a change, a share or a rate."""
    known = _told_behind(figure, words, state) or _as_before(figure, words, state)
    if known:
        return known
    if state.head and (figure.role == "rate" or "đóng góp" in words):
        claimed = trim_name(plain(words).rpartition(", ")[2]).lower()
        if _CLAIMS.fullmatch(claimed):
            return f"{state.head} {claimed}"
    silent = figure.previous is not None and (_adds_nothing(figure.before) or _only_compares(figure.low_before))
    head = _like_sibling("" if silent else head_phrase(words), figure)
    if state.head and head:
        known = _of_state(head, state.head)
        if known:
            return known
    if head and not NOT_NAMES.match(head) and (len(head.split()) > 1 or not state.head or head.isupper()):
        state.head = made_clear(head, state) if is_vague(head) else head
        return state.head
    return state.head or head or state.topic or _changed_noun(figure)


def _told_behind(figure: Figure, words: str, state: NameState) -> str:
    """The name that the words behind the figure give: "tăng 15% về số DN", "100% hộ dân sử dụng điện"."""
    about = _ABOUT.match(figure.after) if figure.unit in _TIMES and figure.role in ("change", "rate") else None
    if about and (figure.role == "change" or "về" in about.group()):
        thing = (about["thing"] or about["measure"]).removeprefix("về ")
        subject = _CASES.sub("", state.head or head_phrase(words) or state.topic)
        return _told_of(thing, state) or f"{thing} {subject}".strip()
    if figure.role == "change" and figure.unit == "%" and _GROWN.match(figure.after):
        grown = tail_phrase(figure.after)
        if len(grown.split()) >= _GROWN_WORDS:
            return grown
    in_unit = _named_in_unit(figure, state)
    if in_unit:
        return in_unit
    previous = figure.previous
    if previous is not None and is_counted(previous.unit) and REACHED.fullmatch(previous.after):
        return f"{previous.unit} đạt kế hoạch"
    return _who(figure, words) if figure.role == "rate" else ""


def _as_before(figure: Figure, words: str, state: NameState) -> str:
    """The name of the figure before, where the words tell of that one."""
    counterpart = _counterpart(figure, state) if figure.role == "change" else ""
    if counterpart:
        return counterpart
    previous, unit = figure.previous, figure.unit or ""
    if figure.opens and explains(figure) and previous is not None and previous.role not in FOLLOWERS:
        top = previous.over
        named = top if top is not None and top.role == "part" and figure.role != "change" else previous
        return named.indicator or state.head or head_phrase(words) or state.topic
    if figure.opens and explains(figure) and previous is not None and is_counted(previous.unit) and previous.indicator:
        return previous.indicator
    if figure.role == "rate" and "/" in unit and "/100" not in unit and is_counted(unit):
        return unit.partition("/")[0]
    if previous is not None and previous.indicator and _GOES_ON.match(figure.before):
        together = figure.depth > 0 and previous.depth == figure.depth and not figure.opens
        if previous.unit in MONEY or together:
            return previous.indicator
    return ""


def _of_state(head: str, known: str) -> str:
    """``known``, the name before, where ``head`` only speaks of it again: "tỷ lệ này", "bình quân cả nước", a place."""
    low = head.lower()
    if _THIS.search(low) or _ONLY_GROWTH.fullmatch(low) or low.startswith(_WITHOUT):
        return known
    if _AVERAGE_OF.match(low):
        return known if "cả nước" in known else f"{known} cả nước"
    if len(head.split()) <= _PLACE_WORDS and _PLACE.match(head) and not head.endswith(")"):
        return f"{_without_place(known)} ({head})"
    return ""


def _told_of(thing: str, state: NameState) -> str:
    """``420 DN, vốn đăng ký 3.477 tỷ đồng, tăng 15% về số DN, 72% về số vốn đăng ký``: the figure of that noun."""
    noun = thing.removeprefix("số ").lower()
    for unit, name in reversed(state.named):
        if noun in name.lower() and " " in name and (" " in noun or unit == noun):
            return name
    return ""


def _only_compares(before: str) -> bool:
    return _ONLY_COMPARED.fullmatch(before) is not None or _HELD_AGAINST.fullmatch(before) is not None


def _without_place(name: str) -> str:
    """``name`` without the place in brackets that the one before it was told of."""
    return name.rpartition(" (")[0] if name.endswith(")") else name


def _named_in_unit(figure: Figure, state: NameState) -> str:
    """``17.861 nghìn tấn, 1.307 triệu tấn.km, tăng 9% về tấn và tăng 11% về tấn.km``: the figure in that unit."""
    told = _IN_UNIT.match(figure.low_after) if figure.role == "change" and figure.unit == "%" else None
    if told is None:
        return ""
    return next((name for unit, name in reversed(state.named) if unit == told["unit"]), "")


def _like_sibling(head: str, figure: Figure) -> str:
    """``vận tải hàng hóa đường bộ tăng 15%, đường thủy tăng 14%``: the member of a list is named as the one before."""
    before = figure.previous.indicator if figure.previous is not None else None
    first, _, rest = head.partition(" ")
    if not before or not rest or first not in _KINDS or len(head.split()) > _SIBLING_WORDS or "," not in figure.before:
        return head
    common, found, _ = before.rpartition(f" {first} ")
    return f"{common} {head}" if found and len(common.split()) <= _SIBLING_WORDS else head


def _changed_noun(figure: Figure) -> str:
    """``Toàn tỉnh giảm 31 vụ cháy`` (vụ cháy): the noun itself where nothing else names the change."""
    if figure.role != "change" or not is_counted(figure.unit):
        return ""
    tail = tail_phrase(figure.after)
    return f"{figure.unit} {'' if NOT_NAMES.match(tail) else tail}".strip()


def _who(figure: Figure, words: str) -> str:
    """``100% hộ dân sử dụng điện``: whom the rate at the beginning of a clause counts."""
    if not _WHO.match(figure.after) or _BESIDE.search(figure.low_before) or not _begins(figure, words):
        return ""
    if figure.previous is not None and (_CLAIMING.search(figure.low_before) or _REACHING.search(figure.low_before)):
        return ""
    who = whole_tail(figure.after, limit=_WHO_WORDS)
    return who if len(who.split()) > 1 else ""


def _begins(figure: Figure, words: str) -> bool:
    """Whether a clause begins at the figure ("..., 100% hộ dân ...")."""
    return _OPENED.search(figure.low_before) is not None or not trim_name(words)


def _adds_nothing(before: str) -> bool:
    """Whether only a verb stands between the last comma and the figure: "... đạt chuẩn nông thôn mới, chiếm 38%"."""
    _, comma, last = before.rpartition(",")
    return bool(comma) and ";" not in before and ":" not in before and not trim_name(plain(last))


def _counterpart(figure: Figure, state: NameState) -> str:
    """``12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết)``: each change goes with the figure of its unit."""
    if not figure.unit or not is_counted(figure.unit):
        return ""
    unit = figure.unit.split()[0].lower()
    names = [name for known, name in state.named[-6:] if known == unit]
    tail = set(tail_phrase(figure.after).lower().split())
    if figure.depth == 0 and trim_name(_COMPARED.sub("", plain(own_words(figure)))):
        return next((name for name in names if tail and tail <= set(name.lower().split())), "")
    if len(names) < 2 or not tail:
        return names[-1] if names else ""
    return max(names, key=lambda name: len(tail & set(name.lower().split())))
