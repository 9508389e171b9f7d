"""Tasks and who owes them."""
