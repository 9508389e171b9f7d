"""Directives: the sentences of a document that tell somebody to do something."""

from collections.abc import Sequence

from dondoc.extraction.directives.bounds import deadline_of, product_of, references_of
from dondoc.extraction.directives.page import Page
from dondoc.extraction.directives.walk import Walk
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
    found = sorted(Walk(page, outline.items, header.type).run(), key=lambda one: one.span)
    return tuple(
        Directive(
            id=f"d{number}",
            span=one.span,
            item=one.item,
            lead=one.lead,
            coordinating=one.coordinating,
            deadline=deadline_of(page, one.span, context),
            references=references_of(page, one.span),
            targets=(),
            rule=f"directive.{one.form.name}",
            product=product_of(text.content, one.span),
            evidence=(Evidence("directive", f"directive.{one.form.name}", one.form.words), *one.evidence),
        )
        for number, one in enumerate(found, 1)
    )
