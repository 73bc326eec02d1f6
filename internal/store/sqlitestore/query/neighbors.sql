-- A page of the edges of each node, with the far ends, in no order. The page of each
-- way is cut out of the index and the page of the node out of those: no hub is
-- walked. CROSS JOIN keeps the order of the loops.
-- 1: JSON array of node ids, 2: JSON object, arrays of ways by node type, 3: those of /*conditions*/ on
-- near, 4: number of rows, 5: the same again
SELECT node.id, adjacent.way, adjacent.day_key, adjacent.id, edge.body,
  far.id, far.type, far.body, (SELECT min(id) FROM report WHERE sha256 = far.sha256)
FROM json_each(?) asked
CROSS JOIN entity node ON node.id = asked.value
CROSS JOIN adjacent ON adjacent.node = node.n AND (adjacent.way, adjacent.day_key, adjacent.id) IN (
  SELECT one.way, one.day_key, one.id
  FROM json_each(?, '$.' || node.type) way
  CROSS JOIN adjacent one ON one.node = node.n AND one.way = way.value AND (one.day_key, one.id) IN (
    SELECT near.day_key, near.id
    FROM adjacent near
    WHERE near.node = node.n AND near.way = way.value
    /*conditions*/
    ORDER BY near.day_key /*order*/, near.id /*order*/
    LIMIT ?
  )
  ORDER BY one.day_key /*order*/, one.id /*order*/
  LIMIT ?
)
CROSS JOIN edge ON edge.n = adjacent.edge
CROSS JOIN entity far ON far.n = adjacent.far;
