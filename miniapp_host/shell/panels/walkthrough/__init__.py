"""The panel Walkthrough: choose one, go through its steps beside the phone, hand on the report."""
