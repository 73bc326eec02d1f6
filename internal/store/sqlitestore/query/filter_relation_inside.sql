-- The entity has an edge to one of some nodes, or to a place that lies in one.
-- 1: JSON array of node ids, 2: JSON array of the ways that lead from those nodes to the entity
AND entity.n IN (
  WITH RECURSIVE inside (n) AS (
    SELECT n FROM entity WHERE id IN (SELECT value FROM json_each(?))
    UNION
    SELECT lower.far FROM inside JOIN adjacent lower ON lower.node = inside.n AND lower.way = '<LOCATED_IN'
  )
  SELECT near.far FROM adjacent near
  WHERE near.node IN (SELECT n FROM inside)
    AND near.way IN (SELECT value FROM json_each(?))
