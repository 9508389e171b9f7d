"""What a person may see and do, as one word: a file that was drafted under another one is not handed out."""

import hashlib
import json

from dondoc.office.accounts.access import agencies_in_sight, may_administer, may_confirm, sectors_in_sight, sees_all
from dondoc.office.accounts.models import User


def sight_of(person: User) -> str:
    """The same as long as the person's rights and the agencies in sight are the same."""
    said = [
        sees_all(person),
        may_confirm(person),
        may_administer(person),
        sorted(agency.pk for agency in agencies_in_sight(person)),
        sectors_in_sight(person),
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
