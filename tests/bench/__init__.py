"""The measuring tool itself; its timings are never asserted."""
