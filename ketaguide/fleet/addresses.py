"""Addresses that content may be fetched from. Standard library only."""

from urllib.parse import urlsplit

from ketaguide.errors import UsageError

LOOPBACK = ("localhost", "127.0.0.1", "::1")


def require_https(address: str) -> None:
    """Raise UsageError unless an address is https; http is for this machine itself, where nobody is on the way."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        raise UsageError(f"{address[:200]!a} is not an address") from None
    if not host or parts.username is not None:
        raise UsageError(f"{address[:200]!a} is not an address: write it as https://content.example.nhs.uk/guide")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        raise UsageError(f"{address[:200]!a} is not https, and anybody on the way could hold new content back")
