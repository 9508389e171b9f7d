"""What carries over from figure to figure while a sentence is given its names."""

import re
from functools import lru_cache

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.measure_words import opens_name
from dondoc.extraction.quantities.names.verbs import any_verb_first
from dondoc.lexicon.units import unit_lexicon

NOT_NAMES = re.compile(
    r"\A(?:so|(?:tăng|giảm|cao hơn|thấp hơn|bằng)(?: \w+)? so|cùng kỳ|tháng trước|năm trước|kế hoạch|\d+|vượt|"
    r"(?:hơn|kém|thua) (?:so|cùng|(?:năm|tháng|quý|vụ|kỳ|tuần) (?:học )?(?:trước|ngoái|\d))|"
    r"trong khi|chỉ tiêu (?:hđnd|ubnd|đưa|đề|được|giao|"
    r"tỉnh|năm|của)|trở(?! lại (?:hoạt động|sản xuất|làm việc))|đó|này|nêu|khác|nói trên|tương|nữa|thêm|"
    r"cao(?! su| đẳng| cấp| lanh| điểm)|thấp|cknt|ck\Z|cùng thời|"
    r"(?:nhanh|chậm|nhiều|ít|lớn|sớm|muộn) hơn|(?:trước|sau) đó\Z|đặc biệt\Z|thời điểm\Z|con số\Z|thực tế\Z|"
    r"mặt khác\Z|chưa kể|làm(?: được)?\Z|(?:có|cục bộ|một số|nhiều) nơi|cá biệt|đỉnh điểm|(?:chỉ |đứng |"
    r"xếp )?sau(?! thu hoạch|"
    r" chế biến| đại học))\b",
    re.IGNORECASE,
)
# "đàn trâu (giảm 5%) và đàn lợn (giảm 6%)": behind a closed bracket another thing is named.
_NEXT_THING = re.compile(r"\s*\) (?:và|,) ?[^\W\d]{2,}(?: [^\W\d]+){0,6} \Z")
MONEY = frozenset({"đồng", "USD", "EUR", "%"})
FOLLOWERS = frozenset({"change", "share_of_plan", "rate"})
PERSONS = frozenset({"người", "nạn nhân", "đồng chí", "em", "cháu", "công dân", "học sinh"})
_SCALES = ("nghìn ", "ngàn ", "triệu ")
_MEASURED_PER = frozenset({"ha", "kg", "giờ", "m3", "m³", "m2", "m²", "lít", "tấn", "kwh", "ngày", "năm", "tháng"})
_SAME_REACH = 5
_NAMED = 2


class NameState:
    """The name that carries over from figure to figure inside a sentence.

    ``field`` is the field of work that the sentence begins with, ``place`` what happened at the places it counts,
    ``first`` the name that a sentence after it may go on with, ``before`` and ``earlier`` the first and the last name
    of the sentence before it, ``told`` all its names, ``continued`` whether the words begin by going on with it;
    ``rows`` whether the sentence lists rows of several figures, and ``row`` the label of the one at hand;
    ``listed`` the unit and the measure that a list was led in by; ``outside`` how many of the names stood before the
    bracket at hand; ``invested``: the document is about public investment; ``growth``: what it calls the product of
    its territory; ``works``: the road or the like that the sentence tells of; ``event``: what happens in the field of
    work at hand ("tai nạn giao thông" where traffic safety is told of).
    """

    __slots__ = (
        "before",
        "context",
        "continued",
        "earlier",
        "event",
        "field",
        "first",
        "growth",
        "head",
        "invested",
        "listed",
        "named",
        "outside",
        "place",
        "row",
        "rows",
        "told",
        "topic",
        "verb",
        "works",
    )

    def __init__(self, topic: str, head: str, field: str = "", invested: bool = False) -> None:
        self.head = head
        self.topic = topic
        self.field = field
        self.invested = invested
        self.growth = ""
        self.verb = ""
        self.context = ""
        self.place = ""
        self.first = ""
        self.rows = False
        self.row = ""
        self.works = ""
        self.event = ""
        self.before = ""
        self.named: list[tuple[str, str]] = []
        self.outside = 0
        self.continued = False
        self.listed: tuple[str, str] | None = None
        self.earlier: list[tuple[str, str]] = []
        self.told: list[tuple[str, str]] = []

    def told_before(self, unit: str | None) -> str:
        """The name that the sentence before gave a figure of this ``unit``, "" where it had none."""
        noun = unit_noun(unit)
        return next((name for known, name in self.told if known == noun), "")


@lru_cache(maxsize=512)
def unit_noun(unit: str | None) -> str:
    """The first word of a unit in small letters, without its scale: "tấn.km" of triệu tấn.km."""
    noun = (unit or "").lower()
    for scale in _SCALES:
        noun = noun.removeprefix(scale)
    return noun.partition(" ")[0]


def same_before(figure: Figure, counted: Figure) -> str:
    """The name of a figure equal to ``counted`` a little before ``figure``: "29 vụ ..., làm rõ 25/29 vụ"."""
    same = figure.previous
    while same is not None and figure.number - same.number < _SAME_REACH:
        equal = same.unit == figure.unit and same.measure.value == counted.measure.value
        if equal and same is not figure.over and same.indicator:
            return same.indicator
        same = same.previous
    return ""


def explains(figure: Figure) -> bool:
    """Whether the bracket stands right behind the figure it explains: 85 xã đạt chuẩn (chiếm 70,8%)."""
    previous = figure.previous
    if previous is None or figure.owner is not previous:
        return False
    behind = figure.before.rsplit("(", 1)[0]
    _, joined, deed = behind.rpartition(" và ")
    named = deed.rpartition(" là ")[2].strip()
    if named.count(" ") >= _NAMED and opens_name(named):
        return False
    if _NEXT_THING.match(behind) or (joined and any_verb_first(deed)):
        return False
    return not ("," in behind or ";" in behind or ":" in behind)


@lru_cache(maxsize=512)
def is_counted(unit: str | None) -> bool:
    """Whether a unit is a noun that is counted, and no money or measure."""
    if unit is None or unit in MONEY or unit in ("điểm phần trăm", "điểm %"):
        return False
    for scale in _SCALES:
        unit = unit.removeprefix(scale)
    if "/" in unit:
        unit, _, per = unit.partition("/")
        if per in _MEASURED_PER or unit in MONEY:
            return False
    known = unit_lexicon().words.get(unit.lower())
    if known is None:
        return len(unit) > 3 or unit == "chủ"
    return known.kind in ("count", "time")
