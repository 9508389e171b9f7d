"""The name of the row that a figure belongs to.

Finds         Tổng thu ngân sách địa phương ước thu 70 tỷ đồng, tăng 5% (both: Tổng thu ngân sách địa phương)
              đã nhận 525 văn bản (nhận văn bản) · với số tiền 16 triệu đồng (số tiền + what it was paid for)
              (Phường 9: 450 ha) (the whole's name, Phường 9 in brackets)
Leaves alone  nothing named anywhere before: None

In this order, the first that gives a name ends the search: words shared with the figures behind (``behind``); the
other figure of a pair (``labels``); the figure that a number inside the name, or "từ ... xuống còn", goes on with
(``embedded``); one word turned into its opposite (``opposites``); for changes, shares and rates what they are about
(``followers``, ``told_behind``); the label of a part (``labels``); what a place was won in; a noun that needs the
name before (``borrowed``); a plan in brackets; things counted (``counted``); amounts (``amounts``). A name that says
only half is made whole (``completing``), one that offices always mean otherwise is settled (``settled``); the label of
a row goes to all figures of the row (``row_labels``), whose it is to those that somebody tells (``speakers``).
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.names.alike import alike_name
from dondoc.extraction.quantities.names.amounts import amount_name
from dondoc.extraction.quantities.names.averages import average_name
from dondoc.extraction.quantities.names.bare_nouns import bare_noun_name
from dondoc.extraction.quantities.names.behind import shared_name
from dondoc.extraction.quantities.names.borrowed import borrowed_name
from dondoc.extraction.quantities.names.brackets import is_placed, leave_bracket, listed_place, opened_bracket
from dondoc.extraction.quantities.names.completing import completed
from dondoc.extraction.quantities.names.counted import REMAINING, counted_name
from dondoc.extraction.quantities.names.embedded import embedding_name
from dondoc.extraction.quantities.names.explained import explained_name
from dondoc.extraction.quantities.names.followers import follower_name
from dondoc.extraction.quantities.names.funds import paid_out_by_each
from dondoc.extraction.quantities.names.half_said import said_whole
from dondoc.extraction.quantities.names.head_phrases import head_phrase, result_context
from dondoc.extraction.quantities.names.labels import bottom_name, label_of
from dondoc.extraction.quantities.names.name_state import (
    FOLLOWERS,
    NameState,
    is_counted,
    unit_noun,
)
from dondoc.extraction.quantities.names.openings import first_name, opened
from dondoc.extraction.quantities.names.opposites import opposite_name
from dondoc.extraction.quantities.names.own_words import own_words
from dondoc.extraction.quantities.names.reckoned import share_name
from dondoc.extraction.quantities.names.respective import in_order
from dondoc.extraction.quantities.names.row_labels import lists_rows, row_label
from dondoc.extraction.quantities.names.settled import settled
from dondoc.extraction.quantities.names.shortened import given_to, shortened
from dondoc.extraction.quantities.names.speakers import of_speaker, speaker
from dondoc.extraction.quantities.names.thresholds import threshold_name
from dondoc.extraction.quantities.names.trimming import trim_name
from dondoc.extraction.quantities.names.verbs import has_verb

# "Chênh lệch thu nhập giữa thành thị và nông thôn còn 1,49 lần": how many times, not how often.
_RATIO = re.compile(r"\b(?:chênh lệch|khoảng cách|hệ số)\b[^,;.]*\Z")
# "VN-Index đạt 934 điểm": how high an index stands, and no points counted.
_SCORED = re.compile(r"index\b|chỉ số|\b(?:pci|papi|dti|sipas)\b")
_RANKED = re.compile(
    r",?\s*\b(?:(?:tiếp tục |vẫn |luôn )*(?:khẳng định|giữ vững|duy trì|vươn lên) (?=xếp|đứng|vị|thứ|"
    r"hạng))?(?:xếp|đứng|giữ|thuộc|nằm|thứ hạng|thứ|vị trí|vị thứ|hạng)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\s*(?:trở )?(?:xuống|lên|đến|tới|thành|sang)(?: còn| đến| tới| thành| mức| khoảng| trên| dưới| tối thiểu|"
    r" ít nhất)*\s*"
)
_RANKED_IN = re.compile(r"[^,;.()\d]{0,30}?\bvề (?P<what>[^,;.()\d]{3,60}?)(?=\s+(?:và|trong)\b|[,;.()]|\Z)")
# "thứ 4/14 tỉnh trong vùng và thứ 19/63 tỉnh": the same, among others.
_RANKED_TOO = re.compile(r"[^,;.:\d]{0,40}\bvà (?:đứng |xếp )?thứ ")
_TWO_ROWS = 3
_BRIEF = 4
# "phát hiện 14 vụ ... Trong đó có 9/14 vụ đã xác định đối tượng": those of the sentence before.
_CASES = frozenset({"vụ", "vụ việc", "vụ án", "việc", "đơn", "hồ sơ", "trường hợp"})


def name_figures(
    sentence: Sentence, topic: str, before: NameState | None = None, invested: bool = False, growth: str = ""
) -> NameState:
    """Give every figure of ``sentence`` its indicator and return the names that the sentence after it may go on with.

    ``topic`` is the title of the item, for figures without one; ``before`` the names of the sentence before it in the
    item; ``invested``, ``growth``: see ``NameState``.
    """
    state = opened(sentence, topic, before, invested)
    state.growth = growth
    ordered = "lần lượt" in sentence.low or "tương ứng" in sentence.low
    told: list[str] = []
    owner = speaker(sentence.figures[0].before)
    state.rows = len(sentence.figures) > _TWO_ROWS and ";" in sentence.low and lists_rows(sentence.figures)
    for place, figure in enumerate(sentence.figures):
        if state.rows and not figure.depth and (not place or ";" in figure.before):
            state.row = row_label(figure)
        told = told or (in_order(sentence.figures, place) if ordered else [])
        figure.indicator = told.pop(0) if told else _indicator(sentence.figures, place, state) or None
        if figure.indicator:
            figure.indicator = bare_noun_name(sentence.figures, place, figure.indicator)
        if figure.indicator and " " in figure.indicator:
            figure.indicator = paid_out_by_each(figure, shortened(figure, figure.indicator), state)
        if owner and figure.indicator:
            figure.indicator = of_speaker(figure.indicator, owner)
        if state.works and figure.indicator and len(figure.indicator.split()) <= _BRIEF:
            figure.indicator = _at_works(figure.indicator, state.works)
        if figure.indicator and figure.indicator == figure.unit:
            figure.indicator = given_to(figure, figure.indicator)
        if figure.indicator and figure.unit and figure.role not in FOLLOWERS:
            noun = unit_noun(figure.unit)
            if figure.indicator != figure.unit or " " in figure.unit or all(known != noun for known, _ in state.named):
                state.named.append((noun, figure.indicator))
    state.first = first_name(sentence, before)
    return state


def _at_works(name: str, works: str) -> str:
    """``cao tốc A - B ..., ảnh hưởng đến 3.650 hộ`` (ảnh hưởng hộ cao tốc A - B)."""
    other = not name[1:].islower() or set(name.lower().split()) & set(works.lower().split())
    return name if other else f"{name} {works}"


def _indicator(figures: Sequence[Figure], place: int, state: NameState) -> str:
    """The name of the figure at ``place``: one shared with others, else its own; then made whole, then made short."""
    figure = figures[place]
    if figure.opens and (not place or not figures[place - 1].depth):
        state.outside = len(state.named)
    if place and not figure.depth and figures[place - 1].depth:
        leave_bracket(figures[place - 1], state)
    name = shared_name(figures, place) if figure.role not in FOLLOWERS else ""
    state.head = name or state.head
    if not name and (place or place + 1 < len(figures)):
        bounded, counted = threshold_name(figures, place)
        if bounded and counted and not figure.depth:
            state.head = bounded
        if bounded:
            return bounded
    following = figures[place + 1] if place + 1 < len(figures) else None
    subject = state.head if _is_slashed(figure) else ""
    name = name or _name(figure, following, state)
    state.head = subject or state.head
    if figure.over is None:
        full = completed(figure, name, state)
        state.head = full if full != name else state.head
        name = full
    known = settled(figure, name, state)
    known = said_whole(figure, known, state) if known and figure.over is None else known
    if known != name:
        state.head = known if not figure.depth or state.head == name else state.head
        name = known
    return name


def _is_slashed(figure: Figure) -> bool:
    """``dư nợ 2.758 triệu đồng/98.081 hộ vay, tăng 132 triệu đồng``: told beside, what follows is of the first."""
    last, before = figure.previous, figure.before.rstrip()
    if before[-1:] != "/" or figure.over is not None or last is None or last.unit == figure.unit:
        return False
    return "," not in before and ";" not in before


def _name(figure: Figure, following: Figure | None, state: NameState) -> str:
    if figure.over is not None:
        return _bottom(figure, state)
    words = own_words(figure)
    absent = listed_place(figure, words, state) or opened_bracket(figure, words, state)
    if absent:
        return absent
    averaged = average_name(figure) if figure.previous is not None else ""
    if averaged:
        return averaged
    again = _from_to(figure) or embedding_name(figure)
    if again:
        state.head = again
        return again
    state.context = result_context(figure) or state.context
    opposite = opposite_name(figure) if figure.previous is not None else ""
    if opposite:
        state.head = opposite
        return opposite
    explained = explained_name(figure) or share_name(figure) or alike_name(figure)
    if explained:
        state.head = explained if not figure.depth else state.head
        return explained
    if figure.role in FOLLOWERS:
        return follower_name(figure, words, state)
    label = label_of(figure, words)
    if label:
        if not figure.depth:
            state.head = label
        return label
    if is_placed(figure):
        return _ranked_name(figure, words, state)
    borrowed = borrowed_name(figure, words, state)
    if borrowed:
        return borrowed
    if is_counted(figure.unit) and not _is_measured(figure):
        name = counted_name(figure, following, words, state)
        deed = figure.task and (figure.under or figure).low_after.startswith(REMAINING)
        shorter = name if deed or words.rstrip(" *").endswith(":") else _without_subject(name, figure.unit or "")
        shorter = state.field if figure.opens and state.field.lower().startswith(shorter.lower()) else shorter
        state.head = shorter if state.head == name or (figure.opens and not state.head) else state.head
        return shorter
    return amount_name(figure, words, state)


def _bottom(figure: Figure, state: NameState) -> str:
    """The name of the lower figure of a pair; cases that nothing tells of are those of the sentence before."""
    bottom = bottom_name(figure)
    return (state.told_before(bottom) if bottom in _CASES else "") or bottom


def _is_measured(figure: Figure) -> bool:
    """Whether the noun of ``figure`` measures something: an index by its points, a gap by how many times."""
    if figure.unit == "điểm":
        return _SCORED.search(figure.low_before) is not None
    return figure.unit == "lần" and _RATIO.search(figure.low_before) is not None


def _from_to(figure: Figure) -> str:
    """``thời gian từ 30 ngày xuống còn 20 ngày``: the same, and what it comes to."""
    last = figure.previous
    if last is None or not last.unit == figure.unit != "%" or last.depth != figure.depth:
        return ""
    return (last.indicator or "") if _FROM_TO.fullmatch(figure.low_before) else ""


def _without_subject(name: str, unit: str) -> str:
    """``An toàn giao thông: xảy ra 46 vụ tai nạn``: words before the noun that tell nothing done are no part of it."""
    at = name.lower().find(f" {unit.lower()} ")
    subject = name[: max(at, 0)]
    return name if " " not in subject or subject.istitle() or has_verb(subject) else name[at + 1 :]


def _ranked_name(figure: Figure, words: str, state: NameState) -> str:
    """``đạt 58 giải, xếp thứ 3/8 huyện``: what the place was won in, not the words that say it is a place."""
    told = _RANKED_IN.match((figure.under or figure).after)
    if told is not None:
        return trim_name(told["what"])
    before = figure.previous.over or figure.previous if figure.previous is not None else None
    if before is not None and before.role == "rank" and before.indicator and _RANKED_TOO.fullmatch(figure.low_before):
        return before.indicator
    subject = head_phrase(_RANKED.split(words)[0])
    last = figure.previous
    named = last.indicator if last is not None else ""
    compared = figure.low_before.lstrip(" %)").startswith("so ") and last is not None and last.depth == figure.depth
    if named and compared and last is not None and last.role in FOLLOWERS:
        return named
    if last is not None and last.depth > figure.depth:
        named = state.topic or (last.owner.indicator if last.owner is not None else "")
    return subject if len(subject.split()) > 1 or subject.isupper() else named or state.head or subject or state.topic
