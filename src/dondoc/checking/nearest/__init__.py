"""What figures say of each other where no set words tie them.

The arithmetic comes first: of the figures near each other, those that give one another, so that chance hardly would;
the words must only not speak against it. What does not hold is claimed by the words and by the shape of what stands
beside it, where one slip explains it.
"""

from dondoc.checking.nearest import amounts, changes, growth, left, lists, points, rates, rows, shared_rows, shares

NEAREST = (
    shares.find,
    growth.find,
    shared_rows.find,
    lists.find,
    amounts.find,
    points.find,
    changes.find,
    left.find,
    rates.find,
    rows.find,
)
