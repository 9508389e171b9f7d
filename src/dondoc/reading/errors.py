"""The one error of reading."""


class ReadingError(Exception):
    """A file that cannot be read. The message is one Vietnamese sentence: what, and what to do."""
