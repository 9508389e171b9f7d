"""How the office looks: template tags for numbers, dates, standings and icons, and the frame round every page."""
