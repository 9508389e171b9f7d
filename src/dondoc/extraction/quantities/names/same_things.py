"""Things that a document counts again: the same number of them keeps the name that it was told with.

Finds         28 hộ chưa nhận tiền ... vận động 28 hộ nêu trên (hộ chưa nhận tiền, both)
              xảy ra 285 vụ trộm cắp ... làm rõ 239/285 vụ (285: vụ trộm cắp)
Leaves alone  12 xã đạt chuẩn ... 12 xã: places, unless the words point back · a name with words of its own
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, is_counted
from dondoc.extraction.quantities.names.verbs import starts_with_verb

_POINTS_BACK = re.compile(r"\s+(?:(?:đã )?(?:nêu|nói|kể)(?: ở)? trên|này|trên đây|vừa nêu)(?=[\s,;.)]|\Z)")
_POINTING = re.compile(r"\s+(?:nêu|nói|kể|trên|này|đó)\b.*", re.DOTALL)
_PLACES = frozenset({"xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "tỉnh", "thành phố", "thôn", "ấp", "bản"})
_TELLING = 10


def settle_same_things(sentences: Sequence[Sentence]) -> None:
    """Give things counted again in ``sentences`` the name of the same number of them before."""
    told: dict[tuple[str, Decimal], str] = {}
    for sentence in sentences:
        for figure in sentence.figures:
            unit, value = (figure.unit or "").lower(), figure.measure.value
            if value is None or figure.role in FOLLOWERS or not is_counted(unit):
                continue
            before = told.get((unit, value))
            if before and _is_told_again(figure, unit):
                figure.indicator = before
            elif figure.indicator and figure.over is None and figure.indicator.lower() != unit:
                told[unit, value] = figure.indicator


def _is_told_again(figure: Figure, unit: str) -> bool:
    """Whether ``figure`` points back, or has no name but its noun, or what was done of a pair."""
    if _POINTS_BACK.match((figure.under or figure).low_after):
        return True
    if unit.partition(",")[0] in _PLACES or (figure.measure.value or 0) < _TELLING or figure.under is not None:
        return False
    name = _POINTING.sub("", figure.indicator or "").lower()
    return name in ("", unit) or (figure.over is not None and figure.role != "plan" and starts_with_verb(name))
