// Marks the store's structure as being of a version.
MERGE (schema:CivicgraphSchema)
SET schema.version = $p.version
