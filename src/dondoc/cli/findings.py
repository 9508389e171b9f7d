"""Findings in the forms that people and tools read: lines, JSON, GitHub annotations, SARIF 2.1.0."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import dondoc
from dondoc.checking.catalogue import catalogue
from dondoc.checking.finding import SEVERITIES, Finding
from dondoc.checking.review import coverage
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


def line_and_column(text: Text, finding: Finding) -> tuple[int, int]:
    """1-based line and column of the source in which a finding begins."""
    start = text.to_source(finding.span).start
    return text.source.count("\n", 0, start) + 1, start - text.source.rfind("\n", 0, start)


def record(text: Text, finding: Finding) -> Json:
    """A finding as a JSON object, offsets in the source."""
    start, end = text.to_source(finding.span)
    line, column = line_and_column(text, finding)
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
    text = one.facts.text
    for finding in one.findings:
        line, _ = line_and_column(text, finding)
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
        "findings": [record(one.facts.text, finding) for finding in one.findings],
        "checks": len(one.checks),
        "figures": figures,
        "figures_checked": used,
    }


def github_lines(one: Reviewed) -> Iterable[str]:
    """Workflow commands that GitHub shows beside the line."""
    for finding in one.findings:
        line, column = line_and_column(one.facts.text, finding)
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
    results = [_sarif_result(one, finding, places) for one in reviewed for finding in one.findings]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _sarif_result(one: Reviewed, finding: Finding, places: dict[str, int]) -> Json:
    text = one.facts.text
    line, column = line_and_column(text, finding)
    start, end = text.to_source(finding.span)
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
