-- The entity has an edge to one of some nodes.
-- 1: JSON array of node ids, 2: JSON array of the ways that lead from those nodes to the entity
AND entity.n IN (
  SELECT near.far FROM adjacent near
  WHERE near.node IN (SELECT n FROM entity WHERE id IN (SELECT value FROM json_each(?)))
    AND near.way IN (SELECT value FROM json_each(?))
