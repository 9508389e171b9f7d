"""Slips planted in whole annotated documents: one figure of a relation is miswritten, the document read again.

Six kinds: another digit, two digits changed places, a digit lost, a separator moved, a sum off by one place, a rate
copied from another line. A slip counts as revealable where a relation that held before takes the figure and its value
moves by more than a fiftieth. Clean documents may flag only what their annotation flags.
"""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.facts import Check, Facts, Quantity
from dondoc.reading.plain import read_plain

CORPUS = Path(__file__).parents[1] / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.txt") if path.stem.startswith(("dev-", "held-")))
KINDS = ("ratio", "sum", "difference", "growth")
SLIPS = ("digit", "swapped", "dropped", "separator", "off", "copied")
EACH = 12
ENOUGH = 0.9
LEAST_MOVE = 0.02
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


def read(source: str) -> tuple[Facts, list[Check]]:
    facts = extract(read_plain(source))
    return facts, check(facts)


def miswritten(written: str, slip: str, chance: random.Random, other: str) -> str:
    """``written`` with one slip of the kind; the same where the kind cannot be made."""
    places = [i for i, sign in enumerate(written) if sign.isdecimal()]
    place = chance.choice(places)
    if slip == "digit":
        return f"{written[:place]}{int(written[place]) % 9 + 1}{written[place + 1 :]}"
    if slip == "swapped":
        pairs = [i for i in places[:-1] if i + 1 in places and written[i] != written[i + 1]]
        i = chance.choice(pairs) if pairs else -1
        return f"{written[:i]}{written[i + 1]}{written[i]}{written[i + 2 :]}" if pairs else written
    if slip == "dropped":
        return written[: places[1]] + written[places[1] + 1 :] if len(places) > 2 and "." not in written else written
    if slip == "separator":
        return written.replace(",", "") if "," in written else written
    if slip == "off":
        return f"{written[: places[0]]}{min(int(written[places[0]]) + 1, 9)}{written[places[0] + 1 :]}"
    return other or written


def planted(name: str) -> Iterator[tuple[str, str, int, int]]:
    """Slips of a document: kind, new source, start of the figure and end of it in the new source."""
    chance = random.Random(name)
    source = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    facts, checks = read(source)
    at = {quantity.id: quantity for quantity in facts.quantities}
    held = [at[ref] for item in checks if told(item) for ref in (*item.args, item.result) if ref]
    rates = [source_words(facts, quantity) for quantity in held if quantity.unit == "%"]
    for _ in range(EACH if held else 0):
        slip = chance.choice(SLIPS)
        quantity = chance.choice([one for one in held if one.unit == "%" or slip != "copied"] or held)
        other = chance.choice(rates) if slip == "copied" and quantity.unit == "%" else ""
        start = facts.text.to_source(quantity.span).start
        match = _DIGITS.search(source, start)
        if match is None:
            continue
        wrong = miswritten(match.group(), slip, chance, other)
        if moves(match.group(), wrong):
            yield (
                slip,
                source[: match.start()] + wrong + source[match.end() :],
                match.start(),
                match.start() + len(wrong),
            )


def told(item: Check) -> bool:
    return item.verdict == "consistent" and item.kind in KINDS


def source_words(facts: Facts, quantity: Quantity) -> str:
    match = _DIGITS.search(facts.text[quantity.span])
    return match.group() if match else ""


def moves(right: str, wrong: str) -> bool:
    a, b = (float(words.replace(".", "").replace(",", ".")) for words in (right, wrong))
    return abs(a - b) > LEAST_MOVE * max(abs(a), abs(b))


def flagged(facts: Facts, checks: list[Check]) -> set[frozenset[int]]:
    """The places of the figures of each check that is not consistent."""
    at = {quantity.id: facts.text.to_source(quantity.span).start for quantity in facts.quantities}
    return {
        frozenset(at[ref] for ref in (*item.args, item.result) if ref)
        for item in checks
        if item.verdict != "consistent"
    }


@pytest.mark.parametrize("name", NAMES)
def test_clean_documents_flag_what_is_annotated_only(name: str) -> None:
    source = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    notes = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    annotated = sum(item["verdict"] != "consistent" for item in notes["checks"])
    assert len(flagged(*read(source))) <= annotated


def test_planted_slips_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    total: dict[str, int] = dict.fromkeys(SLIPS, 0)
    found: dict[str, int] = dict.fromkeys(SLIPS, 0)
    beside = 0
    for name in NAMES:
        clean = flagged(*read((CORPUS / f"{name}.txt").read_text(encoding="utf-8")))
        for slip, source, start, end in planted(name):
            total[slip] += 1
            marked = flagged(*read(source))
            hits = [places for places in marked if any(start - 3 <= place <= end for place in places)]
            found[slip] += bool(hits)
            beside += max(0, len(marked) - len(hits) - len(clean))
    with capsys.disabled():
        print(f"\nplanted {sum(total.values())}, found {sum(found.values())}, beside {beside}; found/planted by kind:")
        print(", ".join(f"{slip} {found[slip]}/{total[slip]}" for slip in SLIPS))
    assert sum(total.values()) > 40
    assert sum(found.values()) >= ENOUGH * sum(total.values())
    assert beside <= sum(total.values()) * 0.05
