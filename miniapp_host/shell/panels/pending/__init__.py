"""The panel Pending: the questions that wait for the person, answered from there."""
