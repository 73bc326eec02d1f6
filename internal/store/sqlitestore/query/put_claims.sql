-- What a report says of edges.
INSERT OR ROLLBACK INTO claim (edge, day_key, report, body)
VALUES (?, ?, ?, ?);
