-- What some entities are sorted by in lists by name: an index that few writes change.
WITH renamed (n, name_key) AS (
  VALUES (?, ?)
)
UPDATE OR ROLLBACK entity SET name_key = renamed.name_key
FROM renamed
WHERE entity.n = renamed.n;
