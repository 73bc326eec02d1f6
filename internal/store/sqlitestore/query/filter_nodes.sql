-- The numbers of some nodes.
-- 1: JSON array of node ids
SELECT n FROM entity WHERE id IN (SELECT value FROM json_each(?))
