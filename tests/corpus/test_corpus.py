"""The annotated documents of our own hold together: every quote stands in its text, every sum is what it says.

Sets ``dev-*``, ``held-*`` and ``blind*-*``; README.md tells how each was used.
"""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.json"))
ROLES = {"actual", "plan", "share_of_plan", "change", "cumulative", "part", "rate", "count", "rank"}
BASES = {None, "previous", "same_period", "plan", "other"}
TYPES = {"conclusion_notice", "report", "news", "directive", "plan", "official_letter", "resolution"}


def text_of(name: str) -> str:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8")


def notes_of(name: str) -> dict[str, Any]:
    notes: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return notes


def resolve(text: str, span: dict[str, Any]) -> tuple[int, int]:
    """Return the offsets of ``span``; a quote without ``n`` must be the only one."""
    quote: str = span["q"] if "q" in span else span["from"]
    at = -1
    for _ in range(span.get("n", 1)):
        at = text.find(quote, at + 1)
        assert at >= 0, f"not in the text: {span}"
    assert "n" in span or text.find(quote, at + 1) < 0, f"ambiguous: {span}"
    if "q" in span:
        return at, at + len(quote)
    end = text.find(span["to"], at)
    assert end >= 0, f"no end: {span}"
    return at, end + len(span["to"])


def test_seven_documents_a_half_with_both_files() -> None:
    assert sum(name.startswith("dev-") for name in NAMES) >= 7
    assert sum(name.startswith("held-") for name in NAMES) >= 7
    assert {path.stem for path in HERE.glob("*.txt")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_spans_resolve_and_never_overlap(name: str) -> None:
    text, notes = text_of(name), notes_of(name)
    for group in ("directives", "quantities"):
        spans = sorted(resolve(text, note["span"]) for note in notes[group])
        assert all(0 < end - start < 3000 for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("name", NAMES)
def test_directives_quote_their_parts(name: str) -> None:
    text, notes = text_of(name), notes_of(name)
    quantities = {note["id"] for note in notes["quantities"]}
    for note in notes["directives"]:
        start, end = resolve(text, note["span"])
        for agency in (*note["lead"], *note["coordinating"]):
            assert agency in text or all(word in text for word in agency.split()), agency
        assert all(reference in text for reference in note["references"])
        assert note["deadline"] is None or note["deadline"]["q"] in text[start:end]
        assert set(note["targets"]) <= quantities


@pytest.mark.parametrize("name", NAMES)
def test_quantities_are_well_formed(name: str) -> None:
    notes = notes_of(name)
    at = [note["id"] for note in notes["quantities"]]
    assert len(set(at)) == len(at)
    for note in notes["quantities"]:
        assert note["role"] in ROLES
        assert note["base"] in BASES
        assert note["of"] is None or note["of"] in at
        assert (note["role"] == "part") <= (note["of"] is not None)
        assert note["unit"] or note["role"] == "rank"
        assert note["indicator"]
        assert note["value"] < 0 or "giảm" not in note["span"]["q"]


@pytest.mark.parametrize("name", NAMES)
def test_header_is_written_in_the_text(name: str) -> None:
    text, header = text_of(name), notes_of(name)["document"]
    assert header["type"] in TYPES
    for words in (header["number"], header["subject"], *header["recipients"]):
        assert words is None or words in text
    if header["signer"]:
        assert header["signer"]["name"] in text


@pytest.mark.parametrize("name", NAMES)
def test_checks_compute_what_they_say(name: str) -> None:
    notes = notes_of(name)
    value = {note["id"]: note["value"] for note in notes["quantities"]}
    role = {note["id"]: note["role"] for note in notes["quantities"]}
    for check in notes["checks"]:
        args = [value[ref] for ref in check["args"]]
        match check["kind"]:
            case "ratio":
                computed = args[0] / args[1] * 100
            case "sum":
                computed = sum(args)
            case "difference":
                computed = args[0] - args[1]
            case "growth" if role[check["args"][1]] == "change":
                computed = args[1] / (args[0] - args[1]) * 100
            case "growth":
                computed = (args[0] - args[1]) / args[1] * 100
            case _:
                computed = args[0]
        assert computed == pytest.approx(check["computed"], rel=1e-6, abs=1e-3), check
        close = abs(computed - check["stated"]) <= max(0.002 * abs(check["stated"]), 0.051)
        assert (check["verdict"] == "consistent") == close or check["kind"] == "order", check


def test_some_slips_are_planted() -> None:
    verdicts = [check["verdict"] for name in NAMES for check in notes_of(name)["checks"]]
    assert verdicts.count("inconsistent") >= 6
    assert verdicts.count("doubtful") >= 1
