"""Build hook: bundles the content, so that the installed guide opens without parsing YAML."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleContent(BuildHookInterface):  # type: ignore[type-arg]
    """Writes content/guide.bundle before the wheel is put together; an editable install gets it too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read and check the content as a kiosk would, and write its bundle; content with faults fails the build."""
        sys.dont_write_bytecode = True
        sys.path.insert(0, self.root)
        from ketaguide.checking import check_guide
        from ketaguide.loading.bundle import write_bundle
        from ketaguide.loading.problem import ordered
        from ketaguide.loading.reader import read_guide

        folder = Path(self.root) / "content"
        loaded = read_guide(folder)
        faults = [*loaded.problems, *(check_guide(loaded.draft, loaded.places) if loaded.draft is not None else ())]
        said = [f"content/{problem}" for problem in ordered(faults) if problem.level == "error"]
        if loaded.guide is None or said:
            self.app.abort("\n".join(["The content has faults, so nothing is built:", *said]))
        else:
            write_bundle(folder, loaded.guide)
