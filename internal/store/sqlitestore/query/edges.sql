-- Edges with the ids, in no order.
-- 1: JSON array of ids
SELECT edge.id, edge.type, edge.source, edge.target, edge.body
FROM json_each(?) asked
JOIN edge ON edge.id = asked.value;
