"""What the words claim although the figures do not give it: asked last, of the figures that nothing else has told.

Each rule reads what stands near a figure as loosely as a clerk writes it. It tells a relation only where one slip of
the pen explains why it does not hold, and where figures that have nothing to do with each other would hardly be so
near it (``slips``).
"""

from dondoc.checking.claimed import balances, changes, lists, outright, shares

CLAIMED = (outright.find, changes.find, shares.find, lists.find, balances.find)
