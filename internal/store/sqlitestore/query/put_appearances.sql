-- Where a report mentions entities.
INSERT OR ROLLBACK INTO appearance (entity, day_key, report, body)
VALUES (?, ?, ?, ?);
