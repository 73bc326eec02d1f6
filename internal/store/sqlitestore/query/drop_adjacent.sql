-- The places of some edges among those of their nodes.
-- 1: JSON array of edge numbers
DELETE FROM adjacent WHERE (node, way, day_key, id) IN (
  SELECT entity.n, iif(entity.id = edge.source, '>', '<') || edge.type, edge.day_key, edge.id
  FROM json_each(?) asked
  JOIN edge ON edge.n = asked.value
  JOIN entity ON entity.id IN (edge.source, edge.target)
);
