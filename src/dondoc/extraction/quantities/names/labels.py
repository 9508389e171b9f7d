"""Names that a label or the other figure of a pair gives.

Finds         (Phường 9: 450 ha) (the whole's name, Phường 9 in brackets)
              trong đó lúa 5.104 ha (lúa + the whole's name)
              với số tiền 16 triệu đồng (số tiền + what it was paid for) · 2/12 đơn (the 12: what became of them)
Leaves alone  a label in front of a figure that is no part
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.completing import crop_worked
from dondoc.extraction.quantities.names.counted_rows import is_population
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import MEASURES, is_place_name, opens_name
from dondoc.extraction.quantities.names.name_state import NOT_NAMES, NameState, is_counted, same_before
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import has_verb, starts_with_verb
from dondoc.extraction.quantities.parts.likeness import same_kind
from dondoc.extraction.quantities.signals import BORROWED

_LABEL = re.compile(r"(?:\A|[;,(.])\s*(?P<label>[^;,(.:]{2,60}?)\s*[:–-]\s*\Z")
_TOTAL = re.compile(r"\A(?:số\s+)?tổng\s+(?:số\s+)?")
_RESULTED = re.compile(
    r"\A(?:được|đạt|vi phạm|xếp|đã|không|chưa|có khả năng|có(?! điều kiện| thẩm quyền)|dự kiến|tổ chức|"
    r"hoàn thành|còn|để|bị|"
    r"đang|chậm|đường|hoạt động|giải ngân|tham gia|thực hiện|trong|trực tuyến)\b"
)
_BECAME = re.compile(
    r"\s(?=(?:đạt|không đạt|chưa đạt|vượt|đậu|đỗ|trúng tuyển|được (?:công nhận|cấp|xếp)|tăng|giảm|hoàn thành|"
    r"chưa|đã|còn nợ|vi phạm)\b)"
)
_TOLD_OF_WHOLE = re.compile(r"(?<=\s)(?:bị|được|đạt chuẩn|mắc|chưa|vi phạm|tham gia|đăng ký|chết)\b.*")
_OWN_FATE = re.compile(
    r"\b(?:mất tích|tử vong|bị|được|đạt|mắc|chưa|đã|đang|không|khó|vi phạm|tham gia|hoàn thành|chết|thương|trên|"
    r"trong)\b"
)
_OWNER = re.compile(
    r"[\s,;:.]*(?:và |trong đó,? |riêng )*(?P<who>[^,;:\d]{2,60}?) (?:lần lượt )?(?:đứng|xếp|dẫn đầu|giữ|vươn|"
    r"là (?:quốc gia|địa phương|"
    r"nhà đầu tư|đối tác|lĩnh vực|ngành|thị trường|tỉnh|huyện|nước))\b"
)
_CLAUSE_END = re.compile(r"[;,]\s|\.\s")
_OF_ALL = re.compile(r"(?:toàn |cả )?(?:tỉnh|huyện|thành phố|xã|phường|nước|ngành)\Z|hiện|đến nay", re.IGNORECASE)
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
_SUBJECT_WORDS = 8
_SIZE = re.compile(r"\A(?:tổng )?(?:chiều dài|công suất|mức đầu tư) (?=\w)", re.IGNORECASE)
_HERD = re.compile(r"(?:tổng )?đàn\b", re.IGNORECASE)
_SEASON = re.compile(r" vụ (?:\w+ )?\w+\Z", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"(?:huyện|xã|phường|thị xã|thành phố|thị trấn|quận|tỉnh|Huyện|Xã|Phường|Thị xã|Thành phố|UBND|Sở) "
    r"(?:[A-ZĐ]|\w+ [A-ZĐ])"
)
_OFFICE = re.compile(
    r"(?:Sở|Phòng|Ban|Cục|Chi cục|Công an|UBND|Trung tâm|Hội|huyện|xã|phường|thị xã|thành phố) [A-ZĐa-zà-ỹ]"
)
_OFFICE_WORDS = 8
_SEXES = frozenset({"nam", "nữ", "thành thị", "nông thôn", "khu vực thành thị", "khu vực nông thôn"})
_CLAUSES = re.compile(r"[,;:.)]|\b(?:là|kế đến|tại|gồm|như|và)\b")
_PLACE_WORDS = 6
_LABEL_WORDS = 2
KINDS = frozenset({"đường", "khu", "ngành", "nhóm", "loại", "khối", "vùng", "cấp", "bậc", "tuyến"})
_WHOLE_WORDS = 3
_BORROWED_REACH = 80


def across_name(figure: Figure) -> str:
    """``2.391 trẻ tiêm đủ 8 loại vắc xin/5.337 trẻ``: the upper figure with all words up to the lower."""
    bottom = figure.under
    if bottom is not None:
        between = bottom.previous
        if between is None or between is figure or figure.unit is None:
            return ""
        return " ".join(f"{figure.unit}{figure.after}{between.written}{between.after}".split()).rstrip(" /")
    top = figure.previous
    if top is not None and top.under is not None and top.under.previous is figure:
        return f"{figure.unit or ''} {tail_phrase(figure.after)}".strip()
    return ""


def bottom_name(figure: Figure) -> str:
    """The lower figure of a pair is named as the upper one; a population by what became of it."""
    top = figure.over
    if top is not None and top.role == "rank":
        return figure.unit or ""
    if top is not None and top.role == "part" and figure.role != "plan" and is_counted(figure.unit):
        tail = tail_phrase(figure.after)
        tail = "" if _RESULTED.match(tail) else _BECAME.split(tail, 1)[0]
        return (not tail and same_before(figure, figure)) or f"{figure.unit or ''} {tail}".strip()
    return (top.indicator if top is not None else None) or ""


def label_of(figure: Figure, words: str) -> str:
    """The label of a part, with the name of its whole."""
    if figure.whole is None or not figure.whole.indicator or not same_kind(figure, figure.whole):
        return ""
    return (
        _bracketed(figure)
        or _kind(figure, words)
        or _sort(figure, words)
        or _told_of_all(figure)
        or _label(figure, figure.whole.indicator)
        or _short_label(figure, words, figure.whole.indicator)
    )


def _bracketed(figure: Figure) -> str:
    """``ca mắc mới ...: Bình Dương (368 ca), Tây Ninh (186 ca)``: the place before the bracket tells which part."""
    if (
        not figure.opens
        or not figure.before.endswith("(")
        or figure.whole is None
        or not figure.low_after.startswith(")")
    ):
        return ""
    place = _CLAUSES.split(figure.before[:-1])[-1].strip()
    words = place.split()
    if not words or len(words) > _PLACE_WORDS or not (words[0][0].isupper() and words[-1][0].isupper()):
        return ""
    return f"{(figure.whole.indicator or '').partition(' (')[0]} ({place})"


def _sort(figure: Figure, words: str) -> str:
    """``190 trường đạt chuẩn, trong đó mầm non có 43 trường`` (trường mầm non đạt chuẩn)."""
    whole = figure.whole
    if whole is None or whole.indicator is None or figure.measure.unit is None or not is_counted(figure.unit):
        return ""
    unit = (figure.unit or "").lower()
    if _HERD.match(whole.indicator):
        kind = head_phrase(words)
        return f"đàn {kind}" if kind and " " not in kind else ""
    if is_population(whole.indicator) and (sex := head_phrase(words)).lower() in _SEXES:
        return f"{whole.indicator.removesuffix(' người')} {sex}"
    rest = whole.indicator[len(unit) :] if whole.indicator.lower().startswith(f"{unit} ") else ""
    if not rest or rest.startswith(" cho "):
        return ""
    name = head_phrase(words)
    tail = tail_phrase(figure.after)
    told = (tail and not tail.startswith("và ")) or not name or unit in name.lower() or len(name.split()) > _WHOLE_WORDS
    if name and not tail and (is_place_name(name) or (_OFFICE.match(name) and len(name.split()) <= _OFFICE_WORDS)):
        return f"{whole.indicator.partition(' (')[0]} ({name})"
    if told or starts_with_verb(name) or has_verb(name) or _OF_PLACE.match(name):
        return ""
    return f"{figure.unit} {name}{rest}"


def _kind(figure: Figure, words: str) -> str:
    """``Điều trị nội trú 27.900 lượt, trong đó tuyến tỉnh 11.200 lượt``: the kind of what the whole tells."""
    name = head_phrase(words)
    if figure.whole is None or " " not in name or name.split()[0] not in KINDS or len(name.split()) > _WHOLE_WORDS:
        return ""
    return f"{figure.whole.indicator} {name}" if is_counted(figure.unit) and not tail_phrase(figure.after) else ""


def _told_of_all(figure: Figure) -> str:
    """``7.800 gia súc bị chết (4.700 con trâu, 1.800 con bò)``: what is told of the whole is told of its parts."""
    whole = figure.whole
    if whole is None or not whole.indicator or figure.under is not None or figure.over is not None:
        return ""
    told = _TOLD_OF_WHOLE.search(whole.indicator)
    if told is None or told.group().count(" ") > _WHOLE_WORDS or not is_counted(figure.unit):
        return ""
    tail = tail_phrase(figure.after)
    kind = 0 < len(tail.split()) <= _WHOLE_WORDS and _OWN_FATE.search(tail) is None
    return f"{figure.unit} {tail} {told.group()}" if kind else ""


def _label(figure: Figure, whole: str) -> str:
    """``(Phường 9: 450 ha)``: a part under a label of its own."""
    if not figure.depth:
        return ""
    label = _LABEL.search(plain(figure.before.replace("(", ";")))
    name = trim_name(label["label"]) if label else ""
    return f"{whole} ({name})" if name and len(name.split()) <= 6 else ""


def _short_label(figure: Figure, words: str, whole: str) -> str:
    """``trong đó lúa 5.104 ha``, ``(nhất 06, nhì 31)``: a word or two that tell which part of the whole."""
    if figure.over:
        return ""
    if not figure.written.isdecimal() and figure.measure.unit is not None and is_counted(figure.unit):
        return ""
    name = head_phrase(words if figure.measure.unit else figure.before.rsplit("(", 1)[-1])
    if _OF_PLACE.match(name) and len(name.split()) <= _PLACE_WORDS:
        return f"{whole} ({name})"
    if name.lower().startswith("khu vực ") and (measure := MEASURES.match(whole)) is not None:
        return f"{measure.group()} {name}"
    return _part_name(name, whole, figure) if name and len(name.split()) <= _LABEL_WORDS else ""


def _part_name(label: str, whole: str, figure: Figure) -> str:
    """``trong đó lúa 28.940 ha``: the part under the measure of its whole; a longer label stands alone."""
    words = label.split()
    if label.istitle() and len(words) > 1:
        return f"{whole} ({label})"
    if words[0] in KINDS and len(words) > 1:
        return f"{whole} {label}"
    if opens_name(label) or words[0].lower() == whole.split()[0].lower():
        return label
    measure = MEASURES.search(whole)
    if measure is not None:
        season = _SEASON.search(whole)
        return f"{measure.group()} {label}{season.group() if season else ''}"
    if not figure.measure.unit and figure.unit:
        rest = whole.removeprefix(figure.unit).strip() if whole.startswith(figure.unit) else ""
        return f"{figure.unit} {label} {rest}".strip()
    return label if len(words) > 1 and len(whole.split()) > _WHOLE_WORDS else f"{label} {whole}"


def borrowed_name(figure: Figure, words: str, state: NameState) -> str:
    """``với số tiền 16 triệu đồng``: a noun that names a figure only together with what came before."""
    if not state.head or not figure.cues_before & BORROWED or ":" in words or "tổng thiệt hại" in words.lower():
        return ""
    borrowed = read_cues().borrowed.search(plain(figure.before[-_BORROWED_REACH:]).lower())
    if borrowed is None or not (_is_bare(words, borrowed["noun"]) or "với " in borrowed.group()):
        return ""
    noun = _TOTAL.sub("", borrowed.group("noun"))
    if noun.endswith("thiệt hại"):
        return ""
    if noun == "dư nợ":
        state.head = noun
        return noun
    last = figure.previous
    of = (
        _own_subject(words, borrowed["noun"])
        or _who(words)
        or (_who(_CLAUSE_END.split(last.before)[-1]) if last is not None and last.role == "rank" else "")
    )
    if of and "với " in borrowed.group():
        state.head = f"{noun} {of}"
        return state.head
    if not MEASURES.match(noun):
        return _lent(noun, state)
    about = crop_worked(state.head) or MEASURES.sub("", state.head).strip() or state.topic
    state.head = f"{noun} {about}".strip()
    return state.head


def _own_subject(words: str, noun: str) -> str:
    """``bê tông hóa đường ngõ xóm với chiều dài``: what the clause names itself, before it lends the measure."""
    own, told, rest = plain(words).rpartition(" với ")
    phrase = trim_name(own.rpartition(", ")[2]) if told and noun in rest.lower() and own[:1] in ",;" else ""
    return phrase if " " in phrase and starts_with_verb(phrase) and len(phrase.split()) <= _SUBJECT_WORDS else ""


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
    return "" if NOT_NAMES.match(who) or _OF_ALL.match(who) else who


def _is_bare(words: str, noun: str) -> bool:
    """Whether nothing else than the borrowed noun names the figure."""
    head = head_phrase(words).lower()
    return head == noun or len(head.split()) <= len(noun.split()) + 1
