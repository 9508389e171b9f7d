"""Growth that no word calls so, known by the change and the figure before it.

Finds         tiếp 4.240 lượt (tăng 310 lượt, tỷ lệ 7,89%) · 520 ca, giảm 48 ca, 8,5%
              giảm 48 ca, giảm 15 ổ dịch, tương ứng lần lượt 8,5%; 11,9%: each of its own
Leaves alone  giải quyết 530 hồ sơ, tăng 42 hồ sơ, tỷ lệ 97,4%: what no figure before it gives
"""

from collections.abc import Sequence
from decimal import Decimal

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import same_kind
from dondoc.facts import Evidence

_FAR, _NEAR = 12, 4
_ROUND = Decimal("0.5")


def reckon_growth(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """Make the percentages of ``sentence`` changes that a change beside them is of what it changed."""
    told = [*earlier[-_FAR:]]
    for figure in sentence.figures:
        if figure.unit == "%" and figure.role == "rate" and not figure.task:
            changed = _changed(figure, told)
            if changed is not None:
                figure.role, figure.fall = "change", changed.fall
                figure.evidence = [one for one in figure.evidence if one.part != "role"]
                figure.evidence.append(Evidence("role", "role.reckoned"))
        told = [*told[-_FAR:], figure]


def _changed(share: Figure, told: Sequence[Figure]) -> Figure | None:
    """The one of ``changes`` in its own unit that ``share`` is in percent of a figure told before it."""
    if (share.measure.half_step or _ROUND) >= _ROUND:
        return None
    changed = share
    for _ in range(_NEAR):
        if changed.previous is None or changed.previous.role != "change":
            return None
        changed = changed.previous
        if changed.unit == "%":
            continue
        levels = (one for one in told if one.number < changed.number and same_kind(one, changed))
        if any(_is_growth(changed, one, share) for one in levels):
            return changed
    return None


def _is_growth(changed: Figure, level: Figure, share: Figure) -> bool:
    """Whether ``share`` is the change in percent of the level before it, be ``level`` that or what it came to."""
    a, b, c = changed.measure.value, level.measure.value, share.measure.value
    if a is None or b is None or c is None or level.role == "change":
        return False
    half = share.measure.half_step or Decimal(0)
    printed = changed.measure.half_step or Decimal(0)
    steps, a = Decimal(0) if printed == _ROUND else printed * 2, abs(a)
    return any(
        base > 0 and abs(a / base * 100 - c) <= half + steps / base * 100
        for base in (b, b + a if changed.fall else b - a)
    )
