"""Facts to files: documents with comments in them, reports, spreadsheets."""

from collections.abc import Sequence
from pathlib import Path

from dondoc.checking.finding import Finding
from dondoc.facts import Check, Facts
from dondoc.text import Text

__all__ = ["annotate", "annotate_findings"]


def annotate(path: Path | str, facts: Facts, checks: Sequence[Check]) -> bytes:
    """Return the .docx or .xlsx at ``path`` with a comment for each check that is not consistent.

    ``facts`` must come from the same file. Raises :class:`dondoc.ReadingError` for other formats and broken files.
    """
    from dondoc.drafting import comments, workbook_comments  # loads lxml: not before somebody writes a file

    if facts.text.format == "xlsx":
        marks = [
            (span, comments.comment_words(check))
            for check in checks
            if (span := comments.flagged_span(facts, check)) is not None
        ]
        return workbook_comments.comment_cells(Path(path).read_bytes(), facts.text, marks)
    return comments.annotate(path, facts, checks)


def annotate_findings(data: bytes, text: Text, findings: Sequence[Finding]) -> bytes:
    """Return the file in ``data`` with every finding at its words: comments in .docx and .xlsx, highlights in .pdf.

    ``text`` must have been read from ``data``. Raises :class:`dondoc.ReadingError` for other formats.
    """
    from dondoc.drafting import comments, highlights, workbook_comments

    marks = [(finding.span, said(finding)) for finding in findings]
    if text.format == "pdf":
        return highlights.highlight_at(
            data, text, [(*mark, one.severity) for mark, one in zip(marks, findings, strict=True)]
        )
    if text.format == "xlsx":
        return workbook_comments.comment_cells(data, text, marks)
    return comments.comment_at(data, text, [(one.span, said(one, _in_note(text, one))) for one in findings])


def _in_note(text: Text, finding: Finding) -> str:
    """Where in a footnote a finding stands: Word has no comments there, so that its mark is commented on."""
    noted = any(note.span.overlaps(finding.span) for note in text.footnotes)
    return f" trong chú thích, chỗ «{text[finding.span]}»" if noted else ""


def said(finding: Finding, place: str = "") -> str:
    """What a comment on a finding says: how sure it is, where else, why, what would mend it, which rule."""
    sure = {"error": "Lỗi", "doubtful": "Cần xem", "format": "Thể thức"}[finding.severity] + place
    mend = f"\nĐề nghị: {finding.mend}." if finding.mend else ""
    return f"{sure}: {finding.message}.{mend}\n(Quy tắc {finding.rule})"
