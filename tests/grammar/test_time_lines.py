"""Dates, periods and deadlines in the wordings of offices, each line with its answer marked inside it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.facts import DateMention, Deadline
from dondoc.grammar.context import TimeContext
from dondoc.grammar.dates import find_dates
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.periods import find_periods
from dondoc.text import Span
from tests.grammar.marked_lines import Marked, read_marked

DATES, PERIODS, DEADLINES = (read_marked(name) for name in ("dates", "periods", "deadlines"))
REPORT = TimeContext(date(2023, 11, 22), "2023-11", 2023)


def _words(marked: Marked, span: Span) -> str:
    return marked.line[span.start : span.end]


def _date_answer(mention: DateMention) -> str:
    return str(mention.day) + (f" {mention.precision}" if mention.precision != "day" else "")


def _deadline_answer(deadline: Deadline) -> str:
    strength = deadline.rule.split(".")[1]
    condition = deadline.condition if deadline.by is None else None
    return " ".join(part for part in (str(deadline.by), strength, deadline.recurrence, condition) if part)


@pytest.mark.parametrize("marked", DATES, ids=[marked.line[:60] for marked in DATES])
def test_dates(marked: Marked) -> None:
    found = find_dates(marked.line, marked.context)
    assert [(_words(marked, m.span), _date_answer(m)) for m in found] == list(marked.answers)


@pytest.mark.parametrize("marked", PERIODS, ids=[marked.line[:60] for marked in PERIODS])
def test_periods(marked: Marked) -> None:
    found = find_periods(marked.line, marked.context)
    assert [(_words(marked, m.span), m.period) for m in found] == list(marked.answers)


@pytest.mark.parametrize("marked", DEADLINES, ids=[marked.line[:60] for marked in DEADLINES])
def test_deadlines(marked: Marked) -> None:
    found = find_deadlines(marked.line, marked.context)
    assert [(_words(marked, m.span), _deadline_answer(m)) for m in found] == list(marked.answers)


_WORDS = (
    "ngày |tháng |năm |quý |trước |trong |Tết |đến |hết |cuối |2023|rằm tháng Giêng|hằng tháng|kể từ |âm lịch|nhân "
)
_PIECES = st.lists(st.sampled_from([*"0123456789/-. ()\n", *_WORDS.split("|")]), max_size=30).map("".join)
_CONTEXTS = st.sampled_from([TimeContext(), REPORT, TimeContext(None, "2023-H1", 2023), TimeContext(date(2024, 2, 29))])


@given(st.one_of(_PIECES, st.text(max_size=60)), _CONTEXTS)
def test_any_string_gives_true_spans_in_order(text: str, context: TimeContext) -> None:
    for found in (find_dates(text, context), find_periods(text, context), find_deadlines(text, context)):
        end = 0
        for mention in found:
            assert end <= mention.span.start < mention.span.end <= len(text)
            end = mention.span.end


def test_without_a_year_in_the_text_or_the_document_there_is_no_day() -> None:
    assert [m.day for m in find_dates("họp ngày 05/6", TimeContext())] == [None]
    assert find_periods("tháng 11", TimeContext()) == []


@pytest.mark.parametrize(
    "unit",
    ["1/", "1 ", "ngày 1 ", "tháng 1, ", "nhân dịp 2/9 ", "hằng tháng ", "trước ngày 1 ", "5 ngày kể từ ", "Tết "],
)
def test_a_long_line_of_one_pattern_takes_no_more_than_its_length(unit: str) -> None:
    line = unit * 5_000
    find_dates(line, REPORT)
    find_periods(line, REPORT)
    assert len(find_deadlines(line, REPORT)) <= 5_000


def test_dates_and_periods_at_hand_are_not_sought_again() -> None:
    line = "Hoàn thành trước ngày 30/9/2026 và trong quý I"
    known = find_deadlines(line, REPORT, dates=find_dates(line, REPORT), periods=find_periods(line, REPORT))
    assert known == find_deadlines(line, REPORT)
    assert find_deadlines(line, REPORT, dates=[], periods=[]) == []
