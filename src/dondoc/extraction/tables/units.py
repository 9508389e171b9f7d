"""The unit of figures in a table: a caption, a bracket in the head, a unit column, a bracket in the row's name.

Finds         ĐVT: triệu đồng · Đơn vị tính: tỷ đồng · (ha) · 1.000 tấn · tr.đ · nghìn lượt khách · tạ/ha · %
Leaves alone  (1) · (kế hoạch) · (Kèm theo Báo cáo ...): no unit
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from dondoc.lexicon.units import unit_lexicon

CAPTION = re.compile(
    r"(?:đ\.?v\.?t|đơn vị\s*(?:tính|đo)?)\s*[:.]\s*(?P<unit>[^\n;()\t¦]{1,40})|\((?:đvt|đơn vị(?: tính)?)?\s*:?\s*"
    r"(?P<bracket>(?:triệu|tỷ|nghìn|ngàn|1\.?000)\s?(?:đồng|đ|usd))\)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?:đvt|đơn vị(?: tính)?)?\s*:?\s*(?P<unit>[^()]{1,40})\)", re.IGNORECASE)
_SCALE = re.compile(
    r"(?P<number>1\.?0{3}(?:\.?0{3})?|10\.?000)\s*|(?P<word>nghìn|ngàn|vạn|triệu|tr\.?(?=\s?đ)|tỷ|tỉ)\.?\s*",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:tổng )?số (?:lượng |lượt )?([^\d(),;:]{2,40})", re.IGNORECASE)
_WORDS = {"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tr": 6, "tr.": 6, "tỷ": 9, "tỉ": 9}
_MONEY = {
    "đồng": "đồng", "đ": "đồng", "vnđ": "đồng", "vnd": "đồng", "₫": "đồng", "đồng việt nam": "đồng", "usd": "USD",
    "đô la mỹ": "USD", "eur": "EUR", "euro": "EUR",
}  # fmt: skip
_MEASURES = frozenset(
    {"ha", "tấn", "tạ", "kg", "m", "m2", "m3", "m²", "m³", "km", "km2", "km²", "lít", "kwh", "%", "‰"}
)


@dataclass(frozen=True, slots=True)
class TableUnit:
    """A unit with the power of ten it is multiplied by; ``known`` where the lexicon has it."""

    name: str | None
    scale: int = 0
    known: bool = True


@lru_cache(maxsize=4096)
def read_table_unit(words: str) -> TableUnit | None:
    """Read ``words`` as a unit; None where they are none or name several."""
    bare = " ".join(words.strip(" .*:").split())
    low = bare.lower()
    if not low or len(low) > 40 or low in ("nt", '"', "-", "x"):
        return None
    if low in ("%", "phần trăm", "tỷ lệ %", "tỉ lệ %"):
        return TableUnit("%")
    if low in ("lần", "điểm", "điểm %", "điểm phần trăm"):
        return TableUnit(bare)
    scale = 0
    while (match := _SCALE.match(low)) is not None and match.end():
        if match["number"]:
            scale += match["number"].count("0")
        else:
            scale += _WORDS.get(match["word"].rstrip("."), 0)
        bare, low = bare[match.end() :], low[match.end() :]
    if not low:
        return TableUnit("đồng" if scale >= 6 else None, scale) if scale else None
    if low in _MONEY:
        return TableUnit(_MONEY[low], scale)
    if re.search(r"[,;]| và |\d", re.sub(r"m[23]\b|km2\b|co2\b|/\s?1[0.]*0\b", "", low)):
        return None
    return TableUnit(_tidy(bare), scale, _is_known(low))


def _tidy(bare: str) -> str:
    return bare if re.search(r"[A-Z]{2}", bare) else bare[:1].lower() + bare[1:]


def _is_known(low: str) -> bool:
    lexicon = unit_lexicon()
    first = low.split("/")[0].strip()
    return first in lexicon.words or first in _MEASURES or first in lexicon.symbols


def bracket_unit(words: str) -> TableUnit | None:
    """The unit that the last bracket of a head or a name states, if the lexicon knows it."""
    found = None
    for match in _BRACKET.finditer(words):
        unit = read_table_unit(match["unit"])
        if unit is not None and unit.known:
            found = unit
    return found


def caption_unit(words: str) -> TableUnit | None:
    """The unit of the last caption in ``words``."""
    found = None
    for match in CAPTION.finditer(words):
        unit = read_table_unit(match["unit"] or match["bracket"])
        found = unit or found
    return found


def without_unit(words: str) -> str:
    """``words`` without the brackets that state a unit."""
    return " ".join(
        _BRACKET.sub(
            lambda match: "" if (unit := read_table_unit(match["unit"])) and unit.known else match[0], words
        ).split()
    )


def counted_unit(words: str) -> TableUnit | None:
    """The noun that "Số ..." counts: "Số vụ vi phạm" → vụ."""
    match = _COUNTED.match(words)
    if match is None:
        return None
    names = match[1].lower().split()
    for length in range(min(3, len(names)), 0, -1):
        noun = " ".join(names[:length])
        unit = unit_lexicon().words.get(noun)
        if unit is not None and unit.kind == "count":
            return TableUnit(noun)
    return None
