-- Where a report mentions entities.
-- 1: JSON array of entity numbers, 2: day key, 3: report id
DELETE FROM appearance WHERE entity IN (SELECT value FROM json_each(?)) AND day_key = ? AND report = ?;
