"""What a person did on the phone, as the lines of a pytest test."""
