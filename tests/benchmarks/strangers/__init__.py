"""Tests as strangers write them, which the benchmark runs from a folder of their own."""
