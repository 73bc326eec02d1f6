-- The numbers of what has an edge to one of some nodes.
-- 1: those of /*nodes*/, 2: JSON array of the ways that lead from the nodes, 3: those of /*roles*/
SELECT near.far
FROM adjacent near
WHERE near.node IN (/*nodes*/) AND near.way IN (SELECT value FROM json_each(?)) /*roles*/
