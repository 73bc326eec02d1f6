-- Entities whose names hold the words, those of most reports first. Only the winners'
-- bodies are read.
-- 1: FTS5 expression, 2: JSON array of node types, 3: number of rows
SELECT entity.id, entity.type, entity.body,
  (SELECT min(id) FROM report WHERE sha256 = entity.sha256)
FROM (
  SELECT entity.n, entity.reports_key, entity.id
  FROM entity
  WHERE entity.n IN (SELECT rowid FROM term WHERE term MATCH ?)
    AND entity.type IN (SELECT value FROM json_each(?))
  ORDER BY entity.reports_key, entity.id
  LIMIT ?
) found
JOIN entity ON entity.n = found.n
ORDER BY found.reports_key, found.id;
