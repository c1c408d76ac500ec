"""One mailbox has one name here, however its address is typed."""

import unicodedata

LONGEST = 254


def normal(address: str) -> str:
    """The one form in which an address is kept and looked for: small letters, one way of writing each, the domain in its own script.

    The domain becomes the one that mails go to, so `anna@BÜCHER.example` and `anna@xn--bcher-kva.example` are one mailbox. What is no
    address comes back in small letters.
    """
    text = _plain(_plain(address.strip()).lower())
    local, at, domain = text.rpartition("@")
    return f"{local}{at}{_domain(domain)}" if at else text


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _domain(domain: str) -> str:
    """As Django's mails write it, read back. A domain that can't be written so, or is too long to be one, stays as it is."""
    if len(domain) > LONGEST:
        return domain
    try:
        ascii_form = domain.encode("idna").lower()
    except UnicodeError:
        return domain
    try:
        return ascii_form.decode("idna")
    except UnicodeError:
        return ascii_form.decode("ascii")
