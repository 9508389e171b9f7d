"""Python's search for rings of objects that nobody uses, kept off the pages.

Left alone it looks through everything that was ever loaded again and again, in the middle of a page: a quarter of a
second, for nothing.
"""

import gc

from django.urls import get_resolver

YOUNG = 20_000


def settle() -> None:
    """What is loaded now stays for good and is not looked at again; what pages make is looked at less often."""
    # Addresses bring in every view, with all that it needs.
    list(get_resolver().url_patterns)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, 10, 10)
