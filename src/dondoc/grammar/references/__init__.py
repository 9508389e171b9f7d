"""References to legal and administrative documents, by number or by name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dondoc.facts import Reference
from dondoc.grammar.agencies.folding import text_key
from dondoc.grammar.references.attributes import read_attributes
from dondoc.grammar.references.numbered import Cited, cited
from dondoc.grammar.references.titled import rests_on, second_mention, title_end
from dondoc.grammar.references.types import document_types
from dondoc.text import Span

__all__ = ["find_references"]

LAW_NUMBER = re.compile(r" số (\d{1,3}/\d{4})/(QH\d{1,2})$")
# A bare number after these counts something ("Văn bản 12 trang").
COUNTED = frozenset({"Văn bản", "Báo cáo", "Biên bản", "Giấy mời", "Thông báo", "Phương án"})


# What is cited by a bare number in small letters too, where something rests on it: "thực hiện chỉ thị 18".
SPOKEN = frozenset({"Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Kết luận", "Thông tư"})
# How a paper and the one that approved it are cited together; both are the one that has the number.
APPROVED = re.compile(
    r",? (?:đã )?(?:được (?:[^,;.:()\n]{3,60} )?)?(?:phê duyệt|ban hành|thông qua)(?: kèm)?(?: theo| tại) "
)
STANDARDS = frozenset({"TCVN", "QCVN"})
STANDARD = re.compile(r" ?(?P<number>\d{1,5}(?:-\d{1,3})?:\d{4})(?:/(?P<body>[A-ZĐ]{2,8}))?(?!\w)")


def _starts(key: str) -> Iterator[tuple[int, int, str]]:
    types = document_types()
    for index, start, end in types.finder.find(key):
        if (start == 0 or not key[start - 1].isalnum()) and (end == len(key) or not key[end].isalnum()):
            yield start, end, types.written[index]


def find_references(text: str) -> list[Reference]:
    """Return the documents that ``text`` cites, in reading order, without overlap.

    A list of numbers gives one reference a number; its later ones carry only their own words ("59", "68-NQ/TW") as text
    and span, with type, number and symbol filled in. A second
    mention ("theo Nghị quyết.") carries the text of the first one of its paragraph.
    """
    key = text_key(text)
    found: list[Reference] = []
    end = 0
    for start, behind, written in _starts(key):
        here = _read(text, key, Span(start, behind), written, found) if start >= end else []
        if here:
            if found and _is_approval(text, found[-1], here[0]):
                found.pop()
            found += here
            end = here[-1].span.end
    return found


def _is_approval(text: str, named: Reference, numbered: Reference) -> bool:
    """Whether ``named`` is the paper that ``numbered`` approves: "Đề án X được ... phê duyệt tại Quyết định số 12"."""
    if named.rule != "reference:title" or numbered.rule != "reference:number" or named.number is not None:
        return False
    return APPROVED.fullmatch(text, named.span.end, numbered.span.start) is not None


def _read(text: str, key: str, place: Span, written: str, found: list[Reference]) -> list[Reference]:
    """The documents cited where the type ``written`` stands at ``place``; ``found`` are those cited before."""
    start, behind = place
    types = document_types()
    full = types.short.get(written)
    if full is not None and not text[start].isupper():
        return []
    name = full or types.names[written]
    if name in STANDARDS:
        return _by_standard(text, place, name)
    strong = name not in COUNTED and (text[start].isupper() or (name in SPOKEN and rests_on(key, start)))
    numbers = tuple(cited(text, start, behind, strong=strong, short=full is not None))
    if numbers:
        return _by_number(text, numbers, name)
    if full is not None:
        return []
    reached = title_end(text, key, start, behind, types.classes[written])
    if reached is not None:
        return [_by_title(text, Span(start, reached), name)]
    earlier = _antecedent(text, found, name, start) if found and second_mention(key, start, behind) else None
    if earlier is None:
        return []
    words = earlier.text if strong else text[start:behind]
    return [replace(earlier, span=place, text=words, rule="reference:second")]


def _by_standard(text: str, place: Span, name: str) -> list[Reference]:
    """A technical standard: "TCVN 14423:2025", "QCVN 01:2021/BXD"."""
    match = STANDARD.match(text, place.end)
    if match is None:
        return []
    span = Span(place.start, match.end())
    words = " ".join(text[span.start : span.end].split())
    return [Reference(span, words, name, match["number"], match["body"], None, None, "reference:number")]


def _by_number(text: str, numbers: tuple[Cited, ...], name: str) -> list[Reference]:
    """The documents of the type ``name`` cited by ``numbers``, one after the other."""
    last = read_attributes(text, numbers[-1].end)
    found = []
    for start, end, number, symbol in numbers:
        issued, issuer = read_attributes(text, end)
        issued, issuer = (issued, issuer or last[1]) if issued is not None else last
        words = " ".join(text[start:end].split())
        found.append(Reference(Span(start, end), words, name, number, symbol, issuer, issued, "reference:number"))
    return found


def _by_title(text: str, span: Span, name: str) -> Reference:
    """The document of the type ``name`` cited by its own name."""
    issued, issuer = read_attributes(text, span.end)
    words = " ".join(text[span.start : span.end].split())
    law = LAW_NUMBER.search(words)
    number, symbol = law.groups() if law else (None, None)
    return Reference(span, words, name, number, symbol, issuer, issued, "reference:title")


def _antecedent(text: str, found: list[Reference], name: str, start: int) -> Reference | None:
    """The last document of the type ``name`` that the same paragraph has named before ``start``."""
    for earlier in reversed(found[-6:]):
        if "\n" in text[earlier.span.end : start]:
            return None
        if earlier.type == name:
            return earlier
    return None
