"""An address as a QR code to print."""

import io

import segno


def qr_svg(adres: str) -> bytes:
    """As a picture that stays sharp on paper."""
    tekening = io.BytesIO()
    segno.make(adres, error="m").save(tekening, kind="svg", scale=4, border=2)
    return tekening.getvalue()
