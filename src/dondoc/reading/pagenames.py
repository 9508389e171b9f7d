"""Numbers of pages as a sentence names them."""

from collections.abc import Iterable


def named(numbers: Iterable[int]) -> str:
    """Pages as a sentence begins with them: "Trang 2", "Các trang 2, 4-6"."""
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and stretches[-1][-1] == number - 1:
            stretches[-1][1:] = [number]
        else:
            stretches.append([number])
    words = ", ".join("-".join(map(str, stretch)) for stretch in stretches)
    return f"Trang {words}" if words.isdecimal() else f"Các trang {words}"
