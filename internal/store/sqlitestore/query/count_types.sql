-- How many entities of some types there are.
-- 1: JSON array of node types
SELECT coalesce(sum(value), 0)
FROM counter
WHERE name IN (SELECT 'node ' || value FROM json_each(?));
