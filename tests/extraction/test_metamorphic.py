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


def between_pages(source: str) -> str:
    """A form feed in front of every seventh paragraph."""
    first, *rest = source.split("\n\n")
    return first + "".join(("\n\n\f" if number % 7 == 0 else "\n\n") + part for number, part in enumerate(rest, 1))


def numbered_pages(source: str) -> str:
    """A page number on a line of its own, and a form feed, in front of every ninth paragraph."""
    first, *rest = source.split("\n\n")
    return first + "".join(
        (f"\n\n{number // 9 + 1}\n\f\n" if number % 9 == 0 else "\n\n") + part for number, part in enumerate(rest, 1)
    )


def inside_sentences(source: str) -> str:
    """A page that ends inside a sentence: in every third long line."""
    lines, long = source.split("\n"), 0
    for number, line in enumerate(lines):
        if len(line) > 220 and re.match(r"\w", line):
            long += 1
            at = line.find(" ", 110)
            lines[number] = f"{line[:at]}\n\f\n{line[at + 1 :]}" if long % 3 == 0 else line
    return "\n".join(lines)


PAGES = (between_pages, numbered_pages, inside_sentences)


@pytest.mark.parametrize("broken", PAGES, ids=[one.__name__ for one in PAGES])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_page_breaks_change_no_directive(name: str, broken: Callable[[str], str]) -> None:
    source = source_of(name)
    assert told(read(broken(source))) == told(read(source))


# What a scanner makes of the names of agencies: a mark lost, a mark too many.
SLIPS = {
    "Sở Tài chính": "Sở Tài chinh",
    "Sở Xây dựng": "Sở Xây dưng",
    "Sở Kế hoạch và Đầu tư": "Sở Kế hoạch và Đâu tư",
    "Sở Giao thông vận tải": "Sở Giao thông vân tải",
    "Sở Tài nguyên và Môi trường": "Sở Tài nguyên và Môi trưòng",
    "Sở Nội vụ": "Sở Nôi vụ",
}


def bare(words: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", words) if not unicodedata.combining(one))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_scanner_that_loses_marks_changes_the_names_and_nothing_else(name: str) -> None:
    source = slipped = source_of(name)
    for right, wrong in SLIPS.items():
        slipped = slipped.replace(right, wrong)
    before, after = told(read(source)), told(read(slipped))
    assert [tuple(bare(part) for part in one) for one in after] == [tuple(bare(part) for part in one) for one in before]


PROVINCES = ("Quảng Nam", "Thái Bình", "Kiên Giang")


@pytest.mark.parametrize("province", PROVINCES)
def test_another_province_changes_the_names_and_nothing_else(province: str) -> None:
    source = (
        "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
        "1. Sở Xây dựng tỉnh Trà Vinh chủ trì, phối hợp với UBND tỉnh Trà Vinh rà soát trước ngày 30/6/2024.\n\n"
        "2. Giao Công an tỉnh Trà Vinh kiểm tra theo Kế hoạch số 12/KH-UBND.\n\n"
        "3. Đề nghị Tỉnh ủy Trà Vinh quan tâm chỉ đạo.\n"
    )
    before, after = told(read(source)), told(read(source.replace("Trà Vinh", province)))
    assert len(before) == 3
    assert after == [tuple(part.replace("trà vinh", province.lower()) for part in one) for one in before]


NUMBERS = (
    ("trước ngày 30/6/2024", "trước ngày 15/7/2024", "2024-06-29", "2024-07-14"),
    ("trong tháng 5/2024", "trong tháng 9/2024", "2024-05-31", "2024-09-30"),
    ("chậm nhất ngày 12 tháng 4 năm 2024", "chậm nhất ngày 21 tháng 4 năm 2024", "2024-04-12", "2024-04-21"),
    ("trong quý II/2024", "trong quý III/2024", "2024-06-30", "2024-09-30"),
)


@pytest.mark.parametrize(("words", "others", "day", "another"), NUMBERS)
def test_another_number_moves_that_deadline_and_nothing_else(words: str, others: str, day: str, another: str) -> None:
    source = (
        "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
        f"1. Giao Sở Y tế hoàn thành 12 trạm y tế {words}.\n\n"
        "2. Giao Sở Nội vụ báo cáo trước ngày 01/10/2024 theo Công văn số 34/UBND-NC.\n"
    )
    before, after = told(read(source)), told(read(source.replace(words, others)))
    assert [one[3] for one in before] == [day, "2024-09-30"]
    assert [one[3] for one in after] == [another, "2024-09-30"]
    assert [(one[1], one[2], one[4], one[5]) for one in after] == [(one[1], one[2], one[4], one[5]) for one in before]


def test_another_number_of_a_reference_changes_that_reference_only() -> None:
    source = (
        "THÔNG BÁO\n\nKết luận của Chủ tịch UBND tỉnh\n\nChủ tịch UBND tỉnh kết luận như sau:\n\n"
        "1. Giao Sở Y tế thực hiện Công văn số 34/UBND-NC và Kế hoạch số 12/KH-UBND trước ngày 30/6/2024.\n"
    )
    (before,), (after,) = told(read(source)), told(read(source.replace("34/UBND", "43/UBND")))
    assert before[4] == "công văn số 34 ubnd nc kế hoạch số 12 kh ubnd"
    assert after[4] == "công văn số 43 ubnd nc kế hoạch số 12 kh ubnd"
    assert (after[1:4], after[5]) == (before[1:4], before[5])
