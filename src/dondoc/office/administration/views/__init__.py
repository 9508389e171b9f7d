"""Pages under /quan-tri/."""
