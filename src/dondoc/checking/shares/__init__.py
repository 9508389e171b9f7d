"""Percentages that other figures of the text give: shares of a plan, shares of a whole, rates."""
