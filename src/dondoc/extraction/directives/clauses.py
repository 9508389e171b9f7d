"""The parts of a sentence that are directives of their own.

Finds         A ...; lưu ý các địa phương phải ... (two) · Sở A: (i) ...; (ii) ... (two)
              A ... (*Riêng huyện B cần ...*) (two)
              UBND tỉnh ghi nhận ..., giao Sở C ... (the second)
Leaves alone  A ...; B ... where no part names a lead of its own · (giải thích)
              (Trong công tác phối hợp, cần ...): nobody is named
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dondoc.extraction.directives.actors import helps_along, only_joins, row_at
from dondoc.extraction.directives.attributes import bodies_in_bracket
from dondoc.extraction.directives.beside import beside_subject
from dondoc.extraction.directives.heads import brackets, is_subordinate
from dondoc.extraction.directives.issued import find_issued
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.subjects import answers_only, head_subject, is_blamed
from dondoc.extraction.sentences import split_sentences
from dondoc.text import Span

# A clause may stand behind a mark of its own: "...; (ii) Sở B rà soát ...".
_SEMICOLON = re.compile(r";\s+(?:\((?:[ivx]{1,5}|\d{1,2}|[a-hđ])\)[.:]?\s+)?")
# Where the list behind "Sở A:" begins, each part is a directive: "Sở A: (i) Rà soát ...; (ii) Báo cáo ...".
_FIRST_MARK = re.compile(r"\((?:i|1|a)\)[.:]?\s*\Z")
_MARK_REACH = 8
# Matched against small letters.
_ACKNOWLEDGED = re.compile(
    r"(?:ghi nhận|biểu dương|đánh giá cao|hoan nghênh|cảm ơn|chúc mừng|chia sẻ)[^;]{0,160}?[,;]\s*(?:và\s+|"
    r"đồng thời\s+)?(?=(?:giao|yêu cầu|đề nghị)\b)",
)
# What somebody is to settle may tell who will do which part of it: "làm việc với B theo hướng: B chủ trì ...; A ...".
_ALONG = re.compile(r"(?<!\w)(?:theo (?:hướng|nguyên tắc|phương án)|với (?:phương án|nguyên tắc))(?: sau| như sau)?: ")
_SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence read on its own. ``aside`` clauses leave the running lead as it is.

    ``shares`` says that it shares out work beside a clause that tells somebody else by name.
    """

    span: Span
    aside: bool
    shares: bool = False


def split_clauses(page: Page, sentence: Span) -> Iterator[Clause]:
    """Yield the clauses of ``sentence``, main one first, each tight around its words."""
    inside = brackets(page.content, sentence)
    asides = [(bracket, told) for bracket in inside for told in [_told_inside(page, bracket)] if told]
    end = sentence.end
    for bracket, told in reversed(asides):
        if page.content[bracket.end : end].strip(" .;*_"):
            break
        end = _before(page.content, bracket, told[0])
    main = Span(sentence.start, end)
    pieces = _split_main(page, main, inside)
    for index, piece in enumerate(pieces):
        yield Clause(piece, aside=index > 0, shares=index > 0)
    for _, told in asides:
        for span in told:
            yield Clause(span, aside=True)


# What notes of a meeting tell before an order: "Đèn sáng 86% -> thay bóng", "Trồng cây: 21/38 ha, đề nghị ...".
_ARROW = re.compile(r"[-=→⇒](?<=\s.)(?:(?<=[-=])>|(?<=[→⇒]))\s+")
_FIGURE_FIRST = re.compile(r"[^.;:]{3,80}:\s(?:đạt |ước |mới )?\d[^;]{0,120}?,\s(?=(?:giao|yêu cầu|đề nghị)\s)")


def _behind_figures(page: Page, main: Span) -> Span:
    """``main``, or the order in it behind an arrow, or behind a matter with its figure."""
    arrow = _ARROW.search(page.content, *main)
    if arrow is not None:
        return Span(arrow.end(), main.end)
    figured = _FIGURE_FIRST.match(page.content, *main)
    if figured is None or find_issued(page, Span(figured.end(), main.end)) is None:
        return main
    return Span(figured.end(), main.end)


def _before(content: str, bracket: Span, first: Span) -> int:
    """Where the main clause ends: at the parenthesis, or behind the sentences in it that explain."""
    explained = content[bracket.start + 1 : first.start].strip(" *_")
    return first.start if explained else bracket.start


def _told_inside(page: Page, bracket: Span) -> list[Span]:
    if bracket.end - bracket.start < _SHORTEST or bodies_in_bracket(page, Span(bracket.start + 1, bracket.end - 1)):
        return []
    told = []
    for sentence in split_sentences(page.content, Span(bracket.start + 1, bracket.end - 1)):
        helping = row_at(page, *sentence)
        if helping is not None and helps_along(page, helping, bracket.end):
            continue
        issued = find_issued(page, sentence)
        if (issued is not None and issued[0] is not None) or head_subject(page, sentence) is not None:
            told.append(sentence)
    return told


def _split_main(page: Page, main: Span, inside: Sequence[Span]) -> list[Span]:
    main = _behind_figures(page, main)
    thanks = page.cues.search("thanks", _ACKNOWLEDGED, page.low, *main)
    if thanks is not None and find_issued(page, Span(thanks.end(), main.end)) is not None:
        return [Span(thanks.end(), main.end)]
    if page.content.find(";", main.start, main.end) < 0:
        return [main]
    cuts = []
    starts = [bracket.start for bracket in inside]
    listed = _agencies_listed(page, main)
    for match in _SEMICOLON.finditer(page.content, main.start, main.end):
        index = bisect_right(starts, match.start()) - 1
        if listed.start < match.start() < listed.end or (index >= 0 and match.start() < inside[index].end):
            continue
        cuts.append(Span(*match.span()))
    pieces: list[Span] = []
    start = main.start
    marked = _FIRST_MARK.search(page.content, max(0, start - _MARK_REACH), start) is not None
    for index, cut in enumerate(cuts):
        piece = Span(start, cut.start + 1)
        if start == main.start and is_subordinate(page.content, piece):
            continue
        if start == main.start and _is_settled_along(page.content, Span(main.start, cut.start)):
            break
        following = Span(cut.end, cuts[index + 1].start + 1 if index + 1 < len(cuts) else main.end)
        if marked and "(" in page[cut] and page.content[cut.end : cut.end + 1].isupper():
            pieces.append(piece)
            start = cut.end
            continue
        told = _lead_named(page, following) or _told_beside(page, piece, following)
        if told is not None and _parts_from(page, piece, following, told):
            pieces.append(piece)
            start = cut.end
    pieces.append(Span(start, main.end))
    return pieces


def _is_settled_along(content: str, span: Span) -> bool:
    """Whether ``span`` says along which lines something is to be settled, before a colon."""
    return content.find(": ", *span) >= 0 and _ALONG.search(content, *span) is not None


def _parts_from(page: Page, piece: Span, following: Span, told: tuple[str, ...]) -> bool:
    """Whether ``following``, which tells ``told``, is a directive apart from ``piece``, which tells somebody else."""
    before = _lead_named(page, piece)
    return told != before and (before is not None or not is_subordinate(page.content, following))


def _agencies_listed(page: Page, main: Span) -> Span:
    """The agencies that the sentence begins by telling: "Yêu cầu Sở A; UBND các huyện khẩn trương ..."."""
    issued = find_issued(page, main)
    row = issued[0] if issued is not None else row_at(page, main.start, main.end)
    return row.span if row is not None else Span(main.start, main.start)


def _told_beside(page: Page, piece: Span, following: Span) -> tuple[str, ...] | None:
    """Who opens ``following``, whatever verb it has, beside a piece that tells a body by name."""
    row = beside_subject(page, following)
    if row is None or only_joins(page, row, following.end):
        return None
    if answers_only(page, row, following) or is_blamed(page, row, following):
        return None
    if _lead_named(page, piece) is None and beside_subject(page, piece) is None:
        return None
    return tuple(agency.canonical.lower() for agency in row.agencies)


def _lead_named(page: Page, clause: Span) -> tuple[str, ...] | None:
    """Whom the clause tells by name, None where it names nobody."""
    if page.content.startswith(("mỗi ", "từng "), clause.start):
        return None
    issued = find_issued(page, clause)
    row = issued[0] if issued is not None else None
    if row is None:
        acting = head_subject(page, clause)
        told = (
            acting is not None
            and not answers_only(page, acting, clause)
            and not only_joins(page, acting, clause.end)
            and not is_blamed(page, acting, clause)
        )
        row = acting if told else None
    return None if row is None else tuple(agency.canonical.lower() for agency in row.agencies)
