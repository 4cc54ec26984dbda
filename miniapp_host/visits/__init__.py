"""A program's pages opened one after the other, and what came of each visit."""
