"""`.ci/run` repeats failed tests once, alone; those that then pass are listed by name."""

import os
import re
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parents[2] / ".ci" / "run"
ONCE = """
def test_once(flag=__import__("pathlib").Path("flag")):
    seen = flag.exists()
    flag.touch()
    assert seen
"""
NEVER = "def test_never():\n    assert False\n"


def again(folder: Path) -> subprocess.CompletedProcess[str]:
    """The tests of a folder, run as `.ci/run` runs those of a Python."""
    (function,) = re.findall(r"^again\(\) \{.*?^\}", RUN.read_text(), re.M | re.S)
    script = f"""set -euo pipefail; flaky=()
{function}
"$1" -m pytest -n0 -q -o cache_dir=cache . | cat || again "$1" cache "Python X"
printf 'flaky: %s\\n' "${{flaky[@]:-none}}"
"""
    command = ["bash", "-c", script, "run", sys.executable]
    few = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": "xdist.plugin"}
    return subprocess.run(command, cwd=folder, env=few, capture_output=True, text=True, check=False)


def test_a_test_that_passes_when_run_once_more_is_listed(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(ONCE)
    done = again(tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "flaky: test_a.py::test_once (Python X)"


def test_a_test_that_fails_twice_fails_the_run(tmp_path: Path) -> None:
    (tmp_path / "test_a.py").write_text(ONCE + NEVER)
    done = again(tmp_path)
    assert done.returncode != 0
    assert "flaky" not in done.stdout


def test_tests_that_cannot_be_run_fail_the_run(tmp_path: Path) -> None:
    done = again(tmp_path)
    assert done.returncode != 0
    assert "could not be run" in done.stderr
