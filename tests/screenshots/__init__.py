"""Every screen of the phone as pictures: `python -m tests.screenshots --out FOLDER`."""
