-- How many events have each pair of bounds.
-- 1: JSON array of node types, 2: those of /*conditions*/
SELECT entity.earliest, entity.latest, count(*)
FROM entity
WHERE entity.type IN (SELECT value FROM json_each(?)) AND entity.earliest IS NOT NULL
/*conditions*/
GROUP BY entity.earliest, entity.latest
ORDER BY entity.earliest, entity.latest;
