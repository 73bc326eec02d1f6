-- The numbers of some nodes and of all places that lie in them.
-- 1: JSON array of node ids
WITH RECURSIVE inside (n) AS (
  SELECT n FROM entity WHERE id IN (SELECT value FROM json_each(?))
  UNION
  SELECT lower.far FROM inside CROSS JOIN adjacent lower ON lower.node = inside.n AND lower.way = '<LOCATED_IN'
)
SELECT n FROM inside
