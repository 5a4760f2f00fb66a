"""Gives back what Textual keeps to be quick and never lets go of: without it a year of readers would fill the memory."""

import gc

from textual._styles_cache import StylesCache
from textual.css.scalar import Scalar
from textual.geometry import Region, Spacing


def forget_screens() -> None:
    """Let go of drawn widgets: the cache of their colours keeps a thousand of them alive after their screens have closed."""
    StylesCache.get_inner_outer.cache_clear()


def forget_sizes() -> None:
    """Let go of what was worked out for sizes of the window: thousands of regions, for a window that has one size at a time."""
    for kind in (Region, Spacing, Scalar):
        for name in vars(kind):
            if clear := getattr(getattr(kind, name), "cache_clear", None):
                clear()


def collect_often() -> None:
    """Look for garbage sooner than Python would: drawn rows hold themselves, and heap up to megabytes between two looks."""
    gc.set_threshold(400, 5, 2)
