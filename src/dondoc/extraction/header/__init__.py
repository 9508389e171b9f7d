"""What a document says about itself: type, number, date, issuer, subject, signer, recipients, meeting, period.

Administrative documents in the format of Nghị định 30/2020/NĐ-CP and the one before it, documents of the Party, and
news. The two columns above the title may come in any order or be lost; what is not stated stays None.
"""

import re
from collections.abc import Sequence

from dondoc.extraction.header.account import is_account, is_of_whole_year, year_of_account
from dondoc.extraction.header.addressees import read_addressees
from dondoc.extraction.header.envelope import with_envelope
from dondoc.extraction.header.issuer import read_issuer
from dondoc.extraction.header.kinds import OPENING, read_kind
from dondoc.extraction.header.meeting import read_chair, read_event
from dondoc.extraction.header.numbering import read_foot_date, read_issue, read_news_date, read_numbering
from dondoc.extraction.header.opening import read_compared
from dondoc.extraction.header.page import FAR, Page, read_page
from dondoc.extraction.header.reported import read_page_title
from dondoc.extraction.header.signature import read_foot
from dondoc.extraction.header.subject import read_subject
from dondoc.extraction.header.times import read_reported
from dondoc.extraction.spoken_year import spoken_year
from dondoc.facts import AgencyMention, DocumentType, Evidence, Header
from dondoc.text import Span, Text

__all__ = ["extract_header"]

# What a page without an official head may be; its first lines are its title.
UNHEADED = frozenset({"report", "news", "other"})
# A head that the page shows beside its text comes behind it in the file.
BESIDE_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
LAST_WORDS = 600
LONGEST_HEAD = 6000
# How far behind its subject a site writes the day.
SHOWN = 40


def extract_header(text: Text, agencies: Sequence[AgencyMention] | None = None) -> Header:
    """Return what ``text`` says about itself; a part that it does not state is None.

    ``agencies`` are those of the text, where the caller has found them already.
    """
    return with_envelope(_stated(text, agencies), text.envelope)


def _stated(text: Text, agencies: Sequence[AgencyMention] | None) -> Header:
    page = read_page(text)
    if not page.lines:
        return Header()
    content = text.content
    head_end = page.lines[page.title].span.start if page.title is not None else _head_end(page)
    head = content[: min(head_end, LONGEST_HEAD)]
    numbering = read_numbering(head)
    issue = read_issue(head, numbering)
    if issue.issued is None and BESIDE_TITLE in content[-LAST_WORDS:]:
        issue = read_issue(content[-LAST_WORDS:])._replace(span=None)
    foot = read_foot(page.lines[page.foot :])
    subject = read_subject(page, content)
    official = bool(numbering.symbol or foot.signer or foot.recipients)
    kind = read_kind(page, content, subject, official)
    begins = _body_start(page, subject)
    body = content[begins : begins + OPENING]
    news = kind == "news"
    account = kind == "other" and page.type is None and not official and is_account(page, content)
    unheaded = kind == "report" and page.title is None and not official
    shown = unheaded or (kind == "conclusion_notice" and page.title is None)
    issued = issue.issued or _day_of_page(text, kind, unheaded=shown)
    if issued is None and page.title is not None and numbering.symbol is None:
        # A paper that a site shows under the day on which it put it there, above its title or below.
        issued = read_news_date(head) or read_news_date(content[head_end : begins + SHOWN])
    year = int(issued[:4]) if issued else spoken_year(content) if news else None
    untitled = content if page.title is None else ""
    event = read_event(body, begins, subject, year) if kind in ("conclusion_notice", "news") else None
    return Header(
        type=kind,
        number=numbering.number,
        symbol=numbering.symbol,
        issuer=None if news else read_issuer(page, content, foot.signer, agencies),
        place=issue.place,
        issued=issued,
        subject=subject,
        period=(year_of_account(content) if account and is_of_whole_year(content) else None)
        or read_reported("news" if account else kind, subject, body, issued, event, untitled)
        or (year_of_account(content) if account else None)
        or (None if official or page.title is not None or kind not in UNHEADED else _of_page(page, content)),
        event=event,
        chair=read_chair(body, subject) if kind in ("conclusion_notice", "news") else None,
        signer=None if news else foot.signer,
        recipients=() if news else foot.recipients or (read_addressees(page) if kind == "official_letter" else ()),
        evidence=_evidence(numbering.span, issue.span),
    )


def _day_of_page(text: Text, kind: DocumentType, *, unheaded: bool) -> str | None:
    """The day that a site writes over a report that it shows without its head, over news or under them."""
    over = read_news_date(text.source[:600]) if kind == "news" or unheaded else None
    return over or (read_foot_date(text.source[-LAST_WORDS:]) if kind == "news" else None)


def _head_end(page: Page) -> int:
    for index, line in enumerate(page.lines[:FAR]):
        if re.match(
            r"\W*(?:Kính gửi|KÍNH GỬI|Căn cứ|I\.|1\.)" if index < 20 else r"\W*(?:Kính gửi|KÍNH GỬI)", line.words
        ):
            return line.span.start
    return page.lines[min(len(page.lines), 8) - 1].span.end


def _body_start(page: Page, subject: str | None) -> int:
    """Where the body begins: after the title and the subject."""
    if page.title is None:
        return page.lines[0].span.start
    behind = page.lines[page.title].span.end
    for line in page.lines[page.title + 1 : page.title + 8]:
        if not subject or " ".join(line.words.split()).strip(" *;") not in subject:
            break
        behind = line.span.end
    return behind


def _of_page(page: Page, content: str) -> str | None:
    """What a page without a head reports on: by its title, else by what it compares with."""
    return read_page_title(page) or read_compared(" ".join(content[:OPENING].split()))


def _evidence(number: tuple[int, int] | None, issue: tuple[int, int] | None) -> tuple[Evidence, ...]:
    found = []
    if number:
        found.append(Evidence("number", "header:number", Span(*number)))
    if issue:
        found.append(Evidence("issued", "header:date", Span(*issue)))
    return tuple(found)
