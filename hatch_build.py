"""Build hook: bundles the content, so that the installed guide opens without parsing YAML."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleContent(BuildHookInterface):  # type: ignore[type-arg]
    """Writes content/guide.bundle before the wheel is put together; an editable install gets it too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read the content as the program would, and write its bundle. Content with faults is left to the YAML reader."""
        sys.path.insert(0, self.root)
        from ketaguide.loading.bundle import write_bundle
        from ketaguide.loading.reader import read_guide

        folder = Path(self.root) / "content"
        loaded = read_guide(folder)
        if loaded.guide is None:
            self.app.display_warning("content has faults: it is not bundled, and the guide will say what is wrong")
            return
        write_bundle(folder, loaded.guide)
