"""References to legal and administrative documents, by number or by name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.facts import Reference
from dondoc.grammar.agencies.folding import text_key
from dondoc.grammar.references.attributes import read_attributes
from dondoc.grammar.references.numbered import cited
from dondoc.grammar.references.titled import second_mention, title_end
from dondoc.grammar.references.types import document_types
from dondoc.text import Span

__all__ = ["find_references"]

LAW_NUMBER = re.compile(r" số (\d{1,3}/\d{4})/(QH\d{1,2})$")
# A bare number after these counts something ("Văn bản 12 trang").
COUNTED = frozenset({"Văn bản", "Báo cáo", "Biên bản", "Giấy mời", "Thông báo", "Phương án"})


def _starts(key: str) -> Iterator[tuple[int, int, str]]:
    types = document_types()
    for index, start, end in types.finder.find_matches_as_indexes(key):
        if (start == 0 or not key[start - 1].isalnum()) and (end == len(key) or not key[end].isalnum()):
            yield start, end, types.written[index]


def find_references(text: str) -> list[Reference]:
    """Return the documents that ``text`` cites, in reading order, without overlap.

    A list of numbers gives one reference a number; its later ones carry only their own words ("59", "68-NQ/TW") as text
    and span, with type, number and symbol filled in. A second
    mention ("theo Nghị quyết.") carries the text of the first one of its paragraph.
    """
    key = text_key(text)
    types = document_types()
    found: list[Reference] = []
    end = 0
    for start, behind, written in _starts(key):
        if start < end:
            continue
        full = types.short.get(written)
        if full is not None and not text[start].isupper():
            continue
        name = full or types.names[written]
        strong = text[start].isupper() and name not in COUNTED
        numbers = list(cited(text, start, behind, strong=strong, short=full is not None))
        if numbers:
            issued, issuer = read_attributes(text, numbers[-1].end)
            for one in numbers:
                words = " ".join(text[one.start : one.end].split())
                found.append(
                    Reference(
                        Span(one.start, one.end),
                        words,
                        name,
                        one.number,
                        one.symbol,
                        issuer,
                        issued,
                        "reference:number",
                    )
                )
            end = numbers[-1].end
            continue
        reached = None if full else title_end(text, key, start, behind, types.classes[written])
        if reached is not None:
            issued, issuer = read_attributes(text, reached)
            words = " ".join(text[start:reached].split())
            law = LAW_NUMBER.search(words)
            number, symbol = law.groups() if law else (None, None)
            found.append(
                Reference(Span(start, reached), words, name, number, symbol, issuer, issued, "reference:title")
            )
            end = reached
        elif not full and found and second_mention(key, start, behind):
            earlier = _antecedent(text, found, types.names[written], start)
            if earlier is not None:
                words = earlier.text if strong else text[start:behind]
                found.append(replace(earlier, span=Span(start, behind), text=words, rule="reference:second"))
                end = behind
    return found


def _antecedent(text: str, found: list[Reference], name: str, start: int) -> Reference | None:
    """The last document of the type ``name`` that the same paragraph has named before ``start``."""
    for earlier in reversed(found[-6:]):
        if "\n" in text[earlier.span.end : start]:
            return None
        if earlier.type == name:
            return earlier
    return None
