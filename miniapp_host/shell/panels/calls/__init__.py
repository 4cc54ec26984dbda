"""The panel Calls: what the program in front called, and why each call ended as it did."""
