"""`ketaguide update` over https: certificates of the system; their dates do not count while the clock is known to be behind."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from ketaguide.errors import UpdateError
from tests.fleet.conftest import Packs, Site
from tests.fleet.publisher import Publisher
from tests.serving import Quiet, serving

DAY = timedelta(days=1)
Start = Callable[[datetime], str]


def certificate(folder: Path, until: datetime) -> Path:
    """A certificate for this machine that ends at a moment, with its key, in one file."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "here")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), until - 30 * DAY, until)
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path = folder / "server.pem"
    path.write_bytes(
        made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, *plain)
    )
    return path


@pytest.fixture
def server(publisher: Publisher, tmp_path: Path) -> Iterator[Start]:
    """Starts an https server whose certificate ends at a moment, and is in server.pem; gives its address."""

    def start(until: datetime) -> str:
        path = certificate(tmp_path, until)
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(path)
        return servers.enter_context(serving(partial(Quiet, directory=str(publisher.folder)), secure))

    with ExitStack() as servers:
        yield start


@pytest.fixture
def known_to_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server's certificate is one of the system's."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))


@pytest.mark.usefixtures("known_to_the_system")
def test_a_server_whose_certificate_the_system_knows_is_used(site: Site, packs: Packs, server: Start) -> None:
    site.update(server(datetime.now(UTC) + DAY))
    assert site.shown() == packs(1)


def test_a_server_whose_certificate_nobody_knows_is_refused(site: Site, server: Start) -> None:
    address = server(datetime.now(UTC) + DAY)
    with pytest.raises(UpdateError, match=r"cannot be fetched .*self-signed certificate"):
        site.update(address)
    assert not site.current.exists()


@pytest.mark.usefixtures("known_to_the_system")
def test_dates_of_a_certificate_count_but_where_the_clock_is_known_to_be_behind(
    site: Site, packs: Packs, server: Start
) -> None:
    address = server(datetime.now(UTC) - DAY)
    with pytest.raises(UpdateError, match="certificate has expired"):
        site.update(address)
    site.update(address, known=(datetime.now(UTC) + DAY).isoformat())
    assert site.shown() == packs(1)
