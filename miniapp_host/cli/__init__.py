"""The command line: words to calls, errors to exit codes; one module per sub-command."""
