"""The names of things counted that stand before the number as the name of a row.

Finds         hồ sơ quá hạn chưa có kết quả 689 hồ sơ · tổng số lao động tham gia bảo hiểm là 91.112 người
              nông thôn mới nâng cao, đến nay đạt 14/19 tiêu chí (tiêu chí nông thôn mới nâng cao)
Leaves alone  đã tiếp nhận 525 hồ sơ: that tells what was done
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names import head_phrase
from dondoc.extraction.quantities.tails import tail_phrase
from dondoc.extraction.quantities.trimming import trim_name

_NUMBER = re.compile(r"(?:tổng số|số|tổng lượng|lượng|tổng lượt|lượt) (?!tiền)\w+ \w+", re.IGNORECASE)
_TELLING = (" là ", " đạt ", " ước ", " lên ", " còn ", " khoảng ", " trên ", " hơn ", " gần ", ": ")
_TOTAL_ENDS = re.compile(
    r"[,;:(]|\s(?:là|đạt|có|được|ghi nhận|tích lũy|l[uũ]y kế|đến|tính|trên|toàn|trong|hiện|còn|từ|tăng|giảm)\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(r"\b(?:nông thôn mới|NTM)(?: (?:nâng cao|kiểu mẫu))?", re.IGNORECASE)
_LONGEST = 10
_TOLD = 2


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
    return name if len(unit.split()) < len(name.split()) <= _LONGEST else ""


def number_of(figure: Figure, words: str) -> str:
    """``tổng số lao động tham gia bảo hiểm là 91.112 người``: the row's name stands before the verb."""
    if figure.under is not None or figure.over is not None or figure.opens or not figure.low_before.endswith(_TELLING):
        return ""
    if not ("số " in figure.low_before or "lượ" in figure.low_before) or tail_phrase(figure.after):
        return ""
    name = head_phrase(words)
    return name if _NUMBER.match(name) and _TOLD < len(name.split()) <= _LONGEST + _TOLD else ""


def criteria(figure: Figure, unit: str) -> str:
    """``nâng chất nông thôn mới nâng cao, đến nay đạt 14/19 tiêu chí`` (tiêu chí nông thôn mới nâng cao)."""
    programmes = _PROGRAMME.findall(figure.before)
    return f"{unit} {programmes[-1][:1].lower()}{programmes[-1][1:]}" if programmes else ""


def totalled(figure: Figure, unit: str) -> str:
    """``Tổng số ca mắc tay chân miệng từ đầu năm là 1.447 ca`` (ca mắc tay chân miệng)."""
    words = " ".join(figure.before.split())
    at = words.lower().rfind(f"số {unit.lower()} ")
    if at < 0 or figure.depth:
        return ""
    name = words[at + len("số ") :]
    stop = _TOTAL_ENDS.search(name)
    name = name[: stop.start()] if stop else name
    return name.strip(" ,;:") if 1 < len(name.split()) <= _LONGEST else ""
