-- What is held of some edges, with the place of each among those of its nodes.
-- 1: JSON array of edge ids
SELECT edge.id, edge.n, edge.type, edge.tally, edge.day_key, edge.role, edge.evidence
FROM json_each(?) asked
JOIN edge ON edge.id = asked.value;
