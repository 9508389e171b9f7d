"""The name of the row that a figure belongs to.

Finds         Tổng thu ngân sách địa phương ước thu 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách địa phương)
              đã nhận 525 văn bản (nhận văn bản) · với số tiền 16 triệu đồng (số tiền + what it was paid for)
              (Phường 9: 450 ha) (the whole's name, Phường 9 in brackets)
Leaves alone  nothing named anywhere before: None
"""

import re

from dondoc.extraction.quantities.counted import counted_name
from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.followers import follower_name
from dondoc.extraction.quantities.labels import borrowed_name, bottom_name, label_of
from dondoc.extraction.quantities.name_state import FOLLOWERS, MONEY, NOT_NAMES, NameState, explains, is_counted
from dondoc.extraction.quantities.names import (
    attached_cut,
    head_phrase,
    is_vague,
    own_words,
    result_context,
    tail_phrase,
    topic_name,
)
from dondoc.extraction.quantities.trimming import plain, trim_name

_PLANNED = re.compile(r"(?:kế hoạch|dự toán)(?P<what>(?:\s+(?!năm|giao|là|của|tỉnh|được)\w+){0,6})", re.IGNORECASE)
_PLAN_ONLY = re.compile(
    r"\s*(?:(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán|nghị quyết|năm|giao|được|là|đề ra|tỉnh|20\d\d)\s*:?\s*)*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[\s*-]*(?:l[uũ]y kế|luỹ kế|tính chung|cộng dồn|ước cả năm|riêng tháng|trong tháng)\b")
_FIGURE = re.compile(r"\d[.,]?\d*\s*\w")
_TITLE_REACH = 90
_TITLE_WORDS = 12
_NOUN_WORDS = 3


def name_figures(sentence: Sentence, topic: str, before: str = "") -> None:
    """Give every figure of ``sentence`` its indicator; ``topic`` is the title of the item, for figures without one,
    ``before`` the first name of the sentence before it ("Lũy kế 9 tháng đạt ..." goes on with it)."""
    anchored = sentence.anchor.indicator if sentence.anchor is not None else None
    goes_on = before if before and _GOES_ON.match(sentence.low) else ""
    state = NameState(topic_name(_own_title(sentence)) or topic_name(topic), anchored or goes_on)
    last = len(sentence.figures) - 1
    for place, figure in enumerate(sentence.figures):
        following = sentence.figures[place + 1] if place < last else None
        figure.indicator = _name(figure, following, state) or None
        if figure.indicator and figure.unit and figure.role not in FOLLOWERS:
            state.named.append((figure.unit.split()[0].lower(), figure.indicator))


def _own_title(sentence: Sentence) -> str:
    title, colon, _ = sentence.words[:_TITLE_REACH].partition(":")
    return title if colon and 1 < len(title.split()) <= _TITLE_WORDS and not _FIGURE.search(title) else ""


def _name(figure: Figure, following: Figure | None, state: NameState) -> str:
    if figure.over is not None:
        return bottom_name(figure)
    words = own_words(figure)
    if figure.opens and not explains(figure) and not trim_name(words):
        _look_before_bracket(figure, state)
    state.context = result_context(figure) or state.context
    if figure.role in FOLLOWERS:
        return follower_name(figure, words, state)
    label = label_of(figure, words)
    if label:
        if not figure.depth:
            state.head = label
        return label
    borrowed = borrowed_name(figure, words, state)
    if borrowed:
        return borrowed
    if figure.role == "plan" and figure.opens and figure.owner is not None and _PLAN_ONLY.fullmatch(plain(words)):
        return figure.owner.indicator or state.head
    if is_counted(figure.unit):
        return counted_name(figure, following, words, state)
    return _amount_name(figure, words, state)


def _look_before_bracket(figure: Figure, state: NameState) -> None:
    """``xuống giống (711 ha)``: what the bracket is about stands before it."""
    before = figure.before.rsplit("(", 1)[0]
    head = head_phrase(before if figure.previous is None else attached_cut(before))
    if head and not NOT_NAMES.match(head):
        state.head = head


def _amount_name(figure: Figure, words: str, state: NameState) -> str:
    head = head_phrase(words)
    if head and not NOT_NAMES.match(head):
        vague = is_vague(head)
        if figure.unit not in MONEY and not vague and len(head.split()) <= _NOUN_WORDS:
            tail = tail_phrase(figure.after)
            head = head if NOT_NAMES.match(tail) or tail.startswith("và ") else f"{head} {tail}".strip()
            vague = is_vague(head)
        if vague:
            about = state.topic or state.head
            head = f"{head} {about}" if about and head.lower() not in about.lower() else about or head
        state.head, state.verb = head, ""
        return head
    named = _PLANNED.search(plain(words)) if figure.role == "plan" and not state.head else None
    if named:
        state.head = trim_name(named["what"]) or named.group().lower()
        return f"{state.head} {state.topic}".strip()
    return state.head or state.topic or tail_phrase(figure.after)
