// The version of the store's structure; null before the first migration.
OPTIONAL MATCH (schema:CivicgraphSchema)
RETURN max(schema.version) AS version
