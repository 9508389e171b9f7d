"""The author's own .docx handed back with a comment on every figure that does not add up.

A comment stands on the words of a finding (of a bare check: on its stated result, else its last figure), says why. Runs
are split where the figure begins and ends and keep their formatting; a figure in a footnote is commented at the
footnote's mark, for Word knows no comments in notes. All parts but the document, its comments, their relationship
and content type stay byte for byte as they were. Formats other than .docx are refused.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from lxml import etree

from dondoc.drafting.anchors import Anchors
from dondoc.facts import Check, Facts
from dondoc.reading.errors import ReadingError
from dondoc.reading.package import Package, parse_xml
from dondoc.reading.wordml import Names, to_int
from dondoc.reading.wordstyles import read_styles
from dondoc.text import Span, Text

_ONLY_WORD = "Nhận xét chỉ ghi được vào tệp .docx; hãy mở văn bản gốc bằng Word, lưu dưới dạng .docx rồi kiểm tra lại."
_AUTHOR, _INITIALS = "Đôn Đốc", "ĐĐ"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NOTE = re.compile(rb'<\w+:(?:foot|end)note\b[^>]*\bw:id="(\d{1,6})"')
_NO_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRANSITIONAL_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"


def annotate(path: Path | str, facts: Facts, checks: Sequence[Check]) -> bytes:
    """Return the .docx at ``path`` with a comment for each check that is not consistent.

    ``facts`` must come from the same file. Raises :class:`ReadingError` for other formats and broken files.
    """
    marks = [(span, comment_words(check)) for check in checks if (span := flagged_span(facts, check)) is not None]
    return comment_at(Path(path).read_bytes(), facts.text, marks)


def comment_at(data: bytes, text: Text, marks: Sequence[tuple[Span, str]]) -> bytes:
    """Return the .docx in ``data`` with each comment of ``marks`` at its words; ``data`` itself where there is none."""
    if text.format != "docx" or not data.startswith(b"PK"):
        raise ReadingError(_ONLY_WORD)
    if not marks:
        return data
    package = Package(data)
    main = package.main_part()
    raw = package.read(main)
    relations = package.relationships(main)
    styles = next((target for kind, target in relations.values() if kind == "styles"), "")
    anchors = Anchors(parse_xml(raw), raw, text, read_styles(package.read(styles)))
    w = Names(anchors.root.tag)
    existing = next((target for kind, target in relations.values() if kind == "comments"), None)
    comments = parse_xml(package.read(existing)) if existing in package.names() and existing else _new_comments(w)
    identifier = 1 + max(_highest_note(package, relations), *(to_int(node.get(w("id")), 0) for node in comments), -1)
    for span, words in marks:
        if anchors.mark(span, identifier):
            comments.append(_comment(w, identifier, words))
            identifier += 1
    replaced = {main: _written(anchors.root)}
    name = existing or f"{main.rpartition('/')[0]}/comments.xml".lstrip("/")
    replaced[name] = _written(comments)
    if existing is None:
        replaced |= _registered(package, main, name, strict=w.space.startswith("{http://purl"))
    return repacked(data, replaced)


def _highest_note(package: Package, relations: dict[str, tuple[str, str]]) -> int:
    """The highest number of a footnote or endnote: LibreOffice 7.4 loses a note whose number a comment has."""
    parts = [package.read(target) for kind, target in relations.values() if kind in ("footnotes", "endnotes")]
    return max((int(number) for part in parts for number in _NOTE.findall(part)), default=-1)


def flagged_span(facts: Facts, check: Check) -> Span | None:
    """The figure that a comment on ``check`` belongs to, None where the check holds."""
    if check.verdict == "consistent":
        return None
    places = {quantity.id: quantity.span for quantity in facts.quantities}
    names = [check.result, *reversed(check.args)]
    return next((places[name] for name in names if name is not None and name in places), None)


def comment_words(check: Check) -> str:
    """What the comment says."""
    return f"{check.reason} {check.repair}" if check.repair else check.reason


def _new_comments(w: Names) -> etree._Element:
    return etree.Element(w("comments"), nsmap={"w": w.space[1:-1]})


def _comment(w: Names, identifier: int, words: str) -> etree._Element:
    comment = etree.Element(w("comment"))
    comment.set(w("id"), str(identifier))
    comment.set(w("author"), _AUTHOR)
    comment.set(w("initials"), _INITIALS)
    for line in words.split("\n"):
        run = etree.SubElement(etree.SubElement(comment, w("p")), w("r"))
        etree.SubElement(run, w("t")).text = "".join(letter for letter in line if letter.isprintable())
    return comment


def _registered(package: Package, main: str, name: str, *, strict: bool) -> dict[str, bytes]:
    """The relationship and content type of a new comments part."""
    folder, _, base = main.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels".lstrip("/")
    data = package.read(rels)
    root = parse_xml(data) if data else parse_xml(_NO_RELATIONS)
    taken = {node.get("Id") for node in root}
    relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
    relation.set("Id", next(found for n in range(1, len(taken) + 2) if (found := f"rIdDonDoc{n}") not in taken))
    relation.set("Type", _STRICT_RELATION if strict else _TRANSITIONAL_RELATION)
    relation.set("Target", "/" + name)
    types = parse_xml(package.read("[Content_Types].xml"))
    override = etree.SubElement(types, f"{{{_TYPES}}}Override")
    override.set("PartName", "/" + name)
    override.set("ContentType", _COMMENTS_TYPE)
    return {rels: _written(root), "[Content_Types].xml": _written(types)}


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def repacked(data: bytes, replaced: dict[str, bytes]) -> bytes:
    """An archive like the one in ``data`` with the parts ``replaced``, new ones at its end."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, replaced.pop(info.filename) if info.filename in replaced else old.read(info))
        for name, part in _in_order(replaced):
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return target.getvalue()


def _in_order(parts: dict[str, bytes]) -> Iterable[tuple[str, bytes]]:
    return sorted(parts.items())
