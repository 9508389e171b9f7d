"""Things that a document keeps coming back to: it speaks of them, it does not set them anew each time.

Finds         chỉ đạo hoàn thành 02 công trình dự án ... vận hành 02 bệnh viện, in a notice that keeps naming both
Leaves alone  mỗi xã xây dựng 02 công trình (named once) · 19 tiêu chí, 100%, amounts: what is to be reached
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.facts import Evidence

_REPEATED = Evidence("role", "role.repeated")
_OFTEN = 4
_FEW = 20
_SET = frozenset({"tiêu chí", "chỉ tiêu", "lần", "mô hình", "sản phẩm", "căn nhà", "lớp"})
_ROLES = frozenset({"plan", "actual"})


def settle_repeated(sentences: Sequence[Sentence]) -> None:
    """Count what was named ``_OFTEN`` times with the same small number, instead of taking it for a target."""
    tasks = (figure for sentence in sentences if sentence.task for figure in sentence.figures)
    asked = {_key(figure) for figure in tasks if figure.role == "plan" and _is_thing(figure)}
    if not asked:
        return
    things = [figure for sentence in sentences for figure in sentence.figures if _is_thing(figure)]
    named = Counter(key for key in map(_key, things) if key in asked)
    for figure in things:
        if figure.role in _ROLES and named[_key(figure)] >= _OFTEN:
            figure.role, figure.whole = "count", None
            figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _REPEATED]


def _key(figure: Figure) -> tuple[Decimal | None, str]:
    return figure.measure.value, (figure.unit or "").lower().partition(" dự án")[0]


def _is_thing(figure: Figure) -> bool:
    """Whether ``figure`` counts a few whole things, alone."""
    value, unit = figure.measure.value, (figure.unit or "").lower()
    if value is None or not 1 < value <= _FEW or value != value.to_integral_value() or "/" in unit:
        return False
    return figure.under is None and figure.over is None and unit not in _SET and figure.measure.half_step is not None
