-- Whether the entity has an edge to one of some nodes.
-- 1: JSON array of the ways that lead to the nodes, 2: those of /*nodes*/, 3: those of /*roles*/
EXISTS (
  SELECT 1 FROM adjacent near
  WHERE near.node = entity.n AND near.way IN (SELECT value FROM json_each(?)) AND near.far IN (/*nodes*/) /*roles*/
)
