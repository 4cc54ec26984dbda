"""Walkthroughs: what a person tries on a program, step by step, and what came of it; no Qt."""
