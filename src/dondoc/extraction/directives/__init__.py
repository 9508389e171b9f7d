"""Directives: the sentences of a document that tell somebody to do something."""

import re
from collections.abc import Iterator, Sequence

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.assignments import Assignment, find_assignments
from dondoc.extraction.directives.bounds import deadline_of, product_of, references_of
from dondoc.extraction.directives.issued import find_issued
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.repeats import without_repeats
from dondoc.extraction.directives.subjects import head_subject
from dondoc.extraction.directives.walk import Found, Walk
from dondoc.extraction.structure import Outline
from dondoc.facts import AgencyMention, Deadline, Directive, Evidence, Header, Reference
from dondoc.grammar.context import TimeContext
from dondoc.text import Span, Text


def extract_directives(
    text: Text,
    outline: Outline,
    header: Header,
    context: TimeContext,
    agencies: Sequence[AgencyMention],
    references: Sequence[Reference],
    deadlines: Sequence[Deadline],
) -> tuple[Directive, ...]:
    """Return the directives of ``text`` in reading order, ids d1, d2, ...; targets are linked later."""
    rules = header.type in ("decision", "resolution")
    narrates = header.type == "news"
    issued = context.issued
    period = context.period or (f"{issued:%Y-%m}" if issued else None)
    page = Page(text, agencies, references, deadlines, narrates=narrates, rules=rules, issued=issued, period=period)
    told = Walk(page, outline.items, header.type).run()
    if page.narrates:
        told = without_repeats(page, told)
    found: list[Found | Assignment] = [one for one in told if _holds(header, one)]
    found += find_assignments(page)
    found.sort(key=lambda one: one.span)
    directives = tuple(
        _of_clause(page, one, context, f"d{number}") if isinstance(one, Found) else _of_row(page, one, f"d{number}")
        for number, one in enumerate(found, 1)
    )
    for known in (row_at, find_issued, head_subject):
        known.cache_clear()  # they hold the page, with all that was found in it
    return directives


_NAMING = frozenset({"issued", "subject", "inner_subject"})


def _holds(header: Header, found: Found) -> bool:
    """Whether a clause instructs in a document of this kind.

    A regulation (a decision with its articles) and a text that no office issued instruct only whom they name.
    """
    if header.type == "decision":
        return bool(found.lead)
    official = header.type != "other" or header.number or header.signer or header.recipients or header.issuer
    return bool(official) or (
        bool(found.lead) and (found.form.name in _NAMING or found.evidence[0].rule == "lead.continued")
    )


def _of_clause(page: Page, found: Found, context: TimeContext, identifier: str) -> Directive:
    rule = f"directive.{found.form.name}"
    told = found.form.words.start if found.form.name.startswith("issued") else found.span.start
    deadline = deadline_of(page, found.span, context, told) or found.due
    return Directive(
        id=identifier,
        span=found.span,
        item=found.item,
        lead=found.lead,
        coordinating=found.coordinating,
        deadline=deadline,
        references=references_of(page, found.span),
        targets=(),
        rule=rule,
        product=product_of(page, found.span),
        evidence=(Evidence("directive", rule, found.form.words), *found.evidence, *_why(page, found, deadline)),
    )


_PARTNER_WORDS = re.compile(r"(?:(?:chủ trì,?\s+)?phối hợp|cùng|với|chủ trì)(?!\w)[^;.]*\Z", re.IGNORECASE)
_BEFORE_PARTNERS = 80


def _why(page: Page, found: Found, deadline: Deadline | None) -> Iterator[Evidence]:
    """What the coordinating agencies and the deadline rest on."""
    if found.coordinating:
        first = min(agency.span.start for agency in found.coordinating)
        if found.span.start <= first < found.span.end:
            start = max(found.span.start, first - _BEFORE_PARTNERS)
            words = _PARTNER_WORDS.search(page.content[start:first])
            span = Span(start + words.start(), first) if words else found.coordinating[0].span
            yield Evidence("coordinating", "coordinating.named", span)
        else:
            yield Evidence("coordinating", "coordinating.inherited", found.evidence[0].span)
    if deadline is not None:
        yield Evidence("deadline", deadline.rule, deadline.span)


def _of_row(page: Page, found: Assignment, identifier: str) -> Directive:
    return Directive(
        id=identifier,
        span=found.span,
        item=None,
        lead=found.lead,
        coordinating=found.coordinating,
        deadline=found.deadline,
        references=references_of(page, found.span),
        targets=(),
        rule="directive.assignment",
        product=found.product,
        evidence=(Evidence("directive", "directive.assignment", found.span), found.evidence),
    )
