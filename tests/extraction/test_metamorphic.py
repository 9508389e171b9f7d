"""The same document written otherwise: its facts change as the writing does, and in nothing else."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dondoc.extraction import extract
from dondoc.facts import Facts
from dondoc.reading.plain import read_plain

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
DOCUMENTS = sorted(path.stem for path in CORPUS.glob("dev-*.txt"))
Told = list[tuple[str, ...]]


def source_of(name: str) -> str:
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8")


def plain(words: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", words)).strip().lower()


def told(facts: Facts) -> Told:
    """What the directives say, without the writing that the tests change."""
    return [
        (
            plain(facts.text[one.span]),
            plain(" ".join(agency.name for agency in one.lead)),
            plain(" ".join(agency.name for agency in one.coordinating)),
            str(one.deadline.by if one.deadline else None),
            plain(" ".join(reference.text for reference in one.references)),
            str(one.item),
        )
        for one in facts.directives
    ]


def read(source: str) -> Facts:
    return extract(read_plain(source))


def doubled_spaces(source: str) -> str:
    return re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", "  ", source)


def nonbreaking(source: str) -> str:
    return re.sub(r"(?<=\d) (?=[^\W\d_])", "\u00a0", source)


def windows_lines(source: str) -> str:
    return source.replace("\n", "\r\n")


def trailing_blanks(source: str) -> str:
    return re.sub(r"(?<=\S)\n", "   \n", source)


REWRITINGS: dict[str, Callable[[str], str]] = {
    "decomposed letters": lambda source: unicodedata.normalize("NFD", source),
    "doubled spaces": doubled_spaces,
    "no-break spaces": nonbreaking,
    "carriage returns": windows_lines,
    "blanks at line ends": trailing_blanks,
}


@pytest.mark.parametrize("rewriting", REWRITINGS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_writing_changes_no_directive(name: str, rewriting: str) -> None:
    source = source_of(name)
    assert told(read(REWRITINGS[rewriting](source))) == told(read(source))


TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ủy": "uỷ", "úy": "uý",
         "ũy": "uỹ", "ụy": "uỵ", "ùy": "uỳ"}  # fmt: skip


def old_tones(words: str) -> str:
    return re.sub(rf"(?:{'|'.join(TONES)})(?![^\W\d_])", lambda found: TONES[found[0]], words.replace("Ủy", "Uỷ"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_other_place_of_the_tone_changes_no_directive(name: str) -> None:
    source = source_of(name)
    before, after = told(read(source)), told(read(old_tones(source)))
    assert after == [tuple(old_tones(part) for part in one) for one in before]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_in_capitals_change_no_directive(name: str) -> None:
    source = re.sub(r"(?m)^(?:[IVX]+|[A-D])\. [^.:;\n]{5,90}$", lambda found: found[0].upper(), source_of(name))
    assert told(read(source)) == told(read(source_of(name)))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bold_list_marks_change_no_directive(name: str) -> None:
    source = re.sub(r"(?m)^(\d{1,2}\.) ([^.:;\n]{5,60}:)$", r"**\1 \2**", source_of(name))
    assert [one[:5] for one in told(read(source))] == [one[:5] for one in told(read(source_of(name)))]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_span_quotes_the_source(name: str) -> None:
    facts = read(unicodedata.normalize("NFD", source_of(name)))
    for one in facts.directives:
        place = facts.text.to_source(one.span)
        quoted = unicodedata.normalize("NFC", facts.text.source[place.start : place.end])
        assert plain(quoted) == plain(facts.text[one.span])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_year_moves_the_deadlines_and_nothing_else(name: str) -> None:
    source = source_of(name)
    moved = re.sub(r"(?<!\d)20(\d\d)(?!\d)", lambda found: f"{int(found[0]) + 4}", source)
    before, after = told(read(source)), told(read(moved))
    assert [(one[1], one[2], one[5]) for one in after] == [(one[1], one[2], one[5]) for one in before]
    assert [one[3] == "None" for one in after] == [one[3] == "None" for one in before]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_sentence_without_instruction_in_front_moves_no_fact(name: str) -> None:
    source = source_of(name)
    facts = read(source)
    twice = read(source.rstrip("\n") + "\n\nẢnh: Minh Châu\n")
    assert told(twice) == told(facts)
