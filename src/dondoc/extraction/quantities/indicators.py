"""The name of the row that a figure belongs to.

Finds         Tổng thu ngân sách địa phương ước thu 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách địa phương)
              đã nhận 525 văn bản (nhận văn bản) · với số tiền 16 triệu đồng (số tiền + what it was paid for)
              (Phường 9: 450 ha) (the whole's name, Phường 9 in brackets)
Leaves alone  nothing named anywhere before: None
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.names import (
    attached_cut,
    head_phrase,
    is_vague,
    own_words,
    plain,
    result_context,
    starts_with_verb,
    tail_phrase,
    topic_name,
    trim_name,
)
from dondoc.lexicon.units import unit_lexicon

_LABEL = re.compile(r"(?:\A|[;,(.])\s*(?P<label>[^;,(.:]{2,60}?)\s*[:–-]\s*\Z")
_ABOUT = re.compile(
    r"[\s%]*(?:về\s+)?(?P<thing>(?:về\s+)?số\s+[^,;.()]+?|người\s+(?:chết|bị thương)|vụ)(?=\s+(?:so|và)\b|"
    r"[,;.()]|\s*\Z)"
)
_NOT_NAMES = re.compile(
    r"\A(?:so|cùng kỳ|tháng trước|năm trước|kế hoạch|\d+|trở|đó|này|nêu|khác|nói trên|tương|nữa|thêm|cao|thấp)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\A(?:số\s+)?tổng\s+(?:số\s+)?")
_REACHED = re.compile(r"\s*đạt\s+(?:trên|dưới|từ|gần|hơn)\s*")
_RESULTED = re.compile(r"\A(?:được|đạt|vi phạm|xếp|đã)\b")
_JOINED = re.compile(r"\A[\s*]*và[\s*]*\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_WHO = re.compile(r"\A\s+(?!so\b|cùng kỳ|kế hoạch|dự toán|và\b|tổng|trên\b|của\b)[^\W\d_]")
_PLANNED = re.compile(r"(?:kế hoạch|dự toán)(?P<what>(?:\s+(?!năm|giao|là|của|tỉnh|được)\w+){0,6})", re.IGNORECASE)
# Units that measure the noun before them: chính quyền 2 cấp, bệnh viện 100 giường.
_SIZES = frozenset({"cấp", "giường", "sao", "tháng", "năm", "ngày"})
_PLAN_ONLY = re.compile(
    r"\s*(?:(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán|nghị quyết|năm|giao|được|là|đề ra|tỉnh|20\d\d)\s*:?\s*)*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[\s*-]*(?:l[uũ]y kế|luỹ kế|tính chung|cộng dồn|ước cả năm|riêng tháng|trong tháng)\b", re.IGNORECASE
)
_HERD = re.compile(r"(?:tổng đàn|đàn|dân số|tổng số|số) \w+", re.IGNORECASE)
_SO_FAR = re.compile(r"l[uũ]y kế|luỹ kế|cộng dồn|tính chung|nâng tổng số", re.IGNORECASE)
_COMPARED = re.compile(
    r"so với (?:cùng kỳ|tháng trước|năm trước|quý trước)(?: năm (?:trước|20\d\d))?|so cùng kỳ|so tháng trước",
    re.IGNORECASE,
)
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
_ACCIDENT = re.compile(r"tai nạn")
_MONEY = frozenset({"đồng", "USD", "EUR", "%"})
_FOLLOWERS = frozenset({"change", "share_of_plan", "rate"})


class NameState:
    """The name that carries over from figure to figure inside a sentence."""

    __slots__ = ("context", "head", "named", "topic", "verb")

    def __init__(self, topic: str, head: str) -> None:
        self.head = head
        self.topic = topic
        self.verb = ""
        self.context = ""
        self.named: list[tuple[str, str]] = []


def name_figures(sentence: Sentence, topic: str, before: str = "") -> None:
    """Give every figure of ``sentence`` its indicator; ``topic`` is the title of the item, for figures without one,
    ``before`` the first name of the sentence before it ("Lũy kế 9 tháng đạt ..." goes on with it)."""
    anchored = sentence.anchor.indicator if sentence.anchor is not None else None
    goes_on = before if _GOES_ON.match(sentence.words) else ""
    state = NameState(topic_name(_own_title(sentence)) or topic_name(topic), anchored or goes_on)
    for place, figure in enumerate(sentence.figures):
        following = sentence.figures[place + 1] if place + 1 < len(sentence.figures) else None
        figure.indicator = _name(figure, following, state) or None
        if figure.indicator and figure.unit and figure.role not in _FOLLOWERS:
            state.named.append((figure.unit.split()[0].lower(), figure.indicator))


def _own_title(sentence: Sentence) -> str:
    title, colon, _ = sentence.words[:90].partition(":")
    return title if colon and 1 < len(title.split()) <= 12 and not re.search(r"\d[.,]?\d*\s*\w", title) else ""


def _name(figure: Figure, following: Figure | None, state: NameState) -> str:
    if figure.over is not None:
        return _bottom_name(figure)
    words = own_words(figure)
    if figure.opens and not trim_name(words) and not _explains(figure):
        _look_before_bracket(figure, state)
    context = result_context(figure.before)
    if context:
        state.context = context
    if figure.role in _FOLLOWERS:
        return _follower_name(figure, words, state)
    label = _label(figure) or _short_label(figure, words)
    if label:
        if not figure.depth:
            state.head = label
        return label
    before = plain(figure.before[-80:]).lower()
    borrowed = read_cues().borrowed.search(before)
    if (
        borrowed
        and state.head
        and ":" not in words
        and (_is_bare(words, borrowed["noun"]) or "với " in borrowed.group())
    ):
        return f"{_TOTAL.sub('', borrowed.group('noun'))} {state.head}"
    if figure.role == "plan" and figure.opens and figure.owner is not None and _PLAN_ONLY.fullmatch(plain(words)):
        return figure.owner.indicator or state.head
    if _is_counted(figure.unit):
        return _counted_name(figure, following, words, state)
    return _amount_name(figure, words, state)


def _explains(figure: Figure) -> bool:
    """Whether the bracket stands right behind the figure it explains: 85 xã đạt chuẩn (chiếm 70,8%)."""
    previous = figure.previous
    behind = figure.before.rsplit("(", 1)[0]
    return previous is not None and figure.owner is previous and not re.search(r"[,;:]", behind)


def _look_before_bracket(figure: Figure, state: NameState) -> None:
    """``xuống giống (711 ha)``: what the bracket is about stands before it."""
    before = figure.before.rsplit("(", 1)[0]
    head = head_phrase(before if figure.previous is None else attached_cut(before))
    if head and not _NOT_NAMES.match(head):
        state.head = head


def _label(figure: Figure) -> str:
    """``(Phường 9: 450 ha)``: a part under a label of its own."""
    whole = figure.whole
    if whole is None or not whole.indicator or figure.unit != whole.unit or not figure.depth:
        return ""
    label = _LABEL.search(plain(figure.before.replace("(", ";")))
    name = trim_name(label["label"]) if label else ""
    return f"{whole.indicator} ({name})" if name and len(name.split()) <= 6 else ""


def _short_label(figure: Figure, words: str) -> str:
    """``trong đó lúa 5.104 ha``, ``(nhất 06, nhì 31)``: a word or two that tell which part of the whole."""
    whole = figure.whole
    if whole is None or not whole.indicator or whole.unit != figure.unit or figure.over or figure.under:
        return ""
    if not figure.written.isdecimal() and figure.measure.unit is not None and _is_counted(figure.unit):
        return ""
    name = head_phrase(words if figure.measure.unit else figure.before.rsplit("(", 1)[-1])
    return f"{name} {whole.indicator}" if name and len(name.split()) <= 2 else ""


def _is_bare(words: str, noun: str) -> bool:
    """Whether nothing else than the borrowed noun names the figure."""
    head = head_phrase(words).lower()
    return head == noun or len(head.split()) <= len(noun.split()) + 1


def _bottom_name(figure: Figure) -> str:
    top = figure.over
    if top is not None and top.role == "part":
        tail = tail_phrase(figure.after)
        return f"{figure.unit or ''} {'' if _RESULTED.match(tail) else tail}".strip()
    return (top.indicator if top is not None else None) or ""


def _is_counted(unit: str | None) -> bool:
    if unit is None or unit in _MONEY:
        return False
    known = unit_lexicon().words.get(unit.lower())
    return (known is None and len(unit) > 3) or (known is not None and known.kind in ("count", "time"))


def _follower_name(figure: Figure, words: str, state: NameState) -> str:
    about = _ABOUT.match(figure.after) if figure.role == "change" else None
    if about and figure.unit == "%":
        return f"{about['thing'].removeprefix('về ')} {state.head or state.topic}".strip()
    previous = figure.previous
    if previous is not None and _is_counted(previous.unit) and _REACHED.fullmatch(previous.after):
        return f"{previous.unit} đạt kế hoạch"
    if figure.role == "rate" and _WHO.match(figure.after) and _begins(figure, words):
        who = tail_phrase(figure.after.replace(",", " "), limit=16)
        if len(who.split()) > 1:
            return who
    counterpart = _counterpart(figure, state) if figure.role == "change" else ""
    if counterpart:
        return counterpart
    if figure.opens and _explains(figure) and previous is not None and previous.role not in _FOLLOWERS:
        return previous.indicator or state.head
    if previous is not None and _adds_nothing(figure.before):
        words = ""
    head = head_phrase(words)
    if head and not _NOT_NAMES.match(head) and (len(head.split()) > 1 or not state.head):
        if is_vague(head) and state.topic:
            head = f"{head} {state.topic}"
        state.head = head
        return head
    if state.head:
        return state.head
    return head or state.topic


def _adds_nothing(before: str) -> bool:
    """Whether only a verb stands between the last comma and the figure: "... đạt chuẩn nông thôn mới, chiếm 38%"."""
    _, comma, last = before.rpartition(",")
    return bool(comma) and ";" not in before and ":" not in before and not trim_name(plain(last))


def _begins(figure: Figure, words: str) -> bool:
    """Whether a clause begins at the figure ("..., 100% hộ dân ...")."""
    return not trim_name(words) or figure.before.rstrip().endswith((",", ";"))


def _counterpart(figure: Figure, state: NameState) -> str:
    """``12 vụ, làm chết 5 người ... (giảm 3 vụ, tăng 1 người chết)``: each change goes with the figure of its unit."""
    if not figure.unit or not _is_counted(figure.unit):
        return ""
    if figure.depth == 0 and trim_name(_COMPARED.sub("", plain(own_words(figure)))):
        return ""
    unit = figure.unit.split()[0].lower()
    names = [name for known, name in state.named[-6:] if known == unit]
    tail = set(tail_phrase(figure.after).lower().split())
    if len(names) < 2 or not tail:
        return names[-1] if names else ""
    return max(names, key=lambda name: len(tail & set(name.lower().split())))


def _amount_name(figure: Figure, words: str, state: NameState) -> str:
    head = head_phrase(words)
    if head and not _NOT_NAMES.match(head):
        if len(head.split()) <= 3 and figure.unit not in _MONEY and not is_vague(head):
            tail = tail_phrase(figure.after)
            head = head if _NOT_NAMES.match(tail) or tail.startswith("và ") else f"{head} {tail}".strip()
        if is_vague(head):
            about = state.topic or state.head
            head = f"{head} {about}" if about and head.lower() not in about.lower() else about or head
        state.head, state.verb = head, ""
        return head
    named = _PLANNED.search(plain(words)) if figure.role == "plan" and not state.head else None
    if named:
        state.head = trim_name(named["what"]) or named.group().lower()
        return f"{state.head} {state.topic}".strip()
    return state.head or state.topic or tail_phrase(figure.after)


def _counted_name(figure: Figure, following: Figure | None, words: str, state: NameState) -> str:
    unit = (figure.under.unit if figure.under is not None else figure.unit) or ""
    after = figure.under.after if figure.under is not None else figure.after
    verb = _done_verb(figure, words, state)
    if verb and unit.lower() in _SIZES:
        return verb
    tail = _tail(figure, after, following)
    alone = not _LETTERS.search(words.replace("và", ""))
    if not verb and alone and not figure.depth and figure.whole is None and (not tail or len(state.verb.split()) <= 5):
        verb = state.verb
    if not verb and not tail:
        return _carried(figure, unit, state)
    if verb and figure.whole is None:
        state.verb = verb
    bare = bool(verb) and not tail and (unit.lower() in _PEOPLE or unit.lower() in _BARE)
    phrase = _without_repeat(verb, "" if bare else unit, tail)
    if len(phrase.split()) <= 3 and state.context and not figure.depth:
        phrase = f"{phrase} {state.context}"
    if not figure.depth:
        state.head = phrase
    return phrase


def _done_verb(figure: Figure, words: str, state: NameState) -> str:
    """What was done to the things counted; nothing where they only exist ("toàn tỉnh có 64 xã")."""
    verb = head_phrase(words, counted=True)
    if _EXISTS.search(figure.before) and not starts_with_verb(verb):
        noun = head_phrase(words)
        return noun if unit_of(figure) in _BARE and _HERD.match(noun) else ""
    harmed = _HARMED.match(verb)
    if harmed:
        accident = _ACCIDENT.search(f"{state.topic} {state.head} {' '.join(name for _, name in state.named)}".lower())
        return f"{_HARMS[harmed.group().lower()]}{' do tai nạn giao thông' if accident else ''}"
    return verb


def unit_of(figure: Figure) -> str:
    """The unit of ``figure`` in lower case, "" where it has none."""
    return (figure.unit or "").lower()


def _tail(figure: Figure, after: str, following: Figure | None) -> str:
    if following is not None and following.unit == "%" and _REACHED.fullmatch(after):
        reached = " ".join(after.split())
        return f"{reached} {following.measure.value}% kế hoạch".replace(".", ",")
    if following is not None and _JOINED.match(after) and figure.under is None and not figure.depth:
        return tail_phrase(following.after)
    tail = tail_phrase(after)
    return "" if _NOT_NAMES.match(tail) or tail.startswith("và ") else tail


def _carried(figure: Figure, unit: str, state: NameState) -> str:
    counted = next((name for known, name in state.named[:8] if known == unit.split()[0].lower()), "")
    if counted and not figure.depth and _SO_FAR.search(figure.before):
        return counted
    owner = figure.owner.indicator if figure.owner is not None and figure.depth else None
    if _EXISTS.search(figure.before) and not figure.depth and not state.context:
        state.head = state.head or unit
        return unit
    name = state.context or owner or state.head or state.topic
    if not state.head and not figure.depth:
        state.head = unit
    return name if unit.lower() in name.lower() else f"{unit} {name}".strip()


def _without_repeat(verb: str, unit: str, tail: str) -> str:
    """Verb, noun and tail in one; the noun left out where the verb phrase already ends in it or counts it."""
    parts = [verb]
    if unit.lower() not in verb.lower():
        parts.append(unit)
    if tail and tail.lower() not in verb.lower():
        parts.append(tail)
    return " ".join(part for part in parts if part)
