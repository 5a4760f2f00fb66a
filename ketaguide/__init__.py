"""A reader of patient guides: full screen, plain conversation, web pages and waiting-room kiosk, from content in YAML."""

__version__ = "0.1.0"
