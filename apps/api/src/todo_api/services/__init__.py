"""One user's things: the rules, and the statements they need."""
