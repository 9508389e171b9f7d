"""What a paper is whose head a page has lost or run together into its first line.

Finds         Thông báo kết luận phiên họp UBND tỉnh A quý III/2021 · Ý kiến chỉ đạo của Bí thư huyện B tại buổi ...
              UBND TỈNH A - CHỈ THỊ số 05/CT-UBND ngày 12/3/2019 Về việc ...
Leaves alone  Kết luận của đoàn thanh tra nêu rõ ...: a sentence · CHỈ THỊ on a line of its own, which is a head
"""

import re

from dondoc.grammar.agencies.folding import CAPITALS

_CONCLUDED = re.compile(
    r"\W*(?:Thông báo\s+)?(?:(?:[Ýý] kiến\s+)?[Kk]ết luận|Ý kiến chỉ đạo)(?: của [^.:;]{3,80}?)?(?: tại| của)? "
    r"(?:buổi|cuộc|phiên|hội nghị|kỳ họp|đợt)(?!\w)"
)
_RUN_TOGETHER = re.compile(
    rf"\W*(?:date [\d-]+\s+)?(?:[{CAPITALS}.,\s]{{4,80}}\s[-–]\s+)?(?P<kind>"
    r"THÔNG BÁO(?=\s+(?:[Kk]ết luận|[Ýý] kiến))|CHỈ THỊ|CÔNG ĐIỆN|KẾ HOẠCH|NGHỊ QUYẾT)\s+"
    r"(?:[Ss]ố[\s:]+\d|[Vv]ề (?=[a-zà-ỹđ])|V/v|[Kk]ết luận|[Ýý] kiến)"
)


def read_run_together(words: str) -> str | None:
    """Return the kind in capitals that ``words``, the first line of a page without a head, name; None for none."""
    if _CONCLUDED.match(words) is not None:
        return None if words.endswith(".") else "KẾT LUẬN"
    named = _RUN_TOGETHER.match(words)
    return None if named is None else named["kind"]
