"""The panel Network: what a program sent and received, and the conditions it did so under."""
