-- The entities of one type in a list, with the list's sort key.
-- 1: node type
SELECT entity.n, entity./*key*/ AS key, entity.id
FROM entity
WHERE entity.type = ?
