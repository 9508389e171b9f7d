"""What a few paragraphs tell whom, in short lines that a test can state."""

from datetime import date

from dondoc.extraction.directives import extract_directives
from dondoc.extraction.structure import read_outline
from dondoc.facts import Directive, DocumentType, Header
from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.context import TimeContext
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.references import find_references
from dondoc.reading.plain import read_plain
from dondoc.text import Text

CONTEXT = TimeContext(issued=date(2024, 3, 5), period="2024-02", year=2024)


def directives_of(source: str, kind: DocumentType = "conclusion_notice") -> tuple[Text, tuple[Directive, ...]]:
    """The directives of ``source``, read as a document of ``kind`` issued on 5 March 2024."""
    text = read_plain(source)
    content = text.content
    found = extract_directives(
        text,
        read_outline(text),
        Header(type=kind),
        CONTEXT,
        find_agencies(content),
        find_references(content),
        find_deadlines(content, CONTEXT),
    )
    return text, found


def told(source: str, kind: DocumentType = "conclusion_notice") -> list[tuple[str, str, str]]:
    """Each directive as its first four words, its lead and its coordinating agencies."""
    text, found = directives_of(source, kind)
    return [
        (
            " ".join(text[one.span].split()[:4]),
            "; ".join(agency.name for agency in one.lead),
            "; ".join(agency.name for agency in one.coordinating),
        )
        for one in found
    ]
