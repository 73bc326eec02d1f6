-- 1: JSON array of entity numbers
DELETE FROM entity WHERE n IN (SELECT value FROM json_each(?));
