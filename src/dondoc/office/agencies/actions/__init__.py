"""Writing agencies: one at a time, by file, by merger, and what names in documents teach."""
