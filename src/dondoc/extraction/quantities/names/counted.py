"""The names of things counted: what was done to them, the noun, and which ones.

Finds         đã nhận 525 văn bản (nhận văn bản)
              tai nạn giao thông làm chết 5 người (người chết do tai nạn giao thông)
              xử phạt 12 và nhắc nhở 30 trường hợp vi phạm (both with what stands behind the second)
Leaves alone  toàn tỉnh có 64 xã: they only exist
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.animals import ANIMALS, animal_of, herd_of, vaccinated
from dondoc.extraction.quantities.names.carried import CASES, DOERS, VISITED, WORKS, carried_name
from dondoc.extraction.quantities.names.counted_rows import (
    already_named,
    criteria,
    number_of,
    pair_row,
    population,
    totalled,
)
from dondoc.extraction.quantities.names.counted_verbs import BARE, by_accident, done_verb
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import (
    FOLLOWERS,
    MONEY,
    NOT_NAMES,
    PERSONS,
    NameState,
    is_counted,
)
from dondoc.extraction.quantities.names.schooled import schooled
from dondoc.extraction.quantities.names.sizes import SIZES, place_name, size_name
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.told_behind import REACHED
from dondoc.extraction.quantities.names.verbs import starts_with_verb

_JOINED = re.compile(r"\A[\s*]*và[\s*]*\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_PEOPLE = frozenset({"lượt người", "lượt"})
_HURT = re.compile(r"(?:chết|tử vong|bị thương)\b")
_CRITERIA = frozenset({"tiêu chí", "chỉ tiêu"})
# "xã đạt chuẩn, xã Hà Trung đạt 16 tiêu chí": whose they are, and nothing done.
_OF_PLACE = re.compile(r"\b(?:xã|huyện|thôn|phường) [A-ZĐ]")
_CAME_TO = re.compile(r"\b(?:làm chết|làm bị thương|bị thương|tử vong)\s*\Z")
# All the words that _CAME_TO can end in.
_CAME_TO_ENDS = ("chết", "thương", "vong")
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
_PASSED = re.compile(r"\s+(?:không\s+)?đạt\s*[,;.(]")
# What one counts a noun by: bác sĩ/vạn dân.
_PER = frozenset({"vạn dân", "xã", "hộ", "người", "doanh nghiệp", "1.000 dân", "10.000 dân", "thôn", "phường"})
_GENERIC = frozenset({"", "vi phạm", "tham dự", "tham gia", "đạt", "không đạt", "đạt yêu cầu"})
_FINISHED = re.compile(r",\s*(?:đã |trong đó )?hoàn thành\s*\Z")
_GRADED = re.compile(r"[\s*]*(?:(?:được )?(?:đạt|xếp)(?: hạng| chuẩn)?|hạng)?[\s*]*")
# "hòa giải 26 vụ, thành 21 vụ, không thành 5 vụ": how the deed told before came out.
_SUCCEEDED = frozenset({"thành", "không thành", "chưa thành"})
_HOW_SETTLED = re.compile(r" (?:không |chưa )?thành\Z")
_OUT_OF_ALL = re.compile(r"\b(?:trên|trong|của) tổng(?: số)?\s*\Z")
_IN_ALL = re.compile(r"\b(?:giảm|tăng)(?: trên| ở)? cả\s*\Z")
_STAGE = re.compile(
    r"(?:\A|[\s,;(])(?P<stage>(?:(?:đã|đang|chưa) )?(?:hoàn thành|thực hiện|triển khai|điều trị|thi công))\s*\Z"
)
# "37 hộ và 12 vị trí đường điện chưa di dời": what is told of both, without the noun of the second.
_TOLD_OF_BOTH = re.compile(r"\b(?:chưa|đã|đang|bị|được|không|còn|vi phạm|chậm|tham gia|đạt)\b.*")
_OWNED = re.compile(r"\bcủa(?: cả| các| hơn| gần| khoảng)?\s*\Z")
# "có 4 nhóm tăng, 5 nhóm giảm": which way they went tells which they are.
_MOVING = frozenset({"nhóm", "nhóm hàng", "mặt hàng", "ngành", "địa phương", "tỉnh", "sản phẩm", "chỉ tiêu", "chỉ số"})
_MOVED = re.compile(r"\s+(?P<what>(?:[^\W\d]+ ){0,3}?)(?P<how>tăng|giảm)(?: giá)?(?= so\b|\s*(?:[,;.:()]| và\b)| là\b)")
_OWNED_REACH = 14
_UNDER_WAY = re.compile(r"\A(?:đang|chưa) ")
_HALF_SAID = frozenset({"chưa", "đã", "đang"})
_NEAR = 10
_OFFICE_FIRST = re.compile(r"(?:Sở|Phòng|Ban|Cục|Chi cục|UBND|Công an|Trung tâm|Văn phòng|Chủ tịch) ")
# "giải quyết dứt điểm 8 hồ sơ quá hạn": what is to be done with any such thing, and no row of its own.
_HANDLED = re.compile(
    r"(?:(?:kiểm tra|rà soát|đôn đốc|tập trung), )?(?:rà soát|giải quyết|xử lý (?:dứt điểm|xong|hết)|"
    r"vận động|đối thoại|trả lời|huy động|"
    r"phục vụ|tham mưu)\b(?! mặt bằng| việc làm| chế độ)",
    re.IGNORECASE,
)
_TOLD = 2
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
    tail = _tail(figure, counted.after, following)
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
    if figure.task and " " in tail and tail != "còn lại" and (not starts_with_verb(verb) or _HANDLED.match(verb)):
        verb = ""
    if figure.task and not tail and len(verb.split()) > _VERB_WORDS and _OFFICE_FIRST.match(verb):
        verb = ""
    if not tail and unit.lower() in _CRITERIA and (not verb or _OF_PLACE.search(verb)):
        said = criteria(figure, unit, state)
        if said:
            return said
    told = schooled(figure, tail, state) or ("" if tail else herd_of(figure)) or _animals(figure, verb, tail, state)
    if told:
        state.head = told
        return told
    if not tail:
        said = _graded(counted, following, unit) or _staged(figure, unit, verb, state)
        if said or not verb:
            return said or carried_name(figure, unit, state)
    return _done_to(figure, unit.lower(), unit, verb, tail, state)


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
        tail = tail_phrase(counted.after)
        state.head = tail if tail and len(head_phrase(words).split()) < _TOLD else head_phrase(words)
        return state.head
    if "tổng" in figure.low_before[-_NEAR:] and _OUT_OF_ALL.search(figure.low_before):
        return f"tổng số {unit} {tail_phrase(counted.after)}".strip()
    last = figure.previous
    while last is not None and last.depth > figure.depth:
        last = last.previous
    if last is not None and last.unit == figure.unit and _FINISHED.search(figure.low_before):
        return f"{unit} hoàn thành"
    return ""


def _graded(counted: Figure, following: Figure | None, unit: str) -> str:
    """``03 sản phẩm 5 sao`` (sản phẩm 5 sao): the grade behind the things tells which."""
    if following is None or following.role != "rank" or _GRADED.fullmatch(counted.low_after) is None:
        return ""
    return " ".join(f"{unit} {counted.after} {following.written}".replace("*", "").split())


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
    if verb and (figure.whole is None or starts_with_verb(_UNDER_WAY.sub("", verb))):
        state.verb = verb
    if kind in PERSONS and not figure.depth and _HURT.match(tail):
        state.head = f"{unit} {tail}{by_accident(state)}"
        return state.head
    verb = _said_once(verb)
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


def _tail(figure: Figure, after: str, following: Figure | None) -> str:
    if figure.low_before.rstrip().endswith(_CAME_TO_ENDS) and _CAME_TO.search(figure.low_before):
        return ""
    if following is not None and following.unit == "%" and REACHED.fullmatch(after):
        reached = " ".join(after.split())
        return f"{reached} {following.measure.value}% kế hoạch".replace(".", ",")
    if following is not None and figure.under is None and not figure.depth and _JOINED.match(after):
        shared = tail_phrase(following.after)
        told = _TOLD_OF_BOTH.search(shared) if following.unit != figure.unit else None
        return told.group() if told is not None else shared
    if following is not None and after == ", " and (figure.unit or "") in WORKS and following.unit in DOERS:
        done = tail_phrase(following.after)
        return "" if _HURT.search(done) else done
    tail = tail_phrase(after)
    moved = _MOVED.match(after) if figure.unit in _MOVING else None
    if moved is not None:
        prices = figure.unit in ("nhóm", "nhóm hàng", "nhóm hàng hóa")
        what = "hàng" if figure.unit == "nhóm" else moved["what"].strip()
        return f"{what} {moved['how']}{' giá' if prices else ''}".strip()
    if following is not None and following.unit in MONEY:
        tail = _WITH_AMOUNT.sub("", tail)
    elif following is not None and tail and not is_counted(following.unit):
        tail = _SIZED.sub("", tail)
    if (figure.unit or "") in WORKS and _HURT.match(tail):
        return ""
    return "" if not tail or tail.startswith("và ") or NOT_NAMES.match(tail) else tail


def _without_repeat(verb: str, unit: str, tail: str) -> str:
    """Verb, noun and tail in one; the noun left out where the verb phrase already ends in it or counts it."""
    said = verb.lower()
    parts = (verb, "" if unit.lower() in said else unit, "" if tail.lower() in said else tail)
    return " ".join(filter(None, parts))
