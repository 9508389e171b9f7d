"""Findings in the forms that people and tools read: lines, JSON, GitHub annotations, SARIF 2.1.0."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import dondoc
from dondoc.checking.catalogue import catalogue
from dondoc.checking.finding import SEVERITIES, Finding
from dondoc.checking.review import coverage
from dondoc.cli.lines import Lines
from dondoc.facts import Check, Facts
from dondoc.text import Text

SAID = {"error": "lỗi", "doubtful": "cần xem", "format": "thể thức"}
_GITHUB = {"error": "error", "doubtful": "warning", "format": "notice"}
_SARIF = {"error": "error", "doubtful": "warning", "format": "note"}
Json = dict[str, Any]


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One file with what was found in it."""

    file: str
    facts: Facts
    checks: Sequence[Check]
    findings: Sequence[Finding]

    def placed(self) -> Iterator[tuple[Finding, int, int]]:
        """Yield each finding with the 1-based line and column of the source in which it begins."""
        lines = Lines(self.facts.text)
        for finding in self.findings:
            yield finding, *lines.at(finding.span)


def records(one: Reviewed) -> list[Json]:
    """The findings as JSON objects, offsets in the source."""
    return [_record(one.facts.text, *placed) for placed in one.placed()]


def _record(text: Text, finding: Finding, line: int, column: int) -> Json:
    start, end = text.to_source(finding.span)
    part = text.place_of(finding.span)
    return {
        "id": finding.id,
        "rule": finding.rule,
        "name": catalogue()[finding.rule].name,
        "severity": finding.severity,
        "line": line,
        "column": column,
        **({"part": part} if part else {}),
        "start": start,
        "end": end,
        "text": text[finding.span],
        "message": finding.message,
        "mend": finding.mend,
        "related": [dict(zip(("start", "end"), text.to_source(span), strict=True)) for span in finding.related],
        "checks": list(finding.checks),
        "cause": finding.cause,
    }


def text_lines(one: Reviewed) -> Iterable[str]:
    """``file:line: code severity: message``, the mend under it, and how much of the document was checked."""
    for finding, line, _ in one.placed():
        yield f"{one.file}:{line}: {finding.rule} {SAID[finding.severity]}: {finding.message}"
        if finding.mend:
            yield f"    {finding.mend}"
    used, figures = coverage(one.facts, one.checks)
    counted = ", ".join(
        f"{sum(finding.severity == severity for finding in one.findings)} {SAID[severity]}" for severity in SEVERITIES
    )
    yield f"{one.file}: {counted}; {len(one.checks)} phép tính, {used}/{figures} số liệu được đối chiếu"


def json_record(one: Reviewed) -> Json:
    """All findings of a file, with the coverage."""
    used, figures = coverage(one.facts, one.checks)
    return {
        "file": one.file,
        "findings": records(one),
        "checks": len(one.checks),
        "figures": figures,
        "figures_checked": used,
    }


def github_lines(one: Reviewed) -> Iterable[str]:
    """Workflow commands that GitHub shows beside the line."""
    for finding, line, column in one.placed():
        said = finding.message if not finding.mend else f"{finding.message}; {finding.mend}"
        place = f"file={_property(one.file)},line={line},col={column}"
        yield f"::{_GITHUB[finding.severity]} {place},title={finding.rule}::{_data(said)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def sarif(reviewed: Iterable[Reviewed]) -> str:
    """One SARIF 2.1.0 log of all files."""
    rules = list(catalogue().values())
    places = {rule.code: index for index, rule in enumerate(rules)}
    driver = {
        "name": "dondoc",
        "version": dondoc.__version__,
        "rules": [
            {
                "id": rule.code,
                "shortDescription": {"text": rule.name},
                "defaultConfiguration": {"level": _SARIF[rule.severity], "enabled": not rule.off},
            }
            for rule in rules
        ],
    }
    results = [_sarif_result(one, *placed, places) for one in reviewed for placed in one.placed()]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _sarif_result(one: Reviewed, finding: Finding, line: int, column: int, places: dict[str, int]) -> Json:
    start, end = one.facts.text.to_source(finding.span)
    region = {"startLine": line, "startColumn": column, "charOffset": start, "charLength": end - start}
    said = finding.message if not finding.mend else f"{finding.message}; {finding.mend}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _SARIF[finding.severity],
        "message": {"text": said},
        "partialFingerprints": {"cause/v1": finding.cause},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": one.file}, "region": region}}],
    }
