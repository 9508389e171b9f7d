"""Totals that stand behind what makes them: closing, raised, summed up, the months so far."""
