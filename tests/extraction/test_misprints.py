"""A misprint is told with the figures it was met in, once for each kind."""

import dondoc


def test_the_figures_are_named_and_many_are_counted() -> None:
    line = "Điện thương phẩm đạt 402,590 kWh."
    (warning,) = dondoc.extract(dondoc.read(line.encode())).warnings
    assert warning.startswith("“402,590 kWh”: dấu phẩy")
    many = " ".join(f"Xã {number} dùng 40{number},590 kWh." for number in range(1, 6))
    (warning,) = dondoc.extract(dondoc.read(many.encode())).warnings
    assert warning.startswith("“401,590 kWh”, “402,590 kWh”, “403,590 kWh” và 2 số khác: dấu phẩy")


def test_a_text_without_misprints_has_no_warning() -> None:
    assert dondoc.extract(dondoc.read("Điện thương phẩm đạt 402.590 kWh.".encode())).warnings == ()
