"""What the office cannot do, said to the person who asked."""


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to a person, not an error of the program
    """An act that is not possible now. The message is one Vietnamese sentence: what, where, what to do."""
