"""A thousand clients of one folder of static files: `python -m benchmarks.fleet [CLIENTS]`.

Publishes a pack of the shipped content on loopback; each client updates twice: to a new pack, and to nothing new. As many run
at a time as there are processors. Prints, for one client, requests and bytes, and for all, the time and how many are current.
"""

import os
import sys
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic
from typing import Any

from ketaguide.fleet.update import Update, run
from ketaguide.loading.files import Folder
from ketaguide.loading.pack import build_pack, manifest_of
from ketaguide.loading.reader import read_guide
from ketaguide.paths import CURRENT, content_dir
from tests.fleet.publisher import Publisher


class Counting(SimpleHTTPRequestHandler):
    """Serves files and counts requests and bytes."""

    requests = 0
    sent = 0

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Count instead of writing a line."""
        Counting.requests += 1

    def log_error(self, format: str, *args: Any) -> None:
        """Say nothing: a root.json that does not exist is asked for each time."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file and count its bytes."""
        Counting.sent += os.fstat(source.fileno()).st_size
        super().copyfile(source, outputfile)


class Server(ThreadingHTTPServer):
    """Keeps as many clients waiting as ask at once."""

    request_queue_size = 200
    daemon_threads = True


def client(address: str, root: bytes, place: Path) -> tuple[float, bool]:
    """Update one client; returns seconds and True if the pack was new. The checker's rules are measured elsewhere."""
    began = monotonic()
    _, is_new = run(Update(address, root, place, lambda pack: "", known="2026-01-01"))
    return monotonic() - began, is_new


def shipped_pack() -> bytes:
    """The shipped content as a pack."""
    folder = Folder(content_dir())
    loaded = read_guide(content_dir())
    assert loaded.guide is not None
    return build_pack(manifest_of(loaded.guide.meta, 1), {name: folder.read(name) for name in loaded.places.files})


def main(clients: int) -> None:
    """Run them all and print the figures."""
    with tempfile.TemporaryDirectory() as work:
        publisher, pack = Publisher(Path(work) / "published"), shipped_pack()
        publisher.publish(pack, guide="ketamine-and-depression")
        root = (publisher.folder / "metadata" / "1.root.json").read_bytes()
        places = [Path(work) / "clients" / str(number) for number in range(clients)]
        with Server(("127.0.0.1", 0), partial(Counting, directory=str(publisher.folder))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}"
            for words in ("new pack", "nothing new"):
                Counting.requests = Counting.sent = 0
                began = monotonic()
                with ProcessPoolExecutor(os.cpu_count() or 2) as pool:
                    done = list(pool.map(partial(client, address, root), places, chunksize=10))
                took, seconds = monotonic() - began, sorted(one for one, _ in done)
                current = sum((place / CURRENT).read_bytes() == pack for place in places)
                print(f"{words}: {current} of {clients} current in {took:.0f} s, {sum(new for _, new in done)} installed; each")
                print(f"  {Counting.requests / clients:.1f} requests, {Counting.sent / clients / 1000:.1f} kB,", end=" ")
                print(f"median {seconds[clients // 2]:.2f} s, slowest {seconds[-1]:.2f} s", flush=True)
            server.shutdown()
        print(f"pack: {len(pack) / 1000:.0f} kB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
