"""The names of things counted: what was done to them, the noun, and which ones.

Finds         đã nhận 525 văn bản (nhận văn bản)
              tai nạn giao thông làm chết 5 người (người chết do tai nạn giao thông)
              xử phạt 12 và nhắc nhở 30 trường hợp vi phạm (both with what stands behind the second)
Leaves alone  toàn tỉnh có 64 xã: they only exist
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.animals import ANIMALS, animal_of, vaccinated
from dondoc.extraction.quantities.names.carried import CASES, VISITED, WORKS, carried_name
from dondoc.extraction.quantities.names.counted_rows import (
    already_named,
    criteria,
    number_of,
    pair_row,
    population,
    totalled,
)
from dondoc.extraction.quantities.names.counted_tails import HURT, STRUCK, counted_tail, graded
from dondoc.extraction.quantities.names.counted_verbs import BARE, by_accident, done_verb
from dondoc.extraction.quantities.names.harms import by_harm
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import (
    FOLLOWERS,
    PERSONS,
    NameState,
)
from dondoc.extraction.quantities.names.schooled import schooled
from dondoc.extraction.quantities.names.sizes import SIZES, place_name, size_name
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.verbs import starts_with_verb

_LETTERS = re.compile(r"[^\W\d_]+")
_PEOPLE = frozenset({"lượt người", "lượt"})
_FOUND_FIRST = re.compile(r"\A.*?\bvụ |(?: vụ)?(?: (?:xảy ra|phát hiện))?\Z")
_MISSING = "mất tích"
_PUT_TO_USE = re.compile(r"\bhoàn thành,?(?: và)? (?:đưa vào|bàn giao)[^,;:.()\d]{0,40}\Z")
_FINISHING = re.compile(r"[,;.] (?:đã )?hoàn thành(?: thêm| xong)?\s*\Z")
# "trực tuyến đến 148 xã, phường": as far as it went, and nothing done to them.
_REACHING = (" đến ", " tới ", " về ", " với ", " thuộc ")
_PLACES = re.compile(
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|đặc khu)(?:(?:, | và )(?:xã|phường|thị trấn|huyện|quận|"
    r"thị xã|tỉnh|thành phố|đặc khu))*"
)
_KILLED = frozenset({"làm chết", "chết"})
_CRITERIA = frozenset({"tiêu chí", "chỉ tiêu"})
# "xã đạt chuẩn, xã Hà Trung đạt 16 tiêu chí": whose they are, and nothing done.
_OF_PLACE = re.compile(r"\b(?:xã|huyện|thôn|phường) [A-ZĐ]")
_TWICE = re.compile(r"\b(\w+ \w+) \1\b")
_PASSED = re.compile(r"\s+(?:không\s+)?đạt\s*[,;.(]")
# What one counts a noun by: bác sĩ/vạn dân.
_PER = frozenset({"vạn dân", "xã", "hộ", "người", "doanh nghiệp", "1.000 dân", "10.000 dân", "thôn", "phường"})
_GENERIC = frozenset({"", "vi phạm", "tham dự", "tham gia", "đạt", "không đạt", "đạt yêu cầu"})
_FINISHED = re.compile(r",\s*(?:đã |trong đó )?hoàn thành\s*\Z")
# "hòa giải 26 vụ, thành 21 vụ, không thành 5 vụ": how the deed told before came out.
_SUCCEEDED = frozenset({"thành", "không thành", "chưa thành"})
_HOW_SETTLED = re.compile(r" (?:không |chưa )?thành\Z")
_OUT_OF_ALL = re.compile(r"(?:\b(?:trên|trong|của) |\A\s*)tổng(?: số)?\s*\Z")
_IN_ALL = re.compile(r"\b(?:giảm|tăng)(?: trên| ở)? cả\s*\Z")
_STAGE = re.compile(
    r"(?:\A|[\s,;(])(?P<stage>(?:(?:đã|đang|chưa) )?(?:hoàn thành|thực hiện|triển khai|điều trị|thi công))\s*\Z"
)
_OWNED = re.compile(r"\bcủa(?: cả| các| hơn| gần| khoảng)?\s*\Z")
_OWNED_REACH = 14
_UNDER_WAY = re.compile(r"\A(?:đang|chưa) ")
_HALF_SAID = frozenset({"chưa", "đã", "đang"})
_NEAR = 10
_OFFICE_FIRST = re.compile(r"(?:Sở|Phòng|Ban|Cục|Chi cục|UBND|Công an|Trung tâm|Văn phòng|Chủ tịch) ")
# "giải quyết dứt điểm 8 hồ sơ quá hạn": what is to be done with any such thing, and no row of its own.
REMAINING = " còn lại"
# "17 hộ còn lại thuộc xã Lam Kinh": whose or where they are, and not which.
_REMAINING_OF = re.compile(rf"\A{REMAINING}(?: (?:của|thuộc|tại|ở|trên địa bàn)\b[^,;.()]*)?")
_HANDLED = re.compile(
    r"(?:(?:kiểm tra|rà soát|đôn đốc|tập trung), )?(?:rà soát|giải quyết|xử lý (?:dứt điểm|xong|hết)|"
    r"vận động|đối thoại|trả lời|huy động|"
    r"phục vụ|tham mưu)\b(?! mặt bằng| việc làm| chế độ)",
    re.IGNORECASE,
)
_CONTEXT_WORDS = 3
_VERB_WORDS = 5
_ROW_WORDS = 4
_RESULT_WORDS = 5


def counted_name(figure: Figure, following: Figure | None, words: str, state: NameState) -> str:
    """The name of a counted figure; ``following`` is the one behind it."""
    counted = figure.under if figure.under is not None else figure
    unit = _noun(counted)
    said = place_name(figure, words, unit, state) or _of_all(figure, counted, unit, words, state)
    if said:
        return said
    kind = unit.lower()
    tail = counted_tail(figure, _REMAINING_OF.sub("", counted.after), following)
    if not tail and figure is counted and figure.low_before.endswith(_REACHING) and _PLACES.fullmatch(kind):
        return unit
    told = "" if tail.startswith("còn ") else tail
    owner = f"{unit} {told}".strip() if figure is counted and _is_owned(figure) else ""
    if owner and kind not in SIZES and (tail or figure.task or not starts_with_verb(head_phrase(words))):
        return owner
    named = already_named(figure, words, kind) or population(figure, words) or number_of(figure, words)
    named = named or pair_row(figure, words, kind)
    if (
        not named
        and "/" in (counted.unit or "")
        and "mật độ" in figure.low_before
        and "mật độ" in head_phrase(words).lower()
    ):
        named = head_phrase(words)
    if named:
        state.head = named
        return named
    if kind in SIZES:
        return size_name(figure, counted.after, state)
    against = vaccinated(figure, head_phrase(words), state) if kind in ANIMALS else ""
    if against:
        state.head = against
        return against
    return _worked_on(figure, following, words, tail, state)


def _noun(counted: Figure) -> str:
    """The noun of a unit, without what it is counted by: "bác sĩ" of bác sĩ/vạn dân."""
    unit, _, per = (counted.unit or "").partition("/")
    return unit if not per or per in _PER else counted.unit or ""


def _is_owned(figure: Figure) -> bool:
    """``việc vận hành của 02 bệnh viện``: whose it is, and nothing done to them."""
    end = figure.low_before[-_OWNED_REACH:]
    return "của" in end and _OWNED.search(end) is not None


def _worked_on(figure: Figure, following: Figure | None, words: str, tail: str, state: NameState) -> str:
    """What was done to the things counted by ``figure``, of which ``tail`` says which they are."""
    counted = figure.under if figure.under is not None else figure
    unit = _noun(counted)
    verb = done_verb(figure, words, state)
    if not tail and figure.whole is not None and _PASSED.match(counted.low_after):
        tail = counted.after.strip().partition("đạt")[0] + "đạt"
    if not verb and not figure.depth and figure.whole is None and (not tail or len(state.verb.split()) <= _VERB_WORDS):
        verb = _verb_before(figure, words, state)
    remains = counted.low_after.startswith(REMAINING)
    if figure.task and not (remains and tail) and _only_asks(verb, tail):
        verb = ""
    if remains and not tail and not verb:
        tail = REMAINING.strip()
    if unit.lower() == "tiêu chí" and "bình quân" in figure.low_before and "/" in (counted.unit or ""):
        return f"{criteria(figure, unit, state)} bình quân".strip()
    if not tail and _PUT_TO_USE.search(figure.low_before):
        return f"{unit} hoàn thành"
    if not tail and unit.lower() in _CRITERIA and (not verb or _OF_PLACE.search(verb)):
        said = criteria(figure, unit, state)
        if said:
            return said
    told = schooled(figure, tail, state) or _animals(figure, verb, tail, state)
    if told:
        state.head = told
        return told
    if not tail:
        said = graded(counted, following, unit) or _staged(figure, unit, verb, state)
        if said or not verb:
            return said or carried_name(figure, unit, state)
    return _done_to(figure, unit.lower(), unit, verb, tail, state)


def _only_asks(verb: str, tail: str) -> bool:
    """Whether the words before things counted in a task only say what to do with any such thing, or who does it."""
    if not tail:
        return _HANDLED.match(verb) is not None or (len(verb.split()) > _VERB_WORDS and bool(_OFFICE_FIRST.match(verb)))
    return _HANDLED.match(verb) is not None or (" " in tail and not starts_with_verb(verb))


def _verb_before(figure: Figure, words: str, state: NameState) -> str:
    """``khởi tố 12 vụ, 15 bị can``: what was done to the things before, where no words stand between."""
    if _LETTERS.search(words.replace("và", "")) is not None or (figure.unit or "").lower().startswith("ca "):
        return ""
    done = _is_done_too(figure, state.verb) and starts_with_verb(_UNDER_WAY.sub("", state.verb))
    return state.verb if done else ""


def _animals(figure: Figure, verb: str, tail: str, state: NameState) -> str:
    """``tiêu hủy 57 con``: what befell the animals of the disease told before."""
    animal = animal_of(figure, state) if verb or tail else ""
    if not animal or opens_name(verb) or verb.lower().startswith("tổng số"):
        return ""
    return f"{verb} {animal}" if verb else f"{animal} {tail}"


def _is_done_too(figure: Figure, verb: str) -> bool:
    """Whether the figure before was named after ``verb``, so that those listed behind it are too."""
    last = figure.previous
    while last is not None and last.role in FOLLOWERS:
        last = last.previous
    if last is None or not last.indicator or last.unit != figure.unit:
        return True
    return last.indicator.lower().startswith(verb.lower())


def _of_all(figure: Figure, counted: Figure, unit: str, words: str, state: NameState) -> str:
    """``tai nạn giao thông giảm cả 3 mặt`` · ``khởi công 12 công trình, hoàn thành 8``: told of what stands before."""
    if "cả" in figure.low_before[-_NEAR:] and _IN_ALL.search(figure.low_before) and head_phrase(words):
        tail, head = tail_phrase(counted.after), head_phrase(words)
        state.head = tail if " " in tail else head if state.event in head.lower() else state.event
        return state.head
    if "tổng" in figure.low_before[-_NEAR:] and _OUT_OF_ALL.search(figure.low_before):
        return f"{unit} {tail_phrase(counted.after)}".strip()
    last = figure.previous
    while last is not None and last.depth > figure.depth:
        last = last.previous
    if last is not None and last.unit == figure.unit and _FINISHED.search(figure.low_before):
        return f"{unit} hoàn thành"
    return ""


def _staged(figure: Figure, unit: str, verb: str, state: NameState) -> str:
    """``đã hoàn thành 1.503 nhiệm vụ`` (nhiệm vụ đã hoàn thành) · ``Tổng số ca mắc sởi là 14 ca`` (ca ...)."""
    if verb and verb.lower() not in _HALF_SAID:
        return ""
    stage = _STAGE.search(figure.low_before)
    if stage is not None and figure.whole is not None and figure.under is None:
        return f"{unit} {stage['stage']}"
    if figure.previous is not None and figure.under is None and _FINISHING.search(figure.low_before):
        return f"{unit} hoàn thành"
    state.head = totalled(figure, unit) or state.head
    return totalled(figure, unit)


def _done_to(figure: Figure, kind: str, unit: str, verb: str, tail: str, state: NameState) -> str:
    """What was done, to what and to which of them."""
    if verb and (figure.whole is None or starts_with_verb(_UNDER_WAY.sub("", verb))):
        state.verb = verb
    if kind in PERSONS and not figure.depth and HURT.match(tail):
        state.head = f"{unit} {tail}{by_accident(state) or ('' if _MISSING in figure.low_after else by_harm(figure))}"
        return state.head
    last = figure.previous
    if kind in PERSONS and last is not None and last.unit in WORKS and last.indicator and tail in STRUCK:
        return f"{unit} {tail} {_FOUND_FIRST.sub('', last.indicator)}"
    verb = _said_once(verb)
    if (kind in ANIMALS or kind.startswith("con ")) and verb.lower() in _KILLED:
        dead = tail_phrase((figure.under or figure).after) or tail
        state.head = " ".join(f"{unit} {dead} chết{by_harm(figure)}".split()) if dead or kind != "con" else verb
        return state.head
    if verb.lower() == "xuất khẩu" and kind in PERSONS:
        return f"{verb} lao động"
    if verb.lower() in _SUCCEEDED and (before := figure.previous) is not None and before.indicator:
        verb = f"{_HOW_SETTLED.sub('', before.indicator.removesuffix(f' {unit}'))} {verb.lower()}"
    if kind in VISITED and verb.lower() in ("tiếp", "tiếp dân"):
        state.head = state.head if figure.depth else f"{verb.partition(' ')[0]} công dân"
        return f"{verb.partition(' ')[0]} công dân"
    if kind in PERSONS and verb.lower() == "tiếp" and not tail and figure.previous is not None:
        return f"{unit} được tiếp công dân" if figure.previous.unit in VISITED else f"{verb} {unit}"
    bare = bool(verb) and not tail and (kind in _PEOPLE or kind in BARE)
    phrase = _without_repeat(verb, "" if bare else unit, tail or _of_those(figure, verb, unit))
    if state.field and tail in _GENERIC and not figure.depth and _fits(state.field, phrase, unit):
        phrase = f"{phrase} {state.field}"
    if state.row and not figure.depth and len(phrase.split()) <= _ROW_WORDS and state.row.lower() not in phrase.lower():
        phrase = f"{phrase} {state.row}"
    if state.context and not figure.depth and len(phrase.split()) <= _CONTEXT_WORDS:
        phrase = f"{phrase} {state.context}"
    if not figure.depth:
        state.head = phrase
    return phrase


def _of_those(figure: Figure, verb: str, unit: str) -> str:
    """``31 trường hợp lấn chiếm lòng đường, nhắc nhở 19 trường hợp``: which ones, from the whole."""
    whole = figure.whole
    if not verb or unit not in WORKS or whole is None or whole.unit != unit or not whole.indicator:
        return ""
    rest = whole.indicator[len(unit) + 1 :] if whole.indicator.lower().startswith(f"{unit} ") else ""
    return rest if 0 < len(rest.split()) <= _RESULT_WORDS else ""


def _said_once(verb: str) -> str:
    """``verb`` without the words that it says twice ("thu hồi thu hồi")."""
    words = verb.split()
    return verb if len(set(words)) == len(words) else _TWICE.sub(r"\1", verb)


def _fits(field: str, phrase: str, unit: str) -> bool:
    """Whether the field of work adds to ``phrase`` without drowning it: short, and of other words."""
    words, own = field.lower().split(), phrase.lower().split()
    if opens_name(phrase):
        return False
    longest = 6 if unit.lower() in WORKS else 4
    if unit.lower() in CASES:
        return len(own) <= longest and not set(words) & set(own)
    return 3 <= len(own) <= longest and len(words) <= len(own) + 2 and not set(words) & set(own)


def _without_repeat(verb: str, unit: str, tail: str) -> str:
    """Verb, noun and tail in one; the noun left out where the verb phrase already ends in it or counts it."""
    said = verb.lower()
    parts = (verb, "" if unit.lower() in said else unit, "" if tail.lower() in said else tail)
    return " ".join(filter(None, parts))
