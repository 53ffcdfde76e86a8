"""The statements: SQLAlchemy Core over the entities, each bound to one user, each compiled once."""
