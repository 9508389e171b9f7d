"""What a document is about: its trích yếu.

Finds         the lines under the title, capitals over several lines too · V/v ... of a letter
Leaves alone  Căn cứ ..., Ngày 30/6/2023, ...: the body
"""

import re

from dondoc.extraction.header.page import TITLE, Page
from dondoc.grammar.agencies.folding import CAPITALS

BODY = re.compile(
    r"(?:Căn cứ|Thực hiện|Kính gửi|Ngày \d|Sáng|Chiều|Trong|Thời gian|Để |Theo |Ủy ban nhân dân|UBND|Nhằm"
    r"|Tiếp tục|Qua |Sau khi|Vừa qua|Hôm nay|Trên cơ sở|Tại |Xét |[IVX]+\.|\d+\.|A\.|Phần|Điều 1|-|–|“)"
)
RULE = re.compile(r"^[\W_]+$")
# What stands below a subject and is none of it: the day a site put the page there, that it is an extract.
BENEATH = re.compile(r"\s*(?:\(\s*trích(?! yếu)[^()]*\)|\bdate \d[\d-]*)(?=\s|$)", re.IGNORECASE)
ABOUT = re.compile(
    r"(?<![^\W_])(?:V/v|V/V|v/v|Về việc(?! này| trên| đó)|Về/việc)\s*:?\s*(?P<subject>[^\n]+"
    rf"(?:\n(?!\s*\n|Kính gửi|KÍNH GỬI|[{CAPITALS}]{{3}}|UBND|Căn cứ|Theo |Ngày |Thực hiện |Để |Sau khi|Trong |"
    r"Giao )[^\n]+){0,4})"
)
CUT = re.compile(
    rf"\s+(?:[{CAPITALS}][^\W\d_]*\.?\s){{0,4}}[{CAPITALS}][^\W\d_]*, ngày .*$|\s*(?:Kính gửi|KÍNH GỬI).*$"
    r"|\s*CỘNG H[ÒO].*$",
    re.DOTALL,
)


def read_subject(page: Page, content: str) -> str | None:
    """Return the subject (trích yếu) as written, on one line."""
    if page.title is None:
        end = page.lines[min(len(page.lines), 14) - 1].span.end if page.lines else 0
        about = ABOUT.search(content[:end])
        if about is None:
            return None
        return " ".join(CUT.sub("", about["subject"]).split()).strip(" .;,") or None
    line = page.lines[page.title]
    found = TITLE.match(line.words)
    parts = [opening] if (opening := line.words[found.end() :].strip(" *:._") if found else "") else []
    for index in range(page.title + 1, min(page.title + 8, page.foot)):
        words = page.lines[index].words
        if RULE.match(words):
            if parts:
                break
            continue
        so_far = " ".join(parts)
        if so_far and not _goes_on(so_far, words, page.lines[index].kind):
            break
        if not so_far and re.match(r"(?:Căn cứ|Kính gửi|Điều 1|[IVX]+\. |1\. )", words):
            break
        parts.append(words)
    return BENEATH.sub("", " ".join(" ".join(parts).split())).strip(" *;") or None


def _goes_on(so_far: str, words: str, kind: str) -> bool:
    """Whether a line after the first ones still belongs to the subject."""
    if kind == "list_item" or BODY.match(words):
        return False
    if words.isupper():
        return so_far.isupper() and words[-1] not in ";:"
    if words[0].islower() or words[0] in "(,":
        return True
    return len(words) < 100 and words[-1] not in ".;:," and not re.search(r"[.;:]\s", words)
