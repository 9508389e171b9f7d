"""The names of things counted: what was done to them, the noun, and which ones.

Finds         đã nhận 525 văn bản (nhận văn bản)
              tai nạn giao thông làm chết 5 người (người chết do tai nạn giao thông)
              xử phạt 12 và nhắc nhở 30 trường hợp vi phạm (both with what stands behind the second)
Leaves alone  toàn tỉnh có 64 xã: they only exist
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.followers import REACHED
from dondoc.extraction.quantities.name_state import NOT_NAMES, NameState
from dondoc.extraction.quantities.names import head_phrase, starts_with_verb, tail_phrase

_JOINED = re.compile(r"\A[\s*]*và[\s*]*\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
# Units that measure the noun before them: chính quyền 2 cấp, bệnh viện 100 giường.
_SIZES = frozenset({"cấp", "giường", "sao", "tháng", "năm", "ngày"})
_HERD = re.compile(r"(?:tổng đàn|đàn|dân số|tổng số|số) \w+", re.IGNORECASE)
_SO_FAR = re.compile(r"l[uũ]y kế|luỹ kế|cộng dồn|tính chung|nâng tổng số", re.IGNORECASE)
_BARE = frozenset({"con", "cái", "chiếc", "viên", "bộ", "tạ/ha", "tấn/ha", "cây", "lít", "quyển", "bao", "m2", "m3"})
_PEOPLE = frozenset({"lượt người", "lượt"})
_EXISTS = re.compile(r"\bcó\s*\Z")
_HARMED = re.compile(r"làm chết|bị thương|làm bị thương|chết", re.IGNORECASE)
_HARMS = {
    "làm chết": "người chết",
    "chết": "người chết",
    "bị thương": "người bị thương",
    "làm bị thương": "người bị thương",
}
_CONTEXT_WORDS = 3
_VERB_WORDS = 5


def counted_name(figure: Figure, following: Figure | None, words: str, state: NameState) -> str:
    """The name of a counted figure; ``following`` is the one behind it."""
    counted = figure.under if figure.under is not None else figure
    unit = counted.unit or ""
    verb = _done_verb(figure, words, state)
    if verb and unit.lower() in _SIZES:
        return verb
    tail = _tail(figure, counted.after, following)
    if not verb and not figure.depth and figure.whole is None and (not tail or len(state.verb.split()) <= _VERB_WORDS):
        verb = "" if _LETTERS.search(words.replace("và", "")) else state.verb
    if not verb and not tail:
        return _carried(figure, unit, state)
    if verb and figure.whole is None:
        state.verb = verb
    bare = bool(verb) and not tail and (unit.lower() in _PEOPLE or unit.lower() in _BARE)
    phrase = _without_repeat(verb, "" if bare else unit, tail)
    if state.context and not figure.depth and len(phrase.split()) <= _CONTEXT_WORDS:
        phrase = f"{phrase} {state.context}"
    if not figure.depth:
        state.head = phrase
    return phrase


def _done_verb(figure: Figure, words: str, state: NameState) -> str:
    """What was done to the things counted; nothing where they only exist ("toàn tỉnh có 64 xã")."""
    verb = head_phrase(words, counted=True)
    if _exists(figure) and not starts_with_verb(verb):
        noun = head_phrase(words)
        return noun if (figure.unit or "").lower() in _BARE and _HERD.match(noun) else ""
    harmed = _HARMED.match(verb) if verb else None
    if harmed:
        said = f"{state.topic} {state.head} {' '.join(name for _, name in state.named)}".lower()
        return f"{_HARMS[harmed.group().lower()]}{' do tai nạn giao thông' if 'tai nạn' in said else ''}"
    return verb


def _exists(figure: Figure) -> bool:
    return figure.before[-8:].rstrip().endswith("có") and _EXISTS.search(figure.before) is not None


def _tail(figure: Figure, after: str, following: Figure | None) -> str:
    if following is not None and following.unit == "%" and REACHED.fullmatch(after):
        reached = " ".join(after.split())
        return f"{reached} {following.measure.value}% kế hoạch".replace(".", ",")
    if following is not None and figure.under is None and not figure.depth and _JOINED.match(after):
        return tail_phrase(following.after)
    tail = tail_phrase(after)
    return "" if NOT_NAMES.match(tail) or tail.startswith("và ") else tail


def _carried(figure: Figure, unit: str, state: NameState) -> str:
    counted = next((name for known, name in state.named[:8] if known == unit.split()[0].lower()), "")
    if counted and not figure.depth and _SO_FAR.search(figure.before):
        return counted
    owner = figure.owner.indicator if figure.owner is not None and figure.depth else None
    if not figure.depth and not state.context and _exists(figure):
        state.head = state.head or unit
        return unit
    name = state.context or owner or state.head or state.topic
    if not state.head and not figure.depth:
        state.head = unit
    return name if unit.lower() in name.lower() else f"{unit} {name}".strip()


def _without_repeat(verb: str, unit: str, tail: str) -> str:
    """Verb, noun and tail in one; the noun left out where the verb phrase already ends in it or counts it."""
    said = verb.lower()
    parts = (verb, "" if unit.lower() in said else unit, "" if tail.lower() in said else tail)
    return " ".join(part for part in parts if part)
