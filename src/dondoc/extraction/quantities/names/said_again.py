"""Words before a rate or a change that only speak of the name before again: a place, a level, "tỷ lệ này".

Finds         tỷ lệ này đạt 58% (the name before) · huyện Hà Lam đạt 60% (the name before, the huyện in brackets)
              trong đó cấp xã 58% (the name before + cấp xã) · các tỉnh có tỷ lệ lấy nước cao: Hà Lam 99%
Leaves alone  words that name something: đàn lợn tăng 5%
"""

import re

from dondoc.extraction.quantities.figures import Figure

_THIS = re.compile(r"(?:tỷ lệ|tỉ lệ|con số|chỉ số|mức|số) này\b")
_PLACE = re.compile(
    r"(?:huyện|xã|phường|thị xã|thành phố|TP\.?|thị trấn|quận|tỉnh|Huyện|Xã|Phường|Thị xã|Thành phố|Quận|"
    r"Tỉnh) (?:[A-ZĐ]|\w+ [A-ZĐ])"
)
_KIND = r"(?:(?:huyện|xã|phường|thị xã|thành phố|TP\.?|thị trấn|quận|tỉnh) )?"
# "một số tỉnh có tỷ lệ lấy nước đạt cao: Hà Lam 100,3%": which rate, and the first of the places it is told of.
_RATES_OF_PLACES = re.compile(
    r"\b(?:có|về) (?P<what>(?:tỷ lệ|tỉ lệ|mức|tốc độ|chỉ số)(?: [^\W\d]+){1,6}?)(?: (?:đạt|tăng))?(?: rất| khá)? "
    r"(?:cao|thấp|khá|tốt|lớn|nhanh|chậm)(?: nhất| hơn)?(?: là| như| gồm)?:? ?(?:là |như )?"
    rf"(?P<place>{_KIND}[A-ZĐ]\w+(?: [A-ZĐ]\w+){{1,2}})(?: đạt| tăng| giảm| là| có)?\s*\(?\Z"
)
# "dẫn đầu là huyện Lam Kinh (71%)": of the rate told before.
_FIRST_PLACE = re.compile(
    r"(?:dẫn đầu|đứng đầu|(?:cao|thấp|khá|tốt|chậm)(?: nhất)?)(?: là| như| gồm) "
    rf"(?P<place>{_KIND}[A-ZĐ]\w+(?: [A-ZĐ]\w+){{1,2}}) \(\Z"
)
# "..., Lam Kinh (69%)": the next of the places.
_NEXT_PLACE = re.compile(rf"(?:[,;)]|\b(?:và|là|gồm)) (?P<place>{_KIND}[A-ZĐ]\w+(?: [A-ZĐ]\w+){{1,2}}) \(\Z")
# "(tăng cao nhất là giáo dục 2,9%)": which of them it is.
MOST_IS = re.compile(
    r"\b(?:cao|mạnh|nhiều|khá|thấp|sâu|nhanh|nhất|dẫn đầu|đứng đầu)(?: nhất)? là (?P<name>[^,;:.()\d]{3,50}?)\s*\Z"
)
_PLACE_WORDS = 5
_ONE_OF = re.compile(r"(?:cấp|tuyến) (?:tỉnh|huyện|xã|sở|bộ|trung ương)|(?:khu vực )?(?:thành thị|nông thôn)|nam|nữ")
_ONE_OF_LAST = re.compile(rf" (?:{_ONE_OF.pattern})\Z")
_ONLY_GROWTH = re.compile(
    r"(?:(?:chỉ )?(?:cao|thấp|nhanh|chậm) hơn |(?:gần |xấp xỉ )?bằng )?(?:mức |tốc độ )?tăng trưởng|"
    r"tốc độ tăng|mức tăng|vượt .*|chỉ tiêu .*|kế hoạch .*"
)
_WITHOUT = ("loại trừ", "nếu loại trừ", "không tính", "trừ ")


def rate_of_place(figure: Figure) -> tuple[str, str]:
    """The rate and the place of ``một số tỉnh có tỷ lệ lấy nước đạt cao: Hà Lam 100,3%``, "" twice for other words.

    The place may stand before a bracket, with more places behind it: ``là Hà Lam (71%), Lam Kinh (69%)``.
    """
    last = figure.previous
    if figure.unit != "%" or (figure.opens and not figure.before.endswith("(")):
        return "", ""
    if "có " in figure.before or "về " in figure.before:
        listed = _RATES_OF_PLACES.search(figure.before)
        if listed is not None:
            return listed["what"], listed["place"]
    first = _FIRST_PLACE.search(figure.before) if figure.opens and not (last is not None and last.opens) else None
    if first is not None:
        return "", first["place"]
    if figure.opens and last is not None and last.opens and (last.indicator or "").endswith(")"):
        place = _NEXT_PLACE.search(figure.before)
        if place is not None:
            return _without_place(last.indicator or ""), place["place"]
    return "", ""


def of_state(head: str, known: str) -> str:
    """``known``, the name before, where ``head`` only speaks of it again: "tỷ lệ này", "bình quân cả nước", a place."""
    low = head.lower()
    if _THIS.search(low) or _ONLY_GROWTH.fullmatch(low) or low.startswith(_WITHOUT):
        return known
    if _ONE_OF.fullmatch(low) and " " in known:
        return f"{_ONE_OF_LAST.sub('', known)} {head}"
    if len(head.split()) <= _PLACE_WORDS and _PLACE.match(head) and not head.endswith(")"):
        return f"{_without_place(known)} ({head})"
    return ""


def _without_place(name: str) -> str:
    """``name`` without the place in brackets that the one before it was told of."""
    return name.rpartition(" (")[0] if name.endswith(")") else name
