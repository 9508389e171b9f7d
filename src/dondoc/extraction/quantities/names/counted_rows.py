"""The names of things counted that stand before the number as the name of a row.

Finds         hồ sơ quá hạn chưa có kết quả 689 hồ sơ · tổng số lao động tham gia bảo hiểm là 91.112 người
              nông thôn mới nâng cao, đến nay đạt 14/19 tiêu chí (tiêu chí nông thôn mới nâng cao)
Leaves alone  đã tiếp nhận 525 hồ sơ: that tells what was done
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.head_phrases import head_phrase
from dondoc.extraction.quantities.names.name_state import NameState
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.trimming import trim_name
from dondoc.extraction.quantities.names.verbs import has_verb

_NUMBER = re.compile(r"(?:tổng số|số|tổng lượng|lượng|tổng lượt|lượt) (?!tiền)\w+ \w+", re.IGNORECASE)
_POPULATION = re.compile(
    r"(?:(?:tổng |quy mô |tổng quy mô )?dân số|lực lượng lao động|lao động (?:làm việc|có việc làm|khu vực|trong)|"
    r"(?:tổng )?số (?:nhân khẩu|dân|lao động)|nguồn lao động)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-ZĐ][^\W\d]+(?: [^\W\d]+){0,3}")
_PEOPLE = frozenset({"người", "nghìn người", "triệu người", "lao động", "nhân khẩu"})
_THERE = re.compile(r"\s(?:là|đạt|có|còn|chỉ có|ước|ước đạt|khoảng|trên|hơn|gần|[:])\s*(?:khoảng |trên |hơn |gần )?\Z")
_TELLING = (" là ", " đạt ", " ước ", " lên ", " còn ", " khoảng ", " trên ", " hơn ", " gần ", ": ")
_TOTAL_ENDS = re.compile(
    r"[,;:(]|\s(?:là|đạt|có|được|ghi nhận|tích lũy|l[uũ]y kế|đến|tính|trên|toàn|trong|hiện|còn|từ|tăng|giảm|"
    r"(?:tháng|quý|năm)(?= \d))\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"\b(?:nông thôn mới|NTM)(?: (?:nâng cao|kiểu mẫu))?", re.IGNORECASE)
_ASSESSED = ("xã", "huyện", "tiêu chí nông thôn mới")
_LONGEST = 10
_LONGEST_ROW = 18
_HOW_MANY = re.compile(r"\A(?:nâng )?(?:tổng )?số ", re.IGNORECASE)
_TOLD = 2


# "cán bộ chuyên môn về xây dựng mới có 3/5 người": whose number it is, where the unit says nothing of them.
_MANY = frozenset({"người", "đơn vị", "trường hợp"})
_MANNED = re.compile(
    r"(?:\A|[;:.] )[\s*+-]*(?P<what>[^;:.\d]{6,70}?) (?:mới|hiện|chỉ|đã)(?: (?:mới|có|bố trí|tuyển dụng|đạt|được))+ \Z"
)


def already_named(figure: Figure, words: str, unit: str) -> str:
    """``hồ sơ quá hạn chưa có kết quả 689 hồ sơ``: the clause before begins with the noun and says which ones."""
    if not figure.measure.unit or figure.under is not None or figure.over is not None or figure.opens:
        return ""
    if f"{unit} " not in figure.low_before:
        return ""
    clause = words.rpartition(",")[2].rpartition(";")[2].strip()
    if not clause.lower().startswith(f"{unit} ") or tail_phrase(figure.after):
        return ""
    name = trim_name(clause)
    longest = _LONGEST_ROW if words.rstrip().endswith(" là") else _LONGEST
    return name if len(unit.split()) < len(name.split()) <= longest else ""


def pair_row(figure: Figure, words: str, unit: str) -> str:
    """``Trường đạt chuẩn quốc gia: 38/45 trường`` (Trường đạt chuẩn quốc gia): the row's name begins with the noun."""
    if figure.under is None or figure.opens:
        return ""
    manned = _MANNED.search(figure.before) if unit in _MANY else None
    if manned is not None and not has_verb(manned["what"]):
        return trim_name(manned["what"])
    if f"{unit} " not in figure.low_before:
        return ""
    name = _HOW_MANY.sub("", head_phrase(words))
    told = name.lower().startswith(f"{unit} ") and not tail_phrase(figure.under.after)
    return name if told and len(unit.split()) + 1 < len(name.split()) <= _LONGEST else ""


def population(figure: Figure, words: str) -> str:
    """``quy mô dân số là 19.696 người của phường`` · ``lao động làm việc trong doanh nghiệp có 34.132 người``."""
    if (figure.unit or "").lower() not in _PEOPLE or figure.under is not None or figure.over is not None:
        return ""
    told = "dân" in figure.low_before or "lao động" in figure.low_before or "người" in figure.low_before
    listed = figure.previous is not None and figure.previous.unit == figure.unit and figure.depth == 0
    if not (told or listed or "đạo" in figure.low_before):
        return ""
    if not _THERE.search(figure.low_before):
        name = head_phrase(words) if "dân số" in figure.low_before or "lực lượng" in figure.low_before else ""
        return name if _POPULATION.match(name) and not tail_phrase(figure.after) else ""
    name = head_phrase(words)
    found = _POPULATION.search(name)
    if found is None:
        return name if listed and _NAMED.fullmatch(name) and not tail_phrase(figure.after) else ""
    return name[found.start() :]


def is_population(name: str) -> bool:
    """Whether ``name`` counts people by itself: "dân số", "lực lượng lao động"."""
    return _POPULATION.match(name) is not None


def number_of(figure: Figure, words: str) -> str:
    """``tổng số lao động tham gia bảo hiểm là 91.112 người``: the row's name stands before the verb."""
    if figure.over is not None or figure.opens or not figure.low_before.endswith(_TELLING):
        return ""
    if not ("số " in figure.low_before or "lượ" in figure.low_before) or tail_phrase((figure.under or figure).after):
        return ""
    name = head_phrase(words)
    return name if _NUMBER.match(name) and _TOLD < len(name.split()) <= _LONGEST + 2 * _TOLD else ""


def criteria(figure: Figure, unit: str, state: NameState) -> str:
    """``nâng chất nông thôn mới nâng cao, đến nay đạt 14/19 tiêu chí`` (tiêu chí nông thôn mới nâng cao)."""
    named = figure.previous.indicator if figure.previous is not None else ""
    programmes = _PROGRAMME.findall(figure.before) or _PROGRAMME.findall(named or "")
    if not programmes and unit == "tiêu chí" and (figure.previous is None or (named or "").startswith(_ASSESSED)):
        said = [found for _, name in (*state.named, *state.told) for found in _PROGRAMME.findall(name)]
        programmes = (said or _PROGRAMME.findall(state.topic))[:1] or ["nông thôn mới"]
    if not programmes:
        return ""
    programme = programmes[-1]
    return f"{unit} {programme if programme[:2].isupper() else programme[:1].lower() + programme[1:]}"


def totalled(figure: Figure, unit: str) -> str:
    """``Tổng số ca mắc tay chân miệng từ đầu năm là 1.447 ca`` (ca mắc tay chân miệng)."""
    words = " ".join(figure.before.split()).replace("khiếu nại, tố cáo", "khiếu nại‚ tố cáo")
    at = words.lower().rfind(f"số {unit.lower()} ")
    if at < 0 or figure.depth:
        return ""
    name = words[at + len("số ") :]
    stop = _TOTAL_ENDS.search(name)
    name = name[: stop.start()] if stop else name
    return name.strip(" ,;:").replace("‚", ",") if 1 < len(name.split()) <= _LONGEST_ROW else ""
