"""Slips in figures that no relation of the text shows: each file is a rule."""

from dondoc.checking.figures import (
    averages,
    copied,
    direction,
    flows,
    impossible,
    listed_counts,
    named_lists,
    noted_twice,
    ranks,
    said_twice,
    small_counts,
    structure,
    table_yields,
    unit_slips,
    yields,
)

FIGURE_RULES = (
    averages.find,
    yields.find,
    flows.find,
    table_yields.find,
    direction.find,
    ranks.find,
    impossible.find,
    structure.find,
    unit_slips.find,
    small_counts.find,
    said_twice.find,
    noted_twice.find,
    copied.find,
    listed_counts.find,
    named_lists.find,
)
