"""Form and wording, against Nghị định 30/2020/NĐ-CP where it sets them: each file is a rule."""

from dondoc.checking.form import (
    agencies,
    cited_dates,
    cited_twice,
    date_line,
    enclosed,
    ending,
    item_numbers,
    malformed,
    number_line,
    recipients,
    sheet,
    signature,
    state_name,
    tasks,
)

FORM_RULES = (
    number_line.find,
    date_line.find,
    state_name.find,
    recipients.find,
    signature.find,
    item_numbers.find,
    ending.find,
    sheet.find,
    malformed.find,
    cited_twice.find,
    cited_dates.find,
    enclosed.find,
    agencies.find,
    tasks.find,
)
