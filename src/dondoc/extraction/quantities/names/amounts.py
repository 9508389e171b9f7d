"""The names of amounts: money, areas, weights, lengths, shares of those that a task is for.

Finds         Tổng thu ngân sách ước 70 tỷ đồng (Tổng thu ngân sách) · thu hút 3.500 tỷ đồng vốn ngoài ngân sách
              (thu hút vốn ngoài ngân sách) · toàn xã có 57 ha lúa bị ngập (lúa bị ngập)
              tiêm phòng cho 100% đàn lợn (tiêm phòng đàn lợn)
Leaves alone  what stands behind an amount that is named already: sản lượng 318 tấn tôm cá các loại
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.funds import is_generic, made_clear, without_year
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import MEASURES, opens_name
from dondoc.extraction.quantities.names.name_state import MONEY, NOT_NAMES, NameState, is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase, whole_tail
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import from_verb, has_verb, is_vague, starts_with_verb

_PLANNED = re.compile(
    r"(?:kế hoạch(?! và đầu tư| [-–] đầu tư)|dự toán)(?P<what>(?:\s+(?!năm|giao|là|của|tỉnh|được)\w+){0,6})",
    re.IGNORECASE,
)
_OFFICES = re.compile(r"\b(?:UBND|HĐND|lãnh đạo|Chủ tịch|Sở|Phòng|Ban|Chi cục|Cục)\b")
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:cho|để|nhằm|từ|và|với|của|trong|tại|trên|được|đạt|tăng|giảm|so|là|còn|chiếm|bằng|nâng|ước|"
    r"đến|tính|thực(?! phẩm)|theo|"
    r"vào|ở|thì|do|kế hoạch|dự toán|vượt|đã|qua|hay|sau|trước|có|không|các loại|trở|tương|đối|nhưng|"
    r"giải ngân|bố trí|phân bổ|như|lên|xuống|"
    r"mỗi|một|thông|về|duy trì|đóng góp|giữ|ghi nhận|gấp|cao hơn|thấp hơn|đồng thời|bao gồm|nhờ|khi)\b)[^\W\d_]"
)
_OF_WHOM = re.compile(
    r"\s+(?!(?:so|số|tính|cùng|kế hoạch(?! vốn năm)|dự toán|và|tổng|trên|của|trở|chỉ tiêu|kh|trong|năm|"
    r"vào|theo|hoặc|giá trị|"
    r"đến|diện|nguồn|với|là|để|khối lượng và)\b)[^\W\d_]+\s+[^\W\d_]"
)
# "giảm ít nhất 10% số vụ phạm pháp, 5% số người chết": of what there is to be less.
_HOW_MANY = re.compile(r" số (?:vụ|ca|người) [^\W\d]")
_FIELDS = re.compile(
    r"\A(?:nông nghiệp|lâm nghiệp|chăn nuôi|thủy sản|thuỷ sản|giao thông|trồng trọt|thủy lợi)\b", re.IGNORECASE
)
_RAISED = re.compile(r"\bnâng\b(?P<what>[^,;.]{0,60})\blên\s*(?:\w+\s*)?\Z")
_FINED = frozenset({"phạt", "xử phạt", "phạt tiền", "phạt hành chính"})
_OFFENCE = re.compile(r"vi phạm|sai phạm|thiếu sót|trường hợp|\bvụ\b|cơ sở|phương tiện", re.IGNORECASE)
_FIELD_WORK = frozenset({"thu hoạch", "xuống giống", "gieo cấy", "gieo sạ", "gieo trồng"})
_CROP = re.compile(
    r"\b(?:lúa|ngô|rau|mía|lạc|sắn|hoa màu)\b(?:(?: vụ)? (?:hè thu|đông xuân|thu đông|chiêm xuân|mùa|xuân|chiêm)\b)?",
    re.IGNORECASE,
)
_SAME = re.compile(r"(?:đến \d{4} )?(?:con số|số tiền|số vốn|mức|tổng số|số) (?:này|trên|đó)\b", re.IGNORECASE)
_RAIN_UNITS = frozenset({"mm", "milimét", "mi-li-mét"})
_RAIN = "lượng mưa"
_DONE = re.compile(r"\A.*\s(?:đã|đang|sẽ|vừa)\s+(?=\w+(?: \w+){1,3}\Z)")
_GRANTED = re.compile(
    r"(?P<who>[^;:]*?)(?: đã| vừa| mới| cũng)* được (?:(?:tỉnh|trung ương|huyện|thành phố|UBND \w+|Chính phủ|"
    r"Bộ(?: [A-ZĐ]\w+)*) )?"
    r"(?P<how>bố trí|phân bổ|giao|cấp|phân khai)(?: vốn| kinh phí| thêm| bổ sung| tổng| số|"
    r" kế hoạch)*(?: khoảng| trên| hơn| gần| là)*\s*\Z"
)
_ANYBODY = re.compile(
    r"(?:(?:các |toàn |mỗi )?(?:dự án|công trình|huyện|tỉnh|xã|phường|thành phố|thị xã|đơn vị|địa phương|ngành|"
    r"sở|chương trình)"
    r"(?: (?:này|trên|[A-ZĐ]\S*(?: [A-ZĐ]\S*)*))?)?",
    re.IGNORECASE,
)
_PLANS = re.compile(r"vốn|kế hoạch|chỉ tiêu|dự toán|nguồn", re.IGNORECASE)
_FOUND = re.compile(r"\A.*\b(?:phát hiện|đã) ")
_JOINED = frozenset({" và ", ", ", "; ", ", và "})
_LAND = frozenset({"ha", "m2", "m²"})
_LAND_NOUN = re.compile(r" (?:đất|đất đai)\b(?! (?:lúa|trồng|sản xuất))")
_OF_MONEY = re.compile(
    r"\A(?:tổng )?(?:số )?tiền | (?:số tiền|về kinh tế|về tiền|về ngân sách(?: nhà nước)?)\b", re.IGNORECASE
)
# "nắng hạn làm thiếu nước 1.864 ha cây trồng"
_SUFFERED = re.compile(
    r"\blàm (?P<fate>thiếu nước|ngập úng|ngập|hư hại|gãy đổ|đổ ngã|mất trắng|cháy)(?: trên| hơn| khoảng| gần)*\s*\Z"
)
_EACH = re.compile(
    r"(?:\A|[\s,;(])mỗi (?!năm|quý|tháng|tuần|ngày)(?P<noun>[^\W\d]+(?: [^\W\d]+)?)(?: (?:trị giá|được|là|"
    r"khoảng|hơn|trên|nhận|với))*\s*\Z"
)
_CURRENCIES = {"đồng", "USD"}
_HARMED = re.compile(r"(?:gây )?(?:tổng )?(?:diện tích )?(?:bị )?thiệt hại", re.IGNORECASE)
_FROM_FUND = re.compile(r"\s+từ (?:nguồn|ngân sách|vốn|quỹ|dự phòng)\b")
_ALLOTTED = 30
# "phá rừng: 73 vụ, với 43,7 ha": the area of the cases, and no count of them.
_CASES = (" vụ", " vụ việc")
_AREAS = {"ha": "diện tích ", "m2": "diện tích ", "m²": "diện tích ", "m3": "", "m³": "", "tấn": "", "kg": ""}
_NOUN_WORDS = 3
_WHO_WORDS = 16
_SHORT_HEAD = 5
_VERB_WORDS = 8
_BEHIND_WORDS = 9


def amount_name(figure: Figure, words: str, state: NameState) -> str:
    """The name of an amount, from the words before it, else from those behind it."""
    if figure.unit == "%" and figure.role == "plan" and _HOW_MANY.match(figure.low_after):
        state.head = tail_phrase(figure.after)
        return state.head
    if figure.unit == "%" and (figure.task or figure.role == "plan") and _OF_WHOM.match(figure.low_after):
        return _share_of_whom(figure, words, state)
    told = _weather(figure, state) or _beside_money(figure) or _of_each(figure, state) or _granted(figure, words, state)
    if told:
        return told
    suffered = _SUFFERED.search(figure.low_before)
    head = suffered["fate"] if suffered is not None else head_phrase(words) if words else _did(figure)
    if figure.task and _OFFICES.match(head) and not has_verb(head):
        head = ""
        state.head = _only_behind(figure) or state.head
    if figure.low_before.endswith("thu được ") and head and "thu" not in head.lower().split():
        head = f"thu {head}"
    again = _said_of_before(figure, head, state)
    if again:
        return again
    behind = _noun_behind(figure, head)
    if behind:
        if len(head.split()) > _SHORT_HEAD or _OFFICES.search(head) or _FIELDS.search(head):
            head = from_verb(head) if has_verb(head) else _done(head)
        state.head, state.verb = f"{head if len(head.split()) <= _SHORT_HEAD else ''} {behind}".strip(), ""
        return state.head
    if figure.unit == "ha" and _HARMED.fullmatch(head) and any("rừng" in name for _, name in state.named):
        state.head = "diện tích rừng bị thiệt hại"
        return state.head
    if head and not NOT_NAMES.match(head):
        return _named_before(figure, head, state)
    named = _PLANNED.search(plain(words)) if figure.role == "plan" and not state.head else None
    if named:
        state.head = trim_name(named["what"]) or named.group().lower()
        return f"{state.head} {state.topic}".strip()
    if state.head.endswith(_CASES) and figure.unit in _AREAS:
        return f"{_AREAS[figure.unit]}{state.head.rpartition(' ')[0]}"
    return state.head or state.topic or _only_behind(figure) or _told_before(figure, state)


def _granted(figure: Figure, words: str, state: NameState) -> str:
    """``Dự án được bố trí 780 tỷ đồng, đã giải ngân 412 tỷ đồng`` (vốn bố trí): what somebody was given."""
    given = _GRANTED.search(plain(words)) if figure.unit in _CURRENCIES and "được " in words else None
    who = trim_name(given["who"].rpartition(", ")[2]) if given is not None else ""
    if given is None or opens_name(who) or len(who.split()) > _SHORT_HEAD or _PLANS.search(given["who"]):
        return ""
    state.head = f"vốn {given['how']}{'' if _ANYBODY.fullmatch(who) else f' {who}'}"
    return state.head


def _did(figure: Figure) -> str:
    """``225 tổ tại các chi hội tiết kiệm 800 triệu đồng`` (tiết kiệm): what those counted right before did."""
    last = figure.previous
    if figure.unit not in _CURRENCIES or figure.opens or last is None or not is_counted(last.unit):
        return ""
    deed = trim_name(plain(figure.before))
    done = from_verb(deed) if has_verb(deed) else ""
    return done if starts_with_verb(done) and len(done.split()) <= _SHORT_HEAD else ""


def _of_each(figure: Figure, state: NameState) -> str:
    """``tặng 5 căn nhà tình thương, mỗi căn 60 triệu đồng`` (mỗi căn nhà tình thương)."""
    each = _EACH.search(figure.low_before) if "mỗi " in figure.low_before else None
    if each is None or not state.head:
        return ""
    noun = each["noun"]
    at = f" {state.head.lower()} ".find(f" {noun} ")
    return f"mỗi {state.head[at:]}" if at >= 0 else f"mỗi {noun} {state.head}"


def _beside_money(figure: Figure) -> str:
    """``vốn đăng ký 1.250 tỷ đồng và 120 triệu USD`` (the same) · ``kiến nghị thu hồi 2 tỷ đồng, 36 ha đất``: both."""
    last, joined = figure.previous, figure.low_before
    if last is None or last.unit not in _CURRENCIES or not last.indicator or joined not in _JOINED:
        return ""
    if figure.unit in _CURRENCIES - {last.unit}:
        return last.indicator if joined == " và " else ""
    if figure.unit not in _LAND or not (_LAND_NOUN.match(figure.low_after) or not figure.low_after[:2].strip(" ,;.)(")):
        return ""
    deed = _FOUND.sub("", _OF_MONEY.sub("", last.indicator))
    return f"diện tích đất {deed}" if _OFFENCE.search(deed) or has_verb(deed) else ""


def _said_of_before(figure: Figure, head: str, state: NameState) -> str:
    """The name before, where ``head`` says no more: "nâng tổng số lên", "số tiền này", "phạt", "đóng góp"."""
    raised = _RAISED.search(figure.low_before) if state.head and "nâng" in figure.low_before else None
    if raised is not None:
        said = trim_name(figure.before[raised.start("what") : raised.end("what")])
        if len(said.split()) > _NOUN_WORDS and opens_name(said):
            state.head = said
        return state.head
    if _SAME.match(head) and (state.head or state.before):
        state.head = state.head or state.before
        return state.head
    if state.head and head.lower() in _FINED:
        return f"{head} {_offence(state)}"
    return f"{state.head} {head}" if state.head and head.lower() == "đóng góp" else ""


def _only_behind(figure: Figure) -> str:
    """``bố trí 15 tỷ đồng từ nguồn dự phòng``: where the money comes from, as nothing else names it."""
    given = _FROM_FUND.match(figure.low_after) is not None and "bố trí" in figure.low_before[-_ALLOTTED:]
    return f"{'bố trí ' if given else ''}{tail_phrase(figure.after)}"


def _told_before(figure: Figure, state: NameState) -> str:
    """``Ước cả năm là 11.580 tỷ đồng``: nothing but words of time, so that the sentence before says what."""
    return state.told_before(figure.unit) if figure.previous is None and not figure.task else ""


def _done(head: str) -> str:
    """``các doanh nghiệp trên địa bàn đã thu mua tạm trữ``: what was done, behind the word that says that it was."""
    done = _DONE.search(head)
    return head[done.end() :] if done is not None else ""


def _weather(figure: Figure, state: NameState) -> str:
    """``mưa phổ biến 200-400 mm, có nơi trên 700 mm`` (lượng mưa): what such a unit measures wherever rain is told."""
    if (figure.unit or "").partition("/")[0].lower() not in _RAIN_UNITS:
        return ""
    so_far = figure.low_before
    if "mưa" in so_far or state.head == _RAIN:
        state.head = _RAIN
        return _RAIN
    return ""


def _offence(state: NameState) -> str:
    """What a fine is for: the offences counted before it, rather than the goods seized just now."""
    counted = (name for _, name in reversed(state.named) if _OFFENCE.search(name))
    return state.head if _OFFENCE.search(state.head) else next(counted, state.head)


def _named_before(figure: Figure, head: str, state: NameState) -> str:
    if " " not in head and head.islower():
        head = next((name for _, name in state.named if name.lower().startswith(f"{head} ")), head)
    head = without_year(head)
    vague = is_vague(head) or is_generic(head)
    short = 0 < len(state.topic.split()) <= _SHORT_HEAD and "," not in state.topic
    if short and not vague and MEASURES.fullmatch(head):
        head = f"{head} {state.topic}"
    if head.lower() in _FIELD_WORK and (crop := _CROP.search(state.head) or _CROP.search(state.topic)):
        return f"{head} {crop.group()}"
    if figure.unit not in MONEY and not vague and len(head.split()) <= _NOUN_WORDS:
        tail = tail_phrase((figure.under or figure).after)
        head = head if NOT_NAMES.match(tail) or tail.startswith("và ") or opens_name(tail) else f"{head} {tail}".strip()
        vague = is_vague(head)
    state.head, state.verb = made_clear(head, state) if vague else head, ""
    return state.head


def _share_of_whom(figure: Figure, words: str, state: NameState) -> str:
    """``diệt lăng quăng tại 100% ấp, khóm có ổ dịch``: what is done, and to whom."""
    last = words.rpartition(", ")[2]
    verb = from_verb(head_phrase(words)) if trim_name(last) and not last.endswith("có ") else ""
    who = tail_phrase(figure.after)
    who = who if len(who.split()) > _NOUN_WORDS else whole_tail(figure.after, limit=_WHO_WORDS)
    state.head = f"{verb if len(verb.split()) <= _VERB_WORDS else ''} {who}".strip()
    return state.head


def _noun_behind(figure: Figure, head: str) -> str:
    """``57 ha lúa bị ngập``, ``3.500 tỷ đồng vốn ngoài ngân sách``: what was measured, where no words before say it."""
    last = figure.under or figure
    if figure.unit == "%" or not _NOUN_BEHIND.match(last.low_after) or (figure.under is not None and head):
        return ""
    if opens_name(head) or (figure.whole is not None and head) or _PLANNED.search(head):
        return ""
    behind = tail_phrase(last.after, limit=_BEHIND_WORDS)
    return behind if behind and not starts_with_verb(behind) else ""
