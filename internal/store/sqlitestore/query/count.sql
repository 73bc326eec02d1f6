-- How many entities a filter lets through.
-- 1: JSON array of node types, 2: those of /*conditions*/
SELECT count(*)
FROM entity
WHERE entity.type IN (SELECT value FROM json_each(?))
/*conditions*/;
