-- The entities of a list that belong to some sets, with the list's sort key. The
-- sign keeps the engine from walking the list.
-- 1: JSON array of node types
SELECT entity.n, entity./*key*/ AS key, entity.id
FROM entity
WHERE +entity.type IN (SELECT value FROM json_each(?))
