"""Documents, their readings, and the facts that wait for a person."""
