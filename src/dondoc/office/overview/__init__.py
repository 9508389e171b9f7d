"""The first page: how tasks stand, what is due next, which figures do not add up, what came in."""
