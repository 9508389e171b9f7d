"""What a figure is, in one number: the bits by which a rule of roles is asked about it or not.

To the kinds of cue words near it (``signals``) come its unit, its brackets and what stands before it.
"""

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.signals import (
    AIM,
    BEYOND,
    CERTIFIED,
    CHANGE,
    CUMULATIVE,
    DISBURSED,
    GROWTH,
    PLAN,
    RANK,
)

ALWAYS, PERCENT, TASK, IN_PAIR, OPENS, DEEP, AFTER_CHANGE, TIMES, RANKED, PER_UNIT, AFTER_HELD, SIGNED = (
    1 << place for place in range(40, 52)
)
# Kinds that count wherever they stand in the sentence before the figure; the others right before it only.
_OF_SENTENCE = AIM | CUMULATIVE | DISBURSED | GROWTH
_OF_GAP = ~_OF_SENTENCE
# The rules that these ask read the whole clause before the figure.
OF_CLAUSE = _OF_SENTENCE | IN_PAIR
_RANKED_UNITS = frozenset({"sao", "hạng", "bậc", "vị thứ"})


def traits_of(figure: Figure) -> int:
    """The traits of ``figure``. The figures before it have their roles already."""
    unit, previous = figure.unit, figure.previous
    traits = ALWAYS | figure.cues_after & CERTIFIED | figure.cues_before & _OF_GAP | figure.cues_so_far & _OF_SENTENCE
    if figure.task:
        traits |= TASK
    if figure.under is not None or figure.over is not None:
        traits |= IN_PAIR
    if figure.signed:
        traits |= SIGNED
    if figure.depth:
        traits |= DEEP | OPENS if figure.opens else DEEP
    if previous is not None and previous.role == "change":
        traits |= AFTER_CHANGE
    elif previous is not None and previous.role == "cumulative":
        traits |= AFTER_HELD
    if previous is not None and previous.opens:
        traits |= previous.cues_before & BEYOND
    return traits | (_of_unit(unit.lower(), figure) if unit is not None else RANKED if traits & RANK else 0)


def _of_unit(unit: str, figure: Figure) -> int:
    if unit == "%":
        return PERCENT
    if unit == "‰":
        return PER_UNIT
    if unit == "đồng":
        return figure.cues_after & PLAN
    if unit.startswith("điểm "):
        return CHANGE
    traits = PER_UNIT if "/" in unit else TIMES if unit == "lần" else 0
    ranked = unit in _RANKED_UNITS or (figure.cues_before & RANK and figure.under is not None)
    return traits | RANKED if ranked else traits
