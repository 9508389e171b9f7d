"""The names of changes, shares and rates, which follow the figure they are about.

Finds         Tổng thu ngân sách ước 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách) · giảm 39,9% về số vụ
              12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết) · 100% hộ dân sử dụng điện
Leaves alone  nothing named anywhere before: the title of the item, or none
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.funds import made_clear
from dondoc.extraction.quantities.name_state import FOLLOWERS, MONEY, NOT_NAMES, NameState, explains, is_counted
from dondoc.extraction.quantities.names import head_phrase, own_words, tail_phrase
from dondoc.extraction.quantities.trimming import plain, trim_name
from dondoc.extraction.quantities.verbs import is_vague

REACHED = re.compile(r"\s*đạt\s+(?:trên|dưới|từ|gần|hơn)\s*")
_ABOUT = re.compile(
    r"[\s%]*(?:về\s+)?(?P<thing>(?:về\s+)?số\s+[^,;.()]+?|người\s+(?:chết|bị thương)|vụ)(?=\s+(?:so|và)\b|"
    r"[,;.()]|\s*\Z)"
)
_WHO = re.compile(r"\A\s+(?!so\b|toàn\b|cùng kỳ|kế hoạch|dự toán|và\b|tổng|trên\b|của\b)[^\W\d_]")
_COMPARED = re.compile(
    r"so với (?:cùng kỳ|tuần trước|tháng trước|năm trước|quý trước)(?: năm (?:trước|20\d\d))?|"
    r"so cùng kỳ|so tháng trước",
    re.IGNORECASE,
)
_CASES = re.compile(r"\A(?:số vụ |số |vụ )", re.IGNORECASE)
_GOES_ON = re.compile(r",? (?:và )?(?:tăng|giảm|vượt)\s*\Z")
# "tăng 0,5% so với tháng trước nhưng giảm 5,5%": only what the figure before is held against.
_ONLY_COMPARED = re.compile(
    r"[\s%)]*so (?:với )?(?:cùng kỳ|(?:tháng|quý|tuần|năm|kỳ|vụ) trước)(?: năm (?:trước|ngoái))?,?\s+"
    r"(?:nhưng|song|tuy nhiên|mà|và)(?: vẫn| lại)* (?:tăng|giảm)(?: \w+)?\s*"
)
_WHO_WORDS = 16
_BESIDE = re.compile(r"\b(?:bằng|so với|gấp)\s*\Z")
_WITHOUT = ("loại trừ", "nếu loại trừ", "không tính", "trừ ")


def follower_name(figure: Figure, words: str, state: NameState) -> str:
    """The name of a change, a share or a rate."""
    about = _ABOUT.match(figure.after) if figure.role == "change" and figure.unit == "%" else None
    if about:
        subject = _CASES.sub("", state.head or head_phrase(words) or state.topic)
        return f"{about['thing'].removeprefix('về ')} {subject}".strip()
    previous = figure.previous
    if previous is not None and is_counted(previous.unit) and REACHED.fullmatch(previous.after):
        return f"{previous.unit} đạt kế hoạch"
    who = _who(figure, words) if figure.role == "rate" else ""
    if who:
        return who
    counterpart = _counterpart(figure, state) if figure.role == "change" else ""
    if counterpart:
        return counterpart
    if figure.opens and explains(figure) and previous is not None and previous.role not in FOLLOWERS:
        top = previous.over
        named = top if top is not None and top.role == "part" and figure.role != "change" else previous
        return named.indicator or state.head
    if (
        figure.role == "rate"
        and "/" in (figure.unit or "")
        and "/100" not in (figure.unit or "")
        and is_counted(figure.unit)
    ):
        return (figure.unit or "").partition("/")[0]
    if previous is not None and previous.unit in MONEY and previous.indicator and _GOES_ON.match(figure.before):
        return previous.indicator
    silent = previous is not None and (_adds_nothing(figure.before) or _ONLY_COMPARED.fullmatch(figure.low_before))
    head = "" if silent else head_phrase(words)
    if state.head and head.lower().startswith(_WITHOUT):
        return state.head
    if head and not NOT_NAMES.match(head) and (len(head.split()) > 1 or not state.head or head.isupper()):
        state.head = made_clear(head, state) if is_vague(head) else head
        return state.head
    return state.head or head or state.topic or _changed_noun(figure)


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
    who = tail_phrase(figure.after.replace(",", " "), limit=_WHO_WORDS)
    return who if len(who.split()) > 1 else ""


def _begins(figure: Figure, words: str) -> bool:
    """Whether a clause begins at the figure ("..., 100% hộ dân ...")."""
    return figure.before.rstrip().endswith((",", ";")) or not trim_name(words)


def _adds_nothing(before: str) -> bool:
    """Whether only a verb stands between the last comma and the figure: "... đạt chuẩn nông thôn mới, chiếm 38%"."""
    _, comma, last = before.rpartition(",")
    return bool(comma) and ";" not in before and ":" not in before and not trim_name(plain(last))


def _counterpart(figure: Figure, state: NameState) -> str:
    """``12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết)``: each change goes with the figure of its unit."""
    if not figure.unit or not is_counted(figure.unit):
        return ""
    if figure.depth == 0 and trim_name(_COMPARED.sub("", plain(own_words(figure)))):
        return ""
    unit = figure.unit.split()[0].lower()
    names = [name for known, name in state.named[-6:] if known == unit]
    tail = set(tail_phrase(figure.after).lower().split())
    if len(names) < 2 or not tail:
        return names[-1] if names else ""
    return max(names, key=lambda name: len(tail & set(name.lower().split())))
