"""The body that issues: from the lines above the title, the closing formula, or the signature.

Finds         UBND TỈNH X / VĂN PHÒNG · UBND TỈNH X / SỞ CÔNG THƯƠNG: with the name of the place
              "Văn phòng UBND tỉnh thông báo đến ..." · TM. ỦY BAN NHÂN DÂN
Leaves alone  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · Độc lập - Tự do - Hạnh phúc · ĐẢNG CỘNG SẢN VIỆT NAM
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from dondoc.extraction.header.page import Line, Page
from dondoc.facts import AgencyMention, Signer
from dondoc.grammar.agencies import canonical_name, find_agencies

MOTTO = re.compile(
    r"CỘNG\s+H[OÒ][AÀ]\s+X[AÃ]|[ĐD]ộc\s+lập|ĐỘC\s+LẬP|ĐẢNG\s+CỘNG\s+SẢN|(?<![^\W_])(?:Số|SỐ)\s*[:\d/]"
    r"|[^\W\d_]+, ngày|V/v|V/V|^/|Kính gửi|\*{3}|date |^CỘNG$|^H[OÒ][AÀ]\s+XÃ|^XÃ\s+HỘI\s+CHỦ|^CHỦ\s+NGHĨA\s+VIỆT"
)
# Its end stands on a line of its own where a narrow column broke it.
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_NO_BODY = ("role", "places")
# What a site writes around the name: the day, that it is the source.
_AROUND = re.compile(
    r"^\W*(?:Nguồn|Theo)\s*:?\s*|^\s*date [\d-]+\s*|\W*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\W*$", re.IGNORECASE
)
_NAMED_TITLE = re.compile(r"\W*(?:Báo cáo|Thông báo|Kế hoạch|Công văn|Chỉ thị|Tờ trình|Nghị quyết|Kết luận)(?!\w)")
# A number that stands below its "Số:".
NUMBERED = re.compile(r"\d+(?:/20\d\d)?/[A-ZĐ]")
BODY = re.compile(
    r"(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG|SỞ|BỘ|BAN|BCH|BQL|VĂN PHÒNG|TỈNH [ỦU]|TỈNH UỶ|THÀNH [ỦU]|HUYỆN [ỦU]"
    r"|THỊ [ỦU]|QUẬN [ỦU]|CHI CỤC|CỤC|TỔNG|PHÒNG|TRUNG TÂM|CÔNG AN|CÔNG TY|ĐẢNG [BỦUĐ]|CHÍNH PHỦ|THỦ TƯỚNG"
    r"|QUỐC HỘI|ĐOÀN|TRƯỜNG|BỆNH VIỆN"
    r"|KHO BẠC|NGÂN HÀNG|T[ÒO][AÀ] ÁN|VIỆN|LIÊN|HỘI|MẶT TRẬN|THANH TRA|BẢO HIỂM|THUẾ|ĐÀI|BÁO|TỈNH ĐOÀN"
    r"|BHXH|KBNN|NHNN|NHCSXH|BHYT|UBMTTQ|UBKT|BTV|LĐLĐ|VKSND|TAND|THADS"
    r"|HIỆP HỘI|THƯỜNG TRỰC|TỔ CÔNG TÁC|KIỂM TOÁN|BỘ ĐỘI|CHỦ TỊCH|CƠ QUAN)"
)
URGENCY = re.compile(
    r"\W*(?:THƯỢNG KHẨN|HỎA TỐC|HOẢ TỐC|KHẨN|TỐI MẬT|TUYỆT MẬT|MẬT|(?:BẢN )?DỰ THẢO)(?:\W|\d|$)[\w ]{0,14}\W*$"
)
GENERIC = re.compile(
    r"(?:VĂN PHÒNG|THƯỜNG TRỰC|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|BAN THƯỜNG VỤ|HỘI ĐỒNG NHÂN DÂN|BAN CHẤP HÀNH)$"
)
# A department of the territory that the line above it names: "UBND TỈNH X / SỞ CÔNG THƯƠNG".
DEPARTMENT = re.compile(r"(?:SỞ|PHÒNG) (?!.*\b(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) )")
TERRITORY = re.compile(
    r"(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN) (?P<place>(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG) .+)$"
)
CLOSING = re.compile(r"^,?\s*(?:xin |trân trọng |kính )*(?:thông báo|báo cáo|kính báo|đề nghị|truyền đạt|thừa lệnh)")
# A line without one of these is not closed by an agency: it is not searched for any.
CLOSING_WORDS = re.compile("thông báo|báo cáo|kính báo|đề nghị|truyền đạt|thừa lệnh")
LONGEST = 60_000
LONGEST_NAME = 90
FEWEST_LINES = 4
HEAD_OFFICE = {"CHÁNH VĂN PHÒNG": "văn phòng", "CHÁNH THANH TRA": "thanh tra"}


def read_issuer(
    page: Page, content: str, signer: Signer | None, agencies: Sequence[AgencyMention] | None
) -> str | None:
    """Return the issuing body as written, or as the text makes it plain."""
    above = _above(page.head() if page.title is not None or _has_motto(page) else _over_title(page))
    below = _closing(page, agencies) or (_signing(content, signer, agencies) if signer else None)
    return above or below or (None if signer else _named_last(page) or _named_below(page))


def _over_title(page: Page) -> Sequence[Line]:
    """The lines in capitals over a title that is in none: SỞ Y TẾ TỈNH SÔNG LAM / Báo cáo công tác quý I."""
    for index, line in enumerate(page.lines[:FEWEST_LINES]):
        if _NAMED_TITLE.match(line.words):
            return page.lines[:index]
        if not line.words.isupper():
            break
    return ()


def _has_motto(page: Page) -> bool:
    return any(MOTTO.search(line.words) for line in page.lines[:14])


def _above(head: Sequence[Line]) -> str | None:
    """The last agency in capitals above the title, with its parent where it is no more than "VĂN PHÒNG"."""
    bodies: list[str] = []
    broken = False
    for line in head:
        cut = MOTTO.search(line.words)
        words = (line.words[: cut.start()] if cut else line.words).strip(" *-_–|\t")
        if broken and (_NATION.endswith(words) or words == "VIỆT NAM"):
            continue
        broken = cut is not None and line.words.startswith(("CỘNG", "ĐẢNG CỘNG"))
        if NUMBERED.match(words) or len(words) < 2 or not words.replace(".", "").isupper() or URGENCY.match(words):
            continue
        if (BODY.match(words) or not bodies) and bodies[-1:] not in (["ỦY"], ["UỶ"]):
            bodies.append(words)
        elif len(bodies[-1]) + len(words) < 140:
            bodies[-1] = f"{bodies[-1]} {words}"
    bodies = [words for words in bodies if BODY.match(words)]
    if not bodies:
        return None
    issuer = bodies[-1]
    if len(bodies) > 1 and bodies[-2] == "CHỦ TỊCH":
        issuer = f"{bodies[-2]} {issuer}"
    elif len(bodies) > 1 and GENERIC.match(issuer):
        issuer = f"{issuer} {bodies[-2]}"
    elif len(bodies) > 1 and DEPARTMENT.match(issuer) and (territory := TERRITORY.match(bodies[-2])):
        issuer = f"{issuer} {territory['place']}"
    return " ".join(issuer.split())


def _closing(page: Page, agencies: Sequence[AgencyMention] | None) -> str | None:
    """The agency that says "thông báo", "báo cáo" in the last paragraphs."""
    for line in reversed(page.lines[max(page.foot - 4, 0) : page.foot + 4]):
        if CLOSING_WORDS.search(line.words) is None:
            continue
        for mention, end in _named(line, agencies):
            if not mention.group and mention.kind not in ("role", "places") and CLOSING.match(line.words[end:]):
                return mention.name
    return None


def _named_last(page: Page) -> str | None:
    """The agency that makes up the last line of a text that nobody signs: "UBND xã Yên Mỹ"."""
    words = page.lines[-1].words.strip(" .*_/-")
    if len(words) > LONGEST_NAME or len(page.lines) < FEWEST_LINES:
        return None
    found = next(iter(find_agencies(words)), None)
    whole = found is not None and found.span.start == 0 and found.span.end == len(words)
    return words if whole and found is not None and not found.group and found.kind not in ("role", "places") else None


def _named_below(page: Page) -> str | None:
    """The agency that a page names alone below its title: "(Nguồn: Cục Thống kê tỉnh Sông Lam)"."""
    for line in page.lines[1:FEWEST_LINES]:
        words = _AROUND.sub("", line.words).strip(" .*_()-–")
        found = next(iter(find_agencies(words)), None) if 0 < len(words) <= LONGEST_NAME else None
        if found is not None and found.span == (0, len(words)) and not found.group and found.kind not in _NO_BODY:
            return words
    return None


def _named(line: Line, agencies: Sequence[AgencyMention] | None) -> Iterator[tuple[AgencyMention, int]]:
    """The agencies of ``line`` with where they end in it, picked out of ``agencies`` where those are known."""
    if agencies is None:
        yield from ((mention, mention.span.end) for mention in find_agencies(line.words[:2000]))
        return
    start, end = line.span
    for mention in agencies[bisect_left(agencies, start, key=lambda mention: mention.span.start) :]:
        if mention.span.end > end:
            return
        yield mention, mention.span.end - start


def _signing(content: str, signer: Signer, agencies: Sequence[AgencyMention] | None) -> str | None:
    """The agency on whose behalf, or as whose head, somebody signs, in its fullest form in the text."""
    authority = re.sub(r"^(?:TM|T/M|TL|T/L|KT|K/T|TUQ|Q)\s?\.?\s?", "", signer.authority or "")
    office = next((name for head, name in HEAD_OFFICE.items() if head in f"{signer.authority} {signer.title}"), None)
    wanted = office or canonical_name(authority.split(" KT")[0]).lower()
    if not wanted:
        return None
    if agencies is None:
        mentions = find_agencies(content[:LONGEST])
    else:
        mentions = [mention for mention in agencies if mention.span.end <= LONGEST]
    return _fullest([m for m in mentions if not m.group and m.canonical.lower().startswith(wanted)]) or (
        authority.split(" KT")[0] or None if (signer.authority or "").startswith(("TM", "T/M")) else None
    )


def _fullest(mentions: list[AgencyMention]) -> str | None:
    """The commonest of ``mentions``, with the name of its place where another mention gives it."""
    named = [mention for mention in mentions if mention.canonical.lower() != "ủy ban nhân dân"]
    if not named:
        return None
    common = Counter(mention.canonical for mention in named).most_common(1)[0][0]
    longer = Counter(m.name for m in named if m.canonical.startswith(common + " "))
    if longer:
        return longer.most_common(1)[0][0]
    return next(mention.name for mention in named if mention.canonical == common)
