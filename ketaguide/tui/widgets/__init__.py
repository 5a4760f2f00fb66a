"""Widgets of the full-screen view."""
