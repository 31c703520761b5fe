"""Benchmarks: each a ratio between two things timed in one run (SNEL)."""
