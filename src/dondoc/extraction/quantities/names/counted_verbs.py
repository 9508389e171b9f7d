"""What was done to the things counted, as a part of their name.

Finds         đã nhận 525 văn bản (nhận) · làm chết 5 người (người chết do tai nạn giao thông)
Leaves alone  toàn tỉnh có 64 xã: they only exist
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import NOT_NAMES, PERSONS, NameState
from dondoc.extraction.quantities.names.verbs import has_verb, starts_with_verb

_OFFICES = re.compile(r"\b(?:UBND|HĐND|lãnh đạo|Chủ tịch|sở, ngành|Huyện ủy|Thường trực)\b")
_EXISTS = re.compile(r"\b(?:có|còn)(?:\s+(?:khoảng|trên|hơn|gần|tới))?\s*\Z")
_CAUSES = ("làm", "khiến", "gây")
_FORMS = ("nhập", "xếp", "nhất")
_CAUSED = re.compile(r"\b(?:(?<!việc )(?<!trợ )làm|khiến|gây)\s*\Z", re.IGNORECASE)
# "Mưa dông làm sập 23 căn nhà": what befell them, without what did it.
_BY_WHAT = re.compile(r"\A.* làm (?=(?:sập|hư|tốc|ngập|cuốn|đổ|gãy|vỡ|hỏng|thiệt hại)\b)")
_FOR_WHOM = re.compile(r"(?:gồm|\bđể|\bđể cho)(?: (?:hơn|gần|trên|khoảng))*\Z")
_FOR_REACH = 24
_AMONG = re.compile(r"(?:\A|[\s,])trong(?: số| tổng số)?\s*\Z", re.IGNORECASE)
_FORMED = re.compile(r"(?P<how>(?<!thu )(?<!xuất )nhập|sắp xếp|sáp nhập|hợp nhất)\s*\Z")
_LOOKED_THROUGH = re.compile(r"(?:\A|[;,:.]\s*)(?:qua|theo|sau)\s[^,;:]*\b(?:có|còn)\s*\Z")
_EVENT = re.compile(r"(?i:phạm pháp)|(?i:cháy)|thiên tai|sạt lở|đuối nước|ngộ độc|dông lốc")
_HARMED = re.compile(r"làm chết|bị thương|làm bị thương|chết", re.IGNORECASE)
_HARMS = {
    "làm chết": "người chết",
    "chết": "người chết",
    "bị thương": "người bị thương",
    "làm bị thương": "người bị thương",
}
_TERRITORY = re.compile(
    r"(?:toàn |trên )?(?:địa bàn )?(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|cả nước)(?: cũng)?", re.IGNORECASE
)
_HERD = re.compile(r"(?:tổng đàn|đàn|dân số|tổng số|số) \w+", re.IGNORECASE)
BARE = frozenset({"con", "cái", "chiếc", "viên", "bộ", "tạ/ha", "tấn/ha", "cây", "lít", "quyển", "bao", "m2", "m3"})
_NEAR = 10
_THERE_REACH = 12
_TOLD = 2
_EVENT_WORDS = 4


def done_verb(figure: Figure, words: str, state: NameState) -> str:
    """What was done to the things counted; nothing where they only exist ("toàn tỉnh có 64 xã")."""
    end = words.rstrip()
    there = exists(figure)
    caused = end[-_NEAR:].lower().endswith(_CAUSES) and _CAUSED.search(end, max(0, len(end) - _NEAR))
    if caused or (there and _LOOKED_THROUGH.search(figure.low_before)):
        return ""
    if _FOR_WHOM.search(end[-_FOR_REACH:]):
        return ""
    if end.endswith(("rong", "số")) and _AMONG.search(end, max(0, len(end) - _NEAR)):
        return ""
    formed = _FORMED.search(end, max(0, len(end) - _NEAR)) if end.endswith(_FORMS) else None
    if formed:
        return formed["how"]
    verb = head_phrase(words, counted=True)
    if _TERRITORY.fullmatch(verb) or "khai giảng" in verb.lower() or (verb.lower() == "giáo dục" and ":" in words):
        return ""
    verb = _BY_WHAT.sub("", verb) if "làm " in verb else verb
    if verb and (_OFFICES.search(verb) or _is_of_place(verb, words)) and not has_verb(verb):
        return ""
    if figure.previous is not None and not figure.depth and _is_rest_of_other(figure, verb):
        return ""
    if there and not starts_with_verb(verb):
        noun = head_phrase(words)
        if figure.unit and noun.lower().startswith(figure.unit.lower()):
            return noun
        return noun if (figure.unit or "").lower() in BARE and _HERD.match(noun) else ""
    harmed = _HARMED.match(verb) if verb and (figure.unit or "").lower() in PERSONS else None
    return f"{_HARMS[harmed.group().lower()]}{by_accident(state)}" if harmed else verb


def _is_of_place(name: str, words: str) -> bool:
    """Whether ``name`` is that of a place in ``words``: "trên địa bàn tỉnh Hà Lam xảy ra"."""
    if not all(word[:1].isupper() for word in name.split()):
        return False
    before = words.partition(name)[0].rstrip().lower()
    return before.endswith(("tỉnh", "huyện", "xã", "phường", "thành phố", "tp", "tp."))


def _is_rest_of_other(figure: Figure, verb: str) -> bool:
    """``170 con gia cầm, thủy cầm, gần 900 con chim cút``: words that go on with the noun before."""
    if not verb or "," not in figure.before or len(verb.split()) > _TOLD or opens_name(verb):
        return False
    alone = not has_verb(verb) and not starts_with_verb(verb)
    counted = figure.after.strip(" *")[:1].isalpha() and not NOT_NAMES.match(figure.after.strip())
    return alone and counted


def by_accident(state: NameState) -> str:
    said = f"{state.topic} {state.field} {state.head} {' '.join(name for _, name in state.named)}".lower()
    if "tai nạn lao động" in said and "giao thông" not in said:
        return " do tai nạn lao động"
    if "tngt" in said and "tai nạn" not in said:
        return " do TNGT"
    if "tai nạn" in said:
        return " do tai nạn giao thông"
    event = next((name for unit, name in reversed(state.named) if unit == "vụ" and _EVENT.search(name)), "")
    event = event.removeprefix("vụ ").removesuffix(" vụ")
    event = f"{event[:1].lower()}{event[1:]}" if 0 < len(event.split()) <= _EVENT_WORDS else state.event
    return f" do {event}" if event else ""


def exists(figure: Figure) -> bool:
    end = figure.low_before[-_THERE_REACH:]
    return ("có" in end or "còn" in end) and _EXISTS.search(end) is not None
