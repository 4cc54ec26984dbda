"""A developer's tools for programs nobody here wrote, run against local checkouts; no test run."""
