-- 1: JSON array of entity numbers
DELETE FROM term WHERE rowid IN (SELECT value FROM json_each(?));
