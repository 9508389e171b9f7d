"""The ratio of the sexes, told per hundred of the other one.

Finds         110,7 bé trai/100 bé gái · 98,4 nam/100 nữ
Leaves alone  45 bé trai, 40 bé gái: counts
"""

import re
from dataclasses import replace

from dondoc.grammar.measures.amounts import Amount
from dondoc.grammar.measures.candidate import Candidate, Reading, measure_of
from dondoc.grammar.numbers import read_number

_PER_HUNDRED = re.compile(
    r"[ ]((?:(?:bé|trẻ|trẻ em|cháu)[ ])?(?:trai|nam)[ ]?/[ ]?100[ ](?:(?:bé|trẻ|trẻ em|cháu)[ ])?(?:gái|nữ))\b"
)


def read_ratio(candidate: Candidate) -> Reading | None:
    """A number of boys or men to a hundred girls or women; the whole is one measure."""
    match = _PER_HUNDRED.match(candidate.text, candidate.end)
    if match is None:
        return None
    number = read_number(candidate.written)
    bare = Amount(match.end(), number.value, number.half_step, None, False, number.warning)
    measure = measure_of(candidate, bare, "measure.ratio")
    return Reading((replace(measure, unit=match[1]),), match.end())
