-- The entity's names hold the words.
-- 1: FTS5 expression
AND entity.n IN (SELECT rowid FROM term WHERE term MATCH ?)
