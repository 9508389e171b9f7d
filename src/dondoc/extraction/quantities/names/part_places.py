"""Parts that are named by their place alone, named by what they are parts of.

Finds         trồng mới 6.400 ha ..., cụ thể: Na Hồ 1.450 ha; Chợ Bến 1.300 ha (trồng mới (Na Hồ), trồng mới (Chợ Bến))
              tiêu hủy 417 con (xã Tân An 268 con): tiêu hủy (xã Tân An)
Leaves alone  parts with a name of their own: trong đó thu nội địa 610 tỷ đồng · parts of something else: 12 xã, 5 hộ
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Sentence
from dondoc.extraction.quantities.names.measure_words import is_place_name
from dondoc.extraction.quantities.parts.likeness import same_kind
from dondoc.grammar.agencies.folding import CAPITALS

_KIND = re.compile(
    r"(?:các )?(?:huyện|thị xã|thành phố|TP\.?|xã|phường|quận|tỉnh|thị trấn|thôn|bản|ấp|buôn|đặc khu)"
    rf"\s+(?=[{CAPITALS}])"
)
_SEVERAL = re.compile(r"\Acác (?:thị xã|thành phố|[^\W\d]+) ")
_ONE_WORD = re.compile(rf"[{CAPITALS}][^\W\d_]*")
_LETTER = re.compile(r" [A-ZĐ]\Z")
# An office or a fund in capitals is no place: "NSTW", "BHXH".
_CAPITALS = re.compile(r"\b[A-ZĐ]{2,}\b")


def settle_part_places(sentences: Sequence[Sentence]) -> None:
    """Name the parts of ``sentences`` that have nothing but a place for a name."""
    for sentence in sentences:
        for figure in sentence.figures:
            whole, name = figure.whole, figure.indicator or ""
            if figure.role != "part" or whole is None or whole is figure.under or not whole.indicator:
                continue
            if same_kind(figure, whole) and _is_place(name) and not _is_place(whole.indicator):
                figure.indicator = f"{whole.indicator.partition(' (')[0]} ({_SEVERAL.sub('', name)})"


def _is_place(name: str) -> bool:
    kind = _KIND.match(name)
    if _CAPITALS.search(name):
        return False
    own = _LETTER.sub("", name[kind.end() :] if kind is not None else name)
    return is_place_name(own) or (kind is not None and _ONE_WORD.fullmatch(own) is not None)
