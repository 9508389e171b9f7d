"""One draft read, its figures recomputed, its findings laid out for a page. Nothing is stored.

Where somebody may confirm figures, the draft is also compared with what the office confirmed from other documents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db.models import QuerySet
from django.utils import timezone

import dondoc
from dondoc.checking.catalogue import catalogue
from dondoc.checking.docx_paper import read_paper
from dondoc.checking.finding import SEVERITIES, Finding, Severity
from dondoc.checking.review import coverage, review
from dondoc.checking.scene import read_scene
from dondoc.facts import Facts
from dondoc.office.documents.inspection import inspect_file
from dondoc.office.indicators.models import Observation
from dondoc.office.indicators.reconciling import contradictions_of
from dondoc.reading.isolated import read_isolated
from dondoc.text import Span, Text

AROUND = 220


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was read, with what was found in it."""

    name: str
    text: Text
    findings: tuple[Finding, ...]
    figures: int
    checked: int
    relations: int

    def number_of(self, severity: Severity) -> int:
        """How many findings are of that severity."""
        return sum(finding.severity == severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its sentence, cut where its words begin and end."""

    finding: Finding
    name: str
    before: str
    words: str
    after: str


def proofread(file: TemporaryUploadedFile, name: str, observations: QuerySet[Observation] | None = None) -> Draft:
    """Read ``file`` in a process of its own and review it; against ``observations`` too, where some are given.

    Raises ``Refusal`` for a file that no draft is, ``ReadingError`` for one that cannot be read.
    """
    inspect_file(cast(BinaryIO, file), name)
    text = read_isolated(Path(file.temporary_file_path()), name=name)
    facts = dondoc.extract(text)
    scene = read_scene(facts)
    checks = dondoc.check(facts, scene)
    paper = None
    if text.format == "docx":
        file.seek(0)
        paper = read_paper(file.read())
    checked, figures = coverage(facts, checks)
    findings = review(facts, checks, paper, scene=scene)
    if observations is not None:
        findings = sorted([*findings, *_against(facts, observations)], key=lambda one: one.span)
    return Draft(name, text, tuple(findings), figures, checked, len(checks))


def _against(facts: Facts, observations: QuerySet[Observation]) -> Iterator[Finding]:
    """What the draft says against confirmed figures of other documents and against the targets of the year."""
    spans = {figure.id: figure.span for figure in facts.quantities}
    for found in contradictions_of(facts, timezone.localdate(), observations):
        one = found.contradiction
        related = tuple(spans[each.id] for each in one.own[1:])
        yield Finding(one.rule, spans[one.own[0].id], one.severity, one.message, one.mend, related)


def shown(draft: Draft) -> list[tuple[Severity, list[Shown]]]:
    """The findings by severity, the gravest first; severities without findings are left out."""
    laid = [_shown(draft.text, finding) for finding in draft.findings]
    groups = [(severity, [each for each in laid if each.finding.severity == severity]) for severity in SEVERITIES]
    return [(severity, found) for severity, found in groups if found]


def _shown(text: Text, finding: Finding) -> Shown:
    span = finding.span
    line = Span(text.content.rfind("\n", 0, span.start) + 1, _line_end(text.content, span.end))
    start, end = max(line.start, span.start - AROUND), min(line.end, span.end + AROUND)
    before = text.content[start : span.start]
    after = text.content[span.end : end]
    return Shown(
        finding,
        catalogue()[finding.rule].name,
        ("… " if start > line.start else "") + before,
        text[span],
        after + (" …" if end < line.end else ""),
    )


def _line_end(content: str, at: int) -> int:
    end = content.find("\n", at)
    return end if end >= 0 else len(content)


def commented(data: bytes, draft: Draft, severities: Sequence[Severity] = ("error", "doubtful")) -> bytes:
    """The draft with its findings at their words: comments in .docx and .xlsx, highlights in .pdf."""
    from dondoc.drafting import annotate_findings

    return annotate_findings(data, draft.text, [one for one in draft.findings if one.severity in severities])
