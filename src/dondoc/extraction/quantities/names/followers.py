"""The names of changes, shares and rates, which follow the figure they are about.

Finds         Tổng thu ngân sách ước 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách) · giảm 39,9% về số vụ
              12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết) · 100% hộ dân sử dụng điện
Leaves alone  nothing named anywhere before: the title of the item, or none
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.after_lists import name_of_whole
from dondoc.extraction.quantities.names.counted_rows import criteria
from dondoc.extraction.quantities.names.counted_verbs import by_accident
from dondoc.extraction.quantities.names.funds import made_clear
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import (
    FOLLOWERS,
    MONEY,
    NOT_NAMES,
    PERSONS,
    NameState,
    explains,
    is_counted,
    unit_noun,
)
from dondoc.extraction.quantities.names.own_words import own_words
from dondoc.extraction.quantities.names.said_again import MOST_IS, of_state, rate_of_place
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.told_behind import TIMES, told_behind
from dondoc.extraction.quantities.names.trimming import plain, trim_name, without_number
from dondoc.extraction.quantities.names.verbs import is_vague

_COMPARED = re.compile(
    r"so với (?:cùng kỳ|tuần trước|tháng trước|năm trước|quý trước)(?: năm (?:trước|20\d\d))?|"
    r"so cùng kỳ|so tháng trước",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r",? (?:và )?(?:tăng|giảm|vượt)(?: (?:gần|hơn|khoảng|trên|thêm|tới|đến|mạnh|nhẹ|cao|nhanh|gấp))*\s*\Z"
)
# "đạt 58% so với chỉ tiêu tỉnh giao và đạt 53%": the words say only what the figure before is held against.
_HELD_AGAINST = re.compile(
    r"[\s%)]*(?:so (?:với )?|của )?[^,;.()\d]{0,50}\b(?:giao|dự toán|kế hoạch|chỉ tiêu|cùng kỳ|"
    r"trước)(?: năm)?(?:,|,? và|,? nhưng|,? song)?"
    r" (?:(?:mới|chỉ|vẫn|lại|cũng) )*(?:đạt|bằng|tăng|giảm|vượt)(?: khoảng| gần| hơn| trên)?\s*"
)
_INDEX = re.compile(r"(?:chỉ số (?!giá)|iip(?: |\Z))", re.IGNORECASE)
_OF_INDEX = ("chỉ số ", "IIP ")
# "..., trong đó khai khoáng": what the index is made of.
_BRANCHES = re.compile(r"[^;.]{0,60}?(?:trong đó|bao gồm|gồm|chia ra|cụ thể|riêng)\b")
_BRANCH_WORDS = 9
_SIBLING_WORDS = 4
_KINDS = frozenset(
    {"đường", "khu", "ngành", "nhóm", "loại", "khối", "vùng", "cấp", "bậc", "tuyến", "mũi", "mức", "đợt"}
)
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
# "812 học sinh, tăng 40 em": other words for the same people, by their first syllable.
_ALIKE = {"em": ("em", "học", "trẻ", "thí"), "cháu": ("cháu", "trẻ", "học")}
# "giảm 6,4% so với tháng trước do nghỉ Tết dài ngày nhưng vẫn tăng": why it fell names nothing.
_REASONED = re.compile(
    r"[\s%]*(?:so (?:với )?[^,;.:\d]{3,40}? )?(?:do|vì|bởi) [^,;.:\d]{3,60}? (?:nhưng|song)(?: vẫn| cũng| lại)*"
    r"(?: (?:tăng|giảm)(?: [^\W\d]+){0,2})? "
)
_DASHES = frozenset({"-", "–", "−", "~", "="})
_LISTED = re.compile(r"[;,] (?:và )?[^\W\d]{2,} (?:tăng|giảm) (?:gần |hơn |trên |nhẹ )?")
_NOT_LISTED = frozenset({"tức", "nhưng", "song", "riêng", "mà", "còn", "lại", "vẫn", "hoặc", "chung", "cũng", "nay"})
_HURT = re.compile(r"\b(?:chết|tử vong|bị thương)\b")
_CLAIMS = re.compile(r"đóng góp|tỷ trọng|tỉ trọng|chiếm tỷ trọng")


def follower_name(figure: Figure, words: str, state: NameState) -> str:
    """The name of a change, a share or a rate."""
    known = _climbed(figure) or told_behind(figure, words, state) or _as_before(figure, words, state)
    if known:
        return known
    if state.head and (figure.role == "rate" or "đóng góp" in words):
        claimed = trim_name(plain(words).rpartition(", ")[2]).lower()
        if _CLAIMS.fullmatch(claimed):
            return f"{state.head} {claimed}"
    silent = figure.previous is not None and (_adds_nothing(figure.before) or _only_compares(figure.low_before))
    rate, place = rate_of_place(figure)
    if place and not rate:
        last = figure.previous
        rate = (last.indicator if last is not None else "") or ("giải ngân" if "vốn" in state.before else state.before)
    if place and rate:
        state.head = f"{made_clear(rate, state) if is_vague(rate) else rate} ({place})"
        return state.head
    head = _like_sibling("" if silent else without_number(head_phrase(words)), figure)
    head = "" if head.startswith("của ") else head
    branch = _of_index(figure, head)
    if branch:
        return branch
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
    return state.head or head or state.topic or _changed_noun(figure)


def _of_index(figure: Figure, head: str) -> str:
    """``Chỉ số sản xuất công nghiệp tăng 8%, trong đó khai khoáng giảm 3%`` (chỉ số khai khoáng): a branch of it."""
    last = figure.previous
    if figure.role != "change" or last is None or last.role != "change" or figure.unit != "%" or last.unit != "%":
        return ""
    if not head or len(head.split()) > _BRANCH_WORDS or not head[1:].replace("FDI", "").islower() or _INDEX.match(head):
        return ""
    index = _INDEX.match(last.indicator or "")
    listed = (last.indicator or "").startswith(_OF_INDEX) and " " in (last.indicator or "")
    if index is None or not (_BRANCHES.match(figure.low_before) or listed):
        return ""
    return f"{_OF_INDEX[index.group().startswith('IIP')]}{head[:1].lower()}{head[1:]}"


def _climbed(figure: Figure) -> str:
    """``PCI xếp thứ 16/63 tỉnh, thành phố (tăng 2 bậc so với năm 2015)``: what the place was won in."""
    last = figure.previous if figure.unit in ("bậc", "hạng") else None
    while last is not None and (last.over is not None or last.role in FOLLOWERS):
        last = last.over or last.previous
    return (last.indicator or "") if last is not None and (last.under is not None or last.role == "rank") else ""


def _is_other(figure: Figure, state: NameState) -> bool:
    """``giải quyết việc làm 500 lao động; giảm 263 hộ nghèo``: a noun that nothing before counted."""
    noun = unit_noun(figure.unit)
    return noun not in state.head.lower().split() and all(known != noun for known, _ in state.named)


def _is_listed(figure: Figure, head: str) -> bool:
    """``Sản phẩm sợi tăng 7%; bia tăng 10,5%``: one word that is the next of a list of changes."""
    last = figure.previous
    listed = last is not None and last.role == figure.role == "change" and last.depth == figure.depth
    rated = last is not None and last.role == figure.role == "rate" and last.depth == figure.depth
    if rated and last is not None and last.unit == figure.unit and head == figure.low_before.strip(" ,;"):
        return head not in _NOT_LISTED
    return (
        listed
        and head not in _NOT_LISTED
        and _LISTED.fullmatch(figure.low_before) is not None
        and (head.islower() or figure.before[0] == ";")
    )


def _as_before(figure: Figure, words: str, state: NameState) -> str:
    """The name of the figure before, where the words tell of that one."""
    whole = name_of_whole(figure)
    if whole and _is_mute(trim_name(_COMPARED.sub("", plain(own_words(figure))))):
        state.head = whole
        return whole
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
    most = MOST_IS.search(figure.before) if figure.opens else None
    if most is not None:
        return trim_name(most["name"])
    if figure.opens and explains(figure) and previous is not None and previous.role not in FOLLOWERS:
        top = previous.over
        named = top if top is not None and top.role == "part" and figure.role != "change" else previous
        return named.indicator or state.head or head_phrase(words) or state.topic
    if figure.opens and explains(figure) and previous is not None and is_counted(previous.unit) and previous.indicator:
        return previous.indicator
    if figure.role == "rate" and "/" in unit and "/100" not in unit and is_counted(unit):
        noun = unit.partition("/")[0]
        return f"{criteria(figure, noun, state)} bình quân".strip() if noun == "tiêu chí" else noun
    if previous is not None and previous.indicator and _GOES_ON.match(figure.before):
        together = figure.depth > 0 and previous.depth == figure.depth and not figure.opens
        if previous.unit in MONEY or together:
            return previous.indicator
    return _in_same_unit(figure, words, state)


def _in_same_unit(figure: Figure, words: str, state: NameState) -> str:
    """``cho vay 310 tỷ đồng với 7.450 lượt khách hàng, tăng 25 tỷ đồng``: the amount in that unit is what changed."""
    unit = unit_noun(figure.unit)
    if figure.role != "change" or figure.depth or unit in TIMES or is_counted(figure.unit):
        return ""
    last = next((known for known, _ in reversed(state.named)), unit)
    if last == unit or not _is_mute(trim_name(plain(words))):
        return ""
    state.head = next((name for known, name in reversed(state.named) if known == unit), state.head)
    return state.head


def _only_compares(before: str) -> bool:
    compares = _ONLY_COMPARED.fullmatch(before) is not None or _HELD_AGAINST.fullmatch(before) is not None
    return compares or _REASONED.fullmatch(before) is not None


def _like_sibling(head: str, figure: Figure) -> str:
    """``vận tải hàng hóa đường bộ tăng 15%, đường thủy tăng 14%``: the member of a list is named as the one before."""
    before = figure.previous.indicator if figure.previous is not None else None
    first, _, rest = head.partition(" ")
    listed = "," in figure.before or ";" in figure.before or " và " in figure.before
    if not before or not rest or first not in _KINDS or len(head.split()) > _SIBLING_WORDS or not listed:
        return head
    common, found, _ = before.rpartition(f" {first} ")
    return f"{common} {head}" if found and len(common.split()) <= _SIBLING_WORDS else head


def _changed_noun(figure: Figure) -> str:
    """``Toàn tỉnh giảm 31 vụ cháy`` (vụ cháy): the noun itself where nothing else names the change."""
    if figure.role != "change" or not is_counted(figure.unit):
        return ""
    tail = tail_phrase(figure.after)
    return f"{figure.unit} {'' if NOT_NAMES.match(tail) else tail}".strip()


def _adds_nothing(before: str) -> bool:
    """Whether only a verb stands between the last comma and the figure: "... đạt chuẩn nông thôn mới, chiếm 38%"."""
    told, comma, last = before.rpartition(",")
    if opens_name(trim_name(plain(told.rpartition(", ")[2] if ", " in told else ""))):
        return False
    return bool(comma) and ";" not in before and ":" not in before and not trim_name(plain(last))


def _is_mute(words: str) -> bool:
    """Whether ``words`` before a change say only that it came about: "phát hiện nhiều", "xảy ra ít"."""
    return not words or _CAME_ABOUT.fullmatch(words) is not None


def _counterpart(figure: Figure, state: NameState) -> str:
    """``12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết)``: each change goes with the figure of its unit."""
    if not figure.unit or not is_counted(figure.unit):
        return ""
    unit = unit_noun(figure.unit)
    alike = _ALIKE.get(unit, (unit,))
    names = [name for known, name in state.named[-_NAMED_REACH:] if known in alike]
    tail = set(tail_phrase(figure.after).lower().split())
    opens = figure.previous is None and len(names) > 1
    if figure.depth == 0 and not _is_mute(trim_name(_COMPARED.sub("", plain(own_words(figure))))):
        return next((name for name in names if tail and tail <= set(name.lower().split())), "")
    if len(names) < 2 or not tail:
        return names[0 if opens else -1] if names else ""
    return max(names, key=lambda name: len(tail & set(name.lower().split())))
