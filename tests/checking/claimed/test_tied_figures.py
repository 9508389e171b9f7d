"""Shares and changes bound to figures by what stands around them: any slip is found, the right line is left alone."""

import pytest

from tests.checking.claimed import bound_behind_lines, bound_growth_lines, parallel_shares_lines, remainders_lines
from tests.checking.slipped_lines import checks_of, written, wrong

KINDS = (bound_behind_lines, bound_growth_lines, parallel_shares_lines, remainders_lines)
LINES = [line for kind in KINDS for line in kind.LINES]
LEFT_ALONE = [line for kind in KINDS for line in kind.LEFT_ALONE]


@pytest.mark.parametrize("line", LINES)
def test_right_line_is_left_alone(line: str) -> None:
    assert not wrong(checks_of(written(line, slipped=False)))


@pytest.mark.parametrize("line", LINES)
def test_slip_is_found(line: str) -> None:
    assert wrong(checks_of(written(line, slipped=True)))


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_other_figures_are_left_alone(line: str) -> None:
    assert not wrong(checks_of(line))
