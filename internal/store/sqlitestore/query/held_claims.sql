-- What other reports say of some edges, the claims of one report together.
-- 1: JSON array of edge ids, 2: report that does not count
SELECT edge.id, claim.day_key, claim.report, claim.body
FROM json_each(?) asked
JOIN edge ON edge.id = asked.value
JOIN claim ON claim.edge = edge.n AND claim.report <> ?;
