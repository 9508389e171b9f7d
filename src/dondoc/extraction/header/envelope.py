"""What the envelope of an edXML package states of a document, put before what the document's own words say.

The sender's system filled these fields when the document was registered; a scan's words may be misread. A field that
the envelope leaves empty stays as the words have it, and so do type, period, meeting and chair.
"""

from dataclasses import replace
from datetime import date

from dondoc.facts import Header, Signer
from dondoc.text import Envelope


def with_envelope(header: Header, envelope: Envelope | None) -> Header:
    """``header`` with the fields that ``envelope`` states."""
    if envelope is None:
        return header
    return replace(
        header,
        number=envelope.number or header.number,
        symbol=_symbol(envelope) or header.symbol,
        issuer=envelope.issuer or header.issuer,
        place=envelope.place or header.place,
        issued=_day(envelope.issued) or header.issued,
        subject=envelope.subject or header.subject,
        signer=_signer(envelope, header.signer),
        recipients=envelope.recipients or header.recipients,
    )


def _symbol(envelope: Envelope) -> str | None:
    """The notation alone: some systems write the number into it too ("128/BC-UBND")."""
    symbol = envelope.symbol
    return symbol.removeprefix(f"{envelope.number}/") if symbol and envelope.number else symbol


def _day(issued: str | None) -> str | None:
    try:
        return date.fromisoformat(issued).isoformat() if issued else None
    except ValueError:
        return None


def _signer(envelope: Envelope, known: Signer | None) -> Signer | None:
    if envelope.signer is None:
        return known
    return Signer(
        envelope.signer,
        envelope.position or (known.title if known else None),
        envelope.authority or (known.authority if known else None),
        known.span if known else None,
    )
