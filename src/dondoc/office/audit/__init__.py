"""Who wrote what, when, before and after. Nothing here is ever changed."""
