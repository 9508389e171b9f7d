"""Directives: the sentences of a document that tell somebody to do something."""

from collections.abc import Sequence

from dondoc.extraction.directives.assignments import Assignment, find_assignments
from dondoc.extraction.directives.bounds import deadline_of, product_of, references_of
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.walk import Found, Walk
from dondoc.extraction.structure import Outline
from dondoc.facts import AgencyMention, Deadline, Directive, Evidence, Header, Reference
from dondoc.grammar.context import TimeContext
from dondoc.text import Text


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
    page = Page(text, agencies, references, deadlines)
    found: list[Found | Assignment] = list(Walk(page, outline.items, header.type).run())
    found += find_assignments(page)
    found.sort(key=lambda one: one.span)
    return tuple(
        _of_clause(page, one, context, f"d{number}") if isinstance(one, Found) else _of_row(page, one, f"d{number}")
        for number, one in enumerate(found, 1)
    )


def _of_clause(page: Page, found: Found, context: TimeContext, identifier: str) -> Directive:
    rule = f"directive.{found.form.name}"
    return Directive(
        id=identifier,
        span=found.span,
        item=found.item,
        lead=found.lead,
        coordinating=found.coordinating,
        deadline=deadline_of(page, found.span, context),
        references=references_of(page, found.span),
        targets=(),
        rule=rule,
        product=product_of(page.content, found.span),
        evidence=(Evidence("directive", rule, found.form.words), *found.evidence),
    )


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
