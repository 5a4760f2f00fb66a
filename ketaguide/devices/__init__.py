"""External programs and devices: the only code that may start a process. Absolute paths, no shell."""
