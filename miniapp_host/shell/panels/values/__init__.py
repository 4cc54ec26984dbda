"""The panels Storage and Page data: values of a program, shown and changed in place."""
