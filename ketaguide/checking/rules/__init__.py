"""One rule a module; the table is in `ketaguide.checking`."""
