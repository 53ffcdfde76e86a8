"""What has expired: statements about many users, on purpose, which tell nobody anything and so are not registered."""

ONLY_HERE = "SELECT pg_try_advisory_xact_lock(8174112351420193)"
"""Whether no other worker is at it; until the transaction ends, none will be."""

USERS = "SELECT user_id FROM account WHERE user_id > $1 ORDER BY user_id LIMIT $2"

DELETE_ANSWERS = "DELETE FROM answer WHERE user_id = ANY($1) AND at < $2"

DELETE_CHANGES = """
WITH late AS (
    SELECT oldest.user_id
    FROM unnest($1::text[]) AS given (user_id)
    CROSS JOIN LATERAL (
        SELECT change.user_id, change.at FROM change
        WHERE change.user_id = given.user_id
        ORDER BY change.version LIMIT 1
    ) AS oldest
    WHERE oldest.at < $2
), old AS (
    SELECT rows.user_id, rows.version, rows.entity, rows.entity_id
    FROM late
    CROSS JOIN LATERAL (
        SELECT change.* FROM change
        WHERE change.user_id = late.user_id
        ORDER BY change.version LIMIT $3
    ) AS rows
    WHERE rows.at < $2
), deleted AS (
    DELETE FROM change USING old
    WHERE change.user_id = old.user_id AND change.version = old.version
        AND change.entity = old.entity AND change.entity_id = old.entity_id
    RETURNING 1
)
SELECT count(*) FROM deleted
"""
"""Each user's oldest rows, as many as are given at most; how many there were."""
