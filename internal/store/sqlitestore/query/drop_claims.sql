-- What a report says of edges.
-- 1: JSON array of edge numbers, 2: day key, 3: report id
DELETE FROM claim WHERE edge IN (SELECT value FROM json_each(?)) AND day_key = ? AND report = ?;
