-- Where a report mentions entities.
INSERT INTO appearance (entity, day_key, report, body)
VALUES (?, ?, ?, ?);
