"""What did the harm that a figure tells: the storm, flood or fire named before the first figure of it.

Finds         Mưa dông làm sập 23 căn nhà, ước thiệt hại 2,9 tỷ đồng (do mưa dông)
Leaves alone  Thiên tai, cháy nổ: ...: the title of a paragraph, where its words name nothing
"""

import re

from dondoc.extraction.quantities.figures import Figure

_HARM = re.compile(
    r"\b(?:thiên tai|bão(?: số \d+)?|áp thấp|mưa (?:lũ|lớn|bão|dông|đá)|dông lốc|lốc xoáy|lũ (?:quét|lụt)|"
    r"lũ|sạt lở|triều cường|hạn hán|hạn mặn|xâm nhập mặn|rét đậm|rét hại|cháy(?: rừng)?|dịch bệnh)\b"
)
_BACK = 8


def by_harm(figure: Figure) -> str:
    """`` do mưa dông``: what did the harm that ``figure`` tells, "" where the words before tell of none."""
    one: Figure | None = figure
    while one is not None and figure.number - one.number < _BACK:
        before, _, clause = one.low_before.rpartition(":")
        told = _HARM.search(clause) or (_HARM.search(before) if "gây" in before else None)
        if told is not None:
            return f" do {told.group()}"
        one = one.previous
    return ""
