"""The names of things counted: what was done to them, the noun, and which ones.

Finds         đã nhận 525 văn bản (nhận văn bản)
              tai nạn giao thông làm chết 5 người (người chết do tai nạn giao thông)
              xử phạt 12 và nhắc nhở 30 trường hợp vi phạm (both with what stands behind the second)
Leaves alone  toàn tỉnh có 64 xã: they only exist
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.counted_rows import (
    already_named,
    criteria,
    is_population,
    number_of,
    population,
    totalled,
)
from dondoc.extraction.quantities.names.counted_verbs import BARE, by_accident, done_verb, exists
from dondoc.extraction.quantities.names.followers import REACHED
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import (
    MONEY,
    NOT_NAMES,
    PERSONS,
    NameState,
    explains,
    is_counted,
    same_before,
)
from dondoc.extraction.quantities.names.sizes import SIZES, place_name, size_name
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.verbs import starts_with_verb

_JOINED = re.compile(r"\A[\s*]*và[\s*]*\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_SO_FAR = re.compile(r"l[uũ]y kế|luỹ kế|cộng dồn|tính chung|nâng tổng số", re.IGNORECASE)
_PEOPLE = frozenset({"lượt người", "lượt"})
_HURT = re.compile(r"(?:chết|tử vong|bị thương)\b")
_CRITERIA = frozenset({"tiêu chí", "chỉ tiêu"})
_CAME_TO = re.compile(r"\b(?:làm chết|làm bị thương|bị thương|tử vong)\s*\Z")
_WITH_AMOUNT = re.compile(
    r"\s*(?:,\s*)?(?:với )?(?:tổng )?(?:số )?(?:vốn(?: đăng ký| đầu tư| điều lệ)?(?: tăng thêm| bổ sung)?|"
    r"kinh phí|trị giá|số tiền)\Z"
)
_SIZED = re.compile(
    r"\s*\b(?:(?:có|với) (?:tổng )?|tổng )(?:công suất|diện tích|chiều dài|dung tích|sản lượng|quy mô|dân số|"
    r"tổng đàn|trọng lượng)"
    r"(?: [^\W\d]+){0,3}\Z"
)
_TWICE = re.compile(r"\b(\w+ \w+) \1\b")
_SIBLING = re.compile(r"[\s),]+(?:với\s+|và\s+|gồm\s+)?")
_PASSED = re.compile(r"\s+(?:không\s+)?đạt\s*[,;.(]")
_STATED_FIRST = ("dân số", "diện tích", "tổng")
# What one counts a noun by: bác sĩ/vạn dân.
_PER = frozenset({"vạn dân", "xã", "hộ", "người", "doanh nghiệp", "1.000 dân", "10.000 dân", "thôn", "phường"})
_GENERIC = frozenset({"", "vi phạm", "tham dự", "tham gia", "đạt", "không đạt", "đạt yêu cầu"})
_WORKS = frozenset({"trường hợp", "vụ", "việc", "lượt", "vụ việc"})
_DOERS = frozenset({"đối tượng", "bị can", "nghi can", "người", "bị cáo"})
_CASES = frozenset({"ca", "ca mắc", "ca bệnh", "ổ dịch"})
_VISITED = frozenset({"lượt", "lượt người", "lượt công dân"})
_FINISHED = re.compile(r",\s*(?:đã |trong đó )?hoàn thành\s*\Z")
_IN_ALL = re.compile(r"\b(?:giảm|tăng)(?: trên| ở)? cả\s*\Z")
_STAGE = re.compile(
    r"(?:\A|[\s,;(])(?P<stage>(?:(?:đã|đang|chưa) )?(?:hoàn thành|thực hiện|triển khai|điều trị|thi công))\s*\Z"
)
_HALF_SAID = frozenset({"chưa", "đã", "đang"})
_NEAR = 10
_TOLD = 2
_CONTEXT_WORDS = 3
_VERB_WORDS = 5


def counted_name(figure: Figure, following: Figure | None, words: str, state: NameState) -> str:
    """The name of a counted figure; ``following`` is the one behind it."""
    counted = figure.under if figure.under is not None else figure
    unit, _, per = (counted.unit or "").partition("/")
    unit = unit if not per or per in _PER else counted.unit or ""
    said = place_name(figure, words, unit, state) or _of_all(figure, counted, unit, words, state)
    if said:
        return said
    kind = unit.lower()
    named = already_named(figure, words, kind) or population(figure, words) or number_of(figure, words)
    if named:
        state.head = named
        return named
    if per and "mật độ" in figure.low_before and "mật độ" in head_phrase(words).lower():
        state.head = head_phrase(words)
        return state.head
    if kind in SIZES:
        return size_name(figure, counted.after, state)
    verb = done_verb(figure, words, state)
    tail = _tail(figure, counted.after, following)
    if not tail and figure.whole is not None and _PASSED.match(counted.low_after):
        tail = counted.after.strip().partition("đạt")[0] + "đạt"
    if not verb and not figure.depth and figure.whole is None and (not tail or len(state.verb.split()) <= _VERB_WORDS):
        alone = _LETTERS.search(words.replace("và", "")) is None
        verb = state.verb if alone and starts_with_verb(state.verb) and not kind.startswith("ca ") else ""
    if figure.task and " " in tail and _is_idle(verb):
        verb = ""
    if not verb and not tail and kind in _CRITERIA:
        said = criteria(figure, unit)
        if said:
            return said
    if not tail:
        said = _graded(counted, following, unit) or _staged(figure, unit, verb, state)
        if said or not verb:
            return said or _carried(figure, unit, state)
    return _done_to(figure, kind, unit, verb, tail, state)


def _of_all(figure: Figure, counted: Figure, unit: str, words: str, state: NameState) -> str:
    """``tai nạn giao thông giảm cả 3 mặt`` · ``khởi công 12 công trình, hoàn thành 8``: told of what stands before."""
    if "cả" in figure.low_before[-_NEAR:] and _IN_ALL.search(figure.low_before) and head_phrase(words):
        tail = tail_phrase(counted.after)
        state.head = tail if tail and len(head_phrase(words).split()) < _TOLD else head_phrase(words)
        return state.head
    if figure.previous is not None and figure.previous.unit == figure.unit and _FINISHED.search(figure.low_before):
        return f"{unit} hoàn thành"
    return ""


def _is_idle(verb: str) -> bool:
    """Whether the words before things counted in a task only say who does something, or where."""
    return (len(verb.split()) > _VERB_WORDS or verb.endswith(" tại")) and not starts_with_verb(verb)


def _graded(counted: Figure, following: Figure | None, unit: str) -> str:
    """``03 sản phẩm 5 sao`` (sản phẩm 5 sao): the grade behind the things tells which."""
    graded = following is not None and following.role == "rank" and not counted.after.strip(" *")
    return f"{unit} {following.written}" if graded and following is not None else ""


def _staged(figure: Figure, unit: str, verb: str, state: NameState) -> str:
    """``đã hoàn thành 1.503 nhiệm vụ`` (nhiệm vụ đã hoàn thành) · ``Tổng số ca mắc sởi là 14 ca`` (ca ...)."""
    if verb and verb.lower() not in _HALF_SAID:
        return ""
    stage = _STAGE.search(figure.low_before)
    if stage is not None and figure.whole is not None and figure.under is None:
        return f"{unit} {stage['stage']}"
    state.head = totalled(figure, unit) or state.head
    return totalled(figure, unit)


def _done_to(figure: Figure, kind: str, unit: str, verb: str, tail: str, state: NameState) -> str:
    """What was done, to what and to which of them."""
    if verb and (figure.whole is None or starts_with_verb(verb)):
        state.verb = verb
    if kind in PERSONS and not figure.depth and _HURT.match(tail):
        state.head = f"{unit} {tail}{by_accident(state)}"
        return state.head
    verb = _said_once(verb)
    if kind in _VISITED and verb.lower() == "tiếp":
        return f"{verb} công dân"
    bare = bool(verb) and not tail and (kind in _PEOPLE or kind in BARE)
    phrase = _without_repeat(verb, "" if bare else unit, tail)
    if state.field and tail in _GENERIC and not figure.depth and _fits(state.field, phrase, unit):
        phrase = f"{phrase} {state.field}"
    if state.context and not figure.depth and len(phrase.split()) <= _CONTEXT_WORDS:
        phrase = f"{phrase} {state.context}"
    if not figure.depth:
        state.head = phrase
    return phrase


def _said_once(verb: str) -> str:
    """``verb`` without the words that it says twice ("thu hồi thu hồi")."""
    words = verb.split()
    return verb if len(set(words)) == len(words) else _TWICE.sub(r"\1", verb)


def _fits(field: str, phrase: str, unit: str) -> bool:
    """Whether the field of work adds to ``phrase`` without drowning it: short, and of other words."""
    words, own = field.lower().split(), phrase.lower().split()
    longest = 6 if unit.lower() in _WORKS else 4
    if unit.lower() in _CASES:
        return len(own) <= longest and not set(words) & set(own)
    return 3 <= len(own) <= longest and len(words) <= len(own) + 2 and not set(words) & set(own)


def _tail(figure: Figure, after: str, following: Figure | None) -> str:
    if _CAME_TO.search(figure.low_before):
        return ""
    if following is not None and following.unit == "%" and REACHED.fullmatch(after):
        reached = " ".join(after.split())
        return f"{reached} {following.measure.value}% kế hoạch".replace(".", ",")
    if following is not None and figure.under is None and not figure.depth and _JOINED.match(after):
        return tail_phrase(following.after)
    if following is not None and after == ", " and (figure.unit or "") in _WORKS and following.unit in _DOERS:
        done = tail_phrase(following.after)
        return "" if _HURT.search(done) else done
    tail = tail_phrase(after)
    if following is not None and following.unit in MONEY:
        tail = _WITH_AMOUNT.sub("", tail)
    elif following is not None and tail and not is_counted(following.unit):
        tail = _SIZED.sub("", tail)
    return "" if not tail or tail.startswith("và ") or NOT_NAMES.match(tail) else tail


def _carried(figure: Figure, unit: str, state: NameState) -> str:
    if not figure.depth and (state.continued or _SO_FAR.search(figure.before)):
        counted = next((name for known, name in state.named[:8] if known == unit.split()[0].lower()), "")
        counted = counted or ("" if figure.task else state.told_before(unit))
        if counted:
            state.head = state.head or counted
            return counted
    if figure.opens and (figure.under is not None or figure.over is not None) and state.head and not explains(figure):
        return state.head
    same = same_before(figure, figure.under or figure)
    if same:
        return same
    if figure.before.strip() == "cho" and opens_name(state.head):
        return unit
    sibling = not figure.depth and figure.previous is not None and _SIBLING.fullmatch(figure.before) is not None
    if sibling and (" " in unit or state.head.lower().startswith(_STATED_FIRST)):
        return unit
    owner = figure.owner.indicator if figure.owner is not None and figure.depth else None
    if figure.opens and not explains(figure):
        owner = None
    if not figure.depth and not state.context and exists(figure):
        return _existing(figure, unit, state)
    if state.field and not state.head and not figure.depth and unit.lower() in _CASES:
        state.head = f"{unit} {state.field}"
        return state.head
    name = state.context or owner or state.head or state.topic
    if not state.head and not figure.depth:
        state.head = name if figure.role == "plan" and state.topic else unit
    if figure.role == "plan" and name == state.topic and len(name.split()) > 1:
        return name
    told = unit.lower() in name.lower() or (unit.lower() in PERSONS and is_population(name))
    return name if told else f"{unit} {name}".strip()


def _existing(figure: Figure, unit: str, state: NameState) -> str:
    """``toàn tỉnh có 64 xã`` (xã) · ``đã chi trả 1.097 hộ, còn 187 hộ`` (as before)."""
    if figure.previous is not None and state.head and figure.low_before.rstrip().endswith("còn"):
        return state.head
    if unit.lower() in state.topic.lower():
        return state.topic
    state.head = state.head or unit
    return unit


def _without_repeat(verb: str, unit: str, tail: str) -> str:
    """Verb, noun and tail in one; the noun left out where the verb phrase already ends in it or counts it."""
    said = verb.lower()
    parts = (verb, "" if unit.lower() in said else unit, "" if tail.lower() in said else tail)
    return " ".join(filter(None, parts))
