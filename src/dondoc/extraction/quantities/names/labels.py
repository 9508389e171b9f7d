"""Names that a label or the other figure of a pair gives.

Finds         (Phường 9: 450 ha) (the whole's name, Phường 9 in brackets)
              trong đó lúa 5.104 ha (lúa + the whole's name)
              2/12 đơn (the 12: what became of them)
Leaves alone  a label in front of a figure that is no part
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.counted_rows import is_population
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.measure_words import MEASURES, is_place_name, opens_name
from dondoc.extraction.quantities.names.name_state import MONEY, is_counted, same_before
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.trimming import plain, trim_name
from dondoc.extraction.quantities.names.verbs import first_verb, has_verb, starts_with_verb
from dondoc.extraction.quantities.parts.likeness import same_kind

_LABEL = re.compile(r"(?:\A|[;,(.])\s*(?P<label>[^;,(.:]{2,60}?)\s*[:–-]\s*\Z")
_RESULTED = re.compile(
    r"\A(?:phải|chuyển|gửi|thành lập|biểu quyết|thông qua|được|đạt|vi phạm|xếp|đã|không|chưa|có khả năng|"
    r"có(?! điều kiện| thẩm quyền)|dự kiến|tổ chức|"
    r"hoàn thành|còn|để|bị|"
    r"đỗ|tiến độ|lên đường|trúng cử|đang|chậm|đường|hoạt động|giải ngân|tham gia|thực hiện|trong|trực tuyến)\b"
)
_BECAME = re.compile(
    r"\s(?=(?:đạt|không đạt|chưa đạt|vượt|đậu|đỗ|trúng tuyển|được (?:công nhận|cấp|xếp)|tăng|giảm|hoàn thành|"
    r"chưa|đã|còn nợ|vi phạm)\b)"
)
_TOLD_OF_WHOLE = re.compile(
    r"(?<=\s)(?:(?<!chuẩn )(?<!thiết )(?<!trang )bị|được|đạt chuẩn|mắc|chưa|vi phạm|tham gia|đăng ký|chết)\b.*"
)
_OWN_FATE = re.compile(
    r"\b(?:mất tích|tử vong|bị|được|đạt|mắc|chưa|đã|đang|không|khó|vi phạm|tham gia|hoàn thành|chết|thương|trên|"
    r"trong)\b"
)
_HERD = re.compile(r"(?:tổng )?đàn\b", re.IGNORECASE)
_SEASON = re.compile(r"(?<!dịch)(?<!nghiệp) vụ (?:\w+ )?\w+\Z", re.IGNORECASE)
_OF_PLACE = re.compile(
    r"(?:huyện|xã|phường|thị xã|thành phố|thị trấn|quận|tỉnh|Huyện|Xã|Phường|Thị xã|Thành phố|UBND|Sở) "
    r"(?:[A-ZĐ]|\w+ [A-ZĐ])"
)
_HOW_MANY = re.compile(r"(?:tổng )?số ", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:Sở|Phòng|Ban|Cục|Chi cục|Công an|UBND|Trung tâm|Hội|huyện|xã|phường|thị xã|thành phố) [A-ZĐa-zà-ỹ]"
)
_OFFICE_WORDS = 8
_MOSTLY_AT = re.compile(r"\A(?:chủ yếu |tập trung |nhiều nhất |nhất )*(?:là )?(?:ở|tại) ", re.IGNORECASE)
_WORTH = frozenset({"trị giá", "giá trị", "tổng trị giá", "tổng giá trị"})
_SEXES = frozenset({"nam", "nữ", "thành thị", "nông thôn", "khu vực thành thị", "khu vực nông thôn"})
_CLAUSES = re.compile(r"[,;:.)]|\b(?:là|kế đến|tại|gồm|như|và)\b")
_OTHERS = re.compile(
    r"(?:các|những) (?:huyện|xã|phường|tỉnh|địa phương|đơn vị|nơi|thôn)(?:, [^\W\d]+)* (?:khác|còn lại)", re.IGNORECASE
)
# Nouns that say nothing of what is counted.
_SILENT = frozenset({"trường hợp", "hồ sơ", "vụ", "việc", "nhà", "căn", "lượt"})
_PLACE_WORDS = 6
_LABEL_WORDS = 2
_WHOSE_FUNDS = frozenset({"trong nước", "nước ngoài", "ngoài nước", "trung ương", "địa phương", "tư nhân"})
_FUND = re.compile(r"\bvốn\b", re.IGNORECASE)
_KIND_WORDS = 6
# "Cây màu gieo trồng được 87 ha, trong đó ngô 35 ha" (gieo trồng ngô)
_WORKED = re.compile(r"(?<!cây) (?:gieo trồng|gieo cấy|trồng mới|trồng|xuống giống|thu hoạch|thả nuôi)\Z")
_SUMMED = re.compile(r"\Atổng ", re.IGNORECASE)
KINDS = frozenset({"đường", "khu", "ngành", "nhóm", "loại", "khối", "vùng", "cấp", "bậc", "tuyến"})
_WHOLE_WORDS = 3


def bottom_name(figure: Figure) -> str:
    """The lower figure of a pair is named as the upper one; a population by what became of it."""
    top = figure.over
    if top is not None and top.role == "rank":
        return figure.unit or ""
    if top is not None and top.role == "part" and figure.role != "plan" and is_counted(figure.unit):
        tail = tail_phrase(figure.after)
        tail = "" if _RESULTED.match(tail) else _BECAME.split(tail, 1)[0]
        same = "" if tail else same_before(figure, figure)
        if not tail and not same and figure.unit in _SILENT and starts_with_verb(top.indicator or ""):
            same = top.indicator or ""
        return same or f"{figure.unit or ''} {tail}".strip()
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
    named = _HOW_MANY.sub("", whole.indicator)
    rest = named[len(unit) :] if named.lower().startswith(f"{unit} ") else ""
    if not rest or rest.startswith(" cho "):
        return ""
    name = _MOSTLY_AT.sub("", head_phrase(words))
    tail = tail_phrase(figure.after)
    if figure.depth and tail and " " not in tail and figure.unit == whole.unit and _OWN_FATE.search(tail) is None:
        return f"{figure.unit} {tail}{rest}"
    told = (tail and not tail.startswith("và ")) or not name or unit in name.lower() or len(name.split()) > _WHOLE_WORDS
    placed = _OF_PLACE if figure.depth else _OFFICE
    if name and not tail and (is_place_name(name) or (placed.match(name) and len(name.split()) <= _OFFICE_WORDS)):
        return f"{whole.indicator.partition(' (')[0]} ({name})"
    if told or starts_with_verb(name) or has_verb(name) or _OF_PLACE.match(name):
        return ""
    if figure.depth and is_place_name(name.partition(" ")[2]):
        return f"{whole.indicator.partition(' (')[0]} ({name})"
    return f"{figure.unit} {name}{'' if rest.split()[0] == name.split()[0] else rest}"


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
    same = (
        " " in (figure.unit or "")
        and figure.unit != whole.unit
        and whole.indicator.startswith(f"{(figure.unit or '').partition(' ')[0]} ")
    )
    kind = (tail or same) and len(tail.split()) <= _WHOLE_WORDS and _OWN_FATE.search(tail) is None
    return " ".join(f"{figure.unit} {tail} {told.group()}".split()) if kind else ""


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
    if name in _WORTH:
        return ""
    if (_OF_PLACE.match(name) and len(name.split()) <= _PLACE_WORDS) or is_place_name(name) or _OTHERS.fullmatch(name):
        return f"{whole} ({name})"
    if name.lower().startswith("khu vực ") and (measure := MEASURES.match(whole)) is not None:
        return f"{measure.group()} {name}"
    if not name or len(name.split()) <= _LABEL_WORDS:
        return name and _part_name(name, whole, figure)
    measure = MEASURES.search(whole) if len(name.split()) <= _KIND_WORDS and name.islower() else None
    return "" if measure is None or opens_name(name) or has_verb(name) else _measured(measure.group(), name, whole)


def _part_name(label: str, whole: str, figure: Figure) -> str:
    """``trong đó lúa 28.940 ha``: the part under the measure of its whole; a longer label stands alone."""
    words = label.split()
    if label.istitle() and len(words) > 1:
        return f"{whole} ({label})"
    if words[0] in KINDS and len(words) > 1:
        return f"{whole} {label}"
    if opens_name(label) or words[0].lower() == whole.split()[0].lower():
        return label
    if label.lower() in _WHOSE_FUNDS and _FUND.search(whole):
        return f"vốn {label}"
    if whole.lower().startswith("tổng mức"):
        return f"{whole} {label}"
    measure = MEASURES.search(whole) or _WORKED.search(whole)
    if measure is not None and words[0] not in measure.group().split():
        return _measured(measure.group().strip(), label, whole)
    if figure.written.isdecimal() and len(words) > 1 and is_counted(figure.unit) and not whole.startswith(label):
        return label if label.startswith(figure.unit or "") else f"{figure.unit} {label}"
    if not figure.measure.unit and figure.unit:
        rest = whole.removeprefix(figure.unit).strip() if whole.startswith(figure.unit) else ""
        return f"{figure.unit} {label} {rest}".strip()
    if len(words) == 1 or len(whole.split()) <= _WHOLE_WORDS:
        return f"{label} {whole}"
    deed = first_verb(whole) if figure.unit not in MONEY and not has_verb(label) else ""
    return label if words[0] in deed.split() else f"{deed} {label}".strip()


def _measured(measure: str, label: str, whole: str) -> str:
    """``tổng diện tích gieo trồng vụ Mùa ...; lúa 2.200 ha`` (diện tích gieo trồng lúa vụ Mùa)."""
    season = _SEASON.search(whole)
    return f"{_SUMMED.sub('', measure)} {label}{season.group() if season else ''}"
