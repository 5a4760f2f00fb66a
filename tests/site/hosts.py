"""Apache and nginx with the configuration that docs/web.md gives, on a port of this machine.

apt-get install apache2 nginx-light
python -m tests.site.hosts
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).parents[2] / "docs" / "web.md"
MODULES = Path("/usr/lib/apache2/modules")
NAMES = ("mpm_event", "authz_core", "unixd", "alias", "dir", "mime", "filter", "deflate", "headers")


def documented(language: str, folder: Path) -> str:
    """The configuration of a host as the document gives it, for a site in `folder`."""
    found = re.search(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1].replace("/var/www/guide", str(folder))


def apache(folder: Path, work: Path, port: int) -> list[str]:
    """Write a configuration for Apache; returns the command that starts it."""
    loaded = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in NAMES if _is_separate(name))
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (work / "apache.conf").write_text(
        f"ServerRoot {work}\n{loaded}\n{user}Listen 127.0.0.1:{port}\nServerName 127.0.0.1\nPidFile {work}/pid\n"
        f"ErrorLog {work}/errors\nTypesConfig /etc/mime.types\nDocumentRoot {work}/empty\n{documented('apache', folder)}"
    )
    return ["apache2", "-f", str(work / "apache.conf"), "-DFOREGROUND"]


def _is_separate(name: str) -> bool:
    return (MODULES / f"mod_{name}.so").is_file()


def nginx(folder: Path, work: Path, port: int) -> list[str]:
    """Write a configuration for nginx; returns the command that starts it."""
    user = "user www-data;\n" if os.geteuid() == 0 else ""
    places = "".join(f"{name}_temp_path {work}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (work / "nginx.conf").write_text(
        f"{user}daemon off;\npid {work}/pid;\nerror_log {work}/errors;\nevents {{}}\nhttp {{\naccess_log off;\n{places}"
        f"include /etc/nginx/mime.types;\nserver {{\nlisten 127.0.0.1:{port};\nroot {work}/empty;\n"
        f"{documented('nginx', folder)}}}\n}}\n"
    )
    return ["nginx", "-c", str(work / "nginx.conf"), "-e", str(work / "errors")]


HOSTS: dict[str, Callable[[Path, Path, int], list[str]]] = {"apache2": apache, "nginx": nginx}


def installed(name: str) -> str:
    """The path of a web server's program, or empty."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""


@contextmanager
def running(name: str, folder: Path, work: Path) -> Iterator[str]:
    """The address of a folder served by a web server, in a sub-path."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (work / "empty").mkdir()
    program, *rest = HOSTS[name](folder, work, port)
    with subprocess.Popen([installed(program), *rest], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}/guide/"
        finally:
            server.terminate()


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until a server answers. AssertionError with what it said if it ends instead."""
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    assert server.stdout
    raise AssertionError(server.stdout.read().decode())


if __name__ == "__main__":
    sys.exit(pytest.main(["-n0", "-rs", str(Path(__file__).with_name("test_hosts.py"))]))
