-- What walking the graph needs to know of the edges at some nodes.
-- 1: JSON array of node ids, 2: those of /*conditions*/ on adjacent, 3: number of rows
SELECT found.near, found.way, found.id, edge.evidence, far.id, far.type, far.kind, far.degree
FROM (
  SELECT near.id AS near, adjacent.way, adjacent.id, adjacent.edge, adjacent.far
  FROM (SELECT DISTINCT value FROM json_each(?)) asked
  JOIN entity near ON near.id = asked.value
  JOIN adjacent ON adjacent.node = near.n
  /*conditions*/
  ORDER BY near.id, adjacent.id
  LIMIT ?
) found
JOIN edge ON edge.n = found.edge
JOIN entity far ON far.n = found.far
ORDER BY found.near, found.id;
