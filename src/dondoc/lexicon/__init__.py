"""Data of the language and of the state: units, agency kinds, verbs of instruction (TOML, CSV)."""
