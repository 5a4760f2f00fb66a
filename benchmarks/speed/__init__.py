"""Times, CPU and memory of the program beside an empty Textual app: `python -m benchmarks.speed`; docs/performance.md."""
