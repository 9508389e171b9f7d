"""Names that say only half, with the other half that stands before: what was measured, or how.

Finds         năng suất 61 tạ/ha behind "Diện tích lúa" (năng suất lúa) · Rầy nâu: nhiễm nặng 40 ha (nhiễm nặng rầy nâu)
              Diện tích mía 8.900 ha; cam 290 ha (Diện tích cam) · phía Nam gieo cấy 170 ha (gieo cấy lúa phía Nam)
Leaves alone  a name of both halves: diện tích lúa; amounts of money; trồng rừng
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.measure_words import MEASURES, opens_name
from dondoc.extraction.quantities.names.name_state import NameState, is_counted, unit_noun
from dondoc.extraction.quantities.names.trimming import trim_name
from dondoc.extraction.quantities.names.verbs import has_verb

# The words that a name is made of which says how something was measured, and not what.
_HOW = frozenset(
    """
    tổng diện tích nhiễm nặng mất trắng bị hại thu hoạch gieo cấy sạ trồng xuống giống năng suất sản lượng bình quân
    ước tính xong hiện cho đã chăm sóc gặt khoán giao bảo vệ khoanh nuôi tái sinh
    được cộng mới có tiến độ nhanh nhất nhiều lớn hơn
    """.split()  # noqa: SIM905
)
_FIRST_WORDS = _HOW | {"các", "một", "những", "khối", "vận", "luân"}
_MEASURED = re.compile(
    r"diện tích|năng suất|sản lượng|thu hoạch|gieo|cấy|sạ\b|trồng|xuống giống|nhiễm|mất trắng|"
    r"chăm sóc|khoán bảo vệ|khoanh nuôi",
    re.IGNORECASE,
)
_CROP = re.compile(
    r"\b(?:lúa|ngô|rau|mía|lạc|đậu|sắn|hoa màu|chè|cà phê|tôm|cá|rừng)\b"
    r"(?:(?: vụ)? (?:hè thu|đông xuân|thu đông|chiêm xuân|mùa|xuân|chiêm)\b)?|"
    r"\bvụ (?:hè[ -]*thu|đông[ -]*xuân|thu[ -]*đông|chiêm[ -]*xuân|chiêm|mùa|xuân)\b",
    re.IGNORECASE,
)
_ONE_CROP = re.compile(
    r"(?:cây )?(?:lúa|ngô|lạc|mía|sắn|khoai|chè|cà phê|hồ tiêu|cao su|điều|dứa|chuối|rau|đậu|hoa màu|sầu riêng|quế)"
    r"(?: (?!bị|mất|còn)[^\W\d]+){0,3}",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"(?:(?:các|một số|những) )?(?:(?:tỉnh|địa phương|vùng|khu vực|huyện|tỉnh thành) )*"
    r"(?:(?:phía|miền) (?:Bắc|Nam|Trung|Đông|Tây)\b|(?:Đồng bằng|Duyên hải|Trung du|Tây Nguyên|Đông Nam|Tây Nam|"
    r"Bắc Trung|Nam Trung|Tây Bắc|Đông Bắc)(?: (?:[A-ZĐ]\w*|sông|bộ|và|miền núi|phía))*)"
)
_SECTORS = frozenset(
    """trồng trọt, sản xuất, chăn nuôi, thủy sản, thuỷ sản, lâm nghiệp, nông nghiệp, sản xuất nông nghiệp, cây trồng,
    bảo vệ thực vật, sản xuất trồng trọt, cây hằng năm, cây hàng năm""".replace("\n    ", " ").split(", ")
)
_SO_FAST = re.compile(r"\b(?:có|tiến độ|dẫn đầu|(?:nhanh|nhiều|lớn)(?: nhất| hơn)?)(?= |\Z)")
_AT_PLACE = re.compile(r"(?P<what>.+?) (?:là|như|gồm|tại|ở) (?P<place>[A-ZĐ]\w*(?: [A-ZĐ]\w*){1,3})\Z")
_PLACE_KINDS = r"(?:(?:huyện|thị xã|thành phố|TP\.?|xã|phường|quận|tỉnh|thị trấn|vùng) )?"
_PLACE = r"[A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+){0,3}(?: [-–] [A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+)*)?"
_ONE_PLACE = re.compile(rf"(?i:{_PLACE_KINDS}){_PLACE}")
_SEVERAL = re.compile(r" (?:các|một số|những|từng) (?:địa|huyện|xã|tỉnh|phường|vùng|đơn)")
_OF_PLACES = re.compile(
    r"(?:\A|[.;:,] )[\s*+-]*(?P<what>[^,;:.\d]{4,50}?)(?: (?:tăng|giảm)(?: (?:nhiều|mạnh|cao|nhanh|sâu))?)?"
    r" (?:của |ở |tại |theo |trên )?(?:các|một số|những|từng) "
    r"(?:địa phương|huyện|xã|tỉnh|phường|vùng|đơn vị)[^:;.\d]{0,40}:[\s*-]*"
    rf"(?P<place>(?i:{_PLACE_KINDS}){_PLACE})(?: (?:thực hiện|đạt|có|ước|trồng|gieo trồng|tăng|giảm|chiếm))*[\s:]*\Z"
)
_TRANSPORT = re.compile(
    r"(?:khối lượng )?(?P<how>(?:vận|luân) chuyển)(?: (?:(?:lượt )?(?:người|khách|hành khách|hk)|tấn|t)(?:[ .-]?km)?)?",
    re.IGNORECASE,
)
_LONGER = re.compile(r"\Atổng | gieo \w+\Z|\Akim ngạch (?=xuất|nhập)", re.IGNORECASE)
_THING_WORDS = 6
_SIBLING_WORDS = 4
_AMOUNTS = frozenset({"đồng", "USD", "EUR"})
# "Giá trị sản xuất công nghiệp 393 tỷ đồng; thương mại - dịch vụ 400 tỷ đồng"
_SECTOR = re.compile(
    r"\A(?:(?:nông|công|lâm|ngư) nghiệp|thương mại|dịch vụ|xây dựng|thủy sản|nông,|nông -)", re.IGNORECASE
)
# "Sản lượng khai thác 13.800 tấn; nuôi trồng 990 tấn": two ways to the same catch, and no work on a field.
_FISHERIES = frozenset({"nuôi trồng", "khai thác", "đánh bắt"})


def completed(figure: Figure, name: str, state: NameState) -> str:
    """``name`` with the half that it leaves unsaid, as it is where nothing before says it."""
    if not name or figure.unit in _AMOUNTS:
        return _listed(figure, name, state) if figure.unit == "USD" or _SECTOR.search(name) else name
    named = not name[1:].islower()
    if not named and name.count(" ") >= _SIBLING_WORDS and name.partition(" ")[0].lower() not in _FIRST_WORDS:
        return name
    told = (named and _of_place(figure, name, state)) or ("chuyển" in name and _carried(figure, name))
    if not told and figure.unit == "ha" and figure.whole is None and _ONE_CROP.fullmatch(name):
        return f"diện tích {name[:1].lower()}{name[1:]}"
    return told or _with_thing(figure, name, state, named)


def _with_thing(figure: Figure, name: str, state: NameState, named: bool) -> str:
    """``phía Nam gieo cấy 170 ha`` (gieo cấy lúa phía Nam); ``named``: the name may hold that of a region."""
    region = _REGION.search(name) if named else None
    rest = trim_name(f"{name[: region.start()]} {name[region.end() :]}") if region else name
    if rest and says_only_how(rest):
        thing, rest = thing_before(state) or _crop_of(figure.before), trim_name(_SO_FAST.sub("", rest))
        full = f"{rest} {thing}" if thing and thing.lower() not in name.lower() else rest
    elif region and not rest:
        full = _REGION.sub("", _sibling(figure, state)).strip()
    else:
        return _listed(figure, name, state)
    return f"{full} {region.group().strip()}" if region and full else full or name


def _of_place(figure: Figure, name: str, state: NameState) -> str:
    """``các tỉnh trồng nhiều là Hà Lam 130 ha, Lam Kinh 90 ha``: what was measured, the place in brackets."""
    of_several = ":" in figure.before and not is_counted(figure.unit) and _SEVERAL.search(figure.before) is not None
    listed = _OF_PLACES.search(figure.before) if of_several else None
    if listed is not None:
        return f"{trim_name(listed['what'])} ({listed['place']})"
    ends_named = name[name.rfind(" ") + 1].isupper()
    first = _AT_PLACE.match(name) if ends_named and not is_counted(figure.unit) else None
    what = trim_name(_SO_FAST.sub("", first["what"])) if first is not None else ""
    if first is not None and " " in what:
        return f"{what} ({first['place']})"
    if figure.previous is None or _ONE_PLACE.fullmatch(name) is None:
        return ""
    before = _sibling(figure, state) if figure.unit != "%" else figure.previous.indicator or ""
    return f"{before.rpartition(' (')[0]} ({name})" if before.endswith(")") else ""


def _carried(figure: Figure, name: str) -> str:
    """``vận chuyển 13.700 nghìn người, luân chuyển 929.400 nghìn người.km``: the unit says what was carried."""
    found = _TRANSPORT.fullmatch(name)
    if found is None:
        return ""
    unit = name[found.end("how") :].strip().lower() if figure.unit == "%" else (figure.unit or "").lower()
    what = "hành khách" if unit.startswith(("người", "lượt", "hk", "khách", "hành khách")) else "hàng hóa"
    return f"{found['how']} {what}" if unit and unit[0] in "nlhkt" else ""


def says_only_how(name: str) -> bool:
    """Whether ``name`` says how something was measured, and not what: "tổng diện tích nhiễm"."""
    words = name.lower().replace("-", " ")
    return "nuôi trồng" not in words and _HOW.issuperset(words.split()) and _MEASURED.search(name) is not None


def thing_before(state: NameState) -> str:
    """What the names before are about: the crop of the sentence, its title, the crop of the sentence before."""
    told = (crop for _, name in reversed(state.named) if (crop := _crop_of(name)))
    named = _crop_of(state.head) or next(told, "") or _crop_of(state.topic)
    if named:
        return named
    topic = state.topic
    if topic and topic.lower() not in _SECTORS and len(topic.split()) <= _THING_WORDS and not _MEASURED.search(topic):
        return topic
    return _crop_of(state.before)


def crop_worked(head: str) -> str:
    """The crop of a name that says only what was done with it: "thu hoạch lúa Đông Xuân"."""
    crop = _crop_of(head)
    return crop if crop and says_only_how(head.replace(crop, "").strip()) else ""


def _crop_of(name: str) -> str:
    return max((found.group() for found in _CROP.finditer(name)), key=len, default="")


def _sibling(figure: Figure, state: NameState) -> str:
    """The name of the figure before that is measured in the same unit."""
    unit = unit_noun(figure.unit)
    return next((name for known, name in reversed(state.named) if known == unit), "")


def _listed(figure: Figure, name: str, state: NameState) -> str:
    """``Diện tích mía 8.900 ha; cam 290 ha``: a thing alone is measured as the one before it."""
    if name.replace(" - ", " ").count(" ") >= _SIBLING_WORDS or not (state.named or state.earlier):
        return name
    unit = (figure.unit or "").lower()
    opens = figure.previous is None and state.earlier and state.earlier[0][0] == unit and _CROP.fullmatch(name)
    measure = MEASURES.match(state.earlier[0][1] if opens else _sibling(figure, state))
    if measure is None or opens_name(name) or (has_verb(name) and name.lower() not in _FISHERIES):
        return name
    last = figure.before.rpartition(";")[2]
    if trim_name(last.lstrip(" ,;%)*").removeprefix("và ")) != name:
        return name
    return f"{_LONGER.sub('', measure.group())} {name.lower() if opens else name}"


__all__ = ["completed", "crop_worked", "says_only_how", "thing_before"]
