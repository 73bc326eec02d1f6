-- The numbers of what has names that hold the words.
-- 1: FTS5 expression
SELECT rowid FROM term WHERE term MATCH ?
