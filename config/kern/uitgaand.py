"""Sending something to another system: only over https, never to an address inside the network.

The name is looked up once and the connection goes to the address that was judged, so that a name
cannot change its mind in between. Redirects are not followed (OWASP SSRF).
"""

import http.client
import ipaddress
import socket
import ssl
from urllib.parse import urlsplit

TIJD = 5


class NietToegestaan(ValueError):
    """This address may not be called."""


def beletsel_adres(url: str, prive_mag: bool) -> str:
    """Why this address may not be called, by its shape alone; empty when it may."""
    try:
        delen = urlsplit(url)
        poort = delen.port
    except ValueError:
        return "Dit is geen geldig adres."
    if delen.scheme != "https" and not (prive_mag and delen.scheme == "http"):
        return "Het adres moet met https:// beginnen."
    if not delen.hostname or delen.username or delen.password or poort == 0:
        return "Dit is geen geldig adres. Zet er geen naam of wachtwoord in."
    return ""


def adressen_van(host: str, poort: int, prive_mag: bool) -> str:
    """The one address to connect to. Raises ``NietToegestaan`` when any answer is private."""
    try:
        antwoorden = socket.getaddrinfo(host, poort, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NietToegestaan("Dit adres is niet te vinden.") from None
    adressen = [str(antwoord[4][0]) for antwoord in antwoorden]
    if not prive_mag and not all(_is_openbaar(adres) for adres in adressen):
        raise NietToegestaan("Dit adres ligt binnen het eigen netwerk.")
    return adressen[0]


def _is_openbaar(adres: str) -> bool:
    ip = ipaddress.ip_address(adres.split("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return ip.is_global and not ip.is_multicast


class _Vast(http.client.HTTPConnection):
    """A connection to an address that was judged before, under the name that was asked."""

    def __init__(self, host: str, poort: int, adres: str, met_tls: bool) -> None:
        super().__init__(host, poort, timeout=TIJD)
        self.adres, self.met_tls = adres, met_tls

    def connect(self) -> None:
        self.sock = socket.create_connection((self.adres, self.port), TIJD)
        if self.met_tls:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def verstuur(url: str, inhoud: bytes, koppen: dict[str, str], *, prive_mag: bool) -> int:
    """POST and give the status. Raises ``NietToegestaan`` or ``OSError``."""
    if zin := beletsel_adres(url, prive_mag):
        raise NietToegestaan(zin)
    delen = urlsplit(url)
    met_tls = delen.scheme == "https"
    poort = delen.port or (443 if met_tls else 80)
    adres = adressen_van(delen.hostname or "", poort, prive_mag)
    verbinding = _Vast(delen.hostname or "", poort, adres, met_tls)
    pad = f"{delen.path or '/'}{'?' + delen.query if delen.query else ''}"
    try:
        verbinding.request("POST", pad, body=inhoud, headers=koppen)
        return verbinding.getresponse().status
    except http.client.HTTPException as fout:
        raise OSError(type(fout).__name__) from None
    finally:
        verbinding.close()
