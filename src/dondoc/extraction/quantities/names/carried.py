"""The names of things counted that no words around tell: from what stands before, or the noun alone.

Finds         lũy kế 120 vụ (as the vụ before) · 12 vụ, 15 bị can (bị can + what the cases were)
              tiếp 12 lượt với 15 người (người tiếp công dân) · có 45 trường, với 812 lớp (lớp)
Leaves alone  toàn tỉnh có 64 xã: they only exist
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.counted_rows import is_population
from dondoc.extraction.quantities.names.counted_verbs import exists
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.name_state import (
    FOLLOWERS,
    PERSONS,
    NameState,
    explains,
    is_counted,
    same_before,
    unit_noun,
)
from dondoc.extraction.quantities.names.own_words import own_words
from dondoc.extraction.quantities.names.verbs import starts_with_verb

WORKS = frozenset({"trường hợp", "vụ", "việc", "lượt", "vụ việc"})
DOERS = frozenset({"đối tượng", "bị can", "nghi can", "người", "bị cáo"})
CASES = frozenset({"ca", "ca mắc", "ca bệnh", "ổ dịch"})
VISITED = frozenset({"lượt", "lượt người", "lượt công dân"})
_OF_FIELD = CASES | {"vụ", "vụ việc"}
_SO_FAR = re.compile(r"l[uũ]y kế|luỹ kế|cộng dồn|tính chung|nâng tổng số", re.IGNORECASE)
_SIBLING = re.compile(r"[\s),;]+(?:với\s+|và\s+|gồm\s+)?")
_STATED_FIRST = ("dân số", "diện tích", "tổng")
_AMOUNT = re.compile(r"\A(?:tổng )?(?:dư nợ|(?:số )?(?:tiền|vốn)|kinh phí|giá trị|doanh số)(?: |\Z)", re.IGNORECASE)
# "ban hành 214 văn bản, tổ chức 46 cuộc họp": another deed, and nothing of the one before.
_NEW_DEED = re.compile(
    r"[,;] (?:và |đã |còn )*(?:tổ chức|thực hiện|triển khai|tiến hành|duy trì|xây dựng)(?: được)?\s*\Z"
)
_PLAN = re.compile(r"(?:tổng )?(?:số )?(?:kế hoạch )?vốn(?: (?:giao|phân bổ|bố trí))?", re.IGNORECASE)
_CLASSIFIER = re.compile(r"\A(?:(?:tổ chức|mở) )?(?:đợt|buổi|cuộc|lớp|ca|chuyến|lượt) (?=\S+ \S)", re.IGNORECASE)
# What a school or a place has: counted beside it, and named by itself.
_PUPILS = frozenset({"lớp", "lớp học", "học sinh", "giáo viên", "sinh viên", "nhân khẩu", "khẩu"})
_AMONG_THEM = re.compile(r"(?:[,;]|\A|\b(?:với|gồm|và|có))(?:\s+(?:trên|hơn|gần|khoảng|tổng số))?\s*\Z")


def carried_name(figure: Figure, unit: str, state: NameState) -> str:
    """The name of the things counted by ``unit`` where no words around the figure tell which."""
    if not figure.depth and (state.continued or _SO_FAR.search(figure.before)):
        counted = next((name for known, name in state.named[:8] if known == unit_noun(unit)), "")
        counted = counted or ("" if figure.task else state.told_before(unit))
        if counted:
            state.head = state.head or counted
            return unit if starts_with_verb(counted) and exists(figure) else counted
    if figure.opens and (figure.under is not None or figure.over is not None) and state.head and not explains(figure):
        return state.head
    same = same_before(figure, figure.under or figure)
    if same:
        return same
    if figure.before.strip() == "cho" and opens_name(state.head):
        return unit
    return (
        _doers(figure, unit)
        or (_beside(figure, unit, state) if not figure.depth else "")
        or _as_head(figure, unit, state)
    )


def _beside(figure: Figure, unit: str, state: NameState) -> str:
    """The name of things counted right behind others: those who did it, those who came, pupils; the noun alone."""
    last = figure.previous
    if last is not None and last.unit in VISITED and unit in PERSONS:
        return f"{unit} {last.indicator or ''}".strip()
    if unit.lower() in _PUPILS and _AMONG_THEM.search(figure.low_before):
        return unit
    if last is None or _SIBLING.fullmatch(figure.before) is None:
        return _behind_others(last, figure, unit) if last is not None else ""
    if ";" in figure.before and last.unit == figure.unit:
        return ""
    counted = (last.indicator or "").lower().startswith(f"{(last.unit or '').lower()}") and last.unit != figure.unit
    return unit if " " in unit or counted or state.head.lower().startswith(_STATED_FIRST) else ""


def _doers(figure: Figure, unit: str) -> str:
    """``3 vụ đánh bạc, 15 đối tượng`` (đối tượng đánh bạc): those who did what the cases before are."""
    last = figure.previous
    if last is None or last.unit not in WORKS or unit not in DOERS or _SIBLING.fullmatch(own_words(figure)) is None:
        return ""
    rest = " ".join(word for word in (last.indicator or "").split() if word != last.unit)
    return f"{unit} {rest}" if " " in rest and not starts_with_verb(rest) else ""


def _behind_others(last: Figure, figure: Figure, unit: str) -> str:
    """``12 khu công nghiệp đang hoạt động và 3 khu kinh tế`` (khu kinh tế) · ``... với 5.600 thành viên``: of those."""
    if last.unit == figure.unit or last.role in FOLLOWERS or not is_counted(last.unit):
        return ""
    joined = own_words(figure)
    if joined == " với ":
        return f"{unit} {last.indicator or ''}".strip()
    return unit if " " in unit and _SIBLING.fullmatch(joined) is not None else ""


def _as_head(figure: Figure, unit: str, state: NameState) -> str:
    """The noun with the name before it, with that of what a bracket explains, or with the title."""
    owner = figure.owner.indicator if figure.owner is not None and figure.depth else None
    if figure.opens and not explains(figure):
        owner = None
    if figure.previous is not None and not figure.depth and _NEW_DEED.search(figure.low_before):
        return unit
    if (" " in unit and _is_one_kind(figure, unit)) or (not figure.depth and figure.low_before.endswith(" thuộc ")):
        return unit
    if not figure.depth and not state.context and exists(figure):
        return _existing(figure, unit, state)
    if state.field and not state.head and not figure.depth and unit.lower() in _OF_FIELD:
        state.head = f"{unit} {state.field}"
        return state.head
    name = state.context or owner or state.head or state.topic
    if not state.head and not figure.depth:
        state.head = name if figure.role == "plan" and state.topic else unit
    if figure.role == "plan" and name == state.topic and len(name.split()) > 1:
        return name
    told = unit.lower() in name.lower() or (unit.lower() in PERSONS and is_population(name))
    if figure.previous is not None and figure.previous.unit == "đồng":
        name = _AMOUNT.sub("", name)
    if not told:
        name = _CLASSIFIER.sub("", name) if _PLAN.fullmatch(name) is None else state.topic
    return name if told else f"{unit} {name}".strip()


def _is_one_kind(figure: Figure, unit: str) -> bool:
    """``18 đơn, trong đó 3 đơn khiếu nại``: whether ``unit`` says by itself which of the things before it counts."""
    noun, last = unit.partition(" ")[0].lower(), figure.previous
    while last is not None and (last.unit == "%" or last.depth > figure.depth or last.unit == unit):
        last = last.previous
    return last is not None and noun not in CASES and (last.unit or "").lower() == noun


def _existing(figure: Figure, unit: str, state: NameState) -> str:
    """``toàn tỉnh có 64 xã`` (xã) · ``đã chi trả 1.097 hộ, còn 187 hộ`` (as before)."""
    left = figure.low_before.rstrip()
    last = figure.previous
    goes_on = last is not None and (last.unit == figure.unit or unit.lower() in state.head.lower())
    if goes_on and state.head and left.endswith("còn") and not left.endswith("hiện còn"):
        return state.head
    if unit.lower() in state.topic.lower():
        return state.topic
    state.head = state.head or unit
    return unit
