"""Who may use what: scopes, decisions and the one question at a time; no Qt."""
