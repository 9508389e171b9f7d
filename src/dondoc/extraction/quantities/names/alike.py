"""Parts told alike, whose first alone says of what: ``vốn cấp tỉnh 97 tỷ đồng, cấp huyện 31 tỷ đồng`` (vốn cấp huyện).

Finds         cơ cấu trà mùa sớm 34%, mùa trung 41% (cơ cấu trà mùa trung)
Leaves alone  trong đó cấp tỉnh 41 thủ tục, cấp huyện 37 thủ tục · thu nội địa 34 tỷ đồng, thu hải quan 9 tỷ đồng
              đã trồng 34 ha, đã thu hoạch 12 ha: not words for a kind
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import FOLLOWERS

# The word that tells the kinds apart, with the kind behind it.
_KIND = re.compile(
    r"(?P<kind>cấp|tuyến|mùa|vụ|trà|loại|hạng|nhóm|bậc|khối|khu vực|nguồn) [^\W\d]+(?: [^\W\d]+){0,2}", re.IGNORECASE
)
_LABEL = re.compile(r"\s*[,;]?\s*(?:và |còn )?(?P<label>[^,;.:()\d]+?)\s*(?:là |đạt |chiếm )?\Z")
_LAST = re.compile(r"[^,;.:()\d]*\Z")
_LEADS = re.compile(r"\A.*\b(?:trong đó|bao gồm|gồm(?: có)?|riêng|là|có|chia ra|với)\b\s*", re.IGNORECASE)


def alike_name(figure: Figure) -> str:
    """The name of a part told by its kind alone, behind one whose kind stands behind what both are of."""
    last = figure.previous
    if last is None or last.unit != figure.unit or (figure.role in FOLLOWERS and last.role != figure.role):
        return ""
    found = _LABEL.fullmatch(figure.before)
    kind = _KIND.fullmatch(found["label"]) if found is not None else None
    if found is None or kind is None:
        return ""
    first = _first(last, kind["kind"].lower())
    return f"{first} {found['label']}" if first else ""


def _first(figure: Figure, kind: str) -> str:
    """What stands before ``kind`` in the words of the first of the parts before ``figure``."""
    found = _LAST.search(figure.before)
    words = _LEADS.sub("", found[0]).strip() if found is not None else ""
    what, told, rest = words.rpartition(f"{kind} ")
    if told and what.strip():
        return what.strip() if len(rest.split()) <= 3 else ""
    if told and figure.previous is not None and figure.previous.unit == figure.unit:
        return _first(figure.previous, kind)
    return ""
