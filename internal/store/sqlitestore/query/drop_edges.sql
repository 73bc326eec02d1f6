-- 1: JSON array of edge numbers
DELETE FROM edge WHERE n IN (SELECT value FROM json_each(?));
