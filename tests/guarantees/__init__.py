"""The promises of the phone's store, prompts and archives, each with an id and a test that counts.

`test_s04_….py` proves S4: S1-S21 are the store's, P1-P19 the prompt's, I1-I5 those of archives.
The whole test run uses small numbers; `python -m tests.guarantees --full [ID…]` the full ones.
"""
