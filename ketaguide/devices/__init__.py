"""Programs and machinery outside the guide: the only code that may start a process. Absolute paths, no shell."""
