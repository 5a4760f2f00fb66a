"""Build hook: bundles the content and lays out the first page, so that the guide opens at once; the source is unchanged."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleContent(BuildHookInterface):  # type: ignore[type-arg]
    """Adds guide.bundle, first-page/ and description.txt: beside the content, or in an editable install below share."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check and bundle the content; abort the build if the content has errors."""
        sys.dont_write_bytecode = True
        sys.path.insert(0, self.root)
        from ketaguide import built
        from ketaguide.commands.loader import checked
        from ketaguide.loading.bundle import write_bundle
        from ketaguide.loading.problem import ordered
        from ketaguide.tui.first_page import fingerprint
        from ketaguide.tui.first_page_build import write_first_pages

        folder = Path(self.root) / "content"
        loaded, faults = checked(folder)
        said = [f"content/{problem}" for problem in ordered(faults) if problem.level == "error"]
        if loaded.guide is None or said:
            self.app.abort("\n".join(["The content has faults, so nothing is built:", *said]))
        else:
            self._aside = Path(tempfile.mkdtemp())
            is_editable = version == "editable"
            mark = fingerprint(str(folder), str(folder.parent / "ketaguide") if is_editable else "")
            description = self._aside / built.DESCRIPTION
            description.write_bytes(built.description_file(str(folder), loaded.guide.meta.description))
            for path in (
                description,
                write_bundle(folder, loaded.guide, self._aside),
                write_first_pages(loaded.guide, mark, self._aside),
            ):
                if is_editable:
                    build_data["shared_data"][str(path)] = f"share/ketaguide/{path.name}"
                else:
                    build_data["force_include"][str(path)] = f"ketaguide/content/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary bundle, which is in the wheel now."""
        shutil.rmtree(self._aside, ignore_errors=True)
