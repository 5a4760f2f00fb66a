"""A program that a test has started in a pseudo-terminal."""

import os

import pexpect


class Spawned:
    """The program and its window."""

    child: "pexpect.spawn[str]"

    @property
    def pid(self) -> int:
        """The program's process."""
        assert self.child.pid is not None
        return self.child.pid

    def hangs_up(self) -> None:
        """Close the window and with it the program's terminal."""
        os.close(self.child.fileno())
