"""The one statement that is about many users: it finds out whose things have changed, and reads no more than that.

It is text and no `Statement`, as those are bound to one user. Who asks with it is the worker, for the users who have
streams of events open, and no user gets to see what it answers.
"""

VERSIONS = "SELECT user_id, version FROM account WHERE user_id = ANY($1::text[])"
