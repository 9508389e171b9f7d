"""A document against earlier ones where no table of indicators says which wordings mean one thing.

Finds         the same long name in both: "Doanh nghiệp thành lập mới", "Tổng mức bán lẻ hàng hóa", capitals aside
Leaves alone  short names ("xã", "hồ sơ"), which are said of many things; parts ("trong đó") of what may be two wholes
"""

from collections.abc import Iterable, Sequence
from datetime import date

from dondoc.checking.across import Source, Statement, compare, statement_of
from dondoc.checking.finding import Finding
from dondoc.checking.names.wording import content_words
from dondoc.facts import Facts, Quantity

MIN_WORDS = 3
MIN_WORDS_OF_A_COUNT = 4
_DAY = len("2026-10-28")


def find_contradictions(facts: Facts, earlier: Sequence[tuple[str, Facts]]) -> list[Finding]:
    """What ``facts`` say against ``earlier`` documents, each with the name of its file, as findings "x1", "x2", ..."""
    spans = {each.id: each.span for each in facts.quantities}
    before = [
        each for number, (file, other) in enumerate(earlier) for each in _stated(other, _source(number, file, other))
    ]
    found = compare(_stated(facts, _source(-1, "", facts)), before)
    return [
        Finding(
            rule=one.rule,
            span=spans[one.own[0].id],
            severity=one.severity,
            message=one.message,
            mend=one.mend,
            related=tuple(spans[each.id] for each in one.own[1:]),
            cause=f"{one.rule} {one.own[0].shown}: {one.message}",
            id=f"x{number}",
        )
        for number, one in enumerate(found, start=1)
    ]


def _stated(facts: Facts, source: Source) -> Iterable[Statement]:
    made = (
        statement_of(each, facts.text[each.span], each.indicator.lower(), source=source)
        for each in facts.quantities
        if each.indicator and _sure(each)
    )
    return [each for each in made if each is not None]


def _sure(quantity: Quantity) -> bool:
    said = len(content_words(quantity.indicator))
    return quantity.role != "part" and said >= (MIN_WORDS_OF_A_COUNT if quantity.role == "count" else MIN_WORDS)


def _source(number: int, file: str, facts: Facts) -> Source:
    header = facts.header
    issued = date.fromisoformat(header.issued) if header.issued and len(header.issued) == _DAY else None
    name = f"văn bản số {header.number}" if header.number else file
    if issued is not None:
        name = f"{name} ngày {issued.day}/{issued.month}/{issued.year}"
    return Source(f"{number:06}", name, issued, header.period)
