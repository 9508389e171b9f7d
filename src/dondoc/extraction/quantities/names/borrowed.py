"""Names that are lent: a noun that names a figure only together with what came before.

Finds         với số tiền 16 triệu đồng (số tiền + what it was paid for) · dư nợ 85 tỷ đồng (dư nợ + the row)
              người dân thả nuôi với tổng diện tích 300 ha (diện tích thả nuôi)
Leaves alone  a noun that says itself what was measured: tổng thiệt hại, sản lượng lúa
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.completing import crop_worked
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import MEASURES
from dondoc.extraction.quantities.names.name_state import NOT_NAMES, NameState, is_counted
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import from_verb, has_verb, starts_with_verb
from dondoc.extraction.quantities.signals import BORROWED

_SUMMED = re.compile(r"\Atổng ", re.IGNORECASE)
_DEED_WORDS = 5
_TOTAL = re.compile(r"\A(?:số\s+)?tổng\s+(?:số\s+)?")
_OWNER = re.compile(
    r"[\s,;:.]*(?:và |trong đó,? |riêng )*(?P<who>[^,;:\d]{2,60}?) (?:lần lượt )?(?:đứng|xếp|dẫn đầu|giữ|vươn|"
    r"là (?:quốc gia|địa phương|"
    r"nhà đầu tư|đối tác|lĩnh vực|ngành|thị trường|tỉnh|huyện|nước))\b"
)
_INVESTED = re.compile(r"\b(?:vốn|đầu tư)\b")
_PLACES = frozenset(
    {
        "quốc",
        "nước",
        "vùng",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "địa",
        "người",
        "lao",
        "thành",
        "ha",
        "km²",
        "km2",
        "m2",
        "m²",
    }
)
_THING_WORDS = 12
_SIZED = re.compile(r"diện tích|chiều dài|công suất|dung tích|quy mô|mức đầu tư|kinh phí|vốn đầu tư", re.IGNORECASE)
_RIGHT_BEHIND = re.compile(
    r" với (?:tổng )?(?:diện tích|chiều dài|công suất|dung tích)(?: (?:khoảng|hơn|trên|gần|là|đạt))* "
)
_PASSIVE = re.compile(r" (?:đã |đang |sẽ )?(?:được|có|do|nằm|thuộc) .*\Z")
_SIZE = re.compile(r"\A(?:tổng )?(?:chiều dài|công suất|mức đầu tư|diện tích(?! gieo)) (?=\w)", re.IGNORECASE)
_SEASON_FIRST = re.compile(r"(?:Vụ|Lúa|Ngô) [A-ZĐ]?[^\W\d]+(?: [A-ZĐ][^\W\d]+)?")
_BORROWED_REACH = 80


def borrowed_name(figure: Figure, words: str, state: NameState) -> str:
    """``với số tiền 16 triệu đồng``: a noun that names a figure only together with what came before."""
    if not figure.cues_before & BORROWED or ":" in words or "tổng thiệt hại" in words.lower():
        return ""
    if not state.head:
        state.head = _measured_first(words) if figure.previous is None and " với " in words else ""
        return state.head
    borrowed = read_cues().borrowed.search(plain(figure.before[-_BORROWED_REACH:]).lower())
    if borrowed is None or not (_is_bare(words, borrowed["noun"]) or "với " in borrowed.group()):
        return ""
    noun = _TOTAL.sub("", borrowed.group("noun"))
    if noun.endswith("thiệt hại"):
        return ""
    if state.row and not figure.depth:
        state.head = f"{noun} {state.row}"
        return state.head
    if noun == "dư nợ":
        state.head = noun
        return noun
    last = figure.previous
    if last is not None and is_counted(last.unit) and last.indicator and _RIGHT_BEHIND.fullmatch(figure.low_before):
        state.head = f"{noun} {last.indicator}"
        return state.head
    of = _who(words)
    if of and "với " in borrowed.group():
        state.head = f"{noun} {of}"
        return state.head
    if not MEASURES.match(noun):
        return _lent(noun, state)
    about = crop_worked(state.head) or MEASURES.sub("", state.head).strip() or state.topic
    state.head = f"{noun} {about}".strip()
    return state.head


def _measured_first(words: str) -> str:
    """``Trường Tiểu học Hà Lam được xây dựng với diện tích 900 m2``: the measure of what the clause tells of."""
    deed = _measured_deed(words)
    own, told, rest = plain(words).rpartition(" với ")
    measure = _SIZED.fullmatch(trim_name(_SUMMED.sub("", rest)))
    if deed or not told or measure is None:
        return deed
    subject = _PASSIVE.sub("", own.rpartition(". ")[2].rpartition("; ")[2])
    phrase = trim_name(subject.rpartition(", ")[2])
    return f"{measure.group()} {phrase}" if " " in phrase and len(phrase.split()) <= _THING_WORDS else ""


def _measured_deed(words: str) -> str:
    """``Vụ Hè Thu đã kết thúc gieo sạ, với tổng diện tích 300 ha`` (diện tích gieo sạ Vụ Hè Thu)."""
    deed, _, noun = plain(words).rpartition(" với ")
    measure = MEASURES.fullmatch(trim_name(_SUMMED.sub("", noun)))
    clause = trim_name(deed.rstrip(" ,").rpartition(", ")[2])
    done = from_verb(clause)
    if measure is None or not has_verb(clause) or not starts_with_verb(done) or len(done.split()) > _DEED_WORDS:
        return ""
    season = _SEASON_FIRST.match(clause)
    return f"{measure.group()} {done}{f' {season.group()}' if season else ''}"


def _lent(noun: str, state: NameState) -> str:
    """``noun`` with what it was paid for, or put in: "dự án", not the countries they come from."""
    about = _SIZE.sub("", state.head)
    if _INVESTED.search(noun):
        about = next((name for unit, name in reversed(state.named) if unit not in _PLACES), about)
        about = _SIZE.sub("", about)
    return about if about.lower().removeprefix("tổng ").startswith(noun) else f"{noun} {about}"


def _who(words: str) -> str:
    """``Hàn Quốc đứng thứ hai với tổng vốn đầu tư`` (Hàn Quốc): whose it is, where the clause says so first."""
    found = _OWNER.match(plain(words))
    who = trim_name(found["who"]) if found is not None else ""
    return "" if NOT_NAMES.match(who) else who


def _is_bare(words: str, noun: str) -> bool:
    """Whether nothing else than the borrowed noun names the figure."""
    head = head_phrase(words).lower()
    return head == noun or len(head.split()) <= len(noun.split()) + 1
