"""Heads and tails of documents of all kinds and years, in ``lines/heads.txt``, with what each says about itself.

Documents are parted by "=====", the answer stands above "---", "⇥" is a tab. A part that is not named is not stated,
but place, subject and recipients are only looked at where they are named.
"""

import re
from pathlib import Path

import pytest

from dondoc.extraction.header import extract_header
from dondoc.facts import Header
from dondoc.reading.plain import read_plain

DOCUMENTS = (Path(__file__).parent / "lines" / "heads.txt").read_text(encoding="utf-8").split("=====\n")
ALWAYS = ("type", "number", "symbol", "issuer", "issued", "period", "chair", "signer")


def parse(document: str) -> tuple[dict[str, str], str]:
    answer, _, words = document.partition("---\n")
    pairs = (line.partition(":") for line in answer.splitlines() if line)
    return {name: value.strip() for name, _, value in pairs}, words.replace("⇥", "\t").strip()


def written(header: Header, part: str) -> str:
    """The part of ``header`` in the form of the answers."""
    if part == "signer":
        signer = header.signer
        parts = (signer.name, signer.title, signer.authority) if signer else ()
        return " | ".join(one or "" for one in parts).strip()
    if part == "recipients":
        return " | ".join(header.recipients)
    return getattr(header, part) or ""


@pytest.mark.parametrize("document", DOCUMENTS, ids=[re.sub(r"\s+", " ", one[:60]) for one in DOCUMENTS])
def test_head_and_tail(document: str) -> None:
    expected, words = parse(document)
    header = extract_header(read_plain(words))
    parts = dict.fromkeys((*ALWAYS, *expected))
    assert {part: written(header, part) for part in parts} == {part: expected.get(part, "") for part in parts}
