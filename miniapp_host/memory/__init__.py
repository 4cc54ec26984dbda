"""The file under the database: its tables, its errors, its damage and its backup."""
