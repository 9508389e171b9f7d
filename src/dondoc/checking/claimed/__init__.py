"""What the words claim although the figures do not give it: asked last, of the figures that nothing else has told.

Each rule reads what stands near a figure as loosely as a clerk writes it. It tells a relation only where one slip of
the pen explains why it does not hold, and where figures that have nothing to do with each other would hardly be so
near it (``slips``).
"""

from dondoc.checking.claimed import (
    alongside,
    balances,
    bases,
    beside,
    bound_behind,
    bound_growth,
    bound_shares,
    changes,
    collected,
    compared,
    lists,
    measured,
    named_shares,
    opened,
    outright,
    parallel_shares,
    partitions,
    points,
    rates_of_changes,
    remainders,
    rest_of_pairs,
    shares,
    surplus,
)

CLAIMED = (
    outright.find,
    parallel_shares.find,
    remainders.find,
    rest_of_pairs.find,
    bound_shares.find,
    bound_behind.find,
    named_shares.find,
    rates_of_changes.find,
    bound_growth.find,
    points.find,
    alongside.find,
    measured.find,
    changes.find,
    shares.find,
    beside.find,
    lists.find,
    balances.find,
    partitions.find,
    opened.find,
    bases.find,
    collected.find,
    compared.find,
    surplus.find,
)
