"""The inspector beside the phone: its frame, and the parts that its panels are made of."""
