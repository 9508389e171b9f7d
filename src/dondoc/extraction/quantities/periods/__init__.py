"""When a figure is of: what its sentence says, else its heading, else what the document reports on."""
