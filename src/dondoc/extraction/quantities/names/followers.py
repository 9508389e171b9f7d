"""The names of changes, shares and rates, which follow the figure they are about.

Finds         Tổng thu ngân sách ước 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách) · giảm 39,9% về số vụ
              12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết) · 100% hộ dân sử dụng điện
Leaves alone  nothing named anywhere before: the title of the item, or none
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.counted_verbs import by_accident
from dondoc.extraction.quantities.names.funds import made_clear
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.name_state import (
    FOLLOWERS,
    MONEY,
    NOT_NAMES,
    PERSONS,
    NameState,
    explains,
    is_counted,
)
from dondoc.extraction.quantities.names.own_words import own_words
from dondoc.extraction.quantities.names.said_again import of_state, rate_of_place
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
_WHO = re.compile(
    r"\A\s+(?!so\b|là\b|thuộc\b|toàn\b|cùng kỳ|kế hoạch|dự toán|và\b|tổng|trên\b|của\b|năm\b|vào\b|ước\b)[^\W\d_]"
)
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
_ALL_THINGS = re.compile(r"[\s%]*(?:trên )?tổng số (?P<noun>[^\W\d]+(?: [^\W\d]+)?)")
_SIBLING_WORDS = 4
_KINDS = frozenset({"đường", "khu", "ngành", "nhóm", "loại", "khối", "vùng", "cấp", "bậc", "tuyến"})
# "tăng 0,5% so với tháng trước nhưng giảm 5,5%": only what the figure before is held against.
_ONLY_COMPARED = re.compile(
    r"[\s%)]*so (?:với )?(?:cùng kỳ|(?:tháng|quý|tuần|năm|kỳ|vụ) trước)(?: năm (?:trước|ngoái))?,?\s+"
    r"(?:nhưng|song|tuy nhiên|mà|và)(?: vẫn| lại)* (?:tăng|giảm)(?: \w+)?\s*"
)
_CAME_ABOUT = re.compile(
    r"(?:so (?:với )?[^,;:]{4,30}? )?(?:(?:phát hiện|xảy ra|ghi nhận|tăng|giảm|nhiều|ít|cao|thấp|hơn)(?: |\Z))+",
    re.IGNORECASE,
)
_NAMED_REACH = 8
_DASHES = frozenset({"-", "–", "−", "~", "="})
_LISTED = re.compile(r"[;,] (?:và )?[^\W\d]{2,} (?:tăng|giảm) (?:gần |hơn |trên |nhẹ )?")
_NOT_LISTED = frozenset({"tức", "nhưng", "song", "riêng", "mà", "còn", "lại", "vẫn", "hoặc", "chung", "cũng", "nay"})
_HURT = re.compile(r"\b(?:chết|tử vong|bị thương)\b")
_WHO_WORDS = 16
_OPENED = re.compile(r"(?:,| và|;)\s*(?:(?:gần|hơn|trên|khoảng|đã có|có|đến nay)\s+)*\Z")
# "Phong trào ... đã có 70% ấp, khu phố đạt chuẩn": whom the rate counts, and what they do.
_PREDICATED = re.compile(
    r" (?:hộ|gia đình|ấp|thôn|khu|xã|phường|học sinh|trẻ|người|dân|cán bộ|cơ sở|đơn vị|trường|"
    r"doanh nghiệp|lao động|số)\b"
    r"[^;:.()\d]{0,60}?\b(?:đạt|được|có|tham gia|sử dụng|hoàn thành|vào|đăng ký) "
)
_ONLY_ASKS = frozenset({"", "yêu cầu", "đề nghị", "bảo đảm", "đảm bảo", "phấn đấu"})
_BESIDE = re.compile(r"\b(?:bằng|so với|gấp)\s*\Z")
_CLAIMS = re.compile(r"đóng góp|tỷ trọng|tỉ trọng|chiếm tỷ trọng")
_CLAIMING = re.compile(r"\bchiếm(?:\s+(?:khoảng|gần|trên|hơn|tới))?\s*\Z")
_REACHING = re.compile(r"\b(?:đạt|bằng|tỷ lệ|tỉ lệ)(?:\s+(?:khoảng|gần|trên|hơn|tới|là))*\s*\Z")


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
    listed = rate_of_place(figure)
    if listed:
        state.head = listed
        return listed
    head = _like_sibling("" if silent else head_phrase(words), figure)
    if state.head and head:
        known = of_state(head, state.head)
        if known:
            return known
    other = not head and figure.role == "change" and figure.depth == 0 and _is_other(figure, state)
    changed = _changed_noun(figure) if other else ""
    if " " in changed:
        return f"{changed}{by_accident(state) if figure.unit in PERSONS and _HURT.search(changed) else ''}"
    one = len(head.split()) > 1 or not state.head or head.isupper() or _is_listed(figure, head)
    if head and not NOT_NAMES.match(head) and one:
        state.head = made_clear(head, state) if is_vague(head) else head
        return state.head
    return state.head or head or state.topic or _changed_noun(figure) or _growth(figure)


def _is_other(figure: Figure, state: NameState) -> bool:
    """``giải quyết việc làm 500 lao động; giảm 263 hộ nghèo``: a noun that nothing before counted."""
    noun = (figure.unit or "").partition(" ")[0].lower()
    return noun not in state.head.lower().split() and all(known != noun for known, _ in state.named)


def _is_listed(figure: Figure, head: str) -> bool:
    """``Sản phẩm sợi tăng 7%; bia tăng 10,5%``: one word that is the next of a list of changes."""
    last = figure.previous
    listed = last is not None and last.role == figure.role == "change" and last.depth == figure.depth
    return listed and head not in _NOT_LISTED and _LISTED.fullmatch(figure.low_before) is not None and head.islower()


def _growth(figure: Figure) -> str:
    """``Trong 8,01% tăng trưởng, khu vực dịch vụ đóng góp 2%``: what grew is told of elsewhere."""
    return "tăng trưởng" if figure.low_after.startswith(" tăng trưởng") else ""


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
    in_unit = _named_in_unit(figure, state) or _of_all(figure, state)
    if in_unit:
        return in_unit
    previous = figure.previous
    if previous is not None and is_counted(previous.unit) and REACHED.fullmatch(previous.after):
        return f"{previous.unit} đạt kế hoạch"
    who = _who(figure, words) if figure.role == "rate" else ""
    state.head = who if who and not figure.depth else state.head
    return who


def _as_before(figure: Figure, words: str, state: NameState) -> str:
    """The name of the figure before, where the words tell of that one."""
    counterpart = _counterpart(figure, state) if figure.role == "change" else ""
    if counterpart:
        return counterpart
    previous, unit = figure.previous, figure.unit or ""
    if (
        previous is not None
        and unit == "%" != previous.unit
        and figure.before.strip() in _DASHES
        and figure.before[:1] == " "
    ):
        return previous.indicator or ""
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


def _only_compares(before: str) -> bool:
    return _ONLY_COMPARED.fullmatch(before) is not None or _HELD_AGAINST.fullmatch(before) is not None


def _named_in_unit(figure: Figure, state: NameState) -> str:
    """``17.861 nghìn tấn, 1.307 triệu tấn.km, tăng 9% về tấn và tăng 11% về tấn.km``: the figure in that unit."""
    told = _IN_UNIT.match(figure.low_after) if figure.role == "change" and figure.unit == "%" else None
    if told is None:
        return ""
    return next((name for unit, name in reversed(state.named) if unit == told["unit"]), "")


def _of_all(figure: Figure, state: NameState) -> str:
    """``200/264 xã và 1 huyện được công nhận (chiếm 75,75% tổng số xã)``: the figure of that noun."""
    told = _ALL_THINGS.match(figure.low_after) if figure.unit == "%" and figure.role == "rate" else None
    last = figure.previous
    if told is None or last is None or not is_counted(last.unit) or told["noun"].startswith((last.unit or "").lower()):
        return ""
    names = [name for known, name in state.named if known == told["noun"].partition(" ")[0] and " " in name]
    return names[-1] if names else ""


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
    return who.rstrip(" ,") if len(who.split()) > 1 else ""


def _begins(figure: Figure, words: str) -> bool:
    """Whether a clause begins at the figure ("..., 100% hộ dân ...")."""
    if _OPENED.search(figure.low_before) is not None or trim_name(words).lower() in _ONLY_ASKS:
        return True
    if not figure.low_before.endswith(" có "):
        return False
    return not trim_name(words.rpartition(", ")[2]) or _PREDICATED.match(figure.low_after) is not None


def _adds_nothing(before: str) -> bool:
    """Whether only a verb stands between the last comma and the figure: "... đạt chuẩn nông thôn mới, chiếm 38%"."""
    _, comma, last = before.rpartition(",")
    return bool(comma) and ";" not in before and ":" not in before and not trim_name(plain(last))


def _is_mute(words: str) -> bool:
    """Whether ``words`` before a change say only that it came about: "phát hiện nhiều", "xảy ra ít"."""
    return not words or _CAME_ABOUT.fullmatch(words) is not None


def _counterpart(figure: Figure, state: NameState) -> str:
    """``12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết)``: each change goes with the figure of its unit."""
    if not figure.unit or not is_counted(figure.unit):
        return ""
    unit = figure.unit.split()[0].lower()
    names = [name for known, name in state.named[-_NAMED_REACH:] if known == unit]
    tail = set(tail_phrase(figure.after).lower().split())
    opens = figure.previous is None and len(names) > 1
    if figure.depth == 0 and not _is_mute(trim_name(_COMPARED.sub("", plain(own_words(figure))))):
        return next((name for name in names if tail and tail <= set(name.lower().split())), "")
    if len(names) < 2 or not tail:
        return names[0 if opens else -1] if names else ""
    return max(names, key=lambda name: len(tail & set(name.lower().split())))
