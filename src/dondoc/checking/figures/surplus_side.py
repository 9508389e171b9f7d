"""A surplus told of the wrong side.

Finds         xuất khẩu 287,3 triệu USD, nhập khẩu 412,6 triệu USD, xuất siêu 125,3 triệu USD: it is nhập siêu
Leaves alone  surpluses that differ from their two sides otherwise than by their side
"""

from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.claimed.slips import is_turned
from dondoc.checking.claimed.surplus import surpluses
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.numerals import format_amount


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the surpluses whose sides are told the other way round."""
    for index, read in surpluses(draft.scene):
        turned = next((one for one in read if is_turned(one)), None)
        if turned is None:
            continue
        figure = draft.scene.figures[index]
        more, less = (format_amount(value_of(arg), arg.unit) for arg in turned.args)
        words = " ".join(draft.scene.before(index, 40).split()[-4:])
        message = f"ghi «{words} {draft.text[figure.span]}» nhưng {more} nhỏ hơn {less}: dư ở chiều ngược lại"
        yield Finding("SL110", figure.span, "error", message, None, tuple(arg.span for arg in turned.args))
