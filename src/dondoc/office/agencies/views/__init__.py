"""Pages under /co-quan/."""
