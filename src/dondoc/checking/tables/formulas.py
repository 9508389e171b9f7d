"""Formulas that the head of a column states: "3=2/1", "(5)=(3)-(4)", "(6)=(4)+(5)"."""

import re

from dondoc.checking.arithmetic.relation import Form

_TERM = r"\(?\s*(\d{1,2}[a-zđ]?|[A-ZĐ])\s*\)?"
_FORMULA = re.compile(rf"\A[(\[]?\s*(?:{_TERM}\s*)?[=:]\s*(?P<body>[^=]+?)[)\]]?\Z")
_BINARY = re.compile(rf"\A\(?{_TERM}\s*(?P<sign>[/:\-–])\s*{_TERM}\)?\s*(?P<percent>[*x×.]?\s*100\s*%?|%)?\s*\)?\Z")
_SUM = re.compile(rf"\A\(?{_TERM}(?:\s*\+\s*{_TERM})+\)?\Z")
_GROWTH = re.compile(
    rf"\A\(?\(?\s*{_TERM}\s*[-–]\s*{_TERM}\s*\)?\s*[/:]\s*{_TERM}|\A\(?{_TERM}\s*[/:]\s*{_TERM}\s*[*x×.]?\s*(?:100)?\s*%?\s*[-–]\s*(?:1|100)\b"
)


def parse_formula(formula: str, by_number: dict[str, int], unit: str | None) -> tuple[Form, tuple[int, ...]] | None:
    """What the formula of a head computes, and of which columns; None where it is no formula of known columns."""
    match = _FORMULA.match(formula.strip())
    body = match["body"].strip() if match else formula.strip().strip("()")
    if (growth := _GROWTH.match(body)) is not None:
        terms = [term for term in growth.groups() if term]
        form: Form = "growth_of"
        terms = terms[:2]
    elif (binary := _BINARY.match(body)) is not None:
        terms = [binary[1], binary[3]]
        form = "difference" if binary["sign"] in "-–" else "ratio"
        if form == "ratio" and unit != "%":
            return None
    elif _SUM.match(body):
        terms = re.findall(r"\d{1,2}[a-zđ]?|[A-ZĐ]", body)
        form = "sum"
    else:
        return None
    columns = [by_number.get(term.lower()) for term in terms]
    known = tuple(column for column in columns if column is not None)
    return (form, known) if len(known) == len(terms) > 1 else None
