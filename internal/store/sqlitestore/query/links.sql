-- What walking the graph needs to know of the edges at some nodes: those of a node in
-- one text, see links. A row for each edge takes ten times as long.
-- 1: JSON array of node ids, 2: those of /*conditions*/ on adjacent, 3: number of edges of one node
SELECT asked.value, (
  SELECT group_concat(found.way || ' ' || found.far_id || ' ' || found.evidence || ' ' || iif(found.shared, (
    SELECT far.degree || ' ' || length(CAST(far.kind AS BLOB)) || ' ' || far.kind
    FROM entity far INDEXED BY entity_shared
    WHERE far.n = found.far AND far.type IN ('Person', 'Coalition', 'Organization', 'Place', 'Topic')
  ), ''), '')
  FROM (
    SELECT adjacent.way, adjacent.far_id, adjacent.evidence, adjacent.far,
      adjacent.far_type IN ('Person', 'Coalition', 'Organization', 'Place', 'Topic') AS shared
    FROM adjacent
    WHERE adjacent.node = node.n
    /*conditions*/
    LIMIT ?
  ) found
)
FROM (SELECT DISTINCT value FROM json_each(?)) asked
CROSS JOIN entity node ON node.id = asked.value;
